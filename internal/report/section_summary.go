package report

import (
	"strconv"

	"rapporteur/internal/sector"
	"rapporteur/internal/webinar"
)

func init() { register(section{"summary", "Executive summary", 20, summary}) }

func summary(w *writer) {
	n, o := w.Table.Totals, w.Webinar.Outline
	w.say(w.held())
	if n.Submissions > 0 {
		w.say(count(n.Persons, "person", "persons")+" registered and "+strconv.Itoa(n.Confirmed)+" "+was(n.Confirmed)+" confirmed.", w.attendance())
	} else {
		w.say(w.attendance())
	}
	if n.Attended > 0 {
		w.say(w.origin(), w.audience(), w.women())
	}
	if o.Result > 0 {
		contributes := "contributes"
		if w.calledOff() {
			contributes = "was to contribute"
		}
		w.say("The webinar "+contributes+" to Result "+strconv.Itoa(o.Result)+" of the project.", w.groupsReached())
	}
	if open := n.JoinedOpen; open > 0 {
		w.say(count(open, "participant", "participants")+" could not be matched to a registration with certainty yet;",
			"their sector, country/area and sex count as unknown.")
	}
}

// calledOff tells whether the webinar was not held.
func (w *writer) calledOff() bool {
	return w.Webinar.State == webinar.Cancelled || w.Webinar.State == webinar.Postponed
}

// held says what became of the webinar, and when.
func (w *writer) held() string {
	start, end := w.Webinar.Window()
	switch w.Webinar.State {
	case webinar.Cancelled:
		return sentence("The webinar planned for " + day(w.Webinar.Outline.Start, w.zone) + " was cancelled")
	case webinar.Postponed:
		return sentence("The webinar planned for " + day(w.Webinar.Outline.Start, w.zone) + " was postponed")
	}
	if start.IsZero() {
		return ""
	}
	text := "The webinar was held on " + span(start, end, w.zone)
	if names := w.platformNames(); len(names) > 0 {
		text += ", on " + join(names)
	}
	return sentence(text)
}

// attendance is the main figure, or that there is none yet.
func (w *writer) attendance() string {
	n := w.Table.Totals
	if !w.attendanceKnown() {
		return "No attendance file has been imported yet, so that it is not known who joined."
	}
	text := count(n.Joined, "participant", "participants") + " joined, and " + strconv.Itoa(n.Attended) + " attended at least " +
		ruleWords(w.Table.Rule) + " of the webinar's " + minutesOf(w.Table.Window.Seconds)
	if n.Confirmed > 0 && n.Attended > 0 {
		text += ", " + strconv.Itoa(n.AttendedConfirmed) + " of them confirmed"
	}
	return text + "."
}

// origin says where those who attended came from.
func (w *writer) origin() string {
	places := nonEmpty([]string{w.fromReached(), counted(len(w.institutions()), "institution", "institutions")})
	if len(places) == 0 {
		return ""
	}
	who := "They"
	if w.Table.Totals.Attended == 1 {
		who = "The participant"
	}
	return who + " came from " + join(places) + "."
}

// women says how many women and men attended, as they declared.
func (w *writer) women() string {
	women, men, other, none := w.bySex()
	if women+men+other == 0 {
		return "None of the " + count(none, "participant", "participants") + " who attended stated their sex."
	}
	text := join(nonEmpty([]string{count(women, "woman", "women"), count(men, "man", "men"), counted(other, "person of another sex", "persons of another sex")})) + " attended"
	if none > 0 {
		text += "; the sex of " + strconv.Itoa(none) + " is not stated"
	}
	return text + "."
}

// groupsReached counts those from the groups that the Result names.
func (w *writer) groupsReached() string {
	if !w.namesGroups() || w.Table.Totals.Attended == 0 {
		return ""
	}
	cells, sums := w.coverage()
	all := 0
	var parts []string
	for _, g := range sector.ResultGroups() {
		all += sums[string(g)]
		parts = append(parts, strconv.Itoa(sums[string(g)])+" from "+lower(g.Title()))
	}
	if all == 0 {
		return "Nobody from the groups that the Result names attended."
	}
	return count(all, "participant", "participants") + " of the groups that the Result names attended: " + join(parts) + ". " + w.allFourSentence(cells)
}
