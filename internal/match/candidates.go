package match

import (
	"slices"

	"rapporteur/internal/participant"
)

// common is how many registrations may bear a token before a person found by that token alone is passed over.
const common = 60

// candidates gives the registrations worth a comparison: those with the address, and those that bear tokens shown in
// the name or in the local part of the address, exactly or about one letter away.
func (r *register) candidates(s shown) []int {
	hits := map[int]int{}
	for _, e := range s.emails {
		for _, i := range r.byEmail[e] {
			hits[i] += 2
		}
	}
	initials := false
	for _, n := range s.names {
		initials = initials || len(n.Initials) > 0 || len(n.Tokens) == 1
		if len(n.Tokens) == 0 {
			continue
		}
		r.hit(hits, n.Tokens)
	}
	if tokens := localTokens(s.emails); len(tokens) > 0 {
		r.hit(hits, tokens)
	}
	var out []int
	for i, n := range hits {
		if n >= 2 || initials || len(s.names) == 0 {
			out = append(out, i)
		}
	}
	slices.Sort(out)
	return out
}

// hit counts, for every registration, how many of the tokens it bears; a rare one counts for two.
func (r *register) hit(hits map[int]int, tokens []string) {
	for _, t := range tokens {
		for _, like := range r.alike(t) {
			weight := 1
			if len(r.byToken[like]) <= common {
				weight = 2
			}
			for _, i := range r.byToken[like] {
				hits[i] += weight
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
