// Package match links the persons of the attendance files to registrations: certain links are made, doubtful ones are
// asked with candidates and reasons, impossible ones are shown. Officers' decisions are applied last and never lost.
//
// Run matches the attendees of a webinar, Link two plain tables; both weigh the same evidence:
//
//   - known.go, candidates.go: the registrations and the indexes that find candidates by token, by a letter's
//     difference and by address, so that nobody is compared with everybody;
//   - shown.go: what an attendee shows; judge.go, score.go: the evidence for one pair as a claim;
//   - certain.go: the only rules that make a link without asking. A score never does. An equal address is not enough
//     where the name contradicts it, an equal name is not enough where two people bear it or where the address is of
//     somebody else or of another country; likely.go: a slip of the keys, a short form or an initial, where
//     nobody else comes near; there.go: what is no more than likely stands unless that person is there otherwise;
//   - shared.go, split.go, phone.go: several people at one connection, callers; learn.go: what one sure link says of other rows;
//   - remember.go: what the officer's words at earlier webinars say at this one;
//   - run.go, staff.go, decide.go, apart.go, unite.go: staff, the officer's answers, two addresses at one time, and
//     the persons that are one participant.
package match

import (
	"slices"

	"rapporteur/internal/attendance"
	"rapporteur/internal/progress"
	"rapporteur/internal/registration"
	"rapporteur/internal/webinar"
)

// Version names the rules of matching: it is raised whenever the same papers would be matched otherwise. Figures that are
// kept say by which one they were computed.
const Version = "5"

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

// Candidate is a registration an open participant may be, best first, at most five. Score is 0 to 1. Evidence names what
// speaks for it, whatever the names are: equal for candidates that an officer may answer in the same way.
type Candidate struct {
	Registration string   `json:"registration"`
	Name         string   `json:"name"`
	Score        float64  `json:"score"`
	Reasons      []string `json:"reasons"`
	Evidence     string   `json:"-"`
}

// Strength says in a word how much speaks for the candidate: strong, fair or weak.
func (c Candidate) Strength() string {
	switch {
	case c.Score >= .85:
		return "strong"
	case c.Score >= .6:
		return "fair"
	}
	return "weak"
}

// Decision is an officer's answer, bound to the content keys of attendance records. Registration "" means: none, a
// walk-in. The newest live decision on a record counts. Known is how many registrations, the first of Input.Standings, were
// there when it was given: it says nothing of later ones.
type Decision struct {
	Records      []string
	Registration string
	Known        int
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
	Splits           []SplitDecision
	Lessons          []Lesson      // of earlier webinars
	Seen             progress.Seen // told how many people are judged; a result of what it ended is worth nothing
}

// Participant is one distinct person in attendance: the persons of the files that belong to one registration count as
// one. ID is that of the first person. Registration is the main record of the group ("" without). Matched is the very
// registration the person was matched to, when that is a duplicate of the main record. Conflict: decisions that
// contradict each other or whose records fell into two persons; Candidates are then the registrations that they named. Late:
// an officer said that it is none of the registered, and Candidates came after that.
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
	Late         bool
	Remembered   []string // keys of the lessons of earlier webinars that were followed
}

// Declared tells whether no file says more of the person than that they were there.
func (p Participant) Declared() bool {
	return len(p.Persons) > 0 && !slices.ContainsFunc(p.Persons, func(a attendance.Person) bool { return !a.Declared })
}

// Work is what the platform says of the person's organisation and job title: all that is known without a registration.
func (p Participant) Work() (organisation, jobTitle string) {
	for _, a := range p.Persons {
		for _, r := range a.Records {
			if r.Organisation != "" || r.JobTitle != "" {
				return r.Organisation, r.JobTitle
			}
		}
	}
	return "", ""
}

// Result lists every distinct person, sorted by ID.
type Result struct {
	Participants []Participant
}
