package intake

import (
	"fmt"
	"math"
	"slices"
	"time"

	"rapporteur/internal/engagement"
	"rapporteur/internal/tabular"
)

// AnswersAgainstSchedule compares the times of polls and questions with the webinar's window: clocks that are whole hours
// off, or another day. Surveys come when they come. start zero: nothing is known, no remark.
func AnswersAgainstSchedule(r engagement.Reading, start, end time.Time) []tabular.Problem {
	var times []time.Time
	for _, a := range r.Answers {
		if a.Phase == engagement.During && !a.At.IsZero() {
			times = append(times, a.At)
		}
	}
	if len(times) == 0 || start.IsZero() {
		return nil
	}
	slices.SortFunc(times, time.Time.Compare)
	middle := times[len(times)/2]
	// What was asked in the last minutes is often handed in after the end.
	if !middle.Before(start.Add(-lobby)) && middle.Before(end.Add(lobby)) {
		return nil
	}
	off := middle.Sub(start.Add(end.Sub(start) / 2))
	if hours := int(math.Round(off.Hours())); abs(hours) <= farthestZone && hours != 0 {
		return []tabular.Problem{{Message: fmt.Sprintf(
			"Most answers came about %s %s the middle of the webinar. The file's times may be in another zone than the one assumed.",
			count(abs(hours), "hour"), side(hours))}}
	}
	return []tabular.Problem{{Message: "The answers of this file are not of the day of the webinar. It may be the file of another one."}}
}

// AnswersOfAnotherWebinar is NotThisWebinar for a file of answers.
func AnswersOfAnotherWebinar(r engagement.Reading, title string) (tabular.Problem, bool) {
	return otherTitle(r.Title, title)
}
