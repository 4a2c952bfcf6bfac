package attendance

import (
	"slices"
	"strings"
	"time"

	"rapporteur/internal/fault"
	"rapporteur/internal/tabular"
)

// moments parses the times of one file. The order of day and month is decided once, over all of its cells; the zone
// comes from outside, since no platform of ours writes it.
type moments struct {
	layout tabular.DateLayout
	zone   *time.Location
}

// newMoments decides on the joins and leaves; where they leave it open, or only a habit speaks for one order, the file's
// other times are asked too. They must be close to the officer's date, else to one that the file makes unmistakable,
// else to the day in its name.
func newMoments(o Options, times []string, meeting frame) (moments, error) {
	m := moments{zone: o.Zone}
	if m.zone == nil {
		m.zone = time.UTC
	}
	times, others := nonEmpty(times), nonEmpty(meeting.times())
	near := o.Date
	if near.IsZero() {
		near = m.unmistakable(others)
	}
	if near.IsZero() {
		near = meeting.near
	}
	if len(times) == 0 {
		times = others
	}
	if len(times) == 0 {
		return m, nil
	}
	layout, err := tabular.InferDates(times, near)
	if o.DateOrder != "" {
		layout, err = tabular.SaidOrder(o.DateOrder, times), nil
	}
	if fault.Is(err, fault.Ambiguous) || layout.Weak {
		if wider, widerErr := tabular.InferDates(slices.Concat(others, times), near); widerErr == nil {
			layout, err = wider, nil
		}
	}
	layout.Serial = true // spreadsheets save dates as bare day numbers, and these columns hold nothing else
	m.layout = layout
	return m, err
}

// fileDay is a day written year first in a file's name, as Zoom names its exports; zero without.
func fileDay(name string) time.Time {
	d := dayInName().FindStringSubmatch(name)
	if d == nil {
		return time.Time{}
	}
	day, err := time.Parse(time.DateOnly, strings.Join(d[1:], "-"))
	if err != nil {
		return time.Time{}
	}
	return day
}

var dayInName = pattern(`(?:^|\D)(20[0-9]{2})[-_. ]?([0-9]{2})[-_. ]?([0-9]{2})(?:\D|$)`)

// unmistakable is the first of the times that can be read in one way only, such as "May 28, 2020 1:44 PM"; zero without.
func (m moments) unmistakable(texts []string) time.Time {
	for _, s := range texts {
		dayFirst, errDay := tabular.DateLayout{Order: "dmy"}.Parse(s, m.zone)
		monthFirst, errMonth := tabular.DateLayout{Order: "mdy"}.Parse(s, m.zone)
		switch {
		case errDay == nil && (errMonth != nil || dayFirst.Equal(monthFirst)):
			return dayFirst
		case errDay != nil && errMonth == nil:
			return monthFirst
		}
	}
	return time.Time{}
}

// nonEmpty drops the empty texts. The given ones stay as they are.
func nonEmpty(texts []string) []string {
	if !slices.Contains(texts, "") {
		return texts
	}
	out := make([]string, 0, len(texts))
	for _, s := range texts {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

// parse reads one time as UTC, to the second. An empty text is the zero time.
func (m moments) parse(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	t, err := m.layout.Parse(s, m.zone)
	return t.UTC().Round(time.Second), err
}

// byLength corrects the times of a stay whose length the platform tells, in the night in which the clocks go back: the hour
// that stands twice there is the one that makes the stay as long.
func (m moments) byLength(join, leave time.Time, length time.Duration) (time.Time, time.Time) {
	const half = 30 * time.Minute
	if off := leave.Sub(join) - length; off.Abs() < half || off.Abs() > 3*half {
		return join, leave
	}
	for _, j := range m.same(join) {
		for _, l := range m.same(leave) {
			if (l.Sub(j) - length).Abs() < half {
				return j, l
			}
		}
	}
	return join, leave
}

// same are the moments at which the clocks of the zone show what they show at a moment: two in the hour that stands twice.
func (m moments) same(t time.Time) []time.Time {
	all := []time.Time{t}
	for _, hour := range []time.Duration{-time.Hour, time.Hour} {
		if other := t.Add(hour); other.In(m.zone).Format(time.DateTime) == t.In(m.zone).Format(time.DateTime) {
			all = append(all, other)
		}
	}
	return all
}

// optional reads a time that the file can do without: one that cannot be read is unknown.
func (m moments) optional(s string) time.Time {
	t, err := m.parse(s)
	if err != nil {
		return time.Time{}
	}
	return t
}
