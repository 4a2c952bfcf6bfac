// Package indicator counts over webinars: who is one person in several of them, and what the figures of a period are.
//
//   - Appear (appear.go) makes the appearances of one webinar: one per person there, with all that tells who it is.
//   - Link (link.go, same.go, ask.go, decided.go) says which appearances are one person: certain ones are united, doubtful
//     ones asked, and an officer's word goes before both. Nobody is united over different countries and organisations
//     without it. The order of webinars, people and files changes nothing.
//   - Count (count.go) gives participations and unique persons of a period, each person once.
//
// Persons are never stored: they are worked out from the webinars and the decisions.
package indicator

import (
	"time"

	"rapporteur/internal/beneficiary"
	"rapporteur/internal/breakdown"
	"rapporteur/internal/identity"
	"rapporteur/internal/registration"
)

// Appearance is one person at one webinar: a registration with its duplicates, a person in attendance, or both. ID is
// unique over all webinars. Keys are what it is made of: the ids of the registrations and the keys of the attendance
// records, sorted. Registrations come with the main record first.
type Appearance struct {
	ID            string
	Webinar       string
	Start         time.Time // of the webinar, UTC
	Keys          []string
	Registrations []registration.Standing
	Member        *breakdown.Member // nil: not in attendance
	Name          string            // to show
	Email         string
	Organisation  string
	JobTitle      string
	Beneficiary   beneficiary.Code

	names  []named
	emails []string
	orgs   []string // keys
	place  string   // country/area, "" where unknown
}

// Attended tells whether the appearance is a participation: attended by the webinar's rule.
func (a *Appearance) Attended() bool { return a.Member != nil && a.Member.Attended }

// named is a name prepared for comparison: key is the order-free fold key, fine the finer one, "" of a name that is not
// full.
type named struct {
	text      string
	name      identity.Name
	key, fine string
}

// Subject names an appearance so that it is found again: the webinar, and the keys of what it was made of. It stands for
// every appearance there that holds one of the keys.
type Subject struct {
	Webinar string   `json:"webinar"`
	Keys    []string `json:"keys"`
}

// Decision is an officer's answer, oldest first in a list: every appearance of One and every one of Other are the same
// person, or are not. The newest on two appearances counts.
type Decision struct {
	ID         string // of its change
	Same       bool
	One, Other []Subject
}

// Person is one human over all webinars. ID comes from the content of the earliest named appearance. Appearances stand in
// the order of the webinars. Reasons say why they are one person, in words. Conflict: an officer's answers contradict each
// other, or one fell into two persons.
type Person struct {
	ID          string
	Appearances []*Appearance
	Reasons     []string
	Decided     bool
	Conflict    bool
}

// Latest is the newest appearance.
func (p *Person) Latest() *Appearance { return p.Appearances[len(p.Appearances)-1] }

// Question asks whether two persons are one. Score is 0 to 1. Attended: both attended a webinar, so that the answer
// changes the number of unique persons.
type Question struct {
	One, Other *Person
	Reasons    []string
	Score      float64
	Attended   bool
}

// Persons are everybody of all webinars, by name, and what is doubtful, the most telling first. Conflicts are the IDs of
// decisions that are not followed since a newer one says otherwise of the same people, or whose appearance fell apart.
type Persons struct {
	All       []*Person
	Questions []Question
	Conflicts []string
}
