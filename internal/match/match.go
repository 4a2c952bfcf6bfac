// Package match links the persons of the attendance files to registrations: certain links are made, doubtful ones are
// asked with candidates and reasons, impossible ones are shown. Officers' decisions are applied last and never lost.
package match

import (
	"rapporteur/internal/attendance"
	"rapporteur/internal/registration"
	"rapporteur/internal/webinar"
)

// State is the match class of a participant, or what sets the person apart.
type State string

// The states. Staff and Unidentified are no participants and stand beside the totals.
const (
	Automatic    State = "automatic"
	Decided      State = "decided"
	Open         State = "open"
	WalkIn       State = "walk_in"
	Unidentified State = "unidentified"
	Staff        State = "staff"
)

// Candidate is a registration an open participant may be, best first, at most five. Score is 0 to 1.
type Candidate struct {
	Registration string   `json:"registration"`
	Name         string   `json:"name"`
	Score        float64  `json:"score"`
	Reasons      []string `json:"reasons"`
}

// Decision is an officer's answer, bound to the content keys of attendance records. Registration "" means: none, a
// walk-in. The newest live decision on a record counts.
type Decision struct {
	Records      []string
	Registration string
}

// StaffDecision sets a person apart as staff, or back.
type StaffDecision struct {
	Records []string
	Staff   bool
}

// Input is everything match needs. Standings hold every registration with its judged state.
type Input struct {
	Standings        []registration.Standing
	Persons          []attendance.Person
	Speakers         []webinar.Speaker
	OrganiserDomains []string
	Decisions        []Decision
	Staff            []StaffDecision
}

// Participant is one distinct person in attendance: the persons of the files that belong to one registration count as
// one. ID is that of the first person. Registration is the main record of the group ("" without). Matched is the very
// registration the person was matched to, when that is a duplicate of the main record. Conflict: decisions that
// contradict each other or whose records fell into two persons.
type Participant struct {
	ID           string
	Name         string
	Email        string
	State        State
	Registration string
	Matched      string
	Persons      []attendance.Person
	Reasons      []string
	Candidates   []Candidate
	Conflict     bool
}

// Result lists every distinct person, sorted by ID.
type Result struct {
	Participants []Participant
}
