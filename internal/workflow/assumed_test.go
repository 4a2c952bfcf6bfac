package workflow

import (
	"slices"
	"strings"
	"testing"

	"rapporteur/internal/fault"
	"rapporteur/internal/sample"
)

// bothWays is a list whose only date reads as 3 April and as 4 March, both about as far from the webinar.
const bothWays = "Serial number,Submission ID,Completed,First name,Last name,E-mail\n" +
	"1,901,03/04/2020 14:03%s,Ana,Alfa,ana.alfa@one.example\n2,902,03/04/2020 14:03%s,Boro,Beta,boro.beta@two.example\n"

func assumedOf(t *testing.T, f FilePlan, field string) Assumption {
	t.Helper()
	i := slices.IndexFunc(f.Assumed, func(a Assumption) bool { return a.Field == field })
	if i < 0 {
		t.Fatalf("nothing is assumed of the %s: %+v", field, f.Assumed)
	}
	return f.Assumed[i]
}

// An order of dates that nothing decides, and one that only AM and PM speak for, is asked: the plan shows both readings
// and is not carried out before the officer's word.
func TestOpenDateOrderIsAsked(t *testing.T) {
	for name, text := range map[string]string{"open": listOf(bothWays, ""), "half days": listOf(bothWays, " PM")} {
		t.Run(name, func(t *testing.T) {
			desk, id := job(t)
			files := []Upload{{Name: "list.csv", Data: []byte(text)}}
			plan, err := desk.PlanImport(t.Context(), id, files, ImportOptions{})
			if err != nil {
				t.Fatal(err)
			}
			p := plan.Plan()
			a := assumedOf(t, p.Files[0], OfDateOrder)
			if !a.Asked || !p.Asks() || p.NoOp() || p.New != 0 || p.Files[0].Rows != 2 {
				t.Errorf("the plan asks nothing: %+v", p)
			}
			if len(a.Choices) != 2 || a.Choices[0].Examples[0] != "3 April 2020" || a.Choices[1].Examples[0] != "4 March 2020" {
				t.Errorf("the readings shown: %+v", a.Choices)
			}
			if err := desk.CommitImport(t.Context(), plan); !fault.Is(err, fault.Ambiguous) {
				t.Errorf("committed without an answer: %v", err)
			}
			for order, day := range map[string]string{"dmy": "2020-04-03", "mdy": "2020-03-04"} {
				said := map[string]FileSaid{p.Files[0].SHA256: {DateOrder: order}}
				answered, err := desk.PlanImport(t.Context(), id, files, ImportOptions{Files: said})
				if err != nil {
					t.Fatal(err)
				}
				a := assumedOf(t, answered.Plan().Files[0], OfDateOrder)
				if a.Asked || !a.Said || a.Value != order || answered.Plan().New != 2 {
					t.Errorf("answered %s: %+v", order, answered.Plan())
				}
				if got := answered.registrations.readings[0].Registrations[0].Submitted.Format("2006-01-02"); got != day {
					t.Errorf("%s is read as %s", order, got)
				}
			}
		})
	}
}

// Each file has its own word: what is said of one leaves the others as they are.
func TestSaidOfOneFile(t *testing.T) {
	desk, id := job(t)
	one := Upload{Name: "one.csv", Data: []byte(listOf(bothWays, ""))}
	other := Upload{Name: "other.csv", Data: []byte("Serial number;Submission ID;Completed;First name;Last name;E-mail\n1;911;28.04.2020 14:03;\xd0or\xf0e;\x8aari\xe6;dj@three.example\n")}
	plan, err := desk.PlanImport(t.Context(), id, []Upload{one, other}, ImportOptions{Files: map[string]FileSaid{other.SHA256(): {Encoding: "windows-1252"}}})
	if err != nil {
		t.Fatal(err)
	}
	files := plan.Plan().Files
	if got := files[0].Asks(); !slices.Equal(got, []string{OfDateOrder}) {
		t.Errorf("the first file asks %v", got)
	}
	if a := assumedOf(t, files[1], OfEncoding); a.Value != "windows-1252" || !a.Said || a.Examples[0] != "Ðorðe" || len(a.Choices) != 4 {
		t.Errorf("the other file: %+v", a)
	}
	if a := assumedOf(t, files[1], OfDelimiter); a.Value != ";" || a.Said || a.Why == "" {
		t.Errorf("its delimiter: %+v", a)
	}
	if a := assumedOf(t, files[1], OfZone); a.Value != "Europe/Bucharest" || a.Why == "" {
		t.Errorf("its zone: %+v", a)
	}
	if _, err := desk.PlanImport(t.Context(), id, []Upload{one}, ImportOptions{FileSaid: FileSaid{DateOrder: "ydm"}}); !fault.Is(err, fault.Invalid) {
		t.Errorf("an order that there is not: %v", err)
	}
}

func listOf(list, halfDay string) string { return strings.ReplaceAll(list, "%s", halfDay) }

// The very file again is told with its day; a file whose clocks are whole hours off is offered another zone and read as it
// is until the officer takes it.
func TestMetAndOffered(t *testing.T) {
	desk, id := job(t)
	files := uploads(sample.Attendance())[:1]
	off, err := desk.PlanImport(t.Context(), id, files, ImportOptions{FileSaid: FileSaid{Zone: "Europe/London"}})
	if err != nil {
		t.Fatal(err)
	}
	f := off.Plan().Files[0]
	if f.Shift == nil || f.Shift.Zone != "Etc/GMT-3" || f.Zone != "Europe/London" {
		t.Fatalf("offered %+v in %s", f.Shift, f.Zone)
	}
	taken, err := desk.PlanImport(t.Context(), id, files, ImportOptions{Files: map[string]FileSaid{f.SHA256: {Zone: f.Shift.Zone}}})
	if err != nil {
		t.Fatal(err)
	}
	if g := taken.Plan().Files[0]; g.Shift != nil || g.Zone != "Etc/GMT-3" || g.Met != "" {
		t.Errorf("taken: %+v, %s, %q", g.Shift, g.Zone, g.Met)
	}
	if err := desk.CommitImport(t.Context(), taken); err != nil {
		t.Fatal(err)
	}
	again, err := desk.PlanImport(t.Context(), id, files, ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if p := again.Plan(); !p.NoOp() || !strings.HasPrefix(p.Files[0].Met, "This very file was imported on") {
		t.Errorf("again: %d new, %q", p.New, p.Files[0].Met)
	}
}
