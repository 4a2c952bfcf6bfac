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
	spelt    []spelt // what near indexes
	spelling identity.Spelling
	similar  sync.Map // spelling → what alike gave for it
}

// spelling is a token beside how it is spelt in Latin letters.
type spelling struct{ token, latin string }

// spelt is a token as it is or, in Latin letters with its digraphs, as some bearer of it writes it.
type spelt struct {
	as    string
	token int32
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
	v.index(all)
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

// index finds the tokens by their spellings.
func (v *vocabulary) index(all []known) {
	for n, t := range v.tokens {
		v.spelt = append(v.spelt, spelt{t, int32(n)})
	}
	seen := map[spelt]bool{}
	for i := range all {
		name := &all[i].name
		for t, token := range name.Tokens {
			if as := name.Latin(t); as != token {
				s := spelt{as, v.numbers[token]}
				if !seen[s] {
					seen[s] = true
					v.spelt = append(v.spelt, s)
				}
			}
		}
	}
	forms := make([]string, len(v.spelt))
	for i, s := range v.spelt {
		forms[i] = s.as
	}
	v.near = newNeighbours(forms)
}

// of gives the registrations that bear a token.
func (v *vocabulary) of(token string) []int {
	if n, ok := v.numbers[token]; ok {
		return v.bearers[n]
	}
	return nil
}

// alike gives the bearers of each token that is the token itself, about one letter away as it is or as it is spelt in Latin
// letters, or a short form of one another. Names repeat: each is looked up once.
func (v *vocabulary) alike(token, latin string) [][]int {
	key := spelling{token, latin}
	if known, ok := v.similar.Load(key); ok {
		return known.([][]int)
	}
	out := v.findAlike(token, latin)
	v.similar.Store(key, out)
	return out
}

func (v *vocabulary) findAlike(token, latin string) [][]int {
	var found []int32
	for _, at := range v.near.of(token) {
		if s := v.spelt[at]; s.as == v.tokens[s.token] && (identity.Near(s.as, token) || identity.Flip(s.as, token) || identity.SurnameForms(s.as, token)) {
			found = append(found, s.token)
		}
	}
	for _, at := range v.near.of(latin) {
		if s := v.spelt[at]; identity.Near(s.as, latin) && !identity.Flip(s.as, latin) {
			found = append(found, s.token)
		}
	}
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

// onlyLike tells whether a token is a letter apart from one token of the list and from no other.
func (v *vocabulary) onlyLike(token, one string) bool {
	return !slices.ContainsFunc(v.near.of(token), func(at int32) bool {
		s := v.spelt[at]
		return v.tokens[s.token] != one && (s.as == token || identity.Near(s.as, token) || identity.Flip(s.as, token))
	})
}
