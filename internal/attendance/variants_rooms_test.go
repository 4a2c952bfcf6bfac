package attendance

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"rapporteur/internal/fault"
)

// webexRows writes a Webex report: a row per connection, the meeting's columns on each.
func webexRows(header []any, roles map[Role]string, guests []guest, day time.Time, at timeStyle, took func(time.Duration) any) cellsOf {
	rows := cellsOf{header}
	for i, g := range guests {
		given, family, _ := strings.Cut(g.name, " ")
		role := roles[g.role]
		if role == "" {
			role = roles[Attendee]
		}
		if g.role == Phone {
			given, family = g.name, ""
		}
		for _, s := range g.wall(day) {
			rows = append(rows, row("Evidence, part 1", at(onDay(day, "13:40:00")), at(onDay(day, "16:05:00")), g.name, given, family, role, g.email,
				at(s[0]), at(s[1]), took(s[1].Sub(s[0])), []string{"Desktop app", "Phone"}[i%2], ""))
		}
	}
	return rows
}

func TestWebexVariants(t *testing.T) {
	day := meetingDay
	english := row("Meeting Name", "Meeting Start Time", "Meeting End Time", "Display Name", "First Name", "Last Name", "Role", "Attendee Email", "Join Time", "Leave Time",
		"Attendance Duration", "Connection Type", "Session Name")
	german := row("Meeting-Name", "Startzeit des Meetings", "Endzeit des Meetings", "Anzeigename", "Vorname", "Nachname", "Rolle", "E-Mail des Teilnehmers", "Beitrittszeit", "Verlassenszeit",
		"Teilnahmedauer", "Verbindungstyp", "Sitzungsname")
	french := row("Nom de la réunion", "Heure de début", "Heure de fin", "Nom affiché", "Prénom", "Nom", "Rôle", "Adresse électronique", "Arrivée", "Départ", "Durée", "Type de connexion", "Nom de session")
	turkish := row("Toplantı Adı", "Toplantı Başlangıcı", "Toplantı Bitişi", "Görünen Ad", "Ad", "Soyad", "Rol", "E-posta", "Katılma Zamanı", "Ayrılma Zamanı", "Süre", "Bağlantı Türü", "Oturum Adı")
	unlisted := row("Bileraren izena", "Hasiera", "Amaiera", "Ageri den izena", "Izena", "Abizena", "Eginkizuna", "Helbidea", "Sartzea", "Irteera", "Iraupena", "Konexioa", "Saioa")
	roles := map[Role]string{Host: "Host", Panelist: "Panelist", Attendee: "Attendee"}
	minutes := func(d time.Duration) any { return fmt.Sprintf("%d mins", int(d.Minutes()+0.999)) }
	bare := func(d time.Duration) any { return fmt.Sprint(int(d.Minutes() + 0.999)) }
	guarded := func(style timeStyle) timeStyle {
		return func(t time.Time) any { return fmt.Sprintf(`="%s"`, style(t)) }
	}
	caller := append(withStaff(), guest{name: "Call-in User_3", role: Phone, stays: []string{"14:00:00-14:30:00", "14:31:00-15:00:00"}})
	night := []guest{{name: "Ana Perin", email: "ana@mail.example", stays: []string{"23:10:00-00:40:00"}}, {name: "Bor Kolar", email: "bor@mail.example", stays: []string{"+00:05:00-+00:39:00"}}}
	staff := latinOf(withStaff(), "Project Office", "Orador Uno")
	region := latinOf(withStaff(), "Đorđe Kolarić", "KOVAČ Željka", "Besnik Prela", "Project Office")
	turks := latinOf(withStaff(), "Ayşe Perinoğlu", "Besnik Prela", "Project Office")
	const title = "Evidence, part 1"
	presenters := withStaff()
	for i := range presenters {
		if presenters[i].role == "" {
			presenters[i].role = Panelist
		}
	}
	voided := withStaff()
	voided[8].role = Attendee
	check(t, webexID, []variant{
		{name: "guarded, UTF-16 with tabs", data: encoded(t, webexRows(english, roles, caller, day, guarded(isoTime), minutes).text("\t"), "utf-16le bom"), guests: caller, title: title, clean: true, zone: "Europe/Sarajevo"},
		{name: "guarded, quoted with commas", data: encoded(t, webexRows(english, roles, caller, day, guarded(isoTime), minutes).text(","), "utf-8 bom"), guests: caller, title: title, clean: true},
		{name: "plain, bare minutes", data: encoded(t, webexRows(english, roles, caller, day, isoTime, bare).text(","), "utf-8"), guests: caller, title: title, clean: true},
		{name: "American times", data: encoded(t, webexRows(english, roles, caller, day, usTime, bare).text(","), "utf-8"), date: day, guests: caller, title: title, clean: true},
		{name: "day first", data: encoded(t, webexRows(english, roles, caller, day, britTime, bare).text(","), "utf-8"), date: day, guests: caller, title: title, clean: true},
		{name: "German titles", data: encoded(t, webexRows(german, map[Role]string{Host: "Gastgeber", Panelist: "Panelist", Attendee: "Teilnehmer"}, withStaff(), day, germanTime, minutes).text(";"), "utf-8 bom"), date: day, guests: withStaff(), title: title, clean: true},
		{name: "French titles", data: encoded(t, webexRows(french, map[Role]string{Host: "Organisateur", Panelist: "Panéliste", Attendee: "Participant"}, withStaff(), day, brazilTime, minutes).text("\t"), "utf-16le bom"), date: day, guests: withStaff(), title: title, clean: true},
		{name: "Turkish titles, Windows-1254", data: encoded(t, webexRows(turkish, map[Role]string{Host: "Düzenleyen", Attendee: "Katılımcı"}, turks, day, excelTime, bare).text(";"), "1254"), date: day, exact: 1, guests: turks, title: title},
		{name: "titles in a language nobody listed", data: encoded(t, webexRows(unlisted, roles, withStaff(), day, isoTime, minutes).text(","), "utf-8"), guests: withStaff(), title: title, clean: true},
		{name: "re-saved in Windows-1250", data: encoded(t, webexRows(english, roles, region, day, excelTime, minutes).text(";"), "1250"), date: day, exact: 1, guests: region, title: title},
		{name: "workbook with serial dates", data: webexRows(english, roles, caller, day, serialTime, bare).book(t), guests: caller, title: title, clean: true},
		{name: "over midnight", data: encoded(t, webexRows(english, roles, night, day, isoTime, minutes).text(","), "utf-8"), guests: night, title: title, clean: true},
		{name: "only staff", data: encoded(t, webexRows(english, roles, staff, day, isoTime, minutes).text(","), "utf-8"), guests: staff, title: title, clean: true},
		{name: "everybody is a presenter", data: encoded(t, webexRows(english, map[Role]string{Host: "Host", Panelist: "Presenter", Attendee: "Attendee"}, presenters, day, isoTime, minutes).text(","), "utf-8"), guests: voided, title: title, clean: true},
		{name: "nobody", data: encoded(t, webexRows(english, roles, nil, day, isoTime, minutes).text(","), "utf-8"), fault: fault.Unreadable},
		{name: "an order of dates that nothing decides", data: encoded(t, webexRows(english, roles, latinOf(withStaff(), "Besnik Prela"), day, britTime, bare).text(","), "utf-8"), fault: fault.Ambiguous},
	})
}

// latinOf keeps the named guests.
func latinOf(guests []guest, names ...string) []guest { return latin(guests, names...) }

// meetRows writes a Meet report: a row per person with the first and the last time of day and the whole length.
func meetRows(header []any, guests []guest, day time.Time, clock timeStyle, took func(time.Duration) any) cellsOf {
	rows := cellsOf{header}
	for _, g := range guests {
		wall := g.wall(day)
		first, last := wall[0][0], wall[0][1]
		for _, s := range wall {
			if s[1].After(last) {
				last = s[1]
			}
		}
		_, summed := g.seconds(day, time.Time{})
		given, family, _ := strings.Cut(g.name, " ")
		if g.email == "" {
			given, family = g.name, ""
		}
		rows = append(rows, row(given, family, g.email, took(time.Duration(summed)*time.Second), clock(first), clock(last)))
	}
	return rows
}

func TestGoogleMeetVariants(t *testing.T) {
	day := meetingDay
	english := row("First name", "Last name", "Email", "Duration", "Time joined", "Time exited")
	clock12 := func(t time.Time) any { return t.Format("3:04 PM") }
	clock24 := func(t time.Time) any { return t.Format("15:04") }
	narrow := func(t time.Time) any { return t.Format("3:04\u202fPM") }
	serialClock := func(t time.Time) any { return t.Sub(t.Truncate(24 * time.Hour)) }
	hr := func(d time.Duration) any {
		h, m := int(d.Hours()), int(d.Minutes())%60
		switch {
		case h > 0 && m > 0:
			return fmt.Sprintf("%d hr %d min", h, m)
		case h > 0:
			return fmt.Sprintf("%d hr", h)
		case m > 0:
			return fmt.Sprintf("%d min", m)
		}
		return fmt.Sprintf("%d sec", int(d.Seconds()))
	}
	std := func(d time.Duration) any {
		return strings.NewReplacer("hr", "Std.", "min", "Min.", "sec", "Sek.").Replace(hr(d).(string))
	}
	sa := func(d time.Duration) any {
		return strings.NewReplacer("hr", "sa.", "min", "dk.", "sec", "sn.").Replace(hr(d).(string))
	}
	const file = "2026-06-05 14:00 Electronic evidence - Attendance Report.csv"
	const title = "Electronic evidence"
	all := append(audience(), guest{name: "Dan Kolar", stays: []string{"14:30:10-14:30:40"}}, guest{name: "Eva Kolar", email: "eva@mail.example", stays: []string{"14:59:50-15:00:15"}})
	night := []guest{{name: "Ana Perin", email: "ana@mail.example", stays: []string{"23:10:00-00:40:00"}}, {name: "Bor Kolar", email: "bor@mail.example", stays: []string{"+00:05:00-+00:39:00"}},
		{name: "Cyr Kolar", email: "cyr@mail.example", stays: []string{"22:50:00-23:59:00"}}}
	region := latinOf(audience(), "Đorđe Kolarić", "KOVAČ Željka", "Besnik Prela")
	base := func(name string, header []any, clock timeStyle, took func(time.Duration) any) variant {
		return variant{name: name, file: file, data: encoded(t, meetRows(header, all, day, clock, took).text(","), "utf-8"), guests: all, summed: true, exact: 1, title: title}
	}
	var variants []variant
	variants = append(variants,
		base("English", english, clock12, hr), base("24 hours", english, clock24, hr), base("narrow blanks", english, narrow, hr),
		base("German", row("Vorname", "Nachname", "E-Mail", "Dauer", "Beitrittszeit", "Zeit des Verlassens"), clock24, std),
		base("Turkish", row("Adı", "Soyadı", "E-posta", "Süre", "Katılma zamanı", "Çıkış zamanı"), clock24, sa),
		base("French", row("Prénom", "Nom", "E-mail", "Durée", "Heure d'arrivée", "Heure de départ"), clock24, hr),
		base("family name first", row("Nachname", "Vorname", "E-Mail", "Dauer", "Beitritt", "Verlassen"), clock24, std),
		base("a language nobody listed", row("Izena", "Abizena", "Helbidea", "Iraupena", "Sartzea", "Irteera"), clock24, hr),
	)
	for i := range variants {
		if variants[i].name == "family name first" {
			rows := meetRows(row("Nachname", "Vorname", "E-Mail", "Dauer", "Beitritt", "Verlassen"), all, day, clock24, std)
			for _, r := range rows[1:] {
				r[0], r[1] = r[1], r[0]
			}
			variants[i].data = encoded(t, rows.text(","), "utf-8")
		}
	}
	renamed := base("another name of the file", english, clock12, hr)
	renamed.file, renamed.fault = "meet.csv", fault.Ambiguous
	dated := base("the date from the webinar", english, clock12, hr)
	dated.file, dated.date, dated.title = "meet.csv", day.Add(11*time.Hour), ""
	dated.zone = "Europe/Bucharest"
	dayOnly := dated
	dayOnly.name, dayOnly.date = "the date alone", day
	older := base("the older name", english, clock12, hr)
	older.file = "2026-06-05 14-00 Electronic evidence.csv"
	again := base("a second download", english, clock12, hr)
	again.file = "2026-06-05 14_00 Electronic evidence - Attendance Report (1).csv"
	book := base("workbook with times as numbers", english, serialClock, hr)
	book.file, book.data = strings.TrimSuffix(file, "csv")+"xlsx", meetRows(english, all, day, serialClock, hr).book(t)
	saved := base("re-saved in Windows-1250", english, clock24, hr)
	saved.data, saved.guests = encoded(t, meetRows(english, region, day, clock24, hr).text(";"), "1250"), region
	late := base("over midnight", english, clock12, hr)
	late.file, late.guests, late.data = "2026-06-05 23:00 Electronic evidence - Attendance Report.csv", night, encoded(t, meetRows(english, night, day, clock12, hr).text(","), "utf-8")
	unnamed := late
	unnamed.name, unnamed.file, unnamed.date, unnamed.title = "over midnight, the start unknown", "meet.csv", day, ""
	nobody := base("nobody", english, clock12, hr)
	nobody.data, nobody.fault = encoded(t, meetRows(english, nil, day, clock12, hr).text(","), "utf-8"), fault.Unreadable
	check(t, googleMeetID, append(variants, renamed, dated, dayOnly, older, again, book, saved, late, unnamed, nobody))
}

// TestMeetName reads day, start and title out of the names that versions and downloads give.
func TestMeetName(t *testing.T) {
	for _, c := range []struct {
		name, day, title string
		start            time.Duration
	}{
		{"2026-06-05 14:00 Evidence - Attendance Report.csv", "2026-06-05", "Evidence", 14 * time.Hour},
		{"2026-06-05 14_00 Evidence, part 2 - Attendance Report (1).xlsx", "2026-06-05", "Evidence, part 2", 14 * time.Hour},
		{"2026-06-05 14-00 Evidence.csv", "2026-06-05", "Evidence", 14 * time.Hour},
		{"2026-06-05 Evidence - Raport de prezență.csv", "2026-06-05", "Evidence", noStart},
		{"Evidence – 2026_06_05 14_00 EEST – Attendance.csv", "2026-06-05", "Evidence", 14 * time.Hour},
		{"Evidence - 2026-06-05 09.30 GMT+2 - Attendance report.csv", "2026-06-05", "Evidence", 9*time.Hour + 30*time.Minute},
		{"Evidence (2026-06-05 at 14_00 GMT+3).csv", "2026-06-05", "Evidence", 14 * time.Hour},
		{"2026-06-05 14_00 2025 budget - Attendance Report.csv", "2026-06-05", "2025 budget", 14 * time.Hour},
		{"2026-06-05 - Attendance Report.csv", "2026-06-05", "", noStart},
		{"attendance.csv", "0001-01-01", "", noStart},
		{"2026-13-45 14_00 Evidence.csv", "0001-01-01", "", noStart},
	} {
		day, start, title := meetName(c.name)
		if day.Format(time.DateOnly) != c.day || start != c.start || title != c.title {
			t.Errorf("%s: %s %v %q, want %s %v %q", c.name, day.Format(time.DateOnly), start, title, c.day, c.start, c.title)
		}
	}
}

// TestMeetExtension: the list that an extension of the browser makes has lengths only.
func TestMeetExtension(t *testing.T) {
	f := table("Full Name,First Seen,Time in Call,10:00,10:01", "Ana Perin,10:00:12,1 hr 12 min,x,x", "Bor Kolar,10:05:12,45 min,,x")
	check, why := detectGoogleMeet(f)
	r, err := readGoogleMeet(f, Options{Zone: time.UTC})
	if check == 0 || why == "" || err != nil || len(r.Records) != 2 || r.Records[0].Total != 72*time.Minute || !r.Records[0].Join.IsZero() {
		t.Errorf("%d %s: %+v, %v", check, why, r.Records, err)
	}
}

// dashboard writes BigBlueButton's table: the header joined by commas whatever is in it, all other cells in quotes.
func dashboard(header string, yes, no, nobody string, guests []guest, day time.Time, at timeStyle, decimal string) string {
	var b strings.Builder
	b.WriteString(header + "\r\n")
	for i, g := range guests {
		wall := g.wall(day)
		last := wall[0][1]
		open := false
		for _, s := range wall {
			open = open || s[1].IsZero()
			if s[1].After(last) {
				last = s[1]
			}
		}
		left := fmt.Sprint(at(last))
		end := onDay(day, "15:00:00")
		if open {
			left = "-"
		}
		_, summed := g.seconds(day, end)
		moderator, score := no, fmt.Sprintf("%d%s%d", i%3, decimal, 1+i%9)
		if g.role == Panelist || g.role == Host {
			moderator, score = yes, "0"
		}
		cells := []any{g.name, moderator, score, "00:03:0" + fmt.Sprint(i%10), "-", i, 2, 1, 0, at(wall[0][0]), left, clockLength(time.Duration(summed) * time.Second), "-"}
		for j, c := range cells {
			if j > 0 {
				b.WriteString(",")
			}
			fmt.Fprintf(&b, `"%v"`, c)
		}
		b.WriteString("\r\n")
	}
	b.WriteString(`"` + nobody + `"` + strings.Repeat(`,""`, 11) + ",\"Yes\r\nNo\"")
	return b.String()
}

func TestBigBlueButtonVariants(t *testing.T) {
	day := meetingDay
	const english = "Name,Moderator,Activity Score,Talk Time,Webcam Time,Messages,Reactions,Poll Votes,Raise Hands,Join,Left,Duration,Is it so, or is it not?"
	const german = "Name,Moderator,Aktivitätsgrad,Redezeit,Webcam-Zeit,Nachrichten,Reaktionen,Umfragestimmen,Handzeichen,Beitritt,Verlassen,Dauer,Umfrage 1"
	const turkish = "Ad,Moderatör,Etkinlik Puanı,Konuşma Süresi,Kamera Süresi,Mesajlar,Tepkiler,Anket Oyları,El Kaldırma,Katıldı,Ayrıldı,Süre,Anket 1"
	const unlisted = "Izena,Moderatzailea,Puntuazioa,Hizketa,Kamera,Mezuak,Erreakzioak,Botoak,Eskuak,Sartzea,Irteera,Iraupena,Galdera"
	mail := func(guests []guest) []guest {
		out := withoutAddress(guests)
		for i := range out {
			if out[i].role == Host {
				out[i].role = Panelist
			}
		}
		return out
	}
	all := mail(append(withStaff(), guest{name: `Ana "Anka" Perin`, stays: []string{"14:00:00-15:00:00"}}))
	base := func(name, header, yes, no string, at timeStyle, decimal string) variant {
		return variant{name: name, data: []byte(dashboard(header, yes, no, "Anonymous", all, day, at, decimal)), date: day, guests: all, summed: true, exact: 0.5}
	}
	americanBrowser := func(t time.Time) any { return t.Format("1/2/2006, 03:04:05 PM") }
	germanBrowser := func(t time.Time) any { return t.Format("2.1.2006, 15:04:05") }
	running := mail(withStaff())
	running[0].stays = []string{"13:44:10"}
	open := base("still running", english, "TRUE", "FALSE", britTime, ".")
	open.data, open.guests, open.end, open.remark = []byte(dashboard(english, "TRUE", "FALSE", "Anonymous", running, day, britTime, ".")), withEnd(running, "15:00:00"), onDay(day, "15:00:00"), "marked open"
	allOpen := base("everybody still there", german, "TRUE", "FALSE", germanBrowser, ",")
	there := []guest{{name: "Ana Perin", stays: []string{"14:00:00"}}, {name: "Bor Kolar", stays: []string{"14:10:00"}}}
	allOpen.data, allOpen.guests, allOpen.end = []byte(dashboard(german, "TRUE", "FALSE", "Anonym", there, day, germanBrowser, ",")), withEnd(there, "15:00:00"), onDay(day, "15:00:00")
	night := base("over midnight", english, "TRUE", "FALSE", britTime, ".")
	night.guests = []guest{{name: "Ana Perin", stays: []string{"23:10:00-00:40:00"}}, {name: "Bor Kolar", stays: []string{"+00:05:00-+00:39:00"}}}
	night.data = []byte(dashboard(english, "TRUE", "FALSE", "Anonymous", night.guests, day, britTime, "."))
	staff := base("only moderators", english, "TRUE", "FALSE", britTime, ".")
	staff.guests = mail(latinOf(withStaff(), "Project Office", "Orador Uno"))
	staff.data, staff.remark = []byte(dashboard(english, "TRUE", "FALSE", "Anonymous", staff.guests, day, britTime, ".")), "moderators of the room"
	nobody := base("nobody", english, "TRUE", "FALSE", britTime, ".")
	nobody.data, nobody.fault = []byte(dashboard(english, "TRUE", "FALSE", "Anonymous", nil, day, britTime, ".")), fault.Unreadable
	var cells cellsOf
	cells = append(cells, row("User", "Moderator", "Activity Score", "Talk time", "Webcam time", "Messages", "Reactions", "Answers", "Raise Hands", "Join", "Left", "Duration"))
	var plain cellsOf
	for _, g := range all {
		wall := g.wall(day)
		_, summed := g.seconds(day, time.Time{})
		last := wall[len(wall)-1][1]
		moderator := "FALSE"
		if g.role == Panelist {
			moderator = "TRUE"
		}
		cells = append(cells, row(g.name, strings.NewReplacer("TRUE", "Yes", "FALSE", "No").Replace(moderator), "0", "-", "-", 0, 0, 0, 0, wall[0][0], last, time.Duration(summed)*time.Second))
		german := strings.NewReplacer("TRUE", "WAHR", "FALSE", "FALSCH").Replace(moderator)
		plain = append(plain, row(g.name, german, "1,5", "00:01:00", "-", 0, 0, 0, 0, excelTime(wall[0][0]), excelTime(last), clockLength(time.Duration(summed)*time.Second)))
	}
	book := base("workbook of a later version", english, "TRUE", "FALSE", britTime, ".")
	book.data = cells.book(t)
	saved := base("re-saved by a German spreadsheet program", english, "TRUE", "FALSE", britTime, ".")
	saved.data, saved.exact = encoded(t, with(cells[:1], plain).text(";"), "utf-8 bom"), 1
	emojis := base("the older column of emojis", strings.Replace(english, "Reactions", "Emojis", 1), "TRUE", "FALSE", britTime, ".")
	check(t, bbbID, []variant{
		base("English", english, "TRUE", "FALSE", britTime, "."), base("American", english, "TRUE", "FALSE", americanBrowser, "."),
		base("German", german, "TRUE", "FALSE", germanBrowser, ","), base("Turkish", turkish, "TRUE", "FALSE", turkTime, ","),
		base("a language nobody listed, its own words for yes", unlisted, "BAI", "EZ", isoTime, ","),
		emojis, open, allOpen, night, staff, nobody, book, saved,
	})
}
