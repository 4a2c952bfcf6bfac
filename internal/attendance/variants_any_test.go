package attendance

import (
	"fmt"
	"math"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"rapporteur/internal/tabular"
)

// anyAudience draws people with any number of stays, also at the same time, also of seconds, from two hours before noon to
// past midnight. Names and addresses are all different, and no two stays of one person begin in the same second.
func anyAudience() *rapid.Generator[[]guest] {
	return rapid.Custom(func(t *rapid.T) []guest {
		var out []guest
		for i := range rapid.IntRange(2, 9).Draw(t, "people") {
			g := guest{name: fmt.Sprintf("%s%c Family%c", rapid.SampledFrom([]string{"Ayşe", "Đorđe", "Цветан", "O'Neil-Ana", "Ștefan"}).Draw(t, "given"), 'a'+i, 'a'+i),
				email: fmt.Sprintf("p%d@mail.example", i)}
			begun := map[int]bool{}
			for range rapid.IntRange(1, 4).Draw(t, "stays") {
				join := rapid.IntRange(13*3600, 23*3600).Draw(t, "join")
				if begun[join] {
					continue
				}
				begun[join] = true
				leave := min(join+rapid.IntRange(1, 3*3600).Draw(t, "length"), 26*3600)
				g.stays = append(g.stays, wallClock(join)+"-"+wallClock(leave))
			}
			out = append(out, g)
		}
		return out
	})
}

// wallClock is a time of the day or, with a plus, of the next.
func wallClock(second int) string {
	next := ""
	if second >= 24*3600 {
		next, second = "+", second-24*3600
	}
	return fmt.Sprintf("%s%02d:%02d:%02d", next, second/3600, second/60%60, second%60)
}

// anyWriter writes an audience as one platform's file. Addresses: the file carries them. Summed: where it holds no stays but a
// total, that of all devices. Minutes is how far its totals are rounded.
type anyWriter struct {
	format, file string
	addresses    bool
	summed       bool
	minutes      float64
	write        func([]guest) string
}

func anyWriters() []anyWriter {
	day := meetingDay
	const quiet, anyFile = "table.csv", "2026-06-05 18:00 Evidence - Attendance Report.csv"
	listWords := [5]string{"Full Name", "User Action", "Timestamp", "Joined", "Left"}
	live := row("SessionId", "ParticipantId", "FullName", "UserAgent", "UtcEventTimestamp", "Action", "Role")
	webex := row("Meeting Name", "Meeting Start Time", "Meeting End Time", "Display Name", "First Name", "Last Name", "Role", "Attendee Email", "Join Time", "Leave Time", "Attendance Duration", "Connection Type", "Session Name")
	meet := row("First name", "Last name", "Email", "Duration", "Time joined", "Time exited")
	storm := row("Email", "First name", "Last name", "Company", "Job title", "Country", "Registration date", "Attended live", "Attendance duration (min)", "Attendance rate", "Viewed replay", "Messages")
	board := row("SessionDate", "SessionName", "SessionIdentifier", "SessionInstanceIdentifer", "SessionOwner", "RoomOpened", "RoomClosed", "NameOfAttendee", "FirstNameOfAttendee", "LastNameOfAttendee",
		"EmailOfAttendee", "Username", "AttendeeRole", "AttendeeType", "AttendeeFirstJoinTime", "AttendeeLastLeaveTime", "AttendeeTotalTimeInSession", "AttendeeTotalRejoins")
	twelve := func(t time.Time) any { return t.Format("3:04 PM") }
	exact := func(d time.Duration) any { return shortLength(d) }
	return []anyWriter{
		{teamsList2020ID, quiet, false, false, 0.06, func(g []guest) string { return listLog(g, day, usTime, listWords, "").text("\t") }},
		{teamsReport2021ID, quiet, true, false, 0.06, func(g []guest) string { return report(englishReport, g, day, true).text("\t") }},
		{teamsLiveEventID, quiet, true, false, 0.06, func(g []guest) string { return liveLog(live, g, day, usTime).text(",") }},
		{webexID, quiet, true, false, 0.06, func(g []guest) string {
			return webexRows(webex, map[Role]string{Attendee: "Attendee"}, g, day, isoTime, exact).text(",")
		}},
		{goToWebinarID, quiet, true, false, 4, func(g []guest) string { return goTo(goToEnglish, g, day, 0, len(g), len(g)).text(",") }},
		{googleMeetID, anyFile, true, true, 1, func(g []guest) string { return meetRows(meet, g, day, twelve, exact).text(",") }},
		// Times that both fall on a full minute may be cut ones: a total within a minute of them is one stay.
		{bbbID, quiet, false, true, 1, func(g []guest) string {
			return dashboard("Name,Moderator,Score,Talk,Webcam,Messages,Reactions,Votes,Hands,Join,Left,Duration,Q", "TRUE", "FALSE", "Anonymous", g, day, isoTime, ".")
		}},
		{livestormID, quiet, true, false, 0.51, func(g []guest) string {
			return livestorm(storm, "Yes", "No", g, 2, isoTime, func(d time.Duration) any { return int(d.Round(time.Minute).Minutes()) }).text(",")
		}},
		{blackboardID, quiet, true, false, 1, func(g []guest) string { return blackboard(board, "Owner", g, day, isoTime).text(",") }},
		{zoomMeetingID, quiet, true, false, 0.06, func(g []guest) string {
			return zoomMeetingRows(g, day, isoTime, row("Name (Original Name)", "User Email", "Join Time", "Leave Time", "Duration (Minutes)", "Guest", "Recording Consent", "In Waiting Room")).text(",")
		}},
	}
}

// read gives the records of an audience written by one platform.
func (w anyWriter) read(t *rapid.T, guests []guest) []Record {
	name := w.file
	f, err := tabular.Read(name, []byte(w.write(guests)), tabular.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	claimed := Format{}
	for _, format := range Formats() {
		if confidence, _ := format.Detect(*f); confidence > 0 {
			claimed = format
		}
	}
	if claimed.ID != w.format {
		t.Fatalf("claimed by %q", claimed.ID)
	}
	r, err := claimed.Read(*f, Options{Zone: time.UTC, Date: meetingDay.Add(18 * time.Hour)})
	if err != nil {
		t.Fatal(err)
	}
	for i := range r.Records {
		r.Records[i].Sources = []Source{{File: w.format, Name: name, Line: r.Records[i].Line}}
	}
	return r.Records
}

// of finds the person of a guest, by the address where there is one.
func (g guest) of(persons []Person) (Person, bool) {
	for _, p := range persons {
		if g.email != "" && p.Email == g.email || g.email == "" && p.Name == g.name {
			return p, true
		}
	}
	return Person{}, false
}

// TestAnyAudience: whoever was there and however often, each platform's file gives each person's minutes: the union of
// the stays where it has them, else the sum over devices, or, where a total shows one stay, that stay.
func TestAnyAudience(t *testing.T) {
	for _, w := range anyWriters() {
		t.Run(w.format, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				guests := anyAudience().Draw(t, "audience")
				if !w.addresses {
					guests = withoutAddress(guests)
				}
				persons := Group(w.read(t, guests))
				if len(persons) != len(guests) {
					t.Fatalf("%d persons of %d", len(persons), len(guests))
				}
				for _, g := range guests {
					union, summed := g.seconds(meetingDay, time.Time{})
					want := union
					if w.summed {
						want = summed
					}
					p, ok := g.of(persons)
					if !ok {
						t.Fatalf("%s is missing", g.name)
					}
					if got, _, _ := Minutes(p); math.Abs(got-float64(want)/60) > w.minutes+0.06 {
						t.Fatalf("%s %v: %.1f minutes, want %.1f", g.name, g.stays, got, float64(want)/60)
					}
				}
			})
		})
	}
}

// TestSeveralPlatforms: one webinar in two rooms, restarted, or moved to another platform is one webinar. However the stays
// of its people are spread over the files, also twice, each person is one and was there for the union of all stays; what a
// file tells as a total says nothing more of a person whose stays are known.
func TestSeveralPlatforms(t *testing.T) {
	exact := slices.DeleteFunc(anyWriters(), func(w anyWriter) bool { return !w.addresses || w.summed || w.minutes > 0.1 })
	totals := slices.DeleteFunc(anyWriters(), func(w anyWriter) bool { return w.format != livestormID })
	if len(exact) < 4 || len(totals) != 1 {
		t.Fatalf("%d platforms with stays, %d with totals alone", len(exact), len(totals))
	}
	rapid.Check(t, func(t *rapid.T) {
		guests := anyAudience().Draw(t, "audience")
		rooms := rapid.IntRange(2, 4).Draw(t, "rooms")
		var records []Record
		spread := make([][]guest, rooms)
		for _, g := range guests {
			at := make([]guest, rooms)
			for _, stay := range g.stays {
				for _, room := range rapid.SliceOfNDistinct(rapid.IntRange(0, rooms-1), 1, 2, rapid.ID[int]).Draw(t, "rooms of a stay") {
					at[room].stays = append(at[room].stays, stay)
				}
			}
			for room := range at {
				if len(at[room].stays) > 0 {
					spread[room] = append(spread[room], guest{name: g.name, email: g.email, stays: at[room].stays})
				}
			}
		}
		for _, there := range spread {
			if len(there) > 0 {
				records = append(records, rapid.SampledFrom(exact).Draw(t, "platform").read(t, there)...)
			}
		}
		if rapid.Bool().Draw(t, "a file of totals too") {
			records = append(records, totals[0].read(t, guests)...)
		}
		records = rapid.Permutation(records).Draw(t, "order")
		persons := Group(records)
		if len(persons) != len(guests) {
			t.Fatalf("%d persons of %d", len(persons), len(guests))
		}
		for _, g := range guests {
			p, ok := g.of(persons)
			if !ok {
				t.Fatalf("%s is missing", g.name)
			}
			union, _ := g.seconds(meetingDay, time.Time{})
			if got, _, _ := Minutes(p); math.Abs(got-float64(union)/60) > 0.12 {
				t.Fatalf("%s %v: %.1f minutes, want %.1f", g.name, g.stays, got, float64(union)/60)
			}
		}
	})
}
