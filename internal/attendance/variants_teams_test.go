package attendance

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur/internal/fault"
)

// audience are people with what meetings bring: several joins, two devices at once, a name in capitals, one in Cyrillic.
func audience() []guest {
	return []guest{
		{name: "Ayşe Perinoğlu", email: "ayse.perin@kurum.example", stays: []string{"13:44:10-15:59:58"}},
		{name: "Đorđe Kolarić", email: "djordje@mup.example", stays: []string{"13:58:01-14:20:30", "14:22:00-16:01:15"}},
		{name: "Цветан Ристов", stays: []string{"14:03:33-14:09:01"}},
		{name: "KOVAČ Željka", email: "zeljka@ured.example", stays: []string{"14:00:00-15:30:00", "14:30:00-16:00:00"}},
		{name: "Ștefan Ionașcu", stays: []string{"13:59:59-16:00:01"}},
		{name: "+38344***12", role: Phone, stays: []string{"14:10:00-15:10:00"}},
		{name: "Besnik Prela", email: "prela@ministria.example", stays: []string{"15:50:00-15:51:05"}},
	}
}

// latin are those of the audience whose letters a code page of the region has.
func latin(all []guest, names ...string) []guest {
	return slices.DeleteFunc(slices.Clone(all), func(g guest) bool { return !slices.Contains(names, g.name) })
}

// listLog writes a Teams list of 2020: people one below the other, their lines in the order of time.
func listLog(guests []guest, day time.Time, at timeStyle, words [5]string, tag string) cellsOf {
	rows := cellsOf{row(words[0], words[1], words[2])}
	for _, g := range guests {
		name := g.name
		if g.email == "" && g.role != Phone {
			name += tag
		}
		type line struct {
			word string
			at   time.Time
		}
		var lines []line
		for _, s := range g.wall(day) {
			lines = append(lines, line{words[3], s[0]})
			if !s[1].IsZero() {
				lines = append(lines, line{words[4], s[1]})
			}
		}
		slices.SortStableFunc(lines, func(a, b line) int { return a.at.Compare(b.at) })
		for _, l := range lines {
			rows = append(rows, row(name, l.word, at(l.at)))
		}
	}
	return rows
}

// withoutAddress is the audience of a list that knows no address.
func withoutAddress(guests []guest) []guest {
	for i := range guests {
		guests[i].email = ""
	}
	return guests
}

func TestTeamsListVariants(t *testing.T) {
	english := [5]string{"Full Name", "User Action", "Timestamp", "Joined", "Left"}
	day := meetingDay
	var variants []variant
	for _, l := range []struct {
		name  string
		words [5]string
		at    timeStyle
		tag   string
	}{
		{"American", english, usTime, " (Guest)"},
		{"British dates under English titles", english, britTime, " (Guest)"},
		{"German", [5]string{"Vollständiger Name", "Benutzeraktion", "Zeitstempel", "Beigetreten", "Verlassen"}, germanTime, " (Gast)"},
		{"French", [5]string{"Nom complet", "Action de l'utilisateur", "Horodateur", "Rejoint", "A quitté"}, frenchTime, " (Invité)"},
		{"Spanish", [5]string{"Nombre completo", "Acción del usuario", "Marca de tiempo", "Se unió", "Abandonó"}, brazilTime, " (Invitado)"},
		{"Portuguese", [5]string{"Nome Completo", "Atividade", "Data e hora", "Entrou", "Saiu"}, brazilTime, " (Convidado)"},
		{"Italian", [5]string{"Nome completo", "Azione utente", "Data e ora", "Partecipazione", "Uscita"}, britTime, " (Ospite)"},
		{"Romanian", [5]string{"Nume complet", "Acțiune utilizator", "Marcaj de timp", "S-a alăturat", "A ieșit"}, germanTime, " (Invitat)"},
		{"Turkish", [5]string{"Tam Ad", "Kullanıcı Eylemi", "Zaman Damgası", "Katıldı", "Ayrıldı"}, turkTime, " (Konuk)"},
		{"Croatian", [5]string{"Puno ime", "Radnja korisnika", "Vremenska oznaka", "Pridružio se", "Napustio"}, croatTime, " (Gost)"},
		{"Polish", [5]string{"Pełna nazwa", "Akcja użytkownika", "Sygnatura czasowa", "Dołączono", "Opuszczono"}, germanTime, " (Gość)"},
		{"Ukrainian", [5]string{"Повне ім'я", "Дія користувача", "Позначка часу", "Приєднання", "Вихід"}, germanTime, " (Гість)"},
		{"Greek", [5]string{"Πλήρες όνομα", "Ενέργεια χρήστη", "Χρονική σήμανση", "Συμμετείχε", "Αποχώρησε"}, func(t time.Time) any {
			return strings.NewReplacer("AM", "π.μ.", "PM", "μ.μ.").Replace(t.Format("2/1/2006, 3:04:05 PM"))
		}, " (Επισκέπτης)"},
		{"Albanian", [5]string{"Emri i plotë", "Veprimi i përdoruesit", "Vula kohore", "U bashkua", "U largua"}, germanTime, " (Vizitor)"},
		{"Macedonian", [5]string{"Целосно име", "Дејство на корисник", "Временска ознака", "Се приклучи", "Напушти"}, germanTime, " (Гостин)"},
		{"a language nobody listed", [5]string{"Izena", "Ekintza", "Ordua", "Sartu da", "Irten da"}, isoTime, " (Gonbidatua)"},
	} {
		for i, encoding := range []string{"utf-16le bom", "utf-16be bom", "utf-8 bom"} {
			delimiter := []string{"\t", "\t", ";"}[i]
			data := encoded(t, listLog(audience(), day, l.at, l.words, l.tag).text(delimiter), encoding)
			variants = append(variants, variant{name: l.name + " " + encoding, data: data, date: day, guests: withoutAddress(audience()), clean: true})
		}
	}
	american := func(guests []guest) cellsOf { return listLog(guests, day, usTime, english, " (Guest)") }
	running := withoutAddress(audience())
	running[0].stays = []string{"13:44:10"}
	night := []guest{{name: "Ana Perin", stays: []string{"23:10:00-00:40:00"}}, {name: "Bor Kolar", stays: []string{"+00:05:00-+00:39:00"}}}
	sorted := american(audience())
	slices.SortFunc(sorted[1:], func(a, b []any) int {
		at := func(r []any) time.Time { v, _ := time.Parse("1/2/2006, 3:04:05 PM", r[2].(string)); return v }
		return at(a).Compare(at(b))
	})
	first := with(american(audience())[:1], cellsOf{row("Ana Perin", "Joined before", "6/5/2026, 1:50:00 PM"), row("Ana Perin", "Left", "6/5/2026, 2:50:00 PM"),
		row("Bor Kolar", "Joined before", "6/5/2026, 1:50:00 PM"), row("Bor Kolar", "Left", "6/5/2026, 2:40:00 PM"), row("Cyr Kolar", "Joined", "6/5/2026, 1:50:00 PM"), row("Cyr Kolar", "Left", "6/5/2026, 2:50:00 PM")})
	variants = append(variants,
		variant{name: "commas and quoted times", data: encoded(t, american(audience()).text(","), "utf-8 bom"), date: day, guests: withoutAddress(audience())},
		variant{name: "commas and times without quotes", data: []byte(strings.ReplaceAll(american(audience()).text(","), `"`, "")), date: day, guests: withoutAddress(audience()), clean: true},
		variant{name: "workbook with serial dates", data: listLog(audience(), day, serialTime, english, " (Guest)").book(t), guests: withoutAddress(audience())},
		variant{name: "the notice of an incomplete list above", data: encoded(t, with(cellsOf{row("The data could be incomplete due to the large number of meeting participants.")},
			american(audience())).text("\t"), "utf-16le bom"), date: day, guests: withoutAddress(audience())},
		variant{name: "still running", data: encoded(t, american(running).text("\t"), "utf-16le bom"), date: day, end: onDay(day, "15:00:00"),
			guests: withEnd(running, "15:00:00"), remark: "marked open"},
		variant{name: "over midnight", data: encoded(t, american(night).text("\t"), "utf-16le bom"), date: day, guests: night, clean: true},
		variant{name: "in the order of time", data: encoded(t, sorted.text("\t"), "utf-16le bom"), date: day, guests: withoutAddress(audience()), clean: true},
		variant{name: "in the room before the organiser", data: encoded(t, first.text("\t"), "utf-16le bom"), date: day,
			guests: []guest{{name: "Ana Perin", stays: []string{"13:50:00-14:50:00"}}, {name: "Bor Kolar", stays: []string{"13:50:00-14:40:00"}}, {name: "Cyr Kolar", stays: []string{"13:50:00-14:50:00"}}},
			remark: "before the organiser: 2"},
		variant{name: "a line twice", data: encoded(t, with(american(latin(audience(), "Ayşe Perinoğlu")), american(latin(audience(), "Ayşe Perinoğlu"))[1:2]).text("\t"), "utf-16le bom"), date: day,
			guests: withoutAddress(latin(audience(), "Ayşe Perinoğlu")), remark: "stands twice"},
		variant{name: "re-saved in Windows-1254", data: encoded(t, listLog(latin(audience(), "Ayşe Perinoğlu", "Besnik Prela"), day, excelTime,
			[5]string{"Tam Ad", "Kullanıcı Eylemi", "Zaman Damgası", "Katıldı", "Ayrıldı"}, "").text(";"), "1254"), date: day, exact: 1, guests: withoutAddress(latin(audience(), "Ayşe Perinoğlu", "Besnik Prela"))},
		variant{name: "re-saved in Windows-1251", data: encoded(t, listLog(latin(audience(), "Цветан Ристов"), day, excelTime,
			[5]string{"Целосно име", "Дејство", "Време", "Се приклучи", "Напушти"}, " (Гостин)").text(";"), "1251"), date: day, exact: 1, guests: latin(audience(), "Цветан Ристов")},
		variant{name: "nobody", data: encoded(t, american(nil).text("\t"), "utf-16le bom"), fault: fault.Unreadable},
		variant{name: "an order of dates that nothing decides", data: encoded(t, listLog(latin(audience(), "Besnik Prela"), day, britTime, english, "").text("\t"), "utf-16le bom"), fault: fault.Ambiguous},
	)
	check(t, teamsList2020ID, variants)
}

// withEnd gives open stays their end.
func withEnd(guests []guest, end string) []guest {
	out := slices.Clone(guests)
	for i, g := range out {
		out[i].stays = nil
		for _, s := range g.stays {
			if len(s) == len("15:04:05") {
				s += "-" + end
			}
			out[i].stays = append(out[i].stays, s)
		}
	}
	return out
}

// TestPairs: each leave ends the earliest open join of its name; what pairs with nothing is said.
func TestPairs(t *testing.T) {
	at := func(minute int) time.Time { return meetingDay.Add(time.Duration(minute) * time.Minute) }
	e := func(line int, key string, minute int, left bool) event {
		return event{line: line, key: key, who: personRow{shown: key}, text: fmt.Sprint(minute), at: at(minute), left: left}
	}
	for _, c := range []struct {
		why    string
		events []event
		single bool
		want   string
		notes  int
	}{
		{"join and leave", []event{e(1, "a", 0, false), e(2, "a", 5, true)}, false, "[a 0-5]", 0},
		{"lines in any order", []event{e(2, "a", 5, true), e(1, "a", 0, false)}, false, "[a 0-5]", 0},
		{"two devices", []event{e(1, "a", 0, false), e(2, "a", 1, false), e(3, "a", 5, true), e(4, "a", 9, true)}, false, "[a 0-5 a 1-9]", 0},
		{"one connection joins twice", []event{e(1, "a", 0, false), e(2, "a", 1, false), e(3, "a", 9, true)}, true, "[a 0-9]", 1},
		{"a leave alone", []event{e(1, "a", 5, true)}, false, "[]", 1},
		{"a leave before the join", []event{e(1, "a", 1, true), e(2, "a", 2, false), e(3, "a", 4, true)}, false, "[a 2-4]", 1},
		{"two devices leave in one second", []event{e(1, "a", 0, false), e(2, "a", 1, false), e(3, "a", 9, true), e(4, "a", 9, true)}, false, "[a 0-9 a 1-9]", 0},
		{"a join twice", []event{e(1, "a", 0, false), e(1, "a", 0, false), e(2, "a", 5, true)}, false, "[a 0-5]", 1},
		{"still there", []event{e(1, "a", 0, false), e(2, "b", 2, false), e(3, "b", 4, true)}, false, "[a 0- b 2-4]", 0},
	} {
		var r Reading
		var got []string
		for _, p := range r.pair(slices.Clone(c.events), c.single) {
			got = append(got, p.shown+" "+p.join+"-"+p.leave)
		}
		if fmt.Sprint(got) != c.want || len(r.Problems) != c.notes {
			t.Errorf("%s: %v with %d remarks, want %s with %d", c.why, got, len(r.Problems), c.want, c.notes)
		}
	}
}

// reportTexts are the words of a Teams report of 2021.
type reportTexts struct {
	summary, total, title, start, end      string
	name, join, leave, length, email, role string
	organizer, presenter, attendee         string
	at                                     timeStyle
	took                                   func(time.Duration) any
}

var englishReport = reportTexts{"Meeting Summary", "Total Number of Participants", "Meeting Title", "Meeting Start Time", "Meeting End Time",
	"Full Name", "Join Time", "Leave Time", "Duration", "Email", "Role", "Organizer", "Presenter", "Attendee", usTime, shortLength}

// report writes a Teams report of 2021.
func report(x reportTexts, guests []guest, day time.Time, upn bool) cellsOf {
	header := row(x.name, x.join, x.leave, x.length, x.email, x.role)
	if upn {
		header = append(header, "Participant ID (UPN)")
	}
	rows := cellsOf{header}
	for _, g := range guests {
		role := map[Role]string{Host: x.organizer, Panelist: x.presenter}[g.role]
		if role == "" {
			role = x.attendee
		}
		for _, s := range g.wall(day) {
			cells := row(g.name, x.at(s[0]), x.at(s[1]), x.took(s[1].Sub(s[0])), g.email, role)
			if upn {
				cells = append(cells, g.email)
			}
			rows = append(rows, cells)
		}
	}
	return rows
}

func (x reportTexts) preamble(people int, title string, day time.Time) cellsOf {
	return cellsOf{row(x.summary), row(x.total, people), row(x.title, title), row(x.start, x.at(onDay(day, "13:40:00"))), row(x.end, x.at(onDay(day, "16:05:00"))), row("")}
}

// withStaff is the audience with an organiser and a presenter.
func withStaff() []guest {
	return append(audience(), guest{name: "Project Office", email: "office@council.example", role: Host, stays: []string{"13:40:00-16:05:00"}},
		guest{name: "Orador Uno", email: "uno@speaker.example", role: Panelist, stays: []string{"13:50:00-15:00:00"}})
}

func TestTeamsReport2021Variants(t *testing.T) {
	day := meetingDay
	languages := map[string]reportTexts{
		"English": englishReport,
		"British": func() reportTexts { x := englishReport; x.at = britTime; return x }(),
		"French": {"*Résumé de la réunion", "Nombre total de participants", "Titre de la réunion", "Heure de début de la réunion", "Heure de fin de la réunion",
			"Nom complet", "Heure d'arrivée", "Heure de départ", "Durée", "E-mail", "Rôle", "Organisateur", "Présentateur", "Participant", frenchTime, frenchLength},
		"German": {"Besprechungszusammenfassung", "Gesamtzahl der Teilnehmer", "Titel der Besprechung", "Startzeit der Besprechung", "Endzeit der Besprechung",
			"Vollständiger Name", "Beitrittszeit", "Verlassenszeit", "Dauer", "E-Mail", "Rolle", "Organisator", "Referent", "Teilnehmer", germanTime, germanLength},
		"Polish": {"Podsumowanie spotkania", "Łączna liczba uczestników", "Tytuł spotkania", "Godzina rozpoczęcia spotkania", "Godzina zakończenia spotkania",
			"Imię i nazwisko", "Czas dołączenia", "Czas opuszczenia", "Czas trwania", "Adres e-mail", "Rola", "Organizator", "Osoba prowadząca", "Uczestnik", germanTime, polishLength},
		"Turkish": {"Toplantı Özeti", "Toplam Katılımcı Sayısı", "Toplantı Başlığı", "Toplantı Başlangıç Saati", "Toplantı Bitiş Saati",
			"Tam Ad", "Katılma Saati", "Ayrılma Saati", "Süre", "E-posta", "Rol", "Düzenleyen", "Sunucu", "Katılımcı", turkTime, turkLength},
		"Spanish": {"Resumen de la reunión", "Número total de participantes", "Título de la reunión", "Hora de inicio de la reunión", "Hora de finalización de la reunión",
			"Nombre completo", "Hora de entrada", "Hora de salida", "Duración", "Correo electrónico", "Rol", "Organizador", "Moderador", "Asistente", brazilTime, shortLength},
		"Macedonian": {"Резиме на состанокот", "Вкупен број на учесници", "Наслов на состанокот", "Почеток", "Крај",
			"Целосно име", "Време на приклучување", "Време на напуштање", "Времетраење", "Е-пошта", "Улога", "Организатор", "Презентер", "Учесник", germanTime, lengthWith("ч", "мин", "сек", " ")},
		"Hungarian": {"Értekezlet összegzése", "Résztvevők teljes száma", "Értekezlet címe", "Értekezlet kezdete", "Értekezlet vége",
			"Teljes név", "Csatlakozás ideje", "Távozás ideje", "Időtartam", "E-mail", "Szerepkör", "Szervező", "Előadó", "Résztvevő",
			func(t time.Time) any { return t.Format("2006. 01. 02. 15:04:05") }, lengthWith("ó", "p", "mp", " ")},
		"units nobody listed": {"Bileraren laburpena", "Parte-hartzaile kopurua", "Bileraren izenburua", "Hasiera", "Amaiera",
			"Izena", "Sartze-ordua", "Irteera-ordua", "Iraupena", "Posta", "Eginkizuna", "Organizer", "Presenter", "Partaidea", isoTime, lengthWith("ordu", "mt", "sg", " ")},
		"a language nobody listed": {"Bileraren laburpena", "Parte-hartzaile kopurua", "Bileraren izenburua", "Hasiera", "Amaiera",
			"Izena", "Sartze-ordua", "Irteera-ordua", "Iraupena", "Helbidea", "Eginkizuna", "Organizer", "Presenter", "Partaidea", isoTime, shortLength},
	}
	const title = "Electronic evidence: \"quoted\", and, commas"
	var variants []variant
	for name, x := range languages {
		body := with(x.preamble(9, title, day), report(x, withStaff(), day, name == "English"))
		for i, encoding := range []string{"utf-16le bom", "utf-16be bom", "utf-8 bom"} {
			variants = append(variants, variant{name: name + " " + encoding, data: encoded(t, body.text([]string{"\t", "\t", ";"}[i]), encoding), date: day, guests: withStaff(), title: title, clean: true})
		}
		variants = append(variants, variant{name: name + " without its preamble", data: encoded(t, report(x, withStaff(), day, false).text(";"), "utf-8"), date: day, guests: withStaff(), clean: true})
	}
	serial := englishReport
	serial.at = serialTime
	presenters := withStaff()
	for i := range presenters {
		if presenters[i].role == "" {
			presenters[i].role = Panelist
		}
	}
	voided := withStaff()
	voided[8].role = Attendee
	phone := slices.IndexFunc(presenters, func(g guest) bool { return g.role == Phone })
	presenters[phone].role = Panelist
	night := []guest{{name: "Ana Perin", email: "ana@mail.example", stays: []string{"23:10:00-00:40:00"}}, {name: "Bor Kolar", stays: []string{"+00:05:00-+00:39:00"}}}
	narrow := englishReport
	narrow.at = usNarrow
	short := englishReport
	short.at = shortYear
	german := languages["German"]
	german.at = excelTime
	region := latin(withStaff(), "Đorđe Kolarić", "KOVAČ Željka", "Besnik Prela", "Project Office")
	variants = append(variants,
		variant{name: "workbook with serial dates", data: with(serial.preamble(9, title, day), report(serial, withStaff(), day, true)).book(t), guests: withStaff(), title: title, clean: true},
		variant{name: "another number of participants", data: encoded(t, with(englishReport.preamble(12, title, day), report(englishReport, withStaff(), day, true)).text("\t"), "utf-16le bom"),
			date: day, guests: withStaff(), title: title, remark: "12 against 9"},
		variant{name: "everybody is a presenter", data: encoded(t, with(englishReport.preamble(9, title, day), report(englishReport, presenters, day, true)).text("\t"), "utf-16le bom"),
			date: day, guests: voided, title: title, clean: true},
		variant{name: "over midnight", data: encoded(t, with(englishReport.preamble(2, title, day), report(englishReport, night, day, false)).text("\t"), "utf-16le bom"), date: day, guests: night, title: title, clean: true},
		variant{name: "narrow blanks and short years", data: encoded(t, with(narrow.preamble(9, title, day), report(narrow, withStaff(), day, true)).text("\t"), "utf-16le bom"), date: day, guests: withStaff(), title: title, clean: true},
		variant{name: "short years, day first", data: encoded(t, with(short.preamble(9, title, day), report(short, withStaff(), day, true)).text("\t"), "utf-16be bom"), date: day, guests: withStaff(), title: title, clean: true},
		variant{name: "re-saved in Windows-1250", data: encoded(t, with(german.preamble(4, title, day), report(german, region, day, false)).text(";"), "1250"), date: day, exact: 1, guests: region, title: title},
		variant{name: "only the organiser", data: encoded(t, with(englishReport.preamble(1, title, day), report(englishReport, latin(withStaff(), "Project Office"), day, true)).text("\t"), "utf-16le bom"),
			date: day, guests: latin(withStaff(), "Project Office"), title: title, clean: true},
		variant{name: "nobody", data: encoded(t, with(englishReport.preamble(0, title, day), report(englishReport, nil, day, true)).text("\t"), "utf-16le bom"), fault: fault.Unreadable},
		variant{name: "in another zone", data: encoded(t, with(englishReport.preamble(9, title, day), report(englishReport, withStaff(), day, true)).text("\t"), "utf-16le bom"), zone: "Europe/Bucharest",
			date: day, guests: withStaff(), title: title, clean: true},
	)
	check(t, teamsReport2021ID, variants)
}

// liveLog writes the log of a live event, people mixed in the order of time.
func liveLog(header []any, guests []guest, day time.Time, at timeStyle) cellsOf {
	type line struct {
		cells []any
		at    time.Time
	}
	var lines []line
	for i, g := range guests {
		id := g.email
		if id == "" {
			id = noID
		}
		for j, s := range g.wall(day) {
			session := fmt.Sprintf("%08d-%04d", i, j)
			lines = append(lines, line{row(session, id, g.name, "Edge, 98", at(s[0]), "Joined", "Attendee"), s[0]})
			if !s[1].IsZero() {
				lines = append(lines, line{row(session, id, g.name, "Edge, 98", at(s[1]), "Left", "Attendee"), s[1]})
			}
		}
	}
	slices.SortStableFunc(lines, func(a, b line) int { return a.at.Compare(b.at) })
	rows := cellsOf{header}
	for _, l := range lines {
		rows = append(rows, l.cells)
	}
	return rows
}

func TestTeamsLiveEventVariants(t *testing.T) {
	day := meetingDay
	header := row("SessionId", "ParticipantId", "FullName", "UserAgent", "UtcEventTimestamp", "Action", "Role")
	spaced := row("Session Id", "Participant Id", "Full Name", "UserAgent", "UTC Event Timestamp", "Action", "Role")
	plainUS := func(t time.Time) any { return t.Format("1/2/2006 3:04:05 PM") }
	running := audience()
	running[4].stays = []string{"13:59:59"}
	night := []guest{{name: "Ana Perin", email: "ana@mail.example", stays: []string{"23:10:00-00:40:00"}}, {name: "Bor Kolar", email: "bor@mail.example", stays: []string{"+00:05:00-+00:39:00"}}}
	check(t, teamsLiveEventID, []variant{
		{name: "American", data: encoded(t, liveLog(header, audience(), day, plainUS).text(","), "utf-8 bom"), date: day, guests: audience(), clean: true},
		{name: "titles with blanks", data: encoded(t, liveLog(spaced, audience(), day, plainUS).text(","), "utf-8"), date: day, guests: audience(), clean: true},
		{name: "UTC in another zone", zone: "Asia/Tbilisi", utc: true, data: encoded(t, liveLog(header, audience(), day, plainUS).text(","), "utf-8 bom"), date: day, guests: audience(), clean: true},
		{name: "re-saved, day first", data: encoded(t, liveLog(header, audience(), day, germanTime).text(";"), "utf-8 bom"), date: day, guests: audience(), clean: true},
		{name: "UTF-16 with tabs", data: encoded(t, liveLog(header, audience(), day, britTime).text("\t"), "utf-16le bom"), date: day, guests: audience(), clean: true},
		{name: "workbook with serial dates", data: liveLog(header, audience(), day, serialTime).book(t), guests: audience(), clean: true},
		{name: "still running", data: encoded(t, liveLog(header, running, day, plainUS).text(","), "utf-8"), date: day, end: onDay(day, "15:00:00"), guests: withEnd(running, "15:00:00"), remark: "marked open"},
		{name: "over midnight", data: encoded(t, liveLog(header, night, day, plainUS).text(","), "utf-8"), date: day, guests: night, clean: true},
		{name: "nobody", data: encoded(t, liveLog(header, nil, day, plainUS).text(","), "utf-8"), fault: fault.Unreadable},
		{name: "re-saved in Windows-1250", data: encoded(t, liveLog(header, latin(audience(), "Đorđe Kolarić", "KOVAČ Željka"), day, excelTime).text(";"), "1250"), date: day, exact: 1,
			guests: latin(audience(), "Đorđe Kolarić", "KOVAČ Željka")},
		{name: "an order of dates that nothing decides", data: encoded(t, liveLog(header, latin(audience(), "Besnik Prela"), day, britTime).text(","), "utf-8"), fault: fault.Ambiguous},
	})
}
