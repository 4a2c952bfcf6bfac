package attendance

import (
	"slices"
	"strings"
	"time"

	"rapporteur/internal/fault"
	"rapporteur/internal/tabular"
)

// googleMeetAttendance is the attendance report of Google Meet: one row per person with a length, and the first and the
// last time as times of day. The date, the start and the title stand in the name of the file. Titles follow the language
// of the account; the layout is known by its shape: two columns of times of day beside one of lengths.
var googleMeetAttendance = Format{ID: googleMeetID, Title: "Google Meet attendance report",
	Found:  "in the e-mail that Meet sends the organiser: the sheet, File, Download, with its name as it is",
	Detect: detectGoogleMeet, Read: readGoogleMeet}

const googleMeetID = "google_meet_attendance"

// meetTable says where the columns stand, -1 for one there is not.
type meetTable struct {
	shape
	given, family, email, total, join, leave int
}

// meetTableOf finds the table in a sheet; how is "" when there is none.
func meetTableOf(rows []tabular.Row) (t meetTable, how string) {
	for i := range min(len(rows), 10) {
		if width(rows[i]) < 3 {
			continue // a title
		}
		s := shapeOf(rows[i:])
		if s.columns.Has("full name", "first seen", "time in call") { // a list that an extension of the browser makes
			return meetTable{shape: s, given: s.titled("full name"), family: -1, email: s.email(), total: s.titled("time in call"), join: -1, leave: -1},
				"the columns of a list of attendance that an extension of Google Meet makes"
		}
		if w := s.width; w < 4 || w > 8 {
			return meetTable{}, ""
		}
		if t, ok := meetByTitle(s); ok {
			return t, "the columns of an attendance report of Google Meet"
		}
		if t, ok := meetByShape(rows[i:]); ok {
			return t, "times of day beside a length, as an attendance report of Google Meet has them"
		}
		return meetTable{}, ""
	}
	return meetTable{}, ""
}

func meetByTitle(s shape) (meetTable, bool) {
	t := meetTable{
		shape: s, given: s.titled("first name"), family: s.titled("last name"), email: s.titled("email"),
		total: s.titled("duration"), join: s.titled("time joined"), leave: s.titled("time exited", "time left"),
	}
	return t, t.given >= 0 && t.total >= 0 && t.join >= 0 && t.leave >= 0
}

func meetByShape(rows []tabular.Row) (meetTable, bool) {
	s := shapeOf(rows)
	clocks := s.all(func(c int) bool { return s.holds(c, looksLikeClock) && !s.holds(c, looksLikeClockLength) })
	if exact := s.all(func(c int) bool { return s.holds(c, looksLikeClock) }); len(clocks) < 2 && len(exact) == 2 {
		clocks = exact // with seconds they look like lengths too
	}
	if len(clocks) != 2 || len(s.rows) == 0 {
		return meetTable{}, false
	}
	t := meetTable{shape: s, join: s.take(clocks[0]), leave: s.take(clocks[1])}
	t.total = s.first(0, func(c int) bool { return s.holds(c, looksLikeLength) })
	t.email = s.email()
	if t.given, t.family = s.names(); t.given < 0 || t.family < 0 {
		t.given = s.first(0, func(c int) bool { return s.holds(c, hasLetter) })
		t.family = s.first(0, func(c int) bool { return s.holds(c, hasLetter) })
	}
	// A programme has times and lengths too, before its titles and without addresses.
	return t, t.total >= 0 && t.given >= 0 && t.email >= 0 && t.given < t.join && t.email < t.join
}

func detectGoogleMeet(f tabular.File) (int, string) {
	for _, s := range f.Sheets {
		if t, how := meetTableOf(s.Rows); how != "" {
			if hasAny(t.columns, "time joined", "time in call") {
				return 95, how
			}
			return 75, how
		}
	}
	return 0, ""
}

func readGoogleMeet(f tabular.File, o Options) (Reading, error) {
	r := Reading{Format: googleMeetID}
	var rows []personRow
	for _, s := range f.Sheets {
		t, how := meetTableOf(s.Rows)
		if how == "" {
			continue
		}
		r.Why = how
		for _, row := range t.rows {
			p := personRow{
				line: row.Line, kind: StayRow, unit: time.Minute, ends: time.Minute, coarse: true,
				email: cellAt(row, t.email), join: cellAt(row, t.join), leave: cellAt(row, t.leave), total: cellAt(row, t.total),
			}
			p.register(row, cellAt(row, t.given), cellAt(row, t.family))
			p.shown, p.registrant = p.registrant, "" // nobody registers: it is the name shown
			p.cells, p.registered = tabular.Row{Cells: []string{p.registered}}, ""
			if p.shown != "" || p.email != "" || p.join != "" {
				rows = append(rows, p)
			}
		}
	}
	day, start, title := meetName(f.Name)
	zone := o.Zone
	if zone == nil {
		zone = time.UTC
	}
	if day.IsZero() && !o.Date.IsZero() {
		local := o.Date.In(zone)
		if o.Date.Equal(o.Date.UTC().Truncate(24 * time.Hour)) { // a date without a time of day
			local = o.Date.UTC()
		} else {
			start = time.Duration(local.Hour())*time.Hour + time.Duration(local.Minute())*time.Minute
		}
		day = time.Date(local.Year(), local.Month(), local.Day(), 0, 0, 0, 0, time.UTC)
	}
	if err := dateClocks(rows, day, start); err != nil {
		return r, err
	}
	return r, r.build(rows, frame{title: title, near: day}, o)
}

// meetFile is the name Google gives the report: date, time, title, and what it is; in later versions the title stands
// before the date, and the letters of a zone behind the time.
var meetFile = pattern(`^(.*?)(?:^|[\s_(–—-])(20[0-9]{2})[-_/.]([01][0-9])[-_/.]([0-3][0-9])` +
	`(?:[ T_]+(?:at )?([0-2][0-9])[:_\-. h]?([0-5][0-9])(?: ?(?:UTC|GMT|[A-Z]{3,4}\b)(?:[+-][0-9]{1,2})?)?)?(?:[\s_)]+(.*))?$`)

// meetSuffix ends the name: what it is in the languages of the region, an extension, the number of a second download.
var meetSuffix = pattern(`(?i)\s*[-–—_]\s*(attendance report|attendance|teilnahmebericht|teilnehmerbericht|anwesenheitsbericht|rapport de présence|rapport de participation|` +
	`informe de asistencia|relatório de presença|relatório de participação|report presenze|rapporto sulle presenze|report sulle presenze|raport de prezență|raport de participare|` +
	`katılım raporu|izvještaj o prisustvu|izveštaj o prisustvu|izvješće o prisutnosti|raporti i pjesëmarrjes|raporti i pjesëmarrjes|извештај за присуство|извештај о присуству|raport obecności|звіт про відвідування)\s*$`)

var copyNumber = pattern(`\s*\([0-9]{1,2}\)\s*$`)

// noStart is the start of a meeting that nothing gives.
const noStart = time.Duration(-1)

// meetName reads the date, the start as time since midnight, and the title out of a file's name.
func meetName(name string) (day time.Time, start time.Duration, title string) {
	if i := strings.LastIndexByte(name, '.'); i > 0 {
		name = name[:i]
	}
	m := meetFile().FindStringSubmatch(name)
	if m == nil {
		return fileDay(name), noStart, ""
	}
	day, err := time.Parse(time.DateOnly, strings.Join(m[2:5], "-"))
	if err != nil {
		return time.Time{}, noStart, ""
	}
	start = noStart
	if clock, ok := tabular.ParseClock(m[5] + ":" + m[6]); ok && m[5] != "" {
		start = clock
	}
	for _, part := range []string{m[1], m[7]} {
		part = meetSuffix().ReplaceAllString(" - "+copyNumber().ReplaceAllString(part, ""), "")
		if part = strings.Trim(tabular.Clean(part), " -–—_"); part != "" && title == "" {
			title = part
		}
	}
	return day, start, title
}

// dateClocks gives the times of day of the rows their dates. A join lies nearest to the meeting's start, which may be on
// the day before or after it; a leave before its join is on the next day. Where nothing gives the start it is the first
// join behind the longest time of day in which nobody joins. Fault ambiguous when rows have times and no day is known.
func dateClocks(rows []personRow, day time.Time, start time.Duration) error {
	var joins []time.Duration
	for _, p := range rows {
		if clock, ok := clockOf(p.join); ok {
			joins = append(joins, clock)
		}
	}
	if len(joins) == 0 {
		return nil
	}
	if day.IsZero() {
		return fault.New(fault.Ambiguous, "The file gives times of day without a date, and its name does not say the date either.",
			"Give the date of the webinar, or give the file back the name it was downloaded with: it begins with the date.")
	}
	if start == noStart {
		start = afterLongestGap(joins)
	}
	for i := range rows {
		p := &rows[i]
		join, ok := clockOf(p.join)
		if !ok {
			continue
		}
		at := day.Add(join)
		switch begin := day.Add(start); {
		case at.Sub(begin) > 12*time.Hour:
			at = at.AddDate(0, 0, -1)
		case at.Sub(begin) < -12*time.Hour:
			at = at.AddDate(0, 0, 1)
		}
		p.join = at.Format(time.DateTime)
		if leave, ok := clockOf(p.leave); ok {
			left := at.Add(leave - join)
			if left.Before(at) {
				left = left.AddDate(0, 0, 1)
			}
			p.leave = left.Format(time.DateTime)
		}
	}
	return nil
}

// afterLongestGap is the time of day that follows the longest stretch without any, round the clock.
func afterLongestGap(clocks []time.Duration) time.Duration {
	slices.Sort(clocks)
	first, longest := clocks[0], clocks[0]+24*time.Hour-clocks[len(clocks)-1]
	for i := 1; i < len(clocks); i++ {
		if gap := clocks[i] - clocks[i-1]; gap > longest {
			first, longest = clocks[i], gap
		}
	}
	return first
}
