package participant

import (
	"slices"
	"strings"
	"sync/atomic"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

var (
	digraphRules = newSpellings(digraphs)
	// fineRules set lj, nj, dh and th aside, so that no digraph rule finds them.
	fineRules  = newSpellings([]string{"lj", "l\x00", "nj", "n\x00", "dh", "d\x01", "th", "t\x01"})
	setBack    = newSpellings([]string{"ii", "i", "\x00", "i", "\x01", "h"})
	greekRules = strings.NewReplacer(greekPairs...)
	toLatin    = map[rune]rune{}
	toCyrillic = map[rune]rune{}
)

func init() {
	for _, l := range lookalikes {
		toLatin[l.cyrillic] = l.latin
		toCyrillic[l.latin] = l.cyrillic
	}
}

// Fold gives the key of one token of a name: script, case, diacritics, digraphs and doubled letters removed, so that
// Ђорђе, Đorđe and Djordje are one, and İ, I, ı and i are one. Marks and signs that are no letter or digit are dropped.
// Letters of scripts outside Latin, Cyrillic and Greek are kept in lower case; rare Cyrillic letters no language of the
// region writes are dropped. Fold(Fold(s)) == Fold(s).
func Fold(token string) string {
	if isPlain(token) {
		if s := strings.ToLower(token); isFolded(s) {
			return s
		}
	}
	return folded.of(token, fold)
}

// fold computes a key.
func fold(token string) string {
	s := lettersOf(token)
	for !isFolded(s) {
		next := single(digraphRules.apply(s))
		if next == s {
			return s
		}
		s = next
	}
	return s
}

// isFolded tells of most keys that no digraph rule and no doubled letter is in them.
func isFolded(s string) bool {
	for i := range len(s) {
		switch s[i] {
		case 'h', 'j', 'q', 'w', 'x', 'y':
			return false
		case 'z', 's', 'u': // dz, tz, ks, ts, ou
			if i > 0 && strings.IndexByte("dtko", s[i-1]) >= 0 {
				return false
			}
		}
		if i > 0 && s[i] == s[i-1] {
			return false
		}
	}
	return true
}

// Fine is Fold without the rules that merge two living names: lj, nj, dh, th and doubled letters stay (Anja is not Ana). It is
// the tie-breaker where the fold key alone would decide.
func Fine(token string) string {
	if isPlain(token) {
		if s := strings.ToLower(token); isFolded(s) {
			return s // no rule changes it
		}
	}
	return finer.of(token, fine)
}

// fine computes a finer key.
func fine(token string) string {
	s := fineRules.apply(lettersOf(token))
	for {
		next := digraphRules.apply(s)
		if next == s {
			// Behind a vowel an i more is only another spelling (Marija, Maria); behind l and n it is another name (Miljić, Milić).
			return setBack.apply(s)
		}
		s = next
	}
}

// Tokens gives the folded tokens of a full name in written order. Blanks, hyphens, dots, underscores, commas and other
// signs part tokens, apostrophes do not; words run together in mixed case (AnaKovač, AnaK) are parted.
func Tokens(full string) []string { return appendTokens(nil, full) }

// appendTokens is Tokens in room that the caller has.
func appendTokens(tokens []string, full string) []string {
	var room [usualWords]string
	return appendKeys(tokens, appendWords(room[:0], full))
}

// foldAll gives the keys of words, those left out that have none.
func foldAll(words []string) []string {
	if len(words) == 0 {
		return nil
	}
	return appendKeys(make([]string, 0, len(words)), words)
}

func appendKeys(tokens, words []string) []string {
	for _, w := range words {
		if key := Fold(w); key != "" {
			tokens = append(tokens, key)
		}
	}
	return tokens
}

// usualWords is how many words hardly any name has more of.
const usualWords = 8

// FineTokens is Tokens with Fine in place of Fold, token by token: both have the same length and order.
func FineTokens(full string) []string {
	var tokens []string
	for _, w := range Words(full) {
		if Fold(w) != "" {
			tokens = append(tokens, Fine(w))
		}
	}
	return tokens
}

// FoldKey is the order-free, script-free key of a full name: the folded tokens sorted and joined by one space.
// FoldKey(FoldKey(s)) == FoldKey(s). It is "" when the name holds no letter and no digit.
func FoldKey(full string) string {
	var room [64]byte
	return string(AppendFoldKey(room[:0], full))
}

// AppendFoldKey is FoldKey at the end of a text.
func AppendFoldKey(text []byte, full string) []byte {
	var room [usualWords]string
	tokens := appendTokens(room[:0], full)
	slices.Sort(tokens)
	for i, t := range tokens {
		if i > 0 {
			text = append(text, ' ')
		}
		text = append(text, t...)
	}
	return text
}

// Words parts a name into its words as written: see Tokens.
func Words(full string) []string { return appendWords(nil, full) }

// appendWords is Words in room that the caller has.
func appendWords(words []string, full string) []string {
	if !isComposed(full) {
		full = norm.NFC.String(full)
	}
	from := -1 // where the word begins that is being read, -1 without one
	capitals, signs := false, false
	flush := func(to int) {
		switch {
		case from < 0:
			return
		case capitals || signs:
			words = append(words, splitCamel(letters(full[from:to]))...)
		default:
			words = append(words, full[from:to])
		}
		from, capitals, signs = -1, false, false
	}
	for i, r := range full {
		switch {
		case isWordRune(r):
			if from < 0 {
				from = i
			} else {
				capitals = capitals || r >= 'A' && r <= 'Z' || r >= 0x80 && unicode.IsUpper(r)
			}
		case isInvisible(r) || isApostrophe(r):
			signs = true
		default:
			flush(i)
		}
	}
	flush(len(full))
	return words
}

// isComposed tells of most texts that composing changes nothing: up to U+02FF, and in U+0400 to U+047F (Cyrillic), no
// character has another form.
func isComposed(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= 0xcc && c != 0xd0 && c != 0xd1 {
			return false
		}
	}
	return true
}

func isWordRune(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// letters gives a word without what stands in it and is no part of it.
func letters(word string) []rune {
	var out []rune
	for _, r := range word {
		if isWordRune(r) {
			out = append(out, r)
		}
	}
	return out
}

// splitCamel parts "AnaKovač": a small letter before a capital, three letters or more on both sides.
func splitCamel(word []rune) []string {
	if n := len(word); n > 3 && unicode.IsUpper(word[n-1]) && unicode.IsLower(word[n-2]) && unicode.IsLower(word[n-3]) {
		return append(splitCamel(word[:n-1]), string(word[n-1:])) // AnaM.
	}
	for i := 3; i <= len(word)-3; i++ {
		if unicode.IsLower(word[i-1]) && unicode.IsUpper(word[i]) && unicode.IsLower(word[i+1]) {
			return append([]string{string(word[:i])}, splitCamel(word[i:])...)
		}
	}
	return []string{string(word)}
}

// Latin gives a word in lower-case Latin letters without marks, for a place that takes no others. Unlike Fold it changes no
// spelling: digraphs and doubled letters stand. Letters of scripts outside Latin, Cyrillic and Greek stay as they are.
func Latin(word string) string {
	if isPlain(word) {
		return strings.ToLower(word)
	}
	return latins.of(word, lettersOf)
}

// lettersOf gives the token in lower-case Latin letters without marks, digraphs still standing.
func lettersOf(token string) string {
	if isPlain(token) {
		return strings.ToLower(token)
	}
	// Go lowers İ to a plain i; the table below does the same for ı, and I has no other small form here.
	token = strings.ToLower(oneScript(norm.NFKC.String(token)))
	if hasGreek(token) {
		token = greekRules.Replace(stripGreekAccents(token))
	}
	var b strings.Builder
	for _, r := range token {
		if r < 0x80 {
			if isPlainByte(byte(r)) {
				b.WriteByte(byte(r))
			}
			continue
		}
		if t, ok := transliteration[r]; ok {
			b.WriteString(t)
			continue
		}
		for _, d := range decomposed(r) {
			if t, ok := transliteration[d]; ok {
				b.WriteString(t)
			} else if unicode.Is(unicode.Cyrillic, d) {
				continue
			} else if unicode.IsLetter(d) || unicode.IsDigit(d) {
				b.WriteRune(unicode.ToLower(d))
			}
		}
	}
	return b.String()
}

// decomposed gives a letter without its marks joined to it.
func decomposed(r rune) string {
	if r < firstMarked || r > lastMarked {
		return norm.NFKD.String(string(r))
	}
	at := &marked[r-firstMarked]
	if known := at.Load(); known != nil {
		return *known
	}
	parts := norm.NFKD.String(string(r))
	at.Store(&parts)
	return parts
}

// firstMarked to lastMarked are Unicode's Latin letters with marks; names have hardly any others with them.
const firstMarked, lastMarked = 'À', 'ɏ'

// marked are those that were taken apart already.
var marked [lastMarked - firstMarked + 1]atomic.Pointer[string]

// isPlain tells whether the token is ASCII letters and digits only, as most tokens are.
func isPlain(token string) bool {
	for i := range len(token) {
		if !isPlainByte(token[i]) {
			return false
		}
	}
	return true
}

func isPlainByte(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' }

func hasGreek(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r >= 0x370 && unicode.Is(unicode.Greek, r) })
}

// stripGreekAccents lets ού and ου be one pair.
func stripGreekAccents(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(s) {
		if !unicode.IsMark(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// firstCyrillic is the first letter of its block; Latin letters with marks stand before it.
const firstCyrillic = 'Ѐ'

// oneScript repairs a token that mixes Latin and Cyrillic letters of the same look: the minority goes over to the other
// script where every one of its letters has a twin there; a token that stays mixed is left as it is.
func oneScript(token string) string {
	if !strings.ContainsFunc(token, func(r rune) bool { return r >= firstCyrillic }) {
		return token
	}
	var latin, cyrillic int
	latinTwins, cyrillicTwins := true, true
	for _, r := range token {
		switch {
		case unicode.Is(unicode.Latin, r):
			latin++
			latinTwins = latinTwins && toCyrillic[r] != 0
		case unicode.Is(unicode.Cyrillic, r):
			cyrillic++
			cyrillicTwins = cyrillicTwins && toLatin[r] != 0
		}
	}
	if latin == 0 || cyrillic == 0 {
		return token
	}
	var twins map[rune]rune
	switch {
	case cyrillicTwins && (latin >= cyrillic || !latinTwins):
		twins = toLatin
	case latinTwins:
		twins = toCyrillic
	default:
		return token
	}
	return strings.Map(func(r rune) rune {
		if t := twins[r]; t != 0 {
			return t
		}
		return r
	}, token)
}

// single writes doubled letters once.
func single(s string) string {
	doubled := false
	for i := 1; i < len(s) && !doubled; i++ {
		doubled = s[i] == s[i-1] || s[i] >= 0x80
	}
	if !doubled {
		return s
	}
	var b strings.Builder
	var last rune
	for _, r := range s {
		if r != last || unicode.IsDigit(r) {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}
