package workflow

import (
	"cmp"
	"slices"

	"rapporteur/internal/attendance"
	"rapporteur/internal/breakdown"
	"rapporteur/internal/match"
	"rapporteur/internal/registration"
)

// CandidateView is a registration that a person in attendance may be, with what speaks for it. Taken names the person in
// attendance who is matched to it already, "" for none: whoever is decided to be the same counts as one with that person.
type CandidateView struct {
	Score        float64          `json:"score"`
	Strength     string           `json:"strength" enum:"strong,fair,weak"`
	Reasons      []string         `json:"reasons"`
	Registration RegistrationView `json:"registration"`
	Taken        string           `json:"taken"`
	Differences  []string         `json:"differences"` // how the name shown is written otherwise, and what the addresses have in common
}

// AttendeeView is one person of the attendance files, as they show the person; several may be united in one participant.
type AttendeeView struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Email string `json:"email"`
	Rows  int    `json:"rows"`
}

// ReviewView is what an officer needs to say who a person in attendance is. Sharers are the names that the one shown seems
// to be made of, or those of the people at the connection, as an officer said (Shared). Alike counts the open people of
// whom the same is known, this one among them (see Alike).
type ReviewView struct {
	Attendees  []AttendeeView  `json:"attendees"`
	Candidates []CandidateView `json:"candidates"`
	Sharers    []string        `json:"sharers"`
	Shared     bool            `json:"shared"`
	Alike      int             `json:"alike"`
}

// Review gives the attendees that are united in a person in attendance, and the registrations the person may be, best
// first. The person is named as in Person.
func (d *Dossier) Review(prefix string) (ReviewView, error) {
	p, _, err := d.attendee(prefix)
	if err != nil {
		return ReviewView{}, err
	}
	v := ReviewView{Attendees: []AttendeeView{}, Candidates: d.candidates(p), Sharers: list(match.SharedNames(p.Name)), Shared: p.Shared()}
	if v.Shared {
		v.Sharers = d.besides(p)
	}
	for _, m := range d.Members {
		if alike(p, m.Participant) {
			v.Alike++
		}
	}
	for _, a := range p.Persons {
		v.Attendees = append(v.Attendees, AttendeeView{ID: a.ID, Name: listedName(a.Name, a), Email: a.Email, Rows: len(a.Records)})
	}
	return v, nil
}

// besides are the names of all who sat at the connection of a participant, as an officer said.
func (d *Dossier) besides(p match.Participant) []string {
	keys := map[string]bool{}
	for _, key := range p.Connection() {
		keys[key] = true
	}
	names := []string{}
	for _, other := range d.Match.Participants {
		for _, a := range other.Persons {
			if slices.ContainsFunc(a.Records, func(r attendance.Record) bool { return keys[r.SharedOf] }) && !slices.Contains(names, a.Name) {
				names = append(names, a.Name)
			}
		}
	}
	return names
}

// ToReview gives the people who wait for an answer, walk-ins among them whom a later registration fits, in the order in which answers change the figures most: conflicts first,
// then who attended by the rule, then in how many places the figures would be others were the first candidate right, then
// the longer presence.
func (d *Dossier) ToReview() []breakdown.Member {
	known := map[string]*registration.Standing{}
	for i := range d.Standings {
		known[d.Standings[i].ID] = &d.Standings[i]
	}
	var out []breakdown.Member
	effects := map[string]breakdown.Effect{}
	for _, m := range d.Members {
		p := m.Participant
		if p.State != match.Open && !p.Conflict && !p.Late {
			continue
		}
		var first *registration.Standing
		if len(p.Candidates) > 0 {
			first = known[p.Candidates[0].Registration]
		}
		effects[p.ID] = breakdown.EffectOf(m, first, d.input.Overrides, d.input.Lexicon)
		out = append(out, m)
	}
	slices.SortFunc(out, func(a, b breakdown.Member) int {
		x, y := effects[a.Participant.ID], effects[b.Participant.ID]
		return cmp.Or(boolFirst(a.Participant.Conflict, b.Participant.Conflict), boolFirst(x.Attended, y.Attended), cmp.Compare(y.Cells, x.Cells),
			cmp.Compare(b.Seconds, a.Seconds), cmp.Compare(a.Participant.ID, b.Participant.ID))
	})
	return out
}

// boolFirst orders what is true before what is not.
func boolFirst(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

func (d *Dossier) candidates(p match.Participant) []CandidateView {
	known := map[string]registration.Standing{}
	for _, s := range d.Standings {
		known[s.ID] = s
	}
	out := []CandidateView{}
	for _, c := range p.Candidates {
		s := known[c.Registration]
		taken, reasons := d.matchedTo(s, p.ID), list(c.Reasons)
		if taken != "" { // it is said with the name
			reasons = slices.DeleteFunc(slices.Clone(reasons), func(reason string) bool { return reason == match.ThereAlready })
		}
		out = append(out, CandidateView{Score: c.Score, Strength: c.Strength(), Reasons: reasons, Registration: ViewRegistration(s), Taken: taken, Differences: list(match.Differences(p, s))})
	}
	return out
}

// matchedTo names the person in attendance, other than one, who is matched to a registration or to its main record.
func (d *Dossier) matchedTo(s registration.Standing, but string) string {
	main := s.DuplicateOf
	if main == "" {
		main = s.ID
	}
	for _, p := range d.Match.Participants {
		if p.ID != but && p.Registration == main {
			return listedName(p.Name, p.Persons...)
		}
	}
	return ""
}
