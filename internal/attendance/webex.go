package attendance

import (
	"slices"
	"time"

	"rapporteur/internal/tabular"
)

// webexAttendance is the attendance report of a meeting or webinar in Cisco Webex: one row per connection, the meeting's
// own columns repeated on each. Times stand guarded as ="…" in some exports. Where the titles are not English the layout is
// known by its shape: two times that are those of the meeting, two that are the person's, a length, an address, a role.
var webexAttendance = Format{ID: webexID, Title: "Webex attendance report",
	Found:  "in Webex: Meetings or Webinars, the meeting, Attendance, Download",
	Detect: detectWebex, Read: readWebex}

const webexID = "webex_attendance"

// webexTable says where the columns stand, -1 for one there is not.
type webexTable struct {
	shape
	title, start, end, shown, given, family, role, email, join, leave, total int
}

// webexTableOf finds the table in a sheet; how is "" when there is none.
func webexTableOf(rows []tabular.Row) (t webexTable, how string) {
	for i := range min(len(rows), 10) {
		if width(rows[i]) < 7 {
			continue
		}
		s := shapeOf(rows[i:])
		t = webexTable{
			shape: s, title: s.titled("meeting name", "meeting title", "webinar name", "event name", "session name", "topic"),
			start: s.titled("meeting start time", "webinar start time", "event start time", "start time"),
			end:   s.titled("meeting end time", "webinar end time", "event end time", "end time"),
			shown: s.titled("display name", "name", "attendee name", "participant name"),
			given: s.titled("first name"), family: s.titled("last name"), role: s.titled("role", "attendee role", "participant type"),
			email: s.titled("attendee email", "email", "email address", "user email"),
			join:  s.titled("join time", "attendee join time"), leave: s.titled("leave time", "attendee leave time"),
			total: s.titled("attendance duration", "duration", "attendance duration (minutes)"),
		}
		own := hasAny(s.columns, "attendee email", "attendance duration", "connection type", "audio type", "meeting start time")
		if t.join >= 0 && t.leave >= 0 && own && t.total >= 0 && (t.shown >= 0 || t.given >= 0) && !hasAny(s.columns, "attended") {
			return t, "the columns of an attendance report of Cisco Webex"
		}
		if t, ok := webexByShape(rows[i:]); ok {
			return t, "two times of the meeting and two of each person, as an attendance report of Cisco Webex has them"
		}
		return webexTable{}, ""
	}
	return webexTable{}, ""
}

// webexByShape finds the columns by what they hold.
func webexByShape(rows []tabular.Row) (webexTable, bool) {
	s := shapeOf(rows)
	times := s.times()
	if len(times) != 4 || len(s.rows) == 0 || s.width > 18 {
		return webexTable{}, false
	}
	t := webexTable{shape: s, start: times[0], end: times[1], join: times[2], leave: times[3], given: -1, family: -1}
	if values(s.sample(), t.start) != 1 || values(s.sample(), t.end) != 1 || t.leave != t.join+1 {
		return webexTable{}, false
	}
	for _, c := range times {
		s.take(c)
	}
	t.email = s.email()
	t.total = s.first(t.leave, func(c int) bool { return s.holds(c, looksLikeMinutes) })
	t.role = s.first(t.end, func(c int) bool {
		return c < t.join && s.share(c, isRoleWord) > 0 && values(s.sample(), c) <= mostRoles
	})
	if t.role < 0 {
		t.role = s.first(t.end, func(c int) bool {
			n := values(s.sample(), c)
			return c < t.join && n > 0 && n <= mostRoles && n < len(s.rows)
		})
	}
	t.title = s.first(0, func(c int) bool { return c < t.start && !s.holds(c, isNumber) })
	t.shown = s.first(t.end, func(c int) bool { return c < t.join && s.holds(c, hasLetter) })
	t.given = s.first(t.shown, func(c int) bool { return c < t.join && s.holds(c, hasLetter) })
	t.family = s.first(t.given, func(c int) bool { return c < t.join && s.holds(c, hasLetter) })
	if t.family < 0 {
		t.given = -1
	}
	return t, t.email >= 0 && t.total >= 0 && t.shown >= 0
}

// looksLikeMinutes tells whether a text is a length, with or without its unit.
func looksLikeMinutes(s string) bool {
	_, ok := tabular.ParseDuration(s, time.Minute)
	return ok
}

func detectWebex(f tabular.File) (int, string) {
	for _, s := range f.Sheets {
		if t, how := webexTableOf(s.Rows); how != "" {
			if t.columns.Index("attendee email", "connection type") >= 0 {
				return 95, how
			}
			return 75, how
		}
	}
	return 0, ""
}

func readWebex(f tabular.File, o Options) (Reading, error) {
	r := Reading{Format: webexID}
	var rows []personRow
	meeting := frame{near: fileDay(f.Name)}
	var starts []string
	for _, s := range f.Sheets {
		t, how := webexTableOf(s.Rows)
		if how == "" {
			continue
		}
		r.Why = how
		r.RoleColumn = r.RoleColumn || t.role >= 0
		for _, row := range t.rows {
			p := t.person(row)
			if p.shown == "" && p.registrant == "" && p.email == "" && p.join == "" {
				continue
			}
			rows = append(rows, p)
			if meeting.start == "" {
				meeting.title, meeting.start, meeting.end = cellAt(row, t.title), cellAt(row, t.start), cellAt(row, t.end)
			}
			if at := cellAt(row, t.start); at != "" && !slices.Contains(starts, at) {
				if starts = append(starts, at); len(starts) > 1 {
					r.problem(row.Line, "Here begins another meeting than the one above; all the rows are taken for one webinar.")
				}
			}
		}
	}
	markRoles(rows)
	return r, r.build(rows, meeting, o)
}

func (t webexTable) person(row tabular.Row) personRow {
	p := personRow{
		line: row.Line, cells: row, kind: StayRow, unit: time.Minute, shown: cellAt(row, t.shown), email: cellAt(row, t.email),
		role: cellAt(row, t.role), join: cellAt(row, t.join), leave: cellAt(row, t.leave), total: cellAt(row, t.total),
	}
	p.register(row, cellAt(row, t.given), cellAt(row, t.family))
	return p
}
