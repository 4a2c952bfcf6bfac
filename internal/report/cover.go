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
	add("Reference", o.WebReference)
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

// when is the scheduled time in the webinar's zone, with the zone's words.
func (w *writer) when() string {
	o := w.Webinar.Outline
	if o.Start.IsZero() {
		return ""
	}
	return span(o.Start, o.End, w.zone)
}

// span prints "28 May 2020, 14:00–16:00 (UTC+03:00)".
func span(start, end time.Time, zone *time.Location) string {
	s, e := start.In(zone), end.In(zone)
	last := e.Format("15:04")
	if s.Format("2006-01-02") != e.Format("2006-01-02") {
		last = e.Format("2 January 2006, 15:04")
	}
	return s.Format("2 January 2006, 15:04") + "–" + last + " (UTC" + s.Format("-07:00") + ")"
}
