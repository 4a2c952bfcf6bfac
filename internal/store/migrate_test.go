package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/mattn/go-sqlite3"

	"rapporteur/internal/fault"
)

// first is a small schema with a parent and children that go with it.
const first = `PRAGMA application_id = 1380012112;
CREATE TABLE parent (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
CREATE TABLE child (id INTEGER PRIMARY KEY, parent_id INTEGER NOT NULL REFERENCES parent (id) ON DELETE CASCADE) STRICT;
INSERT INTO parent VALUES (1, 'a'), (2, 'b');
INSERT INTO child VALUES (10, 1), (11, 1), (12, 2);
PRAGMA user_version = 1;`

// rebuild gives the parent a new column the way SQLite's manual tells: a new table, a copy, a drop, a rename.
const rebuild = `CREATE TABLE new_parent (id INTEGER PRIMARY KEY, name TEXT NOT NULL, note TEXT NOT NULL) STRICT;
INSERT INTO new_parent SELECT id, name, '' FROM parent;
DROP TABLE parent;
ALTER TABLE new_parent RENAME TO parent;`

func steps(texts ...string) fs.FS {
	names := []string{"0001_first.sql", "0002_second.sql", "0003_third.sql"}
	files := fstest.MapFS{}
	for i, text := range texts {
		files[names[i]] = &fstest.MapFile{Data: []byte(text)}
	}
	return files
}

// openWith opens and closes a folder with these steps, and counts the children.
func openWith(t *testing.T, dir string, files fs.FS) (children int, err error) {
	t.Helper()
	s, err := open(context.Background(), dir, testOptions(), files)
	if err != nil {
		return 0, err
	}
	children, _, err = scanOne(context.Background(), s.reader, oneNumber, `SELECT count(*) FROM child`)
	return children, errors.Join(err, s.Close())
}

func TestARebuiltTableKeepsItsChildren(t *testing.T) {
	dir := t.TempDir()
	if n, err := openWith(t, dir, steps(first)); n != 3 || err != nil {
		t.Fatalf("%d children, %v", n, err)
	}
	if n, err := openWith(t, dir, steps(first, rebuild+`PRAGMA user_version = 2;`)); n != 3 || err != nil {
		t.Errorf("%d children, %v", n, err)
	}

	// What would happen with foreign keys on, as on every other connection: the test can fail.
	c, err := (&sqlite3.SQLiteDriver{}).Open(address(filepath.Join(t.TempDir(), "raw.db")) + "?_foreign_keys=on")
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if _, err := c.(*sqlite3.SQLiteConn).Exec(first+rebuild, nil); err != nil {
		t.Fatal(err)
	}
	if n, err := pragma(c.(*sqlite3.SQLiteConn), `SELECT count(*) FROM child`); n != "0" || err != nil {
		t.Errorf("with foreign keys on %s children are left, %v", n, err)
	}
}

func TestAFailedUpdateLeavesTheRegisterAsBefore(t *testing.T) {
	for name, second := range map[string]string{
		"a mistake in the statements": `DELETE FROM child; CREATE TABLE broken (; PRAGMA user_version = 2;`,
		"rows without parent":         `DELETE FROM parent; PRAGMA user_version = 2;`,
		"no version":                  `DELETE FROM child;`,
		"a wrong version":             `DELETE FROM child; PRAGMA user_version = 3;`,
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			if _, err := openWith(t, dir, steps(first)); err != nil {
				t.Fatal(err)
			}
			if _, err := openWith(t, dir, steps(first, second)); !fault.Is(err, fault.Internal) {
				t.Errorf("%v", err)
			}
			if n, err := openWith(t, dir, steps(first)); n != 3 || err != nil {
				t.Errorf("afterwards %d children, %v", n, err)
			}
		})
	}
}

func TestAllPendingStepsAreOneUpdate(t *testing.T) {
	dir := t.TempDir()
	if _, err := openWith(t, dir, steps(first)); err != nil {
		t.Fatal(err)
	}
	second := `DELETE FROM child WHERE id = 10; PRAGMA user_version = 2;`
	if _, err := openWith(t, dir, steps(first, second, `broken;`)); !fault.Is(err, fault.Internal) {
		t.Errorf("%v", err)
	}
	if n, err := openWith(t, dir, steps(first)); n != 3 || err != nil {
		t.Errorf("the second step was kept without the third: %d children, %v", n, err)
	}
	if n, err := openWith(t, dir, steps(first, second, `PRAGMA user_version = 3;`)); n != 2 || err != nil {
		t.Errorf("%d children, %v", n, err)
	}
}

func TestASnapshotIsTakenBeforeAnUpdate(t *testing.T) {
	dir := t.TempDir()
	if _, err := openWith(t, dir, steps(first)); err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(dir, snapshotFolder)
	if names := must[[]string](t)(snapshotNames(folder)); len(names) != 0 {
		t.Errorf("a new register has snapshots: %v", names)
	}
	if _, err := openWith(t, dir, steps(first, `DELETE FROM child; PRAGMA user_version = 2;`)); err != nil {
		t.Fatal(err)
	}
	names := must[[]string](t)(snapshotNames(folder))
	if len(names) != 1 || !strings.Contains(names[0], "before-update") || !must[bool](t)(intact(folder, names[0])) {
		t.Fatalf("snapshots: %v", names)
	}

	back := t.TempDir()
	data, err := os.ReadFile(filepath.Join(folder, names[0]))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(back, registerFile), data, 0o600); err != nil {
		t.Fatal(err)
	}
	if n, err := openWith(t, back, steps(first)); n != 3 || err != nil {
		t.Errorf("the snapshot opens with %d children, %v", n, err)
	}
}

func TestTheNewVersionStandsInTheFileAtOnce(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, registerFile)
	all, err := readMigrations(steps(first, rebuild+`PRAGMA user_version = 2;`))
	if err != nil {
		t.Fatal(err)
	}
	for n := 1; n <= len(all); n++ {
		if n > 1 { // as Open leaves a register: with a write-ahead log, in which a new version could stand alone
			data := must[[]byte](t)(os.ReadFile(path))
			if err := os.WriteFile(path, rawSQLite(t, data, `PRAGMA journal_mode = WAL`), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if err := migrate(context.Background(), path, n-1, all[:n], start); err != nil {
			t.Fatal(err)
		}
		if version, err := peek(path, len(all)); version != n || err != nil {
			t.Errorf("the header says version %d, %v", version, err)
		}
		if head := must[[]byte](t)(readHeader(path)); head[18] != 1 || head[19] != 1 {
			t.Error("the update went through a write-ahead log")
		}
	}
	if _, err := peek(path, 1); !fault.Is(err, fault.Newer) {
		t.Errorf("an earlier program would open it: %v", err)
	}
}

func TestMigrationsAreNumberedWithoutGap(t *testing.T) {
	for _, name := range []string{"0002_late.sql", "1_short.sql", "0001-dash.sql", "0001_Upper.sql"} {
		if _, err := readMigrations(fstest.MapFS{name: &fstest.MapFile{}}); err == nil {
			t.Errorf("%s is taken", name)
		}
	}
	if all, err := readMigrations(embedded); err != nil || len(all) == 0 {
		t.Errorf("%d migrations, %v", len(all), err)
	}
}
