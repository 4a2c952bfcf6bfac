package participant

import (
	"strings"
	"unicode"
)

// clean trims, writes every run of blanks as one space and drops characters that show nothing: zero-width and bidi
// controls, byte order marks, NUL, soft hyphens.
func clean(s string) string {
	if isClean(s) {
		return s
	}
	return cleaned(s)
}

// cleaned is clean without its quick way.
func cleaned(s string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		switch {
		case r == '\u00a0' || r == '\u202f' || unicode.IsSpace(r):
			return ' '
		case isInvisible(r):
			return -1
		}
		return r
	}, s)), " ")
}

// isClean tells of most texts that clean changes nothing: printable ASCII and letters of U+00C0 to U+02FF (Latin) and U+0370
// to U+05FF (Greek, Cyrillic), among which nothing is invisible, with single blanks inside only.
func isClean(s string) bool {
	blank := true
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == ' ':
			if blank {
				return false
			}
			blank = true
		case c > ' ' && c < 0x7f:
			blank = false
		case c >= 0xc3 && c <= 0xd7 && c != 0xcd && i+1 < len(s) && s[i+1]&0xc0 == 0x80: // U+034F is among those of 0xcd
			i++
			blank = false
		default:
			return false
		}
	}
	return s == "" || !blank
}

func isInvisible(r rune) bool {
	return unicode.Is(unicode.Cf, r) || r == '\u034f' || (unicode.IsControl(r) && !unicode.IsSpace(r))
}

func isApostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', 'ʼ', '`', '´', 'ʹ', '′':
		return true
	}
	return false
}
