package store

import (
	"context"

	"rapporteur/internal/webinar"
)

// Extent counts what a change brought: "registrations", "records" of attendance, registrations by the state they were
// given ("confirmed", "waiting", …), "matches", "splits", "staff", "sectors" and "texts" that were decided. What it did not touch is
// left out.
func (r Reads) Extent(ctx context.Context, changeID string) (map[string]int, error) {
	const query = `SELECT 'registrations', count(*) FROM registration WHERE change_id = ?1
		UNION ALL SELECT state, count(*) FROM registration_event WHERE change_id = ?1 GROUP BY state
		UNION ALL SELECT 'records', count(*) FROM attendance_record WHERE change_id = ?1
		UNION ALL SELECT 'records', coalesce(sum(record_count), 0) FROM attendance_page WHERE change_id = ?1
		UNION ALL SELECT 'matches', count(*) FROM match_decision WHERE change_id = ?1
		UNION ALL SELECT 'staff', count(*) FROM staff_decision WHERE change_id = ?1
		UNION ALL SELECT 'splits', count(*) FROM split_decision WHERE change_id = ?1
		UNION ALL SELECT 'sectors', count(*) FROM sector_decision WHERE change_id = ?1
		UNION ALL SELECT 'texts', count(*) FROM report_text WHERE change_id = ?1`
	out := map[string]int{}
	_, err := scanAll(ctx, r.q, func(r row) (none struct{}, err error) {
		var what string
		var n int
		if err = r.Scan(&what, &n); n > 0 {
			out[what] += n
		}
		return none, err
	}, query, changeID)
	return out, err
}

// Versions gives the webinar as a change saved it, and as it was before; found is false when the change saved none, and
// when what was before has been taken back since.
func (r Reads) Versions(ctx context.Context, changeID string) (before, after webinar.Webinar, found bool, err error) {
	const saved = `SELECT body, 0 FROM webinar_version WHERE change_id = ? ORDER BY n DESC LIMIT 1`
	if after, found, err = scanOne(ctx, r.q, scanWebinar, saved, changeID); err != nil || !found {
		return before, after, false, err
	}
	const earlier = `SELECT v.body, 0 FROM live_webinar_version v JOIN change c ON c.id = ? AND c.webinar_id = v.webinar_id
		WHERE v.seq < c.seq ORDER BY v.seq DESC, v.n DESC LIMIT 1`
	before, found, err = scanOne(ctx, r.q, scanWebinar, earlier, changeID)
	return before, after, found, err
}
