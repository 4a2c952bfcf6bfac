// Package webinar holds project, Result and webinar, and reads and writes the outline: the published concept note from
// which title, times, capacity and Result come.
//
// In: text, HTML or a Word document as published. Out: an Outline whose every field names the source text it came from, with problems
// for what is missing or contradictory. Nothing is guessed: an ambiguous speaker line is marked for review.
package webinar

import "time"

// Problem is a remark on one outline field. Source is the text of the outline it speaks of.
type Problem struct {
	Field   string `json:"field"`
	Message string `json:"message"`
	Source  string `json:"source"`
}

// Speaker is one entry of the programme. Role is the position ("Head of Operations"), Note a bracket beside it.
// Review is set when role and organisation cannot be told apart surely.
type Speaker struct {
	Name         string `json:"name"`
	Role         string `json:"role"`
	Organisation string `json:"organisation"`
	Note         string `json:"note,omitempty"`
	Moderator    bool   `json:"moderator"`
	Review       bool   `json:"review,omitempty"`
	Source       string `json:"source"`
}

// Resource is a reading recommended to participants. URL is "" where none is printed.
type Resource struct {
	Owner  string `json:"owner"`
	Title  string `json:"title"`
	URL    string `json:"url"`
	Source string `json:"source"`
}

// Row is one labelled row of the published table as it stood, for the record and for writing it back. Text holds one
// paragraph per line, list items with "• " in front, without the markup that stood around them.
type Row struct {
	Label string `json:"label"`
	Text  string `json:"text"`
}

// Outline is the published concept note. Start and End are UTC; Zone is an IANA name, ZoneWords what was printed.
// Sources maps a field name (as in Problem.Field) to the source text it came from.
type Outline struct {
	Project          string            `json:"project"`
	ProjectTitle     string            `json:"project_title"`
	Title            string            `json:"title"`
	Start            time.Time         `json:"start"`
	End              time.Time         `json:"end"`
	Zone             string            `json:"zone"`
	ZoneWords        string            `json:"zone_words"`
	DurationMinutes  int               `json:"duration_minutes"`
	Language         string            `json:"language"`       // BCP 47
	Interpretation   []string          `json:"interpretation"` // BCP 47; empty: none
	Speakers         []Speaker         `json:"speakers"`
	Background       []string          `json:"background"`
	Objectives       []string          `json:"objectives"`
	ExpectedOutcomes []string          `json:"expected_outcomes"`
	Participants     []string          `json:"participants"`      // the paragraphs of the row
	Capacity         int               `json:"capacity"`          // 0: not stated
	Audience         []string          `json:"audience"`          // sector group codes named as target audience
	ConfirmationDays int               `json:"confirmation_days"` // days before the start on which confirmations go out; 0: not stated
	Registration     string            `json:"registration"`
	WebsiteOnly      bool              `json:"website_only"`
	Resources        []Resource        `json:"resources"`
	Activities       []string          `json:"activities"` // paragraphs of "related activities"
	Result           int               `json:"result"`     // 0: not stated
	ResultGroups     []string          `json:"result_groups"`
	WebReference     string            `json:"web_reference"`
	Header           []string          `json:"header,omitempty"` // the lines above the rows, where they are not project, long title and title
	Rows             []Row             `json:"rows"`             // in published order
	Sources          map[string]string `json:"sources"`
	Problems         []Problem         `json:"problems"`
}

// State is the life of a webinar.
type State string

// The states.
const (
	Planned   State = "planned"
	Postponed State = "postponed"
	Held      State = "held"
	Cancelled State = "cancelled"
	Closed    State = "closed"
)

// Webinar is one event of a project. Version grows by one with every live change of it. Limit 0 means: the outline's
// capacity. ActualStart and ActualEnd are what the officer entered (zero: as scheduled).
type Webinar struct {
	ID           string    `json:"id"`
	Project      string    `json:"project"` // project code
	ActivityType string    `json:"activity_type"`
	State        State     `json:"state"`
	StateReason  string    `json:"state_reason"`
	Outline      Outline   `json:"outline"`
	ActualStart  time.Time `json:"actual_start"`
	ActualEnd    time.Time `json:"actual_end"`
	Limit        int       `json:"limit"`
	Rule         string    `json:"rule"` // attendance rule, "50%" or "60min"
	Connection   string    `json:"connection"`
	Rules        string    `json:"rules"` // rules of engagement
	Version      int       `json:"version"`
	Sample       bool      `json:"sample,omitempty"`  // the sample webinar of invented people
	Removed      bool      `json:"removed,omitempty"` // a sample taken out of the lists
}

// Window is [actual start, actual end) where the officer entered them, else as scheduled. Both are UTC.
func (w Webinar) Window() (start, end time.Time) {
	start, end = w.Outline.Start, w.Outline.End
	if !w.ActualStart.IsZero() {
		start = w.ActualStart
	}
	if !w.ActualEnd.IsZero() {
		end = w.ActualEnd
	}
	return start, end
}

// Seats is the confirmation limit in force: the officer's where set, else the outline's capacity; 0 means none stated.
func (w Webinar) Seats() int {
	if w.Limit > 0 {
		return w.Limit
	}
	return w.Outline.Capacity
}

// Result is one of a project's results (immediate outcomes). Editable data, never hard-coded.
type Result struct {
	Number int    `json:"number"`
	Text   string `json:"text"`
}

// Project carries what is common to its webinars. KosovoNote is one of "eu", "coe", "un": which prescribed footnote.
// OrganiserDomains are e-mail domains whose holders are staff.
type Project struct {
	Code             string   `json:"code"`
	Title            string   `json:"title"`
	Results          []Result `json:"results"`
	OrganiserDomains []string `json:"organiser_domains"`
	KosovoNote       string   `json:"kosovo_note"`
	CreditLine       string   `json:"credit_line"`
	Disclaimer       string   `json:"disclaimer"`
}
