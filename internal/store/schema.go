package store

import (
	"context"
	"database/sql"
	"errors"
	"slices"
)

// soundSchema tells whether tables, views and fixed lists are exactly those that the migrations make, by making them
// once more in memory: a damage to the text of a view would change answers without touching a fact.
func (s *Store) soundSchema(ctx context.Context) (bool, error) {
	got, err := describe(ctx, s.reader)
	if err != nil {
		return false, err
	}
	memory := sql.OpenDB(inMemory())
	memory.SetMaxOpenConns(1)
	want, err := func() ([]string, error) {
		for _, step := range s.steps {
			if _, err := memory.ExecContext(ctx, step.text); err != nil {
				return nil, err
			}
		}
		return describe(ctx, memory)
	}()
	return slices.Equal(got, want), explain(errors.Join(err, memory.Close()))
}

// describe lists what makes up the schema.
func describe(ctx context.Context, q querier) ([]string, error) {
	return scanAll(ctx, q, oneText, `SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce("sql", '') FROM sqlite_schema
		UNION ALL SELECT 'activity ' || n || ' ' || code || ' ' || name FROM activity_type ORDER BY 1`)
}
