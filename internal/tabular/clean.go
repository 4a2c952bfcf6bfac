package tabular

import (
	"strings"
	"unicode"
)

// Clean gives a text without the invisible marks that platforms and office programs leave in cells. Blanks of every
// kind (also NBSP, U+202F, line breaks) become one space, none at either end; characters without width (U+200B–U+200F,
// U+2060, the byte order mark), bidirectional controls (U+202A–U+202E, U+2066–U+2069), NUL and other control
// characters are dropped, so that a mark inside a date or a name does not cut it in two.
func Clean(s string) string {
	if trimmed := strings.Trim(s, " "); isClean(trimmed) {
		return trimmed
	}
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			gap = b.Len() > 0
		case invisible(r):
		default:
			if gap {
				b.WriteByte(' ')
				gap = false
			}
			b.WriteRune(r)
		}
	}
	return b.String()
}

// HasInk tells whether Clean leaves anything of the text.
func HasInk(s string) bool {
	for _, r := range s {
		if r > ' ' && r < 0x7f || !unicode.IsSpace(r) && !invisible(r) {
			return true
		}
	}
	return false
}

// HeaderKey gives the form under which column headers are compared: cleaned, lower case. Platforms changed only the
// case of headers between their versions.
func HeaderKey(s string) string {
	return strings.ToLower(Clean(s))
}

// isClean is the quick way out for the usual cell: printable ASCII and letters of U+00C0 to U+05FF (Latin, Greek, Cyrillic,
// where nothing is invisible), single spaces inside only. Of a cell for which it is false Clean may still change nothing.
func isClean(s string) bool {
	blank := true // a leading blank is not clean
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
		case c >= 0xc3 && c <= 0xd7 && i+1 < len(s) && s[i+1]&0xc0 == 0x80:
			i++
			blank = false
		default:
			return false
		}
	}
	return s == "" || !blank
}

// invisible tells whether a character takes no place on paper: Unicode's format (Cf) and control (Cc) classes.
func invisible(r rune) bool {
	return unicode.Is(unicode.Cf, r) || unicode.IsControl(r)
}
