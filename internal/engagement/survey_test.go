package engagement

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur/internal/tabular"
	"rapporteur/internal/tabular/xlstest"
)

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
		"EUSurvey, the old Excel format": {"eu", "f.xls", "eusurvey_xls", func(_ *testing.T, r [][]string) []byte {
			return xlstest.Book(xlstest.Sheet{Name: "Content", Rows: r})
		}},
		"Microsoft Forms, the old Excel format": {"ms", "f.xls", msFormsID, func(_ *testing.T, r [][]string) []byte {
			return xlstest.Book(xlstest.Sheet{Name: "Sheet1", Rows: r})
		}},
		"EUSurvey, saved as text":      {"eu", "f.csv", eusurveyID, func(t *testing.T, r [][]string) []byte { return asCSV(t, r, ',', false) }},
		"LimeSurvey":                   {"lime", "f.csv", limesurveyID, func(t *testing.T, r [][]string) []byte { return asCSV(t, r, ';', false) }},
		"LimeSurvey, commas in UTF-16": {"lime", "f.csv", limesurveyID, func(t *testing.T, r [][]string) []byte { return asUTF16(asCSV(t, r, ',', false), true) }},
		"LimeSurvey, a workbook":       {"lime", "f.xlsx", limesurveyID, asWorkbook},
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

// EUSurvey goes on in further sheets where it may use no more columns: the questions, who answered and when may stand in
// any of them, and a row in which nothing is answered on the first sheet is none there.
func TestSurveyContinued(t *testing.T) {
	rows := surveyRows("eu")
	for _, columns := range [][]int{{1, 4}, {2, 3}, {3, 7}, {4, 8}} {
		for _, old := range []bool{false, true} {
			at := append(append([]int{0}, columns...), len(rows[3]))
			var f tabular.File
			for n := range len(at) - 1 {
				s := tabular.Sheet{Name: "Content"}
				if n > 0 {
					s.Name += fmt.Sprint(n)
				}
				for i, row := range rows {
					if i >= 3 {
						row = row[at[n]:at[n+1]]
					}
					if r := (tabular.Row{Line: i + 1, Cells: row}); !r.Blank() {
						s.Rows = append(s.Rows, r)
					}
				}
				f.Sheets = append(f.Sheets, s)
			}
			want := eusurveyID
			if f.Encoding = "xlsx"; old {
				f.Encoding, want = tabular.OldWorkbook, "eusurvey_xls"
			}
			format := claimant(t, f)
			r, err := format.Read(f, Options{Zone: bucharest(t), Date: time.Date(2021, 12, 11, 8, 0, 0, 0, time.UTC)})
			if err != nil || format.ID != want || r.Format != want {
				t.Fatalf("%s, %s, %v", format.ID, r.Format, err)
			}
			checkSurvey(t, r, false)
		}
	}
}

// EUSurvey can give each option a column, titled with nothing but the option, behind the empty one of its question.
func TestSurveyOptionsInColumns(t *testing.T) {
	rows := surveyRows("eu")
	for i, row := range rows[3:] {
		split := []string{row[0], ""}
		if i == 0 {
			split = append(append([]string{row[0], channels}, "Europol", "INTERPOL", "MLA"), row[2:]...)
		} else {
			for _, c := range []string{"Europol", "INTERPOL", "MLA"} {
				split = append(split, map[bool]string{true: "Yes", false: "No"}[slices.Contains(survey[i-1].channels, c)])
			}
			split = append(split, row[2:]...)
		}
		rows[3+i] = split
	}
	r := readAs(t, "f.xls", xlstest.Book(xlstest.Sheet{Name: "Content", Rows: rows}))
	checkSurvey(t, r, false)
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

// One title that stands twice is two questions.
func TestAQuestionThatStandsTwice(t *testing.T) {
	rows := [][]string{{"Name", "The first session: useful?", "Comments", "Comments"}, {"Ana Pop", "5", "Good", "Bad"}, {"Eva Pop", "4", "So", ""}, {"Ion Pop", "4", "", "Long"}}
	f, err := tabular.Read("t.csv", asCSV(t, rows, ',', false), tabular.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	r, err := surveyTable.Read(*f, Options{})
	if n := Count(r); err != nil || n.Questions != 3 || len(r.Answers) != 7 {
		t.Errorf("%+v, %d answers, %v", n, len(r.Answers), err)
	}
}
