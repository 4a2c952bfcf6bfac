package registration

import (
	"fmt"
	"slices"
	"time"

	"rapporteur/internal/progress"
)

// JudgeInput is all that a judgement rests on. Events are oldest first. Seen, where it is set, is told how many registrations
// are looked at; standings of a judgement that it ended are worth nothing.
type JudgeInput struct {
	Registrations []Registration
	Events        []Event
	Merges        []Merge
	Seen          progress.Seen
}

// Judge gives every registration its standing, in the order of the input. It is the only place where the rules are
// applied, in this order:
//
//  1. Bar: what did not come through the website, or refused the rules of engagement where the form asks, is barred.
//     No event changes that.
//  2. Duplicates: of the registrations of one person one is the main record; the others are duplicates of it. A barred
//     one stays barred and names the main record. No event changes that either.
//  3. Events: a main record that is not barred has the state of its latest event, else it is submitted.
//
// The main record is the one with a live seat (confirmed, then waiting), else one that was declined, else the earliest
// submission through the website. After a withdrawal only a later submission of the person counts again.
func Judge(in JudgeInput) []Standing {
	standings := make([]Standing, len(in.Registrations))
	index := make(map[string]int, len(in.Registrations))
	for i, r := range in.Registrations {
		standings[i] = Standing{Registration: r, State: Submitted}
		if why := barredBecause(r); why != "" {
			standings[i].State, standings[i].Reason = Barred, why
		}
		index[r.ID] = i
	}
	last := make([]Event, len(in.Registrations))
	for _, e := range in.Events {
		switch e.State {
		case Confirmed, Waiting, Declined, Withdrawn:
			if i, known := index[e.Registration]; known && standings[i].State != Barred { // the law: nothing unbars
				last[i] = e
			}
		}
	}
	g := groupPersons(in.Registrations, in.Merges, in.Seen)
	groups := map[int][]int{}
	for i := range standings {
		root := g.find(i)
		groups[root] = append(groups[root], i)
		standings[i].Questions = g.questions[i]
	}
	for _, members := range groups {
		settle(members, standings, last, g)
	}
	return standings
}

// barredBecause gives the reason why a registration can never be confirmed, "" when it can.
func barredBecause(r Registration) string {
	switch r.Channel {
	case Website:
	case Email:
		return "It came by e-mail; only registrations through the website are confirmed."
	case Phone:
		return "It came by phone; only registrations through the website are confirmed."
	case Ended:
		return "The platform lists it as cancelled or refused, so it takes no seat."
	case "":
		return "How it came is not known; only registrations through the website are confirmed."
	default:
		return "It did not come through the website; only registrations through the website are confirmed."
	}
	if r.Consent == Refused {
		return "The rules of engagement were not accepted."
	}
	return ""
}

// settle names the main record of one person's registrations and gives each its state.
func settle(members []int, standings []Standing, last []Event, g *grouping) {
	slices.SortFunc(members, func(a, b int) int { return before(standings[a].Registration, standings[b].Registration) })
	main := mainRecord(members, standings, last)
	for _, i := range members {
		s := &standings[i]
		if i != main {
			s.DuplicateOf = standings[main].ID
			if s.State != Barred {
				s.State = Duplicate
				s.Reason = fmt.Sprintf("The same person registered in %s", place(standings[main].Registration, s.Registration))
				s.Reason += " (" + g.why[i] + ")."
			}
			continue
		}
		if last[i].State != "" {
			s.State, s.Reason = last[i].State, last[i].Reason
		}
	}
}

// mainRecord picks the main record among one person's registrations, which come in order of submission.
func mainRecord(members []int, standings []Standing, last []Event) int {
	var withdrawn time.Time
	for _, state := range []State{Confirmed, Waiting, Declined} {
		for _, i := range members {
			if last[i].State == state {
				return i
			}
		}
	}
	latest := -1
	for _, i := range members {
		if last[i].State == Withdrawn && (latest < 0 || last[i].At.After(withdrawn)) {
			latest, withdrawn = i, last[i].At
		}
	}
	if latest >= 0 {
		for _, i := range members {
			if standings[i].State != Barred && last[i].State == "" && standings[i].Submitted.After(withdrawn) {
				return i
			}
		}
		return latest
	}
	for _, i := range members {
		if standings[i].State != Barred {
			return i
		}
	}
	return members[0]
}
