package store

import (
	"context"
	"errors"

	"rapporteur/internal/fault"
	"rapporteur/internal/registration"
)

// AddRegistrations adds the registrations that the webinar does not have yet, by their ID, and says how many were added
// and how many were known already. A known one gets the new place as a further source. sourceSHA names a file given to
// AddSource; "" for registrations that an officer typed. Every registration has its ID.
func (tx *Tx) AddRegistrations(webinarID, sourceSHA string, all []registration.Registration) (added, known int, err error) {
	return addKeyed(tx, webinarID, sourceSHA, all, keyed[registration.Registration]{
		have: func() (map[string]bool, error) {
			return scanSet(tx.ctx, tx.q, oneText, `SELECT id FROM live_registration WHERE webinar_id = ?`, webinarID)
		},
		places: func() (map[place]bool, error) {
			return scanSet(tx.ctx, tx.q, scanPlace, `SELECT registration_id, coalesce(sha256, ''), sheet, line
			FROM live_registration_source WHERE webinar_id = ?`, webinarID)
		},
		at:     func(r registration.Registration) place { return place{id: r.ID, sheet: r.Sheet, line: r.Line} },
		insert: tx.insertRegistration,
		locate: func(r registration.Registration, at place) error {
			return tx.exec(`INSERT INTO registration_source (change_id, n, registration_id, sha256, name, sheet, line) VALUES (?, ?, ?, ?, ?, ?, ?)`,
				tx.change.ID, tx.next(), at.id, orNull(at.sum), r.File, at.sheet, at.line)
		},
	})
}

func (tx *Tx) insertRegistration(r registration.Registration) error {
	raw, err := rawJSON(r.Raw)
	if err != nil {
		return err
	}
	const insert = `INSERT INTO registration (change_id, n, id, serial, submitted, first_name, last_name, email, organisation,
		job_title, country, sex, sector, channel_text, channel, consent, incomplete, raw)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	return tx.exec(insert, tx.change.ID, tx.next(), r.ID, r.Serial, stamp(r.Submitted), r.FirstName, r.LastName, r.Email,
		r.Organisation, r.JobTitle, r.Country, r.Sex, r.Sector, r.ChannelText, r.Channel, r.Consent, r.Incomplete, raw)
}

// Registrations lists the registrations of a webinar in the order of import, each with its first place: the fact written
// right after it.
func (r Reads) Registrations(ctx context.Context, webinarID string) ([]registration.Registration, error) {
	const query = `SELECT r.id, r.serial, r.submitted, r.first_name, r.last_name, r.email, r.organisation, r.job_title,
			r.country, r.sex, r.sector, r.channel_text, r.channel, r.consent, r.incomplete, coalesce(r.raw, '[]'),
			coalesce(s.name, ''), coalesce(s.sha256, ''), coalesce(s.sheet, ''), coalesce(s.line, 0)
		FROM live_registration r
		LEFT JOIN registration_source s ON s.change_id = r.change_id AND s.n = r.n + 1
		WHERE r.webinar_id = ? ORDER BY r.seq, r.n`
	return scanAll(ctx, r.q, func(row row) (r registration.Registration, err error) {
		return r, row.Scan(&r.ID, &r.Serial, moment{&r.Submitted}, &r.FirstName, &r.LastName, &r.Email, &r.Organisation, &r.JobTitle,
			&r.Country, &r.Sex, &r.Sector, &r.ChannelText, &r.Channel, &r.Consent, &r.Incomplete, fromJSON{&r.Raw}, &r.File, &r.SHA256, &r.Sheet, &r.Line)
	}, query, webinarID)
}

// AddRegistrationEvents adds officers' acts on registrations.
func (tx *Tx) AddRegistrationEvents(webinarID string, events []registration.Event) error {
	if err := tx.of(webinarID); err != nil {
		return err
	}
	const insert = `INSERT INTO registration_event (change_id, n, registration_id, state, at, reason) VALUES (?, ?, ?, ?, ?, ?)`
	for _, e := range events {
		if err := tx.exec(insert, tx.change.ID, tx.next(), e.Registration, e.State, stamp(e.At), e.Reason); err != nil {
			return err
		}
	}
	return nil
}

// RegistrationEvents lists officers' acts on a webinar's registrations, oldest first.
func (r Reads) RegistrationEvents(ctx context.Context, webinarID string) ([]registration.Event, error) {
	const query = `SELECT registration_id, state, at, reason FROM live_registration_event WHERE webinar_id = ? ORDER BY seq, n`
	return scanAll(ctx, r.q, func(r row) (e registration.Event, err error) {
		return e, r.Scan(&e.Registration, &e.State, moment{&e.At}, &e.Reason)
	}, query, webinarID)
}

// AddMerge adds an officer's word that two registrations are one person's.
func (tx *Tx) AddMerge(webinarID string, m registration.Merge) error {
	if err := tx.of(webinarID); err != nil {
		return err
	}
	return tx.exec(`INSERT INTO registration_merge (change_id, n, duplicate_id, main_id) VALUES (?, ?, ?, ?)`,
		tx.change.ID, tx.next(), m.Duplicate, m.Main)
}

// Merges lists the registrations that officers said are one person's, oldest first.
func (r Reads) Merges(ctx context.Context, webinarID string) ([]registration.Merge, error) {
	const query = `SELECT duplicate_id, main_id FROM live_registration_merge WHERE webinar_id = ? ORDER BY seq, n`
	return scanAll(ctx, r.q, func(r row) (m registration.Merge, err error) { return m, r.Scan(&m.Duplicate, &m.Main) }, query, webinarID)
}

func scanPlace(r row) (p place, err error) { return p, r.Scan(&p.id, &p.sum, &p.sheet, &p.line) }

// scanSet collects an answer as a set.
func scanSet[T comparable](ctx context.Context, q querier, scan func(row) (T, error), query string, args ...any) (map[T]bool, error) {
	all, err := scanAll(ctx, q, scan, query, args...)
	set := make(map[T]bool, len(all))
	for _, one := range all {
		set[one] = true
	}
	return set, err
}

func noKey() *fault.Error { return fault.From(errors.New("store: a fact without its content key")) }
