// Package registration reads registration exports and judges them: who is barred, who registered twice, who has a seat.
//
// In: tables of the website and survey tools, and the officer's decisions. Out: one standing per registration, with the
// reason. The rules of DOMAIN live here alone, so that no command, import, bulk action, undo or restore gets round them.
package registration

import (
	"time"

	"rapporteur/internal/progress"
	"rapporteur/internal/tabular"
)

// State is where a registration stands.
type State string

// The states.
const (
	Submitted State = "submitted"
	Barred    State = "barred"
	Confirmed State = "confirmed"
	Waiting   State = "waiting"
	Declined  State = "declined"
	Withdrawn State = "withdrawn"
	Duplicate State = "duplicate"
)

// Channel is how a registration reached the office.
type Channel string

// The channels. Only Website is confirmable. "" is unknown.
const (
	Website Channel = "website"
	Email   Channel = "email"
	Phone   Channel = "phone"
	Other   Channel = "other"
	Ended   Channel = "ended" // on a platform that lists it as cancelled or refused, so that it came to nothing
)

// Source is the channel as commands and screens name it: website, email, phone or other, "" where it is not known. Why a
// registration that came to nothing is barred is said by its reason.
func (c Channel) Source() string {
	if c == Ended {
		return string(Other)
	}
	return string(c)
}

// Consent is the answer to the form's question on the rules of engagement.
type Consent string

// The answers.
const (
	NotAsked Consent = ""
	Accepted Consent = "accepted"
	Refused  Consent = "refused" // also blank where the form asks
)

// Registration is one submission by a person for one webinar. Text fields are as written, trimmed; Submitted is the
// completion time in UTC. ID is the content key. File, SHA256 (of the file, once it is in the register), Sheet and Line are
// provenance. Serial is the source's own number. Raw holds, by field (name for a full name, first_name, last_name, email,
// organisation, job_title, country, sector), what the file writes where that is more than the field says: signs that show
// nothing; and as phone the beginning of a telephone number, for the country/area that it tells: the number is not kept.
type Registration struct {
	ID           string
	Serial       string
	Submitted    time.Time
	FirstName    string
	LastName     string
	Email        string
	Organisation string
	JobTitle     string
	Country      string
	Sex          string
	Sector       string
	ChannelText  string
	Channel      Channel
	Consent      Consent
	Incomplete   bool // a draft the person never completed
	File         string
	SHA256       string
	Sheet        string
	Line         int
	Raw          map[string]string `json:",omitempty"`
}

// Event is an officer's act on one registration: confirmed, waiting, declined or withdrawn, oldest first.
type Event struct {
	Registration string
	State        State
	At           time.Time
	Reason       string
}

// Merge is an officer's word that two registrations, by their IDs, are one person's. Main is the officer's wish; a live
// seat and the bar go before it, so that Judge may name another main record.
type Merge struct {
	Duplicate string
	Main      string
}

// Standing is a registration with its judged state. DuplicateOf is the main record of its group ("" for the main
// record itself); a barred twin keeps Barred and names the main record. Questions are hints that are no merges
// (same name alone).
type Standing struct {
	Registration
	State       State
	Reason      string
	DuplicateOf string
	Questions   []string
}

// Options say what a file does not: the zone of its times, the channel of rows without one, the webinar's date.
type Options struct {
	Zone      *time.Location
	ZoneSaid  bool          // the officer named the zone: it goes before one that the export always writes
	Channel   Channel       // of the whole file; a row's own channel column beats it
	Date      time.Time     // the webinar's start, UTC; zero: unknown
	DateOrder string        // the officer's word, "dmy" or "mdy"; it goes before all evidence
	Seen      progress.Seen // told how many rows are read; a reading that it ended is worth nothing
}

// Reading is what one file holds. DateOrder is "ymd", "dmy" or "mdy", Dates how it was decided. Platform names the platform
// whose own page took the registrations, "" for a form of the website. Zone is the zone of the times where the export itself
// fixes it, else "".
type Reading struct {
	Format        string
	Why           string
	DateOrder     string
	Dates         tabular.DateLayout
	Platform      string
	Zone          string
	Registrations []Registration
	Incomplete    int
	Problems      []tabular.Problem
}

// Format is one export format: Detect claims a file (confidence 1 to 100 with the reason; 0: not mine), Read reads it.
// ID is the format id printed by inspect; Title names the report as an officer does, its platform first, and Found says
// where in the platform it is downloaded.
type Format struct {
	ID     string
	Title  string
	Found  string
	Detect func(tabular.File) (confidence int, why string)
	Read   func(tabular.File, Options) (Reading, error)
}
