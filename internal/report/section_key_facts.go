package report

import (
	"strconv"
	"strings"

	"rapporteur/internal/breakdown"
	"rapporteur/internal/document"
	"rapporteur/internal/participant"
)

func init() { register(section{"key_facts", "Key facts", 10, keyFacts}) }

func keyFacts(w *writer) {
	w.add(document.KeyFacts{Title: "The webinar at a glance", Facts: w.facts()})
}

// facts are the main figures, also the first sheet of the annex.
func (w *writer) facts() []document.Fact {
	o, n := w.Webinar.Outline, w.Table.Totals
	var list []document.Fact
	add := func(label, value string) {
		if value != "" {
			list = append(list, document.Fact{Label: label, Value: w.print(value)})
		}
	}
	add("Date and time", w.when())
	if !w.Webinar.ActualStart.IsZero() || !w.Webinar.ActualEnd.IsZero() {
		start, end := w.Webinar.Window()
		add("Held", span(start, end, w.zone))
	}
	add("Duration counted", strconv.Itoa(w.Table.Window.Seconds/60)+" minutes")
	add("Language", languages(o.Language, o.Interpretation))
	add("Speakers", strconv.Itoa(len(o.Speakers)))
	if o.Capacity > 0 {
		add("Capacity", strconv.Itoa(o.Capacity))
	}
	add("Registered", strconv.Itoa(n.Persons)+" persons, "+count(n.Submissions, "submission", "submissions"))
	add("Confirmed", strconv.Itoa(n.Confirmed))
	add("Joined", strconv.Itoa(n.Joined))
	add("Attended ("+w.Table.Rule+" of the window)", strconv.Itoa(n.Attended))
	add("Attendance rate of the confirmed", rate(n.AttendedConfirmed, n.Confirmed))
	add("Institutions attending", strconv.Itoa(len(w.institutions())))
	add("Project countries/area reached", strconv.Itoa(w.reached())+" of "+strconv.Itoa(len(projectCodes())))
	women, men, other, none := w.bySex()
	sexes := "women " + strconv.Itoa(women) + ", men " + strconv.Itoa(men)
	if other > 0 {
		sexes += ", other " + strconv.Itoa(other)
	}
	add("Attended, by sex", sexes+", not stated "+strconv.Itoa(none))
	return list
}

// rate prints a rate with its base.
func rate(part, base int) string {
	text := breakdown.Rate(part, base)
	of := strconv.Itoa(part) + " of " + strconv.Itoa(base)
	switch text {
	case "n/a":
		return text
	case "":
		return of
	}
	return text + " (" + of + ")"
}

func (w *writer) bySex() (women, men, other, none int) {
	for _, r := range w.Table.By(breakdown.BySex) {
		switch participant.Sex(r.Sex) {
		case participant.Women:
			women = r.Attended
		case participant.Men:
			men = r.Attended
		case participant.OtherSex:
			other = r.Attended
		default:
			none = r.Attended
		}
	}
	return women, men, other, none
}

// institutions are the organisations of those who attended, each once whatever its spelling, in alphabetical order.
func (w *writer) institutions() []string {
	shown := map[string]string{}
	for _, m := range w.Members {
		if !m.Attended || m.Standing == nil {
			continue
		}
		name := strings.Join(strings.Fields(m.Standing.Organisation), " ")
		key := participant.FoldKey(name)
		if key == "" {
			continue
		}
		if old, ok := shown[key]; !ok || name < old {
			shown[key] = name
		}
	}
	return sortedValues(shown)
}
