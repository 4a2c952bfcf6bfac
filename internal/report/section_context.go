package report

import "strconv"

func init() { register(section{"context", "Context and Result", 30, context}) }

func context(w *writer) {
	o := w.Webinar.Outline
	if o.Result > 0 {
		text := "The webinar was held under Result " + strconv.Itoa(o.Result) + " of the project"
		if t := w.Project.ResultText(o.Result); t != "" {
			text += ": " + t
		}
		w.say(text + ".")
	}
	for _, p := range o.Objectives {
		w.say(p)
	}
	if len(o.ExpectedOutcomes) > 0 {
		w.sub("Expected outcomes")
		w.list(o.ExpectedOutcomes)
	}
	for _, p := range o.Activities {
		w.say(p)
	}
	if w.Webinar.StateReason != "" {
		w.say("Change of plan: " + w.Webinar.StateReason)
	}
}
