package match

import (
	"slices"

	"rapporteur/internal/participant"
)

// common is how many registrations may bear a token before a person found by that token alone is passed over.
const common = 60

// tally counts hits per registration; touched are those with any.
type tally struct {
	hits    []int
	touched []int
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
}

// candidates gives the registrations worth a comparison: those with the address, and those that bear tokens shown in
// the name or in the local part of the address, exactly or about one letter away.
func (r *register) candidates(s shown) []int {
	t, ok := r.tallies.Get().(*tally)
	if !ok {
		t = &tally{hits: make([]int, len(r.all))}
	}
	defer r.tallies.Put(t)
	defer t.clear()
	for _, e := range s.emails {
		for _, i := range r.byEmail[e] {
			t.add(i, 2)
		}
	}
	initials := false
	for _, n := range s.names {
		initials = initials || len(n.Initials) > 0 || len(n.Tokens) == 1
		r.hit(t, n.Tokens)
	}
	r.hit(t, localTokens(s.emails))
	out := make([]int, 0, len(t.touched))
	for _, i := range t.touched {
		if t.hits[i] >= 2 || initials || len(s.names) == 0 {
			out = append(out, i)
		}
	}
	slices.Sort(out)
	return out
}

// hit counts, for every registration, how many of the tokens it bears; a rare one counts for two.
func (r *register) hit(t *tally, tokens []string) {
	for _, token := range tokens {
		for _, like := range r.alike(token) {
			weight := 1
			if len(r.byToken[like]) <= common {
				weight = 2
			}
			for _, i := range r.byToken[like] {
				t.add(i, weight)
			}
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
