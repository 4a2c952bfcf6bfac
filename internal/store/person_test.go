package store

import (
	"context"
	"reflect"
	"testing"

	"rapporteur/internal/change"
	"rapporteur/internal/fault"
	"rapporteur/internal/indicator"
)

func TestAnswersOnPersonsAreOneChangeAndOneUndo(t *testing.T) {
	ctx, s := context.Background(), mustOpen(t, t.TempDir())
	newWebinar(t, s)
	projects := must[int](t)(s.ProjectChanges(ctx))
	want := indicator.Decision{Same: true, One: []indicator.Subject{{Webinar: "w1", Keys: []string{"a", "b"}}}, Other: []indicator.Subject{{Webinar: "w2", Keys: []string{"c"}}}}
	made := do(t, s, change.PersonDecide, "", func(tx *Tx) error {
		return tx.AddPersonDecision(PersonDecision{Decision: want, Shown: []string{"same name"}})
	})
	want.ID = made.ID
	got := must[[]PersonDecision](t)(s.PersonDecisions(ctx))
	if len(got) != 1 || !reflect.DeepEqual(got[0].Decision, want) || got[0].Said.Who != "officer" || got[0].Said.Why != "test" || got[0].Said.At.IsZero() || len(got[0].Shown) != 1 {
		t.Errorf("%+v", got)
	}
	do(t, s, change.MemoryRevoke, "", func(tx *Tx) error { return tx.AddRevocation("k") })
	if got := must[[]Revocation](t)(s.Revocations(ctx)); len(got) != 1 || got[0].Key != "k" || got[0].Seq == 0 {
		t.Errorf("%+v", got)
	}
	version := must[int](t)(s.RegisterVersion(ctx))
	if _, err := s.UndoRegister(ctx, "", version-1, "officer", ""); !fault.Is(err, fault.Conflict) {
		t.Errorf("an undo of what was not seen: %v", err)
	}
	if undone := must[change.Change](t)(s.UndoRegister(ctx, made.ID, version, "officer", "")); undone.ID != made.ID {
		t.Errorf("%+v", undone)
	}
	if got := must[[]PersonDecision](t)(s.PersonDecisions(ctx)); len(got) != 0 {
		t.Errorf("still there: %+v", got)
	}
	if undone := must[change.Change](t)(s.UndoRegister(ctx, "", 0, "officer", "")); undone.Kind != change.MemoryRevoke {
		t.Errorf("%+v", undone)
	}
	if _, err := s.UndoRegister(ctx, "", 0, "officer", ""); !fault.Is(err, fault.NotFound) {
		t.Errorf("an undo of nothing, or of a project: %v", err)
	}
	if now := must[int](t)(s.RegisterVersion(ctx)); now != version+2 {
		t.Errorf("version %d after %d and two undos", now, version)
	}
	if now := must[int](t)(s.ProjectChanges(ctx)); now != projects {
		t.Errorf("%d changes of projects, before %d: every webinar would be worked out anew", now, projects)
	}
	if report := must[Report](t)(s.Check(ctx)); len(report.Findings) > 0 {
		t.Errorf("%+v", report.Findings)
	}
}

func TestAnswersOnPersonsNeedTheirOwnChange(t *testing.T) {
	s := mustOpen(t, t.TempDir())
	id := newWebinar(t, s)
	for _, c := range []change.Change{{Webinar: id, Kind: change.MatchDecide}, {Kind: change.ProjectEdit}} {
		_, err := s.Do(context.Background(), c, -1, func(tx *Tx) error { return tx.AddPersonDecision(PersonDecision{}) })
		if !fault.Is(err, fault.Internal) {
			t.Errorf("%+v: %v", c, err)
		}
	}
}
