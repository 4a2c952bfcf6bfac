package engagement

import (
	"slices"

	"rapporteur/internal/tabular"
)

// zoomQA is Zoom's report of the questions that participants asked the speakers, with its older header ("#, Question,
// Asker Name, Asker Email, Answer(s)") and the one since 2023, which names times and who answered.
var zoomQA = Format{ID: zoomQAID, Kind: Questions, Title: "Zoom question report",
	Found:  "in Zoom on the web: Reports, Webinar, Q&A Report, Generate CSV Report",
	Detect: detectZoomQA, Read: readZoomQA}

const zoomQAID = "zoom_qa"

var (
	qaQuestion = []string{"question", "questions"}
	qaName     = []string{"asker name", "asked by", "questioner name", "questioner"}
	qaEmail    = []string{"asker email", "asker e-mail", "questioner email"}
	qaAnswer   = []string{"answer(s)", "answers", "answer"}
	qaTime     = []string{"question time", "asked time", "question date/time", "created time", "question date and time"}
)

// qaHeader tells whether a row is the header over questions: what was asked and who asked.
func qaHeader(row tabular.Row) (tabular.Columns, bool) {
	c := tabular.ColumnsOf(row)
	return c, c.Index(qaQuestion...) >= 0 && (c.Index(qaName...) >= 0 || c.Index(qaEmail...) >= 0)
}

func detectZoomQA(f tabular.File) (int, string) {
	for _, s := range f.Sheets {
		titled := false
		for _, row := range s.Rows[:min(detectDepth, len(s.Rows))] {
			titled = titled || isTitle(row, "q&a report", "question report", "question details", "q&a details")
			if _, ok := qaHeader(row); ok && titled {
				return 95, "the title of Zoom's question report and columns of question and asker"
			} else if ok {
				return 85, "columns of Zoom's question report: question and asker"
			}
		}
	}
	return 0, ""
}

func readZoomQA(f tabular.File, o Options) (Reading, error) {
	r := Reading{Format: zoomQAID, Kind: Questions}
	_, r.Why = detectZoomQA(f)
	var responses []response
	var meeting frame
	for _, s := range f.Sheets {
		c := tabular.Columns(nil)
		for i, row := range s.Rows {
			head, ok := qaHeader(row)
			switch {
			case ok:
				c = head
			case c == nil:
				meetingOf(&meeting, row, below(s.Rows, i))
			case onlyFirst(row) && !isNumber(row.Cell(0)):
				c = nil // a section of something else
			default:
				responses = qaRow(responses, row, c)
			}
		}
	}
	return r, r.build(responses, meeting, o)
}

// qaRow adds a question; a row that holds nothing but a further answer belongs to the question above it.
func qaRow(responses []response, row tabular.Row, c tabular.Columns) []response {
	value := func(names []string) string { return known(row.Cell(c.Index(names...))) }
	question, given := value(qaQuestion), one(row.Cell(c.Index(qaAnswer...)))
	if question == "" && value(qaName) == "" && value(qaEmail) == "" && len(responses) > 0 && len(given) > 0 {
		last := &responses[len(responses)-1].asked[0]
		last.given = slices.Concat(last.given, given)
		return responses
	}
	return append(responses, response{line: row.Line, name: value(qaName), email: value(qaEmail), at: value(qaTime),
		asked: []asked{{question, given}}})
}
