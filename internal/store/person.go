package store

import (
	"context"
	"errors"
	"time"

	"rapporteur/internal/change"
	"rapporteur/internal/fault"
	"rapporteur/internal/indicator"
)

// Said is who gave an answer that belongs to no webinar, when (UTC) and why.
type Said struct {
	Change string
	Who    string
	At     time.Time
	Why    string
}

// PersonDecision is an officer's answer on who is one person, with the evidence that was shown. Said is filled in.
type PersonDecision struct {
	indicator.Decision
	Shown []string
	Said  Said
}

// Revocation takes back what was remembered under a key. Said is filled in, and Seq, its place among all changes.
type Revocation struct {
	Key  string
	Seq  int
	Said Said
}

// AddPersonDecision adds an officer's answer. The change belongs to no webinar.
func (tx *Tx) AddPersonDecision(d PersonDecision) error {
	if err := tx.ofRegister(change.PersonDecide); err != nil {
		return err
	}
	one, err := asJSON(d.One)
	if err != nil {
		return err
	}
	other, err := asJSON(d.Other)
	if err != nil {
		return err
	}
	shown, err := asJSON(d.Shown)
	if err != nil {
		return err
	}
	return tx.exec(`INSERT INTO person_decision (change_id, n, same, one, other, shown) VALUES (?, ?, ?, ?, ?, ?)`,
		tx.change.ID, tx.next(), d.Same, one, other, shown)
}

// PersonDecisions lists the answers that stand, oldest first.
func (r Reads) PersonDecisions(ctx context.Context) ([]PersonDecision, error) {
	const query = `SELECT change_id, same, one, other, shown, who, decided_at, why FROM live_person_decision ORDER BY seq, n`
	return scanAll(ctx, r.q, func(r row) (d PersonDecision, err error) {
		err = r.Scan(&d.ID, &d.Same, fromJSON{&d.One}, fromJSON{&d.Other}, fromJSON{&d.Shown}, &d.Said.Who, moment{&d.Said.At}, &d.Said.Why)
		d.Said.Change = d.ID
		return d, err
	}, query)
}

// AddRevocation has what is remembered under a key forgotten. The change belongs to no webinar.
func (tx *Tx) AddRevocation(key string) error {
	if err := tx.ofRegister(change.MemoryRevoke); err != nil {
		return err
	}
	return tx.exec(`INSERT INTO memory_revocation (change_id, n, memory_key) VALUES (?, ?, ?)`, tx.change.ID, tx.next(), key)
}

// Revocations lists what was had forgotten, oldest first.
func (r Reads) Revocations(ctx context.Context) ([]Revocation, error) {
	const query = `SELECT memory_key, seq, change_id, who, revoked_at, why FROM live_memory_revocation ORDER BY seq, n`
	return scanAll(ctx, r.q, func(r row) (v Revocation, err error) {
		return v, r.Scan(&v.Key, &v.Seq, &v.Said.Change, &v.Said.Who, moment{&v.Said.At}, &v.Said.Why)
	}, query)
}

// ofRegister makes sure that facts of no webinar go to a change of their kind.
func (tx *Tx) ofRegister(kind change.Kind) error {
	if tx.change.Webinar != "" || tx.change.Kind != kind {
		return fault.From(errors.New("store: facts of no webinar under another change than their own"))
	}
	return nil
}

// RegisterVersion counts what was done and undone beside webinars and projects. It never falls, and is 1 at first.
func (r Reads) RegisterVersion(ctx context.Context) (int, error) {
	const query = `SELECT 1 + (SELECT count(*) FROM change WHERE webinar_id IS NULL AND kind IN (?1, ?2))
		+ (SELECT count(*) FROM undo u JOIN change c ON c.id = u.change_id WHERE c.webinar_id IS NULL AND c.kind IN (?1, ?2))`
	n, _, err := scanOne(ctx, r.q, oneNumber, query, change.PersonDecide, change.MemoryRevoke)
	return n, err
}

// ExpectRegister refuses when something was done beside webinars and projects since the officer looked (expect < 1: any).
func (tx *Tx) ExpectRegister(expect int) error {
	now, err := tx.RegisterVersion(tx.ctx)
	if tx.change.ID != "" {
		now-- // the change that is being written is counted already
	}
	if err == nil && expect > 0 && now != expect {
		err = fault.New(fault.Conflict, "Another answer was given in another window in between; nothing was saved.",
			"Look at the list again, then repeat the step if it is still wanted.")
	}
	return err
}

// UndoRegister takes back the last change that belongs to no webinar and no project, at the version that the officer saw
// (expect < 1: any), and returns it; with an id, that very one. Faults: not-found, conflict.
func (s *Store) UndoRegister(ctx context.Context, id string, expect int, who, why string) (change.Change, error) {
	var last change.Change
	err := s.write(ctx, func(tx *Tx) error {
		if err := tx.ExpectRegister(expect); err != nil {
			return err
		}
		const query = `SELECT id, '', kind, who, at, why, 0 FROM live_change
			WHERE webinar_id IS NULL AND kind IN (?1, ?2) AND (?3 = '' OR id = ?3) ORDER BY seq DESC LIMIT 1`
		found := false
		var err error
		if last, found, err = scanOne(ctx, tx.q, scanChange, query, change.PersonDecide, change.MemoryRevoke, id); err != nil {
			return err
		}
		if !found {
			return fault.New(fault.NotFound, "There is nothing to take back: no answer on persons, and nothing forgotten, stands.",
				"What was done at a webinar is taken back there.")
		}
		return tx.takeBack(last, Undone{ID: s.options.NewID(), Who: who, At: s.options.Now(), Why: why})
	})
	if err != nil {
		return change.Change{}, err
	}
	last.Undone = true
	return last, nil
}
