package store

import (
	"context"
	"encoding/json"
	"time"
)

// ColumnMapping is an officer's choice of the columns (0-based, by field) of tables of one kind whose header has the
// fingerprint. ChosenAt (UTC) is filled in. Without any column the choice is forgotten.
type ColumnMapping struct {
	Kind        string
	Fingerprint string
	Columns     map[string]int
	ChosenAt    time.Time
}

// RememberColumns keeps an officer's choice of columns, or has it forgotten. The newest of one kind and fingerprint counts.
func (tx *Tx) RememberColumns(webinarID string, m ColumnMapping) error {
	if err := tx.of(webinarID); err != nil {
		return err
	}
	columns := ""
	if len(m.Columns) > 0 {
		text, err := json.Marshal(m.Columns)
		if err != nil {
			return err
		}
		columns = string(text)
	}
	return tx.exec(`INSERT INTO column_mapping (change_id, n, kind, fingerprint, columns) VALUES (?, ?, ?, ?, ?)`,
		tx.change.ID, tx.next(), m.Kind, m.Fingerprint, columns)
}

// RememberedColumns lists the choices of columns that count, made for whichever webinar.
func (r Reads) RememberedColumns(ctx context.Context) ([]ColumnMapping, error) {
	const query = `SELECT kind, fingerprint, columns, chosen_at FROM live_column_mapping ORDER BY seq, n`
	type key struct{ kind, fingerprint string }
	at := map[key]int{}
	var all []ColumnMapping
	_, err := scanAll(ctx, r.q, func(row row) (none struct{}, err error) {
		var m ColumnMapping
		var columns string
		if err := row.Scan(&m.Kind, &m.Fingerprint, &columns, moment{&m.ChosenAt}); err != nil {
			return none, err
		}
		if columns != "" {
			if err := json.Unmarshal([]byte(columns), &m.Columns); err != nil {
				return none, damaged().Because(err)
			}
		}
		k := key{m.Kind, m.Fingerprint}
		if i, known := at[k]; known {
			all[i] = m
			return none, nil
		}
		at[k] = len(all)
		all = append(all, m)
		return none, nil
	}, query)
	var kept []ColumnMapping
	for _, m := range all {
		if len(m.Columns) > 0 {
			kept = append(kept, m)
		}
	}
	return kept, err
}
