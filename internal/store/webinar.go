package store

import (
	"context"
	"strings"

	"rapporteur/internal/fault"
	"rapporteur/internal/webinar"
)

// shortestPrefix is how much of an identifier must be given at least.
const shortestPrefix = 4

// NewWebinar adds the webinar of a change of kind webinar.new and returns it with its identifier and version. Its ID
// is the change's Webinar; an empty ID is filled in.
func (tx *Tx) NewWebinar(w webinar.Webinar) (webinar.Webinar, error) {
	if w.ID == "" {
		w.ID = tx.change.Webinar
	}
	if err := tx.of(w.ID); err != nil {
		return webinar.Webinar{}, err
	}
	if err := tx.exec(`INSERT INTO webinar (id, change_id) VALUES (?, ?)`, w.ID, tx.change.ID); err != nil {
		return webinar.Webinar{}, err
	}
	return tx.SaveWebinar(w)
}

// SaveWebinar adds a new version of the webinar and returns it with the version it has now. Faults: invalid (no such
// project or activity type).
func (tx *Tx) SaveWebinar(w webinar.Webinar) (webinar.Webinar, error) {
	if err := tx.of(w.ID); err != nil {
		return webinar.Webinar{}, err
	}
	if err := tx.known(`SELECT count(*) FROM project WHERE code = ?`, w.Project,
		"The webinar names a project that the register does not have.", "Enter the project first, or name another one."); err != nil {
		return webinar.Webinar{}, err
	}
	if err := tx.known(`SELECT count(*) FROM activity_type WHERE code = ?`, w.ActivityType,
		"The webinar names a type of activity that the register does not have.", "Use one of the listed types."); err != nil {
		return webinar.Webinar{}, err
	}
	w.Version = 0 // counted from the changes, never stored
	body, err := asJSON(w)
	if err != nil {
		return webinar.Webinar{}, err
	}
	const insert = `INSERT INTO webinar_version (change_id, n, project_code, activity_type, state, body) VALUES (?, ?, ?, ?, ?, ?)`
	err = tx.exec(insert, tx.change.ID, tx.next(), orNull(w.Project), orNull(w.ActivityType), w.State, body)
	if err != nil {
		return webinar.Webinar{}, err
	}
	w.Version, err = tx.version(tx.ctx, w.ID)
	return w, err
}

// known refuses a code that the register lacks; "" is no code.
func (tx *Tx) known(query, code, message, hint string) error {
	if code == "" {
		return nil
	}
	n, _, err := scanOne(tx.ctx, tx.q, oneNumber, query, code)
	if err == nil && n == 0 {
		err = fault.New(fault.Invalid, message, hint)
	}
	return err
}

const latestWebinars = `SELECT v.body,
		(SELECT count(*) FROM change c WHERE c.webinar_id = v.webinar_id)
		+ (SELECT count(*) FROM undo u JOIN change c ON c.id = u.change_id WHERE c.webinar_id = v.webinar_id)
	FROM live_webinar_version v
	JOIN webinar w ON w.id = v.webinar_id JOIN change born ON born.id = w.change_id
	WHERE NOT EXISTS (SELECT 1 FROM live_webinar_version later WHERE later.webinar_id = v.webinar_id
		AND (later.seq > v.seq OR (later.seq = v.seq AND later.n > v.n)))`

func scanWebinar(r row) (w webinar.Webinar, err error) {
	var version int
	err = r.Scan(fromJSON{&w}, &version)
	w.Version = version
	return w, err
}

// Webinars lists all webinars in the order in which they were entered.
func (r Reads) Webinars(ctx context.Context) ([]webinar.Webinar, error) {
	return scanAll(ctx, r.q, scanWebinar, latestWebinars+` ORDER BY born.seq`)
}

// Webinar gives the webinar of an identifier, or of the start of one: at least four characters that fit one webinar
// only, in any case. Faults: not-found, ambiguous.
func (r Reads) Webinar(ctx context.Context, idOrPrefix string) (webinar.Webinar, error) {
	start := strings.ToLower(strings.TrimSpace(idOrPrefix))
	all, err := scanAll(ctx, r.q, scanWebinar, latestWebinars+` AND lower(substr(w.id, 1, length(?))) = ? ORDER BY born.seq`, start, start)
	if err != nil {
		return webinar.Webinar{}, err
	}
	for _, w := range all {
		if strings.ToLower(w.ID) == start {
			return w, nil
		}
	}
	switch {
	case len(start) < shortestPrefix:
		return webinar.Webinar{}, fault.Newf(fault.NotFound, "Look for it in the list of webinars: the identifiers stand there.",
			"A webinar is named by its identifier or by the first characters of it, at least %d.", shortestPrefix)
	case len(all) == 0:
		return webinar.Webinar{}, noWebinar()
	case len(all) > 1:
		return webinar.Webinar{}, fault.Newf(fault.Ambiguous, "Give more characters of the identifier.",
			"The identifiers of %d webinars start like this.", len(all))
	}
	return all[0], nil
}

func noWebinar() *fault.Error {
	return fault.New(fault.NotFound, "There is no webinar with this identifier.", "Look for it in the list of webinars: the identifiers stand there.")
}
