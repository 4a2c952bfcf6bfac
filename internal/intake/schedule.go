package intake

import (
	"fmt"
	"math"
	"time"

	"rapporteur/internal/attendance"
	"rapporteur/internal/participant"
	"rapporteur/internal/tabular"
)

const (
	// farthestZone is the largest difference that a wrong zone can make: zones run from -12 to +14 hours, and nobody
	// works in opposite ones. Farther off it is another day.
	farthestZone = 14
	// lobby is how long before the start people gather, and late how long after it most have joined.
	lobby = 60 * time.Minute
	late  = 25 * time.Minute
)

// AgainstSchedule compares a file's times with the webinar's window and gives remarks for the officer: another day,
// clocks that are whole hours off, nobody there during the window. joins are its people's first joins, as
// attendance.FirstJoins gives them. start zero: nothing is known, no remark.
func AgainstSchedule(r attendance.Reading, joins []time.Time, start, end time.Time) []tabular.Problem {
	if len(joins) == 0 || start.IsZero() {
		return nil
	}
	if hours, ok := ShiftHint(joins, start, end); ok {
		return []tabular.Problem{{Message: fmt.Sprintf(
			"Most people join about %s %s the webinar's start. The file's times may be in another zone than the one assumed.",
			count(abs(hours), "hour"), side(hours))}}
	}
	if away := AnotherDay(joins, start, end); len(away) > 0 {
		return away
	}
	for _, rec := range r.Records {
		if (rec.Kind == attendance.StayRow || rec.Kind == attendance.TotalRow) && rec.Join.Before(end) && rec.Leave.After(start) {
			return nil
		}
	}
	return []tabular.Problem{{Message: "Nobody in this file is there during the webinar's hours. Check its times and its zone."}}
}

// AnotherDay is the remark that a file's times lie on another day than the webinar's, which begins and ends at the times
// given; none where they do not. Where day and month are those of the webinar the other way round it says so: a spreadsheet
// program that takes the days of a file for months writes them back as such, and the file shows it no more.
func AnotherDay(joins []time.Time, start, end time.Time) []tabular.Problem {
	if len(joins) == 0 || start.IsZero() {
		return nil
	}
	early := quarter(joins)
	away := func(t time.Time) bool {
		return t.Before(start.Add(-farthestZone*time.Hour)) || t.After(end.Add(farthestZone*time.Hour))
	}
	days := int(math.Round(early.Sub(start).Hours() / 24))
	exchanged := time.Date(early.Year(), time.Month(early.Day()), int(early.Month()), early.Hour(), early.Minute(), 0, 0, time.UTC)
	switch {
	case !away(early):
		return nil
	case early.Day() <= 12 && !away(exchanged):
		return []tabular.Problem{{Message: "The stays of this file are on the day of the webinar when day and month are exchanged: a spreadsheet program " +
			"seems to have taken one for the other when the file was opened. Download the file again from the platform and import it unopened."}}
	case days == 0:
		return []tabular.Problem{{Message: "The stays of this file are not on the day of the webinar. It may be the file of another one."}}
	}
	return []tabular.Problem{{Message: fmt.Sprintf(
		"The stays of this file are about %s %s the webinar. It may be the file of another one.", count(abs(days), "day"), side(days))}}
}

// ShiftHint tells by how many whole hours a file's times are off the schedule, by the first joins of its people, sorted:
// positive when people join that much later. ok is false when they lie where they should, or are off by anything else than whole hours.
func ShiftHint(joins []time.Time, start, end time.Time) (hours int, ok bool) {
	if len(joins) == 0 || start.IsZero() {
		return 0, false
	}
	early := quarter(joins).Sub(start)
	hours = int(math.Round(early.Hours()))
	if hours == 0 || abs(hours) > farthestZone {
		return 0, false
	}
	shift := time.Duration(hours) * time.Hour
	if rest := early - shift; rest.Abs() > late {
		return 0, false
	}
	fitting := 0
	for _, j := range joins {
		if moved := j.Add(-shift); !moved.Before(start.Add(-lobby)) && moved.Before(end) {
			fitting++
		}
	}
	return hours, 10*fitting >= 9*len(joins)
}

// quarter is the join before which a quarter of the people came: hosts come long before, latecomers long after.
func quarter(sorted []time.Time) time.Time { return sorted[len(sorted)/4] }

func side(n int) string {
	if n < 0 {
		return "before"
	}
	return "after"
}

func abs(n int) int { return max(n, -n) }

// NotThisWebinar compares the file's title with the webinar's: a remark when both are known and share less than a
// quarter of their words of four letters or more.
func NotThisWebinar(r attendance.Reading, title string) (tabular.Problem, bool) {
	return otherTitle(r.Title, title)
}

func otherTitle(shown, title string) (tabular.Problem, bool) {
	of, is := longWords(shown), longWords(title)
	if len(of) == 0 || len(is) == 0 {
		return tabular.Problem{}, false
	}
	shared := 0
	for w := range of {
		if is[w] {
			shared++
		}
	}
	if 4*shared >= min(len(of), len(is)) {
		return tabular.Problem{}, false
	}
	return tabular.Problem{Message: "The meeting's title in this file is not the webinar's. It may be the file of another one."}, true
}

// longWords are the folded words of a title that carry meaning.
func longWords(title string) map[string]bool {
	out := map[string]bool{}
	for _, w := range participant.Tokens(title) {
		if len(w) >= 4 {
			out[w] = true
		}
	}
	return out
}
