package indicator

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"rapporteur/internal/fault"
)

// Period is a stretch of calendar days, both ends included, as "2006-01-02". A webinar belongs to the day on which it
// starts in its own zone. The zero value holds every day.
type Period struct{ Text, From, To string }

var halfYear = regexp.MustCompile(`^([0-9]{4})(?:-[Hh]([12]))?$`)

// ParsePeriod reads 2020-H1, 2020, or 2020-03-01..2020-09-30; "" is all time. Fault invalid.
func ParsePeriod(text string) (Period, error) {
	text = strings.TrimSpace(text)
	if text == "" {
		return Period{}, nil
	}
	if m := halfYear.FindStringSubmatch(text); m != nil {
		year, err := strconv.Atoi(m[1])
		if err == nil && year > 0 {
			p := Period{Text: strings.ToUpper(text), From: fmt.Sprintf("%04d-01-01", year), To: fmt.Sprintf("%04d-12-31", year)}
			switch m[2] {
			case "1":
				p.To = fmt.Sprintf("%04d-06-30", year)
			case "2":
				p.From = fmt.Sprintf("%04d-07-01", year)
			}
			return p, nil
		}
	}
	from, to, ok := strings.Cut(text, "..")
	if ok && isDay(from) && isDay(to) && from <= to {
		return Period{Text: text, From: from, To: to}, nil
	}
	return Period{}, fault.New(fault.Invalid, "This is no period.", "Write a half-year as 2020-H1, a year as 2020, or two days as 2020-03-01..2020-09-30.")
}

func isDay(text string) bool {
	_, err := time.Parse(time.DateOnly, text)
	return err == nil
}

// Holds tells whether a moment falls into the period in a zone (nil: UTC). A webinar without a time is in none but the whole.
func (p Period) Holds(t time.Time, zone *time.Location) bool {
	if p.Text == "" {
		return true
	}
	if t.IsZero() {
		return false
	}
	day := t.In(orUTC(zone)).Format(time.DateOnly)
	return p.From <= day && day <= p.To
}

// Precedes tells whether the whole period lies after a moment.
func (p Period) Precedes(t time.Time, zone *time.Location) bool {
	return p.Text != "" && !t.IsZero() && t.In(orUTC(zone)).Format(time.DateOnly) < p.From
}

func orUTC(zone *time.Location) *time.Location {
	if zone == nil {
		return time.UTC
	}
	return zone
}
