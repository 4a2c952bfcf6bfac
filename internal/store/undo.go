package store

import (
	"context"
	"time"

	"rapporteur/internal/change"
	"rapporteur/internal/fault"
)

// Undone is the record of an undo: which change, by whom, when, why.
type Undone struct {
	ID     string
	Change string
	Who    string
	At     time.Time
	Why    string
}

// Undo takes back the last live change of a webinar and returns it. Its facts stay and are no longer seen; the same
// file may be imported again. Faults: not-found, barred (the last change is one that stands; the sentence says which
// and why).
func (s *Store) Undo(ctx context.Context, webinarID, who, why string) (change.Change, error) {
	var last change.Change
	err := s.write(ctx, func(tx *Tx) error {
		const query = `SELECT c.id, c.webinar_id, c.kind, c.who, c.at, c.why, 0 FROM live_change c
			WHERE c.webinar_id = ? ORDER BY c.seq DESC LIMIT 1`
		found := false
		var err error
		if last, found, err = scanOne(ctx, tx.q, scanChange, query, webinarID); err != nil {
			return err
		}
		if !found {
			return noWebinar()
		}
		if !last.Kind.Undoable() {
			return stands(last.Kind)
		}
		return tx.takeBack(last, Undone{ID: s.options.NewID(), Who: who, At: s.options.Now(), Why: why})
	})
	if err != nil {
		return change.Change{}, err
	}
	last.Undone = true
	return last, nil
}

// takeBack marks a change as undone.
func (tx *Tx) takeBack(c change.Change, u Undone) error {
	const insert = `INSERT INTO undo (id, seq, change_id, who, at, why)
		VALUES (?, (SELECT coalesce(max(seq), 0) + 1 FROM undo), ?, ?, ?, ?)`
	if err := tx.exec(insert, u.ID, c.ID, u.Who, stamp(u.At), u.Why); err != nil {
		return err
	}
	return tx.seal("undo", u.ID)
}

// Reopen takes back the closing of a webinar whose version is the expected one (expect < 0: any). The report's texts that
// were written since stay. Faults: not-found, conflict, barred (it is not closed, or a final report was issued since).
func (s *Store) Reopen(ctx context.Context, webinarID string, expect int, who, why string) error {
	return s.write(ctx, func(tx *Tx) error {
		if err := tx.expect(webinarID, expect); err != nil {
			return err
		}
		live, err := tx.LiveChanges(ctx, webinarID)
		if err != nil {
			return err
		}
		closings, ok := change.Reopening(live)
		if !ok {
			return staysAsItIs(live)
		}
		for _, c := range closings {
			if err := tx.takeBack(c, Undone{ID: s.options.NewID(), Who: who, At: s.options.Now(), Why: why}); err != nil {
				return err
			}
		}
		return nil
	})
}

// staysAsItIs says why a webinar is not reopened.
func staysAsItIs(live []change.Change) error {
	for _, c := range live {
		if c.Kind == change.WebinarClose {
			return fault.New(fault.Barred, "A final report was issued after the closing: the closing stands.",
				"The report's texts can still be changed, and a further final report can be issued.")
		}
	}
	return fault.New(fault.Barred, "The webinar is not closed.", "Nothing needs to be done.")
}

// stands says why a change cannot be taken back, and with it nothing before it.
func stands(k change.Kind) error {
	switch k {
	case change.WebinarNew:
		return fault.New(fault.Barred, "There is nothing to undo: the webinar was only created so far.",
			"Cancel the webinar if it will not take place.")
	case change.ReportIssue:
		return fault.New(fault.Barred, "The last change finalised a report, and a final report stands: it cannot be undone.",
			"Correct the data and finalise a further report.")
	}
	return fault.New(fault.Barred, "The last change is of a kind that cannot be undone.", "Enter the earlier values again.")
}

// Undos lists what was taken back at a webinar, oldest first.
func (r Reads) Undos(ctx context.Context, webinarID string) ([]Undone, error) {
	const query = `SELECT u.id, u.change_id, u.who, u.at, u.why FROM undo u JOIN change c ON c.id = u.change_id
		WHERE c.webinar_id = ? ORDER BY u.seq`
	return scanAll(ctx, r.q, func(r row) (u Undone, err error) {
		return u, r.Scan(&u.ID, &u.Change, &u.Who, moment{&u.At}, &u.Why)
	}, query, webinarID)
}
