package store

// place is where a fact stands in its sources; equal places are one. id is the key of the fact.
type place struct {
	id, sum, sheet string
	line           int
}

// keyed says how facts are stored that are named by their content: a fact that two files hold is one fact with two places.
type keyed[T any] struct {
	have   func() (map[string]bool, error) // the keys that the webinar has
	places func() (map[place]bool, error)  // and where those facts stand
	at     func(T) place                   // without the sum
	insert func(T) error                   // writes the fact
	locate func(T, place) error            // writes a place of it
}

// addKeyed adds the facts that the webinar does not have yet, and for all of them the places that are new, and says how
// many were added and how many were known already. sum names the file that they stand in, "" when none does.
func addKeyed[T any](tx *Tx, webinarID, sum string, all []T, k keyed[T]) (added, known int, err error) {
	if err := tx.of(webinarID); err != nil {
		return 0, 0, err
	}
	have, err := k.have()
	if err != nil {
		return 0, 0, err
	}
	places, err := k.places()
	if err != nil {
		return 0, 0, err
	}
	for i, fact := range all {
		tx.row(i + 1)
		at := k.at(fact)
		at.sum = sum
		if at.id == "" {
			return 0, 0, noKey()
		}
		if have[at.id] {
			known++
		} else {
			if err := k.insert(fact); err != nil {
				return 0, 0, err
			}
			have[at.id] = true
			added++
		}
		if places[at] {
			continue
		}
		places[at] = true
		if err := k.locate(fact, at); err != nil {
			return 0, 0, err
		}
	}
	return added, known, nil
}

// importedName is the name under which a file came to the webinar first.
func (tx *Tx) importedName(webinarID, sum string) (string, error) {
	name, _, err := scanOne(tx.ctx, tx.q, oneText, `SELECT name FROM live_source_import
		WHERE webinar_id = ? AND sha256 = ? ORDER BY seq, n LIMIT 1`, webinarID, sum)
	return name, err
}
