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

// Decisions lists the officers' answers on a webinar's attendees, oldest first.
func (r Reads) Decisions(ctx context.Context, webinarID string) ([]match.Decision, error) {
	const query = `SELECT records, registration_id FROM live_match_decision WHERE webinar_id = ? ORDER BY seq, n`
	return scanAll(ctx, r.q, func(r row) (d match.Decision, err error) {
		return d, r.Scan(fromJSON{&d.Records}, &d.Registration)
	}, query, webinarID)
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
