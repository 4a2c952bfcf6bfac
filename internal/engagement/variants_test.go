package engagement

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"

	"rapporteur/internal/fault"
	"rapporteur/internal/tabular"
)

// given is the truth of one answer: who, at which second of the poll, to which question, what.
type given struct {
	name, email string
	second      int
	question    string
	answers     []string
}

const (
	q1 = "Has your office a contact point?"
	q2 = "Which channels do you use, and when?"
)

// truth is what six invented respondents said; two of them gave no name.
var truth = []given{
	{"Şükrü Öztürk", "sukru@egm.example", 5, q1, []string{"Yes"}}, {"Şükrü Öztürk", "sukru@egm.example", 5, q2, []string{"Europol", "INTERPOL"}},
	{"Željka Ćosić", "zeljka@mup.example", 7, q1, []string{"No"}}, {"Željka Ćosić", "zeljka@mup.example", 7, q2, []string{"Europol"}},
	{"Ana Maria Pop", "", 9, q1, []string{"Yes"}}, {"Ana Maria Pop", "", 9, q2, []string{"INTERPOL"}},
	{"", "", 9, q1, []string{"Yes"}}, {"", "", 9, q2, []string{"INTERPOL"}},
	{"", "", 9, q1, []string{"Yes"}}, {"", "", 9, q2, []string{"INTERPOL"}},
	{"Lirim Gashi", "lirim@pp.example", 31, q1, []string{"Not my task"}}, {"Lirim Gashi", "lirim@pp.example", 31, q2, []string{"Europol", "INTERPOL"}},
}

// instant is the second of an answer: the poll opened at 10:20 in Bucharest on a day that can be read in two ways.
func instant(second int) time.Time {
	return time.Date(2021, 12, 11, 8, 20, second, 0, time.UTC)
}

// sheetWith writes the truth as one layout of a poll report; clock prints local times.
func pollTable(layout, clock, nobody string) [][]string {
	local := func(s int) string { return instant(s).Add(2 * time.Hour).Format(clock) }
	name := func(g given) string {
		if g.name == "" {
			return nobody
		}
		return g.name
	}
	var rows [][]string
	switch layout {
	case "pairs":
		rows = append(rows, []string{"#", "User Name", "User Email", "Submitted Date/Time", ""})
		for i := 0; i < len(truth); i += 2 {
			a, b := truth[i], truth[i+1]
			rows = append(rows, []string{fmt.Sprint(i/2 + 1), name(a), a.email, local(a.second), a.question, strings.Join(a.answers, ";"), b.question, strings.Join(b.answers, ";"), ""})
		}
	case "tables":
		for _, q := range []string{q1, q2} {
			rows = append(rows, []string{"#", "User Name", "User Email", "Submitted Date/Time", q})
			for _, a := range truth {
				if a.question == q {
					rows = append(rows, []string{"1", name(a), a.email, local(a.second), strings.Join(a.answers, ";")})
				}
			}
		}
	case "wide":
		rows = append(rows, []string{"#", "User Name", "Email Address", "Submitted Date and Time", q1, q2})
		for i := 0; i < len(truth); i += 2 {
			a, b := truth[i], truth[i+1]
			rows = append(rows, []string{fmt.Sprint(i), name(a), a.email, local(a.second), strings.Join(a.answers, ";"), strings.Join(b.answers, ";")})
		}
	case "long":
		rows = append(rows, []string{"#", "User Name", "Email Address", "Submitted Date and Time", "Question", "Answer"})
		for i, a := range truth {
			rows = append(rows, []string{fmt.Sprint(i), name(a), a.email, local(a.second), a.question, strings.Join(a.answers, ";")})
		}
	}
	return rows
}

// preamble is the block above the answers.
func preamble(rows [][]string) [][]string {
	return append([][]string{{"Poll Report"}, {"Report Generated:", "2021-12-12 07:00:00"},
		{"Topic", "Meeting ID", "Actual Start Time", "Actual Duration (minutes)"}, {"A webinar", "945 0207 3867", "2021-12-11 07:58:00", "138"}, {"Poll Details"}}, rows...)
}

func asCSV(t *testing.T, rows [][]string, comma rune, crlf bool) []byte {
	t.Helper()
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma, w.UseCRLF = comma, crlf
	if err := w.WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func asUTF16(text []byte, big bool) []byte {
	out := []byte{0xff, 0xfe}
	if big {
		out = []byte{0xfe, 0xff}
	}
	for _, u := range utf16.Encode([]rune(string(text))) {
		if big {
			out = append(out, byte(u>>8), byte(u))
		} else {
			out = append(out, byte(u), byte(u>>8))
		}
	}
	return out
}

func asWorkbook(t *testing.T, rows [][]string) []byte {
	t.Helper()
	book := excelize.NewFile()
	for i, row := range rows {
		if err := book.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	b, err := book.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// readAs reads bytes in the one format that claims them.
func readAs(t *testing.T, name string, data []byte) Reading {
	t.Helper()
	f, err := tabular.Read(name, data, tabular.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	day := time.Date(2021, 12, 11, 8, 0, 0, 0, time.UTC)
	r, err := claimant(t, *f).Read(*f, Options{Zone: bucharest(t), Date: day, Start: day, End: day.Add(2 * time.Hour)})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// said is what a reading says, in a form that can be compared: who, when, what was asked and answered.
func said(r Reading, times bool) []string {
	var out []string
	for _, a := range r.Answers {
		at := ""
		if times {
			at = a.At.UTC().Format("15:04:05")
		}
		out = append(out, strings.Join([]string{a.Name, a.Email, at, a.Question, strings.Join(a.Given, "+")}, "|"))
	}
	slices.Sort(out)
	return out
}

func theTruth(clock string) []string {
	var out []string
	for _, g := range truth {
		at := ""
		if clock != "" {
			t, err := time.Parse(clock, instant(g.second).Format(clock))
			if err != nil {
				panic(err)
			}
			at = t.Format("15:04:05")
		}
		out = append(out, strings.Join([]string{g.name, g.email, at, g.question, strings.Join(g.answers, "+")}, "|"))
	}
	slices.Sort(out)
	return out
}

// latin drops what a code page of western Europe lacks.
var latin = strings.NewReplacer("Ş", "S", "Ć", "C", "ć", "c", "Ž", "Z")

// TestPollVariants writes one truth as every layout, encoding and spelling of a poll report and reads it back.
func TestPollVariants(t *testing.T) {
	const zoom, iso, dmy, mdy, minutes = "Jan 2, 2006 15:04:05", "2006-01-02 15:04:05", "02/01/2006 15:04:05", "01/02/2006 03:04:05 PM", "2006-01-02 15:04"
	for name, c := range map[string]struct {
		data  func(*testing.T) []byte
		file  string
		clock string
	}{
		"pairs of question and answer": {func(t *testing.T) []byte {
			return asCSV(t, preamble(pollTable("pairs", zoom, "Anonymous Attendee")), ',', false)
		}, "a.csv", zoom},
		"a table for each question": {func(t *testing.T) []byte {
			return asCSV(t, preamble(pollTable("tables", zoom, "Anonymous Attendee")), ',', false)
		}, "a.csv", zoom},
		"a column for each question": {func(t *testing.T) []byte {
			return asCSV(t, preamble(pollTable("wide", mdy, "Anonymous Attendee")), ',', true)
		}, "a.csv", mdy},
		"columns of question and answer": {func(t *testing.T) []byte {
			return asCSV(t, preamble(pollTable("long", mdy, "Anonymous Attendee")), ',', true)
		}, "a.csv", mdy},
		"saved again without its titles": {func(t *testing.T) []byte {
			return asCSV(t, pollTable("pairs", minutes, "Anonymous Attendee"), ';', true)
		}, "a.csv", minutes},
		"saved again day first": {func(t *testing.T) []byte { return asCSV(t, preamble(pollTable("pairs", dmy, "Anonymous")), ';', true) }, "a.csv", dmy},
		"UTF-16, low byte first, tabs": {func(t *testing.T) []byte {
			return asUTF16(asCSV(t, preamble(pollTable("tables", iso, "")), '\t', true), false)
		}, "a.csv", iso},
		"UTF-16, high byte first": {func(t *testing.T) []byte {
			return asUTF16(asCSV(t, preamble(pollTable("wide", iso, "")), ',', false), true)
		}, "a.csv", iso},
		"UTF-8 with its mark": {func(t *testing.T) []byte {
			return append([]byte("\ufeff"), asCSV(t, preamble(pollTable("long", iso, "anonymous")), ',', false)...)
		}, "a.csv", iso},
		"a workbook": {func(t *testing.T) []byte {
			return asWorkbook(t, preamble(pollTable("tables", iso, "Anonimni polaznik")))
		}, "a.xlsx", iso},
		"a workbook of pairs": {func(t *testing.T) []byte {
			return asWorkbook(t, preamble(pollTable("pairs", zoom, "Anonim Katılımcı")))
		}, "a.xlsx", zoom},
		"headers in a language nobody lists": {func(t *testing.T) []byte { return foreignPoll(t) }, "a.csv", iso},
		"every cell padded": {func(t *testing.T) []byte {
			return asCSV(t, padded(preamble(pollTable("tables", zoom, "Anonymous Attendee"))), ',', false)
		}, "a.csv", zoom},
	} {
		t.Run(name, func(t *testing.T) {
			r := readAs(t, c.file, c.data(t))
			if got, want := said(r, true), theTruth(c.clock); !reflect.DeepEqual(got, want) {
				t.Errorf("got  %q\nwant %q", got, want)
			}
			if n := Count(r); n.Respondents != 4 || n.Questions != 2 || r.Kind != Poll || r.Format != zoomPollID {
				t.Errorf("%+v %s %s", n, r.Kind, r.Format)
			}
		})
	}
}

// foreignPoll is a report whose header is in another script.
func foreignPoll(t *testing.T) []byte {
	rows := pollTable("tables", "2006-01-02 15:04:05", "Anonymous Attendee")
	for _, row := range rows {
		if row[0] == "#" {
			copy(row[1:], []string{"사용자 이름", "사용자 이메일", "제출 날짜/시간"})
		}
	}
	return asCSV(t, rows, ',', false)
}

// padded makes every row as wide as the widest.
func padded(rows [][]string) [][]string {
	for i := range rows {
		for len(rows[i]) < 9 {
			rows[i] = append(rows[i], "")
		}
	}
	return rows
}

// A code page of the region keeps its letters.
func TestPollInACodePage(t *testing.T) {
	text := latin.Replace(string(asCSV(t, preamble(pollTable("pairs", "2006-01-02 15:04:05", "Anonymous Attendee")), ';', true)))
	data, err := charmap.Windows1252.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	r := readAs(t, "a.csv", data)
	if got := said(r, true); !slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, "Sükrü Öztürk|") }) {
		t.Errorf("%q", got)
	}
}

// The newest layout knows no time.
func TestPollWithoutTimes(t *testing.T) {
	rows := [][]string{{"Poll Report"}, {"Topic", "Meeting ID", "Actual Start Time"}, {"A webinar", "1", "2021-12-11 07:58:00"}, {"#", "User Name", "Email Address", q1}}
	for i, g := range truth {
		if g.question == q1 {
			rows = append(rows, []string{fmt.Sprint(i), g.name, g.email, strings.Join(g.answers, ";")})
		}
	}
	r := readAs(t, "a.csv", asCSV(t, rows, ',', false))
	if n := Count(r); n.Responses != 6 || n.Respondents != 4 || n.Anonymous != 2 || !r.Answers[0].At.IsZero() {
		t.Errorf("%+v", n)
	}
}

// The rows are in the account's zone although the start above them is in UTC.
func TestZoneTrap(t *testing.T) {
	r := readAs(t, "a.csv", asCSV(t, preamble(pollTable("pairs", "Jan 2, 2006 15:04:05", "Anonymous Attendee")), ',', false))
	if want := time.Date(2021, 12, 11, 7, 58, 0, 0, time.UTC); !r.Start.Equal(want) {
		t.Errorf("start %v, want %v", r.Start, want)
	}
	if !r.Answers[0].At.Equal(instant(5)) {
		t.Errorf("first answer %v, want %v", r.Answers[0].At, instant(5))
	}
}

// A copy without seconds, in another layout and order, is the same answers.
func TestCopiesAreTheSameAnswers(t *testing.T) {
	whole := readAs(t, "a.csv", asCSV(t, preamble(pollTable("pairs", "Jan 2, 2006 15:04:05", "Anonymous Attendee")), ',', false))
	rows := pollTable("pairs", "02.01.2006 15:04", "Anonymous Attendee")
	slices.Reverse(rows[1:])
	worn := readAs(t, "copy.csv", asCSV(t, rows, ';', true))
	if got, want := keysOf(worn), keysOf(whole); !reflect.DeepEqual(got, want) {
		t.Errorf("keys differ:\n%v\n%v", got, want)
	}
	if n := len(slices.Compact(keysOf(whole))); n != len(truth) {
		t.Errorf("%d keys of %d answers", n, len(truth))
	}
}

func keysOf(r Reading) []string {
	var keys []string
	for _, a := range r.Answers {
		keys = append(keys, a.Key)
	}
	slices.Sort(keys)
	return keys
}

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

// survey is the truth of a form about a webinar.
var survey = []struct {
	name, email, useful string
	channels            []string
	words               string
}{
	{"Şükrü Öztürk", "sukru@egm.example", "5", []string{"Europol", "INTERPOL"}, "More time; fewer slides, please"},
	{"Željka Ćosić", "zeljka@mup.example", "4", []string{"Europol"}, ""},
	{"Lirim Gashi", "lirim@pp.example", "5", []string{"INTERPOL"}, "Nothing, thank you"},
	{"Ana Maria Pop", "ana@sud.example", "5", []string{"Europol", "MLA"}, ""},
	{"", "", "4", []string{"MLA"}, ""},
	{"", "", "5", []string{"Europol", "INTERPOL", "MLA"}, "The sound"},
}

const (
	useful   = "How useful was the webinar?"
	channels = "Which channels of co-operation do you use?"
	wishes   = "What should be better?"
)

func surveyRows(layout string) [][]string {
	var rows [][]string
	for i, s := range survey {
		at := time.Date(2021, 12, 13, 9, i, 0, 0, time.UTC)
		long := func(t time.Time) string { return t.Format("2006-01-02 15:04:05") }
		switch layout {
		case "ms":
			mail := s.email
			if mail == "" {
				mail = "anonymous"
			}
			rows = append(rows, []string{fmt.Sprint(i + 1), at.Format("1/2/06 15:04:05"), at.Add(time.Minute).Format("1/2/06 15:04:05"), mail, s.name, "", s.useful, strings.Join(s.channels, ";") + ";", s.words})
		case "google":
			rows = append(rows, []string{at.Format("2006/01/02 3:04:05 PM") + " GMT+2", s.email, s.name, s.useful, strings.Join(s.channels, ", "), s.words})
		case "eu":
			rows = append(rows, []string{s.useful, strings.Join(s.channels, "; "), s.words, s.email, "", fmt.Sprintf("c0ffee-%02d", i), "", long(at), long(at), "en"})
		case "lime":
			tick := func(c string) string {
				if slices.Contains(s.channels, c) {
					return "Yes"
				}
				return "No"
			}
			rows = append(rows, []string{fmt.Sprint(i + 3), long(at), "2", "en", s.email, s.useful, tick("Europol"), tick("INTERPOL"), tick("MLA"), s.words})
		case "plain":
			rows = append(rows, []string{s.name, s.email, s.useful, strings.Join(s.channels, ", "), s.words})
		}
	}
	header := map[string][]string{
		"ms":     {"ID", "Start time", "Completion time", "Email", "Name", "Last modified time", useful + "\u00a0", channels, wishes},
		"google": {"Zeitstempel", "E-Mail-Adresse", "Name", useful, channels, wishes},
		"eu":     {useful, channels, wishes, "E-mail address", "Invitation Number", "Contribution Id", "User Name", "Creation Date", "Last Update", "Languages"},
		"lime":   {"id", "submitdate", "lastpage", "startlanguage", "E-mail", useful, channels + " [Europol]", channels + " [INTERPOL]", channels + " [MLA]", wishes},
		"plain":  {"Name", "E-mail", useful, channels, wishes},
	}[layout]
	rows = append([][]string{header}, rows...)
	if layout == "eu" {
		rows = append([][]string{{"Alias", "feedback"}, {"Export Date", "2021-12-14 10:00:00"}, {}}, rows...)
	}
	return rows
}

// TestSurveyVariants writes one survey as every form system and encoding writes it and reads it back.
func TestSurveyVariants(t *testing.T) {
	for name, c := range map[string]struct {
		layout, file, format string
		data                 func(*testing.T, [][]string) []byte
	}{
		"Microsoft Forms, a workbook":       {"ms", "f.xlsx", msFormsID, asWorkbook},
		"Microsoft Forms, saved as text":    {"ms", "f.csv", msFormsID, func(t *testing.T, r [][]string) []byte { return asCSV(t, r, ',', true) }},
		"Microsoft Forms, tabs in UTF-16":   {"ms", "f.txt", msFormsID, func(t *testing.T, r [][]string) []byte { return asUTF16(asCSV(t, r, '\t', true), false) }},
		"Google Forms":                      {"google", "f.csv", googleFormsID, func(t *testing.T, r [][]string) []byte { return asCSV(t, r, ',', false) }},
		"Google Forms, semicolons":          {"google", "f.csv", googleFormsID, func(t *testing.T, r [][]string) []byte { return asCSV(t, r, ';', true) }},
		"Google Forms, a copy of the sheet": {"google", "f.xlsx", googleFormsID, asWorkbook},
		"EUSurvey, a workbook":              {"eu", "f.xlsx", eusurveyID, asWorkbook},
		"EUSurvey, saved as text":           {"eu", "f.csv", eusurveyID, func(t *testing.T, r [][]string) []byte { return asCSV(t, r, ',', false) }},
		"LimeSurvey":                        {"lime", "f.csv", limesurveyID, func(t *testing.T, r [][]string) []byte { return asCSV(t, r, ';', false) }},
		"LimeSurvey, commas in UTF-16":      {"lime", "f.csv", limesurveyID, func(t *testing.T, r [][]string) []byte { return asUTF16(asCSV(t, r, ',', false), true) }},
		"LimeSurvey, a workbook":            {"lime", "f.xlsx", limesurveyID, asWorkbook},
	} {
		t.Run(name, func(t *testing.T) {
			r := readAs(t, c.file, c.data(t, surveyRows(c.layout)))
			checkSurvey(t, r, c.layout != "eu" && c.layout != "lime")
			if r.Format != c.format {
				t.Errorf("format %s, want %s", r.Format, c.format)
			}
			for _, a := range r.Answers {
				if a.Phase != After || a.At.IsZero() {
					t.Fatalf("phase %s at %v", a.Phase, a.At)
				}
			}
		})
	}
}

// checkSurvey compares a reading with the truth; names tells whether the layout has them.
func checkSurvey(t *testing.T, r Reading, names bool) {
	t.Helper()
	var want []string
	for _, s := range survey {
		who := "|" + s.email
		if names {
			who = s.name + who
		}
		want = append(want, who+"|"+useful+"|"+s.useful, who+"|"+channels+"|"+strings.Join(s.channels, "+"))
		if s.words != "" {
			want = append(want, who+"|"+wishes+"|"+s.words)
		}
	}
	var got []string
	for _, a := range r.Answers {
		got = append(got, a.Name+"|"+a.Email+"|"+a.Question+"|"+strings.Join(a.Given, "+"))
	}
	slices.Sort(want)
	slices.Sort(got)
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if n := Count(r); n != (Counts{Responses: 6, Respondents: 4, Anonymous: 2, Questions: 3}) || r.Kind != Survey {
		t.Errorf("%+v %s", n, r.Kind)
	}
}

// A table that no form system wrote is read where the officer says that it is a survey, and claimed by nobody before.
func TestSurveyByTheOfficersWord(t *testing.T) {
	for name, rows := range map[string][][]string{
		"a header and answers":     surveyRows("plain"),
		"a title above the header": append([][]string{{"Answers of December"}}, surveyRows("plain")...),
	} {
		f, err := tabular.Read("t.csv", asCSV(t, rows, ';', true), tabular.DefaultLimits())
		if err != nil {
			t.Fatal(err)
		}
		for _, format := range Formats() {
			if c, _ := format.Detect(*f); c > 0 {
				t.Errorf("%s: %s claims a plain table", name, format.ID)
			}
		}
		r, err := surveyTable.Read(*f, Options{Phase: Before})
		if err != nil {
			t.Fatal(err)
		}
		checkSurvey(t, r, true)
		if r.Answers[0].Phase != Before {
			t.Errorf("phase %s is not the officer's", r.Answers[0].Phase)
		}
	}
}

// A registration is no survey, whatever form system it comes from.
func TestRegistrationsAreNoSurvey(t *testing.T) {
	at := "2021-12-01 10:00:00"
	for name, rows := range map[string][][]string{
		"Microsoft Forms": {{"ID", "Start time", "Completion time", "Email", "Name", "First name", "Last name", "Organisation", "Job title", "Country", "Sector"},
			{"1", at, at, "anonymous", "", "Ana", "Pop", "Police", "Inspector", "Romania", "Police"}, {"2", at, at, "anonymous", "", "Ion", "Pop", "Police", "Judge", "Romania", "Police"},
			{"3", at, at, "anonymous", "", "Eva", "Pop", "Court", "Judge", "Romania", "Judiciary"}},
		"Google Forms": {{"Timestamp", "Full name", "E-mail", "Institution", "Position", "How did you hear of us?"},
			{at, "Ana Pop", "a@x.example", "Police", "Inspector", "Mail"}, {at, "Ion Pop", "b@x.example", "Court", "Judge", "Mail"}, {at, "Eva Pop", "c@x.example", "Court", "Judge", "Web"}},
		"EUSurvey": {{"Alias", "reg"}, {"First name", "Last name", "Please name the institution you work for", "Which function do you have there?", "Contribution Id", "Creation Date"},
			{"Ana", "Pop", "Police of Iași", "Inspector", "1", at}, {"Ion", "Pop", "Court of Iași", "Judge", "2", at}, {"Eva", "Pop", "Bar of Cluj", "Lawyer", "3", at}},
		"LimeSurvey": {{"id", "submitdate", "lastpage", "firstname", "lastname", "email", "Which sector? [Judiciary]", "Which sector? [Police]"},
			{"1", at, "2", "Ana", "Pop", "a@x.example", "Yes", "No"}, {"2", at, "2", "Ion", "Pop", "b@x.example", "No", "Yes"}, {"3", at, "2", "Eva", "Pop", "c@x.example", "No", "Yes"}},
		"a channel": {{"ID", "Start time", "Completion time", "Email", "Name", "Contact e-mail", "How did this registration reach us?", "Which topics?"},
			{"1", at, at, "anonymous", "Ana Pop", "a@x.example", "By e-mail", "Crypto"}, {"2", at, at, "anonymous", "Ion Pop", "b@x.example", "By e-mail", "Crypto"},
			{"3", at, at, "anonymous", "Eva Pop", "c@x.example", "Website", "Crypto"}},
	} {
		f, err := tabular.Read("r.csv", asCSV(t, rows, ',', false), tabular.DefaultLimits())
		if err != nil {
			t.Fatal(err)
		}
		for _, format := range Formats() {
			// Where a form asks for names and an address alone, a weak claim stands behind that of a registration.
			if c, why := format.Detect(*f); c > 50 || c > 0 && name != "LimeSurvey" {
				t.Errorf("%s: %s claims it, %d, %s", name, format.ID, c, why)
			}
		}
	}
}

// What cannot be read is refused in a sentence, never with a value of the file.
func TestRefusals(t *testing.T) {
	for name, c := range map[string]struct {
		rows [][]string
		code fault.Code
	}{
		"no answers":       {preamble([][]string{{"#", "User Name", "User Email", "Submitted Date/Time", ""}}), fault.Unreadable},
		"empty answers":    {preamble([][]string{{"#", "User Name", "User Email", "Submitted Date/Time", q1}, {"1", "Ana", "a@x.example", "2021-12-11 10:20:00", ""}}), fault.Unreadable},
		"dates two ways":   {preamble([][]string{{"#", "User Name", "User Email", "Submitted Date/Time", q1}, {"1", "Ana", "a@x.example", "05/06/2021 10:20:00", "Yes"}}), fault.Ambiguous},
		"no questions yet": {[][]string{{"#", "Question", "Asker Name", "Asker Email", "Answer(s)"}}, fault.Unreadable},
	} {
		f, err := tabular.Read("r.csv", asCSV(t, c.rows, ',', false), tabular.DefaultLimits())
		if err != nil {
			t.Fatal(err)
		}
		_, err = claimant(t, *f).Read(*f, Options{Zone: time.UTC})
		if !fault.Is(err, c.code) || strings.Contains(err.Error(), "Ana") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A row whose time cannot be read still counts, and the officer is told of it.
func TestATimeThatCannotBeRead(t *testing.T) {
	rows := [][]string{{"#", "User Name", "User Email", "Submitted Date/Time", q1}, {"1", "Ana", "a@x.example", "2021-12-11 10:20:00", "Yes"}, {"2", "Ion", "i@x.example", "soon", "No"}}
	r := readAs(t, "r.csv", asCSV(t, rows, ',', false))
	if len(r.Answers) != 2 || len(r.Problems) != 1 || r.Problems[0].Line != 3 {
		t.Errorf("%d answers, problems %+v", len(r.Answers), r.Problems)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("#,User Name,User Email,Submitted Date/Time,\n1,Ana,a@x.example,2021-12-11 10:20:00,Q,A;B,\n"))
	f.Add([]byte("#,Question,Asker Name,Asker Email,Answer(s)\n1,Q,Ana,,\n,,,,more\n"))
	f.Add([]byte("ID;Start time;Completion time;Q\n1;2021-12-11 10:20;2021-12-11 10:20;5\n"))
	f.Add([]byte("Alias,x\nQ,Contribution Id,Creation Date\nA,1,2021-12-11 10:20\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := tabular.Read("f.csv", data, tabular.Limits{TextRows: 200, Columns: 40})
		if err != nil {
			return
		}
		for _, format := range Formats() {
			r, err := format.Read(*file, Options{Zone: time.UTC})
			if err == nil && (len(r.Answers) == 0 || r.Responses == 0) {
				t.Errorf("%s reads nothing without saying so", format.ID)
			}
		}
	})
}
