package store

import "context"

// SectorDecision is an officer's word on a person's sector. The person is named by a registration's ID, or by the keys
// of attendance records. Code is a group, a class or class/subtype, as sector.ByCode takes it.
type SectorDecision struct {
	Registration string
	Records      []string
	Code         string
}

// AddSector adds an officer's word on a sector.
func (tx *Tx) AddSector(webinarID string, d SectorDecision) error {
	if err := tx.of(webinarID); err != nil {
		return err
	}
	records, err := asJSON(d.Records)
	if err != nil {
		return err
	}
	return tx.exec(`INSERT INTO sector_decision (change_id, n, registration_id, records, code) VALUES (?, ?, ?, ?, ?)`,
		tx.change.ID, tx.next(), d.Registration, records, d.Code)
}

// SectorDecisions lists the officers' words on sectors, oldest first: the newest on a person counts.
func (r Reads) SectorDecisions(ctx context.Context, webinarID string) ([]SectorDecision, error) {
	const query = `SELECT registration_id, records, code FROM live_sector_decision WHERE webinar_id = ? ORDER BY seq, n`
	return scanAll(ctx, r.q, func(r row) (d SectorDecision, err error) {
		return d, r.Scan(&d.Registration, fromJSON{&d.Records}, &d.Code)
	}, query, webinarID)
}
