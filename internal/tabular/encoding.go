package tabular

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
	"unsafe"

	"rapporteur/internal/fault"
)

var bomUTF8 = []byte("\xef\xbb\xbf")

// decoded is a text file as a UTF-8 string without byte order mark. why is the evidence for the encoding, for the officer;
// unsure: another fits nearly as well.
type decoded struct {
	text, encoding, why string
	unsure              bool
	problems            problemList
}

// decode turns the bytes of a text file into a string, in the encoding that the officer said or that fits best. A file
// that is UTF-8 in the main keeps that encoding: each line with broken bytes is reported, the bytes show as U+FFFD.
func decode(data []byte, said string) (decoded, error) {
	if said != "" {
		return decodeAs(data, said)
	}
	if bytes.HasPrefix(data, bomUTF8) {
		text, problems := mendUTF8(asText(data[len(bomUTF8):]))
		return decoded{text: text, encoding: "utf-8-bom", why: "the file's first bytes say so", problems: problems}, nil
	}
	if wide, ok := sniffWide(data); ok {
		why := "every second byte of its blanks and figures is zero"
		if bytes.HasPrefix(data, wide.bom) {
			why = "the file's first bytes say so"
		}
		return wide.decode(data, why)
	}
	text := asText(data)
	switch {
	case isASCII(data):
		return decoded{text: text, encoding: "utf-8", why: "it has no letters with marks: every encoding reads it the same"}, nil
	case utf8.ValidString(text):
		return decoded{text: text, encoding: "utf-8", why: "all its letters with marks are written that way"}, nil
	case mostlyUTF8(text):
		text, problems := mendUTF8(text)
		return decoded{text: text, encoding: "utf-8", why: "nearly all its letters with marks are written that way", problems: problems}, nil
	}
	page, sure := guessCodePage(data)
	d := decoded{text: page.decode(data), encoding: page.name, why: "its letters make words of the languages that use it", unsure: !sure}
	if d.unsure {
		d.why = "its letters fit best, but not clearly"
		d.problems.add(Problem{Message: "The file does not say how its letters are encoded; " + page.name +
			" fits best, but not clearly. Check the letters with marks (č, ş, ë …) in the preview."})
	}
	return d, nil
}

// asText gives bytes as a text without copying them: nobody changes a file that is being read, and of a large one a second
// copy costs more than to read it.
func asText(data []byte) string { return unsafe.String(unsafe.SliceData(data), len(data)) }

// decodeAs is decode in a known encoding.
func decodeAs(data []byte, said string) (decoded, error) {
	const why = "you said so"
	for _, w := range wide {
		if w.name == said {
			return w.decode(data, why)
		}
	}
	for _, p := range codePages {
		if p.name == said {
			return decoded{text: p.decode(data), encoding: said, why: why}, nil
		}
	}
	text, problems := mendUTF8(string(bytes.TrimPrefix(data, bomUTF8)))
	return decoded{text: text, encoding: said, why: why, problems: problems}, nil
}

func (w wideEncoding) decode(data []byte, why string) (decoded, error) {
	text, problems, err := decodeWide(bytes.TrimPrefix(data, w.bom), w.order)
	return decoded{text: text, encoding: w.name, why: why, problems: problems}, err
}

func isASCII[T string | []byte](data T) bool {
	for i := range len(data) {
		if data[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// wideEncoding is one of the two byte orders of UTF-16.
type wideEncoding struct {
	name  string
	bom   []byte
	order binary.ByteOrder
}

var (
	littleEndian = wideEncoding{"utf-16le", []byte{0xff, 0xfe}, binary.LittleEndian}
	bigEndian    = wideEncoding{"utf-16be", []byte{0xfe, 0xff}, binary.BigEndian}
)

// sniffWide recognises UTF-16 by its byte order mark, or without one by where the zero bytes stand: every digit, blank,
// delimiter and line end has one, always on the same side, whatever the script of the names.
func sniffWide(data []byte) (wideEncoding, bool) {
	switch {
	case bytes.HasPrefix(data, littleEndian.bom):
		return littleEndian, true
	case bytes.HasPrefix(data, bigEndian.bom):
		return bigEndian, true
	}
	sample := head(data, 16<<10)
	sample = sample[:len(sample)/2*2]
	switch {
	case wideSide(sample, 1):
		return littleEndian, true
	case wideSide(sample, 0):
		return bigEndian, true
	}
	return wideEncoding{}, false
}

// wideSide tells whether the bytes at one side of each pair are the high bytes of UTF-16 text: a tenth of them or more
// zero, and nearly all small, as the scripts of the region stand below U+0600 and punctuation at U+20xx.
func wideSide(sample []byte, side int) bool {
	zero, small := 0, 0
	for i := side; i < len(sample); i += 2 {
		if sample[i] == 0 {
			zero++
		}
		if sample[i] <= 0x20 {
			small++
		}
	}
	pairs := len(sample) / 2
	return zero >= max(4, pairs/10) && small >= pairs/10*8
}

func decodeWide(data []byte, order binary.ByteOrder) (string, problemList, error) {
	if len(data)%2 != 0 {
		return "", nil, fault.New(fault.Unreadable, "The file ends in the middle of a character: it is cut off.",
			"Export or copy it again, completely.")
	}
	var problems problemList
	var b strings.Builder
	b.Grow(len(data)/2 + len(data)/8)
	line := 1
	for i := 0; i < len(data); i += 2 {
		r := rune(order.Uint16(data[i:]))
		if utf16.IsSurrogate(r) {
			pair := rune(utf8.RuneError)
			if i+3 < len(data) {
				pair = utf16.DecodeRune(r, rune(order.Uint16(data[i+2:])))
			}
			if pair != utf8.RuneError {
				i += 2
			} else {
				problems.add(brokenLetter(line))
			}
			r = pair
		}
		if r == '\n' {
			line++
		}
		b.WriteRune(r)
	}
	return strings.TrimPrefix(b.String(), "\ufeff"), problems, nil
}

// mostlyUTF8 tells a UTF-8 file with some broken bytes from one in a code page: by chance, bytes of a code page hardly
// ever form valid sequences.
func mostlyUTF8(text string) bool {
	good, bad := 0, 0
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			bad++
		case size > 1:
			good++
		}
		i += size
	}
	return good > 3*bad
}

// mendUTF8 shows each broken byte as U+FFFD and names its line.
func mendUTF8(text string) (string, problemList) {
	if utf8.ValidString(text) {
		return text, nil
	}
	var problems problemList
	var b strings.Builder
	b.Grow(len(text) + 64)
	line, reported := 1, 0
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == '\n' {
			line++
		}
		if r == utf8.RuneError && size == 1 && reported != line {
			problems.add(brokenLetter(line))
			reported = line
		}
		b.WriteRune(r)
		i += size
	}
	return b.String(), problems
}

func brokenLetter(line int) Problem {
	return Problem{Line: line, Message: "A character of this line is broken in the file and shows as \ufffd."}
}
