package attendance

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"rapporteur/internal/fault"
	"rapporteur/internal/participant"
	"rapporteur/internal/progress"
	"rapporteur/internal/tabular"
)

// personRow is one row of a person as the layouts hand it over, texts cleaned, "" where unknown.
type personRow struct {
	line         int
	kind         Kind
	mark         Role
	shown        string
	zoomName     bool // the name comes from a Zoom user-name column
	registrant   string
	email        string
	platformID   string
	tag          string // a guest tag already taken out of shown
	whole        string // shown with the tag
	note         string // a remark for the officer
	role         string // the role cell, where the layout has one
	join, leave  string
	overnight    bool // a leave before the join is of the next day
	total        string
	unit         time.Duration // of a bare number in total
	ends         time.Duration // set where join and leave may be the first and the last time only: by how much the total of one stay may be shorter
	coarse       bool          // the platform prints whole minutes
	lasts        bool          // without a leave, the total says how long
	organisation string
	jobTitle     string
	country      string
	phone        string
	cells        tabular.Row
	unmarked     bool   // no cell says more than its cleaned form
	registered   string // the registrant's name as the file writes it
}

// frame is what a file says of the meeting itself, as text. others are further times, neither joins nor leaves: of the
// report, of registrations. near is the day in the file's name.
type frame struct {
	title, start, end, length string
	others                    []string
	near                      time.Time
}

// times are all times of the frame.
func (f frame) times() []string { return append([]string{f.start, f.end}, f.others...) }

// build turns the rows of one file into the records of the reading. Rows that cannot be read become problems with their
// line, never a guess.
func (r *Reading) build(rows []personRow, meeting frame, o Options) error {
	return r.buildFrom(personRows{len(rows), func(i int) personRow { return rows[i] },
		func(i int) (join, leave string) { return rows[i].join, rows[i].leave }}, meeting, o)
}

// personRows are the rows of a file, each made when it is asked for: of a large file all of them at once would take more
// room than the file. times are those of a row alone.
type personRows struct {
	n     int
	row   func(i int) personRow
	times func(i int) (join, leave string)
}

// buildFrom is build of rows that are made when they are asked for, from several goroutines.
func (r *Reading) buildFrom(rows personRows, meeting frame, o Options) error {
	if rows.n == 0 {
		return fault.New(fault.Unreadable, "The file has the columns of an attendance report but no person in it.",
			"Download the report again after the meeting has ended; reports are complete about half an hour later.")
	}
	times := make([]string, 0, 2*rows.n)
	for i := range rows.n {
		join, leave := rows.times(i)
		for _, s := range []string{join, leave} {
			if s != "" {
				times = append(times, s)
			}
		}
	}
	m, err := newMoments(o, times, meeting)
	if err != nil {
		return err
	}
	if m.layout.Weak {
		r.problem(0, "The dates can be read day first or month first. They were read month first, for no other reason than that "+
			m.layout.Why+". If that is wrong, give the date of the webinar.")
	}
	r.Title = meeting.title
	r.DateOrder, r.Dates = m.layout.Order, m.layout
	r.Start, r.End = m.optional(meeting.start), m.optional(meeting.end)
	if length, ok := total(meeting.length, time.Minute); ok && r.End.IsZero() && !r.Start.IsZero() && length > 0 {
		r.End = r.Start.Add(length)
	}
	r.Rows = rows.n
	if r.Problems == nil {
		r.Problems = []tabular.Problem{}
	}
	r.readRows(rows, m, o.Seen)
	r.endOpenStays(o.End)
	slices.SortStableFunc(r.Problems, func(a, b tabular.Problem) int { return a.Line - b.Line })
	return nil
}

// readRows reads the rows as records, each with its key.
func (r *Reading) readRows(rows personRows, m moments, seen progress.Seen) {
	records, kept := make([]Record, rows.n), make([]bool, rows.n)
	parts := make([]Reading, (rows.n+blockSize-1)/blockSize)
	inBlocks(rows.n, func(block, from, to int) {
		part := &parts[block]
		for i := from; i < to; i++ {
			p := rows.row(i)
			if p.note != "" {
				part.problem(p.line, p.note)
			}
			if records[i], kept[i] = part.record(p, m); kept[i] {
				records[i].Key = Key(records[i])
			}
		}
	}, seen)
	for _, part := range parts {
		r.Problems = append(r.Problems, part.Problems...)
	}
	n := 0
	for i := range records {
		if kept[i] {
			if n < i {
				records[n] = records[i]
			}
			n++
		}
	}
	if n > 0 {
		r.Records = records[:n:n]
	}
}

// record reads one row; ok is false when it is no record, with the reason among the problems.
func (r *Reading) record(p personRow, m moments) (rec Record, ok bool) {
	rec = Record{
		Line: p.line, Kind: p.kind, Mark: p.mark, Registrant: p.registrant, Email: p.email, PlatformID: p.platformID,
		Organisation: p.organisation, JobTitle: p.jobTitle, Country: p.country,
	}
	rec.Name, rec.Original, rec.Stripped = splitName(p.shown, p.zoomName)
	if p.tag != "" {
		rec.Stripped = append(rec.Stripped, p.tag)
	}
	if rec.Name == "" {
		rec.Name = p.registrant
	}
	rec.Raw = p.raw(rec)
	if rec.Name == "" && rec.Email == "" {
		r.leaveOut(p.line, "This row names nobody; it is left out.")
		return rec, false
	}
	if rec.Email == "" && p.join == "" && isTotals(rec.Name) {
		r.leaveOut(p.line, "This row holds the totals of the others and names nobody; it is left out.")
		return rec, false
	}
	if p.total != "" {
		rec.Total, rec.HasTotal = total(p.total, p.unit)
	}
	if p.kind == NoShow || p.kind == DeclaredRow {
		return rec, true
	}
	var errJoin, errLeave error
	rec.Join, errJoin = m.parse(p.join)
	rec.Leave, errLeave = m.parse(p.leave)
	if p.overnight && !rec.Leave.IsZero() && rec.Leave.Before(rec.Join) {
		rec.Leave = rec.Leave.In(m.zone).AddDate(0, 0, 1).UTC()
	}
	if rec.HasTotal && !rec.Join.IsZero() && !rec.Leave.IsZero() {
		rec.Join, rec.Leave = m.byLength(rec.Join, rec.Leave, rec.Total)
	}
	switch {
	case errJoin != nil || errLeave != nil:
		r.leaveOut(p.line, "The join or leave time of this row cannot be read; the row is left out.")
		return rec, false
	case rec.Join.IsZero() && rec.HasTotal && rec.Total > 0:
		if !rec.Leave.IsZero() {
			r.problem(p.line, "This row has no join time; only its total counts.")
		}
		rec.Join, rec.Leave = time.Time{}, time.Time{}
		return rec, true
	case rec.Join.IsZero() && rec.HasTotal && p.coarse:
		rec.Leave, rec.Total = time.Time{}, shortest
		r.problem(p.line, "The platform gives this person less than a minute; one second counts.")
		return rec, true
	case rec.Join.IsZero():
		r.leaveOut(p.line, "This row has neither a join time nor minutes; it is left out.")
		return rec, false
	case rec.Leave.IsZero() && p.lasts && rec.Total > 0:
		rec.Leave = rec.Join.Add(rec.Total)
		return rec, true
	case rec.Leave.IsZero():
		rec.Open = true
		return rec, true
	case rec.Leave.Before(rec.Join):
		r.leaveOut(p.line, "This row leaves before it joins; it is left out.")
		return rec, false
	case p.ends > 0 && rec.Total > 0 && !oneStay(rec, p.ends) && !(rec.Leave.Equal(rec.Join) && rec.Total <= time.Minute):
		rec.Kind = TotalRow
		return rec, true
	case rec.Leave.Equal(rec.Join):
		return r.sameInstant(rec, p.coarse)
	}
	return rec, true
}

// register sets the registrant's name of a row, cleaned and as the row writes it.
func (p *personRow) register(row tabular.Row, given, family string) {
	p.registrant = strings.TrimSpace(given + " " + family)
	p.registered = p.registrant
	if p.unmarked {
		return
	}
	rawGiven, rawFamily := row.Raw(given), row.Raw(family)
	if rawGiven != "" || rawFamily != "" {
		p.registered = strings.TrimSpace(cmp.Or(rawGiven, given) + " " + cmp.Or(rawFamily, family))
	}
}

// raw gives what the file writes, where it is more than the record says.
func (p personRow) raw(rec Record) map[string]string {
	shown := p.shown
	if p.tag != "" {
		shown = p.whole
	}
	var raw map[string]string
	keep := func(field, text string) {
		if text == "" {
			return
		}
		if raw == nil {
			raw = map[string]string{}
		}
		raw[field] = text
	}
	written := p.cells.Raw
	if p.unmarked {
		written = func(string) string { return "" }
	}
	if name := written(shown); name != "" {
		keep("name", name)
	} else if shown != rec.Name {
		keep("name", shown)
	}
	keep("organisation", written(rec.Organisation))
	keep("job_title", written(rec.JobTitle))
	keep("phone", participant.PhoneStart(p.phone))
	if p.registered != p.registrant {
		keep("registrant", p.registered)
	}
	return raw
}

// oneStay tells whether the platform's total says that a person stayed from the first join to the last leave: it is that
// long, or shorter by what a platform without seconds cuts off, or by the seconds of a lost connection. A longer one counts
// two devices twice, a shorter one has gaps. Times without seconds are cut off by up to a minute.
func oneStay(r Record, shorter time.Duration) bool {
	longer := 2 * time.Second
	if r.Join.Second() == 0 && r.Leave.Second() == 0 {
		longer, shorter = 59*time.Second, max(shorter, 59*time.Second)
	}
	gap := r.Leave.Sub(r.Join) - r.Total
	return gap >= -longer && gap <= shorter
}

// shortest is what a stay counts of which the platform says no more than that it was: less than a minute.
const shortest = time.Second

// sameInstant deals with a row that joins and leaves at one printed time: a copy saved without seconds cuts a short stay
// to nothing, and the platform's own total, at most the minute that was cut off, says how long it was. A platform that
// prints minutes only (coarse) names people who were there for seconds.
func (r *Reading) sameInstant(rec Record, coarse bool) (Record, bool) {
	if coarse && rec.Total <= 0 {
		rec.Leave = rec.Join.Add(shortest)
		r.problem(rec.Line, "Join and leave of this row are the same minute; one second counts.")
		return rec, true
	}
	if !rec.HasTotal || rec.Total <= 0 {
		r.leaveOut(rec.Line, "This row joins and leaves in the same second; it is left out.")
		return rec, false
	}
	rec.Leave = rec.Join.Add(min(rec.Total, time.Minute))
	r.problem(rec.Line, "Join and leave of this row are the same minute; the platform's own total is taken, at most one minute.")
	return rec, true
}

// total reads the platform's own length of a stay, to the second; unit is that of a bare number.
func total(s string, unit time.Duration) (time.Duration, bool) {
	d, ok := tabular.ParseDuration(s, unit)
	return d.Round(time.Second), ok && d >= 0 && d < 1000*time.Hour
}

// endOpenStays ends rows without a leave at the given end, else at the meeting's end, else at the last time seen. One
// that joined after that end stays until the last time seen.
func (r *Reading) endOpenStays(given time.Time) {
	last := r.End
	for _, rec := range r.Records {
		for _, t := range []time.Time{rec.Join, rec.Leave} {
			if t.After(last) {
				last = t
			}
		}
	}
	end := given
	if end.IsZero() {
		end = r.End
	}
	for i := range r.Records {
		rec := &r.Records[i]
		if !rec.Open {
			continue
		}
		rec.Leave = end.UTC()
		if !end.After(rec.Join) {
			rec.Leave = last
		}
		r.problem(rec.Line, "This row has no leave time; it is ended by rule and marked open.")
	}
}

// leaveOut notes why a row takes no part.
func (r *Reading) leaveOut(line int, message string) {
	r.Problems = append(r.Problems, tabular.Problem{Line: line, Message: message, LeftOut: true})
}

// problem notes a remark on a line; never with a value of the file.
func (r *Reading) problem(line int, message string) {
	r.Problems = append(r.Problems, tabular.Problem{Line: line, Message: message})
}
