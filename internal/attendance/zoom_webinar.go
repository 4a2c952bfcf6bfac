package attendance

import (
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
			c := tabular.ColumnsOf(row)
			if !isZoomPersonHeader(c) {
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
	var rows []personRow
	var viewers, users, registered string
	summary := 0                                          // the line of the numbers
	all, standing := map[string]bool{}, map[string]bool{} // addresses of registrants, and of those not cancelled or denied
	meeting := frame{near: fileDay(f.Name)}
	for _, s := range f.Sheets {
		mark, c := Attendee, tabular.Columns(nil)
		for i, row := range s.Rows {
			m, titled := zoomWebinarSection(row)
			head := tabular.ColumnsOf(row)
			switch {
			case titled:
				mark, c, r.RoleColumn = m, nil, true
			case isZoomPersonHeader(head):
				c = head
			case c != nil && !row.Blank():
				rows = append(rows, zoomWebinarRow(row, c, mark))
				meeting.others = append(meeting.others, value(row, c, "registration time"))
				if email := participant.NormaliseEmail(value(row, c, zoomEmailColumns...)); email != "" && hasAny(c, "registration time") {
					all[email] = true
					if status := lowered(value(row, c, "approval status")); !strings.HasPrefix(status, "cancel") && !strings.HasPrefix(status, "den") {
						standing[email] = true
					}
				}
			case c == nil && hasAny(head, "topic"):
				if v, ok := nextRow(s.Rows, i); ok {
					meeting.title = value(v, head, "topic")
					meeting.start = value(v, head, "actual start time", "start time")
					meeting.length = value(v, head, "actual duration (minutes)", "duration (minutes)")
					summary, viewers, users = v.Line, value(v, head, "unique viewers"), value(v, head, "total users")
					registered = value(v, head, "# registered", "# registrants")
				}
			case c == nil && strings.HasPrefix(tabular.HeaderKey(row.Cell(0)), "report generated"):
				meeting.others = append(meeting.others, known(row.Cell(1)))
			}
		}
	}
	if err := r.build(rows, meeting, o); err != nil {
		return r, err
	}
	r.compareZoom(summary, viewers, users)
	if len(all) > 0 {
		r.compare(summary, registered, "registrants", func() int { return len(standing) }, func() int { return len(all) })
	}
	return r, nil
}

func zoomWebinarRow(row tabular.Row, c tabular.Columns, mark Role) personRow {
	p := personRow{
		line: row.Line, cells: row, kind: StayRow, mark: mark, zoomName: true, unit: time.Minute,
		shown:        value(row, c, zoomNameColumns...),
		email:        value(row, c, zoomEmailColumns...),
		join:         value(row, c, "join time"),
		leave:        value(row, c, "leave time"),
		total:        value(row, c, zoomTotalColumns...),
		organisation: value(row, c, "organization", "organisation"),
		jobTitle:     value(row, c, "job title"),
		country:      value(row, c, "country/region name", "country/region"),
	}
	p.register(row, value(row, c, "first name"), value(row, c, "last name"))
	attended := strings.ToLower(value(row, c, "attended"))
	if attended == "no" || attended == "" && hasAny(c, "attended") && p.join == "" {
		p.kind = NoShow
	}
	return p
}
