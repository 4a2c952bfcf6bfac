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

// habit weighs the letters that share a byte between pages by where they stand in words. A Turkish word never begins
// with ğ, and ğ follows a vowel; đ begins words and follows n and r ("Anđela", "Đorđe"); č stands beside a vowel
// ("Kovačević", "Čaušević"), è between consonants or last ("Lefèvre"); ñ between vowels ("Peña"); Romanian ţ seldom
// begins a word or stands before e and o, Turkish ş does both ("Şahin", "Ayşe").
func habit(r, before, after rune) int {
	switch r {
	case 'ğ', 'Ğ':
		if vowel(before) {
			return 1
		}
		return -6
	case 'đ', 'Đ':
		if before == 0 || strings.ContainsRune("nrNR", before) {
			return 1
		}
	case 'ţ', 'Ţ':
		if before == 0 || strings.ContainsRune("eoEO", after) && after != 0 {
			return -2
		}
	case 'ı':
		if before != 0 && !vowel(before) {
			return 1
		}
	case 'č', 'Č':
		if consonant(before) && (consonant(after) || after == 0) {
			return -4
		}
	case 'è', 'È':
		switch {
		case vowel(before) && (vowel(after) || after == 0):
			return -4
		case consonant(before) && (consonant(after) || after == 0):
			return 1
		}
	case 'ñ', 'Ñ':
		if vowel(before) && vowel(after) {
			return 2
		}
		return -4
	}
	return 0
}

func vowel(r rune) bool {
	return r != 0 && strings.ContainsRune("aeiouıöüâîûáéíóúë", unicode.ToLower(r))
}

func consonant(r rune) bool { return r != 0 && !vowel(r) }

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
