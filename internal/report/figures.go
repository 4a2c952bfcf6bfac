package report

import (
	"strings"
	"time"

	"rapporteur/internal/beneficiary"
	"rapporteur/internal/breakdown"
	"rapporteur/internal/match"
	"rapporteur/internal/participant"
	"rapporteur/internal/registration"
	"rapporteur/internal/sector"
)

// figureOf says who is behind a figure of the attendance; nil when there is none of that name.
func figureOf(f Facts, name string) func(breakdown.Member) bool {
	kind, value, cut := strings.Cut(name, "/")
	if cut {
		return cutOf(kind, value)
	}
	among := func(state match.State) func(breakdown.Member) bool {
		return func(m breakdown.Member) bool { return m.Joined && m.Participant.State == state }
	}
	attended := func(of func(breakdown.Member) bool) func(breakdown.Member) bool {
		return func(m breakdown.Member) bool { return m.Attended && of(m) }
	}
	open := among(match.Open)
	confirmed := func(m breakdown.Member) bool {
		return m.Joined && !open(m) && m.Standing != nil && m.Standing.State == registration.Confirmed
	}
	registered := func(m breakdown.Member) bool { return m.Joined && !open(m) && m.Standing != nil && !confirmed(m) }
	walkIn := func(m breakdown.Member) bool { return m.Joined && !open(m) && m.Standing == nil }
	return map[string]func(breakdown.Member) bool{
		"joined":               func(m breakdown.Member) bool { return m.Joined },
		"joined_confirmed":     confirmed,
		"joined_registered":    registered,
		"joined_walk_ins":      walkIn,
		"joined_open":          open,
		"attended":             func(m breakdown.Member) bool { return m.Attended },
		"attended_confirmed":   attended(confirmed),
		"attended_registered":  attended(registered),
		"attended_declared":    func(m breakdown.Member) bool { return m.Attended && m.Declared },
		"attended_by_presence": func(m breakdown.Member) bool { return m.Attended && !m.Declared },
		"walk_ins":             attended(walkIn),
		"open":                 attended(open),
		"short":                func(m breakdown.Member) bool { return m.Joined && !m.Attended },
		"short_confirmed":      func(m breakdown.Member) bool { return confirmed(m) && !m.Attended },
		"automatic":            among(match.Automatic),
		"decided":              among(match.Decided),
		"staff":                func(m breakdown.Member) bool { return m.Participant.State == match.Staff },
		"unidentified":         func(m breakdown.Member) bool { return m.Participant.State == match.Unidentified },
		"attendees":            func(breakdown.Member) bool { return true },
		"conflicts":            func(m breakdown.Member) bool { return m.Participant.Conflict },
		"late":                 func(m breakdown.Member) bool { return m.Participant.Late },
		"contradictions":       breakdown.Member.Contradicts,
		"over_window":          func(m breakdown.Member) bool { return m.Seconds > f.Table.Window.Seconds },
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
	case "file":
		return func(m breakdown.Member) bool { return m.In(value) }
	case "class":
		return func(m breakdown.Member) bool { return m.Attended && m.Profile.Class == sector.Class(value) }
	case "present":
		if at, err := time.Parse(time.RFC3339, value); err == nil {
			return func(m breakdown.Member) bool { return m.PresentAt(at) }
		}
	case "group":
		return func(m breakdown.Member) bool {
			return m.Attended && m.Profile.ResultGroup == sector.ResultGroup(value)
		}
	}
	return nil
}
