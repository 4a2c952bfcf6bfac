package store

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/mattn/go-sqlite3"

	"rapporteur/internal/fault"
)

// contents is every file of a folder with its bytes.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.IsDir() {
			all[e.Name()] = "a folder"
			continue
		}
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		all[e.Name()] = string(data)
	}
	return all
}

// closedRegister is the bytes of a closed register with a webinar in it.
func closedRegister(t *testing.T) []byte {
	t.Helper()
	dir := t.TempDir()
	s, err := Open(context.Background(), dir, testOptions())
	if err != nil {
		t.Fatal(err)
	}
	id := newWebinar(t, s)
	importRegistrations(t, s, id, "r.csv", people(0, 50))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(dir, registerFile))
	if err != nil {
		t.Fatal(err)
	}
	if names := contents(t, dir); len(names) != 3 {
		t.Fatalf("a closed register leaves %d entries", len(names))
	}
	return data
}

// rawSQLite is a database of another program, changed by the statements.
func rawSQLite(t *testing.T, base []byte, statements string) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "raw.db")
	if err := os.WriteFile(path, base, 0o600); err != nil {
		t.Fatal(err)
	}
	c, err := (&sqlite3.SQLiteDriver{}).Open(address(path))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.(*sqlite3.SQLiteConn).Exec(statements, nil); err != nil {
		t.Fatal(err)
	}
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestRefusedRegistersStayAsTheyAre(t *testing.T) {
	register := closedRegister(t)
	garbage := append([]byte{}, register...)
	copy(garbage[headerSize:4096], strings.Repeat("garbage ", 500))
	for _, c := range []struct {
		name  string
		files map[string][]byte
		code  fault.Code
	}{
		{"newer", map[string][]byte{registerFile: rawSQLite(t, register, `PRAGMA user_version = 7`)}, fault.Newer},
		{"much newer", map[string][]byte{registerFile: rawSQLite(t, register, `PRAGMA user_version = 2147483647`)}, fault.Newer},
		{"another program's database", map[string][]byte{registerFile: rawSQLite(t, nil, `CREATE TABLE t (a)`)}, fault.Foreign},
		{"another application", map[string][]byte{registerFile: rawSQLite(t, register, `PRAGMA application_id = 7`)}, fault.Foreign},
		{"a text", map[string][]byte{registerFile: []byte(strings.Repeat("a text of some length ", 50))}, fault.Foreign},
		{"a short text", map[string][]byte{registerFile: []byte("hello")}, fault.Foreign},
		{"cut off in the header", map[string][]byte{registerFile: register[:60]}, fault.Damaged},
		{"blanked", map[string][]byte{registerFile: make([]byte, len(register))}, fault.Damaged},
		{"first bytes broken", map[string][]byte{registerFile: append([]byte("XXXX"), register[4:]...)}, fault.Damaged},
		{"no version", map[string][]byte{registerFile: rawSQLite(t, register, `PRAGMA user_version = 0`)}, fault.Damaged},
		{"impossible version", map[string][]byte{registerFile: rawSQLite(t, register, `PRAGMA user_version = -1`)}, fault.Damaged},
		{"schema overwritten", map[string][]byte{registerFile: garbage}, fault.Damaged},
		{"the log is lost", map[string][]byte{registerFile: register, registerFile + "-shm": make([]byte, 32<<10)}, fault.Damaged},
		{"only the log left", map[string][]byte{registerFile + "-wal": register[:5000]}, fault.Damaged},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			for name, data := range c.files {
				if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
					t.Fatal(err)
				}
			}
			before := contents(t, dir)
			s, err := Open(context.Background(), dir, testOptions())
			if err == nil {
				t.Error("opened", s.Close())
			}
			if !fault.Is(err, c.code) {
				t.Errorf("%v (cause %v)", err, cause(err))
			}
			after := contents(t, dir)
			if c.name == "schema overwritten" || c.name == "the log is lost" {
				delete(after, lockFile) // these are only seen under the lock
			}
			equal(t, after, before)
		})
	}
}

func TestADataFolderUnderAFileIsRefusedInWords(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(context.Background(), filepath.Join(file, "data"), testOptions()); !fault.Is(err, fault.Invalid) {
		t.Errorf("%v", err)
	}
}

func TestAMissingFolderIsMade(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "b")
	id := newWebinar(t, mustOpen(t, dir))
	if id == "" {
		t.Error("no webinar")
	}
}

func TestAnInterruptedFirstOpenIsNoDamage(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, registerFile), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	newWebinar(t, mustOpen(t, dir))
}

func TestFaultsCarryNoPathAndNoSQL(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, registerFile), []byte("hello"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := Open(context.Background(), dir, testOptions())
	f := fault.From(err)
	s := mustOpen(t, t.TempDir())
	_, failed := s.reader.Exec(`INSERT INTO webinar (id) VALUES ('secret')`)
	g := fault.From(explain(failed))
	for _, text := range []string{f.Message, f.Hint, g.Message, g.Hint} {
		for _, never := range []string{dir, "INSERT", "secret", "sqlite"} {
			if strings.Contains(text, never) {
				t.Errorf("%q tells %q", text, never)
			}
		}
	}
}
