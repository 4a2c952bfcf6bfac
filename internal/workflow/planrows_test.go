package workflow

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"rapporteur/internal/fault"
	"rapporteur/internal/sample"
)

// TestEveryNumberOfAPlanOpens: what stands behind a number is as many as it says, each with its lines.
func TestEveryNumberOfAPlanOpens(t *testing.T) {
	desk, id := job(t)
	more := sample.Registrations()[0].Data
	header, _, _ := strings.Cut(string(more), "\n")
	row := func(n int, name, mail, channel string) string {
		return fmt.Sprintf("\n%[1]d,%[1]d,00000000-0000-4000-8000-%012[1]x,2020-05-11 11:18:36,2020-05-11 11:18:36,2020-05-11 11:18:36,192.0.2.1,en,%[2]s,Zelenova,%[3]s,Police,Officer,Serbia,Female,Police,%[4]s,Yes",
			9000+n, name, mail, channel)
	}
	list := header + row(1, "Mira", "mira@police.example", "website") + row(2, "Mira", "mira@police.example", "website") + row(3, "Nada", "nada@police.example", "e-mail") +
		row(4, "Olga", "olga@police.example", "website") + row(5, "", "", "website")
	list += "\n" + strings.SplitN(strings.ReplaceAll(string(more), "\r", ""), "\n", 3)[1] // one that is known
	stays := string(manyStays(40))
	stays += "Yes,Mira Zelenova,Mira,Zelenova,mira@police.example,,approved,\"May 28, 2020 14:05:00\",\"May 28, 2020 15:05:00\",60,Serbia\nYes,,,,,,,,,,\n"
	files := []Upload{{Name: "more.csv", Data: []byte(list)}, {Name: "came.csv", Data: []byte(stays)}, {Name: "survey.csv", Data: manyAnswers(30)}}
	plan, err := desk.PlanImport(t.Context(), id, files, ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	opened := map[string]int{}
	opens := func(number, sum string, n int) []PlanRow {
		t.Helper()
		rows, err := plan.Behind(number, sum)
		if err != nil || len(rows) != n {
			t.Errorf("%s says %d, and %d stand behind it: %v", number, n, len(rows), err)
		}
		for _, r := range rows {
			if len(r.Places) == 0 || slices.ContainsFunc(r.Places, func(p PlanPlace) bool { return p.File == "" || p.Line == 0 }) || r.Name+r.Email+r.Cells == "" && !strings.HasPrefix(number, "remark") { // a remark may be on a line above the rows
				t.Errorf("%s: %+v", number, r)
			}
		}
		opened[number] = n
		return rows
	}
	for _, f := range plan.Plan().Files {
		opens("new", f.SHA256, f.New)
		opens("changed", f.SHA256, f.Changed)
		opens("known", f.SHA256, f.Known)
		opens("left_out", f.SHA256, f.LeftOut)
		for reason, n := range f.Skipped {
			opens("left_out/"+reason, f.SHA256, n)
		}
		for i, r := range f.Remarks {
			if len(r.Lines) > 0 {
				opens(fmt.Sprint("remark/", i), f.SHA256, r.Count)
			}
		}
	}
	for of, effect := range map[string]any{"registrations": plan.whole.Effects.Registrations, "attendance": plan.whole.Effects.Attendance} {
		var numbers map[string]any
		text, err := json.Marshal(effect)
		if err != nil || json.Unmarshal(text, &numbers) != nil {
			t.Fatal(err)
		}
		for name, n := range numbers {
			if n, is := n.(float64); is && name != "seats" {
				opens(of+"/"+name, "", int(n))
			}
		}
	}
	for _, r := range plan.whole.Effects.Registrations.Barred {
		if rows := opens("registrations/barred/"+r.Reason, "", r.N); rows[0].Why != r.Reason || rows[0].Name != "Nada Zelenova" {
			t.Errorf("barred: %+v", rows)
		}
	}
	if rows := opens("registrations/new_persons", "", 4); len(rows[0].Places) != 2 { // Mira registers twice
		t.Errorf("persons: %+v", rows)
	}
	for _, number := range []string{"registrations/wait", "registrations/duplicates", "attendance/certain", "attendance/walk_ins"} {
		if opened[number] == 0 {
			t.Errorf("%s is never more than nought here", number)
		}
	}
	for _, number := range []string{"", "seats", "registrations/seats", "attendance/barred", "remark/99"} {
		if _, err := plan.Behind(number, ""); !fault.Is(err, fault.NotFound) {
			t.Errorf("%q: %v", number, err)
		}
	}
}

// TestRowsOfTwoSheetsAreTold: sheets of one file have the same lines, and a row opens the one who stands in it.
func TestRowsOfTwoSheetsAreTold(t *testing.T) {
	desk, id := job(t)
	table := func(names ...string) string {
		out := "<table><tr><th>Name (Original Name)</th><th>User Email</th><th>Join Time</th><th>Leave Time</th><th>Duration (Minutes)</th><th>Guest</th></tr>"
		for _, name := range names {
			out += "<tr><td>" + name + "</td><td></td><td>28/05/2020 14:00:00</td><td>28/05/2020 15:00:00</td><td>60</td><td>Yes</td></tr>"
		}
		return out + "</table>"
	}
	page := "<html><body>" + table("Mira Zelenova", "Nada Zelenova") + table("Olga Krstova", "Nada Zelenova") + "</body></html>"
	plan, err := desk.PlanImport(t.Context(), id, []Upload{{Name: "both.xls", Data: []byte(page)}}, ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for number, want := range map[string][]string{"new": {"Mira Zelenova", "Nada Zelenova", "Olga Krstova"}, "known": {"Nada Zelenova"}} {
		rows, err := plan.Behind(number, plan.Plan().Files[0].SHA256)
		var names []string
		for _, r := range rows {
			names = append(names, r.Name)
		}
		if err != nil || !slices.Equal(names, want) {
			t.Errorf("%s: %q %v", number, names, err)
		}
	}
}
