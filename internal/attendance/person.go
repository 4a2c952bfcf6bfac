package attendance

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"rapporteur/internal/participant"
)

// personOf makes a person of its distinct records.
func personOf(records []Record) Person {
	slices.SortFunc(records, compareRecords)
	p := Person{
		ID:      "A" + strings.TrimPrefix(records[0].Key, "a")[:16],
		Name:    personName(records),
		Names:   personNames(records),
		Records: records,
		Stays:   staysOf(records),
	}
	p.Email, p.Emails = emailsOf(records)
	p.Role = roleOfPerson(records, p.Emails)
	told := records
	if declared := func(r Record) bool { return r.Kind == DeclaredRow }; slices.ContainsFunc(records, declared) {
		told = slices.DeleteFunc(slices.Clone(records), declared)
	}
	switch {
	case len(told) == 0:
		p.Declared = true
	case !timed(told):
		p.TotalOnly, p.Total, p.Spans, p.Stays = true, totalOf(told), spansWithin(told), nil
	}
	return p
}

// timed tells whether some file gives the person's stays: it has a join there and no row of which only the total counts.
func timed(records []Record) bool {
	if len(records) == 1 {
		return !records[0].Join.IsZero() && records[0].Kind != TotalRow
	}
	partial := map[string]bool{}
	for _, r := range records {
		for _, file := range files(r) {
			partial[file] = partial[file] || r.Kind == TotalRow
		}
	}
	return slices.ContainsFunc(records, func(r Record) bool {
		return !r.Join.IsZero() && slices.ContainsFunc(files(r), func(file string) bool { return !partial[file] })
	})
}

// spansWithin are the times between which the records' totals were reached, united; nil when one of them does not say.
func spansWithin(records []Record) []Stay {
	var spans []Stay
	for _, r := range records {
		if r.Join.IsZero() {
			return nil
		}
		spans = append(spans, Stay{Join: r.Join.UTC(), Leave: r.Leave.UTC(), Open: r.Open})
	}
	return Union(spans)
}

// compareRecords orders a person's records in time, those without a time last, then by key. The first one names the
// person: it stays the first when later rows or other files come.
func compareRecords(a, b Record) int {
	if a.Join.IsZero() != b.Join.IsZero() {
		if a.Join.IsZero() {
			return 1
		}
		return -1
	}
	return cmp.Or(a.Join.Compare(b.Join), cmp.Compare(a.Key, b.Key))
}

// staysOf gives the stays of the records, sorted, none twice. An open stay goes where a fuller export has the same join
// with its leave, and one in whole minutes where a more exact export has the same stay with seconds; two stays of one file
// stand beside each other.
func staysOf(records []Record) []Stay {
	if len(records) == 1 {
		if r := records[0]; r.Kind != TotalRow && !r.Join.IsZero() {
			return []Stay{{Join: r.Join.UTC(), Leave: r.Leave.UTC(), Open: r.Open}}
		}
		return nil
	}
	closed, exact := map[int64]bool{}, map[span][]Record{}
	for _, r := range records {
		if !r.Open && !r.Join.IsZero() && r.Kind == StayRow {
			closed[r.Join.Unix()] = true
			if !wholeMinutes(r) {
				at := span{instantOf(r.Join, true), instantOf(r.Leave, true)}
				exact[at] = append(exact[at], r)
			}
		}
	}
	var out []Stay
	for _, r := range records {
		if r.Kind == TotalRow || r.Join.IsZero() || r.Open && closed[r.Join.Unix()] || wholeMinutes(r) && elsewhere(r, exact[span{r.Join.Unix(), r.Leave.Unix()}]) {
			continue
		}
		out = append(out, Stay{Join: r.Join.UTC(), Leave: r.Leave.UTC(), Open: r.Open})
	}
	slices.SortFunc(out, compareStays)
	return slices.CompactFunc(out, func(a, b Stay) bool {
		return a.Join.Equal(b.Join) && (a.Leave.Equal(b.Leave) || a.Open && b.Open)
	})
}

// elsewhere tells whether one of the records stands in none of the files of r.
func elsewhere(r Record, others []Record) bool {
	return slices.ContainsFunc(others, func(other Record) bool {
		return !slices.ContainsFunc(other.Sources, func(s Source) bool {
			return slices.ContainsFunc(r.Sources, func(own Source) bool { return own.File == s.File })
		})
	})
}

// lengthOf is how long a record says the person was there: its total where that is what counts, else its stay.
func lengthOf(r Record) time.Duration {
	if r.Kind == TotalRow || r.Join.IsZero() {
		return r.Total
	}
	return r.Leave.Sub(r.Join)
}

// totalOf adds up the totals of each file and takes the largest file: two exports of one meeting say the same twice.
func totalOf(records []Record) time.Duration {
	perFile := map[string]time.Duration{}
	for _, r := range records {
		for _, file := range files(r) {
			perFile[file] += lengthOf(r)
		}
	}
	return slices.Max(slices.Collect(maps.Values(perFile)))
}

// heaviest gives the texts of the records by the seconds behind them, most first, then in the order of the alphabet.
func heaviest(records []Record, text func(Record) string) []string {
	if len(records) == 1 { // as most people have
		if t := text(records[0]); t != "" {
			return []string{t}
		}
		return nil
	}
	weight := map[string]time.Duration{}
	for _, r := range records {
		if t := text(r); t != "" {
			weight[t] += lengthOf(r)
		}
	}
	return slices.SortedFunc(maps.Keys(weight), func(a, b string) int {
		return cmp.Or(cmp.Compare(weight[b], weight[a]), cmp.Compare(a, b))
	})
}

func registrant(r Record) string { return r.Registrant }
func original(r Record) string   { return r.Original }
func shown(r Record) string      { return r.Name }
func email(r Record) string      { return participant.NormaliseEmail(r.Email) }

// personName is the platform's registrant name, else the original name of a renamed person, else the display name with
// most seconds.
func personName(records []Record) string {
	for _, of := range []func(Record) string{registrant, original, shown} {
		if all := heaviest(records, of); len(all) > 0 {
			return all[0]
		}
	}
	return ""
}

// personNames are all names of the person, best first, none twice.
func personNames(records []Record) []string {
	var out []string
	for _, of := range []func(Record) string{registrant, original, shown} {
		for _, n := range heaviest(records, of) {
			if !slices.Contains(out, n) {
				out = append(out, n)
			}
		}
	}
	return out
}

// emailsOf gives the normalised address with most seconds and all of them, sorted.
func emailsOf(records []Record) (first string, all []string) {
	all = heaviest(records, email)
	if len(all) > 0 {
		first = all[0]
	}
	slices.Sort(all)
	return first, all
}

// roleOfPerson is the highest mark: host, panelist, attendee. A person without an address whose every name is a number
// or a caller's is a phone.
func roleOfPerson(records []Record, emails []string) Role {
	best := Attendee
	phone := len(emails) == 0
	for _, r := range records {
		if rank(r.Mark) > rank(best) {
			best = r.Mark
		}
		for _, n := range names(r) {
			phone = phone && participant.IsPhoneName(n)
		}
	}
	if phone && best == Attendee {
		return Phone
	}
	return best
}
