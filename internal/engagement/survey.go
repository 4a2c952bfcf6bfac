package engagement

import (
	"slices"
	"strconv"
	"strings"

	"rapporteur/internal/participant"
	"rapporteur/internal/progress"
	"rapporteur/internal/registration"
	"rapporteur/internal/tabular"
)

// sheet is a table of a form that asks about the webinar: a row per respondent, a column per question. Columns the table
// does not have are -1.
type sheet struct {
	table
	asked                    []registration.AskedField
	name, first, last, email int
	questions                []int
	spread                   map[int]spread // questions with a column per option
	strong                   bool           // some question offers choices and asks nothing of a registration
}

// spread is one option of a question that has a column for each.
type spread struct{ question, option string }

// idTitles are titles of columns that number the responses; ownTitles and ownPrefixes are those
// of a form's own bookkeeping.
var (
	idTitles = []string{"#", "id", "no", "no.", "nr", "nr.", "n°", "number", "response id", "response number", "respondent id", "antwort-id", "antwort id",
		"id de réponse", "numéro", "rb", "r.br.", "rbr", "р.бр.", "sıra", "sıra no", "yanıt kimliği", "kimlik", "id odgovora", "id räspuns", "id răspuns"}
	ownTitles = []string{"lastpage", "last page", "startlanguage", "start language", "seed", "ipaddr", "refurl", "token", "attempt", "duration",
		"total points", "total score", "quiz feedback", "grade posted time", "score", "interviewtime", "total time"}
	ownPrefixes = []string{"points - ", "feedback - ", "groupTime", "questionTime", "group time", "question time"}
)

// sheetOf tells the columns of a form; ok is false when it asks no question.
func sheetOf(o table) (s sheet, ok bool) {
	s = sheet{table: o, name: -1, first: -1, last: -1, email: -1, spread: map[int]spread{},
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
		case s.name < 0 && !field && isOneOf(title, respondentTitles):
			s.name = i // never a question: its answers would be names
		case isOneOf(title, ownTitles) || hasPrefix(title, ownPrefixes) || !strings.Contains(title, "?") && registration.IsFormsOwn(cell) || s.all(i, isAnonymous):
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

// responses are the rows of the table. Every cell of a question with several options is parted. seen is told how many rows
// are through; ok is false where it ended the work.
func (s *sheet) responses(seen progress.Seen) (out []response, ok bool) {
	parted, titles := map[int][][]string{}, s.titles()
	for n, i := range s.questions {
		if !seen.Part(n, len(s.questions)+1).Tell(0, len(s.rows)) {
			return nil, false
		}
		if _, spread := s.spread[i]; !spread {
			parted[i] = partedColumn(s.rows, i)
		}
	}
	seen = seen.Part(len(s.questions), len(s.questions)+1)
	for r, row := range s.rows {
		if !seen.Tick(r+1, len(s.rows)) {
			return nil, false
		}
		if slices.Equal(row.Cells, s.header.Cells) {
			continue // the header again, where exports were put together
		}
		p := response{line: row.Line, name: s.nameOf(row), email: known(row.Cell(s.email)), at: known(row.Cell(s.time()))}
		ofSpread := map[string]int{}
		for _, i := range s.questions {
			x, spread := s.spread[i]
			if !spread {
				p.asked = append(p.asked, asked{titles[i], parted[i][r]})
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
	return out, true
}

// titles are the questions by column. One that stands twice is two questions.
func (s *sheet) titles() map[int]string {
	titles, seen := map[int]string{}, map[string]int{}
	for _, i := range s.questions {
		titles[i] = tabular.Clean(s.header.Cell(i))
		key := questionKey(titles[i])
		if seen[key]++; seen[key] > 1 {
			titles[i] += " (" + strconv.Itoa(seen[key]) + ")"
		}
	}
	return titles
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
