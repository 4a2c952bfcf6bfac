package engagement

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/internal/fault"
	"rapporteur/internal/participant"
	"rapporteur/internal/progress"
	"rapporteur/internal/tabular"
)

// MappedTable is the format id of a table that an officer has mapped.
const MappedTable = "mapped_table"

// The fields of a mapped table of answers. FieldQuestion: every such column is a question, its title what was asked; beside
// a column of answers, and of questions to the speakers, there is one, which holds what was asked. FieldPhase says of each row
// whether its answers came before or after the webinar.
const (
	fieldFullName  = "full_name"
	fieldFirstName = "first_name"
	fieldLastName  = "last_name"
	fieldEmail     = "email"
	fieldSubmitted = "submitted"
	FieldQuestion  = "question"
	FieldAnswer    = "answer"
	FieldPhase     = "phase"
)

// MappedFields lists the fields that a mapped table of a kind may have, in the order in which they are asked for.
func MappedFields(k Kind) []string {
	fields := []string{FieldQuestion, FieldAnswer, fieldFullName, fieldFirstName, fieldLastName, fieldEmail, fieldSubmitted}
	if k.HasPhase() {
		fields = append(fields, FieldPhase)
	}
	return fields
}

// Lacks says what a mapping needs before its table can be read, in sentences; empty when nothing. A table of answers needs
// nobody's name: then it is anonymous.
func Lacks(k Kind, m tabular.Mapping, header tabular.Row) []string {
	questions := m.All(FieldQuestion)
	switch {
	case len(questions) == 0 && !k.HasPhase():
		return []string{"Nothing says what was asked: choose the column of the questions."}
	case len(questions) == 0 && m.At(FieldAnswer) >= 0:
		return []string{"There is a column of answers, and none of the questions beside them: choose it too."}
	case len(questions) == 0:
		return []string{"No column is chosen as a question: choose those that hold answers. The title of such a column is the question."}
	case inRows(k, m) && len(questions) > 1:
		return []string{"Several columns are chosen as questions: choose the one in which the questions themselves stand."}
	case inRows(k, m):
		return []string{}
	case m.Header == 0:
		return []string{"The title of a column is its question: choose the line with the titles."}
	}
	lacks := []string{}
	for _, i := range questions {
		if !tabular.HasInk(header.Cell(i)) {
			lacks = append(lacks, "Column "+tabular.ColumnLetters(i)+" has no title that could be its question: leave it unused, or choose another line of titles.")
		}
	}
	return lacks
}

// inRows tells whether the questions stand in rows, each beside its answer, and not in the titles of columns.
func inRows(k Kind, m tabular.Mapping) bool { return !k.HasPhase() || m.At(FieldAnswer) >= 0 }

// Suggest tells by titles and answers which column of a table may be what. Columns that number the rows, say who answered or
// what the form itself keeps are no questions.
func Suggest(k Kind, header tabular.Row, rows []tabular.Row) map[string]int {
	found := map[string]int{}
	give := func(field string, column int) {
		if column >= 0 {
			found[field] = column
		}
	}
	o, ok := tableOf(header, rows)
	if !ok {
		return found
	}
	l, long := longIn(o)
	s, wide := sheetOf(o)
	switch {
	case long || !k.HasPhase():
		give(fieldFullName, l.name)
		give(fieldFirstName, l.first)
		give(fieldLastName, l.last)
		give(fieldEmail, l.email)
		give(FieldAnswer, l.answer)
		if l.question >= 0 {
			found[tabular.Several(FieldQuestion, l.question)] = l.question
		}
	case wide:
		for _, i := range s.questions {
			switch short := len(participant.Tokens(header.Cell(i))) < mostPhaseWords; {
			case short && s.all(i, saysPhase):
				give(FieldPhase, i)
			case short && s.name < 0 && s.first < 0 && s.last < 0 && s.differ(i) && s.all(i, isPersonsName):
				s.name = i
			case s.differ(i) && s.all(i, isCode):
			default:
				found[tabular.Several(FieldQuestion, i)] = i
			}
		}
		give(fieldFullName, s.name)
		give(fieldFirstName, s.first)
		give(fieldLastName, s.last)
		give(fieldEmail, s.email)
	}
	give(fieldSubmitted, s.time())
	return found
}

// differ tells whether most cells of a column are other ones: those of names and codes are, those of answers come again.
func (o table) differ(column int) bool {
	n, distinct := 0, map[string]bool{}
	for _, row := range o.rows[:min(looked, len(o.rows))] {
		if key := optionKey(row.Cell(column)); key != "" {
			n++
			distinct[key] = true
		}
	}
	return n > 2 && 5*len(distinct) >= 4*n
}

// isPersonsName tells two to four words that are written as names are.
func isPersonsName(cell string) bool {
	words := strings.Fields(tabular.Clean(cell))
	if len(words) < 2 || len(words) > 4 {
		return false
	}
	return !slices.ContainsFunc(words, func(word string) bool {
		first, _ := utf8.DecodeRuneInString(word)
		return !unicode.IsUpper(first) || strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !strings.ContainsRune("-'’.", r) })
	})
}

// isCode tells one word with a figure in it, by which rows are numbered.
func isCode(cell string) bool {
	return strings.ContainsFunc(cell, unicode.IsDigit) && strings.ContainsFunc(cell, unicode.IsLetter) && !strings.ContainsRune(cell, ' ')
}

// ReadMapped reads a table of answers as an officer has mapped it; k is what he takes it for. Faults: invalid for a mapping
// that lacks something, not-found for a sheet or header that is not there, those of all formats.
func ReadMapped(f tabular.File, k Kind, m tabular.Mapping, o Options) (Reading, error) {
	header, rows, err := m.Cut(f)
	if err != nil {
		return Reading{}, err
	}
	if lacks := Lacks(k, m, header); len(lacks) > 0 {
		return Reading{}, fault.New(fault.Invalid, lacks[0], "Map the columns again.").At(fault.Where{File: f.Name, Sheet: m.Sheet})
	}
	r := Reading{Format: MappedTable, Kind: k, Why: "your own choice of the columns"}
	rows = r.withoutTotals(slices.DeleteFunc(slices.Clone(rows), tabular.Row.Blank), m.All(FieldQuestion))
	s := sheet{table: table{header: header, rows: rows, id: -1}, name: m.At(fieldFullName), first: m.At(fieldFirstName), last: m.At(fieldLastName),
		email: m.At(fieldEmail), questions: m.All(FieldQuestion), spread: map[int]spread{}}
	if s.name >= 0 && (s.first < 0 || s.last < 0) { // two columns tell the name better than one, and one better than half a name
		s.first, s.last = -1, -1
	}
	if at := m.At(fieldSubmitted); at >= 0 {
		s.times = []int{at}
	}
	if s.name < 0 && s.first < 0 && s.last < 0 && s.email < 0 {
		r.problem(header.Line, "No column says who answered: every answer is anonymous.")
	}
	var responses []response
	if inRows(k, m) {
		responses = longTable{table: s.table, question: s.questions[0], answer: m.At(FieldAnswer), name: s.name, first: s.first, last: s.last, email: s.email}.responses()
	} else {
		s.findSpread()
		var ok bool
		if responses, ok = s.responses(o.Seen.Part(0, 2)); !ok {
			return r, progress.ErrEnded
		}
		o.Seen = o.Seen.Part(1, 2)
	}
	r.phaseByRow(responses, rows, m.At(FieldPhase))
	return r, r.build(responses, frame{}, o)
}
