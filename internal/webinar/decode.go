package webinar

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	utf16 "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"

	"rapporteur/internal/fault"
)

// codePages are the one-byte encodings of office programs in the region, each with the letters that its texts use
// beyond ASCII and with typographic signs they share. The first of equal scores wins.
var codePages = []struct {
	page    *charmap.Charmap
	letters string
}{
	{charmap.Windows1252, "éèêëàâçùûîïôöüäñæœËÇÉÖÜ"},
	{charmap.Windows1250, "čćžšđČĆŽŠĐăâîşţĂÂÎŞŢëçËÇöüÖÜ"},
	{charmap.Windows1254, "ğışçöüİĞŞÇÖÜâî"},
	{charmap.Windows1251, "абвгдежзијклљмнњопрстћуфхцчџшђѓќѕйщъьюяАБВГДЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШЂЃЌЅЙЩЪЬЮЯ"},
}

const sharedSigns = "\u00a0“”„‘’–—…•«»€§"

// decode turns the bytes of a text or HTML file into NFC text with \n line ends. The encoding comes from the byte order
// mark, from UTF-8 being valid, from an HTML declaration, else from the letters that the region's languages use.
func decode(data []byte) (string, error) {
	text, err := decodeBytes(data)
	if err != nil {
		return "", fault.New(fault.Unreadable, "The letters of the outline cannot be read.",
			"Save the outline as text in UTF-8 and open it again.").Because(err)
	}
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\x00", "", "\ufeff", "").Replace(text)
	return norm.NFC.String(text), nil
}

func decodeBytes(data []byte) (string, error) {
	switch {
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}), mostlyZero(data, 1):
		return decodeWith(utf16.UTF16(utf16.LittleEndian, utf16.UseBOM), data)
	case bytes.HasPrefix(data, []byte{0xfe, 0xff}), mostlyZero(data, 0):
		return decodeWith(utf16.UTF16(utf16.BigEndian, utf16.UseBOM), data)
	case utf8.Valid(data) || mostlyUTF8(data):
		return strings.ToValidUTF8(string(data), "\ufffd"), nil
	}
	if declared, name, _ := charset.DetermineEncoding(data, ""); bytes.Contains(bytes.ToLower(data[:min(len(data), 1024)]), []byte("charset")) && name != "utf-8" {
		return decodeWith(declared, data)
	}
	best, bestScore := codePages[0].page, -1<<31
	for _, c := range codePages {
		text, err := decodeWith(c.page, data)
		if err != nil {
			return "", err
		}
		if score := scoreLetters(text, c.letters); score > bestScore {
			best, bestScore = c.page, score
		}
	}
	return decodeWith(best, data)
}

func decodeWith(e encoding.Encoding, data []byte) (string, error) {
	out, err := e.NewDecoder().Bytes(data)
	return string(out), err
}

// mostlyUTF8 tells UTF-8 in which a few bytes were damaged or cut off.
func mostlyUTF8(data []byte) bool {
	good, bad := 0, 0
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && size == 1:
			bad++
		case size > 1:
			good++
		}
		data = data[size:]
	}
	return good > 4*bad
}

// mostlyZero tells UTF-16 without a byte order mark: blanks and digits have their zero byte always on one side.
func mostlyZero(data []byte, side int) bool {
	sample := data[:min(len(data), 4096)]
	zeros := [2]int{}
	for i, c := range sample {
		if c == 0 {
			zeros[i%2]++
		}
	}
	return zeros[side] > len(sample)/8 && zeros[1-side] == 0
}

// scoreLetters counts the expected letters and signs beyond ASCII, less the unexpected ones. A word that mixes Latin and
// Cyrillic letters speaks against the page.
func scoreLetters(text, letters string) int {
	score := 0
	var last rune
	for _, r := range text {
		mixed := unicode.Is(unicode.Latin, last) && unicode.Is(unicode.Cyrillic, r) || unicode.Is(unicode.Cyrillic, last) && unicode.Is(unicode.Latin, r)
		last = r
		switch {
		case mixed:
			score -= 3
		case r < utf8.RuneSelf || strings.ContainsRune(sharedSigns, r):
		case strings.ContainsRune(letters, r):
			score++
		case unicode.IsLetter(r):
			score--
		default:
			score -= 2
		}
	}
	return score
}
