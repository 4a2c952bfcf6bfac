package store

import "context"

// CountryDecision is an officer's word on a person's country/area. The person is named by a registration's ID, or by the
// keys of attendance records. Country is an ISO code, "" where what was declared stands again; Reason is that of the
// proposal that was accepted.
type CountryDecision struct {
	Registration string
	Records      []string
	Country      string
	Reason       string
}

// AddCountry adds an officer's word on a country/area.
func (tx *Tx) AddCountry(webinarID string, d CountryDecision) error {
	if err := tx.of(webinarID); err != nil {
		return err
	}
	records, err := asJSON(d.Records)
	if err != nil {
		return err
	}
	return tx.exec(`INSERT INTO country_decision (change_id, n, registration_id, records, country, reason) VALUES (?, ?, ?, ?, ?, ?)`,
		tx.change.ID, tx.next(), d.Registration, records, d.Country, d.Reason)
}

// CountryDecisions lists the officers' words on countries/areas, oldest first: the newest on a person counts.
func (r Reads) CountryDecisions(ctx context.Context, webinarID string) ([]CountryDecision, error) {
	const query = `SELECT registration_id, records, country, reason FROM live_country_decision WHERE webinar_id = ? ORDER BY seq, n`
	return scanAll(ctx, r.q, func(r row) (d CountryDecision, err error) {
		return d, r.Scan(&d.Registration, fromJSON{&d.Records}, &d.Country, &d.Reason)
	}, query, webinarID)
}
