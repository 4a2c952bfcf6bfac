package tabular

import "time"

// commonDate is the quick way to read the shapes in which the platforms print most of their times, to the letter:
// "May 28, 2020 13:44:05", "05/28/2020 01:44:05 PM", "28.05.2020 13:44" and "2020-05-28 13:44:05". ok is false for any
// other text, which the reader of all shapes (anyDate) decides; what both read they read alike.
func commonDate(s string) (d dateText, ok bool) {
	b := byteScanner{s: s, ok: true}
	switch {
	case len(s) < 14 || len(s) > 24:
		return dateText{}, false
	case s[0] > '9':
		d.form = formWord
		if d.second = englishMonth(s); d.second == 0 || s[3] != ' ' {
			return dateText{}, false
		}
		b.at = 4
		d.first = b.number(1, 2)
		b.sign(',')
		b.sign(' ')
		d.year = b.number(4, 4)
	case s[4] == '-':
		d.form, d.separator = formYearFirst, '-'
		d.year = b.number(4, 4)
		b.sign('-')
		d.second = b.number(1, 2)
		b.sign('-')
		d.first = b.number(1, 2)
	default:
		d.first = b.number(1, 2)
		if d.separator = b.peek(); d.separator != '/' && d.separator != '.' && d.separator != '-' {
			return dateText{}, false
		}
		b.at++
		d.second = b.number(1, 2)
		b.sign(d.separator)
		d.year = b.number(4, 4)
	}
	b.sign(' ')
	if d.first < 1 || d.first > 31 || d.second < 1 || d.second > 31 || !b.clock(&d) || b.at != len(s) {
		return dateText{}, false
	}
	return d, true
}

// englishMonth reads the three letters of a month.
func englishMonth(s string) int {
	const months = "janfebmaraprmayjunjulaugsepoctnovdec"
	for i := 0; i < len(months); i += 3 {
		if s[0]|0x20 == months[i] && s[1]|0x20 == months[i+1] && s[2]|0x20 == months[i+2] {
			return i/3 + 1
		}
	}
	return 0
}

// byteScanner reads a text whose shape is known; ok turns false at the first byte that is another.
type byteScanner struct {
	s  string
	at int
	ok bool
}

func (b *byteScanner) peek() byte {
	if b.at < len(b.s) {
		return b.s[b.at]
	}
	return 0
}

func (b *byteScanner) sign(c byte) {
	b.ok = b.ok && b.peek() == c
	b.at++
}

// number reads least to most digits.
func (b *byteScanner) number(least, most int) int {
	n, from := 0, b.at
	for b.at < len(b.s) && b.at-from < most && b.s[b.at] >= '0' && b.s[b.at] <= '9' {
		n = 10*n + int(b.s[b.at]-'0')
		b.at++
	}
	b.ok = b.ok && b.at-from >= least
	return n
}

// clock reads hours, minutes and, where they stand, seconds and AM or PM, and tells whether all of the text was as it
// should be.
func (b *byteScanner) clock(d *dateText) bool {
	hour := b.number(1, 2)
	b.sign(':')
	minute, second := b.number(2, 2), 0
	if b.peek() == ':' {
		b.at++
		second = b.number(2, 2)
	}
	if b.at+3 == len(b.s) && b.s[b.at] == ' ' && b.s[b.at+2]|0x20 == 'm' {
		half := b.s[b.at+1] | 0x20
		if half != 'a' && half != 'p' || hour < 1 || hour > 12 {
			return false
		}
		if hour %= 12; half == 'p' {
			hour += 12
		}
		d.halfDay = true
		b.at += 3
	}
	d.clock = time.Duration(hour)*time.Hour + time.Duration(minute)*time.Minute + time.Duration(second)*time.Second
	return b.ok && hour <= 23 && minute <= 59 && second <= 59
}
