package attendance

import (
	"slices"
	"strconv"
	"strings"

	"rapporteur/internal/participant"
)

// compare makes a remark when a number that the file's own summary gives is none of those its rows give; the rows count.
// said is "" where the file gives none.
func (r *Reading) compare(line int, said, what string, counted ...int) {
	n, err := strconv.Atoi(strings.NewReplacer(" ", "", ",", "", ".", "").Replace(said))
	if err != nil || slices.Contains(counted, n) {
		return
	}
	r.problem(line, "The summary of the file gives another number of "+what+" than its rows have: "+strconv.Itoa(n)+" against "+
		strconv.Itoa(counted[0])+". The rows count.")
}

// compareZoom compares the numbers of a Zoom report's summary with its records. Zoom counts viewers with and without hosts
// and panelists, and users by rows or by people, as its versions go; only a number that is none of these is a remark.
func (r *Reading) compareZoom(line int, viewers, users string) {
	if viewers == "" && users == "" {
		return
	}
	attendees := slices.DeleteFunc(slices.Clone(r.Records), func(rec Record) bool { return rank(rec.Mark) > rank(Attendee) })
	stays := func(records []Record) (n int) {
		for _, rec := range records {
			if rec.Kind == StayRow {
				n++
			}
		}
		return n
	}
	people, all := len(Group(attendees)), len(Group(r.Records))
	named := differentShown(attendees)
	r.compare(line, viewers, "viewers", people, all, named, differentShown(r.Records), addresses(attendees), addresses(r.Records))
	r.compare(line, users, "users", stays(attendees), stays(r.Records), people, all, named)
}

// addresses counts the different addresses of people with a stay.
func addresses(records []Record) int {
	seen := map[string]bool{}
	for _, rec := range records {
		if email := participant.NormaliseEmail(rec.Email); email != "" && rec.Kind == StayRow {
			seen[email] = true
		}
	}
	return len(seen)
}

// differentShown counts the names under which people stay, with their addresses.
func differentShown(records []Record) int {
	seen := map[[2]string]bool{}
	for _, rec := range records {
		if rec.Kind == StayRow {
			seen[[2]string{lowered(rec.Name), lowered(rec.Email)}] = true
		}
	}
	return len(seen)
}
