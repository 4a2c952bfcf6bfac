package attendance

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"rapporteur/internal/fault"
)

// zoomMinutes is Zoom's length: up to the whole minute.
func zoomMinutes(d time.Duration) any { return int((d + time.Minute - 1) / time.Minute) }

// zoomWebinar writes a webinar attendee report: hosts, panelists, registrants with one who did not come, and callers.
func zoomWebinar(guests []guest, day time.Time, at timeStyle, title string) cellsOf {
	registered := 1
	for _, g := range guests {
		if g.role == "" && g.email != "" {
			registered++
		}
	}
	staff := row("Attended", "User Name (Original Name)", "Email", "Join Time", "Leave Time", "Time in Session (minutes)", "Is Guest", "Country/Region Name")
	rows := cellsOf{row("Attendee Report"), row("Report Generated:", at(day.Add(30*time.Hour))),
		row("Topic", "Webinar ID", "Actual Start Time", "Actual Duration (minutes)", "# Registered", "# Cancelled", "Unique Viewers", "Total Users", "Max Concurrent Views"),
		row(title, "847 5984 1045", at(onDay(day, "13:40:00")), 145, registered, 0, "", "", "--")}
	section := func(title string, header []any, write func(g guest, s [2]time.Time) []any) {
		rows = append(rows, row(title), header)
		for _, g := range guests {
			for _, s := range g.wall(day) {
				if cells := write(g, s); cells != nil {
					rows = append(rows, cells)
				}
			}
		}
	}
	for _, part := range []struct {
		title string
		role  Role
	}{{"Host Details", Host}, {"Panelist Details", Panelist}} {
		section(part.title, staff, func(g guest, s [2]time.Time) []any {
			if g.role != part.role {
				return nil
			}
			return row("Yes", g.name, g.email, at(s[0]), at(s[1]), zoomMinutes(s[1].Sub(s[0])), "No", "Romania")
		})
	}
	section("Attendee Details", row("Attended", "User Name (Original Name)", "First Name", "Last Name", "Email", "Registration Time", "Approval Status", "Join Time", "Leave Time",
		"Time in Session (minutes)", "Is Guest", "Who are you, \"really\"?", "Country/Region Name"), func(g guest, s [2]time.Time) []any {
		if g.role != "" || g.email == "" {
			return nil
		}
		given, family, _ := strings.Cut(g.name, " ")
		return row("Yes", "iPhone ("+g.name+")", given, family, g.email, at(day.AddDate(0, 0, -9)), "approved", at(s[0]), at(s[1]), zoomMinutes(s[1].Sub(s[0])), "Yes", "police", "Serbia")
	})
	rows = append(rows, row("No", "Ada Absent", "Ada", "Absent", "absent@mail.example", at(day.AddDate(0, 0, -9)), "approved", "--", "--", "--", "--", "", ""))
	section("Other Attended", row("User Name", "Join Time", "Leave Time", "Time in Session (minutes)", "Country/Region Name"), func(g guest, s [2]time.Time) []any {
		if g.email != "" {
			return nil
		}
		return row(g.name, at(s[0]), at(s[1]), zoomMinutes(s[1].Sub(s[0])), "Kosovo")
	})
	return rows
}

// zoomMeetingRows writes a participants report, a waiting-room row before each join.
func zoomMeetingRows(guests []guest, day time.Time, at timeStyle, header []any) cellsOf {
	rows := cellsOf{header}
	for _, g := range guests {
		for _, s := range g.wall(day) {
			rows = append(rows, row(g.name, g.email, at(s[0].Add(-40*time.Second)), at(s[0]), 1, "Yes", "", "Yes"),
				row(g.name, g.email, at(s[0]), at(s[1]), zoomMinutes(s[1].Sub(s[0])), "Yes", "", "No"))
		}
	}
	return rows
}

// The ways in which Zoom's versions write a time.
var (
	zoom2020 = func(t time.Time) any { return t.Format("Jan 2, 2006 15:04:05") }
	zoom2026 = func(t time.Time) any { return t.Format("01/02/2006 03:04:05 PM") }
)

func TestZoomWebinarVariants(t *testing.T) {
	day := meetingDay
	const title = "Evidence, \"live\""
	base := func(name string, at timeStyle, delimiter, encoding string) variant {
		return variant{name: name, data: encoded(t, zoomWebinar(withStaff(), day, at, title).text(delimiter), encoding), date: day, guests: withStaff(), noShows: 1, title: title, clean: true}
	}
	book := base("workbook with serial dates", zoom2020, ",", "utf-8")
	book.data = zoomWebinar(withStaff(), day, serialTime, title).book(t)
	region := latinOf(withStaff(), "Đorđe Kolarić", "KOVAČ Željka", "Besnik Prela", "+38344***12", "Project Office")
	saved := base("re-saved in Windows-1250", zoom2020, ",", "utf-8")
	saved.guests, saved.data, saved.exact = region, encoded(t, zoomWebinar(region, day, excelTime, title).text(";"), "1250"), 1
	night := base("over midnight", zoom2020, ",", "utf-8")
	night.guests = []guest{{name: "Ana Perin", email: "ana@mail.example", stays: []string{"23:10:00-00:40:00"}}, {name: "Bor Kolar", email: "bor@mail.example", stays: []string{"+00:05:00-+00:39:00"}}}
	night.data = encoded(t, zoomWebinar(night.guests, day, zoom2026, title).text(","), "utf-8 bom")
	staff := base("only staff", zoom2020, ",", "utf-8")
	staff.guests = latinOf(withStaff(), "Project Office", "Orador Uno")
	staff.data = encoded(t, zoomWebinar(staff.guests, day, zoom2020, title).text(","), "utf-8")
	wrong := base("another number of registrants", zoom2020, ",", "utf-8")
	wrong.data = []byte(strings.Replace(string(wrong.data), ",145,5,0,", ",145,77,0,", 1))
	wrong.clean, wrong.remark = false, "77 against"
	zoned := base("in another zone", zoom2020, ",", "utf-8 bom")
	zoned.zone = "Europe/Tirane"
	check(t, zoomWebinarID, []variant{base("2020", zoom2020, ",", "utf-8 bom"), base("2026", zoom2026, ",", "utf-8 bom"), base("24 hours", brazilTime, ",", "utf-8"), base("years first", isoTime, ",", "utf-8"),
		base("tabs in UTF-16", zoom2020, "\t", "utf-16le bom"), base("UTF-16 without a mark", zoom2020, "\t", "utf-16le"), base("semicolons", germanTime, ";", "utf-8 bom"), book, saved, night, staff, zoned, wrong})
}

func TestZoomMeetingVariants(t *testing.T) {
	day := meetingDay
	header := row("Name (Original Name)", "User Email", "Join Time", "Leave Time", "Duration (Minutes)", "Guest", "Recording Consent", "In Waiting Room")
	lower := row("Name (original name)", "Email", "Join time", "Leave time", "Duration (minutes)", "Guest", "Recording consent", "In waiting room")
	base := func(name string, header []any, at timeStyle, delimiter, encoding string) variant {
		return variant{name: name, data: encoded(t, zoomMeetingRows(audience(), day, at, header).text(delimiter), encoding), date: day, guests: audience(), clean: true}
	}
	block := func(owner string, participants int) cellsOf {
		return cellsOf{row("Meeting ID", "Topic", "Start Time", "End Time", "User Email", "Duration (Minutes)", "Participants", ""),
			row("847 5984 1045", "Evidence", zoom2026(onDay(day, "13:40:00")), zoom2026(onDay(day, "16:05:00")), owner, 145, participants, ""), row("", "")}
	}
	owned := base("with its block", header, zoom2026, ",", "utf-8 bom")
	owned.guests = append(audience(), guest{name: "Project Office", email: "office@council.example", role: Host, stays: []string{"13:40:00-16:05:00"}})
	owned.data = encoded(t, with(block("office@council.example", 10), zoomMeetingRows(owned.guests, day, zoom2026, header)).text(","), "utf-8 bom")
	owned.title = "Evidence"
	wrong := owned
	wrong.name, wrong.clean, wrong.remark = "another number of participants", false, "99 against 10"
	wrong.data = encoded(t, with(block("office@council.example", 99), zoomMeetingRows(owned.guests, day, zoom2026, header)).text(","), "utf-8 bom")
	book := base("workbook with serial dates", header, zoom2026, ",", "utf-8")
	book.data = zoomMeetingRows(audience(), day, serialTime, header).book(t)
	region := latinOf(audience(), "Đorđe Kolarić", "KOVAČ Željka", "Besnik Prela", "+38344***12")
	saved := base("re-saved in Windows-1250", header, zoom2026, ",", "utf-8")
	saved.guests, saved.data, saved.exact = region, encoded(t, zoomMeetingRows(region, day, excelTime, header).text(";"), "1250"), 1
	asked := base("an order of dates that nothing decides", header, brazilTime, ",", "utf-8")
	asked.guests = latinOf(audience(), "Besnik Prela")
	asked.data, asked.date, asked.fault = encoded(t, zoomMeetingRows(asked.guests, day, brazilTime, header).text(","), "utf-8"), time.Time{}, fault.Ambiguous
	nobody := base("nobody", header, zoom2026, ",", "utf-8")
	nobody.data, nobody.fault = encoded(t, cellsOf{header}.text(","), "utf-8"), fault.Unreadable
	check(t, zoomMeetingID, []variant{base("plain", header, zoom2026, ",", "utf-8 bom"), base("lower case", lower, zoom2026, ",", "utf-8"), base("day first", header, brazilTime, ",", "utf-8"),
		base("years first", header, isoTime, ",", "utf-8"), base("tabs in UTF-16, high byte first", header, britTime, "\t", "utf-16be bom"), owned, wrong, book, saved, asked, nobody})
}

func TestTeamsV3Variants(t *testing.T) {
	day := meetingDay
	write := func(guests []guest, x reportTexts, titles [3]string) cellsOf {
		rows := cellsOf{row(titles[0]), row(x.title, "Evidence"), row(x.total, len(guests)), row(x.start, x.at(onDay(day, "13:40:00"))), row(x.end, x.at(onDay(day, "16:05:00"))), row(x.length, x.took(2*time.Hour+25*time.Minute)), row(titles[1]),
			row(x.name, x.join, x.leave, x.length, x.email, "Participant ID (UPN)", x.role)}
		word := func(g guest) string {
			if w := map[Role]string{Host: x.organizer, Panelist: x.presenter}[g.role]; w != "" {
				return w
			}
			return x.attendee
		}
		for _, g := range guests {
			wall := g.wall(day)
			last := wall[0][1]
			for _, s := range wall {
				if s[1].After(last) {
					last = s[1]
				}
			}
			_, summed := g.seconds(day, time.Time{})
			rows = append(rows, row(g.name, x.at(wall[0][0]), x.at(last), x.took(time.Duration(summed)*time.Second), g.email, g.email, word(g)))
		}
		rows = append(rows, row(titles[2]), row(x.name, x.join, x.leave, x.length, x.email, x.role))
		for _, g := range guests {
			for _, s := range g.wall(day) {
				rows = append(rows, row(g.name, x.at(s[0]), x.at(s[1]), x.took(s[1].Sub(s[0])), g.email, word(g)))
			}
		}
		return rows
	}
	numbered := [3]string{"1. Summary", "2. Participants", "3. In-Meeting Activities"}
	english := englishReport
	english.join, english.leave, english.length = "First Join", "Last Leave", "In-Meeting Duration"
	base := func(name string, at timeStyle, delimiter, encoding string) variant {
		x := english
		x.at = at
		return variant{name: name, data: encoded(t, write(withStaff(), x, numbered).text(delimiter), encoding), date: day, guests: withStaff(), title: "Evidence", clean: true}
	}
	serial := english
	serial.at = serialTime
	book := base("workbook with serial dates", usTime, "\t", "utf-8")
	book.data = write(withStaff(), serial, numbered).book(t)
	unlisted := reportTexts{"", "Parte-hartzaileak", "Izenburua", "Hasiera", "Amaiera", "Izena", "Sartzea", "Irteera", "Iraupena", "Helbidea", "Eginkizuna", "Organizer", "Presenter", "Partaidea", isoTime, shortLength}
	other := base("a language nobody listed", isoTime, "\t", "utf-16le bom")
	other.data = encoded(t, write(withStaff(), unlisted, [3]string{"1. Laburpena", "2. Parte-hartzaileak", "3. Jarduerak"}).text("\t"), "utf-16le bom")
	night := base("over midnight", usTime, "\t", "utf-16le bom")
	night.guests = []guest{{name: "Ana Perin", email: "ana@mail.example", stays: []string{"23:10:00-00:40:00"}}, {name: "Bor Kolar", stays: []string{"+00:05:00-+00:39:00"}}}
	night.data = encoded(t, write(night.guests, english, numbered).text("\t"), "utf-16le bom")
	var variants []variant
	for i, at := range []timeStyle{usTime, usNarrow, shortYear, germanTime, croatTime} {
		variants = append(variants, base(fmt.Sprint("dates ", i), at, "\t", "utf-16le bom"), base(fmt.Sprint("dates ", i, ", re-saved"), at, ";", "utf-8 bom"))
	}
	check(t, teamsV3ID, append(variants, book, other, night))
}
