package workflow

import (
	"testing"

	"rapporteur/internal/fault"
	"rapporteur/internal/sample"
)

func imported(t *testing.T, desk *Desk, id string, file int) *AttendancePlan {
	t.Helper()
	plan, err := desk.PlanAttendance(t.Context(), id, uploads(sample.Attendance())[file:file+1], ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if err := desk.CommitAttendance(t.Context(), plan); err != nil {
		t.Fatal(err)
	}
	return plan
}

// Whichever platforms' files are imported, and in which order, the same people joined and attended.
func TestPlatformsAgree(t *testing.T) {
	for _, files := range [][]int{{0}, {2}, {0, 1}, {1, 0}, {0, 2}, {2, 1, 0}} {
		desk, id := job(t, files...)
		for rule, want := range map[string]int{"10%": 185, "30%": 183, "50%": 166, "75%": 148} {
			d, err := desk.Dossier(t.Context(), id, rule)
			if err != nil {
				t.Fatal(err)
			}
			if n := d.Table.Totals; n.Joined != 192 || n.Attended != want || !d.Table.Reconciled() {
				t.Errorf("files %v at %s: %d joined, %d attended, want 192 and %d", files, rule, n.Joined, n.Attended, want)
			}
		}
	}
}

func TestImportingTwiceWritesNothing(t *testing.T) {
	desk, id := job(t, 0)
	before, err := desk.Changes(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	if plan := imported(t, desk, id, 0); !plan.NoOp() || plan.Known == 0 {
		t.Errorf("importing again: %d new, %d known", plan.New, plan.Known)
	}
	again, err := desk.PlanRegistrations(t.Context(), id, uploads(sample.Registrations()), ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if !again.NoOp() {
		t.Errorf("the registrations again: %d new", again.New)
	}
	if err := desk.CommitRegistrations(t.Context(), again); err != nil {
		t.Fatal(err)
	}
	after, err := desk.Changes(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	if len(after) != len(before) {
		t.Error("importing again made a change")
	}
}

// A plan made before another change is refused, never applied to another state.
func TestStalePlanIsRefused(t *testing.T) {
	desk, id := job(t)
	plan, err := desk.PlanAttendance(t.Context(), id, uploads(sample.Attendance())[:1], ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if err := desk.SetText(t.Context(), id, "conclusions", "a text"); err != nil {
		t.Fatal(err)
	}
	if err := desk.CommitAttendance(t.Context(), plan); !fault.Is(err, fault.Conflict) {
		t.Errorf("a stale plan gives %v, want a conflict", err)
	}
}

func TestUndoGivesTheFiguresBack(t *testing.T) {
	desk, id := job(t, 0)
	before, err := desk.Dossier(t.Context(), id, "")
	if err != nil {
		t.Fatal(err)
	}
	imported(t, desk, id, 1)
	if _, err := desk.Undo(t.Context(), id, ""); err != nil {
		t.Fatal(err)
	}
	after, err := desk.Dossier(t.Context(), id, "")
	if err != nil {
		t.Fatal(err)
	}
	if before.Table.Totals != after.Table.Totals || len(before.Sources) != len(after.Sources) {
		t.Error("undo does not give the figures back")
	}
	if plan := imported(t, desk, id, 1); plan.NoOp() {
		t.Error("after undo the file cannot be imported again")
	}
}
