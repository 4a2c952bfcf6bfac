package participant

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Repair turns text back that was UTF-8 and was read as Windows-1252 ("MilutinoviÄ‡"): only when the whole text goes
// back to valid UTF-8 with fewer letters. Any other text is returned as it is.
func Repair(s string) string {
	if !strings.ContainsAny(s, "ÃÄÅÐÑÎÏÂ") {
		return s
	}
	var raw []byte
	for _, r := range s {
		b, ok := charmap.Windows1252.EncodeRune(r)
		if !ok {
			if r > 0xFF {
				return s
			}
			b = byte(r) // the five bytes Windows-1252 leaves empty come through as controls
		}
		raw = append(raw, b)
	}
	if !utf8.Valid(raw) || len(raw) == utf8.RuneCount(raw) {
		return s
	}
	return string(raw)
}
