package webinar

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"rapporteur/internal/tabular"
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
	text = tabular.Clean(text)
	zones, rest := findZones(text)
	dates, rest := findDates(rest)
	rest, length := lengthBehind(rest)
	spans := attach(zones, findSpans(rest))
	r.judgeDates(dates, text)
	o.Zone = DefaultZone
	if len(dates.days) == 0 {
		o.ZoneWords = zoneWords(text, zones)
		for _, z := range zones {
			if z.name != nil {
				o.Zone = z.name.zone
				break
			}
		}
		return
	}
	first := dates.days[0]
	if weekday, ok := weekdayIn(rest); ok && !dates.several && weekday != first.weekday() {
		r.problem(rowStart, fmt.Sprintf("The printed weekday is not that of the date: %d %s %d is a %s.",
			first.day, first.month, first.year, first.weekday()), text)
	}
	if len(spans) == 0 {
		r.problem(rowStart, "The date row holds no hour: the start must be entered.", text)
		o.ZoneWords = zoneWords(text, zones)
		r.zoneFor(zones, first.at(12, 0, time.UTC), text)
		return
	}
	main := spans[0]
	o.ZoneWords = zoneWords(text, main.zones)
	if len(main.zones) == 0 {
		if unknown := unknownZoneIn(rest); unknown != "" {
			r.problem(rowStart, fmt.Sprintf("The time zone “%s” is not known: enter the start.", unknown), text)
			return
		}
	}
	start, ok := r.instant(main, first, text)
	if !ok {
		return
	}
	o.Start, o.DurationMinutes = start, main.length
	if o.DurationMinutes == 0 {
		o.DurationMinutes = length
	}
	if last, ok := sessions(rest, spans); ok {
		o.DurationMinutes = last.minutes + last.length - main.minutes
		r.problem(rowStart, "The date row holds several sessions: the webinar is taken from the first start to the last end, breaks between them included.", text)
		return
	}
	for _, other := range spans[1:] {
		quiet := reader{outline: &Outline{Sources: map[string]string{}}}
		again, ok := quiet.instant(other, first, text)
		switch {
		case len(other.zones) == 0 || len(main.zones) > 0 && other.zones[0].from == main.zones[0].from:
			r.problem(rowStart, "The date row holds more than one hour: the first one is taken as the start.", text)
		case !ok || !again.Equal(start) || other.length != 0 && other.length != main.length:
			r.problem(rowStart, "The hours printed for several zones are not the same moment: the first one is taken as the start.", text)
		default:
			continue
		}
		break
	}
}

// attach gives every moment the zones that belong to it: those behind it ("10h00 CEST / 11h00 EEST"), or those before
// it where the row begins with a zone ("Bucharest time 11h00, Paris time 10h00"). As many names behind several hours
// ("11h00/10h00 (EEST/CEST)") belong to them in their order. An hour without a zone shares that of the next one.
func attach(zones []zoneMention, spans []span) []span {
	if len(spans) == 0 || len(zones) == 0 {
		return spans
	}
	names := 0
	for _, z := range zones {
		if z.name != nil {
			names++
		}
	}
	ahead := zones[0].from < spans[0].from
	inOrder := len(spans) > 1 && names == len(spans) && names == len(zones) && zones[0].from > spans[len(spans)-1].from
	for i, z := range zones {
		at := 0
		for at+1 < len(spans) && spans[at+1].from < z.from {
			at++
		}
		switch {
		case inOrder:
			at = i
		case ahead && z.name != nil && spans[at].from < z.from && at+1 < len(spans):
			at++
		}
		spans[at].zones = append(spans[at].zones, z)
	}
	for i := len(spans) - 2; i >= 0; i-- {
		if len(spans[i].zones) == 0 {
			spans[i].zones = spans[i+1].zones
		}
	}
	return spans
}

// unknownZoneIn finds words that seem to name a zone among what is left of a date row.
func unknownZoneIn(rest string) string {
	if m := strings.Trim(unknownZone().FindString(rest), "()"); m != "" {
		return m
	}
	return unknownTime().FindString(rest)
}

// instant gives the moment in UTC, and fills the zone. Ok is false, with a problem, for an hour that the change of
// clocks leaves out.
func (r *reader) instant(m span, d day, text string) (time.Time, bool) {
	local := d.at(0, m.minutes, time.UTC)
	zone, offset := r.zoneFor(m.zones, local, text)
	if offset != nil {
		return local.Add(-time.Duration(*offset) * time.Minute), true
	}
	start := d.at(0, m.minutes, zone)
	if start.Hour() != local.Hour() || start.Minute() != local.Minute() {
		r.problem(rowStart, "This hour does not exist: the clocks go forward that night. Enter the start.", text)
		return time.Time{}, false
	}
	return start.UTC(), true
}

func (r *reader) judgeDates(dates datesFound, text string) {
	switch {
	case len(dates.days) > 0 && dates.several:
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

// zoneFor decides the zone of a local time (given as if in UTC). Offset is the printed one, which decides the instant,
// or nil. Names, printed offsets and the clocks of that date are held against each other.
func (r *reader) zoneFor(zones []zoneMention, local time.Time, text string) (zone *time.Location, offset *int) {
	o := r.outline
	var names []*zoneName
	agree := true
	for _, z := range zones {
		switch {
		case z.name != nil:
			names = append(names, z.name)
		case offset == nil:
			offset = z.offset
		default:
			agree = agree && *offset == *z.offset
		}
	}
	switch {
	case len(names) > 0:
		o.Zone = names[0].zone
	case offset != nil:
		o.Zone = zoneByOffset(local, *offset)
		message := "The zone is printed as an offset only: %s is taken, whose clock fits on that date."
		if clockAt(local, zoneOf(o.Zone)) != *offset {
			message = "The printed offset belongs to no zone that is known: %s is taken as the zone, the offset decides the hour."
		}
		r.problem("zone", fmt.Sprintf(message, o.Zone), text)
	default:
		o.Zone = DefaultZone
		r.problem("zone", fmt.Sprintf("No time zone is printed: %s is taken.", DefaultZone), text)
	}
	r.source("zone", zoneWords(text, zones))
	zone = zoneOf(o.Zone)
	if !agree {
		r.problem("zone", fmt.Sprintf("More than one offset is printed: %s is taken.", printOffset(*offset)), text)
	}
	if len(names) > 0 {
		r.holdAgainst(names, offset, local, text)
	}
	return zone, offset
}

func zoneOf(name string) *time.Location {
	if zone, err := time.LoadLocation(name); err == nil {
		return zone
	}
	return time.UTC
}

// holdAgainst tells where names, printed offset and date do not agree.
func (r *reader) holdAgainst(names []*zoneName, offset *int, local time.Time, text string) {
	zone := zoneOf(names[0].zone)
	actual := clockAt(local, zone)
	onDate := fmt.Sprintf("%d %s %d", local.Day(), local.Month(), local.Year())
	clocks := true // the zones have one clock on that date
	var misfit *zoneName
	for _, n := range names {
		there := clockAt(local, zoneOf(n.zone))
		clocks = clocks && there == actual
		fits := func(m *zoneName) bool { return m.zone == n.zone && m.offset != nil && *m.offset == there }
		if misfit == nil && n.offset != nil && !slices.ContainsFunc(names, fits) { // "EET/EEST" fits all year
			misfit = n
		}
	}
	switch {
	case offset != nil && (misfit != nil || !clocks || *offset != actual):
		r.problem("zone", fmt.Sprintf("“%s”, the printed offset %s and the date do not agree: on %s the clock of %s is at %s. The printed offset is taken.",
			zoneNamesOf(names), printOffset(*offset), onDate, zone, printOffset(actual)), text)
	case !clocks:
		r.problem("zone", fmt.Sprintf("“%s” are not one clock on %s: that of %s, at %s, is taken.", zoneNamesOf(names), onDate, zone, printOffset(actual)), text)
	case misfit != nil:
		r.problem("zone", fmt.Sprintf("“%s” means %s, but on %s the clock of %s is at %s. The clock of that date is taken.",
			misfit.words, printOffset(*misfit.offset), onDate, zone, printOffset(actual)), text)
	}
}

// clockAt is a zone's offset at a local time given as if in UTC, in minutes east of UTC.
func clockAt(local time.Time, zone *time.Location) int {
	return offsetAt(time.Date(local.Year(), local.Month(), local.Day(), local.Hour(), local.Minute(), 0, 0, zone), zone)
}

func zoneNamesOf(names []*zoneName) string {
	var words []string
	for _, n := range names {
		words = append(words, n.words)
	}
	return strings.Join(unique(words), "”, “")
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
