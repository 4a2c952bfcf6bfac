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

// facts are the main figures, also the first sheet of the annex. What is not known yet is left out.
func (w *writer) facts() []document.Fact {
	o := w.Webinar.Outline
	var list []document.Fact
	add := func(label, value string) {
		if value != "" {
			list = append(list, document.Fact{Label: label, Value: w.print(value)})
		}
	}
	add("Date and time", w.when())
	start, end := w.Webinar.Window()
	if w.moved() {
		add("Held", span(start, end, w.zone))
	}
	add("In UTC", clock(start, end))
	add("Duration", w.duration())
	add("Platform", join(w.platformNames()))
	add("Language", languageName(o.Language))
	add("Interpretation", interpretation(o.Language, o.Interpretation))
	add("Speakers", strconv.Itoa(len(o.Speakers)))
	if o.Capacity > 0 {
		add("Capacity", strconv.Itoa(o.Capacity))
	}
	if n := w.Table.Totals; n.Submissions > 0 {
		add("Registered persons", strconv.Itoa(n.Persons)+" ("+count(n.Submissions, "submission", "submissions")+")")
		add("Confirmed", strconv.Itoa(n.Confirmed))
	}
	if w.attendanceKnown() {
		w.attendanceFacts(add)
	}
	return list
}

func (w *writer) attendanceFacts(add func(label, value string)) {
	n := w.Table.Totals
	add("Joined", strconv.Itoa(n.Joined))
	rule := "present for at least " + ruleWords(w.Table.Rule)
	if n.AttendedDeclared > 0 {
		rule += ", or declared by a list"
	}
	add("Attended ("+rule+")", strconv.Itoa(n.Attended))
	if n.Confirmed > 0 {
		add("Attendance rate of the confirmed", rate(n.AttendedConfirmed, n.Confirmed))
	}
	if n.Attended == 0 {
		return
	}
	add("Attended, of the target groups", rate(w.target(), n.Attended))
	add("Project countries/area reached", strconv.Itoa(w.reached())+" of "+strconv.Itoa(len(projectCodes())))
	add("Institutions attending", strconv.Itoa(len(w.institutions())))
	add("Attended, by sex", w.sexes())
}

// attendanceKnown tells whether any file says who was there. Without one, nobody is said to have stayed away.
func (w *writer) attendanceKnown() bool { return len(w.Members) > 0 }

// moved tells whether the officer entered another start or end than the outline's.
func (w *writer) moved() bool {
	start, end := w.Webinar.Window()
	return !start.Equal(w.Webinar.Outline.Start) || !end.Equal(w.Webinar.Outline.End)
}

// duration is the length of the window, with the planned one where it was another.
func (w *writer) duration() string {
	text := minutesOf(w.Table.Window.Seconds)
	planned := int(w.Webinar.Outline.End.Sub(w.Webinar.Outline.Start).Seconds())
	if planned > 0 && planned != w.Table.Window.Seconds {
		text += " (planned: " + minutesOf(planned) + ")"
	}
	return text
}

// rate prints a share of a base that is not nought, with the base; below the smallest base the numbers alone.
func rate(part, base int) string {
	of := strconv.Itoa(part) + " of " + strconv.Itoa(base)
	if text := breakdown.Rate(part, base); text != "" {
		return text + " (" + of + ")"
	}
	return of
}

// sexes names the women and men among those who attended, and those who did not say.
func (w *writer) sexes() string {
	women, men, other, none := w.bySex()
	return strings.Join(nonEmpty([]string{count(women, "woman", "women"), count(men, "man", "men"),
		counted(other, "other", "other"), strconv.Itoa(none) + " not stated"}), ", ")
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
