package sample

import (
	"bytes"
	"slices"
	"testing"
)

func TestFilesStandReady(t *testing.T) {
	if len(Outline()) == 0 {
		t.Error("the outline is empty")
	}
	used := []string{"outline-sample.txt", "decisions.csv"}
	for _, f := range append(Registrations(), Attendance()...) {
		if len(f.Data) == 0 {
			t.Errorf("%s is empty", f.Name)
		}
		used = append(used, f.Name)
	}
	entries, err := files.ReadDir("files")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !slices.Contains(used, e.Name()) {
			t.Errorf("%s is carried for nothing", e.Name())
		}
	}
}

func TestDecisionsAreWhole(t *testing.T) {
	if head := read("decisions.csv").Data; !bytes.HasPrefix(head, []byte("attendee,registration,why\n")) {
		t.Errorf("the headers are %q", bytes.SplitN(head, []byte("\n"), 2)[0])
	}
	seen := map[string]bool{}
	for _, d := range Decisions() {
		if len(d.Attendee) < 4 || len(d.Registration) < 4 || d.Why == "" {
			t.Errorf("the decision on %s is not whole", d.Attendee)
		}
		if seen[d.Attendee] {
			t.Errorf("%s is decided twice", d.Attendee)
		}
		seen[d.Attendee] = true
	}
}

// A caller who changes the bytes must not change the next caller's.
func TestBytesAreCopies(t *testing.T) {
	before := bytes.Clone(Outline())
	Outline()[0]++
	if !bytes.Equal(Outline(), before) {
		t.Error("the embedded outline was changed")
	}
}
