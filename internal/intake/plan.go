package intake

import (
	"slices"
	"time"

	"rapporteur/internal/attendance"
	"rapporteur/internal/engagement"
	"rapporteur/internal/participant"
	"rapporteur/internal/progress"
	"rapporteur/internal/registration"
)

// Plan is what importing a file would do, by the lines of the file. Unchanged rows stand in the register already, or
// earlier in the same file. Changed rows are known in an earlier state: submissions of the same person under the same number
// of the source with other content, stays that were still open; they are imported beside the earlier. Skipped rows take no part, with the
// reason. Differing rows are unchanged ones, the same submission by name, address and time, whose other answers are not
// those of the register, which keeps its own.
type Plan struct {
	New       []Row
	Unchanged []Row
	Changed   []Change
	Skipped   []Skip
	Differing []Change
}

// Row is a row of a file by its line, and by the place of what it holds among all that was read (from 0; of a row with several
// answers that of the first): the lines of two sheets are the same.
type Row struct{ Line, At int }

// Skip is a row that takes no part in the import.
type Skip struct {
	Line   int
	Reason string
}

// Change is a row that is known otherwise, with the fields in which it differs.
type Change struct {
	Line   int                       `json:"line"`
	Fields []registration.Difference `json:"fields"`
	At     int                       `json:"-"` // as of a Row
}

// NoOp tells whether the import would change nothing: the file was imported before, in this or another copy.
func (p Plan) NoOp() bool { return len(p.New)+len(p.Changed) == 0 }

// PlanAttendance compares the records of a file with those of the register by their content keys. Of one stay, known as
// open and known with its end, the end is what counts: a row that brings the end is changed, one that is still open where
// the end is known is an earlier state. Times in what changed are written in zone. seen is told how many records are compared; a plan
// that it ended is worth nothing.
func PlanAttendance(known, incoming []attendance.Record, zone *time.Location, seen progress.Seen) Plan {
	var p Plan
	keys, before := make(map[string]bool, len(known)+len(incoming)), map[string]attendance.Record{}
	for _, r := range known {
		keys[r.Key] = true
		if join := attendance.JoinKey(r); join != "" && !(r.Open && !before[join].Join.IsZero()) {
			before[join] = r
		}
	}
	for i, r := range incoming {
		if !seen.Tick(i+1, len(incoming)) {
			return p
		}
		var was attendance.Record
		met := false
		if len(before) > 0 {
			was, met = before[attendance.JoinKey(r)]
		}
		switch {
		case r.Kind == attendance.WaitingRoom:
			p.Skipped = append(p.Skipped, Skip{r.Line, "in the waiting room: no attendance"})
		case r.Kind == attendance.NoShow:
			p.Skipped = append(p.Skipped, Skip{r.Line, "did not attend by the file's own word"})
		case !keys[r.Key] && met && r.Open && !was.Open:
			p.Skipped = append(p.Skipped, Skip{r.Line, earlierState})
		case !keys[r.Key] && met && !r.Open && was.Open:
			keys[r.Key] = true
			p.Changed = append(p.Changed, Change{Line: r.Line, At: i, Fields: []registration.Difference{
				{Field: "leave", Before: "still open", After: r.Leave.In(zone).Format(time.DateTime)}}})
		default:
			p.sort(r.Key, keys, Row{r.Line, i})
		}
	}
	return p
}

// PlanRegistrations compares the registrations of a file with those of the register by their content keys. Times in what
// changed are written in zone. seen as in PlanAttendance.
func PlanRegistrations(known, incoming []registration.Registration, zone *time.Location, seen progress.Seen) Plan {
	var p Plan
	keys, serials, first := map[string]bool{}, map[string][]registration.Registration{}, map[string]registration.Registration{}
	for _, r := range known {
		keys[r.ID] = true
		first[r.ID] = r
		if r.Serial != "" {
			serials[r.Serial] = append(serials[r.Serial], r)
		}
	}
	for i, r := range incoming {
		if !seen.Tick(i+1, len(incoming)) {
			return p
		}
		if r.Incomplete {
			p.Skipped = append(p.Skipped, Skip{r.Line, "a draft that was never completed"})
			continue
		}
		if fields := registration.Differing(first[r.ID], r); keys[r.ID] && len(fields) > 0 {
			p.Differing = append(p.Differing, Change{Line: r.Line, At: i, Fields: fields})
		}
		was := slices.IndexFunc(serials[r.Serial], func(k registration.Registration) bool { return samePerson(k, r) })
		if was >= 0 && !keys[r.ID] {
			keys[r.ID] = true
			p.Changed = append(p.Changed, Change{Line: r.Line, At: i, Fields: registration.Changed(serials[r.Serial][was], r, zone)})
			continue
		}
		p.sort(r.ID, keys, Row{r.Line, i})
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
// its answers is. seen as in PlanAttendance.
func PlanEngagement(known, incoming []engagement.Answer, seen progress.Seen) Plan {
	var p Plan
	keys := map[string]bool{}
	for _, a := range known {
		keys[a.Key] = true
	}
	for i, next := 0, 0; i < len(incoming); i = next {
		fresh := false
		for next = i; next < len(incoming) && incoming[next].Line == incoming[i].Line; next++ {
			if !seen.Tick(next+1, len(incoming)) {
				return p
			}
			fresh = fresh || !keys[incoming[next].Key]
		}
		if row := (Row{incoming[i].Line, i}); fresh {
			p.New = append(p.New, row)
		} else {
			p.Unchanged = append(p.Unchanged, row)
		}
	}
	return p
}

// sort puts a row where it belongs and remembers its key.
func (p *Plan) sort(key string, keys map[string]bool, row Row) {
	if keys[key] {
		p.Unchanged = append(p.Unchanged, row)
	} else {
		p.New = append(p.New, row)
	}
	keys[key] = true
}
