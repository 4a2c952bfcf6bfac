package attendance

import (
	"slices"
	"strings"
	"time"

	"rapporteur/internal/participant"
	"rapporteur/internal/tabular"
)

// zoomWebinarAttendee is Zoom's webinar attendee report: sections for hosts, panelists, attendees and others, each with
// its own header. Zoom documents the report at support.zoom.com (KB0068036).
var zoomWebinarAttendee = Format{ID: zoomWebinarID, Title: "Zoom webinar attendee report",
	Found:  "in Zoom on the web: Reports, Webinar, Attendee Report, Generate CSV Report",
	Detect: detectZoomWebinar, Read: readZoomWebinar}

const zoomWebinarID = "zoom_webinar_attendee"

var (
	zoomNameColumns  = []string{"user name (original name)", "name (original name)", "user name", "name"}
	zoomEmailColumns = []string{"email", "user email", "email address"}
	zoomTotalColumns = []string{"time in session (minutes)", "duration (minutes)", "total duration (minutes)"}
)

// isZoomPersonHeader tells whether a row is the header over persons with join and leave.
func isZoomPersonHeader(c tabular.Columns) bool {
	return hasAny(c, "join time") && hasAny(c, "leave time") && hasAny(c, zoomNameColumns...)
}

// zoomPersonHeader reads a row as a header over persons; ok is false when it is none, as it is of nearly all rows.
func zoomPersonHeader(row tabular.Row) (c tabular.Columns, ok bool) {
	if !row.Titled("join time") {
		return nil, false
	}
	c = tabular.ColumnsOf(row)
	return c, isZoomPersonHeader(c)
}

// zoomWebinarSection reads a section's title: the mark of its people. ok is false when the row is no such title.
func zoomWebinarSection(row tabular.Row) (mark Role, ok bool) {
	if !onlyFirst(row) {
		return "", false
	}
	title := tabular.HeaderKey(row.Cell(0))
	switch {
	case title == "other attended":
		return Attendee, true
	case !strings.HasSuffix(title, " details"):
		return "", false
	case strings.Contains(title, "host"):
		return Host, true
	case strings.Contains(title, "panelist"), strings.Contains(title, "interpreter"):
		return Panelist, true
	}
	return Attendee, true
}

func detectZoomWebinar(f tabular.File) (int, string) {
	for _, s := range f.Sheets {
		titled := false
		for _, row := range s.Rows {
			if _, ok := zoomWebinarSection(row); ok {
				titled = true
			}
			c, ok := zoomPersonHeader(row)
			if !ok {
				continue
			}
			switch {
			case titled:
				return 95, "sections of Zoom's webinar attendee report, with join and leave times"
			case hasAny(c, "attended"):
				return 80, "columns of Zoom's webinar attendee report, without its titles"
			}
		}
	}
	return 0, ""
}

func readZoomWebinar(f tabular.File, o Options) (Reading, error) {
	r := Reading{Format: zoomWebinarID}
	_, r.Why = detectZoomWebinar(f)
	var rows []zoomLine
	var viewers, users, registered string
	summary := 0 // the line of the numbers
	meeting := frame{near: fileDay(f.Name)}
	for _, s := range f.Sheets {
		mark, c := Attendee, (*zoomColumns)(nil)
		rows = slices.Grow(rows, len(s.Rows))
		meeting.others = slices.Grow(meeting.others, len(s.Rows))
		for i, row := range s.Rows {
			m, titled := zoomWebinarSection(row)
			head, isHeader := zoomPersonHeader(row)
			switch {
			case titled:
				mark, c, r.RoleColumn = m, nil, true
			case isHeader:
				c = zoomColumnsOf(head)
			case row.Blank():
			case c != nil:
				rows = append(rows, zoomLine{&s.Rows[i], c, mark})
				meeting.others = append(meeting.others, cellAt(row, c.registered))
			case row.Titled("topic"):
				head := tabular.ColumnsOf(row)
				if v, ok := nextRow(s.Rows, i); ok {
					meeting.title = value(v, head, "topic")
					meeting.start = value(v, head, "actual start time", "start time")
					meeting.length = value(v, head, "actual duration (minutes)", "duration (minutes)")
					summary, viewers, users = v.Line, value(v, head, "unique viewers"), value(v, head, "total users")
					registered = value(v, head, "# registered", "# registrants")
				}
			case strings.HasPrefix(tabular.HeaderKey(row.Cell(0)), "report generated"):
				meeting.others = append(meeting.others, known(row.Cell(1)))
			}
		}
	}
	lines := personRows{len(rows), func(i int) personRow { return rows[i].person() },
		func(i int) (join, leave string) {
			return cellAt(*rows[i].row, rows[i].columns.join), cellAt(*rows[i].row, rows[i].columns.leave)
		}}
	if err := r.buildFrom(lines, meeting, o); err != nil {
		return r, err
	}
	r.compareZoom(o.Compared, summary, viewers, users)
	if registered != "" {
		if all, standing := registeredIn(rows); all > 0 {
			r.compare(nil, summary, registered, "registrants", is(standing), is(all))
		}
	}
	return r, nil
}

// registeredIn counts the different addresses of those who registered: all, and without those who are cancelled or denied.
func registeredIn(rows []zoomLine) (all, standing int) {
	seen := make(map[string]bool, len(rows)) // whether the registration of an address stands
	for _, l := range rows {
		if l.columns.registered < 0 {
			continue
		}
		email := participant.NormaliseEmail(cellAt(*l.row, l.columns.email))
		if email == "" {
			continue
		}
		status := lowered(cellAt(*l.row, l.columns.status))
		before, known := seen[email]
		stands := before || !strings.HasPrefix(status, "cancel") && !strings.HasPrefix(status, "den")
		if !known || stands != before {
			seen[email] = stands
		}
		if stands && !before {
			standing++
		}
	}
	return len(seen), standing
}

// zoomColumns are the columns of one section, -1 for what it does not have.
type zoomColumns struct {
	attended, shown, given, family, email, organisation, jobTitle, registered, status, join, leave, total, country, phone int
}

func zoomColumnsOf(c tabular.Columns) *zoomColumns {
	return &zoomColumns{
		attended: c.Index("attended"), shown: c.Index(zoomNameColumns...), given: c.Index("first name"), family: c.Index("last name"),
		email: c.Index(zoomEmailColumns...), organisation: c.Index("organization", "organisation"), jobTitle: c.Index("job title"),
		registered: c.Index("registration time"), status: c.Index("approval status"), join: c.Index("join time"), leave: c.Index("leave time"),
		total: c.Index(zoomTotalColumns...), country: c.Index("country/region name", "country/region"), phone: c.Index(phoneTitles...),
	}
}

// zoomLine is a row of a person with the columns and the mark of its section.
type zoomLine struct {
	row     *tabular.Row
	columns *zoomColumns
	mark    Role
}

func (l zoomLine) person() personRow {
	row, c, unmarked := *l.row, l.columns, l.row.Unmarked()
	cell := func(column int) string {
		if unmarked {
			return knownOf(row.Cell(column))
		}
		return cellAt(row, column)
	}
	p := personRow{
		line: row.Line, cells: row, unmarked: unmarked, kind: StayRow, mark: l.mark, zoomName: true, unit: time.Minute,
		shown:        cell(c.shown),
		email:        cell(c.email),
		join:         cell(c.join),
		leave:        cell(c.leave),
		total:        cell(c.total),
		organisation: cell(c.organisation),
		jobTitle:     cell(c.jobTitle),
		country:      cell(c.country),
		phone:        cell(c.phone),
	}
	p.register(row, cell(c.given), cell(c.family))
	attended := cell(c.attended)
	if strings.EqualFold(attended, "no") || attended == "" && c.attended >= 0 && p.join == "" {
		p.kind = NoShow
	}
	return p
}
