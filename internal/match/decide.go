package match

import "slices"

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
