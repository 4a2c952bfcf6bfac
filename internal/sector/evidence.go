package sector

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
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
		tokens := tokensOf(text)
		findings := lex.find(tokens, country)
		former := slices.ContainsFunc(findings, func(f finding) bool { return f.means == meansFormer })
		for _, f := range findings {
			if f.means == meansNothing || former && f.means.isRole() || e.found[f.means] != nil {
				continue
			}
			f.field, f.written = i, quoted(text[tokens[f.start].from:tokens[f.end-1].to])
			e.found[f.means] = &f
		}
	}
	return e
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
