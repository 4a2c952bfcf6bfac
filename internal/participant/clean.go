package participant

import (
	"strings"
	"unicode"
)

// clean trims, writes every run of blanks as one space and drops characters that show nothing: zero-width and bidi
// controls, byte order marks, NUL, soft hyphens.
func clean(s string) string {
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
