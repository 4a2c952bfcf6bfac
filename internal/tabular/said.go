package tabular

import (
	"bytes"
	"slices"

	"rapporteur/internal/fault"
)

// Said is what an officer says about a text file or a web page, in the words of File; "" leaves it to the program. A
// workbook says it itself: nothing is heard about it.
type Said struct {
	Encoding  string
	Delimiter string
}

// Alternative is one encoding a text file can be read in, with words of the file as it shows them: the letters with marks
// prove it, or speak against it.
type Alternative struct {
	Encoding string
	Letters  []string
}

// Delimiters are those a text file can be read with, the common ones first.
func Delimiters() []string { return []string{",", ";", "\t", "|"} }

// wide are the encodings of two bytes a letter; nobody mistakes them for another.
var wide = []wideEncoding{littleEndian, bigEndian}

// check refuses what no file can be.
func (s Said) check() error {
	known := s.Encoding == "" || s.Encoding == "utf-8" || s.Encoding == "utf-8-bom" ||
		slices.ContainsFunc(wide, func(w wideEncoding) bool { return w.name == s.Encoding }) ||
		slices.ContainsFunc(codePages, func(p *codePage) bool { return p.name == s.Encoding })
	switch {
	case !known:
		return fault.New(fault.Invalid, "There is no such encoding.",
			"Give one of utf-8, utf-16le, utf-16be, windows-1250, windows-1251, windows-1252, windows-1254.")
	case s.Delimiter != "" && !slices.Contains(Delimiters(), s.Delimiter):
		return fault.New(fault.Invalid, "This sign does not part columns.", "Give a comma, a semicolon, a tab or a bar.")
	}
	return nil
}

// fewWords is how many words with marked letters are shown of a file.
const fewWords = 6

// alternatives are the encodings a file can be read in beside its own, which is the first. Where every letter is ASCII, or
// each has two bytes, there is nothing to choose.
func (d decoded) alternatives(data []byte) []Alternative {
	own := Alternative{Encoding: d.encoding, Letters: []string{}}
	if slices.ContainsFunc(wide, func(w wideEncoding) bool { return w.name == d.encoding }) {
		for _, w := range markedWords([]byte(d.text), fewWords) {
			own.Letters = append(own.Letters, string(w))
		}
		return []Alternative{own}
	}
	words := markedWords(bytes.TrimPrefix(data, bomUTF8), fewWords)
	if len(words) == 0 {
		return []Alternative{own}
	}
	all := []Alternative{own}
	shown := func(name string, decode func([]byte) string) {
		a := Alternative{Encoding: name, Letters: []string{}}
		for _, w := range words {
			a.Letters = append(a.Letters, decode(w))
		}
		if name == d.encoding {
			all[0] = a
		} else {
			all = append(all, a)
		}
	}
	utf8Name := "utf-8"
	if d.encoding == "utf-8-bom" {
		utf8Name = d.encoding
	}
	if d.encoding == utf8Name || mostlyUTF8(string(data)) {
		shown(utf8Name, func(b []byte) string { text, _ := mendUTF8(string(b)); return text })
	}
	for _, p := range codePages {
		shown(p.name, p.decode)
	}
	return all
}

// markedWords are the first different words with bytes above ASCII.
func markedWords(data []byte, n int) [][]byte {
	const longest = 60
	var out [][]byte
	for i := 0; i < len(data) && len(out) < n; i++ {
		if data[i] < 0x80 {
			continue
		}
		start, end := wordAround(data, i)
		word := data[start:min(end, start+longest)]
		if !slices.ContainsFunc(out, func(w []byte) bool { return string(w) == string(word) }) {
			out = append(out, word)
		}
		i = end
	}
	return out
}
