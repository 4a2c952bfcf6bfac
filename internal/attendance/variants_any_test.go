package attendance

import (
	"fmt"
	"math"
	"strings"
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

// TestAnyAudience: whoever was there and however often, each platform's file gives each person's minutes: the union of
// the stays where it has them, else the sum over devices, or, where a total shows one stay, that stay.
func TestAnyAudience(t *testing.T) {
	day := meetingDay
	const quiet, anyFile = "", "2026-06-05 18:00 Evidence - Attendance Report.csv"
	listWords := [5]string{"Full Name", "User Action", "Timestamp", "Joined", "Left"}
	live := row("SessionId", "ParticipantId", "FullName", "UserAgent", "UtcEventTimestamp", "Action", "Role")
	webex := row("Meeting Name", "Meeting Start Time", "Meeting End Time", "Display Name", "First Name", "Last Name", "Role", "Attendee Email", "Join Time", "Leave Time", "Attendance Duration", "Connection Type", "Session Name")
	meet := row("First name", "Last name", "Email", "Duration", "Time joined", "Time exited")
	storm := row("Email", "First name", "Last name", "Company", "Job title", "Country", "Registration date", "Attended live", "Attendance duration (min)", "Attendance rate", "Viewed replay", "Messages")
	board := row("SessionDate", "SessionName", "SessionIdentifier", "SessionInstanceIdentifer", "SessionOwner", "RoomOpened", "RoomClosed", "NameOfAttendee", "FirstNameOfAttendee", "LastNameOfAttendee",
		"EmailOfAttendee", "Username", "AttendeeRole", "AttendeeType", "AttendeeFirstJoinTime", "AttendeeLastLeaveTime", "AttendeeTotalTimeInSession", "AttendeeTotalRejoins")
	twelve := func(t time.Time) any { return t.Format("3:04 PM") }
	exact := func(d time.Duration) any { return shortLength(d) }
	for _, c := range []struct {
		format, file string
		addresses    bool
		summed       bool
		minutes      float64
		write        func([]guest) string
	}{
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
	} {
		t.Run(c.format, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				guests := anyAudience().Draw(t, "audience")
				if !c.addresses {
					guests = withoutAddress(guests)
				}
				name := c.file
				if name == "" {
					name = "table.csv"
				}
				f, err := tabular.Read(name, []byte(c.write(guests)), tabular.DefaultLimits())
				if err != nil {
					t.Fatal(err)
				}
				claimed := Format{}
				for _, format := range Formats() {
					if confidence, _ := format.Detect(*f); confidence > 0 {
						claimed = format
					}
				}
				if claimed.ID != c.format {
					t.Fatalf("claimed by %q", claimed.ID)
				}
				r, err := claimed.Read(*f, Options{Zone: time.UTC, Date: day.Add(18 * time.Hour)})
				if err != nil {
					t.Fatal(err)
				}
				for i := range r.Records {
					r.Records[i].Sources = []Source{{File: name, Name: name, Line: r.Records[i].Line}}
				}
				persons := Group(r.Records)
				if len(persons) != len(guests) {
					t.Fatalf("%d persons of %d; %v", len(persons), len(guests), r.Problems)
				}
				for _, g := range guests {
					union, summed := g.seconds(day, time.Time{})
					want := union
					if c.summed {
						want = summed
					}
					for _, p := range persons {
						if p.Name != g.name && !strings.HasPrefix(p.Email, g.email) || g.email == "" && p.Name != g.name || g.email != "" && p.Email != g.email {
							continue
						}
						if got, _, _ := Minutes(p); math.Abs(got-float64(want)/60) > c.minutes+0.06 {
							t.Fatalf("%s %v: %.1f minutes, want %.1f", g.name, g.stays, got, float64(want)/60)
						}
					}
				}
			})
		})
	}
}
