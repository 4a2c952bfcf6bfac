package webinar

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"rapporteur/internal/participant"
)

// day is a calendar date found in a text.
type day struct {
	year  int
	month time.Month
	day   int
}

func (d day) at(hour, minute int, zone *time.Location) time.Time {
	return time.Date(d.year, d.month, d.day, hour, minute, 0, 0, zone)
}

func (d day) valid() bool {
	t := d.at(0, 0, time.UTC)
	return d.year >= 1990 && d.year <= 2200 && t.Month() == d.month && t.Day() == d.day
}

var (
	isoDate    = regexp.MustCompile(`\b(\d{4})-(\d{1,2})-(\d{1,2})(?:T|\b)`)
	dayMonth   = regexp.MustCompile(`\b(\d{1,2})(?:st|nd|rd|th|er|\.|-)?(?:\s*(?:-|–|—|/|to|and|et|au)\s*(\d{1,2})(?:st|nd|rd|th|\.)?)?\s*(?:of\s+)?([\p{L}\p{M}]{3,})\.?,?(?:\s*(\d{4})\b)?`)
	monthDay   = regexp.MustCompile(`([\p{L}\p{M}]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:\s*(?:-|–|—|to|and)\s*(\d{1,2})(?:st|nd|rd|th)?)?,?\s+(\d{4})\b`)
	numberDate = regexp.MustCompile(`\b(\d{1,2})\s?([./-])\s?(\d{1,2})\s?[./-]\s?(\d{4})\b`)
)

// datesFound are the dates of a text in the order of printing, without repeats.
type datesFound struct {
	days      []day
	spans     bool // "28-29 May": more than one day
	ambiguous bool // 05/06/2020
	noYear    bool // "28 May"
}

// findDates takes the dates out of a text and gives the rest, blanked.
func findDates(s string) (datesFound, string) {
	var f datesFound
	add := func(d day) {
		for _, known := range f.days {
			if known == d {
				return
			}
		}
		f.days = append(f.days, d)
	}
	number := func(text string) int { n, _ := strconv.Atoi(text); return n }

	for _, m := range isoDate.FindAllStringSubmatchIndex(s, -1) {
		if d := (day{number(group(s, m, 1)), time.Month(number(group(s, m, 2))), number(group(s, m, 3))}); d.valid() {
			add(d)
			s = blank(s, m[0], m[1])
		}
	}
	for _, m := range monthDay.FindAllStringSubmatchIndex(s, -1) {
		month, ok := monthOf(group(s, m, 1))
		if d := (day{number(group(s, m, 4)), month, number(group(s, m, 2))}); ok && d.valid() {
			add(d)
			f.spans = f.spans || group(s, m, 3) != ""
			s = blank(s, m[0], m[1])
		}
	}
	s = f.dayMonths(s, number, add)
	for _, m := range numberDate.FindAllStringSubmatchIndex(s, -1) {
		a, b, year := number(group(s, m, 1)), number(group(s, m, 3)), number(group(s, m, 4))
		d := day{year, time.Month(b), a}
		switch {
		case group(s, m, 2) == "." || a > 12 || a == b: // a full stop parts days from months everywhere in Europe
		case b > 12:
			d = day{year, time.Month(a), b}
		default:
			f.ambiguous = true
		}
		if d.valid() && !f.ambiguous {
			add(d)
		}
		s = blank(s, m[0], m[1])
	}
	f.spans = f.spans || len(f.days) > 1
	return f, s
}

// dayMonths finds "28 May 2020", "28-29 May 2020" and "28 May to 2 June 2020", where the year stands once.
func (f *datesFound) dayMonths(s string, number func(string) int, add func(day)) string {
	var open []day
	for _, m := range dayMonth.FindAllStringSubmatchIndex(s, -1) {
		month, ok := monthOf(group(s, m, 3))
		if !ok {
			continue
		}
		d := day{0, month, number(group(s, m, 1))}
		f.spans = f.spans || group(s, m, 2) != ""
		if year := group(s, m, 4); year == "" {
			open = append(open, d)
		} else {
			d.year = number(year)
			for _, o := range open {
				if o.year = d.year; o.valid() {
					add(o)
				}
			}
			open = nil
			if d.valid() {
				add(d)
			}
		}
		s = blank(s, m[0], m[1])
	}
	f.noYear = f.noYear || len(open) > 0 && len(f.days) == 0
	return s
}

// weekdayIn gives the weekday printed in a text.
func weekdayIn(s string) (time.Weekday, bool) {
	for _, w := range wordsPattern.FindAllString(s, -1) {
		if d, ok := weekdayWords[participant.Fold(w)]; ok {
			return d, true
		}
	}
	return 0, false
}

// clock is a time of day in minutes since midnight.
type clock struct {
	minutes   int
	from, end int // where it stands in the text
}

var (
	clockPattern = regexp.MustCompile(`(?i)\b(\d{1,2})(?:\s?h\s?(\d{2})?|[:.](\d{2})(?:[:.]\d{2})?)?(?:\s?([ap])\.?\s?m\b\.?)?|\b(noon|midday)\b`)
	clockJoint   = regexp.MustCompile(`(?i)^\s*h?(?:ours)?\s*(?:-|–|—|−|to|till|until|and|à|a)\s*$`)
)

// findClocks gives the times of day of a text. A bare number is a time only where "2-4 pm" says so.
func findClocks(s string) []clock {
	type found struct {
		hour, minute int
		half         string
		bare         bool
		from, end    int
	}
	var all []found
	for _, m := range clockPattern.FindAllStringSubmatchIndex(s, -1) {
		if m[1] < len(s) && (isWordByte(s[m[1]]) && s[m[1]-1] != ' ') {
			continue // "2hours", "14x"
		}
		if group(s, m, 5) != "" {
			all = append(all, found{hour: 12, from: m[0], end: m[1]})
			continue
		}
		f := found{half: strings.ToLower(group(s, m, 4)), from: m[0], end: m[1]}
		f.hour, _ = strconv.Atoi(group(s, m, 1))
		minute := group(s, m, 2) + group(s, m, 3)
		f.minute, _ = strconv.Atoi(minute)
		f.bare = minute == "" && f.half == "" && !strings.ContainsAny(s[m[0]:m[1]], "hH")
		all = append(all, f)
	}
	var clocks []clock
	for i, f := range all {
		if f.half == "" && i+1 < len(all) && all[i+1].half != "" && clockJoint.MatchString(s[f.end:all[i+1].from]) && f.hour <= 12 {
			f.half, f.bare = all[i+1].half, false // "2-4 pm", and "11-1 pm" starts before noon
			if f.hour%12 > all[i+1].hour%12 && f.half == "p" {
				f.half = "a"
			}
		}
		switch {
		case f.bare || f.hour > 24 || f.minute > 59 || f.half != "" && (f.hour == 0 || f.hour > 12):
			continue
		case f.half == "p" && f.hour < 12:
			f.hour += 12
		case f.half == "a" && f.hour == 12:
			f.hour = 0
		}
		clocks = append(clocks, clock{f.hour*60 + f.minute, f.from, f.end})
	}
	return clocks
}

func isWordByte(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80 }
