package beneficiary

import (
	_ "embed"
	"strings"
	"unicode"
)

//go:embed kosovo-exempt.txt
var exemptFile string

// The prescribed footnotes, verbatim.
const (
	noteEU  = "This designation is without prejudice to positions on status, and is in line with UNSCR 1244/1999 and the ICJ Opinion on the Kosovo declaration of independence."
	noteCoE = "All reference to Kosovo, whether to the territory, institutions or population, in this text shall be understood in full compliance with United Nations Security Council Resolution 1244 and without prejudice to the status of Kosovo."
	noteUN  = "UNSCR 1244"
)

// Footnote is the prescribed text of a kind: "coe" that of the Council of Europe, "un" the resolution alone, else that of
// the European Union, which joint projects use.
func Footnote(kind string) string {
	switch kind {
	case "coe":
		return noteCoE
	case "un":
		return noteUN
	}
	return noteEU
}

// marked are the words that take the asterisk, in any case of letters.
var marked = map[string]bool{"kosovo": true, "kosova": true, "kosovë": true, "kosovës": true, "kosove": true, "косово": true, "косова": true, "косову": true}

// MarkKosovo adds the asterisk to whole words that name the territory or its institutions. A word that carries one
// already, the footnotes' own texts, surnames built on the word and the exempt places stay as they are.
func MarkKosovo(text string) string {
	switch text {
	case noteEU, noteCoE, noteUN:
		return text
	}
	var out strings.Builder
	rest := text
	previous := ' '
	for rest != "" {
		if skip := exempt(rest); skip > 0 && !wordRune(previous) {
			out.WriteString(rest[:skip])
			previous, rest = 'x', rest[skip:]
			continue
		}
		word := wordAt(rest)
		if word == "" {
			r := []rune(rest[:min(len(rest), 4)])[0]
			n := len(string(r))
			if r == unicode.ReplacementChar && rest[0] != "\uFFFD"[0] {
				n = 1 // a byte that is no UTF-8 is passed on as it is
			}
			out.WriteString(rest[:n])
			previous, rest = r, rest[n:]
			continue
		}
		out.WriteString(word)
		previous, rest = 'x', rest[len(word):]
		if marked[strings.ToLower(word)] && !strings.HasPrefix(rest, "*") && !insideAddress(rest, out.String(), word) {
			out.WriteByte('*')
		}
	}
	return out.String()
}

// insideAddress tells whether the word is part of an e-mail or web address, which is data and never changed.
func insideAddress(rest, before, word string) bool {
	before = strings.TrimSuffix(before, word)
	joined := func(c byte) bool { return c == '@' || c == '.' || c == '_' || c == '/' }
	if before != "" && joined(before[len(before)-1]) {
		return true
	}
	return len(rest) > 1 && joined(rest[0]) && rest[1] != ' '
}

func wordAt(s string) string {
	for i, r := range s {
		if !wordRune(r) {
			return s[:i]
		}
	}
	return s
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) }

// exempt gives the length of the exempt place that the text starts with, 0 for none.
func exempt(s string) int {
	for place := range dataLines(exemptFile) {
		if len(s) >= len(place) && strings.EqualFold(s[:len(place)], place) && wordAt(s[len(place):]) == "" {
			return len(place)
		}
	}
	return 0
}
