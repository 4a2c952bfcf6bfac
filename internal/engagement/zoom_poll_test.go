package engagement

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/charmap"
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

// pollTable writes the truth as one layout of a poll report; clock prints local times.
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

// Options are joined by a bare semicolon; one with a blank behind it belongs to an option.
func TestChoicesOfZoom(t *testing.T) {
	for cell, want := range map[string][]string{"A;B": {"A", "B"}, "Yes; in part;No": {"Yes; in part", "No"}, "A;": {"A"}, ";": nil, " A ; ": {"A ;"}, "": nil} {
		if got := zoomChoices(cell); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", cell, got, want)
		}
	}
}
