package sector

import "strings"

// shortestTypo is the length from which a word with one wrong letter is still told: shorter words are other words
// ("court" and "count", "banka" and "barka").
const shortestTypo = 6

// mistyped returns the patterns that a word misses by one letter: one added, lost, replaced, or two neighbours swapped.
// The first letter must be right: that is where people look, and where other words begin.
func (lex *lexicon) mistyped(word string) []int {
	if len(word) < shortestTypo {
		return nil
	}
	var found []int
	for _, id := range lex.byFirst[word[0]] {
		p := lex.patterns[id]
		if p.stem && beginsWithinOne(word, p.text) || !p.stem && withinOne(word, p.text) {
			found = append(found, id)
		}
	}
	return found
}

// enoughKept are the letters that a word must have kept to be told: fewer stand in too many words.
const enoughKept = 4

// withLostLetters returns the patterns that a word fits which a program could not write whole. Any one letter may stand
// for each that was lost.
func (lex *lexicon) withLostLetters(word string) []int {
	if len(word)-strings.Count(word, string(lostLetter)) < enoughKept {
		return nil
	}
	var found []int
	for _, id := range lex.byLetter[word[0]] {
		p := lex.patterns[id]
		if len(word) == len(p.text) || p.stem && len(word) > len(p.text) {
			if fitsKept(word[:len(p.text)], p.text) {
				found = append(found, id)
			}
		}
	}
	return found
}

func fitsKept(word, text string) bool {
	for i := range len(text) {
		if word[i] != lostLetter && word[i] != text[i] {
			return false
		}
	}
	return true
}

// withinOne tells whether one edit turns a into b.
func withinOne(a, b string) bool {
	if len(a)-len(b) > 1 || len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	return equalAfterEdit(a[i:], b[i:])
}

// beginsWithinOne tells whether one edit lets a word begin with the stem.
func beginsWithinOne(word, stem string) bool {
	i := 0
	for i < len(word) && i < len(stem) && word[i] == stem[i] {
		i++
	}
	w, s := word[i:], stem[i:]
	if len(s) < 2 {
		return false // the last letter of a stem is where other words begin: sudij-, sudin-
	}
	return begins(w[min(1, len(w)):], s) || begins(w, s[1:]) || // a letter added, a letter lost
		len(w) > 0 && begins(w[1:], s[1:]) || // replaced
		len(w) > 1 && w[0] == s[1] && w[1] == s[0] && begins(w[2:], s[2:]) // swapped
}

func begins(word, stem string) bool { return len(word) >= len(stem) && word[:len(stem)] == stem }

// equalAfterEdit compares two rests that differ in their first letter.
func equalAfterEdit(a, b string) bool {
	switch {
	case len(a) == len(b):
		return len(a) == 0 || a[1:] == b[1:] || len(a) > 1 && a[0] == b[1] && a[1] == b[0] && a[2:] == b[2:]
	case len(a) > len(b):
		return a[1:] == b
	}
	return b[1:] == a
}
