package cli

import (
	"fmt"
	"io"
	"strings"

	"rapporteur/internal/webinar"
	"rapporteur/internal/workflow"
)

func printWebinar(out io.Writer, w webinar.Webinar) {
	v := workflow.ViewWebinar(w)
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
