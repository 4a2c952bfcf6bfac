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
	seconds := map[string]int{}
	for _, m := range d.Members {
		seconds[m.Participant.ID] = m.Seconds
	}
	for _, p := range d.Match.Participants {
		v.Participants = append(v.Participants, ViewParticipant(p, seconds[p.ID]))
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
		Matched: p.Matched, Seconds: seconds, Declared: p.Declared(), Reasons: list(p.Reasons), Candidates: []match.Candidate{}, Conflict: p.Conflict, Attendees: []string{}}
	for _, c := range p.Candidates {
		c.Reasons = list(c.Reasons)
		v.Candidates = append(v.Candidates, c)
	}
	for _, a := range p.Persons {
		v.Attendees = append(v.Attendees, a.ID)
	}
	return v
}

// MatchCounts counts the distinct persons in attendance by state, and those whose decisions contradict each other.
func (d *Dossier) MatchCounts() (byState map[string]int, conflicts int) {
	byState = map[string]int{}
	for _, state := range MatchStates() {
		byState[string(state)] = 0
	}
	for _, p := range d.Match.Participants {
		byState[string(p.State)]++
		if p.Conflict {
			conflicts++
		}
	}
	return byState, conflicts
}
