// Package engagement turns polls, questions to the speakers and surveys into answers, and answers into results per
// question.
//
// In: tables of a webinar platform or of a form. Out: answers with line numbers, each tied to a person of the webinar
// where that is certain, and one result per question that the breakdown carries. Who answered without a name stays
// without one.
//
//   - Formats (formats.go) lists the layouts, one file each; a layout detects and reads, never counts.
//   - Key (key.go) names an answer by its content, so that a second export of the same row is the same answer.
//   - tie (tie.go) says whose answer it is: by an equal address, else by a full name that only one person has.
//   - Results (results.go) counts; what was typed is only counted, never quoted (options.go).
//   - Compare (compare.go) lays a question put before the webinar beside the same question after it.
//
// The order of answers and files never changes a result, and a file read twice changes nothing.
package engagement

import (
	"time"

	"rapporteur/internal/progress"
	"rapporteur/internal/tabular"
)

// Kind says what an answer answers.
type Kind string

// The kinds.
const (
	Poll      Kind = "poll"      // a question to the participants, on the platform
	Questions Kind = "questions" // a question of a participant to the speakers
	Survey    Kind = "survey"    // a form, before, during or after the webinar
)

// Phase says when a question was put.
type Phase string

// The phases.
const (
	Before Phase = "before"
	During Phase = "during"
	After  Phase = "after"
)

// Answer is what one respondent answered to one question, times in UTC. Key comes from its content. A respondent without
// name and address is anonymous. Given are the options chosen or the text typed; of a question to the speakers, Question
// is what was asked and Given what was answered, empty when nothing was. Picked: the options are the poll's own, nobody
// can have typed them. At is zero when the file has no times.
type Answer struct {
	Key      string
	Line     int
	Kind     Kind
	Phase    Phase
	Question string
	Given    []string
	Picked   bool
	Name     string
	Email    string
	At       time.Time
	Sources  []Source
}

// Anonymous tells whether nothing says who answered.
func (a Answer) Anonymous() bool { return a.Name == "" && a.Email == "" }

// Source is where an answer stands: File is the SHA-256 of the source file, Name its name, Line the 1-based line.
type Source struct {
	File string `json:"sha256"`
	Name string `json:"file"`
	Line int    `json:"line"`
}

// Link is an officer's word that a question shows whether an expected outcome was reached. Question is a Result's ID;
// Outcome the outcome's own text, "" where the officer took the word back. The newest on a question counts.
type Link struct {
	Question string
	Outcome  string
}

// PhaseWord is an officer's word on when the questions of a file were put, "" where it is taken back: then the file's own
// reading stands. File is the SHA-256 of the file. The newest on a file counts.
type PhaseWord struct {
	File  string
	Phase Phase
}

// Options say what a file does not. Zone is the zone of its times; Date the webinar's start (zero: unknown), used to
// decide day and month; Start and End the window, which tells the phase of a survey; Phase, when set, is the officer's
// own word on it.
type Options struct {
	Zone      *time.Location
	Date      time.Time
	DateOrder string // the officer's word, "dmy" or "mdy"; it goes before all evidence
	Start     time.Time
	End       time.Time
	Phase     Phase
	Seen      progress.Seen // told how many rows are read; a reading that it ended is worth nothing
}

// Reading is what one file holds. Title and Start are the meeting's own (zero when the file has none). Responses counts
// the rows with an answer: what one respondent handed in at one time. Phase is when its questions were put and PhaseWhy what
// tells so, both "" where its rows say it one by one or an answer has none.
type Reading struct {
	Format    string
	Why       string
	Kind      Kind
	Title     string
	Start     time.Time
	DateOrder string
	Dates     tabular.DateLayout // how the order was decided
	Phase     Phase
	PhaseWhy  string
	Responses int
	Answers   []Answer
	Problems  []tabular.Problem
}

// Format is one layout; as attendance.Format, with the kind of its answers. Title is its name as an officer knows it, Found
// where its reports are downloaded, "" for the forms that the survey table's says together.
type Format struct {
	ID     string
	Kind   Kind
	Title  string
	Found  string
	Detect func(tabular.File) (confidence int, why string)
	Read   func(tabular.File, Options) (Reading, error)
}
