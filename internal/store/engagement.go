package store

import (
	"context"

	"rapporteur/internal/engagement"
)

// AddAnswers adds the answers that the webinar does not have yet, by their Key, and says how many were added and how many
// were known already. A known one gets the new line as a further source. sourceSHA names a file given to AddSource
// before; the file's name comes from there. Every answer has its Key.
func (tx *Tx) AddAnswers(webinarID, sourceSHA string, all []engagement.Answer) (added, known int, err error) {
	name, err := tx.importedName(webinarID, sourceSHA)
	if err != nil {
		return 0, 0, err
	}
	return addKeyed(tx, webinarID, sourceSHA, all, keyed[engagement.Answer]{
		have: func() (map[string]bool, error) {
			return scanSet(tx.ctx, tx.q, oneText, `SELECT answer_key FROM live_engagement_answer WHERE webinar_id = ?`, webinarID)
		},
		places: func() (map[place]bool, error) {
			return scanSet(tx.ctx, tx.q, scanPlace, `SELECT answer_key, sha256, '', line
			FROM live_answer_source WHERE webinar_id = ?`, webinarID)
		},
		at:     func(a engagement.Answer) place { return place{id: a.Key, line: a.Line} },
		insert: tx.insertAnswer,
		locate: func(_ engagement.Answer, at place) error {
			return tx.exec(`INSERT INTO answer_source (change_id, n, answer_key, sha256, name, line) VALUES (?, ?, ?, ?, ?, ?)`,
				tx.change.ID, tx.next(), at.id, at.sum, name, at.line)
		},
	})
}

func (tx *Tx) insertAnswer(a engagement.Answer) error {
	given, err := asJSON(a.Given)
	if err != nil {
		return err
	}
	const insert = `INSERT INTO engagement_answer (change_id, n, answer_key, kind, phase, question, given, picked, name, email, at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	return tx.exec(insert, tx.change.ID, tx.next(), a.Key, a.Kind, a.Phase, a.Question, given, a.Picked, a.Name, a.Email, stamp(a.At))
}

// Answers lists the answers of a webinar in the order of import, each with all its sources; Line is that of the first.
func (r Reads) Answers(ctx context.Context, webinarID string) ([]engagement.Answer, error) {
	const query = `SELECT answer_key, kind, phase, question, given, picked, name, email, at
		FROM live_engagement_answer WHERE webinar_id = ? ORDER BY seq, n`
	const sources = `SELECT answer_key, sha256, name, line FROM live_answer_source WHERE webinar_id = ? ORDER BY seq, n`
	type sourced struct {
		key string
		engagement.Source
	}
	// Sources first, as with attendance records.
	places, err := scanAll(ctx, r.q, func(row row) (s sourced, err error) {
		return s, row.Scan(&s.key, &s.File, &s.Name, &s.Line)
	}, sources, webinarID)
	if err != nil {
		return nil, err
	}
	byKey := make(map[string][]engagement.Source, len(places))
	for _, p := range places {
		byKey[p.key] = append(byKey[p.key], p.Source)
	}
	return scanAll(ctx, r.q, func(row row) (a engagement.Answer, err error) {
		err = row.Scan(&a.Key, &a.Kind, &a.Phase, &a.Question, fromJSON{&a.Given}, &a.Picked, &a.Name, &a.Email, moment{&a.At})
		if a.Sources = byKey[a.Key]; len(a.Sources) > 0 {
			a.Line = a.Sources[0].Line
		}
		return a, err
	}, query, webinarID)
}

// AddLink adds an officer's word that a question shows whether an expected outcome was reached.
func (tx *Tx) AddLink(webinarID string, l engagement.Link) error {
	if err := tx.of(webinarID); err != nil {
		return err
	}
	return tx.exec(`INSERT INTO outcome_link (change_id, n, question_id, outcome) VALUES (?, ?, ?, ?)`,
		tx.change.ID, tx.next(), l.Question, l.Outcome)
}

// Links lists the officers' words on questions and expected outcomes, oldest first: the newest on a question counts.
func (r Reads) Links(ctx context.Context, webinarID string) ([]engagement.Link, error) {
	const query = `SELECT question_id, outcome FROM live_outcome_link WHERE webinar_id = ? ORDER BY seq, n`
	return scanAll(ctx, r.q, func(r row) (l engagement.Link, err error) { return l, r.Scan(&l.Question, &l.Outcome) }, query, webinarID)
}

// AddPhaseWord adds an officer's word on when the questions of an imported file were put.
func (tx *Tx) AddPhaseWord(webinarID string, w engagement.PhaseWord) error {
	if _, err := tx.importedName(webinarID, w.File); err != nil {
		return err
	}
	return tx.exec(`INSERT INTO phase_word (change_id, n, sha256, phase) VALUES (?, ?, ?, ?)`, tx.change.ID, tx.next(), w.File, w.Phase)
}

// PhaseWords lists the officers' words on when the questions of files were put, oldest first: the newest on a file counts.
func (r Reads) PhaseWords(ctx context.Context, webinarID string) ([]engagement.PhaseWord, error) {
	const query = `SELECT sha256, phase FROM live_phase_word WHERE webinar_id = ? ORDER BY seq, n`
	return scanAll(ctx, r.q, func(r row) (w engagement.PhaseWord, err error) { return w, r.Scan(&w.File, &w.Phase) }, query, webinarID)
}
