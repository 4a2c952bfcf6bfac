package cli

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"testing"

	"rapporteur/internal/fault"
)

func TestWrite(t *testing.T) {
	folder := t.TempDir()
	there := filepath.Join(folder, "there.csv")
	if err := os.WriteFile(there, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name  string
		path  string
		force bool
		want  fault.Code
	}{
		{"a new file", filepath.Join(folder, "new.csv"), false, ""},
		{"a file that is there", there, false, fault.Exists},
		{"a file that is there, by force", there, true, ""},
		{"a folder", folder, true, fault.WrongKind},
		{"in a folder that is not there", filepath.Join(folder, "none", "new.csv"), false, fault.NotFound},
		{"in a file", filepath.Join(there, "new.csv"), false, fault.NotFound},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out bytes.Buffer
			s := &session{out: &out}
			err := s.write(c.path, []byte("new"), c.force)
			if c.want != "" {
				if !fault.Is(err, c.want) {
					t.Fatalf("%v, not %s", err, c.want)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if got, err := os.ReadFile(c.path); err != nil || string(got) != "new" {
				t.Fatalf("%q %v", got, err)
			}
		})
	}
	entries, err := os.ReadDir(folder)
	if err != nil || len(entries) != 2 {
		t.Fatalf("%d files are left, not 2: %v", len(entries), err)
	}
}

func TestMemoryHasALimit(t *testing.T) {
	before := debug.SetMemoryLimit(-1)
	defer debug.SetMemoryLimit(before)
	if status := Main([]string{"version"}, nil, io.Discard, io.Discard); status != done {
		t.Fatalf("status %d", status)
	}
	if got := debug.SetMemoryLimit(-1); got > 512<<20 {
		t.Errorf("a command may grow to %d MB", got>>20)
	}
}

func TestWriteToStandardOutput(t *testing.T) {
	var out bytes.Buffer
	s := &session{out: &out, json: true}
	if err := s.deliver("-", []byte("bytes"), false); err != nil || out.String() != "bytes" {
		t.Fatalf("%q %v", out.String(), err)
	}
}
