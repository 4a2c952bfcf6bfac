package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/mattn/go-sqlite3"

	"rapporteur/internal/fault"
)

func TestEverySettingReadsBack(t *testing.T) {
	ctx, s := context.Background(), mustOpen(t, t.TempDir())
	want := map[string]string{
		"PRAGMA journal_mode": "wal", "PRAGMA synchronous": "2", "PRAGMA foreign_keys": "1", "PRAGMA busy_timeout": "5000",
		"PRAGMA secure_delete": "1", "PRAGMA fullfsync": "1", "PRAGMA checkpoint_fullfsync": "1", "PRAGMA temp_store": "2",
		"PRAGMA trusted_schema": "0", "PRAGMA cell_size_check": "1", "PRAGMA application_id": "1380012112", "PRAGMA user_version": "7",
	}
	for name, pool := range map[string]querier{"writer": s.writer, "reader": s.reader} {
		for query, value := range want {
			got, err := scanAll(ctx, pool, oneText, query)
			if err != nil || len(got) != 1 || got[0] != value {
				t.Errorf("%s: %s reads %v, %v, not %s", name, query, got, err, value)
			}
		}
	}
}

func TestAnUnkeptSettingIsRefused(t *testing.T) {
	s := mustOpen(t, t.TempDir())
	c, err := (&sqlite3.SQLiteDriver{}).Open(address(filepath.Join(s.dir, registerFile)))
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if err := assert(c.(*sqlite3.SQLiteConn), []promise{{"PRAGMA synchronous", "2"}}); !fault.Is(err, UnsafeFolder) {
		t.Errorf("the driver's own synchronous=NORMAL passes: %v", err)
	}
}

func TestTransactionsTakeTheWriteLockAtOnce(t *testing.T) {
	s := mustOpen(t, t.TempDir())
	tx, err := s.writer.Begin()
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback()
	other, err := (&sqlite3.SQLiteDriver{}).Open(address(filepath.Join(s.dir, registerFile)) + "?_busy_timeout=0")
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	_, err = other.(*sqlite3.SQLiteConn).Exec(`BEGIN IMMEDIATE`, nil)
	var inner sqlite3.Error
	if !errors.As(err, &inner) || inner.Code != sqlite3.ErrBusy {
		t.Errorf("another writer got in: %v", err)
	}
}

func TestReadersCannotWrite(t *testing.T) {
	s := mustOpen(t, t.TempDir())
	_, err := s.reader.Exec(`INSERT INTO chart_svg (hash, svg, sha256) VALUES ('a', 'b', 'c')`)
	if !fault.Is(explain(err), fault.ReadOnly) {
		t.Errorf("a reading connection wrote: %v", err)
	}
}

func TestAnyFolderName(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "Vebinari š Ж %41 #1")
	if runtime.GOOS != "windows" {
		dir += "?_synchronous=OFF&mode=memory"
	}
	s := mustOpen(t, dir)
	newWebinar(t, s)
	if info, err := os.Stat(filepath.Join(dir, registerFile)); err != nil || info.Size() == 0 {
		t.Errorf("the register is not in its folder: %v", err)
	}
}

func TestOnlyTheOwnerMayRead(t *testing.T) {
	if runtime.GOOS == "windows" {
		return // rights come from the profile folder there
	}
	dir := filepath.Join(t.TempDir(), "data")
	s := mustOpen(t, dir)
	newWebinar(t, s)
	must[string](t)(s.Snapshot(context.Background(), "test"))
	err := filepath.Walk(dir, func(path string, info os.FileInfo, err error) error {
		if err != nil {
			return err
		}
		want := os.FileMode(0o600)
		if info.IsDir() {
			want = 0o700
		}
		if info.Mode().Perm() != want {
			t.Errorf("%s has mode %o", info.Name(), info.Mode().Perm())
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestEveryTableIsStrict(t *testing.T) {
	s := mustOpen(t, t.TempDir())
	loose := must[[]string](t)(scanAll(context.Background(), s.reader, oneText,
		`SELECT name FROM pragma_table_list WHERE type = 'table' AND "schema" = 'main' AND strict = 0 AND name <> 'sqlite_schema'`))
	if len(loose) > 0 {
		t.Errorf("tables that are not STRICT: %s", strings.Join(loose, ", "))
	}
}
