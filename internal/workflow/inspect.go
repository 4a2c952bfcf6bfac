package workflow

import (
	"cmp"
	"context"
	"slices"
	"time"

	"rapporteur/internal/attendance"
	"rapporteur/internal/engagement"
	"rapporteur/internal/fault"
	"rapporteur/internal/intake"
	"rapporteur/internal/registration"
	"rapporteur/internal/tabular"
	"rapporteur/internal/webinar"
)

// InspectOptions say what a file does not. Zone "" is the setting; Date (zero: unknown) helps to tell day from month;
// End, "15:04[:05]" local or RFC 3339, ends open stays.
type InspectOptions struct {
	FileSaid
	Date time.Time
	End  string

	Kind    string // what the officer takes the files for, "" as they are recognised
	Columns string // a choice of columns, as ColumnChoice has it; "" for none
}

// InspectedMeeting is what the file itself says of the meeting; times null when it does not.
type InspectedMeeting struct {
	Title string     `json:"title"`
	Start *time.Time `json:"start"`
	End   *time.Time `json:"end"`
}

// InspectedPerson is one person of an attendance file. Minutes are the union of the stays, MinutesSummed their sum, both
// to one decimal and before any clipping; times are UTC, null when the file has none.
type InspectedPerson struct {
	Name          string     `json:"name"`
	Email         string     `json:"email"`
	Role          string     `json:"role"`
	Minutes       float64    `json:"minutes"`
	MinutesSummed float64    `json:"minutes_summed"`
	Joins         int        `json:"joins"`
	FirstJoin     *time.Time `json:"first_join"`
	LastLeave     *time.Time `json:"last_leave"`
	Open          bool       `json:"open"`
	Declared      bool       `json:"declared"`
}

// InspectedRegistration is one submission of a registration file.
type InspectedRegistration struct {
	Line         int        `json:"line"`
	Submitted    *time.Time `json:"submitted"` // null when the file does not say it
	FirstName    string     `json:"first_name"`
	LastName     string     `json:"last_name"`
	Email        string     `json:"email"`
	Organisation string     `json:"organisation"`
	JobTitle     string     `json:"job_title"`
	Country      string     `json:"country"`
	Sex          string     `json:"sex"`
	Sector       string     `json:"sector"`
	Source       string     `json:"source"`
	DuplicateOf  int        `json:"duplicate_of"` // line of the main submission, 0 for none
}

// Inspected is what one file holds; nothing is stored. Fault is set when it cannot be read.
type Inspected struct {
	File          string                  `json:"file"`
	SHA256        string                  `json:"sha256"`
	Kind          string                  `json:"kind"`
	Format        string                  `json:"format"`
	Why           string                  `json:"why"`
	Encoding      string                  `json:"encoding"`
	Delimiter     string                  `json:"delimiter"`
	DateOrder     string                  `json:"date_order"`
	Zone          string                  `json:"zone"`
	ZoneFrom      string                  `json:"zone_from"`
	Webinar       InspectedMeeting        `json:"webinar"`
	Counts        map[string]int          `json:"counts"`
	Persons       []InspectedPerson       `json:"persons"`
	Registrations []InspectedRegistration `json:"registrations"`
	Problems      []tabular.Problem       `json:"problems"`
	Outline       *webinar.Outline        `json:"outline,omitempty"`
	Fault         *fault.Error            `json:"error,omitempty"`
}

// Inspect recognises files and says what they hold, without any register.
func Inspect(ctx context.Context, tables Tables, files []Upload, o InspectOptions) ([]Inspected, error) {
	zone, name, from, err := zoned(o.Zone, webinar.Webinar{})
	if err != nil {
		return nil, err
	}
	out := make([]Inspected, 0, len(files))
	for _, u := range files {
		one := Inspected{File: u.Name, SHA256: u.SHA256(), Kind: "unknown", Zone: name, ZoneFrom: from, Counts: map[string]int{},
			Persons: []InspectedPerson{}, Registrations: []InspectedRegistration{}, Problems: []tabular.Problem{}}
		if err := one.read(ctx, tables, u, zone, o); err != nil {
			if ctx.Err() != nil {
				return nil, err
			}
			f := fault.From(err)
			if f.Where.File == "" {
				f = f.At(fault.Where{File: u.Name, Sheet: f.Where.Sheet, Line: f.Where.Line, Column: f.Where.Column})
			}
			one.Fault, one.Kind = f, "unknown"
			one.Why = f.Message
		}
		out = append(out, one)
	}
	return out, nil
}

func (i *Inspected) read(ctx context.Context, tables Tables, u Upload, zone *time.Location, o InspectOptions) error {
	table, claim, err := readTable(ctx, tables, u, o.FileSaid, opening{}, kindsIn(o.Kind)...)
	switch {
	case table == nil:
	case o.Columns != "":
		kind := cmp.Or(o.Kind, intake.KindOf(o.Columns))
		var m tabular.Mapping
		if m, err = intake.ChosenBy(*table, kind, o.Columns, nil, nil); err == nil {
			claim, err = intake.Mapped(*table, kind, m)
		}
		if err != nil {
			return err
		}
	case o.Kind == intake.Survey && claim.Kind != intake.Survey:
		claim, err = intake.AsSurvey(*table)
	}
	if err != nil {
		if outline, bad := webinar.ReadOutline(u.Name, u.Data); bad == nil {
			i.outline(outline)
			return nil
		}
		return err
	}
	i.Kind, i.Format, i.Why = claim.Kind, claim.Format, claim.Why
	i.Encoding, i.Delimiter = table.Encoding, table.Delimiter
	i.Problems = append(i.Problems, table.Problems...)
	switch claim.Kind {
	case intake.Registrations:
		return i.registrations(*table, claim, registration.Options{Zone: zone, ZoneSaid: o.Zone != "", Date: o.Date, DateOrder: o.DateOrder})
	case intake.Poll, intake.Questions, intake.Survey:
		return i.engagement(*table, claim, engagement.Options{Zone: zone, Date: o.Date, DateOrder: o.DateOrder})
	}
	return i.attendance(*table, claim, attendance.Options{Zone: zone, Date: o.Date, DateOrder: o.DateOrder}, o.End)
}

func (i *Inspected) outline(o webinar.Outline) {
	i.Kind, i.Format, i.Why, i.Zone, i.ZoneFrom = "outline", "outline", "a table of labelled rows as published", o.Zone, "file"
	i.Webinar = InspectedMeeting{Title: o.Title, Start: moment(o.Start), End: moment(o.End)}
	i.Counts = map[string]int{"rows": len(o.Rows), "speakers": len(o.Speakers)}
	i.Outline = &o
	for _, p := range o.Problems {
		i.Problems = append(i.Problems, tabular.Problem{Column: p.Field, Message: p.Message})
	}
}

func (i *Inspected) attendance(table tabular.File, claim intake.Claim, o attendance.Options, end string) error {
	reading, err := intake.ReadAttendance(table, claim, o)
	if err != nil {
		return err
	}
	if end != "" {
		if o.End, err = endOf(end, startOf(reading), o.Zone); err != nil {
			return err
		}
		if reading, err = intake.ReadAttendance(table, claim, o); err != nil {
			return err
		}
	}
	i.DateOrder = reading.DateOrder
	if reading.Zone != "" {
		i.Zone, i.ZoneFrom = reading.Zone, "file"
	}
	i.Webinar = InspectedMeeting{Title: reading.Title, Start: moment(reading.Start), End: moment(reading.End)}
	i.Problems = append(i.Problems, reading.Problems...)
	if !o.Date.IsZero() {
		day := time.Date(o.Date.Year(), o.Date.Month(), o.Date.Day(), 0, 0, 0, 0, o.Zone)
		i.Problems = append(i.Problems, intake.AnotherDay(attendance.FirstJoins(reading.Records), day, day.AddDate(0, 0, 1))...)
	}
	for n := range reading.Records {
		reading.Records[n].Sources = []attendance.Source{{File: i.SHA256, Name: i.File, Line: reading.Records[n].Line}}
	}
	persons := attendance.Group(reading.Records)
	c := attendance.Count(reading, persons)
	i.Counts = map[string]int{"rows": c.Rows, "persons": c.Persons, "attendees": c.Attendees, "panelists": c.Panelists,
		"hosts": c.Hosts, "phones": c.Phones, "no_shows": c.NoShows}
	for _, p := range persons {
		i.Persons = append(i.Persons, inspectedPerson(p))
	}
	return nil
}

func inspectedPerson(p attendance.Person) InspectedPerson {
	union, summed, joins := attendance.Minutes(p)
	out := InspectedPerson{Name: p.Name, Email: p.Email, Role: string(p.Role), Minutes: tenth(union), MinutesSummed: tenth(summed), Joins: joins, Declared: p.Declared}
	for _, s := range slices.Concat(p.Stays, p.Spans) {
		if out.FirstJoin == nil || s.Join.Before(*out.FirstJoin) {
			out.FirstJoin = moment(s.Join)
		}
		if out.LastLeave == nil || s.Leave.After(*out.LastLeave) {
			out.LastLeave = moment(s.Leave)
		}
		out.Open = out.Open || s.Open
	}
	return out
}

func (i *Inspected) registrations(table tabular.File, claim intake.Claim, o registration.Options) error {
	reading, err := intake.ReadRegistrations(table, claim, o)
	if err != nil {
		return err
	}
	i.DateOrder = reading.DateOrder
	if reading.Zone != "" {
		i.Zone, i.ZoneFrom = reading.Zone, "format"
	}
	i.Problems = append(i.Problems, reading.Problems...)
	standings := registration.Judge(registration.JudgeInput{Registrations: reading.Registrations})
	lines := map[string]int{}
	for _, s := range standings {
		lines[s.ID] = s.Line
	}
	unique := 0
	for _, s := range standings {
		if s.DuplicateOf == "" {
			unique++
		}
		i.Registrations = append(i.Registrations, InspectedRegistration{
			Line: s.Line, Submitted: moment(s.Submitted), FirstName: s.FirstName, LastName: s.LastName, Email: s.Email,
			Organisation: s.Organisation, JobTitle: s.JobTitle, Country: s.Country, Sex: s.Sex, Sector: s.Sector,
			Source: s.Channel.Source(), DuplicateOf: lines[s.DuplicateOf],
		})
	}
	i.Counts = map[string]int{"submissions": len(reading.Registrations), "unique_persons": unique, "incomplete": reading.Incomplete}
	return nil
}

func (i *Inspected) engagement(table tabular.File, claim intake.Claim, o engagement.Options) error {
	reading, err := intake.ReadEngagement(table, claim, o)
	if err != nil {
		return err
	}
	i.Kind, i.DateOrder = string(reading.Kind), reading.DateOrder
	i.Webinar = InspectedMeeting{Title: reading.Title, Start: moment(reading.Start)}
	i.Problems = append(i.Problems, reading.Problems...)
	c := engagement.Count(reading)
	i.Counts = map[string]int{"responses": c.Responses, "respondents": c.Respondents, "anonymous": c.Anonymous, "questions": c.Questions}
	return nil
}

// startOf is the meeting's start, or the first join where the file does not say it.
func startOf(r attendance.Reading) time.Time {
	start := r.Start
	for _, x := range r.Records {
		if r.Start.IsZero() && !x.Join.IsZero() && (start.IsZero() || x.Join.Before(start)) {
			start = x.Join
		}
	}
	return start
}

// endOf reads the officer's end: RFC 3339, or a local clock time on the day of the meeting; a file without any time has no
// day, and nothing that an end could end: zero.
func endOf(text string, start time.Time, zone *time.Location) (time.Time, error) {
	if t, err := time.Parse(time.RFC3339, text); err == nil {
		return t.UTC(), nil
	}
	for _, layout := range []string{"15:04:05", "15:04"} {
		clock, err := time.Parse(layout, text)
		if err != nil {
			continue
		}
		if start.IsZero() {
			return time.Time{}, nil
		}
		day := start.In(zone)
		end := time.Date(day.Year(), day.Month(), day.Day(), clock.Hour(), clock.Minute(), clock.Second(), 0, zone)
		if end.Before(start) {
			end = end.AddDate(0, 0, 1)
		}
		return end.UTC(), nil
	}
	return time.Time{}, fault.New(fault.Invalid, "The end of the meeting is not a time.", "Write it as 16:00, or as 2020-05-28T13:00:00Z.")
}

func moment(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	u := t.UTC()
	return &u
}

func tenth(minutes float64) float64 { return float64(int(minutes*10+0.5)) / 10 }
