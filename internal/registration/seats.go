package registration

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"rapporteur/internal/fault"
)

// ConfirmAll gives the free seats to the eligible in order (completion time, then serial number or line) and puts the
// rest on the waiting list; who waits already comes in the same order. Those of noSeat (speakers and staff, by id) take
// no seat and are left as they are. seats is the confirmation limit. The events are to be stored; there are none when
// nothing is to be decided. Fault: invalid without a limit.
func ConfirmAll(standings []Standing, seats int, at time.Time, noSeat map[string]bool) ([]Event, error) {
	if seats <= 0 {
		return nil, noLimit()
	}
	var queue []Standing
	for _, s := range standings {
		if (s.State == Submitted || s.State == Waiting) && !noSeat[s.ID] {
			queue = append(queue, s)
		}
	}
	inOrder(queue)
	free := seats - Taken(standings, noSeat)
	var events []Event
	for _, s := range queue {
		switch {
		case free > 0:
			free--
			events = append(events, Event{s.ID, Confirmed, at, ""})
		case s.State == Submitted:
			events = append(events, Event{s.ID, Waiting, at, fmt.Sprintf("All %d seats are taken.", seats)})
		}
	}
	return events, nil
}

// Acts are what can be done with a registration in this state, as far as the state alone tells: a full webinar refuses too.
func (s State) Acts() []string {
	switch s {
	case Submitted, Waiting:
		return []string{"confirm", "decline", "withdraw"}
	case Declined:
		return []string{"confirm"}
	case Confirmed:
		return []string{"withdraw"}
	}
	return nil
}

// Confirm gives seats to the named registrations, all or none. Those of noSeat take no seat. The fault says of the first
// that cannot be confirmed why not: not-found, barred (also for duplicates, withdrawals and a full webinar), conflict
// when it is confirmed already, invalid without a limit.
func Confirm(standings []Standing, ids []string, seats int, at time.Time, noSeat map[string]bool) ([]Event, error) {
	if seats <= 0 {
		return nil, noLimit()
	}
	free := seats - Taken(standings, noSeat)
	var events []Event
	for _, id := range unique(ids) {
		s, err := named(standings, id)
		if err != nil {
			return nil, err
		}
		switch s.State {
		case Submitted, Waiting, Declined:
		case Confirmed:
			return nil, whyNot(fault.Conflict, s, "is confirmed already", "Nothing needs to be done.")
		case Withdrawn:
			return nil, whyNot(fault.Barred, s, "was withdrawn", "The person has to register on the website again.")
		default:
			return nil, neverSeated(s, "confirmed")
		}
		if !noSeat[s.ID] {
			if free--; free < 0 {
				return nil, fault.Newf(fault.Barred, "Raise the limit of the webinar, or confirm all at once: those beyond the limit wait.",
					"There are not enough free seats: the limit is %d.", seats)
			}
		}
		events = append(events, Event{s.ID, Confirmed, at, ""})
	}
	return events, nil
}

// Decline refuses the named registrations with a reason, all or none. Faults: not-found; barred for a registration that
// is barred, a duplicate, confirmed, withdrawn; conflict when it is declined already.
func Decline(standings []Standing, ids []string, at time.Time, reason string) ([]Event, error) {
	var events []Event
	for _, id := range unique(ids) {
		s, err := named(standings, id)
		if err != nil {
			return nil, err
		}
		switch s.State {
		case Submitted, Waiting:
			events = append(events, Event{s.ID, Declined, at, reason})
		case Confirmed:
			return nil, whyNot(fault.Barred, s, "is confirmed", "Withdraw it, so that the seat goes to the first on the waiting list.")
		case Declined:
			return nil, whyNot(fault.Conflict, s, "is declined already", "Nothing needs to be done.")
		case Withdrawn:
			return nil, whyNot(fault.Barred, s, "was withdrawn", "Nothing needs to be done.")
		default:
			return nil, neverSeated(s, "declined")
		}
	}
	return events, nil
}

// Withdraw takes a registration back at the person's wish. Its seat goes to the first on the waiting list, as long as
// the webinar has not started (start zero: not scheduled yet) and the limit allows it. Faults: not-found; barred for a
// registration that is barred, a duplicate or declined; conflict when it is withdrawn already.
func Withdraw(standings []Standing, id string, seats int, at, start time.Time, noSeat map[string]bool) ([]Event, error) {
	s, err := named(standings, id)
	if err != nil {
		return nil, err
	}
	switch s.State {
	case Submitted, Waiting:
		return []Event{{s.ID, Withdrawn, at, ""}}, nil
	case Confirmed:
	case Withdrawn:
		return nil, whyNot(fault.Conflict, s, "is withdrawn already", "Nothing needs to be done.")
	case Declined:
		return nil, whyNot(fault.Barred, s, "was declined", "Nothing needs to be done.")
	default:
		return nil, neverSeated(s, "withdrawn")
	}
	events := []Event{{s.ID, Withdrawn, at, ""}}
	free := seats - Taken(standings, noSeat)
	if !noSeat[s.ID] {
		free++
	}
	if free <= 0 || !start.IsZero() && !at.Before(start) {
		return events, nil
	}
	var queue []Standing
	for _, w := range standings {
		if w.State == Waiting && !noSeat[w.ID] {
			queue = append(queue, w)
		}
	}
	if inOrder(queue); len(queue) > 0 {
		events = append(events, Event{queue[0].ID, Confirmed, at, "A seat became free."})
	}
	return events, nil
}

// CheckLimit tells whether a confirmation limit can be set: it never falls below the seats given already. The fault
// (barred) says by how many it falls short and names those over, the last in order, by their places.
func CheckLimit(standings []Standing, limit int, noSeat map[string]bool) error {
	over := Taken(standings, noSeat) - limit
	if limit <= 0 || over <= 0 {
		return nil
	}
	var seated []Standing
	for _, s := range standings {
		if s.State == Confirmed && !noSeat[s.ID] {
			seated = append(seated, s)
		}
	}
	inOrder(seated)
	return fault.Newf(fault.Barred, "Withdraw that many registrations first, or set a higher limit.",
		"The limit of %d is below the seats already confirmed, by %d: %s.", limit, over, placesOf(seated[limit:]))
}

// placesOf names registrations by their places, the first few of many.
func placesOf(list []Standing) string {
	var places []string
	for _, s := range list[:min(listedLines, len(list))] {
		places = append(places, place(s.Registration, list[0].Registration))
	}
	if len(list) > listedLines {
		places = append(places, "and others")
	}
	return strings.Join(places, ", ")
}

func noLimit() error {
	return fault.New(fault.Invalid, "No number of participants is stated for this webinar.",
		"Set the confirmation limit of the webinar first.")
}

// Taken counts the seats given; those of noSeat take none.
func Taken(standings []Standing, noSeat map[string]bool) int {
	n := 0
	for _, s := range standings {
		if s.State == Confirmed && !noSeat[s.ID] {
			n++
		}
	}
	return n
}

func inOrder(queue []Standing) {
	slices.SortFunc(queue, func(a, b Standing) int { return before(a.Registration, b.Registration) })
}

func named(standings []Standing, id string) (Standing, error) {
	for _, s := range standings {
		if s.ID == id {
			return s, nil
		}
	}
	return Standing{}, fault.New(fault.NotFound, "There is no such registration in this webinar.", "Look for it in the list of registrations.")
}

// neverSeated is the answer for a barred or duplicate registration.
func neverSeated(s Standing, verb string) error {
	if s.State == Barred {
		return whyNot(fault.Barred, s, "cannot be "+verb+": it is barred. "+s.Reason,
			"Answer the person with the link to the website form; the new registration will be linked to this one.")
	}
	return whyNot(fault.Barred, s, "cannot be "+verb+": it is a duplicate. "+s.Reason, "Use the person's main registration.")
}

// whyNot names a registration by its place, never by the person.
func whyNot(code fault.Code, s Standing, what, hint string) error {
	where := fault.Where{File: s.File, Sheet: s.Sheet, Line: s.Line}
	subject := "The registration"
	if s.Line > 0 {
		subject = fmt.Sprintf("The registration of line %d", s.Line)
	}
	if last := what[len(what)-1]; last != '.' {
		what += "."
	}
	return fault.New(code, subject+" "+what, hint).At(where)
}

func unique(ids []string) []string {
	var kept []string
	seen := map[string]bool{}
	for _, id := range ids {
		if !seen[id] {
			seen[id] = true
			kept = append(kept, id)
		}
	}
	return kept
}
