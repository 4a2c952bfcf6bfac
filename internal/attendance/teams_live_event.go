package attendance

import (
	"strings"
	"time"

	"rapporteur/internal/tabular"
)

// teamsLiveEvent is the attendee report of a live event in Microsoft Teams: a log with one line per join and leave of a
// session, in UTC. Producers and presenters are not in it. The columns are those of
// github.com/renefb/teams-report-converter.
var teamsLiveEvent = Format{ID: teamsLiveEventID, Title: "Teams live event attendee report",
	Found:  "in Teams: the live event in the calendar, Live event resources, Attendee engagement report",
	Detect: detectTeamsLiveEvent, Read: readTeamsLiveEvent}

const teamsLiveEventID = "teams_live_event"

// noID is the id of a person who was not signed in.
const noID = "00000000-0000-0000-0000-000000000000"

// liveEventHeader finds the header of the log.
func liveEventHeader(rows []tabular.Row) (int, tabular.Columns) {
	for i := range min(len(rows), 10) {
		c := squeezedColumns(rows[i])
		if hasAny(c, "sessionid") && hasAny(c, "utceventtimestamp", "eventtimestamp") && hasAny(c, "action") && hasAny(c, "fullname", "name") {
			return i, c
		}
	}
	return -1, nil
}

func detectTeamsLiveEvent(f tabular.File) (int, string) {
	for _, s := range f.Sheets {
		if i, _ := liveEventHeader(s.Rows); i >= 0 {
			return 95, "the columns of the attendee report of a live event in Microsoft Teams"
		}
	}
	return 0, ""
}

func readTeamsLiveEvent(f tabular.File, o Options) (Reading, error) {
	r := Reading{Format: teamsLiveEventID, Zone: "UTC"}
	_, r.Why = detectTeamsLiveEvent(f)
	o.Zone = time.UTC
	var events []event
	var times []string
	for _, s := range f.Sheets {
		at, c := liveEventHeader(s.Rows)
		if at < 0 {
			continue
		}
		r.RoleColumn = hasAny(c, "role")
		for _, row := range s.Rows[at+1:] {
			e := liveEventRow(row, c)
			if e.who.shown == "" && e.text == "" {
				continue
			}
			events = append(events, e)
			times = append(times, e.text)
		}
	}
	meeting := frame{near: fileDay(f.Name), others: times}
	m, err := newMoments(o, times, frame{near: meeting.near})
	if err != nil {
		return r, err
	}
	var kept []event
	for _, e := range events {
		if r.parseEvent(&e, m) {
			kept = append(kept, e)
		}
	}
	rows := r.pair(kept, true)
	err = r.build(rows, meeting, o)
	r.Rows = len(events)
	return r, err
}

func liveEventRow(row tabular.Row, c tabular.Columns) event {
	who := personRow{
		cells: row, kind: StayRow, shown: value(row, c, "fullname", "name"), email: value(row, c, "email", "useremail"),
		mark: roleOf(value(row, c, "role")), platformID: value(row, c, "participantid", "userid"),
	}
	if who.platformID == noID {
		who.platformID = ""
	}
	if who.email == "" && looksLikeAddress(who.platformID) {
		who.email = who.platformID
	}
	key := value(row, c, "sessionid")
	if key == "" {
		key = "of " + who.platformID + " " + who.shown
	}
	action := strings.ToLower(value(row, c, "action"))
	return event{line: row.Line, key: key, who: who, text: value(row, c, "utceventtimestamp", "eventtimestamp"), left: strings.HasPrefix(action, "le")}
}
