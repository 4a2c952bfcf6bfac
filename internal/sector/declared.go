package sector

import (
	"slices"
	"strings"
)

// answer is what a declared text fixes. Groups has two entries where the answer names both ("judges and prosecutors"); the
// reason quotes the text as it was declared.
type answer struct {
	groups  []Group
	class   Class
	subtype Subtype
	reason  string
}

func readAnswers() map[string]answer {
	answers := map[string]answer{}
	for _, column := range readTable("declared") {
		var a answer
		for _, code := range strings.Split(column[0], ",") {
			label, _ := ByCode(code)
			a.groups = append(a.groups, label.Group)
			a.class, a.subtype = label.Class, label.Subtype
		}
		if len(a.groups) > 1 {
			a.class = ""
		}
		for _, term := range strings.Split(column[1], "|") {
			answers[answerKey(term)] = a
		}
	}
	return answers
}

// answerKey brings the spellings of one answer together.
func answerKey(text string) string {
	var words []string
	for _, t := range tokensOf(text) {
		words = append(words, t.text)
	}
	return strings.Join(words, " ")
}

// readDeclared maps what a person declared. ok is false when it says nothing.
func readDeclared(text, country string) (a answer, ok bool) {
	if answerKey(text) == "" {
		return answer{}, false
	}
	if a, ok = knownAnswer(text); ok {
		a.reason = "declared: “" + strings.Join(strings.Fields(text), " ") + "”" // in the person's own script
		return a, true
	}
	said, _ := judge(gather(country, text))
	if said.Class == ClassUnknown {
		return answer{}, false
	}
	return answer{groups: []Group{said.Group}, class: said.Class, subtype: said.Subtype, reason: "declared: " + said.Reason}, true
}

// knownAnswer finds a text among the answers that name a group as a whole: as it stands, with what is put in brackets
// behind it ("Law enforcement (police)", "Other (please specify)"), or, where a form lets several be chosen, part by part.
func knownAnswer(text string) (answer, bool) {
	known := compiled().declared
	if a, ok := known[answerKey(text)]; ok {
		return a, true
	}
	if before, inside, found := strings.Cut(text, "("); found {
		if a, ok := known[answerKey(before)]; ok {
			inner, ok := known[answerKey(inside)]
			switch {
			case !ok:
				return a, true
			case len(a.groups) == 1 && slices.Equal(a.groups, inner.groups) && a.class == "":
				return inner, true // "Other (NGO)": the narrower
			}
			return a.and(inner), true
		}
	}
	parts := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(";|/\n", r) })
	var all answer
	for _, part := range parts {
		a, ok := known[answerKey(part)]
		if !ok {
			return answer{}, false
		}
		all = all.and(a)
	}
	return all, len(parts) > 1
}

// and joins two answers that a person gave together. What they do not share is left open.
func (a answer) and(b answer) answer {
	if len(a.groups) == 0 {
		return b
	}
	for _, g := range b.groups {
		if !slices.Contains(a.groups, g) {
			a.groups = append(slices.Clone(a.groups), g)
		}
	}
	if a.class != b.class {
		a.class = ""
		if len(a.groups) == 1 {
			a.class = onlyClass(a.groups[0])
		}
	}
	if a.subtype != b.subtype {
		a.subtype = ""
	}
	return a
}

// IsAnswer tells whether a text is, as a whole, one of the answers that forms of the region offer to the question after
// the sector.
func IsAnswer(text string) bool {
	_, ok := knownAnswer(text)
	return ok
}

// ruleDeclared names what a person said of the sector.
const ruleDeclared = "what was declared"

// under puts what organisation and title say beneath what was declared: the declared group stands, a class and subtype
// of that group are taken, another group is a contradiction.
func (a answer) under(said Label) Label {
	label := Label{Group: a.groups[0], Class: a.class, Subtype: a.subtype, Rule: ruleDeclared, Reason: a.reason}
	switch {
	case slices.Contains(a.groups, said.Group):
		label.Group = said.Group
		if a.class != "" && a.class != ClassPublicAuthority && a.class != said.Class {
			break // the narrower answer stands: "FIU", "NGO"
		}
		label.Class = said.Class
		if said.Subtype != "" || !allowed(said.Class, a.subtype) {
			label.Subtype = said.Subtype
		}
		label.Reason += "; " + said.Reason
	case len(a.groups) > 1:
		return Label{Group: Unknown, Class: ClassUnknown, Rule: ruleDeclared, Reason: a.reason + ", which names two groups",
			Contradiction: contradiction(a.groups, said.Group)}
	case said.Group != Unknown:
		label.Contradiction = contradiction(a.groups, said.Group)
	}
	return label
}

// contradiction is "" when nothing speaks against the declared groups.
func contradiction(declared []Group, said Group) string {
	if said == Unknown {
		return ""
	}
	var titles []string
	for _, g := range declared {
		titles = append(titles, g.Title())
	}
	return "declared: " + strings.Join(titles, " and ") + "; organisation and title say: " + said.Title()
}
