package store

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"rapporteur/internal/fault"
)

func TestSnapshotsAreKeptUpToTheirNumber(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, dir)
	folder := filepath.Join(dir, snapshotFolder)
	var made []string
	for range keptSnapshots + 3 {
		made = append(made, must[string](t)(s.Snapshot(context.Background(), "test")))
	}
	names := must[[]string](t)(snapshotNames(folder))
	if len(names) != keptSnapshots || names[0] != made[len(made)-1] || names[keptSnapshots-1] != made[3] {
		t.Errorf("%d snapshots: %v", len(names), names)
	}
	if files := contents(t, folder); len(files) != 2*keptSnapshots {
		t.Errorf("%d files for %d snapshots", len(files), keptSnapshots)
	}
}

func TestAnInterruptedSnapshotIsSweptAway(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, dir)
	folder := filepath.Join(dir, snapshotFolder)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "register-20200101T000000.000000000Z-x.db.tmp"), []byte("half"), 0o600); err != nil {
		t.Fatal(err)
	}
	must[string](t)(s.Snapshot(context.Background(), "test"))
	if files := contents(t, folder); len(files) != 2 {
		t.Errorf("%d files", len(files))
	}
}

func TestAStoppedSnapshotLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, dir)
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if name, err := s.Snapshot(ctx, "test"); !fault.Is(err, Stopped) {
		t.Errorf("%q, %v", name, err)
	}
	if files := contents(t, filepath.Join(dir, snapshotFolder)); len(files) != 0 {
		t.Errorf("%d files are left", len(files))
	}
}
