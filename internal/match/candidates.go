package match

import (
	"cmp"
	"slices"

	"rapporteur/internal/participant"
)

// common is how many registrations may bear a token, or be made with an address, before a person found by that alone is passed
// over.
const common = 60

// mostBearers is how many registrations that bear a token are looked at, mostCandidates how many are compared. Who is one of more is
// never found by the name alone, so that a table with one name on every row costs no more than another.
const (
	mostBearers    = 4000
	mostCandidates = 1000
	usualWords     = 8 // of a name with more of them, which takes longer to compare, fewer candidates are
)

// tally counts hits per registration; touched are those with any. cut tells that not all were looked at.
type tally struct {
	hits    []int
	touched []int
	cut     bool
}

func (t *tally) add(i, weight int) {
	if t.hits[i] == 0 {
		t.touched = append(t.touched, i)
	}
	t.hits[i] += weight
}

// clear makes the tally ready for the next attendee.
func (t *tally) clear() {
	for _, i := range t.touched {
		t.hits[i] = 0
	}
	t.touched = t.touched[:0]
	t.cut = false
}

// candidates gives the registrations worth a comparison: those with the address, those that bear two of the tokens shown
// in a full name, exactly, about one letter away or as a short form, and those that bear one where no more is shown or
// where the local part of the address holds another. all is false where there were too many to look at.
func (r *register) candidates(s shown) (found []int, all bool) {
	t, ok := r.tallies.Get().(*tally)
	if !ok {
		t = &tally{hits: make([]int, len(r.all))}
	}
	defer r.tallies.Put(t)
	defer t.clear()
	for _, e := range s.emails {
		with := r.byEmail[e]
		if len(with) > common { // of so many the address tells nothing: who is one of them is found by the name
			with, t.cut = with[:common], true
		}
		for _, i := range with {
			t.add(i, enough)
		}
	}
	full, words := len(s.names) > 0, usualWords
	for _, n := range s.names {
		full = full && len(n.Tokens) > 1 && len(n.Initials) == 0
		words = max(words, len(n.Tokens))
	}
	for _, n := range s.names {
		for i, token := range n.Tokens {
			r.hit(t, token, n.Latin(i), !full)
		}
	}
	for _, token := range localTokens(s.emails) {
		r.hit(t, token, token, true)
	}
	out := make([]int, 0, len(t.touched))
	for _, i := range t.touched {
		if t.hits[i] >= enough || !full {
			out = append(out, i)
		}
	}
	if most := mostCandidates * usualWords / words; len(out) > most {
		slices.SortFunc(out, func(a, b int) int { return cmp.Or(cmp.Compare(t.hits[b], t.hits[a]), cmp.Compare(a, b)) })
		out, t.cut = out[:most], true
	}
	slices.Sort(out)
	return out, !t.cut
}

// some gives the registrations of a list that are looked at.
func (t *tally) some(list []int) []int {
	if len(list) > mostBearers {
		t.cut = true
		return list[:mostBearers]
	}
	return list
}

// enough is how many hits make a candidate of a full name.
const enough = 2

// hit counts a token for every registration that bears it or one like it; a rare one may be enough alone.
func (r *register) hit(t *tally, token, latin string, alone bool) {
	for _, bearers := range r.names.alike(token, latin) {
		weight := 1
		if alone && len(bearers) <= common {
			weight = enough
		}
		for _, i := range t.some(bearers) {
			t.add(i, weight)
		}
	}
}

// localTokens gives the words in the local parts of the addresses, and those behind a leading or trailing initial.
func localTokens(emails []string) []string {
	var out []string
	for _, e := range emails {
		for _, w := range participant.Tokens(lettersOnly(participant.EmailLocal(e))) {
			if len(w) >= 3 {
				out = append(out, w)
			}
			if len(w) >= 5 {
				out = append(out, w[1:], w[:len(w)-1])
			}
		}
	}
	return out
}

// lettersOnly turns digits and signs into blanks.
func lettersOnly(s string) string {
	out := []rune(s)
	for i, r := range out {
		if r < 'a' {
			out[i] = ' '
		}
	}
	return string(out)
}
