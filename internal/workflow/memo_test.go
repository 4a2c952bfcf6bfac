package workflow

import (
	"reflect"
	"testing"
)

// TestTextsLeaveTheFigures: a text renews what the dossier says of texts and times and nothing else; every other change,
// and undo, is seen at once. What is kept is compared with what is loaded anew.
func TestTextsLeaveTheFigures(t *testing.T) {
	desk, id := sampleOfItsOwn(t)
	made, err := desk.Dossier(t.Context(), id, "")
	if err != nil {
		t.Fatal(err)
	}
	same := func(after string) {
		t.Helper()
		kept, err := desk.Dossier(t.Context(), id, "")
		if err != nil {
			t.Fatal(err)
		}
		desk.memo = &memo{}
		loaded, err := desk.Dossier(t.Context(), id, "")
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(kept.Table, loaded.Table) || !reflect.DeepEqual(kept.Texts, loaded.Texts) || !reflect.DeepEqual(kept.Webinar, loaded.Webinar) ||
			!reflect.DeepEqual(kept.Match, loaded.Match) || !reflect.DeepEqual(kept.Members, loaded.Members) {
			t.Errorf("after %s what is kept is not what is loaded", after)
		}
	}
	step := func(name string, act func() error) {
		t.Helper()
		if err := act(); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		same(name)
	}
	step("a text", func() error { return desk.SetText(t.Context(), id, "conclusions", "It went well.") })
	step("another text", func() error { return desk.SetText(t.Context(), id, "summary", "All came.") })
	open := made.Match.Participants[0].ID
	step("a decision", func() error { return desk.Decide(t.Context(), id, open, "none", "") })
	step("undo of a decision", func() error { _, err := desk.Undo(t.Context(), id, ""); return err })
	step("undo of a text", func() error { _, err := desk.Undo(t.Context(), id, ""); return err })
	step("another rule", func() error {
		_, err := desk.EditWebinar(t.Context(), id, []Setting{{"rule", "75%"}}, "")
		return err
	})
	step("a domain of the organiser", func() error {
		_, err := desk.EditProject(t.Context(), made.Project.Code, []Setting{{"organiser_domains", "mup.rs.example"}})
		return err
	})
}
