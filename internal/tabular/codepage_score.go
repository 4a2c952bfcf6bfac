package tabular

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Points of a letter. A letter no language of the page has weighs more than one that fits: wrong pages turn out
// impossible words, right ones only usual words.
const (
	pointsUsual   = 2
	pointsStrange = -3
	pointsNoByte  = -10
	pointsMixed   = -4 // Latin and Cyrillic letters in one word
	pointsCase    = -3 // a capital after a small letter
	pointsPile    = -2 // a third marked Latin letter in a row
)

// score adds up the points of a text of words with letters above ASCII.
func (p *codePage) score(text []rune) int {
	sum, pile := 0, 0
	for i, r := range text {
		if r < utf8.RuneSelf {
			pile = 0
			continue
		}
		pile++
		before, after := neighbours(text, i)
		switch {
		case r == utf8.RuneError:
			sum += pointsNoByte
		case strings.ContainsRune(p.strange, r):
			sum += pointsStrange
		case unicode.Is(unicode.Cyrillic, r):
			sum += pointsUsual
			if latin(before) || latin(after) {
				sum += pointsMixed
			}
		case strings.ContainsRune(p.usual, r):
			sum += pointsUsual + habit(r, before, after)
		}
		if unicode.IsUpper(r) && unicode.IsLower(before) {
			sum += pointsCase
		}
		if pile >= 3 && unicode.Is(unicode.Latin, r) {
			sum += pointsPile
		}
	}
	return sum
}

// habit weighs the letters that share a byte between pages by where they stand in words: a Turkish word never begins
// with ğ, and ğ follows a vowel; đ begins words and follows n and r ("Anđela", "Đorđe"); ţ and ş are told apart by
// Turkish vowels beside them only.
func habit(r, before, after rune) int {
	switch r {
	case 'ğ', 'Ğ':
		if strings.ContainsRune("aeıioöuüAEIİOÖUÜ", before) && before != 0 {
			return 1
		}
		return -6
	case 'đ', 'Đ':
		if before == 0 || strings.ContainsRune("nrNR", before) {
			return 1
		}
	case 'ı':
		if before != 0 && !strings.ContainsRune("aeiouıöü", unicode.ToLower(before)) {
			return 1
		}
	case 'è', 'È':
		if after == 0 { // final "è" is Italian; č ends few given names
			return 1
		}
	}
	return 0
}

// neighbours gives the letters before and after place i, 0 where the word begins or ends.
func neighbours(text []rune, i int) (before, after rune) {
	if i > 0 && unicode.IsLetter(text[i-1]) {
		before = text[i-1]
	}
	if i+1 < len(text) && unicode.IsLetter(text[i+1]) {
		after = text[i+1]
	}
	return before, after
}

func latin(r rune) bool { return r != 0 && unicode.Is(unicode.Latin, r) }
