// Package breakdown computes the one neutral table that screen, chart, PDF and spreadsheet draw: totals, sector ×
// beneficiary × sex, the Result 7 groups, concurrent attendance, sensitivity, and the checks that every total reconciles.
package breakdown

import (
	"time"

	"rapporteur/internal/engagement"
)

// Window is the time that counts, UTC. Seconds is its length.
type Window struct {
	Start   time.Time `json:"start"`
	End     time.Time `json:"end"`
	Seconds int       `json:"seconds"`
}

// Totals are the main figures, in the words of the domain. Persons and Further add up to Submissions; Further are the
// duplicates and, of a person's barred submissions, those that are linked to another one (FurtherBarred). Of the barred,
// BarredPersons are counted among the Persons. AttendedConfirmed, AttendedRegistered (registered, not
// confirmed), WalkIns and Open add up to Attended: WalkIns and Open here count those who attended by the rule. Of
// the attended, AttendedDeclared are those of whom a list says that they were there and no file says how long: no rule of
// presence is asked of them.
type Totals struct {
	Submissions        int `json:"submissions"`
	Persons            int `json:"persons"`
	Further            int `json:"further_submissions"`
	FurtherBarred      int `json:"further_barred"`
	BarredPersons      int `json:"barred_persons"`
	Confirmed          int `json:"confirmed"`
	Waiting            int `json:"waiting"`
	Declined           int `json:"declined"`
	Withdrawn          int `json:"withdrawn"`
	Duplicates         int `json:"duplicates"`
	Barred             int `json:"barred"`
	Submitted          int `json:"submitted"`
	Joined             int `json:"joined"`
	JoinedConfirmed    int `json:"joined_confirmed"`
	JoinedRegistered   int `json:"joined_registered"`
	JoinedWalkIns      int `json:"joined_walk_ins"`
	JoinedOpen         int `json:"joined_open"`
	Attended           int `json:"attended"`
	AttendedConfirmed  int `json:"attended_confirmed"`
	AttendedRegistered int `json:"attended_registered"`
	AttendedDeclared   int `json:"attended_declared"`
	WalkIns            int `json:"walk_ins"`
	Open               int `json:"open"`
	Unidentified       int `json:"unidentified"`
	Short              int `json:"short"`
	ShortConfirmed     int `json:"short_confirmed"`
	NoShows            int `json:"no_shows"`
	Staff              int `json:"staff"`
	Automatic          int `json:"automatic"` // match classes over the joined participants
	Decided            int `json:"decided"`
	Attendees          int `json:"attendees"` // distinct persons in the files: participants + unidentified + staff
}

// Row is one cell of sector × beneficiary × sex. Sector is a sector.Group, Beneficiary a beneficiary.Code, Sex one of
// "women", "men", "other", "not_stated".
type Row struct {
	Sector      string `json:"sector"`
	Beneficiary string `json:"beneficiary"`
	Sex         string `json:"sex"`
	Joined      int    `json:"joined"`
	Attended    int    `json:"attended"`
	WalkIns     int    `json:"walk_ins"`
}

// GroupRow is one cell of Result 7 group × beneficiary.
type GroupRow struct {
	Group       string `json:"group"`
	Beneficiary string `json:"beneficiary"`
	Joined      int    `json:"joined"`
	Attended    int    `json:"attended"`
}

// ClassRow counts a sector class.
type ClassRow struct {
	Class    string `json:"class"`
	Joined   int    `json:"joined"`
	Attended int    `json:"attended"`
}

// Minute says how many participants were present at the instant the minute starts.
type Minute struct {
	Start   time.Time `json:"start"`
	Present int       `json:"present"`
}

// Sensitivity is the attended figure under another rule.
type Sensitivity struct {
	Rule     string `json:"rule"`
	Attended int    `json:"attended"`
}

// Check is one identity: left and right must be equal. Each side is the sum of its terms; a side without any is 0.
type Check struct {
	Name       string `json:"name"`
	Left       int    `json:"left"`
	Right      int    `json:"right"`
	OK         bool   `json:"ok"`
	LeftTerms  []Term `json:"left_terms"`
	RightTerms []Term `json:"right_terms"`
}

// Term is a figure in a sum or a formula, by the name under which the people behind it are found.
type Term struct {
	Figure string `json:"figure"`
	N      int    `json:"n"`
}

// Contradiction is a person whose declared sector and organisation disagree; the declared one stands.
type Contradiction struct {
	Registration string `json:"registration"`
	Declared     string `json:"declared"`
	Says         string `json:"says"`
}

// Table is the breakdown of one webinar under one rule. Rows, Groups and Classes come in the fixed order, cells that are
// all zero left out of Rows. Engagement holds the results of polls, questions and surveys, question by question; Compared
// those that were put before the webinar and again after it, side by side.
type Table struct {
	Webinar        string          `json:"webinar"`
	Window         Window          `json:"window"`
	Rule           string          `json:"rule"`
	AsOf           time.Time       `json:"as_of"`
	Totals         Totals          `json:"totals"`
	Rows           []Row           `json:"rows"`
	Groups         []GroupRow      `json:"groups"`
	Minutes        []Minute        `json:"minutes"`
	Sensitivity    []Sensitivity   `json:"sensitivity"`
	Classes        []ClassRow      `json:"classes"`
	Checks         []Check         `json:"checks"`
	Contradictions []Contradiction `json:"contradictions"`

	Engagement []engagement.Result     `json:"engagement"`
	Compared   []engagement.Comparison `json:"compared"`
}
