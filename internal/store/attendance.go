package store

import (
	"context"

	"rapporteur/internal/attendance"
)

// AddRecords adds the attendance records that the webinar does not have yet, by their Key, and says how many were added
// and how many were known already. A known one gets the new line as a further source. sourceSHA names a file given to
// AddSource before; the file's name comes from there. Every record has its Key.
func (tx *Tx) AddRecords(webinarID, sourceSHA string, all []attendance.Record) (added, known int, err error) {
	name, err := tx.importedName(webinarID, sourceSHA)
	if err != nil {
		return 0, 0, err
	}
	return addKeyed(tx, webinarID, sourceSHA, all, keyed[attendance.Record]{
		have: func() (map[string]bool, error) {
			return scanSet(tx.ctx, tx.q, oneText, `SELECT record_key FROM live_attendance_record WHERE webinar_id = ?`, webinarID)
		},
		places: func() (map[place]bool, error) {
			return scanSet(tx.ctx, tx.q, scanPlace, `SELECT record_key, sha256, '', line
			FROM live_record_source WHERE webinar_id = ?`, webinarID)
		},
		at:     func(r attendance.Record) place { return place{id: r.Key, line: r.Line} },
		insert: tx.insertRecord,
		locate: func(_ attendance.Record, at place) error {
			return tx.exec(`INSERT INTO record_source (change_id, n, record_key, sha256, name, line) VALUES (?, ?, ?, ?, ?, ?)`,
				tx.change.ID, tx.next(), at.id, at.sum, name, at.line)
		},
	})
}

func (tx *Tx) insertRecord(r attendance.Record) error {
	stripped, err := asJSON(r.Stripped)
	if err != nil {
		return err
	}
	raw, err := rawJSON(r.Raw)
	if err != nil {
		return err
	}
	const insert = `INSERT INTO attendance_record (change_id, n, record_key, kind, name, registrant, original, stripped, email,
		platform_id, mark, join_at, leave_at, open, total, has_total, organisation, job_title, country, raw)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	return tx.exec(insert, tx.change.ID, tx.next(), r.Key, r.Kind, r.Name, r.Registrant, r.Original, stripped, r.Email,
		r.PlatformID, r.Mark, stamp(r.Join), stamp(r.Leave), r.Open, int64(r.Total), r.HasTotal, r.Organisation, r.JobTitle, r.Country, raw)
}

// Records lists the attendance records of a webinar in the order of import, each with all its sources; Line is that of
// the first.
func (r Reads) Records(ctx context.Context, webinarID string) ([]attendance.Record, error) {
	const query = `SELECT r.record_key, r.kind, r.name, r.registrant, r.original, r.stripped, r.email, r.platform_id, r.mark,
			r.join_at, r.leave_at, r.open, r.total, r.has_total, r.organisation, r.job_title, r.country, coalesce(r.raw, '[]')
		FROM live_attendance_record r WHERE r.webinar_id = ? ORDER BY r.seq, r.n`
	const sources = `SELECT record_key, sha256, name, line FROM live_record_source WHERE webinar_id = ? ORDER BY seq, n`
	type sourced struct {
		key string
		attendance.Source
	}
	// Sources first: were a file imported between the two questions, a record could be new, never without its source.
	places, err := scanAll(ctx, r.q, func(row row) (s sourced, err error) {
		return s, row.Scan(&s.key, &s.File, &s.Name, &s.Line)
	}, sources, webinarID)
	if err != nil {
		return nil, err
	}
	byKey := make(map[string][]attendance.Source, len(places))
	for _, p := range places {
		byKey[p.key] = append(byKey[p.key], p.Source)
	}
	return scanAll(ctx, r.q, func(row row) (a attendance.Record, err error) {
		err = row.Scan(&a.Key, &a.Kind, &a.Name, &a.Registrant, &a.Original, fromJSON{&a.Stripped}, &a.Email, &a.PlatformID, &a.Mark,
			moment{&a.Join}, moment{&a.Leave}, &a.Open, &a.Total, &a.HasTotal, &a.Organisation, &a.JobTitle, &a.Country, fromJSON{&a.Raw})
		if a.Sources = byKey[a.Key]; len(a.Sources) > 0 {
			a.Line = a.Sources[0].Line
		}
		return a, err
	}, query, webinarID)
}
