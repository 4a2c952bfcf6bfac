// Package attendance turns platform exports into persons with stays, and stays into presence.
//
// In: tables of a webinar platform. Out: records with line numbers, persons over all files of a webinar, presence in
// whole seconds, united and clipped to the window. Staff is never guessed here beyond the file's own mark.
//
//   - Formats (formats.go) lists the layouts, one file each; a layout detects and reads, never groups.
//   - Key (key.go) names a record by its content, so that a second export of the same row is the same record.
//   - Group (group.go) makes persons: never by a given name alone, never by adjacency or device. Two exports of one
//     meeting are joined by their stays (twins.go).
//   - Presence, Union, Minutes (presence.go) and Rule (rule.go) count, in integers.
//
// The order of records and files never changes a figure, and a file read twice changes nothing.
package attendance

import (
	"time"

	"rapporteur/internal/progress"
	"rapporteur/internal/tabular"
)

// Role is the file's own mark of a person.
type Role string

// The roles.
const (
	Attendee Role = "attendee"
	Panelist Role = "panelist"
	Host     Role = "host"
	Phone    Role = "phone"
)

// Kind says what a row is.
type Kind string

// The kinds of rows.
const (
	StayRow     Kind = "stay"
	TotalRow    Kind = "total"        // a person's total; join and leave are only the first and the last time
	DeclaredRow Kind = "declared"     // the list says that the person was there, and no more: no times, no total
	WaitingRoom Kind = "waiting_room" // never attendance
	NoShow      Kind = "no_show"
)

// Record is one row of an attendance file, times in UTC. Key comes from its content (folded name, e-mail, join, leave,
// platform id). Name is the display name without the brackets that stand in Original and Stripped; Registrant is the
// platform's registrant name, Original the original name in brackets, Stripped the brackets that are a device, a tag or
// an organisation, as written. An open row has the Leave at which the reader ended it. A row with a total and no times
// has zero Join and Leave and HasTotal. In a TotalRow the total counts; Join and Leave say between which times it was reached.
// Raw holds, by field (name, registrant, organisation, job_title), what the file writes where that is more than the field
// says: signs that show nothing, brackets taken out of a name; and as phone the beginning of the registrant's telephone number,
// for the country/area that it tells: the number is not kept. SharedOf is set where an officer said that several people sat
// at the connection (see Share): the key of the record whose stay this one repeats for one of them.
type Record struct {
	Key          string
	SharedOf     string `json:",omitempty"`
	Line         int
	Kind         Kind
	Name         string
	Registrant   string
	Original     string
	Stripped     []string
	Email        string
	PlatformID   string
	Mark         Role // "" when the format carries no role
	Join         time.Time
	Leave        time.Time
	Open         bool // no leave in the file
	Total        time.Duration
	HasTotal     bool
	Organisation string
	JobTitle     string
	Country      string            // of the connection or the registrant's form, as in the file
	Raw          map[string]string `json:",omitempty"`
	Sources      []Source
}

// Source is where a record stands: File is the SHA-256 of the source file, Name its name, Line the 1-based line.
type Source struct {
	File string `json:"sha256"`
	Name string `json:"file"`
	Line int    `json:"line"`
}

// Stay is one continuous stretch, UTC, Join before Leave. Open: it had no leave and was ended by a rule.
type Stay struct {
	Join  time.Time
	Leave time.Time
	Open  bool
}

// Person is one attendee over all given records. ID is deterministic from the records' content. Stays are as in the
// records, sorted, exact repeats once, before union. TotalOnly: no file tells the stays; Total is then the platform's
// figure, and Spans, where known, the times between which it was reached. Declared: no file tells more than that the
// person was there; presence is then unknown, and no rule of presence is asked.
type Person struct {
	ID        string
	Name      string // registrant name, else original name in brackets, else the display name with most seconds
	Names     []string
	Email     string
	Emails    []string
	Role      Role
	Records   []Record
	Stays     []Stay
	Total     time.Duration
	TotalOnly bool
	Spans     []Stay
	Declared  bool
}

// Options say what a file does not. Zone is the zone of its times; Date the webinar's start (zero: unknown), used to
// decide day and month; DateOrder, "dmy" or "mdy", is the officer's word, which goes before all evidence; End, when set,
// ends open stays. Seen is told how many rows are read, Compared how many are compared with what the file itself sums up; a
// reading that one of them ended is worth nothing.
type Options struct {
	Zone      *time.Location
	Date      time.Time
	DateOrder string
	End       time.Time
	Seen      progress.Seen
	Compared  progress.Seen
}

// Reading is what one file holds. Title, Start and End are the meeting's own (zero when the file has none).
// Zone is the one the file itself gives for its times, as written, "" when Options say it. Dates says how the order of
// day and month was decided. RoleColumn: the format carries roles. Rows counts the person rows, waiting-room and no-show
// rows included.
type Reading struct {
	Format     string
	Why        string
	Title      string
	Start      time.Time
	End        time.Time
	DateOrder  string
	Zone       string
	Dates      tabular.DateLayout
	RoleColumn bool
	Rows       int
	Records    []Record
	Problems   []tabular.Problem
}

// Format is one platform's layout; as registration.Format.
type Format struct {
	ID     string
	Title  string
	Found  string
	Detect func(tabular.File) (confidence int, why string)
	Read   func(tabular.File, Options) (Reading, error)
}
