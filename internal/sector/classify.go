package sector

import "rapporteur/internal/beneficiary"

// Classify says which professional group a person belongs to, by the words of the data files alone.
func Classify(in Input) Label { return (*Lexicon)(nil).Classify(in) }

// Classify says which professional group a person belongs to. What the person declared fixes the group; organisation and
// job title, in any order, in any language and script of the region, give class and subtype beneath it. Where nothing was
// declared they give the group too, and the e-mail domain fills their silence. Where nothing speaks the label is Unknown:
// it is never guessed. Officers' own entries speak for organisation and title before the rules do (own.go).
//
// Reason quotes the words that decided and names the rule.
func (l *Lexicon) Classify(in Input) Label {
	country := beneficiary.ISO(in.Country)
	if country == "" {
		country = beneficiary.OfDomain(in.EmailDomain)
	}
	said := l.fromWords(country, in.Organisation, in.JobTitle)
	declared, ok := readDeclared(in.Declared, country)
	if ok {
		if said.Group == Unknown {
			// The domain may tell the class, but never speaks against the person.
			if hint := fromDomain(in.EmailDomain); len(declared.groups) == 1 && declared.class == "" && hint.Group == declared.groups[0] {
				said = hint
			}
		}
		return declared.under(said)
	}
	if said.Group == Unknown {
		return fromDomain(in.EmailDomain)
	}
	return said
}

func (l *Lexicon) fromWords(country, organisation, title string) Label {
	said, person := judge(gather(country, organisation, title))
	return l.over(said, person, country, organisation, title)
}
