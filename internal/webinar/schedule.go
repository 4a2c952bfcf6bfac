package webinar

import (
	"fmt"
	"strings"
	"time"
)

// readSchedule fills start, end, zone and duration from the date row (with the rows for time and zone, where they stand
// apart) and the duration row. The printed offset decides the instant when it contradicts the zone's name.
func (r *reader) readSchedule(date, length string) {
	o := r.outline
	if date == "" {
		r.problem(rowStart, "The outline has no row with date and hour: the start must be entered.", "")
	} else {
		r.source(rowStart, date)
		r.readStart(date)
	}
	if length == "" {
		if o.DurationMinutes == 0 {
			r.problem(rowDuration, "The outline has no row with the expected duration: the end must be entered.", "")
		}
	} else {
		r.source(rowDuration, length)
		minutes, ok := parseDuration(length)
		switch {
		case !ok && o.DurationMinutes == 0:
			r.problem(rowDuration, "The expected duration cannot be read as one length of time: enter it in minutes.", length)
		case !ok:
			r.problem(rowDuration, "The expected duration cannot be read; the hours of the date row are taken.", length)
		case o.DurationMinutes > 0 && o.DurationMinutes != minutes:
			r.problem(rowDuration, fmt.Sprintf("The expected duration says %s, the hours of the date row make %s: the duration row is taken.",
				printDuration(minutes), printDuration(o.DurationMinutes)), length)
			o.DurationMinutes = minutes
		default:
			o.DurationMinutes = minutes
		}
	}
	if !o.Start.IsZero() && o.DurationMinutes > 0 {
		o.End = o.Start.Add(time.Duration(o.DurationMinutes) * time.Minute)
		r.source("end", strings.TrimSpace(date+"\n"+length))
	}
}

// maxDateRow is far above any date row, in bytes.
const maxDateRow = 2000

func (r *reader) readStart(text string) {
	o := r.outline
	if len(text) > maxDateRow {
		r.problem(rowStart, "The date row is too long to be read: enter the start.", string([]rune(text)[:40]))
		o.Zone = DefaultZone
		return
	}
	found, rest := findZone(text)
	dates, rest := findDates(rest)
	clocks := findClocks(rest)
	r.judgeDates(dates, text)
	o.ZoneWords = found.words
	if len(dates.days) == 0 {
		o.Zone = DefaultZone
		if found.name != nil {
			o.Zone = found.name.zone
		}
		return
	}
	first := dates.days[0]
	if weekday, ok := weekdayIn(rest); ok && weekday != first.at(0, 0, time.UTC).Weekday() {
		r.problem(rowStart, fmt.Sprintf("The printed weekday is not that of the date: %d %s %d is a %s.",
			first.day, first.month, first.year, first.at(0, 0, time.UTC).Weekday()), text)
	}
	if len(clocks) == 0 {
		r.problem(rowStart, "The date row holds no hour: the start must be entered.", text)
		r.zoneFor(found, first.at(12, 0, time.UTC), text)
		return
	}
	local := first.at(0, clocks[0].minutes, time.UTC)
	zone, minutes := r.zoneFor(found, local, text)
	if minutes != nil {
		o.Start = local.Add(-time.Duration(*minutes) * time.Minute)
	} else {
		o.Start = first.at(0, clocks[0].minutes, zone).UTC()
	}
	if len(clocks) > 1 {
		if clockJoint.MatchString(rest[clocks[0].end:clocks[1].from]) {
			length := clocks[1].minutes - clocks[0].minutes
			if length <= 0 {
				length += 24 * 60
			}
			o.DurationMinutes = length
		}
		if len(clocks) > 2 || o.DurationMinutes == 0 {
			r.problem(rowStart, "The date row holds more than one hour: the first one is taken as the start.", text)
		}
	}
}

func (r *reader) judgeDates(dates datesFound, text string) {
	switch {
	case len(dates.days) > 0 && dates.spans:
		r.problem(rowStart, "The date row names more than one day: the first one is taken.", text)
	case len(dates.days) > 0:
	case dates.ambiguous:
		r.problem(rowStart, "Day and month of the date cannot be told apart: enter the start.", text)
	case dates.noYear:
		r.problem(rowStart, "The date has no year: enter the start.", text)
	default:
		r.problem(rowStart, "The date row holds no date that can be read: enter the start.", text)
	}
}

// zoneFor decides the zone of a local time (given as if in UTC). Minutes is the offset to use when the printed one
// decides, else nil. Name, printed offset and the clock of that date are held against each other.
func (r *reader) zoneFor(found zoneFound, local time.Time, text string) (zone *time.Location, minutes *int) {
	o := r.outline
	switch {
	case found.name != nil:
		o.Zone = found.name.zone
	case found.offset != nil:
		o.Zone = zoneByOffset(local, *found.offset)
		r.problem("zone", fmt.Sprintf("The zone is printed as an offset only: %s is taken, whose clock fits on that date.", o.Zone), text)
	default:
		o.Zone = DefaultZone
		r.problem("zone", fmt.Sprintf("No time zone is printed: %s is taken.", DefaultZone), text)
	}
	r.source("zone", found.words)
	zone, err := time.LoadLocation(o.Zone)
	if err != nil {
		zone = time.UTC
		o.Zone = "Etc/UTC"
		r.problem("zone", "The printed offset belongs to no known zone: UTC is taken as the zone, the offset decides the hour.", text)
	}
	wall := time.Date(local.Year(), local.Month(), local.Day(), local.Hour(), local.Minute(), 0, 0, zone)
	actual := offsetAt(wall, zone)
	onDate := fmt.Sprintf("%d %s %d", local.Day(), local.Month(), local.Year())
	if found.name == nil {
		return zone, found.offset
	}
	named := found.name.offset
	switch {
	case found.offset != nil && *found.offset == actual && (named == nil || *named == actual):
		return zone, found.offset
	case found.offset != nil:
		r.problem("zone", fmt.Sprintf("“%s”, the printed offset %s and the date do not agree: on %s the clock of %s is at %s. The printed offset is taken.",
			found.name.words, printOffset(*found.offset), onDate, zone, printOffset(actual)), text)
		return zone, found.offset
	case named != nil && *named != actual:
		r.problem("zone", fmt.Sprintf("“%s” means %s, but on %s the clock of %s is at %s. The clock of that date is taken.",
			found.name.words, printOffset(*named), onDate, zone, printOffset(actual)), text)
	}
	return zone, nil
}

// printStart writes a start as the published table does: "28 May 2020 14h00 (Eastern European Summer Time: GMT +3 hours)".
func printStart(o Outline) string {
	if o.Start.IsZero() {
		return ""
	}
	zone, err := time.LoadLocation(o.Zone)
	if err != nil || o.Zone == "" {
		zone = time.UTC
	}
	local := o.Start.In(zone)
	return fmt.Sprintf("%d %s %d %02dh%02d (%s)", local.Day(), local.Month(), local.Year(), local.Hour(), local.Minute(), nameZone(o.Start, zone))
}
