package engagement

import (
	"slices"
	"strings"

	"rapporteur/internal/identity"
	"rapporteur/internal/match"
	"rapporteur/internal/participant"
	"rapporteur/internal/registration"
)

// Tied is an answer with the person of the webinar whose it is. Participant and Registration are their ids, "" where
// there is none or it is not certain. Respondent names who answered within the webinar, "" for nobody: two answers with
// one Respondent are one person's. Staff: a speaker's or organiser's answer, which is in no figure. Earlier is, in a
// comparison alone, what the same person answered before the webinar.
type Tied struct {
	Answer
	Respondent   string
	Participant  string
	Registration string
	By           string // "e-mail" or "name"
	Staff        bool
	Earlier      []string
}

// person is somebody of the webinar whose answer it may be.
type person struct {
	participant  string
	registration string
	staff        bool
	emails       map[string]bool
	names        map[string]bool // by fold key
	shown        []string
}

// tie says whose the answers are. An equal address decides where the name does not contradict it; without an address on
// one side the full name does, where only one person has it. Everything else stays untied: two people may bear one name,
// and an address may be a shared one.
func tie(answers []Answer, people []person) []Tied {
	byEmail, byName := map[string][]int{}, map[string][]int{}
	for i, p := range people {
		for mail := range p.emails {
			byEmail[mail] = append(byEmail[mail], i)
		}
		for name := range p.names {
			byName[name] = append(byName[name], i)
		}
	}
	self := respondents(answers)
	out := make([]Tied, len(answers))
	for i, a := range answers {
		t := Tied{Answer: a, Respondent: self[i]}
		at, by := -1, ""
		if mail := participant.NormaliseEmail(a.Email); mail != "" && len(byEmail[mail]) > 0 {
			at, by = owner(people, byEmail[mail], a.Name), "e-mail"
		} else if key := fullNameKey(a.Name); key != "" && len(byName[key]) == 1 {
			if p := people[byName[key][0]]; mail == "" || len(p.emails) == 0 {
				at, by = byName[key][0], "name"
			}
		}
		if at >= 0 {
			p := people[at]
			t.Participant, t.Registration, t.Staff, t.By = p.participant, p.registration, p.staff, by
			t.Respondent = "p" + p.participant + "/" + p.registration
		}
		out[i] = t
	}
	return out
}

// owner is whose a known address is: the only person who has it, unless the name contradicts; of several the only one
// with that name. -1: nobody for certain.
func owner(people []person, having []int, name string) int {
	fits := slices.DeleteFunc(slices.Clone(having), func(i int) bool {
		if len(having) > 1 {
			return !people[i].names[participant.FoldKey(name)]
		}
		return name != "" && len(people[i].shown) > 0 && !slices.ContainsFunc(people[i].shown, func(shown string) bool {
			return !identity.NamesContradict(name, shown)
		})
	})
	if len(fits) != 1 {
		return -1
	}
	return fits[0]
}

// fullNameKey is the key of a name of two words or more; a given name alone names nobody.
func fullNameKey(name string) string {
	if len(participant.Tokens(name)) < 2 || participant.IsDevice(name) {
		return ""
	}
	return participant.FoldKey(name)
}

// peopleOf are the persons in attendance with the registrations that are theirs, and those who only registered.
func peopleOf(participants []match.Participant, standings []registration.Standing) []person {
	groups := map[string][]registration.Standing{}
	for _, s := range standings {
		main := s.ID
		if s.DuplicateOf != "" {
			main = s.DuplicateOf
		}
		groups[main] = append(groups[main], s)
	}
	var out []person
	present := map[string]bool{}
	for _, p := range participants {
		if p.State == match.Unidentified {
			continue
		}
		one := newPerson(p.ID, p.Registration, p.State == match.Staff)
		for _, a := range p.Persons {
			one.add(a.Name, append([]string{a.Email}, a.Emails...)...)
			for _, shown := range a.Names {
				one.add(participant.Strip(shown).Name)
			}
		}
		one.add(p.Name, p.Email)
		if p.Registration != "" {
			present[p.Registration] = true
			one.addAll(groups[p.Registration])
		}
		out = append(out, one)
	}
	for _, s := range standings {
		if s.DuplicateOf != "" || present[s.ID] {
			continue
		}
		one := newPerson("", s.ID, false)
		one.addAll(groups[s.ID])
		out = append(out, one)
	}
	return out
}

func newPerson(participantID, registrationID string, staff bool) person {
	return person{participant: participantID, registration: registrationID, staff: staff, emails: map[string]bool{}, names: map[string]bool{}}
}

func (p *person) add(name string, emails ...string) {
	if key := fullNameKey(name); key != "" && !p.names[key] {
		p.names[key] = true
		p.shown = append(p.shown, name)
	}
	for _, mail := range emails {
		if mail = participant.NormaliseEmail(mail); mail != "" {
			p.emails[mail] = true
		}
	}
}

func (p *person) addAll(standings []registration.Standing) {
	for _, s := range standings {
		p.add(strings.TrimSpace(s.FirstName+" "+s.LastName), s.Email)
	}
}

// privateNames are the full names of the people of the webinar but its staff, in words.
func privateNames(people []person) [][]string {
	var out [][]string
	for _, p := range people {
		for _, name := range p.shown {
			if !p.staff {
				out = append(out, participant.Tokens(name))
			}
		}
	}
	return out
}
