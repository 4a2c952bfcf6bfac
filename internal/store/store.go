// Package store keeps the register: one SQLite file in one data folder, with its lock and its snapshots.
//
// A data folder holds register.db (SQLite's -wal and -shm files beside it while it is open), register.lock and
// register.holder (who has it open), and snapshots/ (verified copies, each with its SHA-256). Open refuses a register
// written by a newer program, a file of another program and a damaged one without changing a byte.
//
// Facts are only ever added, each under a change that says who did what, when and why; undoing a change marks it, and
// every read sees the facts of live changes only. Do writes one change in one transaction: all of it, or nothing.
// Reads serve both the Store (as of now, never waiting for a writer) and the Tx handed to Do (as of that transaction).
// What can be computed is not stored: states, matches, presence and figures are recomputed from these facts.
//
// Errors are faults with a sentence for the officer; no SQL, path or cell value is ever part of one.
package store

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"rapporteur/internal/fault"
)

const (
	registerFile   = "register.db"
	lockFile       = "register.lock"
	holderFile     = "register.holder"
	snapshotFolder = "snapshots"
)

// Options are what the store takes from outside. Now and NewID are required: the clock and the source of identifiers.
// Wait is how long Open waits for another process to let go of the register; 0 means half a second. Existing makes no new
// register where there is none: fault not-found.
type Options struct {
	Now   func() time.Time
	NewID func() string
	Wait  time.Duration

	Existing bool
}

// Store is an open register. It may be used from several goroutines; one writes at a time.
type Store struct {
	Reads
	dir     string
	path    string      // of the register's file
	file    os.FileInfo // which file it is
	options Options
	steps   []migration
	writer  *sql.DB
	reader  *sql.DB
	lock    *folderLock
}

// Open opens the register of a data folder, making folder and register where there are none and bringing an older
// register up to date, with a snapshot first. Faults: locked (names the holder), newer, foreign, damaged, read-only,
// disk-full, unsafe-folder, not-found. A refused register is left as it was, byte for byte, with no file beside it.
func Open(ctx context.Context, dir string, o Options) (*Store, error) {
	return open(ctx, dir, o, embedded)
}

func open(ctx context.Context, dir string, o Options, migrations fs.FS) (*Store, error) {
	if o.Now == nil || o.NewID == nil {
		return nil, fault.From(errors.New("store: Options.Now and Options.NewID are required"))
	}
	if o.Wait == 0 {
		o.Wait = 500 * time.Millisecond
	}
	steps, err := readMigrations(migrations)
	if err != nil {
		return nil, explain(err)
	}
	path, err := filepath.Abs(filepath.Join(dir, registerFile))
	if err != nil {
		return nil, explain(err)
	}
	// The first look comes before the lock file is made, so that a refused folder gets no file at all.
	version, err := peek(path, len(steps))
	if err != nil {
		return nil, explain(err)
	}
	if version == 0 && o.Existing {
		return nil, fault.New(fault.NotFound, "There is no register in the data folder.",
			"Check that its drive is connected and that the right folder is named. A new register begins with a webinar.")
	}
	if err := os.MkdirAll(dir, 0o700); errors.Is(err, fs.ErrNotExist) { // a drive that is not there, above all
		return nil, fault.New(fault.NotFound, "The data folder cannot be made: the drive or the folder above it is not there.",
			"Connect the drive, or choose another data folder.").Because(err)
	} else if err != nil {
		return nil, explain(err)
	}
	lock, err := lockFolder(ctx, dir, o)
	if err != nil {
		return nil, explain(err)
	}
	s := &Store{dir: dir, options: o, steps: steps, lock: lock}
	if err := s.connect(ctx, path); err != nil {
		return nil, explain(errors.Join(explain(err), s.Close()))
	}
	return s, nil
}

// connect looks again, now that nobody else can write, brings the register up to date and opens its two pools: one
// connection that writes, a few that read.
func (s *Store) connect(ctx context.Context, path string) error {
	if err := finishRollback(ctx, path); err != nil {
		return err
	}
	version, err := peek(path, len(s.steps))
	if err != nil {
		return err
	}
	if err := refuseLostLog(path); err != nil {
		return err
	}
	if version < len(s.steps) {
		if err := migrate(ctx, path, version, s.steps, s.options.Now()); err != nil {
			return err
		}
	}
	if err := s.remember(path); err != nil {
		return err
	}
	s.writer = sql.OpenDB(newConnector(path, writing, len(s.steps)))
	s.writer.SetMaxOpenConns(1)
	s.reader = sql.OpenDB(newConnector(path, reading, len(s.steps)))
	s.reader.SetMaxOpenConns(4)
	s.Reads = Reads{q: present{s.reader, s}}
	if err := errors.Join(s.writer.PingContext(ctx), s.reader.PingContext(ctx)); err != nil {
		return err
	}
	// The folder of snapshots is the mark that a register was made here: see refuseOrphan. A full drive makes none, and
	// keeps no officer from reading.
	_ = os.Mkdir(filepath.Join(s.dir, snapshotFolder), 0o700)
	return nil
}

// Close lets go of the register. SQLite then folds its side files into register.db. Where another register has taken its
// place, nothing there is touched: SQLite would remove the side files by their names, and those are the other's now.
func (s *Store) Close() error {
	if s.file != nil {
		if now, err := os.Stat(s.path); err == nil && !os.SameFile(now, s.file) {
			return s.lock.lock.Unlock()
		}
	}
	var errs []error
	for _, pool := range []*sql.DB{s.reader, s.writer} {
		if pool != nil {
			errs = append(errs, pool.Close())
		}
	}
	errs = append(errs, s.lock.release())
	return explain(errors.Join(errs...))
}
