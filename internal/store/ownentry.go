package store

import (
	"context"
	"time"

	"rapporteur/internal/change"
	"rapporteur/internal/fault"
	"rapporteur/internal/sector"
)

// OwnEntry is an institution, a term or a rule for sectors that officers added, or what was said of one person and is kept
// for that organisation. ID names it by what it fits; Who, At (UTC) and Webinar (empty for one of the settings) say whence.
type OwnEntry struct {
	ID string
	sector.Own
	Who     string
	At      time.Time
	Webinar string
}

// AddOwnEntry adds an entry; of two with one key the newer counts.
func (tx *Tx) AddOwnEntry(o sector.Own) error {
	return tx.exec(`INSERT INTO sector_entry (change_id, n, entry_key, kind, text, country, code, source) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
		tx.change.ID, tx.next(), o.Key(), o.Kind, o.Text, o.Country, o.Code, o.Source)
}

// RemoveOwnEntry takes an entry back: it is read no more.
func (tx *Tx) RemoveOwnEntry(o sector.Own) error {
	o.Code = ""
	return tx.AddOwnEntry(o)
}

// OwnEntries lists the officers' entries that count, oldest first.
func (r Reads) OwnEntries(ctx context.Context) ([]OwnEntry, error) {
	const query = `SELECT e.entry_key, e.kind, e.text, e.country, e.code, e.source, e.who, e.added_at, coalesce(e.webinar_id, '')
		FROM live_sector_entry e WHERE e.code <> '' AND NOT EXISTS (SELECT 1 FROM live_sector_entry later
			WHERE later.entry_key = e.entry_key AND (later.seq > e.seq OR later.seq = e.seq AND later.n > e.n))
		ORDER BY e.seq, e.n`
	return scanAll(ctx, r.q, func(r row) (o OwnEntry, err error) {
		return o, r.Scan(&o.ID, &o.Kind, &o.Text, &o.Country, &o.Code, &o.Source, &o.Who, moment{&o.At}, &o.Webinar)
	}, query)
}

// OwnEntryChanges counts what was done and undone to the officers' entries: as long as it stays the same, so do they.
func (r Reads) OwnEntryChanges(ctx context.Context) (int, error) {
	const query = `SELECT (SELECT count(*) FROM sector_entry) + (SELECT count(*) FROM undo u JOIN sector_entry e ON e.change_id = u.change_id)`
	n, _, err := scanOne(ctx, r.q, oneNumber, query)
	return n, err
}

// UndoOwnEntries takes back the last live change of the settings of institutions and terms and returns it. What was kept
// with a webinar's change is taken back with that. Fault not-found where there is none.
func (s *Store) UndoOwnEntries(ctx context.Context, who, why string) (change.Change, error) {
	var last change.Change
	err := s.write(ctx, func(tx *Tx) error {
		const query = `SELECT id, '', kind, who, at, why, 0 FROM live_change WHERE webinar_id IS NULL AND kind = ? ORDER BY seq DESC LIMIT 1`
		var found bool
		var err error
		if last, found, err = scanOne(ctx, tx.q, scanChange, query, change.SectorEntries); err != nil {
			return err
		}
		if !found {
			return fault.New(fault.NotFound, "There is nothing to undo: no institution and no term was added.", "What is kept with one person's sector is undone at that webinar.")
		}
		return tx.takeBack(last, Undone{ID: s.options.NewID(), Who: who, At: s.options.Now(), Why: why})
	})
	last.Undone = err == nil
	return last, err
}
