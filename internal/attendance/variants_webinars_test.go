package attendance

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur/internal/fault"
	"rapporteur/internal/tabular"
)

// goToTexts are the words of a GoToWebinar report.
type goToTexts struct {
	sections                     [4]string // report, general information, attendees, staff
	about                        [2]string
	numbers                      [4]string
	header                       []any // attended to time in session
	staffHeader                  []any
	yes, no, organizer, panelist string
	at                           timeStyle
	took                         func(time.Duration) any
}

var goToEnglish = goToTexts{
	[4]string{"Attendee Report", "General Information", "Attendee Details", "Staff Details"}, [2]string{"Webinar Name", "Webinar ID"},
	[4]string{"Actual Start Date/Time", "Duration", "# Registered", "# Attended"},
	row("Attended", "Interest Rating", "Last Name", "First Name", "Email Address", "Registration Date/Time", "Join Time", "Leave Time", "Time in Session", "Unsubscribed", "Organization", "Job Title"),
	row("Attended", "Interest Rating", "Last Name", "First Name", "Email Address", "Role", "Join Time", "Leave Time", "Time in Session"),
	"Yes", "No", "Organizer", "Panelist", func(t time.Time) any { return t.Format("Jan 02, 2006 03:04 PM") + " EEST" }, wordLength,
}

// goTo writes a GoToWebinar report with so many registrants who did not come.
func goTo(x goToTexts, guests []guest, day time.Time, absent, registered, attended int) cellsOf {
	rows := cellsOf{row(x.sections[0]), row("Generated", x.at(day.Add(20*time.Hour))), row(x.sections[1]), row(x.about[0], x.about[1]), row("Evidence, part 2", "412-887-203"),
		row(x.numbers[0], x.numbers[1], x.numbers[2], x.numbers[3]), row(x.at(onDay(day, "13:40:00")), "2 hours 25 minutes", registered, attended), row("Session Details"), row(x.sections[2]), x.header}
	stack := func(g guest) (joins, leaves any, took any) {
		wall := g.wall(day)
		union, _ := g.seconds(day, time.Time{})
		if len(wall) == 1 {
			return x.at(wall[0][0]), x.at(wall[0][1]), x.took(time.Duration(union) * time.Second)
		}
		var a, b []string
		for _, s := range wall {
			a, b = append(a, fmt.Sprint(x.at(s[0]))), append(b, fmt.Sprint(x.at(s[1])))
		}
		return strings.Join(a, "\n"), strings.Join(b, "\n"), x.took(time.Duration(union) * time.Second)
	}
	for _, g := range guests {
		given, family, _ := strings.Cut(g.name, " ")
		if g.role == "" {
			joins, leaves, took := stack(g)
			rows = append(rows, row(x.yes, "50", family, given, g.email, x.at(day.AddDate(0, 0, -9)), joins, leaves, took, x.no, "Some office", "Adviser"))
		}
	}
	for i := range absent {
		rows = append(rows, row(x.no, "", fmt.Sprintf("Absent%c", 'A'+i), "Ada", fmt.Sprintf("absent%d@mail.example", i), x.at(day.AddDate(0, 0, -9)), "", "", x.took(0), x.no, "Some office", "Adviser"))
	}
	if x.staffHeader == nil {
		return rows
	}
	rows = append(rows, row(x.sections[3]), x.staffHeader)
	for _, g := range guests {
		given, family, _ := strings.Cut(g.name, " ")
		if role := map[Role]string{Host: x.organizer, Panelist: x.panelist}[g.role]; role != "" {
			joins, leaves, took := stack(g)
			rows = append(rows, row(x.yes, "", family, given, g.email, role, joins, leaves, took))
		}
	}
	return rows
}

// registrants is the audience of a platform that knows every address.
func registrants() []guest {
	out := withStaff()
	for i := range out {
		if out[i].role == Phone {
			out[i] = guest{name: "Vesna Hribar", email: "vesna@mail.example", stays: out[i].stays}
		}
		if out[i].email == "" {
			out[i].email = fmt.Sprintf("person%d@mail.example", i)
		}
	}
	return out
}

// Cells that hold many times each are no way round the number of rows that a file may have.
func TestGoToWebinarTimesWithoutEnd(t *testing.T) {
	const inCell = 150
	times := func(at string) string {
		return strings.TrimSuffix(strings.Repeat("Jun 17, 2021 "+at+"\n", inCell), "\n")
	}
	header := tabular.Row{Cells: []string{"Attended", "Last Name", "First Name", "Email Address", "Join Time", "Leave Time", "Time in Session"}}
	row := tabular.Row{Line: 2, Cells: []string{"Yes", "Perin", "Ana", "ana@mail.example", times("01:00 PM"), times("02:00 PM"), "1 hour"}}
	rows := append([]tabular.Row{header}, slices.Repeat([]tabular.Row{row}, mostStays/inCell+1)...)
	_, err := readGoToWebinar(tabular.File{Sheets: []tabular.Sheet{{Rows: rows}}}, Options{})
	if !fault.Is(err, fault.TooLarge) {
		t.Errorf("%v", err)
	}
}

func TestGoToWebinarVariants(t *testing.T) {
	day := meetingDay
	const title = "Evidence, part 2"
	came := 0
	for _, g := range registrants() {
		if g.role == "" {
			came++
		}
	}
	base := func(name string, x goToTexts, delimiter, encoding string) variant {
		return variant{name: name, data: encoded(t, goTo(x, registrants(), day, 3, came+3, came).text(delimiter), encoding), zone: "Europe/Bucharest", date: day, guests: registrants(),
			noShows: 3, exact: 2, title: title, clean: true}
	}
	// Other languages: titles, answers, dates and lengths of their own.
	german := goToTexts{[4]string{"Teilnehmerbericht", "Allgemeine Informationen", "Teilnehmerdetails", "Mitarbeiterdetails"}, [2]string{"Webinarname", "Webinar-ID"},
		[4]string{"Tatsächlicher Beginn", "Dauer", "# Registriert", "# Teilgenommen"},
		row("Teilgenommen", "Interesse", "Nachname", "Vorname", "E-Mail-Adresse", "Registrierung am", "Beitrittszeit", "Verlassen um", "Zeit in der Sitzung", "Abgemeldet", "Firma", "Position"),
		row("Teilgenommen", "Interesse", "Nachname", "Vorname", "E-Mail-Adresse", "Rolle", "Beitrittszeit", "Verlassen um", "Zeit in der Sitzung"),
		"Ja", "Nein", "Organisator", "Panelist", func(t time.Time) any { return t.Format("02.01.2006 15:04") + " MESZ" },
		func(d time.Duration) any {
			return strings.NewReplacer("hours", "Stunden", "hour", "Stunde", "minutes", "Minuten", "minute", "Minute").Replace(wordLength(d).(string))
		}}
	french := german
	french.sections, french.yes, french.no, french.organizer, french.panelist = [4]string{"Rapport de participation", "Informations générales", "Détails sur les participants", "Détails sur l'équipe"}, "Oui", "Non", "Organisateur", "Intervenant"
	french.header = row("Présent", "Intérêt", "Nom", "Prénom", "Adresse e-mail", "Date d'inscription", "Arrivée", "Départ", "Durée", "Désabonné", "Société", "Fonction")
	french.staffHeader = row("Présent", "Intérêt", "Nom", "Prénom", "Adresse e-mail", "Rôle", "Arrivée", "Départ", "Durée")
	french.at = func(t time.Time) any { return t.Format("02/01/2006 15:04") + " CEST" }
	french.took = func(d time.Duration) any {
		return strings.NewReplacer("hours", "heures", "hour", "heure").Replace(wordLength(d).(string))
	}
	unlisted := goToTexts{[4]string{"Txostena", "Informazioa", "Parte-hartzaileak", "Taldea"}, [2]string{"Izena", "ID"}, [4]string{"Hasiera", "Iraupena", "# Izena", "# Etorri"},
		row("Etorri da", "Interesa", "Abizena", "Izena", "Helbidea", "Izen-ematea", "Sartzea", "Irteera", "Denbora", "Baja", "Erakundea", "Lana"),
		row("Etorri da", "Interesa", "Abizena", "Izena", "Helbidea", "Eginkizuna", "Sartzea", "Irteera", "Denbora"),
		"Yes", "No", "Organizer", "Panelist", func(t time.Time) any { return t.Format("2006-01-02 15:04") }, wordLength}
	noZone := goToEnglish
	noZone.at = func(t time.Time) any { return t.Format("Jan 02, 2006 03:04 PM") }
	oddZone := goToEnglish
	oddZone.at = func(t time.Time) any { return t.Format("Jan 02, 2006 03:04 PM") + " XKT" }
	numeric := goToEnglish
	numeric.at = func(t time.Time) any { return t.Format("02/01/2006 15:04") }
	serial := goToEnglish
	serial.at = serialTime
	region := latinOf(registrants(), "Đorđe Kolarić", "KOVAČ Željka", "Besnik Prela", "Vesna Hribar", "Orador Uno", "Project Office")
	saved := base("re-saved in Windows-1250", goToEnglish, ";", "utf-8")
	saved.guests, saved.data = region, encoded(t, goTo(goToEnglish, region, day, 3, 7, 4).text(";"), "1250")
	single := []guest{{name: "Ana Perin", email: "ana@mail.example", stays: []string{"14:00:00-15:20:00"}}, {name: "Bor Kolar", email: "bor@mail.example", stays: []string{"14:10:00-16:00:00"}}}
	book := base("workbook with serial dates", serial, ",", "utf-8")
	book.guests, book.data = single, goTo(serial, single, day, 2, 4, 2).book(t)
	book.noShows = 2
	contradicts := base("another number of people who attended", goToEnglish, ",", "utf-8")
	contradicts.data, contradicts.clean, contradicts.remark = encoded(t, goTo(goToEnglish, registrants(), day, 3, came+3, came+2).text(","), "utf-8"), false, fmt.Sprintf("%d against %d", came+2, came)
	night := base("over midnight", goToEnglish, ",", "utf-8")
	night.guests = []guest{{name: "Ana Perin", email: "ana@mail.example", stays: []string{"23:10:00-00:40:00"}}, {name: "Bor Kolar", email: "bor@mail.example", stays: []string{"+00:05:00-+00:39:00"}}}
	night.data = encoded(t, goTo(goToEnglish, night.guests, day, 3, 5, 2).text(","), "utf-8")
	staff := base("only staff", goToEnglish, ",", "utf-8")
	staff.guests = latinOf(registrants(), "Project Office", "Orador Uno")
	staff.data, staff.noShows = encoded(t, goTo(goToEnglish, staff.guests, day, 0, 0, 0).text(","), "utf-8"), 0
	withoutStaff := goToEnglish
	withoutStaff.staffHeader = nil
	guestsOnly := base("no table of the staff", goToEnglish, ",", "utf-8")
	guestsOnly.guests = single
	guestsOnly.data = encoded(t, goTo(withoutStaff, single, day, 3, 5, 2).text(","), "utf-8")
	nobody := base("nobody", withoutStaff, ",", "utf-8")
	nobody.data, nobody.fault = encoded(t, goTo(withoutStaff, nil, day, 0, 0, 0).text(","), "utf-8"), fault.Unreadable
	seconds := base("there for seconds", goToEnglish, ",", "utf-8")
	seconds.guests = append(single, guest{name: "Dan Kolar", email: "dan@mail.example", stays: []string{"14:30:10-14:30:40"}})
	seconds.data, seconds.clean, seconds.remark = encoded(t, goTo(goToEnglish, seconds.guests, day, 3, 6, 3).text(","), "utf-8"), false, "same minute"
	odd := base("letters of a zone nobody knows", oddZone, ",", "utf-8")
	odd.clean, odd.remark = false, "not known"
	behind := base("stacked times behind each other", goToEnglish, ",", "utf-8")
	behind.data = []byte(strings.ReplaceAll(string(encoded(t, goTo(goToEnglish, registrants(), day, 3, came+3, came).text(","), "utf-8")), "EEST\nJun", "EEST Jun"))
	frenchVariant := base("French, with the letters of a zone", french, ";", "utf-8 bom")
	germanVariant := base("German", german, ";", "utf-8 bom")
	germanVariant.zone = "Europe/Sarajevo" // MESZ
	frenchVariant.zone = "Europe/Sarajevo" // CEST
	check(t, goToWebinarID, []variant{
		base("English", goToEnglish, ",", "utf-8"), base("with a mark, tabs", goToEnglish, ",", "utf-8 bom"), base("without a zone", noZone, ",", "utf-8"),
		odd, behind, base("day first", numeric, ",", "utf-8"), germanVariant,
		frenchVariant, base("a language nobody listed", unlisted, ",", "utf-8"), saved, book, contradicts, night, staff, guestsOnly, nobody, seconds,
	})
}

// livestorm writes Livestorm's list with so many registrants who did not come.
func livestorm(header []any, yes, no string, guests []guest, absent int, at timeStyle, took func(time.Duration) any) cellsOf {
	rows := cellsOf{header}
	for _, g := range guests {
		union, _ := g.seconds(meetingDay, time.Time{})
		given, family, _ := strings.Cut(g.name, " ")
		rows = append(rows, row(g.email, given, family, "Some office", "Adviser", "Albania", at(meetingDay.AddDate(0, 0, -9)), yes, took(time.Duration(union)*time.Second), fmt.Sprintf("%d%%", min(100, union/72)), no, 0))
	}
	for i := range absent {
		rows = append(rows, row(fmt.Sprintf("absent%d@mail.example", i), "Ada", "Absent", "Some office", "Adviser", "Albania", at(meetingDay.AddDate(0, 0, -9)), no, took(0), "0%", no, 0))
	}
	return rows
}

func TestLivestormVariants(t *testing.T) {
	english := row("Email", "First name", "Last name", "Company", "Job title", "Country", "Registration date", "Attended live", "Attendance duration (min)", "Attendance rate", "Viewed replay", "Messages")
	french := row("E-mail", "Prénom", "Nom", "Entreprise", "Poste", "Pays", "Date d'inscription", "A participé en direct", "Durée de présence (min)", "Taux de présence", "A vu le replay", "Messages")
	spanish := row("Correo electrónico", "Nombre", "Apellidos", "Empresa", "Cargo", "País", "Fecha de inscripción", "Asistió en directo", "Duración de la asistencia (min)", "Tasa de asistencia", "Vio la repetición", "Mensajes")
	german := row("E-Mail", "Vorname", "Nachname", "Firma", "Position", "Land", "Registrierungsdatum", "Live teilgenommen", "Teilnahmedauer", "Teilnahmequote", "Aufzeichnung angesehen", "Nachrichten")
	turkish := row("E-posta", "Ad", "Soyad", "Şirket", "Unvan", "Ülke", "Kayıt tarihi", "Canlı katıldı", "Katılım süresi (dk)", "Katılım oranı", "Tekrarı izledi", "Mesajlar")
	minutes := func(d time.Duration) any { return int(d.Round(time.Minute).Minutes()) }
	utc := func(t time.Time) any { return t.Format(time.DateTime) + " UTC" }
	all := registrants()
	for i := range all {
		all[i].role = ""
	}
	seconds := append([]guest{{name: "Dan Kolar", email: "dan@mail.example", stays: []string{"14:30:10-14:30:30"}}}, all...)
	base := func(name string, header []any, yes, no, delimiter, encoding string, took func(time.Duration) any) variant {
		return variant{name: name, data: encoded(t, livestorm(header, yes, no, all, 4, utc, took).text(delimiter), encoding), guests: all, noShows: 4, exact: 1, clean: true}
	}
	spoken := func(d time.Duration) any { return shortLength(d.Truncate(time.Minute) + time.Second) }
	inSeconds := row("Email", "First name", "Last name", "Company", "Job title", "Country", "Registration date", "Attended", "Attendance duration (sec)", "Attendance rate", "Viewed replay", "Messages")
	brief := base("there for seconds", english, "Yes", "No", ",", "utf-8", minutes)
	brief.guests, brief.data, brief.clean, brief.remark = seconds, encoded(t, livestorm(english, "Yes", "No", seconds, 4, utc, minutes).text(","), "utf-8"), false, "less than a minute"
	book := base("workbook", english, "Yes", "No", ",", "utf-8", minutes)
	book.data = livestorm(english, "TRUE", "FALSE", all, 4, serialTime, minutes).book(t)
	region := latinOf(all, "Đorđe Kolarić", "KOVAČ Željka", "Besnik Prela")
	saved := base("re-saved in Windows-1250", english, "Yes", "No", ";", "utf-8", minutes)
	saved.guests, saved.data = region, encoded(t, livestorm(english, "Da", "Ne", region, 4, excelTime, minutes).text(";"), "1250")
	nobody := base("nobody came", english, "Yes", "No", ",", "utf-8", minutes)
	nobody.guests, nobody.data = nil, encoded(t, livestorm(english, "Yes", "No", nil, 4, utc, minutes).text(","), "utf-8")
	check(t, livestormID, []variant{
		base("English", english, "Yes", "No", ",", "utf-8", minutes), base("French", french, "Oui", "Non", ";", "utf-8 bom", minutes),
		base("Spanish", spanish, "Sí", "No", ",", "utf-8", minutes), base("German", german, "Ja", "Nein", ";", "utf-8", spoken), base("Turkish, UTF-16", turkish, "Evet", "Hayır", "\t", "utf-16le bom", minutes),
		base("clock lengths", english, "true", "false", ",", "utf-8", clockLength), base("seconds", inSeconds, "Yes", "No", ",", "utf-8", func(d time.Duration) any { return int(d.Seconds()) }),
		brief, book, saved, nobody,
	})
}

// blackboard writes Collaborate's report: a row per person with the first join and the last leave, minutes only.
func blackboard(header []any, owner string, guests []guest, day time.Time, at timeStyle) cellsOf {
	rows := cellsOf{header}
	for i, g := range guests {
		wall := g.wall(day)
		last := wall[0][1]
		for _, s := range wall {
			if s[1].After(last) {
				last = s[1]
			}
		}
		union, _ := g.seconds(day, time.Time{})
		given, family, _ := strings.Cut(g.name, " ")
		role, user := "Participant", g.name
		if g.role == Panelist {
			role = "Presenter"
		}
		if g.role == Host {
			role = "Moderator"
		}
		if g.email != "" {
			user = fmt.Sprintf("user%d", i)
		} else {
			given, family = "", ""
		}
		rows = append(rows, row(at(onDay(day, "13:30:00")), "Evidence, part 3", "S-1", "I-1", owner, at(onDay(day, "13:35:00")), at(onDay(day, "16:10:00")), g.name, given, family, g.email, user, role,
			"Invited", at(wall[0][0]), at(last), clockLength(time.Duration(union)*time.Second), len(wall)-1))
	}
	return rows
}

func TestBlackboardVariants(t *testing.T) {
	day := meetingDay
	header := row("SessionDate", "SessionName", "SessionIdentifier", "SessionInstanceIdentifer", "SessionOwner", "RoomOpened", "RoomClosed", "NameOfAttendee", "FirstNameOfAttendee", "LastNameOfAttendee",
		"EmailOfAttendee", "Username", "AttendeeRole", "AttendeeType", "AttendeeFirstJoinTime", "AttendeeLastLeaveTime", "AttendeeTotalTimeInSession", "AttendeeTotalRejoins")
	var spaced []any
	for _, h := range []string{"Session Date", "Session Name", "Session Identifier", "Session Instance Identifer", "Session Owner", "Room Opened", "Room Closed", "Name Of Attendee", "First Name Of Attendee",
		"Last Name Of Attendee", "Email Of Attendee", "Username", "Attendee Role", "Attendee Type", "Attendee First Join Time", "Attendee Last Leave Time", "Attendee Total Time In Session", "Attendee Total Rejoins"} {
		spaced = append(spaced, h)
	}
	us := func(t time.Time) any { return t.Format("01/02/2006 15:04") }
	gb := func(t time.Time) any { return t.Format("02/01/2006 15:04") }
	all := withStaff()
	const title = "Evidence, part 3"
	base := func(name string, header []any, at timeStyle, delimiter, encoding string) variant {
		return variant{name: name, data: encoded(t, blackboard(header, "Project Office", all, day, at).text(delimiter), encoding), date: day, guests: all, exact: 1, title: title, clean: true}
	}
	zoned := base("UTC in another zone", header, us, ",", "utf-8")
	zoned.zone, zoned.utc = "Europe/Skopje", true
	book := base("workbook with serial dates", header, us, ",", "utf-8")
	book.data = blackboard(header, "Project Office", all, day, serialTime).book(t)
	region := latinOf(all, "Đorđe Kolarić", "KOVAČ Željka", "Besnik Prela", "Project Office")
	saved := base("re-saved in Windows-1250", header, us, ",", "utf-8")
	saved.guests, saved.data = region, encoded(t, blackboard(header, "Project Office", region, day, excelTime).text(";"), "1250")
	night := base("over midnight", header, us, ",", "utf-8")
	night.guests = []guest{{name: "Ana Perin", email: "ana@mail.example", stays: []string{"23:10:00-00:40:00"}}, {name: "Bor Kolar", email: "bor@mail.example", stays: []string{"+00:05:00-+00:39:00"}}}
	night.data = encoded(t, blackboard(header, "", night.guests, day, us).text(","), "utf-8")
	staff := base("only staff", header, us, ",", "utf-8")
	staff.guests = latinOf(all, "Project Office", "Orador Uno")
	staff.data = encoded(t, blackboard(header, "Project Office", staff.guests, day, us).text(","), "utf-8")
	nobody := base("nobody", header, us, ",", "utf-8")
	nobody.data, nobody.fault = encoded(t, blackboard(header, "", nil, day, us).text(","), "utf-8"), fault.Unreadable
	asked := base("an order of dates that nothing decides", header, us, ",", "utf-8")
	asked.date, asked.fault = time.Time{}, fault.Ambiguous
	two := base("two sessions in one file", header, us, ",", "utf-8")
	rows := blackboard(header, "Project Office", all, day, us)
	rows[len(rows)-1][2] = "S-2"
	two.data, two.clean, two.remark = encoded(t, rows.text(","), "utf-8"), false, "another session"
	check(t, blackboardID, []variant{
		base("American", header, us, ",", "utf-8"), base("day first", header, gb, ",", "utf-8 bom"), base("titles with blanks, UTF-16", spaced, us, "\t", "utf-16le bom"),
		zoned, book, saved, night, staff, nobody, asked, two,
	})
}
