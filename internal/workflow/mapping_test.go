package workflow

import (
	"reflect"
	"strings"
	"testing"

	"rapporteur/internal/change"
	"rapporteur/internal/fault"
	"rapporteur/internal/intake"
	"rapporteur/internal/tabular"
)

var handMade = Upload{Name: "list.csv", Data: []byte("Lista;;\nIme i prezime;E-pošta;Bio\nAna Perin;ana@mail.example;da\nBor Kolar;bor@mail.example;ne\n")}

// A choice of columns is kept with the import, used for the next table of the same header, taken back with the import, and
// forgotten when the officer says so.
func TestColumnsAreRemembered(t *testing.T) {
	desk, id := job(t)
	ctx := t.Context()
	choice := ImportOptions{Columns: ColumnChoice{Text: "full_name=Ime i prezime,email=E-pošta,attended=Bio"}}
	if _, err := desk.PlanAttendance(ctx, id, []Upload{handMade}, ImportOptions{}); !fault.Is(err, fault.Unknown) {
		t.Fatalf("unknown columns: %v", err)
	}
	plan, err := desk.PlanAttendance(ctx, id, []Upload{handMade}, choice)
	if err != nil {
		t.Fatal(err)
	}
	if f := plan.Files[0]; f.Format != intake.MappedTable || !f.Mapped || f.Chosen != "" || f.New != 1 || f.LeftOut != 1 || f.Kind != intake.Attendance {
		t.Errorf("%+v", f)
	}
	if err := desk.CommitAttendance(ctx, plan); err != nil {
		t.Fatal(err)
	}
	next := Upload{Name: "next.csv", Data: []byte("IME I PREZIME;e-pošta;bio\nCyr Kolar;cyr@mail.example;da\n")}
	again, err := desk.PlanAttendance(ctx, id, []Upload{next}, ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if f := again.Files[0]; f.Chosen == "" || f.New != 1 || !strings.Contains(f.Why, "you chose") {
		t.Errorf("the next table: %+v", f)
	}
	if _, err := desk.PlanRegistrations(ctx, id, []Upload{next}, ImportOptions{}); !fault.Is(err, fault.Unknown) {
		t.Errorf("columns of attendance for registrations: %v", err)
	}
	if _, err := desk.PlanAttendance(ctx, id, []Upload{{Name: "other.csv", Data: []byte("E-pošta;Ime i prezime;Bio\na@mail.example;Ana;da\n")}}, ImportOptions{}); !fault.Is(err, fault.Unknown) {
		t.Errorf("another header: %v", err)
	}
	if err := desk.ForgetColumns(ctx, id, next); err != nil {
		t.Fatal(err)
	}
	if _, err := desk.PlanAttendance(ctx, id, []Upload{next}, ImportOptions{}); !fault.Is(err, fault.Unknown) {
		t.Errorf("forgotten columns: %v", err)
	}
	if undone, err := desk.Undo(ctx, id, ""); err != nil || undone.Kind != change.ColumnsForget {
		t.Fatalf("%+v, %v", undone, err)
	}
	if _, err := desk.PlanAttendance(ctx, id, []Upload{next}, ImportOptions{}); err != nil {
		t.Errorf("after taking back: %v", err)
	}
	if _, err := desk.Undo(ctx, id, ""); err != nil {
		t.Fatal(err)
	}
	if _, err := desk.PlanAttendance(ctx, id, []Upload{next}, ImportOptions{}); !fault.Is(err, fault.Unknown) {
		t.Errorf("the import that chose them was taken back: %v", err)
	}
}

// A table that no format claims is planned as one whose columns are to be chosen; such a plan writes nothing. The officer's
// choice then makes the plan.
func TestColumnsToChoose(t *testing.T) {
	desk, id := job(t)
	ctx := t.Context()
	ask := ImportOptions{Ask: true, Step: intake.Attendance}
	p, err := desk.PlanImport(ctx, id, []Upload{handMade}, ask)
	if err != nil {
		t.Fatal(err)
	}
	f := p.Plan().Files[0]
	if !p.Open() || p.Kind != intake.Attendance || f.Look == nil || f.Why == "" {
		t.Fatalf("%+v", p.Plan())
	}
	if want := (map[string]int{"full_name": 0, "email": 1, "attended": 2}); !reflect.DeepEqual(f.Look.Mapping.Columns, want) || f.Look.Mapping.Header != 2 || len(f.Look.Lacks) > 0 {
		t.Errorf("suggested %+v", f.Look)
	}
	before, err := desk.Changes(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	if err := desk.CommitImport(ctx, p); !fault.Is(err, fault.Invalid) {
		t.Errorf("committed: %v", err)
	}
	look, err := p.Look(FileMapping{SHA256: f.SHA256, Kind: intake.Attendance, Mapping: tabular.Mapping{Header: 2, Columns: map[string]int{"email": 1}}})
	if err != nil || len(look.Lacks) != 1 || look.Columns[1].Field != "email" || look.Columns[0].Field != "" {
		t.Errorf("%+v, %v", look, err)
	}
	if look, err = p.Look(FileMapping{SHA256: f.SHA256, Kind: intake.Registrations, Mapping: tabular.Mapping{Header: -1}}); err != nil || look.Mapping.Header != 2 || look.Mapping.Columns["email"] != 1 {
		t.Errorf("%+v, %v", look, err)
	}
	if _, err := p.Look(FileMapping{SHA256: "no such file"}); !fault.Is(err, fault.NotFound) {
		t.Error(err)
	}
	chosen := ask
	chosen.Maps = []FileMapping{{SHA256: f.SHA256, Kind: intake.Attendance, Mapping: f.Look.Mapping}}
	if p, err = desk.PlanImport(ctx, id, p.Uploads(), chosen); err != nil || p.Open() || p.Plan().New != 1 {
		t.Fatalf("%+v, %v", p, err)
	}
	if err := desk.CommitImport(ctx, p); err != nil {
		t.Fatal(err)
	}
	after, err := desk.Changes(ctx, id)
	if err != nil || len(after) != len(before)+1 {
		t.Errorf("%d changes, want one more than %d; %v", len(after), len(before), err)
	}
	d, err := desk.Dossier(ctx, id, "")
	if err != nil || d.Table.Totals.AttendedDeclared != 1 || d.Table.Totals.Attended != 1 || !d.Table.Reconciled() {
		t.Errorf("%+v, %v", d.Table.Totals, err)
	}
}

// A recognised file can be mapped too: the draft begins with what the columns seem to be.
func TestColumnsOfARecognisedFile(t *testing.T) {
	desk, id := job(t)
	file := Upload{Name: "participants_1.csv", Data: []byte("Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n" +
		"Ana Perin,ana@mail.example,05/28/2020 02:00:00 PM,05/28/2020 03:00:00 PM,60,Yes\n")}
	p, err := desk.PlanImport(t.Context(), id, []Upload{file}, ImportOptions{Ask: true, Maps: []FileMapping{{SHA256: file.SHA256(), Draft: true}}})
	if err != nil {
		t.Fatal(err)
	}
	look := p.Plan().Files[0].Look
	if !p.Open() || look == nil || look.Kind != intake.Attendance || len(look.Lacks) > 0 {
		t.Fatalf("%+v", look)
	}
	plain, err := desk.PlanImport(t.Context(), id, []Upload{file}, ImportOptions{Ask: true})
	if err != nil || plain.Open() || plain.Plan().Files[0].Format != "zoom_meeting_participants" {
		t.Errorf("%v", err)
	}
	mapped, err := desk.PlanImport(t.Context(), id, []Upload{file}, ImportOptions{Ask: true, Maps: []FileMapping{{SHA256: file.SHA256(), Kind: look.Kind, Mapping: look.Mapping}}})
	if err != nil || mapped.Plan().Files[0].Format != intake.MappedTable || mapped.Plan().New != 1 {
		t.Errorf("%v", err)
	}
}

// One column is no table to choose from, and an outline belongs elsewhere: both are refused as ever.
func TestNothingToChoose(t *testing.T) {
	desk, id := job(t)
	for text, code := range map[string]fault.Code{"Dear colleagues\nsee you on Thursday\n": fault.Unknown} {
		if _, err := desk.PlanImport(t.Context(), id, []Upload{{Name: "letter.csv", Data: []byte(text)}}, ImportOptions{Ask: true, Step: intake.Attendance}); !fault.Is(err, code) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

var feedback = Upload{Name: "feedback.csv", Data: []byte("Ko ste?;Adresa;Korisno?;Napomena\nAna Perin;ana@mail.example;5;Hvala lijepo\nBor Kolar;bor@mail.example;4;\nCyr Marin;;4;Više vremena\n")}

// A table of answers that no format claims is mapped as one of attendance is: proposed, chosen, remembered and forgotten. What a
// choice does not name stays out of the register.
func TestColumnsOfAnswers(t *testing.T) {
	desk, id := job(t)
	ctx := t.Context()
	ask := ImportOptions{Ask: true, Step: StepEngagement}
	p, err := desk.PlanImport(ctx, id, []Upload{feedback}, ask)
	if err != nil {
		t.Fatal(err)
	}
	f := p.Plan().Files[0]
	if want := (map[string]int{"full_name": 0, "email": 1, "question#3": 2, "question#4": 3}); !p.Open() || f.Look == nil || f.Kind != intake.Survey || !reflect.DeepEqual(f.Look.Mapping.Columns, want) {
		t.Fatalf("%+v", f.Look)
	}
	nothing, err := p.Look(FileMapping{SHA256: f.SHA256, Kind: intake.Survey, Mapping: tabular.Mapping{Header: 1, Columns: map[string]int{"email": 1}}})
	if err != nil || len(nothing.Lacks) != 1 {
		t.Errorf("%+v, %v", nothing, err)
	}
	anonymous := ask
	anonymous.Maps = []FileMapping{{SHA256: f.SHA256, Kind: intake.Survey, Mapping: tabular.Mapping{Header: 1, Columns: map[string]int{"question#3": 2}}}}
	anonymous.Files = map[string]FileSaid{f.SHA256: {Phase: "before"}}
	if p, err = desk.PlanImport(ctx, id, p.Uploads(), anonymous); err != nil || p.Open() || p.Plan().New != 3 || !p.Plan().Files[0].Mapped {
		t.Fatalf("%+v, %v", p, err)
	}
	if err := desk.CommitImport(ctx, p); err != nil {
		t.Fatal(err)
	}
	d, err := desk.Dossier(ctx, id, "")
	if err != nil || len(d.Table.Engagement) != 1 || d.Table.Engagement[0].Anonymous != 3 || d.Table.Engagement[0].Phase != "before" {
		t.Fatalf("%+v, %v", d.Table.Engagement, err)
	}
	for _, a := range d.Answers {
		if a.Name != "" || a.Email != "" {
			t.Errorf("an anonymous answer has a name or address")
		}
	}
	next := Upload{Name: "next.csv", Data: []byte("KO STE?;Adresa;Korisno?;Napomena\nDan Toma;dan@mail.example;3;\n")}
	again, err := desk.PlanEngagement(ctx, id, []Upload{next}, ImportOptions{})
	if err != nil || again.Files[0].Chosen == "" || again.New != 1 || again.Files[0].Kind != intake.Survey {
		t.Errorf("the next table: %+v, %v", again, err)
	}
	if p, err = desk.PlanImport(ctx, id, []Upload{next}, ImportOptions{Ask: true, Step: StepAttendance}); err != nil || p.Open() || p.Kind != intake.Survey {
		t.Errorf("dropped on another screen: %+v, %v", p, err)
	}
	if _, err := desk.PlanAttendance(ctx, id, []Upload{next}, ImportOptions{}); !fault.Is(err, fault.Unknown) {
		t.Errorf("columns of answers for attendance: %v", err)
	}
	if err := desk.ForgetColumns(ctx, id, next); err != nil {
		t.Fatal(err)
	}
	if _, err := desk.PlanEngagement(ctx, id, []Upload{next}, ImportOptions{}); !fault.Is(err, fault.Unknown) {
		t.Errorf("forgotten columns: %v", err)
	}
	if plan, err := desk.PlanEngagement(ctx, id, []Upload{next}, ImportOptions{Kind: intake.Survey}); err != nil || plan.New != 1 || plan.Files[0].Mapped {
		t.Errorf("by the officer's word: %+v, %v", plan, err)
	}
}

// What the officer says of a file's questions is said of that file alone, and what is no phase is refused.
func TestPhaseOfEachFile(t *testing.T) {
	desk, id := job(t)
	one := Upload{Name: "one.csv", Data: []byte("Korisno?;Zašto?\n5;a\n4;b\n")}
	two := Upload{Name: "two.csv", Data: []byte("Korisno?;Zašto?\n3;c\n4;d\n")}
	o := ImportOptions{Kind: intake.Survey, Files: map[string]FileSaid{one.SHA256(): {Phase: "before"}}}
	plan, err := desk.PlanEngagement(t.Context(), id, []Upload{one, two}, o)
	if err != nil {
		t.Fatal(err)
	}
	var phases []string
	for _, f := range plan.Files {
		for _, a := range f.Assumed {
			if a.Field == OfPhase {
				phases = append(phases, a.Value, a.Why)
			}
		}
	}
	if want := []string{"before", "you said so", "after", "the file has no times"}; !reflect.DeepEqual(phases, want) {
		t.Errorf("%q", phases)
	}
	o.Phase = "yesterday"
	if _, err := desk.PlanEngagement(t.Context(), id, []Upload{two}, o); !fault.Is(err, fault.Invalid) {
		t.Error(err)
	}
}
