package store

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"hash"
)

// sealedTables name the rows that a seal covers: of each kind, every table that holds something of it. SQLite's own
// integrity check looks at the structure of the file only; a changed value shows by its seal.
var sealedTables = map[string][]string{
	"undo": {`SELECT * FROM undo WHERE id = ?`},
	"change": {
		`SELECT * FROM change WHERE id = ?`,
		`SELECT * FROM project WHERE change_id = ? ORDER BY code`,
		`SELECT * FROM project_version WHERE change_id = ? ORDER BY n`,
		`SELECT * FROM result WHERE change_id = ? ORDER BY n`,
		`SELECT * FROM webinar WHERE change_id = ? ORDER BY id`,
		`SELECT * FROM webinar_version WHERE change_id = ? ORDER BY n`,
		`SELECT * FROM source_import WHERE change_id = ? ORDER BY n`,
		`SELECT * FROM registration WHERE change_id = ? ORDER BY n`,
		`SELECT * FROM registration_source WHERE change_id = ? ORDER BY n`,
		`SELECT * FROM registration_event WHERE change_id = ? ORDER BY n`,
		`SELECT * FROM registration_merge WHERE change_id = ? ORDER BY n`,
		`SELECT * FROM attendance_record WHERE change_id = ? ORDER BY n`,
		`SELECT * FROM record_source WHERE change_id = ? ORDER BY n`,
		`SELECT * FROM match_decision WHERE change_id = ? ORDER BY n`,
		`SELECT * FROM staff_decision WHERE change_id = ? ORDER BY n`,
		`SELECT * FROM sector_decision WHERE change_id = ? ORDER BY n`,
		`SELECT * FROM report_text WHERE change_id = ? ORDER BY n`,
		`SELECT * FROM issued_report WHERE change_id = ? ORDER BY n`,
		`SELECT * FROM frozen_table WHERE change_id = ? ORDER BY n`,
		`SELECT * FROM frozen_row WHERE change_id = ? ORDER BY n`,
	},
}

// laterTables are those of later schemas. One that holds nothing of a change takes no part in its seal, so that the seals
// of an earlier program stay true.
var laterTables = map[string][]string{
	"change": {
		`SELECT * FROM engagement_answer WHERE change_id = ? ORDER BY n`,
		`SELECT * FROM answer_source WHERE change_id = ? ORDER BY n`,
		`SELECT * FROM outcome_link WHERE change_id = ? ORDER BY n`,
		`SELECT * FROM column_mapping WHERE change_id = ? ORDER BY n`,
		`SELECT * FROM split_decision WHERE change_id = ? ORDER BY n`,
		`SELECT * FROM sector_entry WHERE change_id = ? ORDER BY n`,
		`SELECT * FROM country_decision WHERE change_id = ? ORDER BY n`,
		`SELECT * FROM phase_word WHERE change_id = ? ORDER BY n`,
		`SELECT * FROM attendance_page WHERE change_id = ? ORDER BY n`,
		`SELECT * FROM person_decision WHERE change_id = ? ORDER BY n`,
		`SELECT * FROM memory_revocation WHERE change_id = ? ORDER BY n`,
	},
}

// seal closes a change or an undo: nothing is added to it afterwards.
func (tx *Tx) seal(kind, id string) error {
	previous, _, err := scanOne(tx.ctx, tx.q, oneText, `SELECT sha256 FROM seal ORDER BY seq DESC LIMIT 1`)
	if err != nil {
		return err
	}
	sum, err := sealOf(tx.ctx, tx.q, kind, id, previous)
	if err != nil {
		return err
	}
	return tx.exec(`INSERT INTO seal (seq, kind, subject_id, sha256) VALUES ((SELECT coalesce(max(seq), 0) + 1 FROM seal), ?, ?, ?)`,
		kind, id, sum)
}

// sealOf computes the seal over everything written under a change or an undo, and over the seal before it.
func sealOf(ctx context.Context, q querier, kind, id, previous string) (string, error) {
	sum := sealer{hash: sha256.New()}
	sum.piece('s', previous)
	for _, query := range sealedTables[kind] {
		sum.piece('t', query)
		if err := sum.rows(ctx, q, query, id, ""); err != nil {
			return "", err
		}
	}
	for _, query := range laterTables[kind] {
		if err := sum.rows(ctx, q, query, id, query); err != nil {
			return "", err
		}
	}
	sum.flush()
	return hex.EncodeToString(sum.hash.Sum(nil)), nil
}

// sealer hashes tagged pieces. The length before each piece keeps neighbours apart.
type sealer struct {
	hash hash.Hash
	held []byte
}

func (s *sealer) begin(tag byte, length int) {
	s.held = binary.BigEndian.AppendUint64(append(s.held, tag), uint64(length))
}

func (s *sealer) piece(tag byte, text string) {
	s.begin(tag, len(text))
	s.held = append(s.held, text...)
}

func (s *sealer) flush() {
	s.hash.Write(s.held) // a hash.Hash never fails
	s.held = s.held[:0]
}

// rows adds each row as its column names and values, the first of a later table behind its title. An absent value adds nothing, so that a column that a later schema
// adds, empty, leaves earlier seals as they are.
func (s *sealer) rows(ctx context.Context, q querier, query, id, title string) error {
	rows, err := q.QueryContext(ctx, query, id)
	if err != nil {
		return explain(err)
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return explain(err)
	}
	values, into := make([]any, len(columns)), make([]any, len(columns))
	for i := range values {
		into[i] = &values[i]
	}
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return explain(err)
		}
		if title != "" {
			s.piece('t', title)
			title = ""
		}
		s.begin('r', 0)
		for i, value := range values {
			if value == nil {
				continue
			}
			s.piece('c', columns[i])
			if err := s.value(value); err != nil {
				return err
			}
		}
		s.flush()
	}
	return explain(rows.Err())
}

func (s *sealer) value(value any) error {
	switch v := value.(type) {
	case int64:
		s.begin('i', 8)
		s.held = binary.BigEndian.AppendUint64(s.held, uint64(v))
	case string:
		s.piece('x', v)
	case []byte:
		s.begin('b', len(v))
		s.held = append(s.held, v...)
	default:
		return fmt.Errorf("store: no seal for a value of type %T", value)
	}
	return nil
}

// brokenSeals names every change and undo whose content is no longer what was sealed, or that has no seal. Each link
// is judged by the seal stored before it, so that one damage names one change.
func brokenSeals(ctx context.Context, q querier) ([]string, error) {
	type link struct{ kind, id, sum string }
	links, err := scanAll(ctx, q, func(r row) (l link, err error) { return l, r.Scan(&l.kind, &l.id, &l.sum) },
		`SELECT kind, subject_id, sha256 FROM seal ORDER BY seq`)
	if err != nil {
		return nil, err
	}
	broken, previous := []string{}, ""
	for _, l := range links {
		sum, err := sealOf(ctx, q, l.kind, l.id, previous)
		if err != nil {
			return nil, err
		}
		if sum != l.sum {
			broken = append(broken, l.id)
		}
		previous = l.sum
	}
	unsealed, err := scanAll(ctx, q, oneText, `SELECT id FROM change WHERE id NOT IN (SELECT subject_id FROM seal)
		UNION ALL SELECT id FROM undo WHERE id NOT IN (SELECT subject_id FROM seal)`)
	return append(broken, unsealed...), err
}
