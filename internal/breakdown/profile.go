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
	Reason        string
	Contradiction string
}

// Overrides are the officer's sector codes, by registration id and by attendance record key. The newest wins; the caller
// passes only the newest of each.
type Overrides struct {
	Registrations map[string]string
	Records       map[string]string
}

// Sexes gives the rows of the table in their fixed order.
func Sexes() []participant.Sex {
	return []participant.Sex{participant.Women, participant.Men, participant.OtherSex, participant.NotStated}
}

// profile says what a member counts as. An open participant is unknown in every respect until decided. Without a
// registration the platform's own organisation and job title columns are all that is known; a platform's country is
// that of the connection and is never taken for the person's.
func profile(m Member, o Overrides) Profile {
	p := Profile{Group: sector.Unknown, Class: sector.ClassUnknown, Beneficiary: beneficiary.Unknown, Sex: participant.NotStated}
	var in sector.Input
	switch {
	case m.Participant.State == match.Open || !m.Counted:
		return p
	case m.Standing != nil:
		r := m.Standing.Registration
		p.Beneficiary = beneficiary.Parse(r.Country)
		p.Sex = participant.ParseSex(r.Sex)
		in = sector.Input{Declared: r.Sector, Organisation: r.Organisation, JobTitle: r.JobTitle,
			Country: r.Country, EmailDomain: participant.EmailDomain(r.Email)}
	default:
		in.Organisation, in.JobTitle = m.Participant.Work()
		in.EmailDomain = participant.EmailDomain(m.Participant.Email)
	}
	label := sector.Classify(in)
	if code := o.of(m); code != "" {
		if set, ok := sector.ByCode(code); ok {
			label = set
		}
	}
	p.Group, p.Subtype = label.Group, label.Subtype
	if label.Class != "" { // "" where a group is declared and nothing says which class beneath it
		p.Class = label.Class
	}
	p.ResultGroup = sector.ResultGroupOf(label)
	p.Reason, p.Contradiction = label.Reason, label.Contradiction
	return p
}

func (o Overrides) of(m Member) string {
	for _, id := range []string{m.Participant.Registration, m.Participant.Matched} {
		if code := o.Registrations[id]; id != "" && code != "" {
			return code
		}
	}
	for _, a := range m.Participant.Persons {
		for _, r := range a.Records {
			if code := o.Records[r.Key]; code != "" {
				return code
			}
		}
	}
	return ""
}

func contradictions(members []Member) []Contradiction {
	out := []Contradiction{}
	for _, m := range members {
		if m.Joined && m.Profile.Contradiction != "" && m.Standing != nil {
			out = append(out, Contradiction{Registration: m.Standing.ID, Declared: string(m.Profile.Group), Says: m.Profile.Contradiction})
		}
	}
	return out
}
