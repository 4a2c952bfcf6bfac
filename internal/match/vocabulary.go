package match

import (
	"slices"
	"sync"

	"rapporteur/internal/identity"
)

// vocabulary are the tokens of the registered names, numbered, with who bears each.
type vocabulary struct {
	numbers  map[string]int32
	tokens   []string
	bearers  [][]int // by number: registrations, in order
	near     neighbours
	spelling identity.Spelling
	similar  sync.Map // token → what alike gave for it
}

// newVocabulary learns the tokens of each registration.
func newVocabulary(all []known) *vocabulary {
	v := &vocabulary{numbers: make(map[string]int32, 2*len(all))}
	type bearing struct {
		token int32
		known int
	}
	bearings := make([]bearing, 0, 4*len(all))
	var count []int
	var tokens []string
	for i, k := range all {
		tokens = append(tokens[:0], k.name.Tokens...)
		slices.Sort(tokens)
		tokens = slices.Compact(tokens)
		if len(k.name.Tokens) >= 2 {
			tokens = append(tokens, joined(k.name.Tokens)...)
		}
		for _, t := range tokens {
			n, ok := v.numbers[t]
			if !ok {
				n = int32(len(v.tokens))
				v.numbers[t] = n
				v.tokens, count = append(v.tokens, t), append(count, 0)
				v.spelling.Add(t)
			}
			count[n]++
			bearings = append(bearings, bearing{n, i})
		}
	}
	v.near = newNeighbours(v.tokens)
	room := make([]int, len(bearings))
	v.bearers = make([][]int, len(v.tokens))
	for n := range v.bearers {
		v.bearers[n], room = room[:0:count[n]], room[count[n]:]
	}
	for _, b := range bearings {
		v.bearers[b.token] = append(v.bearers[b.token], b.known)
	}
	return v
}

// of gives the registrations that bear a token.
func (v *vocabulary) of(token string) []int {
	if n, ok := v.numbers[token]; ok {
		return v.bearers[n]
	}
	return nil
}

// alike gives the bearers of each token that is the token itself, about one letter away, or a short form of one another.
// Names repeat: each token is looked up once.
func (v *vocabulary) alike(token string) [][]int {
	if known, ok := v.similar.Load(token); ok {
		return known.([][]int)
	}
	out := v.findAlike(token)
	v.similar.Store(token, out)
	return out
}

func (v *vocabulary) findAlike(token string) [][]int {
	found := slices.DeleteFunc(v.near.of(token), func(n int32) bool {
		t := v.tokens[n]
		return !identity.Near(t, token) && !identity.Flip(t, token) && !identity.SurnameForms(t, token)
	})
	for _, t := range append(identity.FamiliarForms(token), token) {
		if n, ok := v.numbers[t]; ok {
			found = append(found, n)
		}
	}
	slices.Sort(found)
	found = slices.Compact(found)
	out := make([][]int, len(found))
	for i, n := range found {
		out[i] = v.bearers[n]
	}
	return out
}
