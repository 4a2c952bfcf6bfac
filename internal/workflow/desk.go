// Package workflow is the list of use cases: each loads facts, calls the pure stages and saves facts, one transaction per
// use case. Commands and screens call it and add no rule of their own.
package workflow

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"time"

	"rapporteur/internal/change"
	"rapporteur/internal/chart/ssr"
	"rapporteur/internal/fault"
	"rapporteur/internal/progress"
	"rapporteur/internal/store"
	"rapporteur/internal/tabular"
)

// Tables reads a table file. The program reads each in a guarded child process. seen is told how many bytes are read; when
// it or ctx ends the work, the reading comes back at once with an error.
type Tables interface {
	Read(ctx context.Context, name string, data []byte, said tabular.Said, seen progress.Seen) (*tabular.File, error)
}

// Upload is a file an officer hands over: its name without folder, and its bytes.
type Upload struct {
	Name string
	Data []byte
	sum  string // the SHA-256 of Data, where it is known
}

// SHA256 is that of the file's bytes, in lower-case hexadecimal digits.
func (u Upload) SHA256() string {
	if u.sum != "" {
		return u.sum
	}
	sum := sha256.Sum256(u.Data)
	return hex.EncodeToString(sum[:])
}

// summed gives the files with their hashes: a large one takes as long as reading it.
func summed(files []Upload) []Upload {
	out := slices.Clone(files)
	for i, u := range out {
		out[i].sum = u.SHA256()
	}
	return out
}

// Options are what a desk takes from outside. Who is the officer written into every change. Existing opens no new register.
type Options struct {
	Existing bool

	Tables Tables
	Now    func() time.Time
	NewID  func() string
	Who    string
	Charts *ssr.Renderer
}

// Desk is an officer's work place: one open register and what reads files and draws charts.
type Desk struct {
	store     *store.Store
	tables    Tables
	now       func() time.Time
	who       string
	charts    *ssr.Renderer
	memo      *memo
	everybody *everybodyMemo
	memory    *memory
	seen      int // the version of the webinar the officer looks at; 0: not said
	progress  Progress
}

// Open opens the register of a data folder. Faults are those of store.Open.
func Open(ctx context.Context, dir string, o Options) (*Desk, error) {
	s, err := store.Open(ctx, dir, store.Options{Now: o.Now, NewID: o.NewID, Existing: o.Existing})
	if err != nil {
		return nil, err
	}
	return &Desk{store: s, tables: o.Tables, now: o.Now, who: o.Who, charts: o.Charts, memo: &memo{}, everybody: &everybodyMemo{}, memory: &memory{}}, nil
}

// Close lets go of the register.
func (d *Desk) Close() error { return d.store.Close() }

// Seen is the desk of an officer who looks at this version of a webinar: what is written through it is refused with
// fault conflict when the webinar has moved on since. A screen says what it shows; a command does not.
func (d *Desk) Seen(version int) *Desk {
	c := *d
	c.seen = version
	return &c
}

// do writes one change. expect is the version the change was worked out on, -1 for none. An Overtaken says what was done
// since.
func (d *Desk) do(ctx context.Context, c change.Change, expect int, fn func(*store.Tx) error) (change.Change, error) {
	if d.seen > 0 && expect >= 0 && d.seen != expect {
		expect = d.seen // the store refuses it in its own words
	}
	made, err := d.store.Do(ctx, c, expect, fn)
	if fault.Is(err, fault.Conflict) && expect >= 0 {
		err = d.overtaken(ctx, err, c.Webinar, expect)
	}
	return made, err
}

func (d *Desk) change(kind change.Kind, webinarID, why string) change.Change {
	return change.Change{Kind: kind, Webinar: webinarID, Who: d.who, Why: why}
}

// Check looks at everything the register promises to keep.
func (d *Desk) Check(ctx context.Context) (store.Report, error) { return d.store.Check(ctx) }

// Undo takes back the last change of a webinar and returns it.
func (d *Desk) Undo(ctx context.Context, webinarID, why string) (change.Change, error) {
	w, err := d.store.Webinar(ctx, webinarID)
	if err != nil {
		return change.Change{}, err
	}
	if d.seen > 0 && d.seen != w.Version {
		conflict := fault.New(fault.Conflict, "The webinar was changed in another window in between; nothing was taken back.",
			"Look at what was done last, then undo it if that is still wanted.")
		return change.Change{}, d.overtaken(ctx, conflict, w.ID, d.seen)
	}
	return d.store.Undo(ctx, w.ID, d.who, why)
}

// Changes is the history of a webinar, oldest first.
func (d *Desk) Changes(ctx context.Context, webinarID string) ([]change.Change, error) {
	w, err := d.store.Webinar(ctx, webinarID)
	if err != nil {
		return nil, err
	}
	return d.store.Changes(ctx, w.ID)
}
