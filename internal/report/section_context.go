package report

import (
	"strconv"
	"strings"

	"rapporteur/internal/webinar"
)

func init() { register(section{"context", "Context and Result", 30, context}) }

func context(w *writer) {
	o := w.Webinar.Outline
	w.say(w.underResult())
	w.say(w.deviation())
	if len(o.Objectives) > 0 {
		w.sub("Objectives")
		for _, p := range o.Objectives {
			w.say(p)
		}
	}
	if len(o.ExpectedOutcomes) > 0 {
		w.sub("Expected outcomes")
		w.list(o.ExpectedOutcomes)
	}
	if len(o.Activities) > 0 {
		w.sub("Related activities")
		for _, p := range o.Activities {
			w.say(p)
		}
	}
}

// underResult names the Result and quotes its text.
func (w *writer) underResult() string {
	n := w.Webinar.Outline.Result
	if n == 0 {
		return ""
	}
	verb := "was held"
	if w.calledOff() {
		verb = "was planned"
	}
	text := "The webinar " + verb + " under Result " + strconv.Itoa(n) + " of the project"
	if t := w.Project.ResultText(n); t != "" {
		text += ": " + t
	}
	return sentence(text)
}

// deviation says how the webinar differed from its plan, and why.
func (w *writer) deviation() string {
	var parts []string
	if start, end := w.Webinar.Window(); w.moved() && !w.Webinar.Outline.Start.IsZero() {
		parts = append(parts, sentence("It was planned for "+span(w.Webinar.Outline.Start, w.Webinar.Outline.End, w.zone)+" and held on "+span(start, end, w.zone)))
	}
	switch w.Webinar.State {
	case webinar.Cancelled:
		parts = append(parts, "The webinar was cancelled.")
	case webinar.Postponed:
		parts = append(parts, "The webinar was postponed.")
	}
	if reason := w.Webinar.StateReason; reason != "" {
		parts = append(parts, sentence("Reason for the change of plan: "+reason))
	}
	return strings.Join(parts, " ")
}
