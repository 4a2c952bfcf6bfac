package workflow

import (
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
}

// AttendeeView is one person of the attendance files, as they show the person; several may be united in one participant.
type AttendeeView struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Email string `json:"email"`
	Rows  int    `json:"rows"`
}

// ReviewView is what an officer needs to say who a person in attendance is.
type ReviewView struct {
	Attendees  []AttendeeView  `json:"attendees"`
	Candidates []CandidateView `json:"candidates"`
}

// Review gives the attendees that are united in a person in attendance, and the registrations the person may be, best
// first. The person is named as in Person.
func (d *Dossier) Review(prefix string) (ReviewView, error) {
	p, _, err := d.attendee(prefix)
	if err != nil {
		return ReviewView{}, err
	}
	v := ReviewView{Attendees: []AttendeeView{}, Candidates: d.candidates(p)}
	for _, a := range p.Persons {
		v.Attendees = append(v.Attendees, AttendeeView{ID: a.ID, Name: listedName(a.Name, a), Email: a.Email, Rows: len(a.Records)})
	}
	return v, nil
}

func (d *Dossier) candidates(p match.Participant) []CandidateView {
	known := map[string]registration.Standing{}
	for _, s := range d.Standings {
		known[s.ID] = s
	}
	out := []CandidateView{}
	for _, c := range p.Candidates {
		s := known[c.Registration]
		out = append(out, CandidateView{Score: c.Score, Strength: c.Strength(), Reasons: list(c.Reasons), Registration: ViewRegistration(s), Taken: d.matchedTo(s, p.ID)})
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
