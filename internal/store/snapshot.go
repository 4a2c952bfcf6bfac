package store

import (
	"cmp"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"
)

// Snapshots are kept up to these limits, the newest first; the newest one always stays.
const (
	keptSnapshots     = 10
	keptSnapshotBytes = 1 << 30
)

// Snapshot writes a verified copy of the register into the folder snapshots and gives its file name. why is one or two
// lower-case words joined by "-" and becomes part of the name. Older snapshots beyond the limits are removed.
func (s *Store) Snapshot(ctx context.Context, why string) (string, error) {
	if err := s.there(); err != nil {
		return "", err
	}
	name, err := snapshot(ctx, s.writer, s.dir, why, s.options.Now())
	return name, explain(err)
}

// snapshot copies, checks the copy, makes it durable, and only then gives it its name: a file with the name of a
// snapshot is a whole one. Its SHA-256 stands beside it, because SQLite's own check does not notice a changed value.
func snapshot(ctx context.Context, db *sql.DB, dir, why string, now time.Time) (string, error) {
	folder := filepath.Join(dir, snapshotFolder)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", err
	}
	if err := sweep(folder); err != nil {
		return "", err
	}
	name := "register-" + now.UTC().Format("20060102T150405.000000000Z") + "-" + why + ".db"
	final, draft := filepath.Join(folder, name), filepath.Join(folder, name+".tmp")
	if err := createFile(draft); err != nil {
		return "", err
	}
	if err := writeSnapshot(ctx, db, draft, final); err != nil {
		return "", errors.Join(err, os.Remove(draft))
	}
	return name, thin(folder)
}

func writeSnapshot(ctx context.Context, db *sql.DB, draft, final string) error {
	if _, err := db.ExecContext(ctx, `VACUUM INTO ?`, draft); err != nil {
		return err
	}
	if err := verifyCopy(ctx, draft); err != nil {
		return err
	}
	sum, err := sumFile(draft)
	if err != nil {
		return err
	}
	line := sum + "  " + filepath.Base(final) + "\n"
	if err := os.WriteFile(final+".sha256", []byte(line), 0o600); err != nil {
		return err
	}
	for _, file := range []string{draft, final + ".sha256"} {
		if err := syncFile(file); err != nil {
			return err
		}
	}
	if err := os.Rename(draft, final); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(final))
}

// verifyCopy asks SQLite whether the copy is whole.
func verifyCopy(ctx context.Context, path string) error {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	db := sql.OpenDB(newConnector(absolute, migrating, 0))
	found, err := scanAll(ctx, db, oneText, `PRAGMA quick_check(1)`)
	if err == nil && (len(found) != 1 || found[0] != "ok") {
		err = damaged().Because(fmt.Errorf("quick_check of a snapshot: %v", found))
	}
	return errors.Join(err, db.Close())
}

// sweep removes what an interrupted snapshot left behind.
func sweep(folder string) error {
	left, err := filepath.Glob(filepath.Join(folder, "register-*.db.tmp*"))
	if err != nil {
		return err
	}
	for _, file := range left {
		if err := os.Remove(file); err != nil {
			return err
		}
	}
	return nil
}

// thin removes the oldest snapshots beyond the limits. The time in the name gives the order.
func thin(folder string) error {
	names, err := snapshotNames(folder)
	if err != nil {
		return err
	}
	var total int64
	for i, name := range names {
		info, err := os.Stat(filepath.Join(folder, name))
		if err != nil {
			return err
		}
		total += info.Size()
		if i == 0 || (i < keptSnapshots && total <= keptSnapshotBytes) {
			continue
		}
		for _, file := range []string{name, name + ".sha256"} {
			if err := os.Remove(filepath.Join(folder, file)); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
		}
	}
	return nil
}

// snapshotNames lists the snapshots, newest first.
func snapshotNames(folder string) ([]string, error) {
	files, err := filepath.Glob(filepath.Join(folder, "register-*.db"))
	if err != nil {
		return nil, err
	}
	names := make([]string, len(files))
	for i, file := range files {
		names[i] = filepath.Base(file)
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Compare(b, a) })
	return names, nil
}

// intact tells whether a snapshot still has the checksum written beside it.
func intact(folder, name string) (bool, error) {
	line, err := os.ReadFile(filepath.Join(folder, name+".sha256"))
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	want, _, _ := strings.Cut(string(line), " ")
	got, err := sumFile(filepath.Join(folder, name))
	return got == want, err
}

func sumFile(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// syncFolder makes a new name durable. Windows has no such call and does it by itself.
func syncFolder(path string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
