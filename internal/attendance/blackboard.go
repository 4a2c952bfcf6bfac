package attendance

import (
	"slices"
	"time"

	"rapporteur/internal/participant"
	"rapporteur/internal/tabular"
)

// blackboardAttendance is the attendance report of Blackboard Collaborate, now Class Collaborate: one row per person and
// session with the first join, the last leave, the total and the number of returns, in UTC. The columns are those of
// class.com/support/collaborate/manager/attendee-report, the same in every language.
var blackboardAttendance = Format{ID: blackboardID, Title: "Blackboard Collaborate attendance report",
	Found:  "in the Scheduler of Collaborate: Reports, Institution reports, Attendance report",
	Detect: detectBlackboard, Read: readBlackboard}

const blackboardID = "blackboard_attendance"

// blackboardHeader finds the header of the report.
func blackboardHeader(rows []tabular.Row) (int, tabular.Columns) {
	for i := range min(len(rows), 10) {
		c := squeezedColumns(rows[i])
		if hasAny(c, "nameofattendee", "firstnameofattendee") && c.Has("attendeefirstjointime", "attendeelastleavetime") {
			return i, c
		}
	}
	return -1, nil
}

func detectBlackboard(f tabular.File) (int, string) {
	for _, s := range f.Sheets {
		if i, _ := blackboardHeader(s.Rows); i >= 0 {
			return 95, "the columns of the attendance report of Blackboard Collaborate"
		}
	}
	return 0, ""
}

func readBlackboard(f tabular.File, o Options) (Reading, error) {
	r := Reading{Format: blackboardID, Zone: "UTC"}
	_, r.Why = detectBlackboard(f)
	o.Zone = time.UTC
	var rows []personRow
	var sessions []string
	meeting := frame{near: fileDay(f.Name)}
	for _, s := range f.Sheets {
		at, c := blackboardHeader(s.Rows)
		if at < 0 {
			continue
		}
		r.RoleColumn = r.RoleColumn || hasAny(c, "attendeerole")
		for _, row := range s.Rows[at+1:] {
			p := blackboardRow(row, c)
			if p.shown == "" && p.registrant == "" && p.email == "" && p.join == "" {
				continue
			}
			rows = append(rows, p)
			opened, closed := value(row, c, "roomopened"), value(row, c, "roomclosed")
			if meeting.title == "" {
				meeting.title, meeting.start, meeting.end = value(row, c, "sessionname"), opened, closed
			}
			meeting.others = append(meeting.others, opened, closed, value(row, c, "sessiondate"))
			session := value(row, c, "sessionidentifier") + " " + value(row, c, "sessioninstanceidentifer", "sessioninstanceidentifier")
			if !slices.Contains(sessions, session) {
				if sessions = append(sessions, session); len(sessions) > 1 {
					r.problem(row.Line, "Here begins another session than the one above; all the rows are taken for one webinar.")
				}
			}
		}
	}
	return r, r.build(rows, meeting, o)
}

func blackboardRow(row tabular.Row, c tabular.Columns) personRow {
	p := personRow{
		line: row.Line, cells: row, kind: StayRow, unit: time.Minute, ends: time.Minute, coarse: true,
		shown: value(row, c, "nameofattendee"),
		email: value(row, c, "emailofattendee", "attendeeemail"),
		mark:  roleOf(value(row, c, "attendeerole")),
		join:  value(row, c, "attendeefirstjointime"),
		leave: value(row, c, "attendeelastleavetime"),
		total: value(row, c, "attendeetotaltimeinsession"),
	}
	p.register(row, value(row, c, "firstnameofattendee"), value(row, c, "lastnameofattendee"))
	if value(row, c, "attendeetotalrejoins") == "0" { // one stay, whatever the minutes cut off
		p.ends = 0
	}
	// A guest's user name is the name shown, which others may share.
	if user := value(row, c, "username"); participant.FoldKey(user) != participant.FoldKey(p.shown) {
		p.platformID = user
	}
	owner := value(row, c, "sessionowner")
	if owner != "" && slices.Contains([]string{participant.FoldKey(p.shown), participant.FoldKey(p.registrant)}, participant.FoldKey(owner)) {
		p.mark = Host
	}
	return p
}
