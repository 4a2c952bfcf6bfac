package webinar

import (
	"strconv"
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

func (d day) before(e day) bool { return d.at(0, 0, time.UTC).Before(e.at(0, 0, time.UTC)) }

var (
	isoDate    = pattern(`\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:T|\b)`)
	dayMonth   = pattern(`\b(\d{1,2})(?:st|nd|rd|th|er|\.|-|º)?\s*(?:of\s+)?([\p{L}\p{M}]{3,})\.?,?(?:\s*-?\s*((?:19|20|21)\d{2})\b)?`)
	monthDay   = pattern(`([\p{L}\p{M}]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:\s*(?:-|–|—|/|&|to|and)\s*(\d{1,2})(?:st|nd|rd|th)?)?,?\s+(\d{4})\b`)
	numberDate = pattern(`\b(\d{1,2})\s?([./-])\s?(\d{1,2})\s?[./-]\s?(\d{4})\b`)

	// dayAhead and monthDayAhead are an earlier day that shares month or year with the date they stand before: "28-",
	// "28 and", "Thursday 28 to Friday", "28 May to".
	dayAhead      = pattern(`(?i)(?:^|[^\d:.h])(\d{1,2})(?:st|nd|rd|th|er|\.)?\s*(,|&|/|-|–|—|\bto|\band|\bet|\bau|\btill|\buntil)\s*(?:([\p{L}\p{M}]{3,})\.?,?\s+)?$`)
	monthDayAhead = pattern(`(?i)([\p{L}\p{M}]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\s*(?:&|-|–|—|\bto|\band)\s*$`)
)

// datesFound are the dates of a text in the order of printing, without repeats.
type datesFound struct {
	days      []day
	several   bool // "28-29 May": more than one day
	ambiguous bool // 05/06/2020
	noYear    bool // "28 May"
}

func (f *datesFound) add(d day) {
	for _, known := range f.days {
		if known == d {
			return
		}
	}
	f.days = append(f.days, d)
}

// findDates takes the dates out of a text and gives the rest, blanked. A printed weekday decides where day and month
// could be either.
func findDates(s string) (datesFound, string) {
	var f datesFound
	weekday, named := weekdayIn(s)
	for _, m := range isoDate().FindAllStringSubmatchIndex(s, -1) {
		if d := (day{digits(s, m, 1), time.Month(digits(s, m, 2)), digits(s, m, 3)}); d.valid() {
			f.add(d)
			s = blank(s, m[0], m[1])
		}
	}
	s = f.monthDays(s)
	s = f.dayMonths(s)
	for _, m := range numberDate().FindAllStringSubmatchIndex(s, -1) {
		a, b, year := digits(s, m, 1), digits(s, m, 3), digits(s, m, 4)
		d, swapped := day{year, time.Month(b), a}, day{year, time.Month(a), b}
		switch {
		case group(s, m, 2) == "." || a > 12 || a == b: // a full stop parts days from months everywhere in Europe
		case b > 12:
			d = swapped
		case named && (d.weekday() == weekday) != (swapped.weekday() == weekday):
			if swapped.weekday() == weekday {
				d = swapped
			}
		default:
			f.ambiguous = true
			d = day{}
		}
		if d.valid() {
			f.add(d)
		}
		s = blank(s, m[0], m[1])
	}
	f.several = f.several || len(f.days) > 1
	return f, s
}

func (d day) weekday() time.Weekday { return d.at(0, 0, time.UTC).Weekday() }

func digits(s string, m []int, i int) int {
	n, _ := strconv.Atoi(group(s, m, i))
	return n
}

// monthDays finds "May 28, 2020" and "May 28 to June 2, 2020", where the year stands once.
func (f *datesFound) monthDays(s string) string {
	for _, m := range monthDay().FindAllStringSubmatchIndex(s, -1) {
		month, ok := monthOf(group(s, m, 1))
		d := day{digits(s, m, 4), month, digits(s, m, 2)}
		if !ok || !d.valid() {
			continue
		}
		from := m[0]
		if a := monthDayAhead().FindStringSubmatchIndex(s[:m[0]]); a != nil {
			if month, ok := monthOf(group(s, a, 1)); ok {
				f.addOpen([]day{{0, month, digits(s, a, 2)}}, d)
				from = a[0]
			}
		}
		f.add(d)
		f.several = f.several || group(s, m, 3) != ""
		s = blank(s, from, m[1])
	}
	return s
}

// dayMonths finds "28 May 2020", "28-29 May 2020" and "28 May to 2 June 2020", where the year stands once.
func (f *datesFound) dayMonths(s string) string {
	var open []day
	for _, m := range dayMonth().FindAllStringSubmatchIndex(s, -1) {
		month, ok := monthOf(group(s, m, 2))
		if !ok {
			continue
		}
		from := m[0]
		days := []int{digits(s, m, 1)}
		for {
			earlier, at, ok := dayBeforeIn(s[:from], days[0])
			if !ok {
				break
			}
			days, from = append([]int{earlier}, days...), at
		}
		f.several = f.several || len(days) > 1
		d := day{0, month, days[0]}
		if year := digits(s, m, 3); year == 0 || clockSuffix().MatchString(s[m[1]:]) { // "28 May, 2000 hrs"
			open = append(open, d)
		} else {
			d.year = year
			f.addOpen(open, d)
			open = nil
			if d.valid() {
				f.add(d)
			}
		}
		end := m[1]
		if d.year == 0 && m[6] >= 0 {
			end = m[6]
		}
		s = blank(s, from, end)
	}
	f.noYear = f.noYear || len(open) > 0 && len(f.days) == 0
	return s
}

// dayBeforeIn finds the day that a text ends with and that runs on to the given one. A comma joins neighbours only:
// another number before a comma is an hour.
func dayBeforeIn(s string, next int) (earlier, at int, ok bool) {
	m := dayAhead().FindStringSubmatchIndex(s)
	if m == nil {
		return 0, 0, false
	}
	earlier = digits(s, m, 1)
	if word := group(s, m, 3); word != "" {
		if _, weekday := weekdayWords()[participant.Fold(word)]; !weekday {
			return 0, 0, false
		}
	}
	if earlier < 1 || earlier >= next || group(s, m, 2) == "," && earlier != next-1 {
		return 0, 0, false
	}
	return earlier, m[2], true
}

// addOpen adds days printed without a year in front of a date that has one: its year, or the one before where they
// would come after it ("30 December to 2 January 2021").
func (f *datesFound) addOpen(open []day, d day) {
	for _, o := range open {
		if o.year = d.year; d.before(o) {
			o.year--
		}
		if o.valid() {
			f.add(o)
		}
	}
}

// weekdayIn gives the weekday printed in a text.
func weekdayIn(s string) (time.Weekday, bool) {
	for _, w := range wordsPattern().FindAllString(s, -1) {
		if d, ok := weekdayWords()[participant.Fold(w)]; ok {
			return d, true
		}
	}
	return 0, false
}
