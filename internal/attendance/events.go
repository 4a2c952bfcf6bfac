package attendance

import (
	"cmp"
	"slices"
	"time"
)

// event is one line of a log of joins and leaves. Events of one key are one connection, or the connections of one name.
type event struct {
	line int
	key  string
	who  personRow // without times
	text string    // the time as written
	at   time.Time
	left bool
}

// pair makes one row per stay of the events: each leave ends the earliest join of its key that is still open. Where a key
// is one connection (single), a second join of it while the first is open begins nothing. A join that stands twice and has
// one leave is one. The rows are in the order of their joins. What pairs with nothing becomes a remark.
func (r *Reading) pair(events []event, single bool) []personRow {
	slices.SortStableFunc(events, func(a, b event) int { return a.at.Compare(b.at) })
	open := map[string][]int{} // by key: rows without a leave yet
	var rows []personRow
	var keys []string // of the rows
	for _, e := range events {
		waiting := open[e.key]
		switch {
		case !e.left && single && len(waiting) > 0:
			r.problem(e.line, "This line joins a connection that is there already; the earlier join counts.")
		case !e.left:
			e.who.line, e.who.join = e.line, e.text
			open[e.key] = append(waiting, len(rows))
			rows, keys = append(rows, e.who), append(keys, e.key)
		case len(waiting) == 0:
			r.leaveOut(e.line, "This line leaves without having joined; it is left out.")
		default:
			rows[waiting[0]].leave = e.text
			open[e.key] = waiting[1:]
		}
	}
	type join struct{ key, text string }
	ended := map[join]bool{}
	for i, p := range rows {
		ended[join{keys[i], p.join}] = ended[join{keys[i], p.join}] || p.leave != ""
	}
	var kept []personRow
	for i, p := range rows {
		if p.leave == "" && ended[join{keys[i], p.join}] {
			r.problem(p.line, "This line stands twice in the file; it counts once.")
			continue
		}
		kept = append(kept, p)
	}
	return kept
}

// parseEvent gives an event its time; ok is false, and a remark made, when it cannot be read.
func (r *Reading) parseEvent(e *event, m moments) bool {
	at, err := m.parse(e.text)
	if err != nil || at.IsZero() {
		r.leaveOut(e.line, "The time of this line cannot be read; it is left out.")
		return false
	}
	e.at = at
	return true
}

// leaves tells, of a log in any language, which of its words for what happened means leaving. A person joins first and
// then leaves and joins by turns: so the word that stands more often in the even places is the one for leaving. Events
// have their times; words are those of the events.
func leaves(events []event, words []string) map[string]bool {
	order := make([]int, len(events))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(events[a].key, events[b].key), events[a].at.Compare(events[b].at))
	})
	even, total := map[string]int{}, map[string]int{}
	for n, place := 0, 0; n < len(order); n++ {
		if n > 0 && events[order[n]].key != events[order[n-1]].key {
			place = 0
		}
		place++
		total[words[order[n]]]++
		if place%2 == 0 {
			even[words[order[n]]]++
		}
	}
	out := map[string]bool{}
	for w, n := range total {
		out[w] = 2*even[w] > n
	}
	return out
}
