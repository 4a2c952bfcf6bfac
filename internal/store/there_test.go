package store

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/internal/change"
	"rapporteur/internal/fault"
)

// asked are a question, several questions of one moment, and a change.
func asked(s *Store, id string) map[string]error {
	ctx := context.Background()
	_, question := s.Webinars(ctx)
	view := s.View(ctx, func(r Reads) error {
		_, err := r.Webinars(ctx)
		return err
	})
	_, change := s.Do(ctx, change.Change{Webinar: id, Kind: change.ReportText, Who: "o"}, -1, func(tx *Tx) error { return tx.SetText(id, "section", "text") })
	_, undo := s.Undo(ctx, id, "o", "")
	_, check := s.Check(ctx)
	_, snapshot := s.Snapshot(ctx, "test")
	return map[string]error{"question": question, "view": view, "change": change, "undo": undo, "check": check, "snapshot": snapshot}
}

// An open file answers on in a renamed folder: nothing may be written to where nobody looks for it.
func TestAFolderThatGoesAwayIsSaidAndComesBack(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "stick")
	s := mustOpen(t, dir)
	id := newWebinar(t, s)
	if err := os.Rename(dir, dir+" away"); err != nil {
		t.Fatal(err)
	}
	before := contents(t, dir+" away")
	for what, err := range asked(s, id) {
		if !fault.Is(err, fault.Gone) {
			t.Errorf("%s: %v", what, err)
		}
	}
	equal(t, contents(t, dir+" away"), before)
	if _, err := os.Lstat(dir); !os.IsNotExist(err) {
		t.Errorf("something was made in its place: %v", err)
	}
	if err := os.Rename(dir+" away", dir); err != nil {
		t.Fatal(err)
	}
	for what, err := range asked(s, id) {
		if err != nil {
			t.Errorf("back, %s: %v", what, err)
		}
	}
}

func TestAnotherRegisterInThePlaceOfTheFirstIsLeftAlone(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "stick")
	s, err := Open(context.Background(), dir, testOptions())
	if err != nil {
		t.Fatal(err)
	}
	id := newWebinar(t, s)
	if err := os.Rename(dir, dir+" away"); err != nil {
		t.Fatal(err)
	}
	other := mustOpen(t, dir)
	theirs := newWebinar(t, other)
	before := contents(t, dir)
	for what, err := range asked(s, id) {
		if !fault.Is(err, fault.Gone) || !strings.Contains(fault.From(err).Hint, "start it again") {
			t.Errorf("%s: %v", what, err)
		}
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	equal(t, contents(t, dir), before)
	if _, err := other.Webinar(context.Background(), theirs); err != nil {
		t.Error(err)
	}
	if first := mustOpen(t, dir+" away"); must[int](t)(first.version(context.Background(), id)) != 1 {
		t.Error("what was saved before the folder went is lost")
	}
}

func TestWhatAsksForARegisterMakesNone(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "stick")
	o := testOptions()
	o.Existing = true
	if _, err := Open(context.Background(), dir, o); !fault.Is(err, fault.NotFound) {
		t.Errorf("%v", err)
	}
	if _, err := os.Lstat(dir); !os.IsNotExist(err) {
		t.Errorf("the folder was made: %v", err)
	}
}

// A folder of which only a part is there gets no new register.
func TestNoNewRegisterWhereOneWas(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(context.Background(), dir, testOptions())
	if err != nil {
		t.Fatal(err)
	}
	newWebinar(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for _, lose := range []func(string) error{os.Remove, func(path string) error { return os.WriteFile(path, nil, 0o600) }} {
		if err := lose(filepath.Join(dir, registerFile)); err != nil {
			t.Fatal(err)
		}
		before := contents(t, dir)
		if _, err := Open(context.Background(), dir, testOptions()); !fault.Is(err, fault.Damaged) {
			t.Errorf("%v", err)
		}
		equal(t, contents(t, dir), before)
	}
}
