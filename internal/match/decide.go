package match

import (
	"slices"

	"rapporteur/internal/registration"
)

// decide applies the officer's answers. On every record the newest answer counts; where the records of one person carry
// two answers the newest wins and the conflict is shown, and so it is where one answer's records fell into two persons.
func decide(attendees []*attendee, decisions []Decision, reg *register) {
	newest := map[string]int{} // record → decision
	for i, d := range decisions {
		for _, k := range d.Records {
			newest[k] = i
		}
	}
	persons := map[int]int{} // decision → persons that carry it
	answers := make([][]int, len(attendees))
	for i, a := range attendees {
		answers[i] = answersOn(a, newest)
		for _, d := range answers[i] {
			persons[d]++
		}
	}
	for i, a := range attendees {
		if len(answers[i]) == 0 || a.state == Staff {
			continue
		}
		latest := answers[i][len(answers[i])-1]
		for _, d := range answers[i] {
			if persons[d] > 1 || decisions[d].Registration != decisions[latest].Registration {
				a.conflict = true
			}
		}
		apply(a, decisions[latest].Registration, reg)
		a.asked = decisions[latest].Known
		for _, d := range slices.Backward(answers[i]) {
			if known := reg.place(decisions[d].Registration); a.conflict && known >= 0 && !slices.Contains(a.answers, known) {
				a.answers = append(a.answers, known)
			}
		}
	}
}

// answersOn gives the decisions in force on a person's records, oldest first, each once.
func answersOn(a *attendee, newest map[string]int) []int {
	seen := map[int]bool{}
	for k := range recordKeys(a.person) {
		if d, ok := newest[k]; ok {
			seen[d] = true
		}
	}
	return sortedKeys(seen)
}

// offerLater gives those of whom an officer said that they are none of the registered the registrations that have come since
// and fit: the answer stands until the officer gives another. A person of whom an earlier registration is known is not new.
func offerLater(attendees []*attendee, reg *register, standings []registration.Standing) {
	place := make(map[string]int, len(standings))
	for i, s := range standings {
		place[s.ID] = i
	}
	first := map[int]int{} // by registered person: the earliest registration
	for _, k := range reg.all {
		if at, met := first[k.group]; !met || place[k.id] < at {
			first[k.group] = place[k.id]
		}
	}
	for _, a := range attendees {
		if a.state != WalkIn || !a.decided || a.conflict || a.asked >= len(standings) {
			continue
		}
		v := reg.judge(a.shown)
		a.open = slices.DeleteFunc(slices.Concat(v.certain, v.open), func(c claim) bool { return first[reg.all[c.known].group] < a.asked })
		if len(a.open) > 0 {
			a.late = true
			a.reasons = append(a.reasons, "a registration that fits has come since")
		}
	}
}

// apply sets the officer's answer on an attendee.
func apply(a *attendee, id string, reg *register) {
	if id == "" {
		a.state, a.decided = WalkIn, true
		a.reasons = append(a.reasons, "the officer said: none")
		return
	}
	if known := reg.place(id); known >= 0 {
		a.state, a.known, a.decided = Decided, known, true
		a.reasons = append(a.reasons, "the officer decided")
		return
	}
	a.conflict = true
	a.reasons = append(a.reasons, "the registration the officer decided on is no longer there")
}
