package tabular

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// dateForm tells what fixes the order of a date's parts.
type dateForm int

const (
	formOpen      dateForm = iota // 05/06/2020: day or month first
	formYearFirst                 // 2020-05-06
	formWord                      // May 6, 2020
)

// dateText is a date as written. For formOpen first and second are the numbers before the year; otherwise first is the
// day and second the month.
type dateText struct {
	form          dateForm
	first, second int
	year          int
	separator     byte
	clock         time.Duration // since midnight
	halfDay       bool          // AM or PM was written
	offset        *int          // seconds east of UTC, where the text says so
}

// resolve gives year, month and day under an order, which counts for formOpen only.
func (d dateText) resolve(order string) (year, month, day int) {
	if d.form == formOpen && order == "mdy" {
		return d.year, d.first, d.second
	}
	return d.year, d.second, d.first
}

// parseDateText reads a date with or without a time of day, in any of the shapes that exports have.
func parseDateText(s string) (dateText, bool) {
	if d, ok := commonDate(s); ok {
		return d, true
	}
	return anyDate(s)
}

// anyDate is parseDateText without its quick way.
func anyDate(s string) (dateText, bool) {
	p := textScanner{rest: strings.ToLower(Clean(s))}
	whole := p
	d, ok := p.date()
	if !ok { // "mardi 28 mai" begins with a word that looks like a month
		p = whole
		p.skipWeekday()
		if d, ok = p.date(); !ok {
			return dateText{}, false
		}
	}
	p.skipJoint()
	if p.rest == "" {
		return d, true
	}
	if d.clock, d.halfDay, ok = p.clock(); !ok {
		return dateText{}, false
	}
	d.offset, ok = p.zone()
	return d, ok && p.rest == ""
}

// parseSerial reads the day number of a spreadsheet, 1900 system: days since 30 December 1899.
func parseSerial(s string, zone *time.Location) (time.Time, bool) {
	days, err := strconv.ParseFloat(strings.Replace(Clean(s), ",", ".", 1), 64)
	if err != nil || !(days >= 61 && days < 109_575) { // after the leap day 1900 that never was, before 2200
		return time.Time{}, false
	}
	whole, part := math.Modf(days)
	seconds := int(math.Round(part * 86400))
	return time.Date(1899, 12, 30+int(whole), 0, 0, seconds, 0, zone).UTC(), true
}

// date reads the date at the front.
func (p *textScanner) date() (dateText, bool) {
	if month, ok := p.month(); ok { // May 28, 2020
		p.skip(" .")
		day, n := p.number(2)
		p.skipOrdinal()
		p.skip(" ,.")
		year, m := p.year()
		return dateText{form: formWord, first: day, second: month, year: year}, n > 0 && m > 0
	}
	first, digits := p.number(4)
	if digits == 0 || digits == 3 {
		return dateText{}, false
	}
	if d, ok := p.dateWithWord(first, digits); ok {
		return d, true
	}
	separator := p.peek()
	if separator != '/' && separator != '-' && separator != '.' {
		return dateText{}, false
	}
	p.rest = p.rest[1:]
	p.skip(" ")
	second, n := p.number(2)
	if n == 0 || p.peek() != separator {
		return dateText{}, false
	}
	p.rest = p.rest[1:]
	p.skip(" ")
	if digits == 4 {
		day, n := p.number(2)
		if separator == '.' { // 2020. 05. 28. as written in Hungary
			p.skipWord(".")
		}
		return dateText{form: formYearFirst, first: day, second: second, year: first, separator: separator}, n > 0
	}
	year, n := p.year()
	if separator == '.' && strings.HasPrefix(p.rest, ".") { // 28.05.2020. as written in the region
		p.rest = p.rest[1:]
	}
	p.skipYearWord()
	plausible := n > 0 && first >= 1 && second >= 1 && first <= 31 && second <= 31
	return dateText{first: first, second: second, year: year, separator: separator}, plausible
}

// dateWithWord reads on after a day: 28 May 2020, 28. maj 2020, 28-May-20; or after a year: 2020 May 28.
func (p *textScanner) dateWithWord(first, digits int) (dateText, bool) {
	before := p.rest
	p.skipOrdinal()
	p.skip(" .-/")
	p.skipWord("de ")
	month, ok := p.month()
	if !ok {
		p.rest = before
		return dateText{}, false
	}
	p.skip(" .,-/")
	p.skipWord("de ")
	if digits == 4 {
		day, n := p.number(2)
		return dateText{form: formWord, first: day, second: month, year: first}, n > 0
	}
	year, n := p.year()
	p.skipWord(".")
	p.skipYearWord()
	return dateText{form: formWord, first: first, second: month, year: year}, n > 0
}

// year reads 2020 or 20.
func (p *textScanner) year() (year, digits int) {
	year, digits = p.number(4)
	switch digits {
	case 4:
		return year, digits
	case 2:
		return 2000 + year, digits
	}
	return 0, 0
}

// clock reads a time of day with AM or PM before or after it.
func (p *textScanner) clock() (since time.Duration, halfDay, ok bool) {
	half := p.half()
	p.skip(" ")
	hour, n := p.number(2)
	if n == 0 {
		return 0, false, false
	}
	minute, second, fraction := 0, 0, time.Duration(0)
	separator := p.peek()
	colon := separator == ':' || separator == '.' || separator == 'h'
	if colon {
		p.rest = p.rest[1:]
		if minute, n = p.number(2); n != 2 && !(separator == 'h' && n == 0) {
			return 0, false, false
		}
		if next := p.peek(); next == separator && separator != 'h' {
			p.rest = p.rest[1:]
			if second, n = p.number(2); n != 2 {
				return 0, false, false
			}
			fraction = p.fraction()
		}
	}
	p.skip(" ")
	if half == 0 {
		half = p.half()
	}
	if !colon && half == 0 || hour > 23 || minute > 59 || second > 59 || half != 0 && (hour > 12 && half == 1) {
		return 0, false, false
	}
	switch {
	case half == 1 && hour == 12:
		hour = 0
	case half == 2 && hour < 12:
		hour += 12
	}
	p.skip(" ")
	return time.Duration(hour)*time.Hour + time.Duration(minute)*time.Minute +
		time.Duration(second)*time.Second + fraction, half != 0, true
}

// fraction reads the parts of a second, if any.
func (p *textScanner) fraction() time.Duration {
	if c := p.peek(); c != '.' && c != ',' || len(p.rest) < 2 || p.rest[1] < '0' || p.rest[1] > '9' {
		return 0
	}
	p.rest = p.rest[1:]
	part, unit := time.Duration(0), time.Second
	for p.peek() >= '0' && p.peek() <= '9' {
		if unit > 1 {
			unit /= 10
			part += time.Duration(p.rest[0]-'0') * unit
		}
		p.rest = p.rest[1:]
	}
	return part
}
