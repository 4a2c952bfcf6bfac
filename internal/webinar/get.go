package webinar

import (
	"strings"
	"time"
)

// Get gives the values of a field as an officer would enter them: setting a field to what Get gives leaves it as it is.
// Times are local in the webinar's zone. A field without a value gives none; list tells whether the field takes one value
// per entry.
func Get(w Webinar, field string) (values []string, list bool) {
	get, known := getters[field]
	if !known {
		return nil, false
	}
	values = []string{}
	for _, v := range get(w) {
		if v != "" {
			values = append(values, v)
		}
	}
	return values, lists[field]
}

type getter func(w Webinar) []string

// getters has an entry for every field that Set takes.
var getters = map[string]getter{
	"project":       func(w Webinar) []string { return []string{w.Outline.Project} },
	"project_title": func(w Webinar) []string { return []string{w.Outline.ProjectTitle} },
	"title":         func(w Webinar) []string { return []string{w.Outline.Title} },
	"web_reference": func(w Webinar) []string { return []string{w.Outline.WebReference} },
	"activity_type": func(w Webinar) []string { return []string{w.ActivityType} },
	"connection":    func(w Webinar) []string { return []string{w.Connection} },
	"rules":         func(w Webinar) []string { return []string{w.Rules} },

	"start":            func(w Webinar) []string { return []string{local(w.Outline.Start, w.Outline.location())} },
	"end":              func(w Webinar) []string { return []string{local(w.Outline.End, w.Outline.location())} },
	"zone":             func(w Webinar) []string { return []string{w.Outline.Zone} },
	"duration_minutes": func(w Webinar) []string { return []string{inDigits(w.Outline.DurationMinutes)} },
	"actual_start":     func(w Webinar) []string { return []string{local(w.ActualStart, w.Outline.location())} },
	"actual_end":       func(w Webinar) []string { return []string{local(w.ActualEnd, w.Outline.location())} },
	"limit":            func(w Webinar) []string { return []string{inDigits(w.Limit)} },
	"rule":             func(w Webinar) []string { return []string{w.Rule} },

	"language":          func(w Webinar) []string { return []string{w.Outline.Language} },
	"interpretation":    func(w Webinar) []string { return w.Outline.Interpretation },
	"speakers":          speakerLines,
	"background":        func(w Webinar) []string { return w.Outline.Background },
	"objectives":        func(w Webinar) []string { return w.Outline.Objectives },
	"expected_outcomes": func(w Webinar) []string { return w.Outline.ExpectedOutcomes },
	"participants":      func(w Webinar) []string { return w.Outline.Participants },
	"capacity":          func(w Webinar) []string { return []string{inDigits(w.Outline.Capacity)} },
	"confirmation_days": func(w Webinar) []string { return []string{inDigits(w.Outline.ConfirmationDays)} },
	"audience":          func(w Webinar) []string { return w.Outline.Audience },
	"registration":      func(w Webinar) []string { return []string{w.Outline.Registration} },
	"website_only":      func(w Webinar) []string { return []string{yes(w.Outline.WebsiteOnly)} },
	"resources":         resourceLines,
	"activities":        func(w Webinar) []string { return w.Outline.Activities },
	"result":            func(w Webinar) []string { return []string{inDigits(w.Outline.Result)} },
	"result_groups":     func(w Webinar) []string { return w.Outline.ResultGroups },
}

func speakerLines(w Webinar) []string {
	var lines []string
	for _, s := range w.Outline.Speakers {
		lines = append(lines, s.Source)
	}
	return lines
}

func resourceLines(w Webinar) []string {
	var lines []string
	for _, r := range w.Outline.Resources {
		lines = append(lines, r.Source)
	}
	return lines
}

// local writes a time as ParseMoment reads it. An hour that the clocks run through twice is written in UTC.
func local(t time.Time, zone *time.Location) string {
	if t.IsZero() {
		return ""
	}
	text := strings.TrimSuffix(t.In(zone).Format("2006-01-02 15:04:05"), ":00")
	if again, err := ParseMoment(text, zone); err != nil || !again.Equal(t) {
		return t.UTC().Format(time.RFC3339)
	}
	return text
}

// inDigits writes a number, nothing for one that is not stated.
func inDigits(n int) string {
	if n == 0 {
		return ""
	}
	return itoa(n)
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return ""
}
