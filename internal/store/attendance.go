package store

import (
	"context"

	"rapporteur/internal/attendance"
)

// pageRows is how many entries a page of attendance records holds at most.
const pageRows = 4096

// AddRecords adds the attendance records that the webinar does not have yet, by their Key, and says how many were added
// and how many were known already. A known one gets the new line as a further source. sourceSHA names a file given to
// AddSource before; the file's name comes from there. Every record has its Key.
func (tx *Tx) AddRecords(webinarID, sourceSHA string, all []attendance.Record) (added, known int, err error) {
	if err := tx.of(webinarID); err != nil {
		return 0, 0, err
	}
	name, err := tx.importedName(webinarID, sourceSHA)
	if err != nil {
		return 0, 0, err
	}
	entries, added, err := tx.entries(webinarID, sourceSHA, all)
	if err != nil {
		return 0, 0, err
	}
	const insert = `INSERT INTO attendance_page (change_id, n, sha256, name, record_count, body) VALUES (?, ?, ?, ?, ?, ?)`
	pages := make([]struct {
		body    []byte
		records int
	}, (len(entries)+pageRows-1)/pageRows)
	besideEachOther(len(pages), func(i int) {
		own := entries[i*pageRows : min(len(entries), (i+1)*pageRows)]
		pages[i].body = writePage(own)
		for _, e := range own {
			if !e.known {
				pages[i].records++
			}
		}
	})
	for _, page := range pages {
		if err := tx.exec(insert, tx.change.ID, tx.next(), sourceSHA, name, page.records, page.body); err != nil {
			return 0, 0, err
		}
	}
	return added, len(all) - added, nil
}

// entries are what is to be written of the records: those that are new, and the lines that are new of those that are known.
func (tx *Tx) entries(webinarID, sourceSHA string, all []attendance.Record) (entries []pageEntry, added int, err error) {
	earlier, err := tx.Records(tx.ctx, webinarID)
	if err != nil {
		return nil, 0, err
	}
	type line struct {
		key string
		n   int
	}
	have := make(map[string]int, len(earlier)+len(all)) // by key: a line of this file and one, 0 for none
	lines := map[line]bool{}                            // the further lines of this file
	for _, r := range earlier {
		have[r.Key] = 0
		for _, s := range r.Sources {
			if s.File == sourceSHA {
				lines[line{r.Key, s.Line}] = true
			}
		}
	}
	entries = make([]pageEntry, 0, len(all))
	for i := range all {
		r := &all[i]
		if i%256 == 255 || i == len(all)-1 {
			tx.row(i + 1)
		}
		if r.Key == "" {
			return nil, 0, noKey()
		}
		at, known := have[r.Key]
		switch {
		case !known:
			have[r.Key] = r.Line + 1
			added++
		case at == r.Line+1 || lines[line{r.Key, r.Line}]:
			continue
		default:
			lines[line{r.Key, r.Line}] = true
		}
		entries = append(entries, pageEntry{r, known})
	}
	return entries, added, nil
}

// Records lists the attendance records of a webinar in the order of import, each with all its sources; Line is that of
// the first.
func (r Reads) Records(ctx context.Context, webinarID string) ([]attendance.Record, error) {
	all, err := r.earlyRecords(ctx, webinarID)
	if err != nil {
		return nil, err
	}
	type page struct {
		sum, name, body string
		records         int
	}
	pages, err := scanAll(ctx, r.q, func(row row) (p page, err error) {
		return p, row.Scan(&p.sum, &p.name, &p.records, &p.body)
	}, `SELECT sha256, name, record_count, body FROM live_attendance_page WHERE webinar_id = ? ORDER BY seq, n`, webinarID)
	if err != nil {
		return nil, err
	}
	total := len(all)
	for _, p := range pages {
		total += p.records
	}
	all = append(make([]attendance.Record, 0, total), all...)
	var at map[string]int // by key: which record; made when a further line comes
	for _, p := range pages {
		sources := make([]attendance.Source, 0, p.records)
		err := readPage(p.body, func(rec attendance.Record, known bool) {
			source := attendance.Source{File: p.sum, Name: p.name, Line: rec.Line}
			if !known {
				sources = append(sources, source)
				rec.Sources = sources[len(sources)-1 : len(sources) : len(sources)]
				all = append(all, rec)
				if at != nil {
					at[rec.Key] = len(all) - 1
				}
				return
			}
			if at == nil {
				at = make(map[string]int, total)
				for i := range all {
					at[all[i].Key] = i
				}
			}
			if i, ok := at[rec.Key]; ok {
				all[i].Sources = append(all[i].Sources, source)
			}
		})
		if err != nil {
			return nil, err
		}
	}
	return all, nil
}

// earlyRecords are those that programs of schema 5 and before wrote, a row for each and for each of its lines.
func (r Reads) earlyRecords(ctx context.Context, webinarID string) ([]attendance.Record, error) {
	const query = `SELECT r.record_key, r.kind, r.name, r.registrant, r.original, r.stripped, r.email, r.platform_id, r.mark,
			r.join_at, r.leave_at, r.open, r.total, r.has_total, r.organisation, r.job_title, r.country, coalesce(r.raw, '[]')
		FROM live_attendance_record r WHERE r.webinar_id = ? ORDER BY r.seq, r.n`
	const sources = `SELECT record_key, sha256, name, line FROM live_record_source WHERE webinar_id = ? ORDER BY seq, n`
	type sourced struct {
		key string
		attendance.Source
	}
	places, err := scanAll(ctx, r.q, func(row row) (s sourced, err error) {
		return s, row.Scan(&s.key, &s.File, &s.Name, &s.Line)
	}, sources, webinarID)
	if err != nil {
		return nil, err
	}
	byKey := make(map[string][]attendance.Source, len(places))
	for _, p := range places {
		byKey[p.key] = append(byKey[p.key], p.Source)
	}
	return scanAll(ctx, r.q, func(row row) (a attendance.Record, err error) {
		err = row.Scan(&a.Key, &a.Kind, &a.Name, &a.Registrant, &a.Original, fromJSON{&a.Stripped}, &a.Email, &a.PlatformID, &a.Mark,
			moment{&a.Join}, moment{&a.Leave}, &a.Open, &a.Total, &a.HasTotal, &a.Organisation, &a.JobTitle, &a.Country, fromJSON{&a.Raw})
		if a.Sources = byKey[a.Key]; len(a.Sources) > 0 {
			a.Line = a.Sources[0].Line
		}
		return a, err
	}, query, webinarID)
}
