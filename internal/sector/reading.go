package sector

import (
	"slices"
	"strings"
)

// reading is how a term was read from what a person wrote, the surest first.
type reading uint8

const (
	asWritten  reading = iota
	shortened          // a word of the phrase is cut and ends in a dot: "Min. pravde"
	contracted         // letters are left out of a word that ends in a dot: "Gn. Md."
	wounded            // a program lost letters of a word: "Tu?ila?tvo"
	mistyped           // a word misses by one letter
)

// words are the tokens of a text with the patterns that each may stand for.
type words struct {
	*lexicon
	tokens   []token
	patterns [][]int
	how      []reading // of each token's patterns
	cut      [][]int   // patterns that a cut word may stand for besides; nil where none is cut
}

// shortestAnchor is the length of a word that may hold a phrase together whose other words are cut; enoughLetters are the letters
// that do where all are cut: "Min. unutr.".
const (
	shortestAnchor = 3
	enoughLetters  = 8
)

func (lex *lexicon) read(tokens []token) *words {
	w := &words{lexicon: lex, tokens: tokens, patterns: make([][]int, len(tokens)), how: make([]reading, len(tokens))}
	for i, t := range tokens {
		w.patterns[i], w.how[i] = lex.patternsFor(t)
		if !t.cut || len(tokens) == 1 {
			continue
		}
		if w.cut == nil {
			w.cut = make([][]int, len(tokens))
		}
		for _, id := range lex.longerThan(t.text) {
			if !slices.Contains(w.patterns[i], id) {
				w.cut[i] = append(w.cut[i], id)
			}
		}
	}
	return w
}

// beginnings are the patterns that a phrase may begin with at a token.
func (w *words) beginnings(i int) []int {
	if w.cut == nil || w.cut[i] == nil {
		return w.patterns[i]
	}
	return slices.Concat(w.patterns[i], w.cut[i])
}

// fits tells whether the words from a token on fit a phrase one after the other. A cut word stands only beside a whole one,
// or beside others with letters enough: alone it may be anything.
func (w *words) fits(i int, phrase []int) (how reading, fits bool) {
	if len(w.tokens)-i < len(phrase) {
		return asWritten, false
	}
	anchored, letters := false, 0
	for k, id := range phrase {
		t := i + k
		switch {
		case slices.Contains(w.patterns[t], id):
			anchored = anchored || len(w.tokens[t].text) >= shortestAnchor
			how = max(how, w.how[t])
		case w.cut != nil && slices.Contains(w.cut[t], id):
			letters, how = letters+len(w.tokens[t].text), max(how, w.cutTo(t, id))
		default:
			return asWritten, false
		}
	}
	return how, anchored || letters == 0 || len(phrase) > 1 && how == shortened && letters >= enoughLetters
}

func (w *words) cutTo(t, id int) reading {
	if strings.HasPrefix(w.lexicon.patterns[id].text, w.tokens[t].text) {
		return shortened
	}
	return contracted
}

// patternsFor returns the patterns a word fits, or those it misses by one letter, and how it was read.
func (lex *lexicon) patternsFor(t token) (ids []int, how reading) {
	if strings.ContainsRune(t.text, lostLetter) {
		return lex.withLostLetters(t.text), wounded
	}
	for _, id := range lex.words[t.text] {
		if t.capitals || !lex.patterns[id].capitals {
			ids = append(ids, id)
		}
	}
	for n := min(len(t.text), lex.longestStem); n > 0; n-- {
		ids = append(ids, lex.stems[t.text[:n]]...)
	}
	if len(ids) > 0 {
		return ids, asWritten
	}
	return lex.mistyped(t.text), mistyped
}

// longerThan returns the patterns that a cut word may stand for: it begins them ("obavj." for obavještajni), leaves out one
// letter ("Arş." for araştırma), or keeps consonants alone ("Md." for müdürlüğü).
func (lex *lexicon) longerThan(cut string) []int {
	same, left := 2, 1
	if len(cut) <= 4 && !strings.ContainsAny(cut, "aeiou") {
		same, left = 1, len(cut)*4
	}
	if len(cut) <= same {
		return nil
	}
	var found []int
	for _, id := range lex.byLetter[cut[0]] {
		text := lex.patterns[id].text
		if len(text) > len(cut)+1 && text[:same] == cut[:same] && keepsLetters(text[same:], cut[same:], left) {
			found = append(found, id)
		}
	}
	return found
}

// keepsLetters tells whether the letters of a cut word stand in a text in their order, with no more than so many others
// between them.
func keepsLetters(text, cut string, others int) bool {
	for i := range len(cut) {
		at := strings.IndexByte(text, cut[i])
		if at < 0 || at > others {
			return false
		}
		text, others = text[at+1:], others-at
	}
	return true
}
