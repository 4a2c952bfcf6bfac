package indicator

import (
	"time"

	"rapporteur/internal/webinar"
)

// Webinar is what a count needs of one webinar. Attended is its figure, that of a closed one as it was frozen.
type Webinar struct {
	ID       string
	Project  string
	Activity string
	State    webinar.State
	Start    time.Time
	Zone     *time.Location
	Attended int
}

// Row counts participations and unique persons of one sector, beneficiary and sex. A person counts once, in the row of the
// latest attendance.
type Row struct {
	Sector         string `json:"sector"`
	Beneficiary    string `json:"beneficiary"`
	Sex            string `json:"sex"`
	Participations int    `json:"participations"`
	Persons        int    `json:"persons"`
}

// Coverage counts the unique persons of a Result 7 group from a beneficiary.
type Coverage struct {
	Group       string `json:"group"`
	Beneficiary string `json:"beneficiary"`
	N           int    `json:"n"`
}

// Activity are the figures of one type of activity: only within one of them does a person count once for an indicator.
type Activity struct {
	Type           string `json:"activity_type"`
	Webinars       int    `json:"webinars"`
	Participations int    `json:"participations"`
	UniquePersons  int    `json:"unique_persons"`
}

// Repeat counts the unique persons who attended so many webinars.
type Repeat struct {
	Webinars int `json:"webinars"`
	Persons  int `json:"persons"`
}

// Changed says that a person counts otherwise at a later attendance than at an earlier one of the period. Field is sector,
// beneficiary or sex; Webinar is the one from which on it is so.
type Changed struct {
	Person  string `json:"person"`
	Field   string `json:"field"`
	From    string `json:"from"`
	To      string `json:"to"`
	Webinar string `json:"webinar"`
}

// Check is an identity between the figures.
type Check struct {
	Name  string `json:"name"`
	Left  int    `json:"left"`
	Right int    `json:"right"`
	OK    bool   `json:"ok"`
}

// Figures are those of a period. Planned, Held (closed ones among them), Postponed and Cancelled count webinars by their
// state. Participations add up who attended each webinar, UniquePersons count each of them once; of these OpenPersons are
// in attendance everywhere with an open match, so that nobody knows yet who they are. Returning attended a webinar before
// the period. Differing are closed webinars whose frozen figure is another one than is computed now: participations count
// the frozen one, persons can only be counted by what is there now.
type Figures struct {
	Period             string     `json:"period"`
	Project            string     `json:"project"`
	Planned            int        `json:"planned"`
	Held               int        `json:"held"`
	Postponed          int        `json:"postponed"`
	Cancelled          int        `json:"cancelled"`
	Participations     int        `json:"participations"`
	UniquePersons      int        `json:"unique_persons"`
	UniqueInstitutions int        `json:"unique_institutions"`
	OpenPersons        int        `json:"open_persons"`
	WalkIns            int        `json:"walk_ins"`
	New                int        `json:"new"`
	Returning          int        `json:"returning"`
	Activities         []Activity `json:"activities"`
	Rows               []Row      `json:"rows"`
	Coverage           []Coverage `json:"coverage"`
	Repeats            []Repeat   `json:"repeats"`
	Changes            []Changed  `json:"changes"`
	Differing          []string   `json:"differing"`
	Questions          int        `json:"questions"`
	Checks             []Check    `json:"checks"`
}
