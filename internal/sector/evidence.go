package sector

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"rapporteur/internal/participant"
)

// finding is a term found in a text.
type finding struct {
	*entry
	start, end int // tokens
	reading
	field   int
	written string // the words as the person wrote them
}

// evidence is what the fields of one person say, by meaning: the first finding of each.
type evidence struct {
	found   [meaningCount]*finding
	country string // ISO 3166-1 alpha-2 code, "" when unknown
}

// has returns the first of the meanings that was found.
func (e *evidence) has(means ...meaning) *finding {
	for _, m := range means {
		if f := e.found[m]; f != nil {
			return f
		}
	}
	return nil
}

// gather reads the fields. It does not matter which field a term stands in: people swap title and organisation, or write
// both into one field.
func gather(country string, fields ...string) *evidence {
	e := &evidence{country: country}
	lex := compiled()
	for i, text := range fields {
		text = participant.Repair(text)
		tokens := tokensOf(text)
		findings := lex.find(tokens, country)
		past := pastOf(text, tokens, findings)
		for _, f := range findings {
			if f.means == meansNothing || past.holds(f) || e.found[f.means] != nil {
				continue
			}
			f.field, f.written = i, quoted(text[tokens[f.start].from:tokens[f.end-1].to])
			e.found[f.means] = &f
		}
	}
	return e
}

// past is what a text says of an earlier time: a role in the clause of "former" or "retired", and the body that is named
// after it. Where the clause holds nothing else ("judge (retired)") it speaks of every role of the text.
type past struct {
	former []int // the token of each "former"
	clause []int // of each token
	roles  bool  // of the whole text
}

func pastOf(text string, tokens []token, findings []finding) past {
	var p past
	for _, f := range findings {
		if f.means == meansFormer {
			p.former = append(p.former, f.start)
		}
	}
	if p.former == nil {
		return p
	}
	p.clause = make([]int, len(tokens))
	words := []int{0}
	for i := range tokens {
		if i > 0 && strings.ContainsAny(text[tokens[i-1].to:tokens[i].from], ",;()[]/|–—\n") {
			words = append(words, 0)
		}
		p.clause[i] = len(words) - 1
		words[p.clause[i]]++
	}
	for _, i := range p.former {
		p.roles = p.roles || words[p.clause[i]] == 1
	}
	return p
}

func (p past) holds(f finding) bool {
	if p.roles && f.means.isRole() {
		return true
	}
	return slices.ContainsFunc(p.former, func(i int) bool {
		return p.clause[i] == p.clause[f.start] && (f.means.isRole() || f.start > i && f.means != meansFormer)
	})
}

// quoted is a part of what a person wrote as a reason shows it: on one line, without signs that show nothing.
func quoted(text string) string {
	text = strings.Map(func(r rune) rune {
		if unicode.In(r, unicode.Cf, unicode.Cc) && !unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
	return strings.Join(strings.Fields(text), " ")
}

// find returns the terms of a text in written order. A longer term takes the words of the shorter ones within it, so
// that "court of auditors" is no court. What a unit works on and what it is share their words: "tax police" is police.
func (lex *lexicon) find(tokens []token, country string) []finding {
	if len(tokens) == 0 {
		return nil
	}
	read := lex.read(tokens)
	var all []finding
	for i := range tokens {
		for _, id := range read.beginnings(i) {
			for k := range lex.starting[id] {
				e := &lex.starting[id][k]
				if !e.holdsIn(country) {
					continue
				}
				end := i + len(e.patterns)
				how, fits := read.fits(i, e.patterns)
				if !fits || e.means == meansNothing && how != asWritten && tokens[end-1].cut {
					continue // "court int." may be anything: it does not silence the court
				}
				all = append(all, finding{entry: e, start: i, end: end, reading: how})
			}
		}
	}
	slices.SortStableFunc(all, compareFindings)
	body, work := make([]bool, len(tokens)), make([]bool, len(tokens))
	kept := all[:0]
	for _, f := range all {
		layer := body
		if f.means.isWork() {
			layer = work
		}
		if slices.Contains(layer[f.start:f.end], true) {
			continue
		}
		for k := f.start; k < f.end; k++ {
			layer[k] = true
			work[k] = work[k] || f.means == meansNothing // "cyber security" is no work on cybercrime
		}
		kept = append(kept, f)
	}
	slices.SortFunc(kept, func(a, b finding) int { return a.start - b.start })
	return kept
}

// compareFindings puts the stronger finding first: more words, read as they are written, more letters, one that holds for
// the country.
func compareFindings(a, b finding) int {
	if d := (b.end - b.start) - (a.end - a.start); d != 0 {
		return d
	}
	if d := cmp.Compare(a.reading, b.reading); d != 0 {
		return d
	}
	if d := b.letters - a.letters; d != 0 {
		return d
	}
	if d := len(b.countries) - len(a.countries); d != 0 && (len(a.countries) == 0 || len(b.countries) == 0) {
		return d
	}
	return strings.Compare(a.term, b.term)
}

func (e *entry) holdsIn(country string) bool {
	return e.countries == nil || slices.Contains(e.countries, country) || country == "" && e.certain
}
