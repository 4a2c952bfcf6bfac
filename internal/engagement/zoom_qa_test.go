package engagement

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// question is the truth of one question to the speakers.
type question struct{ text, name, email, answer, at string }

var questions = []question{
	{"Who keeps the logs?", "Željka Ćosić", "zeljka@mup.example", "Answered by e-mail, thank you", "10:31:00"},
	{"May we share\nthe slides?", "Anonymous Attendee", "", "", "10:33:00"},
	{"May we share\nthe slides?", "Anonymous Attendee", "", "live answered", "10:33:00"},
	{"Is \"Article 16\" enough?", "Lirim Gashi", "lirim@pp.example", "Yes; see the guide", "10:40:00"},
	{"And Article 17?", "Lirim Gashi", "lirim@pp.example", "", "10:41:00"},
}

func qaTable(layout string) [][]string {
	var rows [][]string
	for i, q := range questions {
		n := fmt.Sprint(i + 1)
		switch layout {
		case "old":
			rows = append(rows, []string{n, q.text, q.name, q.email, q.answer})
		case "new":
			rows = append(rows, []string{n, q.text, q.name, q.email, "12/11/2021 " + q.at + " AM", q.answer, "", "Speaker", "s@speaker.example"})
		case "turned":
			rows = append(rows, []string{q.email, q.name, q.answer, q.text})
		}
	}
	header := map[string][]string{"old": {"#", "Question", "Asker Name", "Asker Email", "Answer(s)", ""},
		"new":    {"#", "Question", "Asker Name", "Asker Email", "Question Time", "Answer(s)", "Answered Time", "Answer Name", "Answer Email"},
		"turned": {"ASKER EMAIL", "Asker name", "Answer", "QUESTION"}}[layout]
	return append([][]string{header}, rows...)
}

// TestQAVariants writes one list of questions in every layout and encoding and reads it back.
func TestQAVariants(t *testing.T) {
	above := func(rows [][]string) [][]string {
		return append([][]string{{"Q&A Report"}, {"Report Generated:", "Dec 12, 2021 10:00 AM"}, {"Topic", "Webinar ID", "Actual Start Time", "Actual Duration (minutes)", "# Question"},
			{"A webinar", "912 3456 7890", "Dec 11, 2021 9:58 AM", "142", "5"}, {"Question Details"}}, rows...)
	}
	for name, c := range map[string]struct {
		data func(*testing.T) []byte
		file string
	}{
		"the older header":            {func(t *testing.T) []byte { return asCSV(t, above(qaTable("old")), ',', false) }, "a.csv"},
		"the header since 2023":       {func(t *testing.T) []byte { return asCSV(t, above(qaTable("new")), ',', true) }, "a.csv"},
		"another order and no titles": {func(t *testing.T) []byte { return asCSV(t, qaTable("turned"), ',', false) }, "a.csv"},
		"semicolons":                  {func(t *testing.T) []byte { return asCSV(t, above(qaTable("old")), ';', true) }, "a.csv"},
		"UTF-16 with quotation marks": {func(t *testing.T) []byte { return asUTF16(asCSV(t, above(qaTable("new")), ',', true), false) }, "a.csv"},
		"UTF-8 with its mark": {func(t *testing.T) []byte {
			return append([]byte("\ufeff"), asCSV(t, above(qaTable("old")), ',', false)...)
		}, "a.csv"},
		"a workbook":                    {func(t *testing.T) []byte { return asWorkbook(t, above(qaTable("new"))) }, "a.xlsx"},
		"a workbook without its titles": {func(t *testing.T) []byte { return asWorkbook(t, qaTable("old")) }, "a.xlsx"},
		"padded to the widest row":      {func(t *testing.T) []byte { return asCSV(t, padded(above(qaTable("old"))), ',', false) }, "a.csv"},
	} {
		t.Run(name, func(t *testing.T) {
			r := readAs(t, c.file, c.data(t))
			var got, want []string
			for _, a := range r.Answers {
				got = append(got, a.Question+"|"+a.Name+"|"+a.Email+"|"+strings.Join(a.Given, "+"))
			}
			for _, q := range questions {
				asker := q.name
				if q.email == "" {
					asker = ""
				}
				want = append(want, strings.ReplaceAll(q.text, "\n", " ")+"|"+asker+"|"+q.email+"|"+q.answer)
			}
			if !reflect.DeepEqual(got, want) {
				t.Errorf("got  %q\nwant %q", got, want)
			}
			if n := Count(r); n != (Counts{Responses: 5, Respondents: 2, Anonymous: 2, Questions: 5}) || r.Kind != Questions {
				t.Errorf("%+v %s", n, r.Kind)
			}
		})
	}
}
