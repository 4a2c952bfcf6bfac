package report

import (
	"strings"

	"rapporteur/internal/beneficiary"
	"rapporteur/internal/breakdown"
	"rapporteur/internal/match"
	"rapporteur/internal/participant"
	"rapporteur/internal/registration"
	"rapporteur/internal/sector"
)

// figureOf says who is behind a figure of the attendance; nil when there is none of that name.
func figureOf(name string) func(breakdown.Member) bool {
	kind, value, cut := strings.Cut(name, "/")
	if cut {
		return cutOf(kind, value)
	}
	confirmed := func(m breakdown.Member) bool {
		return m.Joined && m.Participant.State != match.Open && m.Standing != nil && m.Standing.State == registration.Confirmed
	}
	return map[string]func(breakdown.Member) bool{
		"joined":             func(m breakdown.Member) bool { return m.Joined },
		"attended":           func(m breakdown.Member) bool { return m.Attended },
		"attended_confirmed": func(m breakdown.Member) bool { return m.Attended && confirmed(m) },
		"attended_registered": func(m breakdown.Member) bool {
			return m.Attended && !confirmed(m) && m.Standing != nil && m.Participant.State != match.Open
		},
		"walk_ins": func(m breakdown.Member) bool {
			return m.Attended && m.Standing == nil && m.Participant.State != match.Open
		},
		"open":         func(m breakdown.Member) bool { return m.Attended && m.Participant.State == match.Open },
		"short":        func(m breakdown.Member) bool { return m.Joined && !m.Attended },
		"staff":        func(m breakdown.Member) bool { return m.Participant.State == match.Staff },
		"unidentified": func(m breakdown.Member) bool { return m.Participant.State == match.Unidentified },
	}[name]
}

func cutOf(kind, value string) func(breakdown.Member) bool {
	switch kind {
	case "sector":
		return func(m breakdown.Member) bool { return m.Attended && m.Profile.Group == sector.Group(value) }
	case "beneficiary":
		return func(m breakdown.Member) bool { return m.Attended && m.Profile.Beneficiary == beneficiary.Code(value) }
	case "sex":
		return func(m breakdown.Member) bool { return m.Attended && m.Profile.Sex == participant.Sex(value) }
	case "group":
		return func(m breakdown.Member) bool {
			return m.Attended && m.Profile.ResultGroup == sector.ResultGroup(value)
		}
	}
	return nil
}
