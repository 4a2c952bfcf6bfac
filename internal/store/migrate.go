package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"time"

	"rapporteur/internal/fault"
)

//go:embed migrations/*.sql
var embeddedFiles embed.FS

var embedded = mustSub(embeddedFiles, "migrations")

func mustSub(f fs.FS, dir string) fs.FS {
	sub, err := fs.Sub(f, dir)
	if err != nil {
		panic(err)
	}
	return sub
}

// migration is one numbered step of the schema. Its text ends by setting user_version to its number.
type migration struct {
	name string
	text string
}

var migrationName = regexp.MustCompile(`^([0-9]{4})_[a-z0-9_]+\.sql$`)

// readMigrations gives the steps in order; the last one's number is the schema version. Names are NNNN_what.sql,
// numbered from 0001 without a gap.
func readMigrations(files fs.FS) ([]migration, error) {
	names, err := fs.Glob(files, "*.sql")
	if err != nil {
		return nil, err
	}
	steps := make([]migration, 0, len(names))
	for i, name := range names {
		parts := migrationName.FindStringSubmatch(name)
		if parts == nil || parts[1] != fmt.Sprintf("%04d", i+1) {
			return nil, fmt.Errorf("store: migration %q is not number %04d", name, i+1)
		}
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		steps = append(steps, migration{name: name, text: string(text)})
	}
	return steps, nil
}

// migrate brings the register at path from its version to the newest one, in one transaction, after a verified
// snapshot where there is something to lose. On a fault the register is as before.
//
// The connection has foreign keys off, because rebuilding a table under foreign keys empties its child tables
// (https://www.sqlite.org/lang_altertable.html#otheralter); they are checked before the commit. It uses a rollback
// journal, so that the new version stands in the file's own header from the commit on, where peek reads it.
func migrate(ctx context.Context, path string, version int, steps []migration, now time.Time) error {
	if version == 0 {
		if err := createFile(path); err != nil {
			return err
		}
	}
	db := sql.OpenDB(newConnector(path, migrating, 0))
	db.SetMaxOpenConns(1)
	err := func() error {
		if version > 0 {
			if _, err := snapshot(ctx, db, filepath.Dir(path), "before-update", now); err != nil {
				return err
			}
		}
		if _, err := db.ExecContext(ctx, `PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA;`); err != nil {
			return err
		}
		tx, err := db.BeginTx(ctx, nil)
		if err != nil {
			return err
		}
		if err := apply(ctx, tx, version, steps); err != nil {
			return errors.Join(explain(err), tx.Rollback())
		}
		return tx.Commit()
	}()
	return errors.Join(explain(err), db.Close())
}

// finishRollback lets SQLite take back an update that was cut while it was being saved: until then the file's header may
// show the version that the update was to make.
func finishRollback(ctx context.Context, path string) error {
	journal, err := size(path + "-journal")
	if err != nil || journal <= 0 {
		return err
	}
	db := sql.OpenDB(newConnector(path, migrating, 0))
	_, err = scanAll(ctx, db, oneNumber, `SELECT count(*) FROM sqlite_schema`)
	return errors.Join(explain(err), db.Close())
}

// apply runs the pending steps and checks the result. Its caller commits.
func apply(ctx context.Context, tx *sql.Tx, version int, steps []migration) error {
	for i, step := range steps[version:] {
		if _, err := tx.ExecContext(ctx, step.text); err != nil {
			return updateFailed(fmt.Errorf("migration %s: %w", step.name, err))
		}
		var got int
		if err := tx.QueryRowContext(ctx, `PRAGMA user_version`).Scan(&got); err != nil {
			return err
		}
		if want := version + i + 1; got != want {
			return updateFailed(fmt.Errorf("migration %s sets user_version %d, not %d", step.name, got, want))
		}
	}
	broken, err := scanAll(ctx, tx, oneText, `SELECT DISTINCT "table" FROM pragma_foreign_key_check`)
	if err != nil {
		return err
	}
	if len(broken) > 0 {
		return updateFailed(fmt.Errorf("migration leaves rows without parent in %v", broken))
	}
	found, err := scanAll(ctx, tx, oneText, `PRAGMA quick_check(1)`)
	if err != nil {
		return err
	}
	if len(found) != 1 || found[0] != "ok" {
		return damaged().Because(fmt.Errorf("quick_check: %v", found))
	}
	return nil
}

// updateFailed keeps what SQLite said about space and drives, and puts everything else into one sentence.
func updateFailed(cause error) error {
	if err := explain(cause); !fault.Is(err, fault.Internal) {
		return err
	}
	return fault.New(fault.Internal, "The register could not be brought up to date; it is as it was before.",
		"Go on with the earlier version of this program and send the log of the data folder to the developers.").Because(cause)
}

// createFile makes an empty register for its owner alone; SQLite gives its side files the same rights.
func createFile(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	return f.Close()
}
