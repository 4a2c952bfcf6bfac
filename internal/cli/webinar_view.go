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

// heldWebinar is a webinar with what holds it, when it is closed or cancelled.
type heldWebinar struct {
	workflow.WebinarView
	Hold *workflow.Hold `json:"hold,omitempty"`
}

// printHold says since when a webinar is closed or cancelled, and whether it can be taken up again.
func printHold(out io.Writer, h *workflow.Hold) {
	if h == nil {
		return
	}
	fmt.Fprintf(out, "%-12s since %s, by %s", h.State, h.Since, h.Who)
	if h.Why != "" {
		fmt.Fprintf(out, ": %s", h.Why)
	}
	fmt.Fprintln(out)
	switch {
	case h.Back == "":
		fmt.Fprintln(out, "A final report was issued after the closing: it stands.")
	case h.State == string(webinar.Closed):
		fmt.Fprintln(out, "To take the closing back: webinar reopen ID")
	}
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
