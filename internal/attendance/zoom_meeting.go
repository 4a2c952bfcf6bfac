package attendance

import (
	"slices"
	"strings"
	"time"

	"rapporteur/internal/participant"
	"rapporteur/internal/tabular"
)

// zoomMeetingParticipants is Zoom's meeting participants report, one row per join: with a block on the meeting above, as
// a plain table, or flat with the meeting's columns on each row. Zoom documents it at support.zoom.com (KB0068036); the
// flat columns are those of github.com/microsoft/vivainsights_zoom_int.
var zoomMeetingParticipants = Format{ID: zoomMeetingID, Title: "Zoom meeting participants",
	Found:  "in Zoom on the web: Reports, Usage Reports, the meeting's number of participants, Export",
	Detect: detectZoomMeeting, Read: readZoomMeeting}

// zoomMeetingUnique is the same report with "unique users" ticked: one row per name, a total and no times.
var zoomMeetingUnique = Format{ID: zoomUniqueID, Title: "Zoom meeting participants, totals only",
	Found:  "there too, with unique users ticked",
	Detect: detectZoomUnique, Read: readZoomUnique}

const (
	zoomMeetingID = "zoom_meeting_participants"
	zoomUniqueID  = "zoom_meeting_participants_unique"
)

var (
	zoomMeetingNames  = []string{"name (original name)", "name", "user name (original name)", "user name"}
	zoomMeetingTotals = []string{"duration (minutes)", "total duration (minutes)"}
)

// isZoomBlockHeader tells whether a row heads the block on the meeting itself.
func isZoomBlockHeader(c tabular.Columns) bool {
	return hasAny(c, "topic") && hasAny(c, "start time") && !hasAny(c, "join time") && hasAny(c, "meeting id", "id", "participants", "end time")
}

func isZoomMeetingHeader(c tabular.Columns) bool {
	return isZoomPersonHeader(c) && hasAny(c, "duration (minutes)", "total duration (minutes)") && !hasAny(c, "attended", "full name")
}

func isZoomUniqueHeader(c tabular.Columns) bool {
	return hasAny(c, zoomMeetingNames...) && hasAny(c, "total duration (minutes)", "duration (minutes)") && !hasAny(c, "join time") &&
		hasAny(c, "guest", "user email", "name (original name)") && !hasAny(c, "attended", "topic", "full name")
}

// zoomTableColumns reads a row as a header, without columns where it is none of this report, as nearly all rows are.
func zoomTableColumns(row tabular.Row) tabular.Columns {
	if row.Titled("topic") || slices.ContainsFunc(zoomMeetingTotals, row.Titled) {
		return tabular.ColumnsOf(row)
	}
	return nil
}

func detectZoomMeeting(f tabular.File) (int, string) {
	return detectZoomTable(f, isZoomMeetingHeader, "join and leave times")
}
func detectZoomUnique(f tabular.File) (int, string) {
	return detectZoomTable(f, isZoomUniqueHeader, "a total per person and no times")
}

// detectZoomTable looks for the header of a participants report, never beside the titles of a webinar report.
func detectZoomTable(f tabular.File, isHeader func(tabular.Columns) bool, what string) (int, string) {
	for _, s := range f.Sheets {
		block := false
		for _, row := range s.Rows {
			if _, webinar := zoomWebinarSection(row); webinar {
				break
			}
			c := zoomTableColumns(row)
			block = block || isZoomBlockHeader(c)
			if !isHeader(c) {
				continue
			}
			switch {
			case block:
				return 95, "Zoom's participants report with the block on the meeting, " + what
			case hasAny(c, "name (original name)"):
				return 90, "columns of Zoom's participants report, " + what
			case hasAny(c, "guest", "user email"):
				return 70, "columns of an older participants report of Zoom, " + what
			}
		}
	}
	return 0, ""
}

func readZoomMeeting(f tabular.File, o Options) (Reading, error) {
	_, why := detectZoomMeeting(f)
	return readZoomTable(f, o, Reading{Format: zoomMeetingID, Why: why}, isZoomMeetingHeader)
}

func readZoomUnique(f tabular.File, o Options) (Reading, error) {
	_, why := detectZoomUnique(f)
	return readZoomTable(f, o, Reading{Format: zoomUniqueID, Why: why}, isZoomUniqueHeader)
}

// readZoomTable fills the reading with the rows under the header.
func readZoomTable(f tabular.File, o Options, r Reading, isHeader func(tabular.Columns) bool) (Reading, error) {
	var rows []personRow
	var meeting frame
	var owner zoomOwner
	var meetings []string // numbers of the meetings a flat export holds
	participants, summary := "", 0
	for _, s := range f.Sheets {
		var c tabular.Columns
		for i, row := range s.Rows {
			head := zoomTableColumns(row)
			switch {
			case isHeader(head):
				c = head
			case c != nil && !row.Blank():
				rows = append(rows, zoomMeetingRow(row, c))
				if hasAny(c, "topic") && meeting.title == "" {
					meeting, owner = zoomMeetingFrame(row, c)
				}
				if at := value(row, c, "meeting id", "id"); at != "" && !slices.Contains(meetings, at) {
					if meetings = append(meetings, at); len(meetings) > 1 {
						r.problem(row.Line, "Here begins another meeting than the one above; all the rows are taken for one webinar.")
					}
				}
			case c == nil && isZoomBlockHeader(head):
				if v, ok := nextRow(s.Rows, i); ok {
					meeting, owner = zoomMeetingFrame(v, head)
					participants, summary = value(v, head, "participants"), v.Line
				}
			}
		}
	}
	for i := range rows {
		if owner.is(rows[i]) {
			rows[i].mark = Host
			r.RoleColumn = true
		}
	}
	meeting.near = fileDay(f.Name)
	if err := r.build(rows, meeting, o); err != nil {
		return r, err
	}
	r.compare(o.Compared, summary, participants, "participants", is(len(rows)-waiting(rows)), is(len(rows)),
		over(r.Records, anybody, differentShown), over(r.Records, anybody, people))
	return r, nil
}

// waiting counts the rows of the waiting room.
func waiting(rows []personRow) int {
	n := 0
	for _, p := range rows {
		if p.kind == WaitingRoom {
			n++
		}
	}
	return n
}

func zoomMeetingRow(row tabular.Row, c tabular.Columns) personRow {
	p := personRow{
		line: row.Line, cells: row, kind: StayRow, zoomName: true, unit: time.Minute,
		shown: value(row, c, second(zoomMeetingNames)...),
		email: value(row, c, second(zoomEmailColumns)...),
		join:  value(row, c, "join time"),
		leave: value(row, c, "leave time"),
		total: value(row, c, second(zoomMeetingTotals)...),
	}
	if strings.EqualFold(value(row, c, "in waiting room"), "yes") {
		p.kind = WaitingRoom
	}
	return p
}

// zoomOwner is the user whose meeting it was: the block's own user.
type zoomOwner struct{ email, name string }

// zoomMeetingFrame reads the block's values. Newer builds write the owner as "Name (address)" under Host.
func zoomMeetingFrame(row tabular.Row, c tabular.Columns) (frame, zoomOwner) {
	m := frame{
		title:  value(row, c, "topic"),
		start:  value(row, c, "start time", "actual start time"),
		end:    value(row, c, "end time"),
		length: value(row, c, "duration (minutes)"),
		others: []string{value(row, c, "creation time")},
	}
	owner := zoomOwner{email: participant.NormaliseEmail(value(row, c, "user email", "host email", "email"))}
	if host := value(row, c, "host", "host name"); host != "" {
		if inner := hostAddress().FindString(host); owner.email == "" && inner != "" {
			owner.email = participant.NormaliseEmail(strings.Trim(inner, "()<>"))
		}
		owner.name = participant.FoldKey(hostAddress().ReplaceAllString(host, ""))
	}
	return m, owner
}

var hostAddress = pattern(`[(<][^()<>@]+@[^()<>@]+[)>]`)

// is tells whether a row is the owner's: by address, or by name where one of them has none.
func (o zoomOwner) is(p personRow) bool {
	email := participant.NormaliseEmail(p.email)
	if email != "" && o.email != "" {
		return email == o.email
	}
	return o.name != "" && participant.FoldKey(p.shown) == o.name
}
