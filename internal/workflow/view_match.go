package workflow

import "rapporteur/internal/match"

// ParticipantView is a distinct person in attendance as printed with --json and sent to screens. Seconds is the presence.
type ParticipantView struct {
	ID           string            `json:"id"`
	Name         string            `json:"name"`
	Email        string            `json:"email"`
	State        string            `json:"state"`
	Registration string            `json:"registration"`
	Matched      string            `json:"matched"`
	Seconds      int               `json:"seconds"`
	Declared     bool              `json:"declared"` // there by a list's word: no file says how long
	Reasons      []string          `json:"reasons"`
	Candidates   []match.Candidate `json:"candidates"`
	Conflict     bool              `json:"conflict"`
	Late         bool              `json:"late"`   // none of the registered, an officer said, and a registration that fits came since
	Shared       bool              `json:"shared"` // one of several at a connection, whose presence counts for each
	Attendees    []string          `json:"attendees"`
}

// MatchView lists the distinct persons in attendance; Totals counts them by state.
type MatchView struct {
	Totals       map[string]int    `json:"totals"`
	Participants []ParticipantView `json:"participants"`
}

// ViewMatch is the outward form of a webinar's matches.
func ViewMatch(d *Dossier) MatchView {
	v := MatchView{Participants: []ParticipantView{}}
	v.Totals, _ = d.MatchCounts()
	for _, m := range d.Members {
		v.Participants = append(v.Participants, ViewParticipant(m.Participant, m.Seconds))
	}
	return v
}

// MatchStates are the states in their shown order.
func MatchStates() []match.State {
	return []match.State{match.Automatic, match.Decided, match.Open, match.WalkIn, match.Unidentified, match.Staff}
}

// ViewParticipant is the outward form of one distinct person.
func ViewParticipant(p match.Participant, seconds int) ParticipantView {
	v := ParticipantView{ID: p.ID, Name: p.Name, Email: p.Email, State: string(p.State), Registration: p.Registration,
		Matched: p.Matched, Seconds: seconds, Declared: p.Declared(), Reasons: list(p.Reasons), Candidates: []match.Candidate{}, Conflict: p.Conflict, Late: p.Late, Shared: p.Shared(), Attendees: []string{}}
	for _, c := range p.Candidates {
		c.Reasons = list(c.Reasons)
		v.Candidates = append(v.Candidates, c)
	}
	for _, a := range p.Persons {
		v.Attendees = append(v.Attendees, a.ID)
	}
	return v
}

// later counts the people of whom an officer said that they are none of the registered, and whom a later registration fits.
func (d *Dossier) later() int {
	n := 0
	for _, m := range d.Members {
		if m.Participant.Late {
			n++
		}
	}
	return n
}

// MatchCounts counts the distinct persons in attendance by state, and those whose decisions contradict each other. The
// states add up to the Members: who is not one second in any file is none of them.
func (d *Dossier) MatchCounts() (byState map[string]int, conflicts int) {
	byState = map[string]int{}
	for _, state := range MatchStates() {
		byState[string(state)] = 0
	}
	for _, m := range d.Members {
		byState[string(m.Participant.State)]++
		if m.Participant.Conflict {
			conflicts++
		}
	}
	return byState, conflicts
}
