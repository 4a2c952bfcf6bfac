package store

import (
	"context"
	"database/sql"
	"time"

	"rapporteur/internal/breakdown"
)

// Frozen are the figures of a webinar as they stood when it was closed, with the versions of what computed them, and
// one row per participant without name or address. FrozenAt (UTC) is filled in.
type Frozen struct {
	Rule     string
	Taxonomy string
	Matcher  string
	Table    breakdown.Table
	Rows     []FrozenRow
	FrozenAt time.Time
}

// FrozenRow is a participant under a random key, so that persons can be counted over a period after erasure. Seconds is
// the presence in the window.
type FrozenRow struct {
	Person      string
	Sector      string
	Beneficiary string
	Sex         string
	Seconds     int
	Declared    bool // attended by a list's word: nobody knows the presence
}

// NewID gives an identifier from the injected source.
func (tx *Tx) NewID() string { return tx.newID() }

// Freeze keeps the figures of a closed webinar.
func (tx *Tx) Freeze(webinarID string, f Frozen) error {
	if err := tx.of(webinarID); err != nil {
		return err
	}
	body, err := asJSON(f.Table)
	if err != nil {
		return err
	}
	table := tx.next()
	err = tx.exec(`INSERT INTO frozen_table (change_id, n, rule, taxonomy, matcher, body) VALUES (?, ?, ?, ?, ?, ?)`,
		tx.change.ID, table, f.Rule, f.Taxonomy, f.Matcher, body)
	if err != nil {
		return err
	}
	const insert = `INSERT INTO frozen_row (change_id, table_n, n, person, sector, beneficiary, sex, seconds, declared) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`
	for _, r := range f.Rows {
		if err := tx.exec(insert, tx.change.ID, table, tx.next(), r.Person, r.Sector, r.Beneficiary, r.Sex, r.Seconds, orAbsent(r.Declared)); err != nil {
			return err
		}
	}
	return nil
}

// Frozen gives the figures last frozen for a webinar; ok is false when none are.
func (r Reads) Frozen(ctx context.Context, webinarID string) (f Frozen, ok bool, err error) {
	type key struct {
		change string
		n      int
	}
	var of key
	f, ok, err = scanOne(ctx, r.q, func(r row) (f Frozen, err error) {
		return f, r.Scan(&of.change, &of.n, &f.Rule, &f.Taxonomy, &f.Matcher, fromJSON{&f.Table}, moment{&f.FrozenAt})
	}, `SELECT change_id, n, rule, taxonomy, matcher, body, frozen_at FROM live_frozen_table
		WHERE webinar_id = ? ORDER BY seq DESC, n DESC LIMIT 1`, webinarID)
	if err != nil || !ok {
		return Frozen{}, false, err
	}
	f.Rows, err = scanAll(ctx, r.q, func(r row) (f FrozenRow, err error) {
		return f, r.Scan(&f.Person, &f.Sector, &f.Beneficiary, &f.Sex, &f.Seconds, &f.Declared)
	}, `SELECT person, sector, beneficiary, sex, seconds, coalesce(declared, 0) FROM frozen_row WHERE change_id = ? AND table_n = ? ORDER BY n`, of.change, of.n)
	return f, true, err
}

// orAbsent turns no into nothing, which leaves the seals of an earlier program as they are.
func orAbsent(yes bool) sql.NullBool { return sql.NullBool{Bool: true, Valid: yes} }
