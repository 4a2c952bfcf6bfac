package intake

import (
	"slices"
	"strings"

	"rapporteur/internal/attendance"
	"rapporteur/internal/engagement"
	"rapporteur/internal/participant"
	"rapporteur/internal/registration"
)

// Plan is what importing a file would do, by the lines of the file. Unchanged rows stand in the register already, or
// earlier in the same file. Changed rows are submissions known under the same number of the source with other content:
// they are imported as new ones beside the earlier, for the officer to decide. Skipped rows take no part, with the reason.
// Differing rows are unchanged ones, the same submission by name, address and time, whose other answers are not those of
// the register; the reason names the fields. The register keeps its own.
type Plan struct {
	New       []int
	Unchanged []int
	Changed   []int
	Skipped   []Skip
	Differing []Skip
}

// Skip is a row that takes no part in the import.
type Skip struct {
	Line   int
	Reason string
}

// NoOp tells whether the import would change nothing: the file was imported before, in this or another copy.
func (p Plan) NoOp() bool { return len(p.New)+len(p.Changed) == 0 }

// PlanAttendance compares the records of a file with those of the register by their content keys.
func PlanAttendance(known, incoming []attendance.Record) Plan {
	var p Plan
	keys := map[string]bool{}
	for _, r := range known {
		keys[r.Key] = true
	}
	for _, r := range incoming {
		switch {
		case r.Kind == attendance.WaitingRoom:
			p.Skipped = append(p.Skipped, Skip{r.Line, "in the waiting room: no attendance"})
		case r.Kind == attendance.NoShow:
			p.Skipped = append(p.Skipped, Skip{r.Line, "did not attend by the file's own word"})
		default:
			p.sort(r.Key, keys, r.Line, false)
		}
	}
	return p
}

// PlanRegistrations compares the registrations of a file with those of the register by their content keys.
func PlanRegistrations(known, incoming []registration.Registration) Plan {
	var p Plan
	keys, serials, first := map[string]bool{}, map[string][]registration.Registration{}, map[string]registration.Registration{}
	for _, r := range known {
		keys[r.ID] = true
		first[r.ID] = r
		if r.Serial != "" {
			serials[r.Serial] = append(serials[r.Serial], r)
		}
	}
	for _, r := range incoming {
		if r.Incomplete {
			p.Skipped = append(p.Skipped, Skip{r.Line, "a draft that was never completed"})
			continue
		}
		if fields := registration.Differing(first[r.ID], r); keys[r.ID] && len(fields) > 0 {
			p.Differing = append(p.Differing, Skip{r.Line, strings.Join(fields, ", ")})
		}
		p.sort(r.ID, keys, r.Line, slices.ContainsFunc(serials[r.Serial], func(k registration.Registration) bool { return samePerson(k, r) }))
	}
	return p
}

// samePerson tells whether two submissions of one number are states of one: each form counts from 1, so that the number
// alone says nothing. Whoever edits a submission keeps the address or the name.
func samePerson(a, b registration.Registration) bool {
	address := participant.NormaliseEmail(a.Email)
	return address != "" && address == participant.NormaliseEmail(b.Email) ||
		participant.FoldKey(a.FirstName+" "+a.LastName) == participant.FoldKey(b.FirstName+" "+b.LastName)
}

// PlanEngagement compares the answers of a file with those of the register by their content keys. A row is new when one of
// its answers is.
func PlanEngagement(known, incoming []engagement.Answer) Plan {
	var p Plan
	keys := map[string]bool{}
	for _, a := range known {
		keys[a.Key] = true
	}
	fresh := map[int]bool{}
	var lines []int
	for _, a := range incoming {
		if _, seen := fresh[a.Line]; !seen {
			lines = append(lines, a.Line)
		}
		fresh[a.Line] = fresh[a.Line] || !keys[a.Key]
	}
	for _, line := range lines {
		if fresh[line] {
			p.New = append(p.New, line)
		} else {
			p.Unchanged = append(p.Unchanged, line)
		}
	}
	return p
}

// sort puts a row where it belongs and remembers its key.
func (p *Plan) sort(key string, keys map[string]bool, line int, sameNumber bool) {
	switch {
	case keys[key]:
		p.Unchanged = append(p.Unchanged, line)
	case sameNumber:
		p.Changed = append(p.Changed, line)
	default:
		p.New = append(p.New, line)
	}
	keys[key] = true
}
