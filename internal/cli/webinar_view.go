package cli

import (
	"fmt"
	"io"
	"strings"
	"time"

	"rapporteur/internal/webinar"
)

// webinarView is a webinar as printed with --json. Times are UTC; resources are the printed lines.
type webinarView struct {
	ID              string             `json:"id"`
	Title           string             `json:"title"`
	Project         string             `json:"project"`
	ProjectTitle    string             `json:"project_title"`
	Start           string             `json:"start"`
	End             string             `json:"end"`
	ActualStart     string             `json:"actual_start"`
	ActualEnd       string             `json:"actual_end"`
	Zone            string             `json:"zone"`
	ZoneWords       string             `json:"zone_words"`
	DurationMinutes int                `json:"duration_minutes"`
	Language        string             `json:"language"`
	Interpretation  []string           `json:"interpretation"`
	Speakers        []webinar.Speaker  `json:"speakers"`
	Background      []string           `json:"background"`
	Objectives      []string           `json:"objectives"`
	ExpectedOutcome []string           `json:"expected_outcomes"`
	Participants    []string           `json:"participants"`
	Audience        []string           `json:"audience"`
	Resources       []string           `json:"resources"`
	ResourceDetails []webinar.Resource `json:"resource_details"`
	Activities      []string           `json:"activities"`
	Capacity        int                `json:"capacity"`
	Limit           int                `json:"limit"`
	WebsiteOnly     bool               `json:"website_only"`
	ConfirmDays     int                `json:"confirmation_days"`
	Result          int                `json:"result"`
	ResultGroups    []string           `json:"result_groups"`
	WebReference    string             `json:"web_reference"`
	Rule            string             `json:"rule"`
	ActivityType    string             `json:"activity_type"`
	State           string             `json:"state"`
	StateReason     string             `json:"state_reason"`
	Version         int                `json:"version"`
	Sources         map[string]string  `json:"sources"`
	Problems        []webinar.Problem  `json:"problems"`
}

func viewWebinar(w webinar.Webinar) webinarView {
	o := w.Outline
	v := webinarView{
		ID: w.ID, Title: o.Title, Project: w.Project, ProjectTitle: o.ProjectTitle, Start: utc(o.Start), End: utc(o.End),
		ActualStart: utc(w.ActualStart), ActualEnd: utc(w.ActualEnd), Zone: o.Zone, ZoneWords: o.ZoneWords,
		DurationMinutes: o.DurationMinutes, Language: o.Language, Interpretation: list(o.Interpretation), Speakers: list(o.Speakers),
		Background: list(o.Background), Objectives: list(o.Objectives), ExpectedOutcome: list(o.ExpectedOutcomes),
		Participants: list(o.Participants), Audience: list(o.Audience), Resources: []string{}, ResourceDetails: list(o.Resources),
		Activities: list(o.Activities), Capacity: o.Capacity, Limit: w.Limit, WebsiteOnly: o.WebsiteOnly, ConfirmDays: o.ConfirmationDays,
		Result: o.Result, ResultGroups: list(o.ResultGroups), WebReference: o.WebReference, Rule: w.Rule, ActivityType: w.ActivityType,
		State: string(w.State), StateReason: w.StateReason, Version: w.Version, Sources: o.Sources, Problems: list(o.Problems),
	}
	for _, r := range o.Resources {
		v.Resources = append(v.Resources, r.Source)
	}
	return v
}

// list makes an empty list of none: JSON readers expect [].
func list[T any](in []T) []T {
	if in == nil {
		return []T{}
	}
	return in
}

func utc(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

func printWebinar(out io.Writer, w webinar.Webinar) {
	v := viewWebinar(w)
	row := func(label, value string) {
		if value != "" {
			fmt.Fprintf(out, "%-12s %s\n", label, value)
		}
	}
	row("id", v.ID)
	row("title", v.Title)
	row("project", v.Project)
	row("start", v.Start+" ("+v.Zone+")")
	row("duration", fmt.Sprintf("%d minutes", v.DurationMinutes))
	row("capacity", fmt.Sprint(v.Capacity))
	row("result", fmt.Sprint(v.Result))
	row("rule", v.Rule)
	row("state", v.State)
	for _, sp := range v.Speakers {
		row("speaker", strings.Join([]string{sp.Name, sp.Role, sp.Organisation}, "; "))
	}
	printProblems(out, w)
}

// maxQuoted is how many letters of an outline's text are quoted with a problem.
const maxQuoted = 120

func printProblems(out io.Writer, w webinar.Webinar) {
	for _, p := range w.Outline.Problems {
		fmt.Fprintf(out, "%-12s %s: %s\n", "look at", p.Field, p.Message)
		if line, _, _ := strings.Cut(p.Source, "\n"); line != "" {
			if letters := []rune(line); len(letters) > maxQuoted {
				line = string(letters[:maxQuoted]) + "…"
			}
			fmt.Fprintf(out, "%-12s “%s”\n", "", line)
		}
	}
}
