package store

import (
	"context"

	"rapporteur/internal/match"
)

// AddDecision adds an officer's answer, with the candidates that were shown.
func (tx *Tx) AddDecision(webinarID string, d match.Decision, shown []match.Candidate) error {
	if err := tx.of(webinarID); err != nil {
		return err
	}
	records, err := asJSON(d.Records)
	if err != nil {
		return err
	}
	candidates, err := asJSON(shown)
	if err != nil {
		return err
	}
	const insert = `INSERT INTO match_decision (change_id, n, records, registration_id, candidates) VALUES (?, ?, ?, ?, ?)`
	return tx.exec(insert, tx.change.ID, tx.next(), records, d.Registration, candidates)
}

// Decisions lists the officers' answers on a webinar's attendees, oldest first, each with the number of registrations that
// came before it: as many of the first that Registrations lists.
func (r Reads) Decisions(ctx context.Context, webinarID string) ([]match.Decision, error) {
	type decided struct {
		match.Decision
		seq int
	}
	const query = `SELECT seq, records, registration_id FROM live_match_decision WHERE webinar_id = ? ORDER BY seq, n`
	all, err := scanAll(ctx, r.q, func(r row) (d decided, err error) {
		return d, r.Scan(&d.seq, fromJSON{&d.Records}, &d.Registration)
	}, query, webinarID)
	if err != nil || len(all) == 0 { // a long list of registrations is counted only where that says something
		return nil, err
	}
	type imported struct{ seq, n int }
	const counts = `SELECT seq, count(*) FROM live_registration WHERE webinar_id = ? GROUP BY seq ORDER BY seq`
	before, err := scanAll(ctx, r.q, func(r row) (i imported, err error) { return i, r.Scan(&i.seq, &i.n) }, counts, webinarID)
	if err != nil {
		return nil, err
	}
	out := make([]match.Decision, len(all))
	known := 0
	for i, d := range all {
		for len(before) > 0 && before[0].seq < d.seq {
			known += before[0].n
			before = before[1:]
		}
		out[i] = d.Decision
		out[i].Known = known
	}
	return out, nil
}

// AddStaff sets a person apart as staff, or back.
func (tx *Tx) AddStaff(webinarID string, d match.StaffDecision) error {
	if err := tx.of(webinarID); err != nil {
		return err
	}
	records, err := asJSON(d.Records)
	if err != nil {
		return err
	}
	return tx.exec(`INSERT INTO staff_decision (change_id, n, records, staff) VALUES (?, ?, ?, ?)`,
		tx.change.ID, tx.next(), records, d.Staff)
}

// StaffDecisions lists who was set apart as staff or back, oldest first.
func (r Reads) StaffDecisions(ctx context.Context, webinarID string) ([]match.StaffDecision, error) {
	const query = `SELECT records, staff FROM live_staff_decision WHERE webinar_id = ? ORDER BY seq, n`
	return scanAll(ctx, r.q, func(r row) (d match.StaffDecision, err error) {
		return d, r.Scan(fromJSON{&d.Records}, &d.Staff)
	}, query, webinarID)
}

// AddSplit says which people sat at one connection, or takes an earlier word back.
func (tx *Tx) AddSplit(webinarID string, d match.SplitDecision) error {
	if err := tx.of(webinarID); err != nil {
		return err
	}
	records, err := asJSON(d.Records)
	if err != nil {
		return err
	}
	names, err := asJSON(d.Names)
	if err != nil {
		return err
	}
	return tx.exec(`INSERT INTO split_decision (change_id, n, records, names) VALUES (?, ?, ?, ?)`,
		tx.change.ID, tx.next(), records, names)
}

// SplitDecisions lists who sat at shared connections, oldest first.
func (r Reads) SplitDecisions(ctx context.Context, webinarID string) ([]match.SplitDecision, error) {
	const query = `SELECT records, names FROM live_split_decision WHERE webinar_id = ? ORDER BY seq, n`
	return scanAll(ctx, r.q, func(r row) (d match.SplitDecision, err error) {
		return d, r.Scan(fromJSON{&d.Records}, fromJSON{&d.Names})
	}, query, webinarID)
}
