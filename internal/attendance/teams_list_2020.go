package attendance

import (
	"strconv"

	"rapporteur/internal/tabular"
)

// teamsList2020 is the attendance list of Microsoft Teams of 2020 and 2021 (meetingAttendanceList.csv): a log with one
// line per join and leave, no address and no role, made while the meeting runs. Who was still there at that moment has no
// line for leaving. Titles and words follow the language of the program; the layout is known by its shape: a name, one of
// a few words, a time.
var teamsList2020 = Format{ID: teamsList2020ID, Title: "Teams attendance list",
	Found:  "in Teams, until 2021: the participants of the running meeting, ⋯, Download attendance list",
	Detect: detectTeamsList2020, Read: readTeamsList2020}

const teamsList2020ID = "teams_attendance_list_2020"

// mostActions is how many different words a log has at most: joined, joined before, left, and one of a later version.
const mostActions = 4

// leavingWords begin a word for leaving in the languages of Teams and of the region.
var leavingWords = pattern(`(?:^|[ -])(?:left|leave|a quitté|quitté|sorti|parti|verlassen|hat verlassen|saiu|salió|salio|abandon|ha abbandonato|uscit|` +
	`ayrıl|çıktı|ayrildi|napusti|izaš|otiš|ieșit|iesit|ieşit|a ieșit|părăsit|a părăsit|plecat|u largua|largu|doli|iku|opuści|opuszcz|wyszed|wyszl|` +
	`напушт|напуст|излез|изаш|вышел|покин|вийш|залиш|αποχώρ|odešel|odpoj|odišiel|kilépett|távozott|verlaten|forlot|lämna)`)

// joiningWords begin a word for joining, before the organiser too.
var joiningWords = pattern(`(?:^|[ -])(?:join|beigetreten|teilgenommen|vorher beigetreten|rejoint|a rejoint|participation|entrou|ingressou|unido|se unió|se ha unido|` +
	`unió|partecip|ha partecipato|accesso|entrat|katıl|pridruž|uš|prisajed|alăturat|s-a alăturat|intrat|u bashkua|bashk|hyri|dołącz|приклуч|придруж|` +
	`присоед|приєдн|συμμετ|připoj|pripoj|csatlak|deelgenomen|ble med|anslut)`)

// teamsLog says where the three columns stand.
type teamsLog struct {
	shape
	name, action, at int
}

// teamsLogOf finds the log in a sheet. A sentence of the program may stand above it.
func teamsLogOf(rows []tabular.Row) (log teamsLog, how string) {
	for i := 0; i < min(len(rows), 5); i++ {
		if width(rows[i]) != 3 {
			continue
		}
		s := shapeOf(rows[i:])
		t := teamsLog{shape: s, name: s.titled("full name"), action: s.titled("user action"), at: s.titled("timestamp")}
		if t.name >= 0 && t.action >= 0 && t.at >= 0 {
			return t, "the columns of the attendance list of Microsoft Teams of 2020"
		}
		if s.width != 3 {
			return teamsLog{}, ""
		}
		t.at = s.first(0, func(c int) bool { return s.holds(c, looksLikeTime) })
		if t.at < 0 {
			return teamsLog{}, ""
		}
		t.name, t.action = (t.at+1)%3, (t.at+2)%3
		if !t.areActions() {
			t.name, t.action = t.action, t.name
		}
		if !t.areActions() || !s.holds(t.name, hasLetter) || s.share(t.name, looksLikeAddress) > 0.5 {
			return teamsLog{}, ""
		}
		return t, "a name, one of a few words and a time in each row, as the attendance list of Microsoft Teams of 2020 has them"
	}
	return teamsLog{}, ""
}

// time is the time of a row. Some copies have it without quotes: its comma then parts it in two.
func (t teamsLog) time(row tabular.Row) string {
	if last := len(t.header.Cells) - 1; t.at == last && last >= 0 && len(row.Cells) == last+2 {
		return known(row.Cell(last) + ", " + row.Cell(last+1))
	}
	return cellAt(row, t.at)
}

// areActions tells whether a column holds words for joining and leaving: all of them are known; or there are two or a few,
// people have several rows, and what stands in one row of a person stands hardly ever in the next.
func (t teamsLog) areActions() bool {
	words := map[string]bool{}
	last := map[string]string{}
	known, next, changed := true, 0, 0
	for _, row := range t.sample() {
		word, name := tabular.HeaderKey(cellAt(row, t.action)), cellAt(row, t.name)
		if word == "" || isAnswer(word) || isNumber(word) {
			return false
		}
		words[word] = true
		known = known && (joiningWords().MatchString(word) || leavingWords().MatchString(word))
		if before, again := last[name]; again {
			next++
			if before != word {
				changed++
			}
		}
		last[name] = word
	}
	if len(words) == 0 || len(words) > mostActions {
		return false
	}
	return known || len(words) > 1 && next >= 2 && 2*next >= len(last) && 4*changed >= 3*next
}

func detectTeamsList2020(f tabular.File) (int, string) {
	for _, s := range f.Sheets {
		switch log, how := teamsLogOf(s.Rows); {
		case how == "":
		case log.columns.Has("full name", "user action", "timestamp"):
			return 95, how
		default:
			return 75, how
		}
	}
	return 0, ""
}

func readTeamsList2020(f tabular.File, o Options) (Reading, error) {
	r := Reading{Format: teamsList2020ID}
	for _, s := range f.Sheets {
		log, how := teamsLogOf(s.Rows)
		if how == "" {
			continue
		}
		r.Why = how
		var events []event
		var words, times []string
		for _, row := range log.rows {
			who := personRow{cells: row, kind: StayRow, shown: cellAt(row, log.name)}
			e := event{line: row.Line, key: who.shown, who: who, text: log.time(row)}
			if row.Blank() || who.shown == "" && e.text == "" {
				continue
			}
			events = append(events, e)
			words = append(words, tabular.HeaderKey(cellAt(row, log.action)))
			times = append(times, e.text)
		}
		meeting := frame{near: fileDay(f.Name), others: times}
		m, err := newMoments(o, times, frame{near: meeting.near})
		if err != nil {
			return r, err
		}
		stripTags(events)
		rows := r.pair(r.readActions(events, words, m), false)
		count := len(events)
		err = r.build(rows, meeting, o)
		r.Rows = count
		return r, err
	}
	return r, r.build(nil, frame{}, o)
}

// readActions gives the events their times and tells the leaves from the joins.
func (r *Reading) readActions(events []event, words []string, m moments) []event {
	var kept []event
	var said []string
	for i, e := range events {
		if r.parseEvent(&e, m) {
			kept, said = append(kept, e), append(said, words[i])
		}
	}
	leaving := leaves(kept, said)
	for word := range leaving {
		switch {
		case leavingWords().MatchString(word):
			leaving[word] = true
		case joiningWords().MatchString(word):
			leaving[word] = false
		}
	}
	if early := beforeOrganiser(kept, said, leaving); early > 0 {
		r.problem(0, "People who were in the room before the organiser: "+strconv.Itoa(early)+". The list counts their time from the organiser's join.")
	}
	for i := range kept {
		kept[i].left = leaving[said[i]]
	}
	return kept
}

// beforeOrganiser counts the people whose time begins with the organiser's: of two words for joining the one that has a
// single time.
func beforeOrganiser(events []event, said []string, leaving map[string]bool) int {
	times, people := map[string]map[int64]bool{}, map[string]map[string]bool{}
	for i, e := range events {
		if leaving[said[i]] {
			continue
		}
		if times[said[i]] == nil {
			times[said[i]], people[said[i]] = map[int64]bool{}, map[string]bool{}
		}
		times[said[i]][e.at.Unix()] = true
		people[said[i]][e.key] = true
	}
	if len(times) < 2 {
		return 0
	}
	for word, at := range times {
		if len(at) == 1 && len(people[word]) > 1 {
			return len(people[word])
		}
	}
	return 0
}

// stripTags takes guest tags of any language out of the names.
func stripTags(events []event) {
	rows := make([]personRow, len(events))
	for i, e := range events {
		rows[i] = e.who
	}
	stripRepeatedTags(rows)
	for i := range events {
		events[i].who = rows[i]
	}
}
