package tabular

import (
	"errors"
	"slices"
	"strings"
	"time"

	"rapporteur/internal/fault"
)

// DateLayout says how the dates of one column are written. Order is "ymd", "dmy" or "mdy"; Why is the evidence, for
// the officer, and Cells are some of the texts that show it. Weak: the evidence is a habit (AM and PM), which any better
// evidence from elsewhere overrules and which the officer is asked about. Serial lets Parse also take the bare day numbers of spreadsheets ("43979.58", 1900 system); a
// caller sets it where a column is known to hold dates.
type DateLayout struct {
	Order  string
	Why    string
	Cells  []string
	Weak   bool
	Serial bool
}

// ErrOpenOrder is the cause of the fault for dates that read both ways, with nothing in the file to decide it.
var ErrOpenOrder = errors.New("day or month first")

// SaidOrder is the layout of a column whose order, "dmy" or "mdy", the officer said.
func SaidOrder(order string, values []string) DateLayout {
	return DateLayout{Order: order, Why: "you said so", Cells: collectDates(values).some(nil)}
}

// InferDates decides for a whole column whether days or months stand first; no single cell of "11/12/2020" tells.
// Texts that are no dates are passed over. near is the webinar's date, zero when unknown.
//
// Evidence, strongest first: the year first or the month as a word; a number above 12; dots between the numbers (day
// first everywhere); the order of the rows; nearness to the webinar; a short span rather than one over months; AM/PM
// (month first). Fault: ambiguous, when nothing decides or the numbers contradict each other.
func InferDates(values []string, near time.Time) (DateLayout, error) {
	c := collectDates(values)
	switch {
	case len(c.dates) == 0 && c.worded > 0:
		return DateLayout{Order: "ymd", Why: "the month is written as a word", Cells: c.fixed}, nil
	case len(c.dates) == 0 && c.yearFirst > 0:
		return DateLayout{Order: "ymd", Why: "the year stands first", Cells: c.fixed}, nil
	case len(c.dates) == 0:
		return DateLayout{Order: "ymd", Why: "the column holds no dates with figures only"}, nil
	case c.dayFirst && c.monthFirst:
		return DateLayout{}, fault.New(fault.Ambiguous,
			"Some dates of a column can only be day first, others only month first.",
			"Export the file again from the platform, or correct the dates so that all have one order.")
	}
	for _, judge := range []func(dateColumn, time.Time) DateLayout{
		byNumber, byDots, bySameNumbers, byRows, byNearness, bySpan, byHalfDay,
	} {
		if layout := judge(c, near); layout.Order != "" {
			if layout.Cells == nil {
				layout.Cells = c.some(nil)
			}
			return layout, nil
		}
	}
	return DateLayout{Cells: c.some(nil)}, fault.New(fault.Ambiguous,
		"The dates of a column can be read day first or month first, and nothing in the file decides it.",
		"Say which stands first, or export the file again with dates that begin with the year.").Because(ErrOpenOrder)
}

// Parse reads a date and time in the layout and gives it in UTC. zone is the zone of texts that name none. Without a
// time of day it is midnight. Fault: invalid.
func (l DateLayout) Parse(s string, zone *time.Location) (time.Time, error) {
	d, ok := parseDateText(s)
	if !ok {
		if t, ok := parseSerial(s, zone); ok && l.Serial {
			return t, nil
		}
		return time.Time{}, errNoDate
	}
	year, month, day := d.resolve(l.Order)
	if d.form == formOpen && l.Order == "ymd" || !validDay(year, month, day) {
		return time.Time{}, errNoDate
	}
	if d.offset != nil {
		zone = time.FixedZone("", *d.offset)
	}
	h, m, sec := d.clock/time.Hour, d.clock/time.Minute%60, d.clock/time.Second%60
	return time.Date(year, time.Month(month), day, int(h), int(m), int(sec), int(d.clock%time.Second), zone).UTC(), nil
}

var errNoDate = fault.New(fault.Invalid, "This is not a date the program can read.",
	"Write dates like 2020-05-28 14:00:00.")

// dateColumn is what a column's texts have in common.
type dateColumn struct {
	dates                []dateText // those whose order is open: three numbers, the year last
	texts                []string   // as written, of each of dates
	fixed                []string   // some of the others
	worded, yearFirst    int
	dayFirst, monthFirst bool // some number proves it
	halfDays             bool // AM/PM anywhere
}

func collectDates(values []string) dateColumn {
	var c dateColumn
	for _, v := range values {
		d, ok := parseDateText(v)
		if !ok {
			continue
		}
		c.halfDays = c.halfDays || d.halfDay
		if d.form != formOpen && len(c.fixed) < fewCells && !slices.Contains(c.fixed, v) {
			c.fixed = append(c.fixed, v)
		}
		switch d.form {
		case formWord:
			c.worded++
		case formYearFirst:
			c.yearFirst++
		default:
			c.dates, c.texts = append(c.dates, d), append(c.texts, v)
			c.dayFirst = c.dayFirst || d.first > 12
			c.monthFirst = c.monthFirst || d.second > 12
		}
	}
	return c
}

// fewCells is how many texts of a column are shown.
const fewCells = 3

// some gives the first different texts whose dates pass the test; nil: any.
func (c dateColumn) some(test func(dateText) bool) []string {
	var out []string
	for i, d := range c.dates {
		if len(out) == fewCells {
			break
		}
		if (test == nil || test(d)) && !slices.Contains(out, c.texts[i]) {
			out = append(out, c.texts[i])
		}
	}
	return out
}

func byNumber(c dateColumn, _ time.Time) DateLayout {
	switch {
	case c.dayFirst:
		return DateLayout{Order: "dmy", Why: "a first number is above 12", Cells: c.some(func(d dateText) bool { return d.first > 12 })}
	case c.monthFirst:
		return DateLayout{Order: "mdy", Why: "a second number is above 12", Cells: c.some(func(d dateText) bool { return d.second > 12 })}
	}
	return DateLayout{}
}

func byDots(c dateColumn, _ time.Time) DateLayout {
	if slices.ContainsFunc(c.dates, func(d dateText) bool { return d.separator != '.' }) {
		return DateLayout{}
	}
	return DateLayout{Order: "dmy", Why: "dots stand between the numbers"}
}

func bySameNumbers(c dateColumn, _ time.Time) DateLayout {
	if slices.ContainsFunc(c.dates, func(d dateText) bool { return d.first != d.second }) {
		return DateLayout{}
	}
	return DateLayout{Order: "dmy", Why: "day and month are the same number"}
}

// byRows takes the one reading under which the rows run in time, forth or back. Two dates always do.
func byRows(c dateColumn, _ time.Time) DateLayout {
	return onlyOne(c, "the rows are in the order of time", func(days []int) bool {
		forth := slices.IsSorted(days)
		slices.Reverse(days)
		return forth || slices.IsSorted(days)
	})
}

// byNearness takes the reading whose typical date is clearly nearer to the webinar: at most half as far.
func byNearness(c dateColumn, near time.Time) DateLayout {
	if near.IsZero() {
		return DateLayout{}
	}
	target := dayNumber(near.Year(), int(near.Month()), near.Day())
	distance := func(days []int) int {
		for i, d := range days {
			days[i] = max(d-target, target-d)
		}
		slices.Sort(days)
		return days[len(days)/2]
	}
	return smaller(c, "the dates lie nearer to the webinar", distance)
}

// bySpan takes the reading under which the dates lie closer together, at most half as far.
func bySpan(c dateColumn, _ time.Time) DateLayout {
	return smaller(c, "the dates lie closer together", func(days []int) int { return slices.Max(days) - slices.Min(days) })
}

func byHalfDay(c dateColumn, _ time.Time) DateLayout {
	if !c.halfDays {
		return DateLayout{}
	}
	return DateLayout{Order: "mdy", Why: "the times are written with AM and PM", Weak: true}
}

// onlyOne gives the order for which alone the column's days pass the test.
func onlyOne(c dateColumn, why string, test func(days []int) bool) DateLayout {
	day, month := test(c.days("dmy")), test(c.days("mdy"))
	switch {
	case day && !month:
		return DateLayout{Order: "dmy", Why: why}
	case month && !day:
		return DateLayout{Order: "mdy", Why: why}
	}
	return DateLayout{}
}

// smaller gives the order whose measure is at most half the other's.
func smaller(c dateColumn, why string, measure func(days []int) int) DateLayout {
	day, month := measure(c.days("dmy")), measure(c.days("mdy"))
	switch {
	case 2*day <= month && day < month:
		return DateLayout{Order: "dmy", Why: why}
	case 2*month <= day && month < day:
		return DateLayout{Order: "mdy", Why: why}
	}
	return DateLayout{}
}

// days gives the dates as running day numbers under an order.
func (c dateColumn) days(order string) []int {
	days := make([]int, len(c.dates))
	for i, d := range c.dates {
		days[i] = dayNumber(d.resolve(order))
	}
	return days
}

func dayNumber(year, month, day int) int {
	return int(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

// validDay tells whether the calendar has the day, in the years a webinar or a birth can be in.
func validDay(year, month, day int) bool {
	if year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 {
		return false
	}
	return day <= 28 || time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Day() == day
}

// ParseClock reads a time of day that stands alone ("1:51 PM", "13:44:05") as the time since midnight.
func ParseClock(s string) (time.Duration, bool) {
	p := textScanner{rest: strings.ToLower(Clean(s))}
	clock, _, ok := p.clock()
	if !ok || p.rest != "" {
		return 0, false
	}
	return clock, true
}
