package engagement

import (
	"slices"
	"strings"

	"rapporteur/internal/participant"
	"rapporteur/internal/registration"
	"rapporteur/internal/tabular"
)

// headerDepth is how many rows may stand above the header of a survey.
const headerDepth = 12

// looked is how many rows are looked at to tell what a column holds.
const looked = 100

// outline is the frame of a table: the columns by which form systems are known. id is -1 where the rows have no number; times are in
// order.
type outline struct {
	header tabular.Row
	rows   []tabular.Row
	id     int
	times  []int
}

// sheet is a table of a form that asks about the webinar: a row per respondent, a column per question. Columns the table
// does not have are -1.
type sheet struct {
	outline
	asked                    []registration.AskedField
	name, first, last, email int
	questions                []int
	spread                   map[int]spread // questions with a column per option
	strong                   bool           // some question offers choices and asks nothing of a registration
}

// spread is one option of a question that has a column for each.
type spread struct{ question, option string }

// idTitles are titles of columns that number the responses; formTitles begin those of a form's own bookkeeping.
var (
	idTitles = []string{"#", "id", "no", "no.", "nr", "nr.", "n°", "number", "response id", "response number", "respondent id", "antwort-id", "antwort id",
		"id de réponse", "numéro", "rb", "r.br.", "rbr", "р.бр.", "sıra", "sıra no", "yanıt kimliği", "kimlik", "id odgovora", "id räspuns", "id răspuns"}
	ownTitles = []string{"lastpage", "last page", "startlanguage", "start language", "seed", "ipaddr", "refurl", "token", "attempt", "duration",
		"total points", "total score", "quiz feedback", "grade posted time", "score", "interviewtime", "total time"}
	ownPrefixes = []string{"points - ", "feedback - ", "groupTime", "questionTime", "group time", "question time"}
)

// outlineOf reads a table under a header; ok is false when no row stands below, or when the header holds a time: such a row
// is an answer.
func outlineOf(header tabular.Row, rows []tabular.Row) (o outline, ok bool) {
	o = outline{header: header, rows: rows, id: -1}
	if len(rows) == 0 || len(header.Cells) < 2 || slices.ContainsFunc(header.Cells, isMoment) {
		return o, false
	}
	for i, cell := range header.Cells {
		title := tabular.HeaderKey(cell)
		switch {
		case title == "":
		case o.id < 0 && (isOneOf(title, idTitles) || i == 0 && o.numbered(i)):
			o.id = i
		case o.all(i, isMoment):
			o.times = append(o.times, i)
		}
	}
	return o, true
}

// sheetOf tells the columns of a form; ok is false when it asks no question.
func sheetOf(o outline) (s sheet, ok bool) {
	s = sheet{outline: o, name: -1, first: -1, last: -1, email: -1, spread: map[int]spread{},
		asked: registration.AskedFields(o.header, o.rows[:min(looked, len(o.rows))])}
	who := map[int]registration.AskedField{}
	for _, f := range s.asked {
		who[f.Column] = f
	}
	for i, cell := range o.header.Cells {
		title := tabular.HeaderKey(cell)
		f, field := who[i]
		switch {
		case title == "" || i == o.id || slices.Contains(o.times, i):
		case field && s.identifies(f, i):
		case isOneOf(title, ownTitles) || hasPrefix(title, ownPrefixes) || registration.IsFormsOwn(cell) || s.all(i, isAnonymous):
		case field && f.Named && s.aboutThePerson(f.Field):
		default:
			s.questions = append(s.questions, i)
		}
	}
	s.findSpread()
	s.strong = s.asksChoices(who)
	return s, len(s.questions) > 0
}

// identifies takes a column that says who answered.
func (s *sheet) identifies(f registration.AskedField, column int) bool {
	switch f.Field {
	case "email":
		s.email = column
	case "full_name":
		s.name = column
	case "first_name":
		s.first = column
	case "last_name":
		s.last = column
	default:
		return false
	}
	return true
}

// aboutThePerson tells the fields that say who the respondent is, and answer nothing about the webinar.
func (s *sheet) aboutThePerson(field string) bool {
	return isOneOf(field, []string{"organisation", "job_title", "country", "sex", "sector", "source", "consent"})
}

// registers tells whether the table asks what only a registration asks: the institution, the position, the channel.
func (s *sheet) registers() bool {
	open := 0
	for _, f := range s.asked {
		if !isOneOf(f.Field, []string{"organisation", "job_title", "source"}) {
			continue
		}
		if f.Named || f.Field == "source" && slices.ContainsFunc(participant.Tokens(s.header.Cell(f.Column)), aboutRegistering) {
			return true
		}
		if f.Field != "source" && !s.offersChoices(f.Column) {
			open++
		}
	}
	return open > 1 || open == 1 && s.first >= 0 && s.last >= 0
}

// fewestOpinions is how many questions with choices a table has that asks for given and family name apart, as
// registrations do, and is a survey all the same.
const fewestOpinions = 3

// aboutRegistering tells a word, folded, by which a question is about the way a registration took.
func aboutRegistering(word string) bool {
	return hasPrefix(word, []string{"regist", "regjistr", "submi", "prijav", "inscri", "anmeld", "kayit", "basvur", "aplik"})
}

// asksChoices tells whether the table has at least as many questions with few answers that come again as fields of a
// registration asked in a sentence.
func (s *sheet) asksChoices(who map[int]registration.AskedField) bool {
	opinions, fields := 0, 0
	for _, i := range s.questions {
		if _, field := who[i]; field {
			fields++
		} else if s.offersChoices(i) {
			opinions++
		}
	}
	if s.first >= 0 && s.last >= 0 {
		return opinions >= fewestOpinions && fields == 0
	}
	return opinions > 0 && opinions >= fields
}

// offersChoices tells whether the answers of a column come again and again.
func (s *sheet) offersChoices(column int) bool {
	n, distinct := 0, map[string]bool{}
	for _, row := range s.rows {
		if cell := optionKey(row.Cell(column)); cell != "" {
			n++
			distinct[cell] = true
		}
	}
	return n >= 3 && 2*len(distinct) <= n+1
}

// all tells whether a column has answers and nine of ten fit.
func (o outline) all(column int, fits func(string) bool) bool {
	n, fitting := 0, 0
	for _, row := range o.rows[:min(looked, len(o.rows))] {
		if cell := tabular.Clean(row.Cell(column)); cell != "" {
			n++
			if fits(cell) {
				fitting++
			} else if n == 1 {
				return false // most columns are told by their first answer
			}
		}
	}
	return n > 0 && 10*fitting >= 9*n
}

// numbered tells whether a column numbers the rows: every cell another number.
func (o outline) numbered(column int) bool {
	seen := map[string]bool{}
	for _, row := range o.rows[:min(looked, len(o.rows))] {
		cell := tabular.Clean(row.Cell(column))
		if !isNumber(cell) || seen[cell] {
			return false
		}
		seen[cell] = true
	}
	return len(seen) > 1
}

func hasPrefix(s string, prefixes []string) bool {
	return slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(s, strings.ToLower(p)) })
}

// findSpread finds questions that have a column for each option: "Which channels? [INTERPOL]", ticked or not.
func (s *sheet) findSpread() {
	columns := map[string][]int{}
	for _, i := range s.questions {
		question, _, ok := optionIn(s.header.Cell(i))
		if ok && s.all(i, isTick) {
			columns[question] = append(columns[question], i)
		}
	}
	for question, of := range columns {
		if len(of) < 2 {
			continue
		}
		for _, i := range of {
			_, option, _ := optionIn(s.header.Cell(i))
			s.spread[i] = spread{question, option}
		}
	}
}

// optionIn parts a title such as "Which channels? [INTERPOL]".
func optionIn(title string) (question, option string, ok bool) {
	title = tabular.Clean(title)
	open := strings.LastIndexByte(title, '[')
	if open <= 0 || !strings.HasSuffix(title, "]") {
		return "", "", false
	}
	return strings.TrimSpace(title[:open]), strings.TrimSpace(title[open+1 : len(title)-1]), true
}

// isTick tells what stands in the column of one option.
func isTick(s string) bool {
	return ticked(s) || isOneOf(strings.ToLower(s), []string{"n", "no", "non", "nein", "0", "ne", "jo", "hayır", "nu", "не", "false"})
}

func ticked(s string) bool {
	return isOneOf(strings.ToLower(s), []string{"y", "yes", "x", "1", "oui", "ja", "da", "po", "evet", "да", "true", "✓"})
}

// responses are the rows of the table. Every cell of a question with several options is parted.
func (s *sheet) responses() []response {
	parted := map[int][][]string{}
	for _, i := range s.questions {
		if _, spread := s.spread[i]; !spread {
			parted[i] = partedColumn(s.rows, i)
		}
	}
	var out []response
	for r, row := range s.rows {
		if slices.Equal(row.Cells, s.header.Cells) {
			continue // the header again, where exports were put together
		}
		p := response{line: row.Line, name: s.nameOf(row), email: known(row.Cell(s.email)), at: known(row.Cell(s.time()))}
		ofSpread := map[string]int{}
		for _, i := range s.questions {
			x, spread := s.spread[i]
			if !spread {
				p.asked = append(p.asked, asked{tabular.Clean(s.header.Cell(i)), parted[i][r]})
				continue
			}
			at, seen := ofSpread[x.question]
			if !seen {
				at = len(p.asked)
				ofSpread[x.question] = at
				p.asked = append(p.asked, asked{question: x.question})
			}
			if ticked(tabular.Clean(row.Cell(i))) {
				p.asked[at].given = append(p.asked[at].given, x.option)
			}
		}
		out = append(out, p)
	}
	return out
}

func (s *sheet) nameOf(row tabular.Row) string {
	if s.first >= 0 || s.last >= 0 {
		return strings.TrimSpace(known(row.Cell(s.first)) + " " + known(row.Cell(s.last)))
	}
	name := known(row.Cell(s.name))
	if participant.NormaliseEmail(name) != "" {
		return "" // an account without a name shows its address
	}
	return name
}

// time is the column of the moment a response was handed in: one that says so, else the second of two, behind the start.
func (s *sheet) time() int {
	for _, i := range s.times {
		if hasPrefix(tabular.HeaderKey(s.header.Cell(i)), []string{"submitdate", "date submitted", "completion", "timestamp", "creation date"}) {
			return i
		}
	}
	switch len(s.times) {
	case 0:
		return -1
	case 1:
		return s.times[0]
	}
	return s.times[1]
}

// findSheet looks for the first table that fits and asks questions.
func findSheet(f tabular.File, fits isForm) (sheet, bool) {
	for _, table := range f.Sheets {
		for at, header := range table.Rows[:min(headerDepth, len(table.Rows))] {
			o, ok := outlineOf(header, table.Rows[at+1:])
			if !ok || !fits(o, table.Rows[:at]) {
				continue
			}
			if s, ok := sheetOf(o); ok {
				return s, true
			}
		}
	}
	return sheet{}, false
}

// isForm knows a form system's export by its outline and the rows above the header.
type isForm func(o outline, above []tabular.Row) bool

// detectForm claims a form's export that asks about the webinar and not for a registration. Without a question that offers
// choices the claim is weak: a short registration may look like it.
func detectForm(f tabular.File, fits isForm, why string) (int, string) {
	s, ok := findSheet(f, fits)
	switch {
	case !ok || s.registers():
		return 0, ""
	case s.strong:
		return 97, why + ", with questions about the webinar"
	}
	return 50, why + ", asking neither institution nor position"
}

// readForm reads the responses of a form.
func readForm(f tabular.File, format, why string, o Options, fits isForm) (Reading, error) {
	r := Reading{Format: format, Kind: Survey, Why: why}
	s, _ := findSheet(f, fits)
	if s.name < 0 && s.first < 0 && s.last < 0 && s.email < 0 {
		r.problem(s.header.Line, "The table has no column for name or address: every answer is anonymous.")
	}
	return r, r.build(s.responses(), frame{}, o)
}
