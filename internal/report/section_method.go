package report

import (
	"strconv"

	"rapporteur/internal/attendance"
)

func init() { register(section{"method", "Method and data quality", 110, method}) }

func method(w *writer) {
	n := w.Table.Totals
	w.say("Attendance comes from the webinar platform's own files. A person's stays are united, so that reconnects and second devices count once, and clipped to the window "+
		span(w.Table.Window.Start, w.Table.Window.End, w.zone)+".",
		"Participants were matched to registrations by e-mail address where the name does not contradict it, by their full name where it is unique, and otherwise by an officer.")
	g := newGrid("match_classes", "How participants were matched", "Class", "Joined")
	g.row("Automatic", n.Automatic)
	g.row("Decided by an officer", n.Decided)
	g.row("Open", n.JoinedOpen)
	g.row("Walk-in, without any registration", n.JoinedWalkIns)
	g.total("Participants", n.Joined)
	g.note("Beside these, and in none of the totals: " + count(n.Staff, "speaker or member of staff", "speakers and members of staff") +
		", " + count(n.Unidentified, "unidentified device, room or phone", "unidentified devices, rooms or phones") + ".")
	w.table(g.table)
	s := newGrid("sensitivity", "Attended under other rules", "Rule: share of the window", "Attended")
	for _, row := range w.Table.Sensitivity {
		s.row(row.Rule, row.Attended)
	}
	s.note("The rule of this report is " + w.Table.Rule + ".")
	w.table(s.table)
	c := newGrid("checks", "Reconciliation", "Identity", "Left", "Right", "Holds")
	for _, check := range w.Table.Checks {
		holds := "yes"
		if !check.OK {
			holds = "NO"
		}
		c.row(check.Name, check.Left, check.Right, holds)
	}
	w.table(c.table)
	w.quality()
}

// quality lists what a reader must know of the data.
func (w *writer) quality() {
	var items []string
	if k := len(w.Table.Contradictions); k > 0 {
		items = append(items, count(k, "person", "persons")+": organisation and title say another sector than the person declared; the declared one stands.")
	}
	totals, open := 0, 0
	for _, m := range w.Members {
		if !m.Counted {
			continue
		}
		onlyTotals, anyOpen := true, false
		for _, p := range m.Participant.Persons {
			onlyTotals = onlyTotals && p.TotalOnly
			anyOpen = anyOpen || hasOpen(p)
		}
		if onlyTotals {
			totals++
		}
		if anyOpen {
			open++
		}
	}
	if totals > 0 {
		items = append(items, count(totals, "participant", "participants")+": the file gives a total only, taken as the time present up to the length of the window.")
	}
	if open > 0 {
		items = append(items, count(open, "participant", "participants")+": a stay has no end in the file and was ended with the window.")
	}
	if w.Decisions > 0 {
		items = append(items, count(w.Decisions, "decision", "decisions")+" on matches "+was(w.Decisions)+" made by an officer; each is kept with the candidates that were shown.")
	}
	items = append(items, "Missing sex was not imputed: "+strconv.Itoa(w.notStated())+" of those who attended did not state it.")
	w.list(items)
}

func (w *writer) notStated() int {
	_, _, _, n := w.bySex()
	return n
}

func hasOpen(p attendance.Person) bool {
	for _, s := range p.Stays {
		if s.Open {
			return true
		}
	}
	return false
}
