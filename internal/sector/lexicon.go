package sector

import (
	_ "embed"
	"strings"
	"sync"

	"rapporteur/internal/participant"
)

//go:embed lexicon.tsv
var lexiconFile string

// Words of the lexicon's class column that are no classes.
const (
	interior    Class = "interior"
	support     Class = "support"
	cooperation Class = "cooperation"
	former      Class = "former"
	none        Class = "none"
	outside     Class = "other"
)

// entry is one line of the lexicon with its term folded into tokens.
type entry struct {
	term    string
	tokens  []string
	class   Class
	subtype Subtype
	field   string
	stem    bool
	exact   bool // no typing error allowed
	weak    bool
	country string
}

// lexicon finds the entries that may begin at a token: by the whole first token, and by its first letters.
type lexicon struct {
	words map[string][]*entry
	stems map[string][]*entry // by the first stemKey bytes of the first token
	typos map[byte][]*entry   // long single words, by first letter
}

// stemKey is how many bytes of a folded token index a stem; the shortest stem has as many.
const stemKey = 3

// typoLength is how long a token must be for one typing error to be allowed.
const typoLength = 6

// loaded reads the lexicon when it is first needed: the start of a command does not pay for it.
var loaded = sync.OnceValue(func() *lexicon {
	l := &lexicon{map[string][]*entry{}, map[string][]*entry{}, map[byte][]*entry{}}
	for line := range strings.Lines(lexiconFile) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		column := strings.Split(line, "\t")
		e := &entry{term: column[0], tokens: participant.Tokens(column[0]), class: Class(column[1]), subtype: Subtype(column[2]),
			field: column[3], stem: column[4] == "stem", exact: column[4] == "acronym", weak: column[4] == "weak", country: column[5]}
		l.add(e)
	}
	return l
})

func (l *lexicon) add(e *entry) {
	if len(e.tokens) == 0 {
		return
	}
	first := e.tokens[0]
	if e.stem && len(first) >= stemKey {
		l.stems[first[:stemKey]] = append(l.stems[first[:stemKey]], e)
		return
	}
	l.words[first] = append(l.words[first], e)
	if !e.exact && len(first) >= typoLength {
		l.typos[first[0]] = append(l.typos[first[0]], e)
	}
}

// hit is an entry found at tokens [from, to) of a text.
type hit struct {
	*entry
	from, to int
	typo     bool
}

// find lists what stands in a text, without what lies inside of a longer find. Country is an ISO code or "".
func (l *lexicon) find(tokens []string, fields string, country string) []hit {
	var hits []hit
	for i, t := range tokens {
		hits = collect(hits, l.words[t], tokens, i, fields, country, false)
		if len(t) >= stemKey {
			hits = collect(hits, l.stems[t[:stemKey]], tokens, i, fields, country, false)
		}
	}
	if len(hits) == 0 { // a typing error is looked for only where nothing is found without one
		for i, t := range tokens {
			if len(t) >= typoLength-1 {
				hits = collect(hits, l.typos[t[0]], tokens, i, fields, country, true)
			}
		}
	}
	return longest(hits)
}

func collect(hits []hit, entries []*entry, tokens []string, at int, fields, country string, typo bool) []hit {
	for _, e := range entries {
		if e.country != "*" && e.country != country || !strings.Contains(fields, e.field) || at+len(e.tokens) > len(tokens) {
			continue
		}
		if e.standsAt(tokens[at:], typo) {
			hits = append(hits, hit{e, at, at + len(e.tokens), typo})
		}
	}
	return hits
}

func (e *entry) standsAt(tokens []string, typo bool) bool {
	for i, want := range e.tokens {
		got := tokens[i]
		switch {
		case got == want, e.stem && strings.HasPrefix(got, want):
		case typo && !e.exact && len(want) >= typoLength && oneSlip(got, want):
		default:
			return false
		}
	}
	return true
}

// longest drops every find that lies inside of a longer one: "tax police" is no "police" beside it, and
// "policy" none at all.
func longest(hits []hit) []hit {
	var kept []hit
	for i, h := range hits {
		inside := false
		for j, o := range hits {
			within := i != j && o.from <= h.from && h.to <= o.to
			if within && (o.to-o.from > h.to-h.from || o.class == none && h.class != none) {
				inside = true
				break
			}
		}
		if !inside {
			kept = append(kept, h)
		}
	}
	return kept
}

// oneSlip tells whether two words differ by one letter more, less or other, or by two neighbours swapped.
func oneSlip(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) < len(b) {
		return a[i:] == b[i+1:]
	}
	if i == len(a) || a[i+1:] == b[i+1:] {
		return true
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}
