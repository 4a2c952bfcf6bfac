package beneficiary

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// unmarked are letters that lose no mark under decomposition but are typed without it.
var unmarked = map[rune]rune{'ı': 'i', 'đ': 'd', 'ł': 'l', 'ø': 'o', 'ς': 'σ'}

// firstFlagLetter is the regional indicator A (Unicode, UTS #51): two of them are a flag, by the code of its country.
const firstFlagLetter = '\U0001F1E6'

// key brings the spellings of one name together: lower case, no marks, signs as single blanks, "and" for "&".
// key(key(s)) == key(s).
func key(s string) string {
	var b strings.Builder
	gap, flags := false, 0
	for _, r := range norm.NFKD.String(strings.ToLower(strings.ReplaceAll(s, "İ", "i"))) {
		r = unicode.ToLower(r) // some capitals come to light only without their marks
		if plain, ok := unmarked[r]; ok {
			r = plain
		}
		switch letter := r - firstFlagLetter; {
		case letter >= 0 && letter < 26: // a flag is its code in two signs
			gap = gap || flags%2 == 0
			flags++
			r = 'a' + letter
		case flags > 0:
			gap, flags = true, 0
		}
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteRune(r)
		case r == '&':
			b.WriteString(" and")
			gap = true
		case unicode.IsMark(r) || unicode.Is(unicode.Cf, r) || r == '\'' || r == '’' || r == '`':
		default:
			gap = true
		}
	}
	return strings.TrimSpace(b.String())
}

// withoutState takes the words away that a full name has more than a short one: "Republic of", "the".
func withoutState(key string) string {
	for again := true; again; {
		again = false
		for _, p := range statePrefixes {
			if rest, ok := strings.CutPrefix(key, p); ok && rest != "" {
				key, again = rest, true
			}
		}
		for _, p := range stateSuffixes {
			if rest, ok := strings.CutSuffix(key, p); ok && rest != "" {
				key, again = rest, true
			}
		}
	}
	return key
}

var (
	statePrefixes = []string{"the ", "le ", "la ", "republic of ", "rep of ", "rep ", "republika e ", "republika ", "republike ", "република ",
		"republica ", "republik ", "republique de ", "repubblica di ", "δημοκρατια της ", "kingdom of ",
		"state of ", "country "}
	stateSuffixes = []string{" cumhuriyeti", " republic", " republika", " the", " republic of"}
)
