package attendance

import (
	"slices"
	"time"

	"rapporteur/internal/fault"
	"rapporteur/internal/participant"
	"rapporteur/internal/tabular"
)

// MappedTable is the format id of a table that an officer has mapped.
const MappedTable = "mapped_table"

// The fields of a mapped table. Attended is a yes or a no; a yes without times and minutes is declared attendance, and so is
// every name of a list of those who were there. A yes in the waiting room makes the row no attendance.
const (
	fieldFullName     = "full_name"
	fieldListed       = "listed_name"  // of a list that names those who were there, and nobody else
	fieldRenamed      = "renamed_name" // as "New (Original)": the name in brackets is who it was
	fieldFirstName    = "first_name"
	fieldLastName     = "last_name"
	fieldEmail        = "email"
	fieldDate         = "date" // of the day, where join and leave are times of day
	fieldJoin         = "join"
	fieldLeave        = "leave"
	fieldMinutes      = "minutes"
	fieldAttended     = "attended"
	fieldWaiting      = "waiting_room"
	fieldRole         = "role"
	fieldOrganisation = "organisation"
	fieldJobTitle     = "job_title"
	fieldCountry      = "country"
)

// MappedFields lists the fields that a mapped table may have, in the order in which they are asked for.
func MappedFields() []string {
	return []string{fieldFullName, fieldListed, fieldRenamed, fieldFirstName, fieldLastName, fieldEmail, fieldDate, fieldJoin, fieldLeave, fieldMinutes, fieldAttended,
		fieldWaiting, fieldRole, fieldOrganisation, fieldJobTitle, fieldCountry}
}

// Lacks says what a mapping needs before its table can be read, in sentences; empty when nothing.
func Lacks(columns map[string]int) []string {
	has := func(fields ...string) bool {
		return slices.ContainsFunc(fields, func(f string) bool { _, ok := columns[f]; return ok })
	}
	lacks := []string{}
	if !has(fieldFullName, fieldListed, fieldRenamed, fieldFirstName, fieldLastName, fieldEmail) {
		lacks = append(lacks, "Nothing says who the people are: choose the column of their names, or of their e-mail addresses.")
	}
	if !has(fieldJoin, fieldMinutes, fieldAttended, fieldListed) {
		lacks = append(lacks, "Nothing says that the people were there: choose the column of the times at which they joined, of their minutes, or of a yes or no. "+
			"Where the list names those who were there and nobody else, choose that for the names.")
	}
	if has(fieldListed) && has(fieldJoin, fieldMinutes, fieldAttended) {
		lacks = append(lacks, "A column says who was there: choose the names as names, not as a list of those who were there.")
	}
	if has(fieldLeave) && !has(fieldJoin) {
		lacks = append(lacks, "There is a column of the times at which people left, and none of the times at which they joined: choose it too.")
	}
	if has(fieldFullName) && has(fieldRenamed, fieldListed) || has(fieldRenamed) && has(fieldListed) {
		lacks = append(lacks, "Two columns are chosen for the name: one of them is enough.")
	}
	if has(fieldDate) && !has(fieldJoin) {
		lacks = append(lacks, "There is a column of dates, and none of the times at which people joined: choose it too.")
	}
	return lacks
}

// ReadMapped reads a table as an officer has mapped it. Times of day without a date are those of the webinar's day. Faults:
// invalid for a mapping that lacks something, not-found for a sheet or header that is not there, those of all formats.
func ReadMapped(f tabular.File, m tabular.Mapping, o Options) (Reading, error) {
	if lacks := Lacks(m.Columns); len(lacks) > 0 {
		return Reading{}, fault.New(fault.Invalid, lacks[0], "Map the columns again.").At(fault.Where{File: f.Name, Sheet: m.Sheet})
	}
	header, rows, err := m.Cut(f)
	if err != nil {
		return Reading{}, err
	}
	t := mappedTable{columns: m.Columns, unit: time.Minute, marked: true}
	if unit, ok := tabular.UnitIn(header.Cell(t.at(fieldMinutes))); ok {
		t.unit = unit
	}
	for _, row := range rows {
		answer := cellAt(row, t.at(fieldAttended))
		t.marked = t.marked && !wasAbsent(answer)
	}
	r := Reading{Format: MappedTable, Why: "your own choice of the columns", RoleColumn: t.at(fieldRole) >= 0, Problems: []tabular.Problem{}}
	if slices.Contains(participant.Tokens(header.Cell(t.at(fieldJoin))), "utc") {
		o.Zone, r.Zone = time.UTC, "UTC"
	}
	days := daysOf(f.Name, o)
	var people []personRow
	left := 0
	for _, row := range rows {
		if row.Blank() {
			continue
		}
		p, why := t.person(row)
		if why != "" {
			left++
			r.leaveOut(row.Line, why)
			continue
		}
		if !days.complete(&p) {
			return Reading{}, fault.New(fault.Ambiguous, "The times of this table are times of day without a date.",
				"Give the date of the webinar.").At(fault.Where{File: f.Name, Sheet: m.Sheet, Line: row.Line})
		}
		people = append(people, p)
	}
	if len(people) == 0 {
		return Reading{}, fault.New(fault.Unreadable, "No row of this table can be read under these columns.",
			"Look whether the header and the columns are the right ones.").At(fault.Where{File: f.Name, Sheet: m.Sheet})
	}
	markRoles(people)
	if t.at(fieldJoin) >= 0 && t.at(fieldLeave) < 0 && t.at(fieldMinutes) < 0 {
		r.problem(header.Line, "The table has no times at which people left: each is taken to have stayed until the end.")
	}
	err = r.build(people, frame{near: fileDay(f.Name)}, o)
	r.Rows += left
	r.settleTotals()
	return r, err
}

// mappedTable reads the rows of a mapped table. unit is that of a bare number of minutes; marked: the column that says who
// attended holds no word for no, so that a blank is one.
type mappedTable struct {
	columns map[string]int
	unit    time.Duration
	marked  bool
}

// at is the column of a field, -1 where it has none.
func (t mappedTable) at(field string) int {
	if i, ok := t.columns[field]; ok {
		return i
	}
	return -1
}

// person reads one row; why is the reason for which it cannot count.
func (t mappedTable) person(row tabular.Row) (p personRow, why string) {
	cell := func(field string) string { return cellAt(row, t.at(field)) }
	p = personRow{
		line: row.Line, cells: row, kind: StayRow, unit: t.unit, lasts: true, shown: cell(fieldFullName), email: cell(fieldEmail),
		role: cell(fieldRole), join: cell(fieldJoin), leave: cell(fieldLeave), total: cell(fieldMinutes),
		organisation: cell(fieldOrganisation), jobTitle: cell(fieldJobTitle), country: cell(fieldCountry),
	}
	if renamed := cell(fieldRenamed); renamed != "" {
		p.shown, p.zoomName = renamed, true
	}
	if listed := cell(fieldListed); listed != "" {
		p.shown = listed
	}
	p.on(cell(fieldDate))
	p.register(row, cell(fieldFirstName), cell(fieldLastName))
	if p.shown == "" {
		p.shown = p.registrant
	}
	length, readable := total(p.total, p.unit)
	if p.total != "" && !readable {
		if p.join == "" {
			return p, "The minutes of this row cannot be read; the row is left out."
		}
		p.note = "The minutes of this row cannot be read; its times count."
	}
	if wasThere(cell(fieldWaiting)) {
		p.kind = WaitingRoom
		return p, ""
	}
	if t.at(fieldListed) >= 0 {
		p.kind = DeclaredRow
		return p, ""
	}
	if t.at(fieldAttended) < 0 {
		if p.join == "" && readable && length == 0 {
			p.kind = NoShow
		}
		return p, ""
	}
	told := p.join != "" || length > 0
	switch answer := cell(fieldAttended); {
	case wasAbsent(answer) || answer == "" && t.marked && !told:
		p.kind = NoShow
		if told {
			p.note = "This row says that the person was not there and gives times or minutes; the person counts as not there."
		}
	case told:
	case wasThere(answer) && readable:
		p.coarse = true
	case wasThere(answer):
		p.kind = DeclaredRow
	default:
		return p, "This row says neither yes nor no to whether the person was there; it is left out."
	}
	return p, ""
}

// midnight is what spreadsheets write behind a date without a time of day.
var midnight = pattern(`[T ]+0?0:00(:00)?$`)

// on puts a day before a row's times of day, where it has any. A leave before the join is one after midnight.
func (p *personRow) on(day string) {
	if day = midnight().ReplaceAllString(day, ""); day == "" {
		return
	}
	if _, clock := tabular.ParseClock(p.join); clock {
		p.join = day + " " + p.join
	}
	if _, clock := tabular.ParseClock(p.leave); clock {
		p.leave, p.overnight = day+" "+p.leave, true
	}
}

// settleTotals makes the minutes count where they say less than the time between join and leave: the person was away in
// between.
func (r *Reading) settleTotals() {
	for i := range r.Records {
		rec := &r.Records[i]
		if rec.Kind == StayRow && rec.Total > 0 && rec.Leave.Sub(rec.Join)-rec.Total > time.Minute {
			rec.Kind = TotalRow
			rec.Key = Key(*rec)
		}
	}
}

// days completes times of day to dates.
type days struct {
	zone  *time.Location
	start time.Time // of the webinar, or noon of the day in the file's name; zero: unknown
}

func daysOf(name string, o Options) days {
	d := days{zone: o.Zone, start: o.Date}
	if d.zone == nil {
		d.zone = time.UTC
	}
	if day := fileDay(name); d.start.IsZero() && !day.IsZero() {
		d.start = time.Date(day.Year(), day.Month(), day.Day(), 12, 0, 0, 0, d.zone)
	}
	return d
}

// complete puts the day before a row's times of day: the one on which they are nearest to the start, and a leave behind
// its join. false when the day is not known.
func (d days) complete(p *personRow) bool {
	join, isClock := tabular.ParseClock(p.join)
	leave, leaves := tabular.ParseClock(p.leave)
	if !isClock && !leaves {
		return true
	}
	if d.start.IsZero() {
		return false
	}
	start := d.start.In(d.zone)
	at := func(clock time.Duration, days int) time.Time {
		return time.Date(start.Year(), start.Month(), start.Day()+days, 0, 0, int(clock/time.Second), 0, d.zone)
	}
	nearest := func(clock time.Duration) int {
		for _, days := range []int{-1, 0} {
			if away := at(clock, days).Sub(start); away > -12*time.Hour {
				return days
			}
		}
		return 1
	}
	const layout = "2006-01-02 15:04:05"
	day := 0
	if isClock {
		day = nearest(join)
		p.join = at(join, day).Format(layout)
	}
	if leaves {
		if !isClock {
			day = nearest(leave)
		} else if leave < join {
			day++
		}
		p.leave = at(leave, day).Format(layout)
	}
	return true
}
