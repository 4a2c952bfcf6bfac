package workflow

import (
	"slices"
	"strings"
	"testing"

	"rapporteur/internal/change"
	"rapporteur/internal/fault"
	"rapporteur/internal/intake"
	"rapporteur/internal/sample"
)

var fewAnswers = Upload{Name: "poll.csv", Data: []byte("Poll Report\nReport Generated:,\"May 29, 2020 10:12 AM\"\nTopic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Question\n" +
	"A test,912 3456 7890,\"May 28, 2020 1:44 PM\",142,1\nPoll Details\n#,User Name,User Email,Submitted Date/Time,\n" +
	"1,Ana Alfa,ana@one.example,\"May 28, 2020 15:10:02\",Was it useful?,Yes,\n")}

// fresh is a webinar without any file.
func fresh(t *testing.T) (*Desk, string) {
	t.Helper()
	desk := openUntilEnd(t, t.TempDir(), newCounted())
	w, err := desk.NewWebinar(t.Context(), Upload{Name: "o.txt", Data: sample.Outline()})
	if err != nil {
		t.Fatal(err)
	}
	return desk, w.ID
}

// Everything that was dropped is one plan, one change and one undo; what it says of what follows is what happens.
func TestAnyDropIsOnePlan(t *testing.T) {
	desk, id := fresh(t)
	ctx := t.Context()
	files := slices.Concat([]Upload{fewAnswers}, uploads(sample.Attendance())[:1], []Upload{{Name: "o.txt", Data: sample.Outline()}},
		uploads(sample.Registrations())[:1], uploads(sample.Attendance())[2:3], uploads(sample.Attendance())[:1], []Upload{{Name: "empty.csv"}})
	plan, err := desk.PlanImport(ctx, id, files, ImportOptions{Step: intake.Attendance, Ask: true})
	if err != nil {
		t.Fatal(err)
	}
	p := plan.Plan()
	var kinds []string
	for _, f := range p.Files {
		kinds = append(kinds, f.Kind)
	}
	if want := []string{intake.Registrations, intake.Attendance, intake.Attendance, intake.Poll}; !slices.Equal(kinds, want) {
		t.Fatalf("planned %v, want %v", kinds, want)
	}
	if len(p.Apart) != 3 || !p.Apart[0].Outline || p.Apart[1].Outline || !strings.Contains(p.Apart[1].Message, "byte for byte") || p.Apart[2].File != "empty.csv" {
		t.Errorf("apart: %+v", p.Apart)
	}
	r, a := p.Effects.Registrations, p.Effects.Attendance
	if r == nil || a == nil {
		t.Fatalf("what follows is not told: %+v", p.Effects)
	}
	if len(plan.Uploads()) != len(files) {
		t.Errorf("%d files to plan again", len(plan.Uploads()))
	}
	before, err := desk.Dossier(ctx, id, "")
	if err != nil {
		t.Fatal(err)
	}
	if err := desk.CommitImport(ctx, plan); err != nil {
		t.Fatal(err)
	}
	d, err := desk.Dossier(ctx, id, "")
	if err != nil {
		t.Fatal(err)
	}
	n := d.Table.Totals
	if n.Persons != r.NewPersons || n.Submissions != r.Submissions || n.Submitted != r.Eligible+r.Staff || len(d.Answers) == 0 {
		t.Errorf("foreseen %+v, in the register %+v", *r, n)
	}
	if n.Automatic != a.Certain || n.JoinedOpen != a.Asked || n.WalkIns != a.WalkIns || n.Staff != a.Staff {
		t.Errorf("foreseen %+v, in the register %+v", *a, n)
	}
	events, err := desk.Confirm(ctx, id, nil, "")
	if err != nil {
		t.Fatal(err)
	}
	waiting := 0
	for _, e := range events {
		if e.State == "waiting" {
			waiting++
		}
	}
	if waiting != r.Wait || waiting == 0 {
		t.Errorf("%d wait, foreseen %d", waiting, r.Wait)
	}
	if _, err := desk.Undo(ctx, id, ""); err != nil {
		t.Fatal(err)
	}
	undone, err := desk.Undo(ctx, id, "")
	if err != nil || undone.Kind != change.FilesImport {
		t.Fatalf("%+v, %v", undone, err)
	}
	after, err := desk.Dossier(ctx, id, "")
	if err != nil {
		t.Fatal(err)
	}
	if len(after.Sources) != len(before.Sources) || after.Table.Totals != before.Table.Totals || len(after.Answers) != 0 {
		t.Errorf("taken back: %+v", after.Table.Totals)
	}
}

// A register that changed since the plan refuses the whole of it: nothing of any part is written.
func TestMixedPlanIsRefusedWhole(t *testing.T) {
	desk, id := fresh(t)
	ctx := t.Context()
	plan, err := desk.PlanImport(ctx, id, slices.Concat(uploads(sample.Registrations())[:1], uploads(sample.Attendance())[:1]), ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	imported(t, desk, id, 2)
	if err := desk.CommitImport(ctx, plan); !fault.Is(err, fault.Conflict) {
		t.Fatalf("committed over a change: %v", err)
	}
	d, err := desk.Dossier(ctx, id, "")
	if err != nil {
		t.Fatal(err)
	}
	if d.Table.Totals.Submissions != 0 || len(d.Sources) != 2 { // the outline and the file that was quicker
		t.Errorf("a part was written: %+v", d.Table.Totals)
	}
}

// Files that were imported before are recognised in a mixed drop too; of a plan in which one kind is new only that is written.
func TestMixedDropMeetsWhatIsKnown(t *testing.T) {
	desk, id := job(t, 0)
	plan, err := desk.PlanImport(t.Context(), id, slices.Concat(uploads(sample.Registrations())[:1], uploads(sample.Attendance())[:1], []Upload{fewAnswers}), ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	p := plan.Plan()
	for _, f := range p.Files[:2] {
		if f.New != 0 || !strings.HasPrefix(f.Met, "This very file was imported") {
			t.Errorf("%s: %d new, %q", f.File, f.New, f.Met)
		}
	}
	if p.Effects.Registrations != nil || p.Effects.Attendance != nil {
		t.Errorf("what follows of nothing: %+v", p.Effects)
	}
	if err := desk.CommitImport(t.Context(), plan); err != nil {
		t.Fatal(err)
	}
	changes, err := desk.Changes(t.Context(), id)
	if err != nil || changes[len(changes)-1].Kind != change.EngagementImport {
		t.Errorf("%+v, %v", changes[len(changes)-1], err)
	}
}

// A file alone that cannot take part is refused with its own sentence.
func TestOneFileIsNotSetApart(t *testing.T) {
	desk, id := fresh(t)
	if _, err := desk.PlanImport(t.Context(), id, []Upload{{Name: "o.txt", Data: sample.Outline()}}, ImportOptions{}); !fault.Is(err, fault.WrongKind) {
		t.Errorf("an outline: %v", err)
	}
	two := []Upload{{Name: "o.txt", Data: sample.Outline()}, {Name: "empty.csv"}}
	if _, err := desk.PlanImport(t.Context(), id, two, ImportOptions{}); !fault.Is(err, fault.WrongKind) {
		t.Errorf("none can take part: %v", err)
	}
}

// A table without a header is remembered by its shape; one of another shape is not taken for it.
func TestShapesAreRemembered(t *testing.T) {
	desk, id := fresh(t)
	ctx := t.Context()
	bare := Upload{Name: "bare.csv", Data: []byte("Ana Perin;ana@mail.example;95\nBor Kolar;bor@mail.example;30\n")}
	none := 0
	plan, err := desk.PlanAttendance(ctx, id, []Upload{bare}, ImportOptions{Columns: ColumnChoice{Text: "full_name=A,email=B,minutes=C", Header: &none}})
	if err != nil {
		t.Fatal(err)
	}
	if err := desk.CommitAttendance(ctx, plan); err != nil {
		t.Fatal(err)
	}
	next := Upload{Name: "next.csv", Data: []byte("Cyr Kolar;cyr@mail.example;12\nDan Perin;dan@mail.example;70\n")}
	again, err := desk.PlanAttendance(ctx, id, []Upload{next}, ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if f := again.Files[0]; f.Chosen == "" || f.New != 2 {
		t.Errorf("the next table: %+v", f)
	}
	other := Upload{Name: "other.csv", Data: []byte("eva@mail.example;Eva Kolar;12\n")}
	if _, err := desk.PlanAttendance(ctx, id, []Upload{other}, ImportOptions{}); !fault.Is(err, fault.Unknown) {
		t.Errorf("another shape: %v", err)
	}
	titled := Upload{Name: "titled.csv", Data: []byte("Who;E-mail;Minutes\nEva Kolar;eva@mail.example;12\n")}
	if _, err := desk.PlanAttendance(ctx, id, []Upload{titled}, ImportOptions{}); !fault.Is(err, fault.Unknown) {
		t.Errorf("a table with a header: %v", err)
	}
}
