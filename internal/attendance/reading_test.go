package attendance

import (
	"bytes"
	"encoding/csv"
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"rapporteur/internal/fault"
	"rapporteur/internal/tabular"
)

// keysOf are the keys of a reading, sorted.
func keysOf(r Reading) []string {
	var keys []string
	for _, rec := range r.Records {
		keys = append(keys, rec.Key)
	}
	slices.Sort(keys)
	return keys
}

// resave writes a table as a spreadsheet program would save it: another delimiter, everything quoted, in UTF-16.
func resave(t *testing.T, f tabular.File) tabular.File {
	t.Helper()
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma = ';'
	for _, row := range f.Sheets[0].Rows {
		if err := w.Write(row.Cells); err != nil {
			t.Fatal(err)
		}
	}
	w.Flush()
	data := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune(b.String())) {
		data = append(data, byte(u), byte(u>>8))
	}
	out, err := tabular.Read("copy.csv", data, tabular.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	if out.Delimiter != ";" || out.Encoding != "utf-16le" {
		t.Fatalf("the copy is %s with %q", out.Encoding, out.Delimiter)
	}
	return *out
}

// TestCopiesHoldTheSameRecords: a re-saved copy, and one with its people in another order, has the same content keys.
func TestCopiesHoldTheSameRecords(t *testing.T) {
	o := Options{Zone: bucharest(t), Date: sampleStart}
	for _, c := range []struct {
		name   string
		format Format
	}{{sampleWebinar, zoomWebinarAttendee}, {sampleMeeting, zoomMeetingParticipants}, {sampleTeams, teamsAttendanceV3}, {sampleUnique, zoomMeetingUnique}} {
		t.Run(c.name, func(t *testing.T) {
			f := readTable(t, c.name)
			want, err := c.format.Read(f, o)
			if err != nil {
				t.Fatal(err)
			}
			got, err := c.format.Read(resave(t, f), o)
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(keysOf(got), keysOf(want)) {
				t.Error("the re-saved copy holds other records")
			}
			if got, err = c.format.Read(reordered(f, want), o); err != nil || !reflect.DeepEqual(keysOf(got), keysOf(want)) {
				t.Errorf("another order of the rows gives other records: %v", err)
			}
			if persons := Group(slices.Concat(want.Records, got.Records)); len(persons) != len(Group(want.Records)) {
				t.Error("importing the copy too changes the persons")
			}
		})
	}
}

// reordered shuffles the rows of people within their sections.
func reordered(f tabular.File, r Reading) tabular.File {
	people := map[int]bool{}
	for _, rec := range r.Records {
		people[rec.Line] = true
	}
	rows := slices.Clone(f.Sheets[0].Rows)
	random := rand.New(rand.NewPCG(1, 2))
	for i := 0; i < len(rows); {
		j := i
		for j < len(rows) && people[rows[j].Line] {
			j++
		}
		random.Shuffle(j-i, func(a, b int) { rows[i+a], rows[i+b] = rows[i+b], rows[i+a] })
		i = max(j, i+1)
	}
	f.Sheets = []tabular.Sheet{{Rows: rows}}
	return f
}

// table makes a table of lines with commas.
func table(lines ...string) tabular.File {
	var rows []tabular.Row
	for i, l := range lines {
		if l != "" {
			rows = append(rows, tabular.Row{Line: i + 1, Cells: strings.Split(l, ",")})
		}
	}
	return tabular.File{Sheets: []tabular.Sheet{{Rows: rows}}}
}

const meetingHeader = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest"

// TestRowsThatCannotBeRead: each is left out and named by its line, the others stand.
func TestRowsThatCannotBeRead(t *testing.T) {
	f := table(meetingHeader,
		"Ana Perin,,2026-03-04 10:00:00,2026-03-04 11:00:00,60,Yes",
		"Bor Kolar,,2026-03-04 10:00:00,2026-03-04 09:00:00,60,Yes",
		"Cyr Kolar,,soon,2026-03-04 11:00:00,60,Yes",
		",,2026-03-04 10:00:00,2026-03-04 11:00:00,60,Yes",
		"Dan Kolar,,--,n/a,-,Yes",
		"Eva Kolar,,2026-03-04 10:00:00,2026-03-04 10:00:00,0,Yes",
		"Fin Kolar,,,,25,Yes",
	)
	r, err := zoomMeetingParticipants.Read(f, Options{Zone: time.UTC})
	if err != nil {
		t.Fatal(err)
	}
	var lines []int
	for _, p := range r.Problems {
		lines = append(lines, p.Line)
		if strings.Contains(p.Message, "Kolar") {
			t.Errorf("a remark holds a value of the file: %s", p.Message)
		}
	}
	if !slices.Equal(lines, []int{3, 4, 5, 6, 7}) || len(r.Records) != 2 || r.Rows != 7 {
		t.Errorf("remarks on %v, %d records of %d rows", lines, len(r.Records), r.Rows)
	}
}

// TestSeveralMeetings: a flat export over a range of days may hold more than one meeting, which is said.
func TestSeveralMeetings(t *testing.T) {
	const header = "Topic,Meeting ID,Start Time,Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)"
	row := func(id, name string) string {
		return "Evidence," + id + ",2026-03-04 10:00:00," + name + ",,2026-03-04 10:00:00,2026-03-04 11:00:00,60"
	}
	one, err := zoomMeetingParticipants.Read(table(header, row("81 2", "Ana Perin"), row("81 2", "Bor Kolar")), Options{Zone: time.UTC})
	if err != nil || len(one.Problems) != 0 {
		t.Errorf("one meeting: %v, %v", one.Problems, err)
	}
	two, err := zoomMeetingParticipants.Read(table(header, row("81 2", "Ana Perin"), row("83 4", "Bor Kolar"), row("83 4", "Cyr Kolar")), Options{Zone: time.UTC})
	if err != nil || len(two.Problems) != 1 || two.Problems[0].Line != 3 {
		t.Errorf("two meetings: %v, %v", two.Problems, err)
	}
}

func TestDateOrder(t *testing.T) {
	// Nothing in this file tells 5 June from 6 May.
	f := table(meetingHeader, "Ana Perin,,05/06/2026 10:00:00,05/06/2026 11:00:00,60,Yes")
	if _, err := zoomMeetingParticipants.Read(f, Options{Zone: time.UTC}); !fault.Is(err, fault.Ambiguous) {
		t.Errorf("an open order is not asked: %v", err)
	}
	for _, date := range []time.Time{time.Date(2026, 6, 5, 10, 0, 0, 0, time.UTC), time.Date(2026, 5, 6, 10, 0, 0, 0, time.UTC)} {
		r, err := zoomMeetingParticipants.Read(f, Options{Zone: time.UTC, Date: date})
		if err != nil || !r.Records[0].Join.Equal(date) {
			t.Errorf("the webinar's date decides: %v, %v", r.Records, err)
		}
	}
	// The block above the people decides where their own rows do not.
	block := table("Topic,Meeting ID,Start Time,End Time,User Email,Duration (Minutes),Participants",
		"Topic of the day,1,Jun 05; 2026 10:00,Jun 05; 2026 11:00,,60,1", "", meetingHeader,
		"Ana Perin,,05/06/2026 10:00:00,05/06/2026 11:00:00,60,Yes")
	for i := range block.Sheets[0].Rows[1].Cells {
		block.Sheets[0].Rows[1].Cells[i] = strings.ReplaceAll(block.Sheets[0].Rows[1].Cells[i], ";", ",")
	}
	r, err := zoomMeetingParticipants.Read(block, Options{Zone: time.UTC})
	if err != nil || r.Records[0].Join.Month() != time.June || !r.Start.Equal(r.Records[0].Join) {
		t.Errorf("the block does not decide: %v, %v", r.Records, err)
	}
}

// TestDateOrderFromTheRestOfTheFile: where joins and leaves are open, or only AM and PM speak, the times of registrations
// and the day in the file's name decide. AM and PM alone are followed, and said.
func TestDateOrderFromTheRestOfTheFile(t *testing.T) {
	report := func(name, registered, clock string) tabular.File {
		f := table("Attendee Details",
			"Attended,User Name (Original Name),Email,Registration Time,Join Time,Leave Time,Time in Session (minutes)",
			"Yes,Ana Perin,perin@mail.example,"+registered+",05/06/2026 10:00:00"+clock+",05/06/2026 11:00:00"+clock+",60")
		f.Name = name
		return f
	}
	for _, c := range []struct {
		why, name, registered, clock, want string
		remarks                            int
	}{
		{"a registration on the 28th", "report.csv", "28/05/2026 09:00:00", "", "dmy", 0},
		{"a registration on the 28th against AM and PM", "report.csv", "28/05/2026 09:00:00 AM", " AM", "dmy", 0},
		{"a registration long before, against AM and PM", "report.csv", "28/02/2026 09:00:00 AM", " AM", "dmy", 0},
		{"the day in the name", "attendee_81234567890_2026_06_05.csv", "", "", "dmy", 0},
		{"the day in the name against AM and PM", "attendee_81234567890_2026_06_05.csv", "", " AM", "dmy", 0},
		{"another day in the name", "attendee_81234567890_2026_05_07.csv", "", "", "mdy", 0},
		{"AM and PM alone", "report.csv", "", " AM", "mdy", 1},
		{"nothing", "report.csv", "", "", "", 0},
		{"a number in the name that is no day", "attendee_20269999.csv", "", "", "", 0},
	} {
		r, err := zoomWebinarAttendee.Read(report(c.name, c.registered, c.clock), Options{Zone: time.UTC})
		if c.want == "" {
			if !fault.Is(err, fault.Ambiguous) {
				t.Errorf("%s: read as %s, %v", c.why, r.DateOrder, err)
			}
			continue
		}
		if err != nil || r.DateOrder != c.want || len(r.Problems) != c.remarks {
			t.Errorf("%s: %s, want %s; %v, %v", c.why, r.DateOrder, c.want, r.Problems, err)
		}
	}
}

// TestTeamsSummary: a number that is nobody's list is a remark, one of registrations beside the right one is not; a copy
// without its summary has no title and no times of its own.
func TestTeamsSummary(t *testing.T) {
	people := []string{"2. Participants", "Name,First join,Last leave,In-meeting duration,Email,Participant ID (UPN),Role",
		"Ana Perin,2026-03-04 10:00:00,2026-03-04 11:00:00,1h,ana@mail.example,ana@mail.example,Attendee",
		"3. In-Meeting activities", "Name,Join time,Leave time,Duration,Email,Role",
		"Ana Perin,2026-03-04 10:00:00,2026-03-04 11:00:00,1h,ana@mail.example,Attendee"}
	for _, c := range []struct {
		summary []string
		remarks int
		title   string
	}{
		{[]string{"1. Summary", "Meeting title,Evidence", "Attended participants,1", "Start time,2026-03-04 09:55:00"}, 0, "Evidence"},
		{[]string{"1. Summary", "Meeting title,Evidence", "Attended participants,9", "Start time,2026-03-04 09:55:00"}, 1, "Evidence"},
		{[]string{"1. Summary", "Meeting title,Evidence", "Total registrations,44", "Attended participants,1"}, 0, "Evidence"},
		{[]string{"1. Summary", "Meeting title,Evidence", "Total registrations,44", "Attended participants,2"}, 1, "Evidence"},
		{nil, 0, ""},
	} {
		r, err := teamsAttendanceV3.Read(table(append(c.summary, people...)...), Options{Zone: time.UTC})
		if err != nil || len(r.Problems) != c.remarks || r.Title != c.title || len(r.Records) != 1 {
			t.Errorf("%v: title %q, %v, %v", c.summary, r.Title, r.Problems, err)
		}
	}
}

func TestZone(t *testing.T) {
	f := table(meetingHeader, "Ana Perin,,2026-03-04 10:00:00,2026-03-04 11:00:00,60,Yes")
	r, err := zoomMeetingParticipants.Read(f, Options{Zone: bucharest(t)})
	if err != nil || r.Records[0].Join.Hour() != 8 || r.Records[0].Join.Location() != time.UTC {
		t.Errorf("%v, %v", r.Records, err)
	}
}

// TestOpenStays: the given end stands before the meeting's own, and that before the last time seen; a key never depends
// on it.
func TestOpenStays(t *testing.T) {
	people := []string{meetingHeader, "Ana Perin,,2026-03-04 10:00:00,,,Yes", "Bor Kolar,,2026-03-04 10:00:00,2026-03-04 10:30:00,30,Yes"}
	block := append([]string{"Topic,Meeting ID,Start Time,End Time", "T,1,2026-03-04 09:55:00,2026-03-04 11:05:00"}, people...)
	given := time.Date(2026, 3, 4, 11, 0, 0, 0, time.UTC)
	keys := map[string]bool{}
	for name, c := range map[string]struct {
		lines []string
		end   time.Time
		want  string
	}{
		"given":     {block, given, "11:00"},
		"the file":  {block, time.Time{}, "11:05"},
		"last seen": {people, time.Time{}, "10:30"},
	} {
		r, err := zoomMeetingParticipants.Read(table(c.lines...), Options{Zone: time.UTC, End: c.end})
		if err != nil {
			t.Fatal(err)
		}
		if got := r.Records[0]; !got.Open || got.Leave.Format("15:04") != c.want {
			t.Errorf("%s: ends at %v, open %v", name, got.Leave, got.Open)
		}
		keys[r.Records[0].Key] = true
	}
	if len(keys) != 1 {
		t.Error("the key of an open row depends on what ends it")
	}
}

func TestKeyIsContent(t *testing.T) {
	base := Record{Kind: StayRow, Name: "Ana Perin", Email: "Perin@Mail.example", Join: at(0), Leave: at(10), Line: 4}
	same := Record{Kind: StayRow, Name: "PERIN Ana", Email: "perin+x@mail.example", Join: at(0).In(bucharest(t)), Leave: at(10), Line: 9,
		Country: "Albania", Sources: []Source{{File: "f", Line: 9}}}
	if Key(base) != Key(same) {
		t.Error("the same content has two keys")
	}
	for name, change := range map[string]func(*Record){
		"name":    func(r *Record) { r.Name = "Ana Kolar" },
		"address": func(r *Record) { r.Email = "kolar@mail.example" },
		"join":    func(r *Record) { r.Join = at(1) },
		"leave":   func(r *Record) { r.Leave = at(11) },
		"id":      func(r *Record) { r.PlatformID = "7" },
		"kind":    func(r *Record) { r.Kind = WaitingRoom },
	} {
		other := base
		change(&other)
		if Key(other) == Key(base) {
			t.Errorf("another %s has the same key", name)
		}
	}
	if k := Key(base); len(k) != 33 || k[0] != 'a' {
		t.Errorf("key %s", k)
	}
}

// TestTeamsRoles: presenter is a mark only while it sets some apart.
func TestTeamsRoles(t *testing.T) {
	rows := func(roles ...string) []personRow {
		var out []personRow
		for i, r := range roles {
			out = append(out, personRow{shown: string(rune('A'+i)) + " Perin", role: r})
		}
		return out
	}
	for _, c := range []struct {
		roles []string
		want  []Role
	}{
		{[]string{"Organizer", "Presenter", "Attendee", "Attendee"}, []Role{Host, Panelist, Attendee, Attendee}},
		{[]string{"Organizer", "Presenter", "Presenter", "Attendee"}, []Role{Host, Attendee, Attendee, Attendee}},
		{[]string{"Organizer", "Presenter", "Attendee"}, []Role{Host, Panelist, Attendee}},
		{[]string{"Organisateur", "Présentateur", "Participant", "Participant"}, []Role{Host, Panelist, Attendee, Attendee}},
		{[]string{"Düzenleyen", "Sunucu", "Katılımcı", "Katılımcı"}, []Role{Host, Panelist, Attendee, Attendee}},
		{[]string{"Organizador", "Moderador", "Asistente", "Asistente"}, []Role{Host, Panelist, Attendee, Attendee}},
		{[]string{"Organizador", "Apresentador", "Participante", "Participante"}, []Role{Host, Panelist, Attendee, Attendee}},
		{[]string{"Organizzatore", "Relatore", "Partecipante", "Ospite"}, []Role{Host, Panelist, Attendee, Attendee}},
		{[]string{"Organizator", "Osoba prowadząca", "Uczestnik", "Gość"}, []Role{Host, Panelist, Attendee, Attendee}},
		{[]string{"Organizatori", "Prezantuesi", "Pjesëmarrësi", "Mysafiri"}, []Role{Host, Panelist, Attendee, Attendee}},
		{[]string{"Διοργανωτής", "Παρουσιαστής", "Συμμετέχων", "Συμμετέχων"}, []Role{Host, Panelist, Attendee, Attendee}},
		{[]string{"Организатор", "Презентер", "Учесник", "Учесник"}, []Role{Host, Panelist, Attendee, Attendee}},
		{[]string{"", ""}, []Role{"", ""}},
	} {
		people := rows(c.roles...)
		markTeamsRoles(people)
		for i, p := range people {
			if p.mark != c.want[i] {
				t.Errorf("%v: %s is %q, want %q", c.roles, c.roles[i], p.mark, c.want[i])
			}
		}
	}
}

// TestNotClaimed: tables that only look alike are left to others.
func TestNotClaimed(t *testing.T) {
	for name, f := range map[string]tabular.File{
		"a registration report": table("Registration Report", "Report Generated:,x", "Topic,Webinar ID", "T,1", "Attendee Details",
			"First Name,Last Name,Email,Registration Time,Approval Status", "Ana,Perin,a@mail.example,2026-01-01 10:00:00,approved"),
		"a poll":             table("Poll Report", "Poll Details", "#,User Name,User Email,Submitted Date/Time", "1,Ana,a@mail.example,2026-01-01 10:00:00"),
		"a numbered outline": table("1. Background", "2. Objectives", "3. Programme"),
		"nothing":            {},
	} {
		for _, format := range Formats() {
			if c, _ := format.Detect(f); c > 0 {
				t.Errorf("%s claims %s", format.ID, name)
			}
		}
	}
}

// FuzzFormats: no table makes a reader panic, and no record lasts backwards or lacks its key.
func FuzzFormats(f *testing.F) {
	f.Add(meetingHeader + "\nAna,a@b.example,2026-03-04 10:00,2026-03-04 11:00,60,Yes")
	f.Add("Attendee Details\nAttended,User Name (Original Name),Join Time,Leave Time,Time in Session (minutes)\nYes,Ana (B,1/2/26 1:00 PM,--,1")
	f.Add("1. S\nT,x\n2. P\nN,J,L,D,E,U,R\nAna,2026-03-04 10:00,2026-03-04 11:00,1h,a@b.example,u,Organizer\n3. A\nN,J,L,D,E,R\nAna,2026-03-04 10:00,,,,")
	f.Add("Full Name,User Action,Timestamp\nAna,Joined,2026-03-04 10:00\nAna,Left,2026-03-04 11:00\nBor,Joined before,2026-03-04 10:00")
	f.Add("Meeting Summary\nTotal,2\nStart,2026-03-04 10:00\nFull Name,Join Time,Leave Time,Duration,Email,Role\nAna,2026-03-04 10:00,2026-03-04 11:00,1h,a@b.example,Presenter")
	f.Add("SessionId,ParticipantId,FullName,UserAgent,UtcEventTimestamp,Action,Role\n1,a@b.example,Ana,x,2026-03-04 10:00,Joined,\n1,a@b.example,Ana,x,2026-03-04 11:00,Left,")
	f.Add("Meeting Name,Meeting Start Time,Meeting End Time,Display Name,Role,Attendee Email,Join Time,Leave Time,Attendance Duration\nT,2026-03-04 10:00,2026-03-04 11:00,Ana,Host,a@b.example,2026-03-04 10:00,2026-03-04 11:00,60 mins")
	f.Add("Attendee Details\nAttended,Last Name,First Name,Email Address,Join Time,Leave Time,Time in Session\nYes,P,Ana,a@b.example,2026-03-04 10:00 EET,2026-03-04 11:00 EET,1 hour 0 minutes")
	f.Add("First name,Last name,Email,Duration,Time joined,Time exited\nAna,P,a@b.example,1 hr,11:30 PM,12:30 AM")
	f.Add("Name,Moderator,Score,Talk,Webcam,Messages,Votes,Hands,Join,Left,Duration\nAna,TRUE,0,00:00:01,-,0,0,0,2026-03-04 10:00,-,01:00:00")
	f.Add("Email,First name,Last name,Attended live,Attendance duration (min),Attendance rate\na@b.example,Ana,P,Yes,60,97%")
	f.Add("NameOfAttendee,AttendeeFirstJoinTime,AttendeeLastLeaveTime,AttendeeTotalTimeInSession\nAna,2026-03-04 10:00,2026-03-04 11:00,00:50:00")
	f.Fuzz(func(t *testing.T, text string) {
		file := table(strings.Split(text, "\n")...)
		mapped := Format{Read: func(f tabular.File, o Options) (Reading, error) {
			if rows := f.Sheets[0].Rows; len(rows) > 0 {
				Suggest(rows[0], rows, map[int]bool{})
			}
			columns := map[string]int{"full_name": 0, "email": 1, "join": 2, "leave": 3, "minutes": 4, "attended": 5}
			return ReadMapped(f, tabular.Mapping{Columns: columns}, o)
		}, Detect: func(tabular.File) (int, string) { return 0, "" }}
		for _, format := range append(Formats(), mapped) {
			format.Detect(file)
			r, err := format.Read(file, Options{Zone: time.UTC, Date: time.Date(2026, 3, 4, 0, 0, 0, 0, time.UTC)})
			if err != nil {
				continue
			}
			for _, rec := range r.Records {
				if rec.Key == "" || !rec.Open && rec.Leave.Before(rec.Join) {
					t.Fatalf("record %+v", rec)
				}
			}
			Group(r.Records)
		}
	})
}

// TestZoomSummaries: a number in a summary that is nobody's count is a remark with both numbers; blanks and the ways in
// which Zoom's versions count are none.
func TestZoomSummaries(t *testing.T) {
	webinar := func(viewers, users string) tabular.File {
		return table("Attendee Report", "Topic,Webinar ID,Actual Start Time,Actual Duration (minutes),Unique Viewers,Total Users", "Evidence,1,2026-03-04 09:55:00,65,"+viewers+","+users,
			"Panelist Details", "Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes)",
			"Yes,Orador Uno,uno@speaker.example,2026-03-04 10:00:00,2026-03-04 11:00:00,60",
			"Attendee Details", "Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes)",
			"Yes,Ana Perin,ana@mail.example,2026-03-04 10:00:00,2026-03-04 10:30:00,30", "Yes,Ana Perin,ana@mail.example,2026-03-04 10:31:00,2026-03-04 11:00:00,29",
			"Yes,Bor Kolar,bor@mail.example,2026-03-04 10:00:00,2026-03-04 11:00:00,60", "No,Cyr Kolar,cyr@mail.example,--,--,--",
			"Other Attended", "User Name,Join Time,Leave Time,Time in Session (minutes),Country/Region Name", "38344***12,2026-03-04 10:00:00,2026-03-04 10:10:00,10,Kosovo")
	}
	for _, c := range []struct {
		viewers, users string
		remarks        int
	}{{"2", "4", 0}, {"3", "5", 0}, {"4", "3", 0}, {"--", "", 0}, {"", "n/a", 0}, {"9", "4", 1}, {"2", "12", 1}, {"9", "12", 2}} {
		r, err := zoomWebinarAttendee.Read(webinar(c.viewers, c.users), Options{Zone: time.UTC})
		if err != nil || len(r.Problems) != c.remarks {
			t.Errorf("%s viewers, %s users: %v, %v", c.viewers, c.users, r.Problems, err)
		}
	}
	meeting := func(participants string) tabular.File {
		return table("Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants", "1,Evidence,2026-03-04 09:55:00,2026-03-04 11:00:00,,65,"+participants, "",
			meetingHeader+",In Waiting Room", "Ana Perin,,2026-03-04 09:58:00,2026-03-04 10:00:00,2,Yes,Yes", "Ana Perin,,2026-03-04 10:00:00,2026-03-04 10:30:00,30,Yes,No",
			"Ana Perin,,2026-03-04 10:40:00,2026-03-04 11:00:00,20,Yes,No")
	}
	for participants, remarks := range map[string]int{"1": 0, "2": 0, "3": 0, "": 0, "7": 1} {
		r, err := zoomMeetingParticipants.Read(meeting(participants), Options{Zone: time.UTC})
		if err != nil || len(r.Problems) != remarks {
			t.Errorf("%s participants: %v, %v", participants, r.Problems, err)
		}
	}
}

// TestFirstAndLast: the total tells a stay from a first and last time with gaps, or with two devices, between them; times
// that lost their seconds are a minute off at most.
func TestFirstAndLast(t *testing.T) {
	for _, c := range []struct {
		why               string
		join, leave, took string
		ends              time.Duration
		kind              Kind
		minutes           float64
	}{
		{"one stay", "10:00:05", "11:10:10", "1:10:05", 30 * time.Second, StayRow, 70.1},
		{"a lost connection", "10:00:05", "11:10:10", "1:09:45", 30 * time.Second, StayRow, 70.1},
		{"gaps", "10:00:05", "11:10:10", "0:40:00", 30 * time.Second, TotalRow, 40},
		{"two devices", "10:00:05", "11:10:10", "2:00:00", 30 * time.Second, TotalRow, 120},
		{"without seconds", "10:00:00", "11:10:00", "1:10:45", 30 * time.Second, StayRow, 70},
		{"without seconds, the other way", "10:00:00", "11:10:00", "1:09:15", 30 * time.Second, StayRow, 70},
		{"without seconds, with gaps", "10:00:00", "11:10:00", "1:05:00", 30 * time.Second, TotalRow, 65},
		{"not asked", "10:00:05", "11:10:10", "0:40:00", 0, StayRow, 70.1},
		{"no total", "10:00:05", "11:10:10", "", 30 * time.Second, StayRow, 70.1},
		{"the same minute", "10:00:00", "10:00:00", "0:00:40", time.Minute, StayRow, 0.7},
	} {
		var r Reading
		p := personRow{line: 2, kind: StayRow, shown: "Ana Perin", join: "2026-06-05 " + c.join, leave: "2026-06-05 " + c.leave, total: c.took, ends: c.ends}
		if err := r.build([]personRow{p}, frame{}, Options{Zone: time.UTC}); err != nil || len(r.Records) != 1 {
			t.Fatalf("%s: %v", c.why, err)
		}
		got, _, _ := Minutes(Group(r.Records)[0])
		if r.Records[0].Kind != c.kind || got != c.minutes {
			t.Errorf("%s: %s of %.1f minutes, want %s of %.1f", c.why, r.Records[0].Kind, got, c.kind, c.minutes)
		}
	}
}

// TestNamesAsWritten: what a file writes beside the cleaned name is kept, whichever platform wrote it.
func TestNamesAsWritten(t *testing.T) {
	const hidden = "A\u200bna"
	for _, c := range []struct {
		format      Format
		field, want string
		lines       []string
	}{
		{teamsList2020, "name", hidden + " Perin", []string{"Full Name,User Action,Timestamp", hidden + " Perin,Joined,2026-03-04 10:00:00", hidden + " Perin,Left,2026-03-04 11:00:00"}},
		{teamsReport2021, "name", hidden + " Perin", []string{"Full Name,Join Time,Leave Time,Duration,Email,Role", hidden + " Perin,2026-03-04 10:00:00,2026-03-04 11:00:00,1h,ana@mail.example,Attendee"}},
		{teamsLiveEvent, "name", hidden + " Perin", []string{"SessionId,ParticipantId,FullName,UserAgent,UtcEventTimestamp,Action,Role", "1,," + hidden + " Perin,x,2026-03-04 10:00:00,Joined,", "1,," + hidden + " Perin,x,2026-03-04 11:00:00,Left,"}},
		{webexAttendance, "registrant", hidden + " Perin", []string{"Meeting Name,Display Name,First Name,Last Name,Role,Attendee Email,Join Time,Leave Time,Attendance Duration",
			"T,Ana P.," + hidden + ",Perin,Attendee,ana@mail.example,2026-03-04 10:00:00,2026-03-04 11:00:00,60"}},
		{goToWebinarAttendee, "registrant", hidden + " Perin", []string{"Attended,First Name,Last Name,Email Address,Join Time,Leave Time,Time in Session",
			"Yes," + hidden + ",Perin,ana@mail.example,2026-03-04 10:00,2026-03-04 11:00,1 hour 0 minutes"}},
		{googleMeetAttendance, "name", hidden + " Perin", []string{"First name,Last name,Email,Duration,Time joined,Time exited", hidden + ",Perin,ana@mail.example,1 hr,10:00 AM,11:00 AM"}},
		{bbbLearningDashboard, "name", hidden + " Perin", []string{"Name,Moderator,Activity Score,Talk Time,Webcam Time,Messages,Reactions,Poll Votes,Raise Hands,Join,Left,Duration",
			hidden + " Perin,FALSE,1,-,-,0,0,0,0,2026-03-04 10:00:00,2026-03-04 11:00:00,01:00:00"}},
		{livestormRegistrants, "registrant", hidden + " Perin", []string{"Email,First name,Last name,Attended live,Attendance duration (min),Attendance rate", "ana@mail.example," + hidden + ",Perin,Yes,60,97%"}},
		{blackboardAttendance, "name", hidden + " P.", []string{"NameOfAttendee,FirstNameOfAttendee,LastNameOfAttendee,AttendeeFirstJoinTime,AttendeeLastLeaveTime,AttendeeTotalTimeInSession",
			hidden + " P.,Ana,Perin,2026-03-04 10:00,2026-03-04 11:00,01:00:00"}},
	} {
		f := table(c.lines...)
		f.Name = "2026-03-04 10_00 Evidence.csv"
		r, err := c.format.Read(f, Options{Zone: time.UTC})
		if err != nil || len(r.Records) != 1 || r.Records[0].Raw[c.field] != c.want {
			t.Errorf("%s: %v, %v", c.format.ID, r.Records, err)
		}
	}
}

// In the night in which the clocks go back an hour stands twice; the platform's own length tells which of them is meant.
func TestHourThatStandsTwice(t *testing.T) {
	zone := bucharest(t) // 03:00 to 03:59 of 27 October 2024 are there at UTC+3 and again at UTC+2
	for _, c := range []struct{ join, leave, minutes, want string }{
		{"02:30:00", "03:20:00", "50", "50"},
		{"02:30:00", "03:20:00", "110", "110"},
		{"03:10:00", "03:50:00", "40", "40"},
		{"03:10:00", "03:50:00", "100", "100"},
		{"03:50:00", "03:10:00", "20", "20"}, // forth before the clocks went back
		{"03:30:00", "04:30:00", "60", "60"},
		{"03:30:00", "04:30:00", "120", "120"},
		{"01:00:00", "02:30:00", "30", "90"}, // another hour is as it is printed
	} {
		text := "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\nAna Perin,,2024-10-27 " + c.join + ",2024-10-27 " + c.leave + "," + c.minutes + ",Yes\n"
		f, err := tabular.Read("night.csv", []byte(text), tabular.DefaultLimits())
		if err != nil {
			t.Fatal(err)
		}
		r, err := readZoomMeeting(*f, Options{Zone: zone})
		if err != nil || len(r.Records) != 1 {
			t.Fatalf("%+v: %v, %d records", c, err, len(r.Records))
		}
		if got := strconv.Itoa(int(r.Records[0].Leave.Sub(r.Records[0].Join).Minutes())); got != c.want {
			t.Errorf("%+v: %s minutes", c, got)
		}
	}
}
