package attendance

import (
	"slices"
	"strings"
	"time"

	"rapporteur/internal/fault"
	"rapporteur/internal/tabular"
)

// goToWebinarAttendee is the attendee report of GoToWebinar: blocks on the webinar, a table of registrants, a table of the
// staff. A person who came back has several times, one below the other in one cell. Times are printed in minutes, with the
// letters of their zone. Where the titles are not English the tables are known by their shape: an answer yes or no, an
// address, two columns of times beside a length with its units.
var goToWebinarAttendee = Format{ID: goToWebinarID, Title: "GoToWebinar attendee report",
	Found:  "in GoToWebinar: Analytics or Reports, Attendee Report, CSV or Excel",
	Detect: detectGoToWebinar, Read: readGoToWebinar}

const goToWebinarID = "gotowebinar_attendee"

// goToTable says where the columns of a table of people stand, -1 for one there is not.
type goToTable struct {
	shape
	staff                                                          bool
	attended, given, family, email, registered, join, leave, total int
	role, organisation, job, country, phone                        int
}

// staffStems are in the title of the staff's table.
var staffStems = []string{"staff", "panelist", "organizer", "organiser", "personal", "mitarbeiter", "équipe", "equipo", "equipe", "personale", "osoblje", "ekip"}

// goToTables finds the tables of people in a sheet, and the rows before the first of them.
func goToTables(rows []tabular.Row) (tables []goToTable, above []tabular.Row) {
	for _, sec := range sections(rows) {
		found := false
		for i := 0; i < min(len(sec.rows), 4) && !found; i++ {
			t, ok := goToTableOf(sec.rows[i:])
			if !ok {
				continue
			}
			found = true
			t.staff = len(tables) > 0 || t.registered < 0 && t.role >= 0 ||
				slices.ContainsFunc(staffStems, func(stem string) bool { return strings.Contains(sec.title, stem) })
			tables = append(tables, t)
		}
		if !found && len(tables) == 0 {
			above = append(above, sec.rows...)
		}
	}
	return tables, above
}

func goToTableOf(rows []tabular.Row) (goToTable, bool) {
	if width(rows[0]) < 6 {
		return goToTable{}, false
	}
	s := shapeOf(rows)
	if strings.Contains(strings.Join(s.header.Cells, " "), "(Original Name)") {
		return goToTable{}, false
	}
	t := goToTable{
		shape: s, attended: s.titled("attended"), email: s.titled("email address", "email"), registered: s.titled("registration date/time", "registration date", "registration time"),
		join: s.titled("join time"), leave: s.titled("leave time"), total: s.titled("time in session", "duration"),
		role: s.titled("role", "user type"),
	}
	known := t.attended >= 0 && t.join >= 0 && t.leave >= 0 && t.total >= 0 && !hasAny(s.columns, "is guest")
	if !known && !t.byShape() {
		return goToTable{}, false
	}
	t.given, t.family = s.names()
	if t.given < 0 && t.family < 0 {
		text := func(c int) bool { return c < max(t.email, 4) && s.holds(c, hasLetter) }
		t.family, t.given = s.first(0, text), s.first(0, text)
	}
	t.organisation, t.job, t.country = s.titled(organisationTitles...), s.titled(jobTitles...), s.titled(countryTitles...)
	t.phone = s.titled(phoneTitles...)
	return t, t.given >= 0 || t.family >= 0
}

// byShape finds the columns by what they hold.
func (t *goToTable) byShape() bool {
	t.total = t.any(func(c int) bool { return t.holds(c, looksLikeLength) })
	t.attended = t.any(func(c int) bool { return t.holds(c, isAnswer) && !t.holds(c, isNumber) })
	if t.total < 0 || t.attended < 0 {
		return false // known before the times, which take longest to tell
	}
	times := t.all(func(c int) bool {
		return t.holds(c, func(cell string) bool { return looksLikeTime(inKnownZone(firstTime(cell))) })
	})
	if len(times) < 2 || len(times) > 3 {
		return false
	}
	last := len(times) - 1
	t.join, t.leave, t.registered = times[last-1], times[last], -1
	if last == 2 {
		t.registered = times[0]
	}
	if t.email < 0 {
		t.email = t.shape.email()
	}
	for _, c := range append(times, t.total, t.attended, t.email) {
		t.take(c)
	}
	if t.role < 0 {
		t.role = t.first(0, func(c int) bool { return t.share(c, isRoleWord) > 0.5 && values(t.sample(), c) <= mostRoles })
	}
	return t.email >= 0 && t.leave == t.join+1 && t.total == t.leave+1
}

func detectGoToWebinar(f tabular.File) (int, string) {
	for _, s := range f.Sheets {
		tables, _ := goToTables(s.Rows[:min(len(s.Rows), shapeRows)])
		if len(tables) == 0 {
			continue
		}
		if hasAny(tables[0].columns, "interest rating", "time in session") {
			return 95, "the columns of an attendee report of GoToWebinar"
		}
		return 75, "who came, when and how long, with registrants and staff apart, as an attendee report of GoToWebinar has it"
	}
	return 0, ""
}

func readGoToWebinar(f tabular.File, o Options) (Reading, error) {
	r := Reading{Format: goToWebinarID, RoleColumn: true}
	_, r.Why = detectGoToWebinar(f)
	var rows []personRow
	var about goToSummary
	meeting := frame{near: fileDay(f.Name)}
	count, registrants, came := 0, 0, 0
	for _, s := range f.Sheets {
		tables, above := goToTables(s.Rows)
		if len(tables) == 0 {
			continue
		}
		if about.title == "" {
			about = goToSummaryOf(above)
			meeting.title, meeting.start, meeting.length = about.title, about.start, about.length
		}
		for _, t := range tables {
			for _, row := range t.rows {
				people, ok := t.person(row)
				if !ok {
					continue
				}
				if rows = append(rows, people...); len(rows) > mostStays {
					return r, fault.Newf(fault.TooLarge, "Export one webinar at a time.",
						"The cells of the file name more than %d times at which people joined.", mostStays).At(fault.Where{Line: row.Line})
				}
				meeting.others = append(meeting.others, cellAt(row, t.registered))
				if count++; !t.staff {
					registrants++
					if people[0].kind == StayRow {
						came++
					}
				}
			}
		}
	}
	r.Zone = zoneLetters(rows)
	r.dropUnknownZones(rows, &meeting)
	if err := r.build(rows, meeting, o); err != nil {
		return r, err
	}
	r.Rows = count
	r.compare(nil, about.line, about.registered, "registered people", is(registrants))
	r.compare(nil, about.line, about.attended, "people who attended", is(came))
	return r, nil
}

// person reads a row: one record per pair of times in it. ok is false for a row that names nobody.
func (t goToTable) person(row tabular.Row) (rows []personRow, ok bool) {
	p := personRow{
		line: row.Line, cells: row, kind: StayRow, mark: Attendee, unit: time.Minute, coarse: true,
		email: cellAt(row, t.email), total: cellAt(row, t.total), organisation: cellAt(row, t.organisation), jobTitle: cellAt(row, t.job), country: cellAt(row, t.country),
		phone: cellAt(row, t.phone),
	}
	p.register(row, cellAt(row, t.given), cellAt(row, t.family))
	p.shown = p.registrant
	if t.staff {
		if p.mark = roleOf(cellAt(row, t.role)); p.mark != Host {
			p.mark = Panelist
		}
	}
	joins, leaves := stacked(row.Cell(t.join)), stacked(row.Cell(t.leave))
	attended := cellAt(row, t.attended)
	switch length, _ := total(p.total, time.Minute); {
	case p.registrant == "" && p.email == "":
		return nil, false
	case isNo(attended), len(joins) == 0 && length == 0 && !isYes(attended):
		p.kind = NoShow
		return []personRow{p}, true
	case len(joins) == 0:
		return []personRow{p}, true
	}
	for i := range joins {
		stay := p
		stay.join = joins[i]
		if i < len(leaves) {
			stay.leave = leaves[i]
		}
		if len(joins) > 1 { // the length is that of all of them
			stay.total = ""
		}
		rows = append(rows, stay)
	}
	return rows, true
}

// webinarID is the number by which GoToWebinar knows a webinar.
var webinarID = pattern(`^[0-9]{3}[- ]?[0-9]{3}[- ]?[0-9]{3}$`)

// goToSummaryOf reads the blocks by what the cells hold: the title stands beside the webinar's number; start, length and
// the numbers of registered and of attended people stand in one row.
func goToSummaryOf(rows []tabular.Row) goToSummary {
	var m goToSummary
	for _, row := range rows {
		for i := range row.Cells {
			if webinarID().MatchString(cellAt(row, i)) && i > 0 && m.title == "" {
				m.title = cellAt(row, i-1)
			}
		}
		if m.start != "" || !looksLikeTime(inKnownZone(cellAt(row, 0))) || !looksLikeLength(cellAt(row, 1)) {
			continue
		}
		m.start, m.length = cellAt(row, 0), cellAt(row, 1)
		m.registered, m.attended, m.line = cellAt(row, 2), cellAt(row, 3), row.Line
	}
	return m
}
