package engagement

import (
	"slices"
	"strings"

	"rapporteur/internal/registration"
	"rapporteur/internal/tabular"
)

// Titles of columns in the languages of the region and of the platforms, as tabular.HeaderKey writes them.
var (
	questionTitles = []string{"question", "questions", "question text", "poll question", "frage", "fragen", "pitanje", "pitanja", "питање", "прашање", "въпрос", "питання", "вопрос",
		"întrebare", "întrebarea", "intrebare", "pyetje", "pyetja", "soru", "pregunta", "domanda", "pergunta", "ερώτηση", "kérdés", "vprašanje", "pytanie", "vraag"}
	answerTitles = []string{"answer", "answers", "answer(s)", "response", "responses", "vote", "choice", "antwort", "antworten", "antwort(en)", "odgovor", "odgovori", "одговор", "отговор", "відповідь", "ответ",
		"réponse", "réponses", "réponse(s)", "răspuns", "răspunsul", "raspuns", "përgjigje", "përgjigjja", "yanıt", "cevap", "respuesta", "risposta", "resposta", "απάντηση", "válasz", "odpowiedź", "antwoord"}
	respondentTitles = []string{"respondent", "respondents", "participant", "attendee", "responder", "user", "voter", "asked by", "answered by", "display name", "teilnehmer", "teilnehmer/in", "befragte", "befragter",
		"répondant", "učesnik", "sudionik", "ispitanik", "учесник", "участник", "учасник", "respondentul", "pjesëmarrësi", "katılımcı", "yanıtlayan", "participante", "partecipante", "συμμετέχων"}
	// nameStems are how a title begins or ends that says whose name stands below: "Benutzername", "Nom d'utilisateur".
	nameStems = []string{"name", "nom", "ime", "име", "ім'я", "имя", "emri", "emër", "nume", "numele", "nombre", "nome", "adı", "isim", "όνομα", "név", "imię", "naam"}
)

// namesSomeone tells whether a title is that of a column of names.
func namesSomeone(title string) bool {
	if isOneOf(title, respondentTitles) {
		return true
	}
	words := strings.FieldsFunc(title, func(r rune) bool { return r == ' ' || r == '\'' || r == '’' || r == '-' })
	return len(words) > 0 && len(words) <= 5 && slices.ContainsFunc(nameStems, func(stem string) bool {
		return words[0] == stem || words[len(words)-1] == stem || stem == "name" && strings.HasSuffix(words[0], stem)
	})
}

// longTable is a table with a row for each answer and the question beside it. Columns it does not have are -1.
type longTable struct {
	table
	question, answer         int
	name, first, last, email int
}

// findLong looks for the first table whose header names question and answer.
func findLong(f tabular.File) (longTable, bool) {
	for _, of := range f.Sheets {
		for at, header := range of.Rows[:min(headerDepth, len(of.Rows))] {
			o, ok := tableOf(header, of.Rows[at+1:])
			if !ok {
				continue
			}
			if l, ok := longIn(o); ok {
				return l, true
			}
		}
	}
	return longTable{}, false
}

// longIn reads a table as one with a row for each answer; ok is false when its header does not name question and answer.
func longIn(o table) (l longTable, ok bool) {
	c := tabular.ColumnsOf(o.header)
	l = longTable{table: o, question: c.Index(questionTitles...), answer: c.Index(answerTitles...), name: -1, first: -1, last: -1, email: -1}
	l.identify()
	return l, l.question >= 0 && l.answer >= 0
}

// identify finds the columns that say who answered.
func (l *longTable) identify() {
	other := map[int]bool{}
	for _, f := range registration.AskedFields(l.header, l.rows[:min(looked, len(l.rows))]) {
		other[f.Column] = true
		if f.Column == l.question || f.Column == l.answer {
			continue
		}
		switch f.Field {
		case "email":
			l.email = f.Column
		case "full_name":
			l.name = f.Column
		case "first_name":
			l.first = f.Column
		case "last_name":
			l.last = f.Column
		}
	}
	for i, cell := range l.header.Cells {
		if l.name < 0 && l.first < 0 && !other[i] && i != l.question && i != l.answer && namesSomeone(tabular.HeaderKey(cell)) {
			l.name = i
		}
	}
}

// asksOnce tells whether most questions stand once: then participants asked them, and they are not quoted.
func (l longTable) asksOnce() bool {
	n, distinct := 0, map[string]bool{}
	for _, row := range l.rows {
		if q := questionKey(row.Cell(l.question)); q != "" {
			n++
			distinct[q] = true
		}
	}
	return 2*len(distinct) > n
}

// Guess tells what a table of answers that no format claims may hold.
func Guess(f tabular.File) Kind {
	if l, ok := findLong(f); ok && l.asksOnce() {
		return Questions
	}
	return Survey
}

func (l longTable) read(o Options) (Reading, error) {
	r := Reading{Format: surveyTableID, Kind: Survey, Why: "a row for each answer, with its question beside it"}
	if l.asksOnce() {
		r.Kind, r.Why = Questions, "a row for each question, most of them asked once"
	}
	return r, r.build(l.responses(), frame{}, o)
}

// responses are the rows of the table.
func (l longTable) responses() []response {
	who := sheet{table: l.table, name: l.name, first: l.first, last: l.last, email: l.email}
	var responses []response
	for i, given := range l.parted() {
		row := l.rows[i]
		responses = append(responses, response{line: row.Line, name: who.nameOf(row), email: known(row.Cell(l.email)), at: known(row.Cell(who.time())),
			asked: []asked{{tabular.Clean(row.Cell(l.question)), given}}})
	}
	return responses
}

// parted gives the answers row by row, each parted into its options as those to the same question are.
func (l longTable) parted() [][]string {
	of := map[string][]int{}
	for i, row := range l.rows {
		key := questionKey(row.Cell(l.question))
		of[key] = append(of[key], i)
	}
	out := make([][]string, len(l.rows))
	for _, rows := range of {
		same := make([]tabular.Row, len(rows))
		for k, i := range rows {
			same[k] = l.rows[i]
		}
		for k, given := range partedColumn(same, l.answer) {
			out[rows[k]] = given
		}
	}
	return out
}
