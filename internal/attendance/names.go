package attendance

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"rapporteur/internal/participant"
)

// anyBracket is a bracket without another inside it.
var anyBracket = pattern(`\s*\(([^()]*)\)`)

// cutLastBracket parts a text that ends in a bracket: what stands before it and what stands in it, where the bracket may
// hold others. ok is false without such an end or without anything before it.
func cutLastBracket(s string) (before, inner string, ok bool) {
	if !strings.HasSuffix(s, ")") {
		return s, "", false
	}
	depth := 0
	for i := len(s) - 1; i > 0; i-- {
		switch s[i] {
		case ')':
			depth++
		case '(':
			depth--
		}
		if depth == 0 {
			before = strings.TrimSpace(s[:i])
			return before, strings.TrimSpace(s[i+1 : len(s)-1]), before != ""
		}
	}
	return s, "", false
}

// longestName is how many bytes a display name has at most that is taken apart: platforms allow far shorter ones.
const longestName = 300

// splitName takes a display name apart. The brackets that are a device, a role or guest tag or an organisation go to
// stripped. Only Zoom writes the original name of a renamed person in the last bracket: original is "" when zoom is
// false. Any other bracket stays in the name.
func splitName(shown string, zoom bool) (name, original string, stripped []string) {
	if len(shown) > longestName || participant.IsPhoneName(shown) {
		return shown, "", nil // the bracket is a part of the number
	}
	name = shown
	if before, inner, ok := cutLastBracket(shown); zoom && ok && hasLetter(inner) && !isEvidence(inner, before) {
		name = before
		original, stripped = stripBrackets(inner)
	}
	name, more := stripBrackets(name)
	return name, original, append(stripped, more...)
}

// stripBrackets takes the brackets that name no human out of a text, the innermost first. A text that is nothing else is
// kept as it is: there is nothing better to show.
func stripBrackets(text string) (rest string, stripped []string) {
	if !strings.Contains(text, "(") {
		return cmp.Or(strings.TrimSpace(text), text), nil
	}
	rest = text
	for before := ""; rest != before; {
		before = rest
		beside := anyBracket().ReplaceAllString(before, "")
		rest = anyBracket().ReplaceAllStringFunc(before, func(b string) string {
			inner := strings.TrimSpace(anyBracket().FindStringSubmatch(b)[1])
			if !isEvidence(inner, beside) || inner != "" && !hasLetter(inner) && participant.IsDevice(beside) {
				return b // "iPhone (2)" is another telephone than "iPhone"
			}
			if inner != "" {
				stripped = append(stripped, inner)
			}
			return ""
		})
	}
	if rest = strings.TrimSpace(rest); rest == "" {
		return text, nil
	}
	return rest, stripped
}

// isEvidence tells whether the text of a bracket is no part of a name: a device, its number or a telephone's, a tag, an
// organisation, nothing at all. Other signs stay: nobody knows what they say.
func isEvidence(inner, beside string) bool {
	if !hasLetter(inner) {
		return inner == "" || deviceNumber().MatchString(inner) || participant.IsPhoneName(inner)
	}
	return participant.Strip(inner).Name == "" || isAcronym(inner, beside)
}

// deviceNumber tells one device of a person from another: "Ana Perin (2)".
var deviceNumber = pattern(`^#?[0-9]{1,3}$`)

// isAcronym tells whether a bracket holds one word in capitals (SPAK, SIPA) that is no part of the full name beside it,
// where that name is not written in capitals itself.
func isAcronym(inner, beside string) bool {
	letters := len([]rune(inner))
	if letters < 2 || letters > 6 || strings.ContainsFunc(inner, func(r rune) bool { return !unicode.IsUpper(r) }) {
		return false
	}
	name := participant.Strip(beside).Name
	tokens := slices.DeleteFunc(participant.Tokens(name), func(t string) bool { return !hasLetter(t) })
	return len(tokens) > 1 && strings.ToUpper(name) != name && !slices.Contains(tokens, participant.Fold(inner))
}

func hasLetter(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }

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
