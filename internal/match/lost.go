package match

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/internal/participant"
)

// lostSigns stand where a program could not write a letter.
const lostSigns = "?\ufffd"

// skeleton is a word as such a program writes it, each run of letters beyond ASCII one sign; "" where no letter would be
// lost or too few are left to know the word by.
func skeleton(word string) string {
	const fewest = 3
	var b strings.Builder
	letters, lost := 0, false
	for _, r := range strings.ToLower(word) {
		switch {
		case r < 0x80 && r != '?':
			b.WriteByte(byte(r))
			letters++
			lost = false
		case !lost:
			b.WriteByte('?')
			lost = true
		}
	}
	if letters < fewest || letters == b.Len() {
		return ""
	}
	return b.String()
}

// writtenWords maps the skeletons of the words in the registered names to the words, "" where words of different keys
// share one.
func (r *register) writtenWords() map[string]string {
	words := map[string]string{}
	for i := range r.all {
		for _, w := range participant.Words(r.all[i].title) {
			s := skeleton(w)
			if s == "" {
				continue
			}
			if known, ok := words[s]; ok && participant.Fold(known) != participant.Fold(w) {
				w = ""
			}
			words[s] = w
		}
	}
	return words
}

// mended writes the words of a shown name whose letters were lost as the one registered word that would have lost them so.
func (r *register) mended(text string) string {
	if !strings.ContainsAny(text, lostSigns) {
		return text
	}
	var b strings.Builder
	for text != "" {
		n := strings.IndexFunc(text, func(r rune) bool { return !inTornWord(r) })
		switch {
		case n < 0:
			n = len(text)
		case n == 0: // a sign between words
			_, n = utf8.DecodeRuneInString(text)
			b.WriteString(text[:n])
			text = text[n:]
			continue
		}
		word := text[:n]
		if whole := r.written()[skeleton(word)]; whole != "" && strings.ContainsAny(word, lostSigns) {
			word = whole
		}
		b.WriteString(word)
		text = text[n:]
	}
	return b.String()
}

func inTornWord(r rune) bool {
	return strings.ContainsRune(lostSigns, r) || unicode.IsLetter(r) || unicode.IsMark(r)
}

// torn tells whether a word of a text still lacks letters: it may be any name that is written like it otherwise.
func torn(text string) bool {
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !inTornWord(r) }) {
		if strings.ContainsAny(word, lostSigns) && strings.ContainsFunc(word, unicode.IsLetter) {
			return true
		}
	}
	return false
}
