package attendance

import (
	"iter"
	"strconv"
	"strings"

	"rapporteur/internal/participant"
	"rapporteur/internal/progress"
)

// way is a way to count people in a file; seen is told how many of its records are looked at.
type way func(seen progress.Seen) int

// once counts in a way once, however often it is asked.
func once(count way) way {
	n, counted := 0, false
	return func(seen progress.Seen) int {
		if !counted {
			n, counted = count(seen), true
		}
		return n
	}
}

// is is a way whose number is known.
func is(n int) way { return func(progress.Seen) int { return n } }

// counting counts people in records, of which there are most at most.
type counting func(most int, records iter.Seq[*Record]) int

// over counts the records that are wanted.
func over(records []Record, who func(*Record) bool, count counting) way {
	return once(func(seen progress.Seen) int {
		return count(len(records), func(yield func(*Record) bool) {
			for i := range records {
				if !seen.Tick(i+1, len(records)) || who(&records[i]) && !yield(&records[i]) {
					return
				}
			}
		})
	})
}

// compare makes a remark when a number that the file's own summary gives is none of those its rows give; the rows count.
// said is "" where the file gives none. The ways to count are tried one after the other; the remark names the first. seen is
// told how far the records are compared, in all ways together.
func (r *Reading) compare(seen progress.Seen, line int, said, what string, ways ...way) {
	n, err := strconv.Atoi(strings.NewReplacer(" ", "", ",", "", ".", "").Replace(said))
	if err != nil {
		return
	}
	for i, count := range ways {
		watch := seen.Part(i, len(ways))
		if count(watch) == n || !watch.Tell(len(r.Records), len(r.Records)) {
			return
		}
	}
	r.problem(line, "The summary of the file gives another number of "+what+" than its rows have: "+strconv.Itoa(n)+" against "+
		strconv.Itoa(ways[0](nil))+". The rows count.")
}

// compareZoom compares the numbers of a Zoom report's summary with its records. Zoom counts viewers with and without hosts
// and panelists, and users by rows or by people, as its versions go; only a number that is none of these is a remark.
func (r *Reading) compareZoom(seen progress.Seen, line int, viewers, users string) {
	attendee := func(rec *Record) bool { return rank(rec.Mark) <= rank(Attendee) }
	of := func(who func(*Record) bool, count counting) way {
		return over(r.Records, who, count)
	}
	headsIn, headsAll, shownIn := of(attendee, heads), of(anybody, heads), of(attendee, differentShown)
	r.compare(seen.Part(0, 2), line, viewers, "viewers",
		headsIn, headsAll, shownIn, of(anybody, differentShown), of(attendee, addresses), of(anybody, addresses), of(attendee, people))
	r.compare(seen.Part(1, 2), line, users, "users", headsIn, of(attendee, stays), of(anybody, stays), headsAll, shownIn)
}

func anybody(*Record) bool { return true }

// people counts the persons of records.
func people(_ int, records iter.Seq[*Record]) int {
	var own []Record
	for rec := range records {
		own = append(own, *rec)
	}
	_, persons := personsOf(own)
	return len(persons)
}

// stays counts the records with a stay.
func stays(_ int, records iter.Seq[*Record]) int {
	n := 0
	for rec := range records {
		if rec.Kind == StayRow {
			n++
		}
	}
	return n
}

// heads counts the people with a stay, each by the address or, without one, by the name.
func heads(most int, records iter.Seq[*Record]) int {
	seen := make(map[string]bool, most)
	for rec := range records {
		switch email := participant.NormaliseEmail(rec.Email); {
		case rec.Kind != StayRow && rec.Kind != TotalRow:
		case email != "":
			seen[email] = true
		default:
			seen[participant.FoldKey(fullName(*rec))] = true
		}
	}
	return len(seen)
}

// addresses counts the different addresses of people with a stay.
func addresses(most int, records iter.Seq[*Record]) int {
	seen := make(map[string]bool, most)
	for rec := range records {
		if email := participant.NormaliseEmail(rec.Email); email != "" && rec.Kind == StayRow {
			seen[email] = true
		}
	}
	return len(seen)
}

// differentShown counts the names under which people stay, with their addresses.
func differentShown(most int, records iter.Seq[*Record]) int {
	seen := make(map[[2]string]bool, most)
	for rec := range records {
		if rec.Kind == StayRow {
			seen[[2]string{lowered(rec.Name), lowered(rec.Email)}] = true
		}
	}
	return len(seen)
}
