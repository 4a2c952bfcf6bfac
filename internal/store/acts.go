package store

import (
	"context"

	"rapporteur/internal/match"
)

// Act is one thing that an officer said of a person at a webinar, with who said it, when and why. Kind is "match",
// "staff", "sector" or "state" (of a registration). The person goes by the keys of attendance records or by a registration;
// of a match Registration is the answer, "" for none of them. Value is the staff word ("yes", "no"), the code of the sector
// or the state. Shown are the candidates that the officer saw. Seq is the place among all changes.
type Act struct {
	Kind         string
	Seq          int
	Records      []string
	Registration string
	Value        string
	Shown        []match.Candidate
	Said         Said
}

// Acts lists what officers said of the people of a webinar, as far as it stands, oldest first.
func (r Reads) Acts(ctx context.Context, webinarID string) ([]Act, error) {
	const query = `SELECT 'match' AS kind, d.seq AS seq, d.n AS n, d.records, d.registration_id, '', d.candidates, c.id, c.who, c.at, c.why
			FROM live_match_decision d JOIN change c ON c.id = d.change_id WHERE d.webinar_id = ?1
		UNION ALL SELECT 'staff', d.seq, d.n, d.records, '', CASE d.staff WHEN 1 THEN 'yes' ELSE 'no' END, '[]', c.id, c.who, c.at, c.why
			FROM live_staff_decision d JOIN change c ON c.id = d.change_id WHERE d.webinar_id = ?1
		UNION ALL SELECT 'sector', d.seq, d.n, d.records, d.registration_id, d.code, '[]', c.id, c.who, c.at, c.why
			FROM live_sector_decision d JOIN change c ON c.id = d.change_id WHERE d.webinar_id = ?1
		UNION ALL SELECT 'state', d.seq, d.n, '[]', d.registration_id, d.state, '[]', c.id, c.who, c.at, c.why
			FROM live_registration_event d JOIN change c ON c.id = d.change_id WHERE d.webinar_id = ?1
		ORDER BY seq, n`
	return scanAll(ctx, r.q, func(r row) (a Act, err error) {
		n := 0
		return a, r.Scan(&a.Kind, &a.Seq, &n, fromJSON{&a.Records}, &a.Registration, &a.Value, fromJSON{&a.Shown},
			&a.Said.Change, &a.Said.Who, moment{&a.Said.At}, &a.Said.Why)
	}, query, webinarID)
}

// Decided lists the webinars in which an officer said who somebody is or that somebody is staff, with a number that grows
// with every change of such answers, by id.
func (r Reads) Decided(ctx context.Context) (map[string]int, error) {
	const query = `SELECT c.webinar_id, count(*) + (SELECT count(*) FROM undo u JOIN change x ON x.id = u.change_id WHERE x.webinar_id = c.webinar_id)
		FROM change c WHERE c.kind IN ('match.decide', 'staff.set', 'attendance.import', 'registrations.import', 'registrations.add',
				'webinar.edit', 'webinar.close', 'sample.remove')
			AND c.webinar_id IN (SELECT webinar_id FROM live_match_decision UNION SELECT webinar_id FROM live_staff_decision)
		GROUP BY c.webinar_id`
	out := map[string]int{}
	_, err := scanAll(ctx, r.q, func(r row) (none struct{}, err error) {
		var id string
		var n int
		err = r.Scan(&id, &n)
		out[id] = n
		return none, err
	}, query)
	return out, err
}
