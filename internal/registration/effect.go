package registration

import (
	"cmp"
	"maps"
	"slices"
	"time"
)

// Effect is what new submissions bring to a webinar's list, judged together with those that it has. Submissions are the new
// ones. Barred says how many of them can never be confirmed, by reason, most first. Duplicates are those that count with
// another submission of the same person, new or known. Persons are the persons of the new submissions: NewPersons are not
// on the list yet, KnownPersons are. Staff counts the new submissions that take no seat. Eligible are the new main records
// that a confirmation of everybody would decide: Wait of them would go onto the waiting list. Seats is the limit, 0 where
// none is stated: then nobody knows who would wait. Moved counts known submissions that are judged otherwise than before:
// an earlier submission through the website makes a known one its duplicate.
//
// Behind says of each number by its JSON name, of barred ones by "barred/" and the reason, what it counts: of each the ids of
// its submissions, those of a person together.
type Effect struct {
	Submissions  int      `json:"submissions"`
	Barred       []Reason `json:"barred"`
	Duplicates   int      `json:"duplicates"`
	NewPersons   int      `json:"new_persons"`
	KnownPersons int      `json:"known_persons"`
	Staff        int      `json:"staff"`
	Eligible     int      `json:"eligible"`
	Wait         int      `json:"wait"`
	Seats        int      `json:"seats"`
	Moved        int      `json:"moved"`

	Behind map[string][][]string `json:"-"`
}

// Reason is why submissions are barred, with how many they are. Words are what the files write of how they came, where they
// do, the most frequent first, three at most.
type Reason struct {
	Reason string   `json:"reason"`
	N      int      `json:"n"`
	Words  []string `json:"words"`
}

// Foresee tells what submissions bring to those of the register, before anything is written, with the standings that they
// would have together. Submissions that the register has already are passed over; of equal ones among the incoming the first
// counts. noSeat tells who takes no seat among given standings. The order of the incoming changes no count. known.Seen is told
// how many registrations are looked at: the known ones, then these and the incoming together.
func Foresee(known JudgeInput, incoming []Registration, seats int, noSeat func([]Standing) map[string]bool) (Effect, []Standing) {
	before := map[string]State{}
	seen, total := known.Seen, 2*len(known.Registrations)+len(incoming)
	known.Seen = func(done, _ int) bool { return seen.Tell(done, total) }
	for _, s := range Judge(known) {
		before[s.ID] = s.State
	}
	nothing := Effect{Barred: []Reason{}}
	if !seen.Tell(len(known.Registrations), total) {
		return nothing, nil
	}
	all, fresh := slices.Clone(known.Registrations), map[string]bool{}
	for _, r := range incoming {
		if _, there := before[r.ID]; there || fresh[r.ID] || r.Incomplete {
			continue
		}
		fresh[r.ID] = true
		all = append(all, r)
	}
	together := JudgeInput{Registrations: all, Events: known.Events, Merges: known.Merges,
		Seen: func(done, _ int) bool { return seen.Tell(len(known.Registrations)+done, total) }}
	after := Judge(together)
	if !seen.Tell(len(known.Registrations)+len(all), total) {
		return nothing, nil
	}
	e := Effect{Barred: []Reason{}, Seats: max(seats, 0), Behind: map[string][][]string{}}
	counts := func(number string, ids ...string) { e.Behind[number] = append(e.Behind[number], ids) }
	seatless := noSeat(after)
	barred, groups, met := map[string][]string{}, map[string][]string{}, map[string]bool{}
	var mains []string // of the groups, in order
	for _, s := range after {
		main := s.ID
		if s.DuplicateOf != "" {
			main = s.DuplicateOf
		}
		if !fresh[s.ID] {
			met[main] = true
			if s.State != before[s.ID] {
				counts("moved", s.ID)
			}
			continue
		}
		counts("submissions", s.ID)
		if groups[main] == nil {
			mains = append(mains, main)
		}
		groups[main] = append(groups[main], s.ID)
		if seatless[s.ID] {
			counts("staff", s.ID)
		}
		if s.DuplicateOf != "" {
			counts("duplicates", s.ID)
		}
		switch {
		case s.State == Barred:
			barred[s.Reason] = append(barred[s.Reason], s.ChannelText)
			counts("barred/"+s.Reason, s.ID)
		case s.State == Submitted && !seatless[s.ID]:
			counts("eligible", s.ID)
		}
	}
	for _, main := range mains {
		if met[main] {
			counts("known_persons", groups[main]...)
		} else {
			counts("new_persons", groups[main]...)
		}
	}
	if events, err := ConfirmAll(after, seats, time.Time{}, seatless); err == nil { // without a limit nobody knows
		for _, event := range events {
			if event.State == Waiting && fresh[event.Registration] {
				counts("wait", event.Registration)
			}
		}
	}
	for number, n := range map[string]*int{"submissions": &e.Submissions, "duplicates": &e.Duplicates, "new_persons": &e.NewPersons, "known_persons": &e.KnownPersons,
		"staff": &e.Staff, "eligible": &e.Eligible, "wait": &e.Wait, "moved": &e.Moved} {
		behind := e.Behind[number]
		*n, e.Behind[number] = len(behind), behind // a number of none is one all the same
	}
	for reason, texts := range barred {
		e.Barred = append(e.Barred, Reason{reason, len(texts), frequent(texts, 3)})
	}
	slices.SortFunc(e.Barred, func(a, b Reason) int {
		return cmp.Or(b.N-a.N, cmp.Compare(a.Reason, b.Reason))
	})
	return e, after
}

// frequent are the most frequent of texts, each once.
func frequent(texts []string, most int) []string {
	n := map[string]int{}
	for _, t := range texts {
		if t != "" {
			n[t]++
		}
	}
	out := slices.SortedFunc(maps.Keys(n), func(a, b string) int { return cmp.Or(n[b]-n[a], cmp.Compare(a, b)) })
	return append([]string{}, out[:min(len(out), most)]...)
}
