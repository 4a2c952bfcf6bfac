package engagement

import (
	"strings"

	"rapporteur/internal/participant"
	"rapporteur/internal/tabular"
)

// zoomPoll is Zoom's poll report. Until September 2021 a row held pairs of question and answer behind a header of five
// cells; since then each question has a table of its own, and the newest reports name question and answer as columns.
// The rows are in the account's zone, the meeting's start above them in UTC.
var zoomPoll = Format{ID: zoomPollID, Kind: Poll, Title: "Zoom poll report",
	Found:  "in Zoom on the web: Reports, Webinar or Meeting, Poll Report, Generate CSV Report",
	Detect: detectZoomPoll, Read: readZoomPoll}

const zoomPollID = "zoom_poll"

var (
	zoomName  = []string{"user name", "name", "participant name", "user name (original name)"}
	zoomEmail = []string{"user email", "email address", "email", "e-mail", "e-mail address"}
	zoomTime  = []string{"submitted date/time", "submitted date and time", "submitted time", "submission time", "date/time", "submitted"}
	// zoomOwn are columns of the newest reports that are no questions.
	zoomOwn = []string{"#", "poll name", "poll title", "poll #", "question #", "question type", "score", "total score", "points"}
)

// pollHeader is the header of one table of a poll report. The questions begin at column from; pairs: each is followed by
// its answer. Columns the report does not have are -1.
type pollHeader struct {
	name, email, at int
	number          int
	question        int // the column of the question's text, in the long layout
	answer          int
	questions       []int // columns whose header is a question
	pairs           int   // where pairs of question and answer begin, or -1
}

// pollHeaderOf reads a row as a header; next is the row below. A header names the respondent, and a time or a running
// number; one in a language nobody listed shows itself by what stands below it.
func pollHeaderOf(row, next tabular.Row) (h pollHeader, ok bool) {
	c := tabular.ColumnsOf(row)
	h = pollHeader{name: c.Index(zoomName...), email: c.Index(zoomEmail...), at: c.Index(zoomTime...), number: c.Index("#"),
		pairs: -1}
	if h.name < 0 || h.email < 0 {
		if h, ok = foreignPollHeader(row, next); !ok {
			return h, false
		}
	}
	h.question, h.answer = c.Index(questionTitles...), c.Index(answerTitles...)
	if h.at < 0 && h.number < 0 || c.Index("join time", "leave time", "registration time", "approval status", "asker name") >= 0 {
		return h, false
	}
	if h.question >= 0 && h.answer >= 0 {
		return h, true
	}
	h.question, h.answer = -1, -1
	own := max(h.name, h.email, h.at, h.number)
	for i, cell := range row.Cells {
		key := tabular.HeaderKey(cell)
		if key == "" || i == h.name || i == h.email || i == h.at || i == h.number || isOneOf(key, zoomOwn) {
			continue
		}
		h.questions = append(h.questions, i)
	}
	if len(h.questions) == 0 {
		h.pairs = own + 1
	}
	return h, true
}

// foreignPollHeader knows a header by its shape: a number sign first, and below it a running number, a name, an address
// or nothing, and a time.
func foreignPollHeader(row, next tabular.Row) (pollHeader, bool) {
	h := pollHeader{name: 1, email: 2, at: 3, question: -1, answer: -1, pairs: -1}
	mail := known(next.Cell(2))
	ok := tabular.Clean(row.Cell(0)) == "#" && isNumber(next.Cell(0)) && tabular.HasInk(next.Cell(1)) &&
		(mail == "" || participant.NormaliseEmail(mail) != "") && isMoment(tabular.Clean(next.Cell(3)))
	return h, ok
}

func isOneOf(s string, list []string) bool {
	for _, x := range list {
		if s == x {
			return true
		}
	}
	return false
}

// isNumber tells whether a cell holds a running number.
func isNumber(cell string) bool {
	s := tabular.Clean(cell)
	for _, r := range s {
		if r < '0' || r > '9' {
			return false
		}
	}
	return s != "" && len(s) < 7
}

// below is the row under row i.
func below(rows []tabular.Row, i int) tabular.Row {
	if i+1 < len(rows) {
		return rows[i+1]
	}
	return tabular.Row{}
}

// detectDepth is how far down the first header of a report may stand.
const detectDepth = 60

func detectZoomPoll(f tabular.File) (int, string) {
	for _, s := range f.Sheets {
		titled := false
		for i, row := range s.Rows[:min(detectDepth, len(s.Rows))] {
			titled = titled || isTitle(row, "poll report", "poll details")
			h, ok := pollHeaderOf(row, below(s.Rows, i))
			switch {
			case ok && titled:
				return 95, "the title of Zoom's poll report and a table of answers"
			case ok && h.at >= 0 && (h.pairs >= 0 || h.number >= 0 || h.question >= 0):
				return 85, "columns of Zoom's poll report: respondent, time, answers"
			}
		}
	}
	return 0, ""
}

// isTitle tells whether a row begins with one of the titles and holds nothing else.
func isTitle(row tabular.Row, titles ...string) bool {
	return onlyFirst(row) && isOneOf(tabular.HeaderKey(row.Cell(0)), titles)
}

// onlyFirst tells whether a row holds something in column 1 and nothing else.
func onlyFirst(row tabular.Row) bool {
	for i, cell := range row.Cells {
		if tabular.HasInk(cell) != (i == 0) {
			return false
		}
	}
	return len(row.Cells) > 0
}

func readZoomPoll(f tabular.File, o Options) (Reading, error) {
	r := Reading{Format: zoomPollID, Kind: Poll}
	_, r.Why = detectZoomPoll(f)
	var responses []response
	var meeting frame
	predefined := true
	for _, s := range f.Sheets {
		var h *pollHeader
		var header tabular.Row
		for i, row := range s.Rows {
			if found, ok := pollHeaderOf(row, below(s.Rows, i)); ok {
				h, header = &found, row
				predefined = predefined && h.pairs >= 0
				continue
			}
			switch {
			case h == nil:
				meetingOf(&meeting, row, below(s.Rows, i))
			case onlyFirst(row) && !isNumber(row.Cell(0)):
				h = nil // the title of the next poll
			default:
				responses = append(responses, h.response(row, header))
			}
		}
	}
	meeting.startUTC = startsWithYear(meeting.start)
	if err := r.build(responses, meeting, o); err != nil {
		return r, err
	}
	if predefined { // the polls of that time offered choices only
		for i := range r.Answers {
			r.Answers[i].Picked = true
		}
	}
	return r, nil
}

// meetingOf takes the meeting's title and start from the block above the answers.
func meetingOf(m *frame, row, values tabular.Row) {
	if c := tabular.ColumnsOf(row); c.Index("topic") >= 0 {
		m.title = known(values.Cell(c.Index("topic")))
		m.start = known(values.Cell(c.Index("actual start time", "start time")))
	}
}

// startsWithYear tells the form in which Zoom prints UTC: "2020-12-14 05:42:34".
func startsWithYear(s string) bool { return len(s) > 4 && isNumber(s[:4]) && s[4] == '-' }

// response reads a row of answers.
func (h *pollHeader) response(row, header tabular.Row) response {
	p := response{line: row.Line, name: known(row.Cell(h.name)), email: known(row.Cell(h.email)), at: known(row.Cell(h.at))}
	switch {
	case h.question >= 0:
		p.asked = append(p.asked, asked{tabular.Clean(row.Cell(h.question)), zoomChoices(row.Cell(h.answer))})
	case h.pairs >= 0:
		for i := h.pairs; i+1 < len(row.Cells); i += 2 {
			p.asked = append(p.asked, asked{tabular.Clean(row.Cells[i]), zoomChoices(row.Cells[i+1])})
		}
	default:
		for _, i := range h.questions {
			p.asked = append(p.asked, asked{tabular.Clean(header.Cell(i)), zoomChoices(row.Cell(i))})
		}
	}
	return p
}

// zoomChoices parts a multiple choice: Zoom joins its options by a semicolon without a blank behind it.
func zoomChoices(cell string) []string {
	var out []string
	start := 0
	for i := 0; i < len(cell); i++ {
		if cell[i] == ';' && !strings.HasPrefix(cell[i+1:], " ") {
			out = append(out, one(cell[start:i])...)
			start = i + 1
		}
	}
	return append(out, one(cell[start:])...)
}
