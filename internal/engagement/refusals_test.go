package engagement

import (
	"strings"
	"testing"
	"time"

	"rapporteur/internal/fault"
	"rapporteur/internal/tabular"
)

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

func FuzzFormats(f *testing.F) {
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
