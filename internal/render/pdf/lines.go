package pdf

import (
	"strings"
	"unicode/utf8"
)

// line is one printed line of a text. It keeps the space at which it was broken, so that programs which read the text out
// of the PDF do not join two words; width is without it. start and end are byte offsets in the text.
type line struct {
	text       string
	width      float64
	start, end int
}

// wrap breaks a text into lines no wider than width: at spaces, after hyphens, slashes and underscores inside words, and, for a word
// that is wider than the line itself, between any two letters. A line feed always breaks. An empty text gives one line.
func wrap(text string, f face, size, width float64) []line {
	var lines []line
	offset := 0
	for _, part := range strings.SplitAfter(text, "\n") {
		lines = append(lines, wrapPart(strings.TrimSuffix(part, "\n"), offset, f, size, width)...)
		offset += len(part)
	}
	return lines
}

// wrapPart breaks a text without line feeds that stands at offset.
func wrapPart(text string, offset int, f face, size, width float64) []line {
	var lines []line
	start, end, lineWidth := 0, 0, 0.0 // the line so far is text[start:end]
	flush := func(to int) {
		t := text[start:to]
		lines = append(lines, line{text: t, width: f.width(strings.TrimRight(t, " "), size), start: offset + start, end: offset + to})
		start, end, lineWidth = to, to, 0
	}
	for end < len(text) {
		next := end + pieceLength(text[end:])
		piece := text[end:next]
		visible := f.width(strings.TrimRight(piece, " "), size)
		if lineWidth+visible > width+0.01 && end > start {
			flush(end)
			continue
		}
		if visible > width+0.01 {
			next = end + prefixThatFits(piece, f, size, width)
			end = next
			flush(next)
			continue
		}
		lineWidth += f.width(piece, size)
		end = next
	}
	if end > start || len(lines) == 0 {
		flush(end)
	}
	return lines
}

// pieceLength is the length in bytes of the shortest start of text after which a line may break.
func pieceLength(text string) int {
	for i, r := range text {
		after := i + utf8.RuneLen(r)
		switch r {
		case ' ':
			for after < len(text) && text[after] == ' ' {
				after++
			}
			return after
		case '-', '–', '—', '/', '_':
			next, _ := utf8.DecodeRuneInString(text[after:])
			if i > 0 && after < len(text) && next != ' ' && !isDigit(next) {
				return after
			}
		}
	}
	return len(text)
}

// isDigit keeps "14:00–16:00", "9/10" and "2020-05-28" whole.
func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// prefixThatFits is the length in bytes of the longest start of a word that fits the width, one letter at least.
func prefixThatFits(word string, f face, size, width float64) int {
	sum := 0.0
	for i, r := range word {
		sum += f.width(string(r), size)
		if sum > width && i > 0 {
			return i
		}
	}
	return len(word)
}

// wrapUpTo is wrap for texts that must not fill a page, such as headings: what comes after the last of n lines is cut and
// replaced by "…".
func wrapUpTo(n int, text string, s textStyle, width float64) []line {
	lines := wrap(text, s.face, s.size, width)
	if len(lines) <= n {
		return lines
	}
	last := &lines[n-1]
	last.text = fit(last.text+"…", s, width)
	last.width = s.face.width(last.text, s.size)
	last.end = len(text)
	return lines[:n]
}

// balanced is a width, at most the given one, at which a text takes no more lines and its last line is no single word: a
// third of the width where that can be.
func balanced(text string, s textStyle, width float64) float64 {
	lines := wrap(text, s.face, s.size, width)
	narrow := width
	for len(lines) > 1 && lines[len(lines)-1].width < width/3 && narrow > width/2 {
		next := wrap(text, s.face, s.size, narrow-s.size)
		if len(next) != len(lines) {
			break
		}
		narrow, lines = narrow-s.size, next
	}
	return narrow
}

// fit cuts a line that is too wide and ends it in "…".
func fit(text string, s textStyle, width float64) string {
	if s.face.width(text, s.size) <= width {
		return text
	}
	room := width - s.face.width("…", s.size)
	for i, r := range text {
		if room -= s.face.width(string(r), s.size); room < 0 {
			return text[:i] + "…"
		}
	}
	return text
}
