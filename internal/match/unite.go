package match

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"rapporteur/internal/participant"
	"rapporteur/internal/registration"
)

// unite makes participants of attendees: those of one registered person are one, and so are staff, walk-ins and open
// ones of the same full name whose addresses do not differ. The result is sorted by id.
func unite(attendees []*attendee, reg *register, standings []registration.Standing) []Participant {
	mains := mainRecords(standings)
	groups := map[string][]*attendee{}
	for i, a := range attendees {
		groups[unionKey(a, i, reg)] = append(groups[unionKey(a, i, reg)], a)
	}
	var out []Participant
	for _, key := range slices.Sorted(maps.Keys(groups)) {
		for _, members := range splitByAddress(groups[key]) {
			out = append(out, one(members, reg, mains))
		}
	}
	slices.SortFunc(out, func(a, b Participant) int { return cmp.Compare(a.ID, b.ID) })
	return out
}

// unionKey names the participant an attendee belongs to.
func unionKey(a *attendee, i int, reg *register) string {
	if a.known >= 0 {
		return fmt.Sprintf("registered %09d", reg.all[a.known].group)
	}
	if a.state == Staff && a.speaker >= 0 {
		return fmt.Sprintf("speaker %09d", a.speaker)
	}
	if a.state != Unidentified && len(a.shown.names) > 0 && a.shown.names[0].Full() {
		return fmt.Sprintf("%s %s", a.state, fineKey(a.shown.names[0]))
	}
	return fmt.Sprintf("alone %09d", i)
}

// splitByAddress keeps attendees of one name apart when they show more than one address; who shows none then stays
// alone, since nobody can tell to whom it belongs. A registered person and a speaker may have several addresses.
func splitByAddress(members []*attendee) [][]*attendee {
	if members[0].known >= 0 || members[0].speaker >= 0 {
		return [][]*attendee{members}
	}
	byAddress := map[string][]*attendee{}
	var without []*attendee
	for _, a := range members {
		if len(a.shown.emails) == 0 {
			without = append(without, a)
			continue
		}
		byAddress[a.shown.emails[0]] = append(byAddress[a.shown.emails[0]], a)
	}
	if len(byAddress) <= 1 {
		return [][]*attendee{members}
	}
	var out [][]*attendee
	for _, e := range slices.Sorted(maps.Keys(byAddress)) {
		out = append(out, byAddress[e])
	}
	if len(without) > 0 {
		out = append(out, without)
	}
	return out
}

// one makes a participant of its attendees, who come sorted by id.
func one(members []*attendee, reg *register, mains map[string]string) Participant {
	first := members[0]
	p := Participant{ID: first.person.ID, State: first.state, Reasons: []string{}, Candidates: []Candidate{}}
	for _, a := range members {
		p.Persons = append(p.Persons, a.person)
		p.Conflict = p.Conflict || a.conflict
		p.Late = p.Late || a.late
		p.Remembered = append(p.Remembered, a.remembered...)
		if p.Email == "" {
			p.Email = a.person.Email
		}
		if a.state == Decided {
			p.State = Decided
		}
		for _, r := range a.reasons {
			if !slices.Contains(p.Reasons, r) {
				p.Reasons = append(p.Reasons, r)
			}
		}
		if a.known >= 0 {
			id := reg.all[a.known].id
			p.Registration = mains[id]
			if id != p.Registration && p.Matched == "" {
				p.Matched = id
			}
		}
	}
	p.Name = bestName(members)
	if p.Shared() {
		p.Reasons = append(p.Reasons, sharing)
	}
	switch {
	case p.State == Open, p.Late && !p.Conflict:
		p.Candidates = candidatesOf(members, reg, mains)
	case p.Conflict:
		p.Candidates = answersOf(members, reg, mains)
	}
	return p
}

// bestName is the fullest name shown, a human one before a device.
func bestName(members []*attendee) string {
	if len(members) == 1 {
		return members[0].person.Name
	}
	best, weightOfBest := members[0].person.Name, -1
	for _, a := range members {
		if w := nameWeight(a.person.Name); w > weightOfBest {
			best, weightOfBest = a.person.Name, w
		}
	}
	return best
}

func nameWeight(name string) int {
	if participant.IsPhoneName(name) || participant.IsDevice(name) {
		return 0
	}
	return 1 + min(2, len(participant.Tokens(participant.Strip(name).Name)))
}

// candidatesOf joins the candidates of all attendees of a participant, best first, one per registered person, at most
// five. Duplicates stand under their main record.
func candidatesOf(members []*attendee, reg *register, mains map[string]string) []Candidate {
	var all []claim
	for _, a := range members {
		all = append(all, a.open...)
	}
	all = reg.onePerPerson(all)
	out := []Candidate{}
	for _, c := range all[:min(most, len(all))] {
		k := reg.all[c.known]
		out = append(out, Candidate{Registration: mains[k.id], Name: k.title, Score: c.score, Reasons: c.reasons, Evidence: c.evidence()})
	}
	return out
}

// answersOf are the registrations that contradicting decisions on a participant named, newest first, each once.
func answersOf(members []*attendee, reg *register, mains map[string]string) []Candidate {
	out := []Candidate{}
	for _, a := range members {
		for _, known := range a.answers {
			k := reg.all[known]
			c := Candidate{Registration: mains[k.id], Name: k.title, Reasons: []string{"an earlier answer named this registration"}}
			if len(out) < most && !slices.ContainsFunc(out, func(o Candidate) bool { return o.Registration == c.Registration }) {
				out = append(out, c)
			}
		}
	}
	return out
}

// registrantName is the name of a registration as written.
func registrantName(s registration.Standing) string {
	return strings.Join(strings.Fields(s.FirstName+" "+s.LastName), " ")
}

// sortedKeys gives the keys in order.
func sortedKeys[K cmp.Ordered](m map[K]bool) []K { return slices.Sorted(maps.Keys(m)) }
