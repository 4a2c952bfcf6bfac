package sector

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Names need the folding of package participant, which brings the spellings of one person together and so merges words
// (court and curt). Words of an organisation are compared letter by letter instead: marks off, one script, nothing more.

// plainLetters maps the letters that lose no mark under decomposition to what people type for them.
var plainLetters = map[rune]string{
	'ı': "i", 'đ': "d", 'ł': "l", 'ø': "o", 'ß': "ss", 'æ': "ae", 'œ': "oe",
	'а': "a", 'б': "b", 'в': "v", 'г': "g", 'ґ': "g", 'д': "d", 'ђ': "d", 'ѓ': "g", 'е': "e", 'ё': "e", 'є': "e",
	'ж': "z", 'з': "z", 'ѕ': "dz", 'и': "i", 'і': "i", 'ї': "i", 'й': "i", 'ј': "j", 'к': "k", 'л': "l", 'љ': "lj",
	'м': "m", 'н': "n", 'њ': "nj", 'о': "o", 'п': "p", 'р': "r", 'с': "s", 'т': "t", 'ћ': "c", 'ќ': "k", 'у': "u",
	'ф': "f", 'х': "h", 'ц': "c", 'ч': "c", 'џ': "dz", 'ш': "s", 'щ': "st", 'ъ': "a", 'ы': "i", 'ь': "", 'э': "e",
	'ю': "iu", 'я': "ia",
	'α': "a", 'β': "v", 'γ': "g", 'δ': "d", 'ε': "e", 'ζ': "z", 'η': "i", 'θ': "th", 'ι': "i", 'κ': "k", 'λ': "l",
	'μ': "m", 'ν': "n", 'ξ': "x", 'ο': "o", 'π': "p", 'ρ': "r", 'σ': "s", 'ς': "s", 'τ': "t", 'υ': "u", 'φ': "f",
	'χ': "ch", 'ψ': "ps", 'ω': "o",
}

// token is one folded word. Capitals says that it was written in capitals only, cut that a dot follows, as where a word is
// shortened; from and to are the bytes it was written in.
type token struct {
	text          string
	capitals, cut bool
	from, to      int
}

// littleWords carry no meaning and part phrases that are one: "Ministry of the Interior", "Uprava za carine".
var littleWords = wordSet(`of the for in on and to at by from an with za na od do sa iz pri te se ne per dhe me nga ve ile
	icin de la din si pentru al ale cu du des le les et aux en pour sur sous der die das und fur zu von vom di del della vo
	tou tis ton kai gia tin`)

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// tokensOf folds a text and parts it into words. Little words and single letters are left out; abbreviations with dots
// are one word ("d.o.o." is "doo"), with their dots where two letters alone would be any word ("a.d").
func tokensOf(s string) []token {
	tokens := make([]token, 0, 8)
	for i := 0; i < len(s); {
		if abbreviation, width := dotted(s[i:]); width > 0 {
			tokens = append(tokens, token{text: abbreviation, capitals: true, from: i, to: i + width})
			i += width
			continue
		}
		width := wordWidth(s[i:])
		if width == 0 {
			_, size := utf8.DecodeRuneInString(s[i:])
			i += size
			continue
		}
		word, from := s[i:i+width], i
		i += width
		text := fold(word)
		if len(text) == 0 || len(text) == 1 && !unicode.IsDigit(rune(text[0])) || littleWords[text] {
			continue
		}
		tokens = append(tokens, token{text: text, capitals: isCapitals(word), cut: strings.HasPrefix(s[i:], "."), from: from, to: i})
	}
	return tokens
}

// wordWidth is the width in bytes of the word a text begins with. An apostrophe ends a word: "d'appel", "prosecutor's"; the
// sign of a lost letter within a word does not.
func wordWidth(s string) int {
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		inside := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
		if !inside && (i == 0 || !isLost(r) || !beginsWithLetter(s[i+size:])) {
			return i
		}
		i += size
	}
	return len(s)
}

// lostLetter stands in a folded word for a letter that a program could not write: "Tu?ila?tvo".
const lostLetter = '?'

func isLost(r rune) bool { return r == lostLetter || r == utf8.RuneError }

func beginsWithLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// dotted reads an abbreviation such as "d.o.o.", "Sh.p.k." or "A. Ş." at the beginning of a text: two or more pieces of
// one or two letters, each with a dot. The last dot may be missing after the second piece.
func dotted(s string) (abbreviation string, width int) {
	var pieces []string
	i := 0
	for {
		w := wordWidth(s[i:])
		if w == 0 || utf8.RuneCountInString(s[i:i+w]) > 2 {
			break
		}
		piece, after := s[i:i+w], s[i+w:]
		if !strings.HasPrefix(after, ".") {
			if len(pieces) > 0 && s[i-1] == '.' && utf8.RuneCountInString(piece) == 1 {
				pieces, width = append(pieces, fold(piece)), i+w
			}
			break
		}
		if utf8.RuneCountInString(piece) == 2 && len(pieces) > 0 {
			break // "a.d. Bl." is no abbreviation of three
		}
		pieces = append(pieces, fold(piece))
		i += w + 1
		width = i
		if blanks := len(s[i:]) - len(strings.TrimLeft(s[i:], " ")); blanks == 1 && len(pieces) < 4 {
			i++
		}
	}
	if len(pieces) < 2 {
		return "", 0
	}
	abbreviation = strings.Join(pieces, "")
	if len(abbreviation) <= 2 {
		abbreviation = strings.Join(pieces, ".")
	}
	return abbreviation, width
}

// fold gives a word in lower-case Latin letters and digits without marks.
func fold(word string) string {
	if isPlain(word) {
		return strings.ToLower(word)
	}
	var b strings.Builder
	b.Grow(len(word))
	for _, r := range norm.NFC.String(strings.ReplaceAll(word, "İ", "i")) {
		r = unicode.ToLower(r)
		if plain, ok := plainLetters[r]; ok {
			b.WriteString(plain)
			continue
		}
		if isLost(r) {
			r = lostLetter
		}
		if r < utf8.RuneSelf {
			b.WriteRune(r)
			continue
		}
		for _, d := range norm.NFKD.String(string(r)) {
			if plain, ok := plainLetters[d]; ok {
				b.WriteString(plain)
			} else if unicode.IsLetter(d) || unicode.IsDigit(d) {
				b.WriteRune(unicode.ToLower(d))
			}
		}
	}
	return b.String()
}

func isPlain(word string) bool {
	for i := range len(word) {
		if word[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func isCapitals(word string) bool {
	for _, r := range word {
		if unicode.IsLower(r) {
			return false
		}
	}
	return true
}
