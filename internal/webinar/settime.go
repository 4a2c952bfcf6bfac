package webinar

import (
	"strings"
	"time"

	"rapporteur/internal/fault"
)

// location is the webinar's zone, the default zone where none is known.
func (o Outline) location() *time.Location {
	for _, name := range []string{o.Zone, DefaultZone} {
		if zone, err := time.LoadLocation(name); err == nil && name != "" {
			return zone
		}
	}
	return time.UTC
}

// ParseMoment reads a time as officers enter it: "2020-05-28 14:00" in the zone, or RFC 3339. The result is in UTC. The
// error is a fault: invalid, also for an hour that the change of clocks leaves out.
func ParseMoment(s string, zone *time.Location) (time.Time, error) {
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return t.UTC(), nil
	}
	for _, layout := range []string{"2006-01-02 15:04", "2006-01-02 15:04:05", "2006-01-02T15:04", "2006-01-02T15:04:05"} {
		t, err := time.ParseInLocation(layout, s, zone)
		if err != nil {
			continue
		}
		if t.Format(layout) != s {
			return time.Time{}, fault.New(fault.Invalid, "This hour does not exist: the clocks go forward that night.", "Give the time in UTC, for example 2020-03-29T01:30:00Z.")
		}
		return t.UTC(), nil
	}
	return time.Time{}, fault.New(fault.Invalid, "The time cannot be read.", "Write it as 2020-05-28 14:00 (local time of the webinar) or as 2020-05-28T11:00:00Z.")
}

func moment(field func(*Webinar) *time.Time) setter {
	return func(w *Webinar, values []string) error {
		var t time.Time
		if v := one(values); v != "" {
			var err error
			if t, err = ParseMoment(v, w.Outline.location()); err != nil {
				return err
			}
		}
		*field(w) = t
		if !w.ActualStart.IsZero() && !w.ActualEnd.IsZero() && !w.ActualStart.Before(w.ActualEnd) {
			return fault.New(fault.Invalid, "The webinar would end before it starts.", "Check the actual start and the actual end.")
		}
		return nil
	}
}

func setStart(w *Webinar, values []string) error {
	o := &w.Outline
	start, err := ParseMoment(one(values), o.location())
	if err != nil {
		return err
	}
	o.Zone = o.location().String()
	o.Start = start
	o.ZoneWords = nameZone(start, o.location())
	return setEndByDuration(o)
}

func setEnd(w *Webinar, values []string) error {
	o := &w.Outline
	end, err := ParseMoment(one(values), o.location())
	if err != nil {
		return err
	}
	if o.Start.IsZero() || !o.Start.Before(end) {
		return fault.New(fault.Invalid, "The webinar would end before it starts.", "Set the start first.")
	}
	o.DurationMinutes = int(end.Sub(o.Start).Minutes())
	o.settle(rowDuration)
	return setEndByDuration(o)
}

func setEndByDuration(o *Outline) error {
	o.End = time.Time{}
	if !o.Start.IsZero() && o.DurationMinutes > 0 {
		o.End = o.Start.Add(time.Duration(o.DurationMinutes) * time.Minute)
	}
	return nil
}

// setZone keeps the printed hour: an officer who corrects the zone says what the hour was meant in.
func setZone(w *Webinar, values []string) error {
	o := &w.Outline
	name := one(values)
	zone, err := time.LoadLocation(name)
	if err != nil || name == "" || name == "Local" {
		return fault.New(fault.Invalid, "The time zone is not known.", "Use a name such as Europe/Bucharest, Europe/Paris or Europe/Istanbul.")
	}
	was := o.location()
	o.Zone = name
	if o.Start.IsZero() {
		return nil
	}
	local := o.Start.In(was)
	o.Start = time.Date(local.Year(), local.Month(), local.Day(), local.Hour(), local.Minute(), local.Second(), 0, zone).UTC()
	o.ZoneWords = nameZone(o.Start, zone)
	return setEndByDuration(o)
}

func setDuration(w *Webinar, values []string) error {
	v := one(values)
	minutes, ok := parseDuration(v)
	if n := atoi(v); n > 0 {
		minutes, ok = n, true
	}
	if !ok || minutes > 14*24*60 {
		return fault.New(fault.Invalid, "The duration cannot be read.", "Write it in minutes, for example 120.")
	}
	w.Outline.DurationMinutes = minutes
	return setEndByDuration(&w.Outline)
}

var rulePattern = pattern(`^(?:(\d{1,3})\s*%|(\d{1,4})\s*min(?:utes?)?)$`)

// setRule takes the attendance rule: a share of the window or a number of minutes.
func setRule(w *Webinar, values []string) error {
	v := strings.ToLower(one(values))
	m := rulePattern().FindStringSubmatch(v)
	switch {
	case v == "":
		w.Rule = ""
	case m != nil && m[1] != "" && atoi(m[1]) >= 1 && atoi(m[1]) <= 100:
		w.Rule = itoa(atoi(m[1])) + "%"
	case m != nil && m[2] != "" && atoi(m[2]) >= 1:
		w.Rule = itoa(atoi(m[2])) + "min"
	default:
		return fault.New(fault.Invalid, "The attendance rule cannot be read.", "Write a share of the time (50%) or minutes (60min).")
	}
	return nil
}
