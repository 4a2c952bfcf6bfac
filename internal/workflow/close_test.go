package workflow

import (
	"encoding/json"
	"strings"
	"testing"

	"rapporteur/internal/change"
	"rapporteur/internal/fault"
	"rapporteur/internal/store"
	"rapporteur/internal/webinar"
)

// Closing keeps one row per participant, from which the figures can be counted again, and nothing that leads to a person.
func TestFrozenRows(t *testing.T) {
	desk, id := job(t, 0)
	if _, err := desk.CloseWebinar(t.Context(), id, false, ""); !fault.Is(err, fault.Barred) {
		t.Errorf("a planned webinar: %v", err)
	}
	if _, err := desk.MoveWebinar(t.Context(), id, webinar.Held, ""); err != nil {
		t.Fatal(err)
	}
	before, err := desk.Dossier(t.Context(), id, "")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := desk.CloseWebinar(t.Context(), id, false, ""); err != nil {
		t.Fatal(err)
	}
	frozen, ok, err := desk.store.Frozen(t.Context(), id)
	if err != nil || !ok {
		t.Fatalf("nothing is frozen: %v", err)
	}
	totals := before.Table.Totals
	keys, joined, attended := map[string]bool{}, map[[3]string]int{}, 0
	for _, r := range frozen.Rows {
		keys[r.Person] = true
		joined[[3]string{r.Sector, r.Beneficiary, r.Sex}]++
		if before.Rule.Met(r.Seconds, before.Table.Window.Seconds) {
			attended++
		}
	}
	if len(frozen.Rows) != totals.Joined || len(keys) != totals.Joined || attended != totals.Attended {
		t.Errorf("%d rows of %d persons, %d attended; want %d and %d", len(frozen.Rows), len(keys), attended, totals.Joined, totals.Attended)
	}
	for _, r := range before.Table.Rows {
		if n := joined[[3]string{r.Sector, r.Beneficiary, r.Sex}]; n != r.Joined {
			t.Errorf("%s %s %s: %d rows, %d joined", r.Sector, r.Beneficiary, r.Sex, n, r.Joined)
		}
	}
	kept, err := json.Marshal(frozen)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range before.Standings {
		for _, personal := range []string{s.ID, s.Email, s.LastName} {
			if len(personal) > 3 && strings.Contains(string(kept), personal) {
				t.Fatal("the frozen figures lead to a person")
			}
		}
	}
	for _, m := range before.Members {
		if strings.Contains(string(kept), m.Participant.ID) {
			t.Fatal("the frozen rows lead to an attendee")
		}
	}
}

// A table that does not reconcile is not closed on.
func TestCloseNeedsReconciledFigures(t *testing.T) {
	desk, id := job(t, 0)
	if _, err := desk.MoveWebinar(t.Context(), id, webinar.Held, ""); err != nil {
		t.Fatal(err)
	}
	w, err := desk.Webinar(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	w.Limit = 1 // fewer seats than are confirmed: no command lets that through
	saveAnyway(t, desk, w)
	if _, err := desk.CloseWebinar(t.Context(), id, false, ""); !fault.Is(err, fault.Barred) || !strings.Contains(err.Error(), "limit") {
		t.Errorf("%v", err)
	}
}

func saveAnyway(t *testing.T, desk *Desk, w webinar.Webinar) {
	t.Helper()
	_, err := desk.store.Do(t.Context(), desk.change(change.WebinarEdit, w.ID, ""), -1, func(tx *store.Tx) error {
		_, err := tx.SaveWebinar(w)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
