package main

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// A file changed, or taken away, deep below a source makes the screens old.
func TestNewest(t *testing.T) {
	dir := t.TempDir()
	inner := filepath.Join(dir, "src", "ui")
	if err := os.MkdirAll(inner, 0o755); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(inner, "a.ts")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	old, later := time.Date(2020, 5, 1, 0, 0, 0, 0, time.UTC), time.Date(2020, 5, 2, 0, 0, 0, 0, time.UTC)
	for _, path := range []string{file, inner, filepath.Dir(inner), dir} {
		if err := os.Chtimes(path, old, old); err != nil {
			t.Fatal(err)
		}
	}
	last := func() time.Time {
		at, err := newest([]string{filepath.Join(dir, "src")})
		if err != nil {
			t.Fatal(err)
		}
		return at
	}
	if got := last(); !got.Equal(old) {
		t.Errorf("newest %v, want %v", got, old)
	}
	if err := os.Chtimes(file, later, later); err != nil {
		t.Fatal(err)
	}
	if got := last(); !got.Equal(later) {
		t.Errorf("after a change %v, want %v", got, later)
	}
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	if got := last(); !got.After(later) {
		t.Errorf("after taking a file away %v, want now", got)
	}
	if _, err := newest([]string{filepath.Join(dir, "nowhere")}); err == nil {
		t.Error("a missing source is passed over")
	}
}
