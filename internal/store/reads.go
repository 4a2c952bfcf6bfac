package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

// querier is what a pool of connections and a transaction have in common.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// Reads are the questions one can ask the register. Every list comes in a fixed order and is never nil. A question to
// the Store sees what is saved at that moment; several questions of one moment go through View.
type Reads struct {
	q querier
}

// View asks several questions of one and the same moment, whatever is saved in between.
func (s *Store) View(ctx context.Context, fn func(Reads) error) error {
	if err := s.there(); err != nil {
		return err
	}
	tx, err := s.reader.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return explain(err)
	}
	return explain(errors.Join(fn(Reads{q: tx}), tx.Rollback()))
}

// row is one row of an answer.
type row interface{ Scan(into ...any) error }

// scanAll collects an answer.
func scanAll[T any](ctx context.Context, q querier, scan func(row) (T, error), query string, args ...any) ([]T, error) {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, explain(err)
	}
	defer rows.Close()
	all := []T{}
	for rows.Next() {
		one, err := scan(rows)
		if err != nil {
			return nil, explain(err)
		}
		all = append(all, one)
	}
	return all, explain(rows.Err())
}

// scanOne gives the first row of an answer; found is false when there is none.
func scanOne[T any](ctx context.Context, q querier, scan func(row) (T, error), query string, args ...any) (one T, found bool, err error) {
	all, err := scanAll(ctx, q, scan, query, args...)
	if err != nil || len(all) == 0 {
		return one, false, err
	}
	return all[0], true, nil
}

func oneText(r row) (s string, err error) { return s, r.Scan(&s) }

func oneNumber(r row) (n int, err error) { return n, r.Scan(&n) }

// stamp writes a time for the register: UTC, RFC 3339, "" when unknown.
func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339Nano)
}

// moment reads a stamp back.
type moment struct{ into *time.Time }

// Scan implements sql.Scanner.
func (m moment) Scan(value any) error {
	text, ok := value.(string)
	if !ok {
		return fmt.Errorf("store: a time is no text but %T", value)
	}
	if text == "" {
		*m.into = time.Time{}
		return nil
	}
	t, err := time.Parse(time.RFC3339Nano, text)
	if err != nil {
		return damaged().Because(err)
	}
	*m.into = t.UTC()
	return nil
}

// asJSON writes a list or a struct for the register; a nil list as an empty one.
func asJSON(value any) (string, error) {
	text, err := json.Marshal(value)
	if string(text) == "null" {
		text = []byte("[]")
	}
	return string(text), err
}

// rawJSON writes the raw texts of a fact; none for none, as for the facts of earlier schemas.
func rawJSON(raw map[string]string) (sql.NullString, error) {
	if len(raw) == 0 {
		return sql.NullString{}, nil
	}
	text, err := asJSON(raw)
	return sql.NullString{String: text, Valid: true}, err
}

// fromJSON reads asJSON back. An empty list becomes nil.
type fromJSON struct{ into any }

// Scan implements sql.Scanner.
func (j fromJSON) Scan(value any) error {
	text, ok := value.(string)
	if !ok {
		return fmt.Errorf("store: JSON is no text but %T", value)
	}
	if text == "[]" {
		return nil
	}
	if err := json.Unmarshal([]byte(text), j.into); err != nil {
		return damaged().Because(err)
	}
	return nil
}

// orNull turns an empty reference into none.
func orNull(s string) sql.NullString { return sql.NullString{String: s, Valid: s != ""} }
