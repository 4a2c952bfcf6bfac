package breakdown

import (
	"rapporteur/internal/beneficiary"
	"rapporteur/internal/match"
	"rapporteur/internal/participant"
	"rapporteur/internal/sector"
)

// Profile is what a participant counts as. Unknown and not stated are values like any other: nothing is guessed.
type Profile struct {
	Group         sector.Group
	Class         sector.Class
	Subtype       sector.Subtype
	ResultGroup   sector.ResultGroup
	Beneficiary   beneficiary.Code
	Sex           participant.Sex
	Rule          string // what decided the sector: a rule, the declared answer, an officer
	Reason        string
	Contradiction string

	Country        string // ISO code of what counts, "" where nobody knows
	CountryDecided bool   // an officer said so
	CountryReason  string // of the proposal that the officer accepted
}

// Overrides are the officers' words on persons: sector codes, by registration id and by attendance record key, and
// countries likewise. The newest wins; the caller passes only the newest of each.
type Overrides struct {
	Registrations map[string]string
	Records       map[string]string

	Countries       map[string]CountryWord // by registration id
	RecordCountries map[string]CountryWord // by record key
}

// CountryWord is an officer's word on a country/area: the ISO code, "" for what was declared, and why.
type CountryWord struct{ Country, Reason string }

// Sexes gives the rows of the table in their fixed order.
func Sexes() []participant.Sex {
	return []participant.Sex{participant.Women, participant.Men, participant.OtherSex, participant.NotStated}
}

// profile says what a member counts as. An open participant is unknown in every respect until decided.
func profile(m Member, o Overrides, lexicon *sector.Lexicon) Profile {
	p := Profile{Group: sector.Unknown, Class: sector.ClassUnknown, Beneficiary: beneficiary.Unknown, Sex: participant.NotStated}
	if m.Participant.State == match.Open || !m.Counted {
		return p
	}
	in := Known(m)
	if m.Standing != nil {
		p.Beneficiary, p.Country = beneficiary.Parse(in.Country), beneficiary.ISO(in.Country)
		p.Sex = participant.ParseSex(m.Standing.Sex)
	}
	if word, ok := wordOn(m, o.Countries, o.RecordCountries); ok && word.Country != "" {
		p.Country, p.CountryDecided, p.CountryReason = word.Country, true, word.Reason
		p.Beneficiary, in.Country = beneficiary.OfISO(word.Country), beneficiary.English(word.Country)
	}
	label := lexicon.Classify(in)
	if code, ok := wordOn(m, o.Registrations, o.Records); ok {
		if set, ok := sector.ByCode(code); ok {
			label = set
		}
	}
	p.Group, p.Subtype = label.Group, label.Subtype
	if label.Class != "" { // "" where a group is declared and nothing says which class beneath it
		p.Class = label.Class
	}
	p.ResultGroup = sector.ResultGroupOf(label)
	p.Rule, p.Reason, p.Contradiction = label.Rule, label.Reason, label.Contradiction
	return p
}

// Known is what is known of a member's work, country/area and mail domain: as registered, without a registration as the
// platform's own columns say. A platform's country is that of the connection and is never taken for the person's.
func Known(m Member) sector.Input {
	if m.Standing == nil {
		in := sector.Input{EmailDomain: participant.EmailDomain(m.Participant.Email)}
		in.Organisation, in.JobTitle = m.Participant.Work()
		return in
	}
	r := m.Standing.Registration
	return sector.Input{Declared: r.Sector, Organisation: r.Organisation, JobTitle: r.JobTitle, Country: r.Country, EmailDomain: participant.EmailDomain(r.Email)}
}

// CalledFrom is the number that a member called in from, as a platform shows it in place of a name; else the beginning of the
// one that the member gave with the registration, or to the platform; "" without.
func CalledFrom(m Member) string {
	for _, a := range m.Participant.Persons {
		for _, r := range a.Records {
			if participant.IsPhoneName(r.Name) {
				return r.Name
			}
		}
	}
	if m.Standing != nil && m.Standing.Raw["phone"] != "" {
		return m.Standing.Raw["phone"]
	}
	for _, a := range m.Participant.Persons {
		for _, r := range a.Records {
			if r.Raw["phone"] != "" {
				return r.Raw["phone"]
			}
		}
	}
	return ""
}

// wordOn finds the officer's word on a member, by registration, else by attendance record.
func wordOn[T any](m Member, registrations, records map[string]T) (word T, ok bool) {
	for _, id := range []string{m.Participant.Registration, m.Participant.Matched} {
		if word, ok = registrations[id]; ok && id != "" {
			return word, true
		}
	}
	for _, a := range m.Participant.Persons {
		for _, r := range a.Records {
			if word, ok = records[r.Key]; ok {
				return word, true
			}
		}
	}
	return word, false
}

// Contradicts tells whether a member who joined declared another sector than organisation and title say.
func (m Member) Contradicts() bool {
	return m.Joined && m.Profile.Contradiction != "" && m.Standing != nil
}

func contradictions(members []Member) []Contradiction {
	out := []Contradiction{}
	for _, m := range members {
		if m.Contradicts() {
			out = append(out, Contradiction{Registration: m.Standing.ID, Declared: string(m.Profile.Group), Says: m.Profile.Contradiction})
		}
	}
	return out
}
