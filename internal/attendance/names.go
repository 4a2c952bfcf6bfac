package attendance

import (
	"regexp"
	"slices"
	"strings"

	"rapporteur/internal/participant"
)

// lastBracket is a bracket at the end of a display name.
var lastBracket = regexp.MustCompile(`^(.*?)\s*\(([^()]*)\)$`)

// anyBracket is a bracket anywhere.
var anyBracket = regexp.MustCompile(`\s*\(([^()]*)\)`)

// splitName takes a display name apart. The brackets that are a device, a role or guest tag or an organisation go to
// stripped. Only Zoom writes the original name of a renamed person in the last bracket: original is "" when zoom is
// false. Any other bracket stays in the name.
func splitName(shown string, zoom bool) (name, original string, stripped []string) {
	name = shown
	if zoom {
		if m := lastBracket.FindStringSubmatch(name); m != nil && m[1] != "" && !isEvidence(m[2]) {
			name, original = m[1], strings.TrimSpace(m[2])
		}
	}
	name = anyBracket.ReplaceAllStringFunc(name, func(b string) string {
		inner := strings.TrimSpace(anyBracket.FindStringSubmatch(b)[1])
		if !isEvidence(inner) {
			return b
		}
		if inner != "" {
			stripped = append(stripped, inner)
		}
		return ""
	})
	if name = strings.TrimSpace(name); name == "" {
		// A name that is one bracket and nothing else is kept as it is: there is nothing better to show.
		return shown, original, nil
	}
	return name, original, stripped
}

// isEvidence tells whether the text of a bracket names no human: a device, a tag, an organisation, nothing.
func isEvidence(inner string) bool { return participant.Strip(inner).Name == "" }

// fullName is the best human name of a record for comparing: the registrant's, else a full original name, else what is
// shown. A given name alone in the bracket does not replace the shown name, it stands beside it: "Galaxy (Ana)" and
// "iPhone (Ana)" need not be one person.
func fullName(r Record) string {
	switch {
	case r.Registrant != "":
		return r.Registrant
	case len(participant.Tokens(r.Original)) > 1:
		return r.Original
	case r.Original != "":
		return r.Name + " " + r.Original
	}
	return r.Name
}

// names are all names of a record, best first, none twice.
func names(r Record) []string {
	var out []string
	for _, n := range []string{r.Registrant, r.Original, r.Name} {
		if n != "" && !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}
