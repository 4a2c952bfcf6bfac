package attendance

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"rapporteur/internal/participant"
)

// compare makes a remark when a number that the file's own summary gives is none of those its rows give; the rows count.
// said is "" where the file gives none. The ways to count are tried one after the other; the remark names the first.
func (r *Reading) compare(line int, said, what string, counts ...func() int) {
	n, err := strconv.Atoi(strings.NewReplacer(" ", "", ",", "", ".", "").Replace(said))
	if err != nil || slices.ContainsFunc(counts, func(count func() int) bool { return count() == n }) {
		return
	}
	r.problem(line, "The summary of the file gives another number of "+what+" than its rows have: "+strconv.Itoa(n)+" against "+
		strconv.Itoa(counts[0]())+". The rows count.")
}

// compareZoom compares the numbers of a Zoom report's summary with its records. Zoom counts viewers with and without hosts
// and panelists, and users by rows or by people, as its versions go; only a number that is none of these is a remark.
func (r *Reading) compareZoom(line int, viewers, users string) {
	attendee := func(rec Record) bool { return rank(rec.Mark) <= rank(Attendee) }
	of := func(who func(Record) bool, count func([]Record, func(Record) bool) int) func() int {
		return sync.OnceValue(func() int { return count(r.Records, who) })
	}
	headsIn, headsAll, shownIn := of(attendee, heads), of(anybody, heads), of(attendee, differentShown)
	r.compare(line, viewers, "viewers", headsIn, headsAll, shownIn, of(anybody, differentShown), of(attendee, addresses), of(anybody, addresses), of(attendee, people))
	r.compare(line, users, "users", headsIn, of(attendee, stays), of(anybody, stays), headsAll, shownIn)
}

func anybody(Record) bool { return true }

// people counts the persons of the records that are wanted.
func people(records []Record, who func(Record) bool) int {
	return len(Group(slices.DeleteFunc(slices.Clone(records), func(rec Record) bool { return !who(rec) })))
}

// stays counts the records with a stay.
func stays(records []Record, who func(Record) bool) int {
	n := 0
	for _, rec := range records {
		if rec.Kind == StayRow && who(rec) {
			n++
		}
	}
	return n
}

// heads counts the people with a stay, each by the address or, without one, by the name.
func heads(records []Record, who func(Record) bool) int {
	seen := make(map[string]bool, len(records))
	for _, rec := range records {
		switch email := participant.NormaliseEmail(rec.Email); {
		case rec.Kind != StayRow && rec.Kind != TotalRow || !who(rec):
		case email != "":
			seen[email] = true
		default:
			seen[participant.FoldKey(fullName(rec))] = true
		}
	}
	return len(seen)
}

// addresses counts the different addresses of people with a stay.
func addresses(records []Record, who func(Record) bool) int {
	seen := map[string]bool{}
	for _, rec := range records {
		if email := participant.NormaliseEmail(rec.Email); email != "" && rec.Kind == StayRow && who(rec) {
			seen[email] = true
		}
	}
	return len(seen)
}

// differentShown counts the names under which people stay, with their addresses.
func differentShown(records []Record, who func(Record) bool) int {
	seen := map[[2]string]bool{}
	for _, rec := range records {
		if rec.Kind == StayRow && who(rec) {
			seen[[2]string{lowered(rec.Name), lowered(rec.Email)}] = true
		}
	}
	return len(seen)
}
