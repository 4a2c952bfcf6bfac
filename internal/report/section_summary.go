package report

import "strconv"

func init() { register(section{"summary", "Executive summary", 20, summary}) }

func summary(w *writer) {
	n, o := w.Table.Totals, w.Webinar.Outline
	w.say(count(n.Persons, "person", "persons")+" registered for the webinar and "+strconv.Itoa(n.Confirmed)+" "+was(n.Confirmed)+" confirmed.",
		count(n.Joined, "participant", "participants")+" joined, and "+strconv.Itoa(n.Attended)+" attended under the rule of "+
			w.Table.Rule+" of the window of "+count(w.Table.Window.Seconds/60, "minute", "minutes")+".")
	parts := []string{}
	if reached := w.reached(); reached > 0 {
		parts = append(parts, "They came from "+strconv.Itoa(reached)+" of the "+strconv.Itoa(len(projectCodes()))+" project countries/area"+
			" and from "+count(len(w.institutions()), "institution", "institutions")+".")
	}
	if o.Result > 0 {
		parts = append(parts, "The webinar contributes to Result "+strconv.Itoa(o.Result)+" of the project.")
	}
	w.say(parts...)
	if open := n.JoinedOpen; open > 0 {
		w.say(count(open, "participant", "participants")+" could not be matched to a registration with certainty yet;",
			"their sector, country/area and sex count as unknown.")
	}
}
