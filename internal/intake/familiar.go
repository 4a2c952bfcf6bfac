package intake

import (
	"fmt"
	"slices"
	"time"

	"rapporteur/internal/attendance"
	"rapporteur/internal/tabular"
)

// Familiar tells how an attendance file stands to what is known of the webinar: another copy of it, a copy from while the
// meeting ran, a later copy of it, or the file of a meeting that was begun again. ok is false when it is none of these. The
// figures need none of it: presence is the union of all stays.
func Familiar(known, incoming []attendance.Record, p Plan) (tabular.Problem, bool) {
	earlier := 0
	for _, s := range p.Skipped {
		if s.Reason == earlierState {
			earlier++
		}
	}
	said := func(format string, args ...any) (tabular.Problem, bool) {
		return tabular.Problem{Message: fmt.Sprintf(format, args...)}, true
	}
	met := len(p.Unchanged) + len(p.Changed) + earlier
	switch {
	case len(known) == 0 || len(incoming) == 0:
		return tabular.Problem{}, false
	case earlier > 0 && 2*met >= met+len(p.New):
		return said("This is an earlier copy of a report that is known, saved while the meeting ran: the end of %s is known already.", count(earlier, "stay"))
	case p.NoOp() && len(p.Unchanged) > 0:
		return said("This is another copy of what is known: all its stays are there already.")
	case met > 0 && 2*met >= met+len(p.New):
		return said("This is a later or fuller copy of a report that is known: %s more, %s whose end was not known.", count(len(p.New), "stay"), count(len(p.Changed), "stay"))
	case begunAgain(known, incoming):
		return said("The stays of this file lie wholly before or after those that are known, and many people are the same: a meeting that was begun again. Presence is the sum over both.")
	}
	return tabular.Problem{}, false
}

// FamiliarList is Familiar for a list of registrations.
func FamiliarList(p Plan) (tabular.Problem, bool) {
	met := len(p.Unchanged) + len(p.Changed)
	switch {
	case met == 0 || met < len(p.New):
		return tabular.Problem{}, false
	case p.NoOp():
		return tabular.Problem{Message: "This is another copy of what is known: all its submissions are there already."}, true
	}
	return tabular.Problem{Message: "This is a later or fuller copy of a list that is known."}, true
}

// earlierState is why a row of an earlier copy takes no part.
const earlierState = "an earlier state of a stay whose end is known"

// restart is how far two parts of one meeting may lie apart.
const restart = 3 * time.Hour

// begunAgain tells whether two lists are the two parts of one meeting: one ends before the other begins, not long before,
// and a third of the shorter one's people are in both.
func begunAgain(a, b []attendance.Record) bool {
	startA, endA := bounds(a)
	startB, endB := bounds(b)
	if startA.IsZero() || startB.IsZero() {
		return false
	}
	gap := startB.Sub(endA)
	if startB.Before(startA) {
		gap = startA.Sub(endB)
	}
	if gap < 0 || gap > restart {
		return false
	}
	inA, inB := namesOf(a), namesOf(b)
	both := 0
	for name := range inB {
		if inA[name] {
			both++
		}
	}
	return both > 0 && 3*both >= min(len(inA), len(inB))
}

// bounds are the first join and the last leave; a stay that was still open has no leave of its own.
func bounds(list []attendance.Record) (start, end time.Time) {
	for _, r := range list {
		if r.Kind != attendance.StayRow || r.Join.IsZero() {
			continue
		}
		if start.IsZero() || r.Join.Before(start) {
			start = r.Join
		}
		last := r.Leave
		if r.Open {
			last = r.Join
		}
		end = slices.MaxFunc([]time.Time{end, last}, time.Time.Compare)
	}
	return start, end
}

func namesOf(list []attendance.Record) map[string]bool {
	out := map[string]bool{}
	for _, r := range list {
		if r.Kind == attendance.StayRow && !r.Join.IsZero() {
			out[attendance.NameKey(r)] = true
		}
	}
	return out
}

// Shift is an offer to read a file's times in another zone, since its first joins are whole hours off the schedule. Within
// is how many of its stays touch the webinar's window then, Before how many do now.
type Shift struct {
	Zone   string `json:"zone"`
	Hours  int    `json:"hours"`
	Stays  int    `json:"stays"`
	Before int    `json:"before"`
	Within int    `json:"within"`
}

// OfferShift finds the zone in which the file's joins would lie where the schedule has them. read reads the file in a
// zone. ok is false when the joins lie right, or no whole zone mends them: nothing is ever moved without the officer.
func OfferShift(now attendance.Reading, joins []time.Time, zone *time.Location, start, end time.Time, read func(*time.Location) (attendance.Reading, error)) (Shift, bool) {
	hours, off := ShiftHint(joins, start, end)
	if !off {
		return Shift{}, false
	}
	_, seconds := start.In(zone).Zone()
	ahead := seconds/3600 + hours
	if seconds%3600 != 0 || ahead < -12 || ahead > 14 {
		return Shift{}, false
	}
	name := fmt.Sprintf("Etc/GMT%+d", -ahead) // the names of these zones count westwards
	other, err := time.LoadLocation(name)
	if err != nil {
		return Shift{}, false
	}
	moved, err := read(other)
	if err != nil {
		return Shift{}, false
	}
	if _, still := ShiftHint(attendance.FirstJoins(moved.Records), start, end); still {
		return Shift{}, false // the file names its zone: another one changes nothing
	}
	before, stays := within(now, start, end)
	after, _ := within(moved, start, end)
	return Shift{Zone: name, Hours: hours, Stays: stays, Before: before, Within: after}, true
}

// within counts the stays with times, and those of them that touch the window.
func within(r attendance.Reading, start, end time.Time) (touching, stays int) {
	for _, x := range r.Records {
		if x.Kind != attendance.StayRow || x.Join.IsZero() {
			continue
		}
		stays++
		if x.Join.Before(end) && x.Leave.After(start) {
			touching++
		}
	}
	return touching, stays
}
