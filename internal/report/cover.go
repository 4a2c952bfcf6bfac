package report

import (
	"fmt"
	"strconv"
	"time"

	"rapporteur/internal/document"
)

// cover is the first page.
func (w *writer) cover() document.Cover {
	o := w.Webinar.Outline
	status := "Draft"
	if w.Final {
		status = "Final"
	}
	c := document.Cover{
		Kicker:   w.Project.Code,
		Title:    w.print(o.Title),
		Subtitle: "Outcome report",
		Status:   status,
		Text:     nonEmpty([]string{w.print(o.ProjectTitle), w.print(w.Project.CreditLine)}),
	}
	c.Disclaimer = w.print(w.Project.Disclaimer)
	add := func(label, value string) {
		if value != "" {
			c.Lines = append(c.Lines, document.Fact{Label: label, Value: w.print(value)})
		}
	}
	add("Date", w.when())
	if o.Result > 0 {
		add("Result", w.resultLine())
	}
	add("Web page", o.WebReference)
	add("Figures as of", w.Table.AsOf.In(w.zone).Format("2 January 2006"))
	return c
}

// marking stands at the foot of each page: what the copy may be used for.
func (w *writer) marking() string {
	if w.Copy == Internal {
		return "Internal – contains names"
	}
	return "Donor copy – no personal data of participants"
}

func (w *writer) resultLine() string {
	n := w.Webinar.Outline.Result
	if text := w.Project.ResultText(n); text != "" {
		return fmt.Sprintf("%d – %s", n, text)
	}
	return strconv.Itoa(n)
}

// when is the scheduled time in the webinar's zone.
func (w *writer) when() string {
	o := w.Webinar.Outline
	if o.Start.IsZero() {
		return ""
	}
	return o.Start.In(w.zone).Format("Monday ") + span(o.Start, o.End, w.zone)
}

// day prints "28 May 2020".
func day(at time.Time, zone *time.Location) string { return at.In(zone).Format("2 January 2006") }

// span prints "28 May 2020, 14:00–16:00 (UTC+03:00)".
func span(start, end time.Time, zone *time.Location) string {
	s, e := start.In(zone), end.In(zone)
	last := hour(e)
	if day(start, zone) != day(end, zone) {
		last = day(end, zone) + ", " + last
	}
	return day(start, zone) + ", " + hour(s) + "–" + last + " (UTC" + s.Format("-07:00") + ")"
}

// hour prints "14:00", and the seconds only where there are any.
func hour(at time.Time) string {
	if at.Second() != 0 {
		return at.Format(time.TimeOnly)
	}
	return at.Format("15:04")
}

// clock prints a span of one day without the date, in UTC: "11:00–13:00".
func clock(start, end time.Time) string {
	if start.IsZero() {
		return ""
	}
	s, e := start.UTC(), end.UTC()
	if s.Format(time.DateOnly) != e.Format(time.DateOnly) {
		return s.Format("2 Jan ") + hour(s) + "–" + e.Format("2 Jan ") + hour(e)
	}
	return hour(s) + "–" + hour(e)
}
