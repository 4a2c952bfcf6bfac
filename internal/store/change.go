package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"rapporteur/internal/change"
	"rapporteur/internal/fault"
	"rapporteur/internal/webinar"
)

// Tx is one change being written. Its methods add facts to the change; its Reads see them already. It is valid until
// the function given to Do returns, and for one goroutine. Seen, where it is set, is told how many rows of a long list are
// added.
type Tx struct {
	Reads
	Seen       func(int)
	ctx        context.Context
	tx         *sql.Tx
	change     change.Change
	newID      func() string
	n          int
	statements map[string]*sql.Stmt
}

// Do writes one change: it checks that the webinar's version is the expected one (expect < 0: any), records the change,
// runs fn, and commits. The change's ID and At are filled in, and its Webinar for a new webinar; it is returned.
// Whatever fails, and when ctx ends, nothing is kept. Faults: conflict, not-found, those of fn, those of Open.
//
// fn reads through the Tx it is given; it must not call Do or Undo.
func (s *Store) Do(ctx context.Context, c change.Change, expect int, fn func(*Tx) error) (change.Change, error) {
	c.ID, c.At, c.Undone = s.options.NewID(), s.options.Now().UTC(), false
	fresh := c.Kind == change.WebinarNew
	if fresh && c.Webinar == "" {
		c.Webinar = s.options.NewID()
	}
	err := s.write(ctx, func(tx *Tx) error {
		tx.change = c
		if c.Webinar != "" && !fresh {
			if err := tx.expect(c.Webinar, expect); err != nil {
				return err
			}
			if err := tx.mayFollow(c.Kind); err != nil {
				return err
			}
		}
		const insert = `INSERT INTO change (id, seq, webinar_id, kind, who, at, why)
			VALUES (?, (SELECT coalesce(max(seq), 0) + 1 FROM change), ?, ?, ?, ?, ?)`
		if err := tx.exec(insert, c.ID, orNull(c.Webinar), c.Kind, c.Who, stamp(c.At), c.Why); err != nil {
			return err
		}
		if err := fn(tx); err != nil {
			return err
		}
		return tx.seal("change", c.ID)
	})
	if err != nil {
		return change.Change{}, err
	}
	return c, nil
}

// write runs fn in one immediate transaction.
func (s *Store) write(ctx context.Context, fn func(*Tx) error) error {
	if err := s.there(); err != nil {
		return err
	}
	inner, err := s.writer.BeginTx(ctx, nil)
	if err != nil {
		return explain(err)
	}
	// After a commit this does nothing; it covers every other way out, a panic in fn included.
	defer inner.Rollback()
	tx := &Tx{Reads: Reads{q: inner}, ctx: ctx, tx: inner, newID: s.options.NewID, statements: map[string]*sql.Stmt{}}
	if err := fn(tx); err != nil {
		return explain(err)
	}
	if err := inner.Commit(); err != nil {
		return explain(err)
	}
	if err := s.there(); err != nil {
		return unsure(err)
	}
	return nil
}

// expect refuses when the webinar is unknown or has moved on since the officer looked at it.
func (tx *Tx) expect(webinarID string, version int) error {
	now, err := tx.version(tx.ctx, webinarID)
	if err != nil {
		return err
	}
	if now == 0 {
		return noWebinar()
	}
	if version >= 0 && now != version {
		return fault.New(fault.Conflict, "The webinar was changed in another window in between; nothing was saved.",
			"Look at the webinar again, then repeat the step if it is still wanted.")
	}
	return nil
}

// mayFollow refuses what would change the figures of a closed webinar, whatever the way in.
func (tx *Tx) mayFollow(kind change.Kind) error {
	if kind.AfterClosing() {
		return nil
	}
	state, _, err := scanOne(tx.ctx, tx.q, oneText, `SELECT state FROM live_webinar_version WHERE webinar_id = ?
		ORDER BY seq DESC, n DESC LIMIT 1`, tx.change.Webinar)
	if err == nil && webinar.State(state) == webinar.Closed {
		err = webinar.ErrClosed
	}
	return err
}

// version counts what was done and undone to a webinar: it grows with both and never falls. 0: no such webinar.
func (r Reads) version(ctx context.Context, webinarID string) (int, error) {
	const query = `SELECT (SELECT count(*) FROM change c WHERE c.webinar_id = w.id)
		+ (SELECT count(*) FROM undo u JOIN change c ON c.id = u.change_id WHERE c.webinar_id = w.id)
		FROM webinar w WHERE w.id = ?`
	n, _, err := scanOne(ctx, r.q, oneNumber, query, webinarID)
	return n, err
}

// ProjectChanges counts what was done to projects: it grows with every change of one.
func (r Reads) ProjectChanges(ctx context.Context) (int, error) {
	const query = `SELECT count(*) FROM change WHERE webinar_id IS NULL AND kind NOT IN (?, ?)`
	n, _, err := scanOne(ctx, r.q, oneNumber, query, change.PersonDecide, change.MemoryRevoke)
	return n, err
}

// FactChanges counts what was done and undone to a webinar but for its report's texts and files: as long as it stays the
// same, so do the figures. It never falls.
func (r Reads) FactChanges(ctx context.Context, webinarID string) (int, error) {
	const query = `SELECT (SELECT count(*) FROM change c WHERE c.webinar_id = ? AND c.kind NOT IN (?, ?))
		+ (SELECT count(*) FROM undo u JOIN change c ON c.id = u.change_id WHERE c.webinar_id = ? AND c.kind NOT IN (?, ?))`
	n, _, err := scanOne(ctx, r.q, oneNumber, query, webinarID, change.ReportText, change.ReportIssue, webinarID, change.ReportText, change.ReportIssue)
	return n, err
}

// exec runs one statement, prepared once per change.
func (tx *Tx) exec(query string, args ...any) error {
	statement, ok := tx.statements[query]
	if !ok {
		var err error
		if statement, err = tx.tx.PrepareContext(tx.ctx, query); err != nil {
			return explain(err)
		}
		tx.statements[query] = statement
	}
	_, err := statement.ExecContext(tx.ctx, args...)
	return explain(err)
}

// row tells that so many rows are added.
func (tx *Tx) row(n int) {
	if tx.Seen != nil {
		tx.Seen(n)
	}
}

// next numbers the facts of the change.
func (tx *Tx) next() int {
	tx.n++
	return tx.n
}

// of makes sure that facts go to the webinar of their change.
func (tx *Tx) of(webinarID string) error {
	if webinarID == "" || webinarID != tx.change.Webinar {
		return fault.From(errors.New("store: facts of another webinar than their change's"))
	}
	return nil
}

// Changes lists what was done to a webinar, oldest first, undone changes included; "" lists the changes of projects.
func (r Reads) Changes(ctx context.Context, webinarID string) ([]change.Change, error) {
	const query = `SELECT c.id, coalesce(c.webinar_id, ''), c.kind, c.who, c.at, c.why, u.id IS NOT NULL
		FROM change c LEFT JOIN undo u ON u.change_id = c.id WHERE coalesce(c.webinar_id, '') = ? ORDER BY c.seq`
	return scanAll(ctx, r.q, scanChange, query, webinarID)
}

// LiveChanges lists the changes of a webinar that stand, oldest first.
func (r Reads) LiveChanges(ctx context.Context, webinarID string) ([]change.Change, error) {
	const query = `SELECT id, webinar_id, kind, who, at, why, 0 FROM live_change WHERE webinar_id = ? ORDER BY seq`
	return scanAll(ctx, r.q, scanChange, query, webinarID)
}

// StateSince gives the change by which a webinar came into the state that it is in.
func (r Reads) StateSince(ctx context.Context, webinarID string) (change.Change, error) {
	const query = `SELECT c.id, c.webinar_id, c.kind, c.who, c.at, c.why, 0 FROM live_webinar_version v JOIN change c ON c.id = v.change_id
		WHERE v.webinar_id = ? AND v.seq > (SELECT coalesce(max(o.seq), 0) FROM live_webinar_version o WHERE o.webinar_id = v.webinar_id
			AND o.state <> (SELECT n.state FROM live_webinar_version n WHERE n.webinar_id = v.webinar_id ORDER BY n.seq DESC, n.n DESC LIMIT 1))
		ORDER BY v.seq LIMIT 1`
	c, _, err := scanOne(ctx, r.q, scanChange, query, webinarID)
	return c, err
}

func scanChange(r row) (c change.Change, err error) {
	return c, r.Scan(&c.ID, &c.Webinar, &c.Kind, &c.Who, moment{&c.At}, &c.Why, &c.Undone)
}

// LastChange is when something was last done or undone to a webinar, UTC; zero for an unknown one.
func (r Reads) LastChange(ctx context.Context, webinarID string) (time.Time, error) {
	const query = `SELECT c.at FROM change c WHERE c.webinar_id = ?
		UNION ALL SELECT u.at FROM undo u JOIN change c ON c.id = u.change_id WHERE c.webinar_id = ?`
	times, err := scanAll(ctx, r.q, func(r row) (t time.Time, err error) { return t, r.Scan(moment{&t}) }, query, webinarID, webinarID)
	var last time.Time
	for _, t := range times {
		if t.After(last) {
			last = t
		}
	}
	return last, err
}
