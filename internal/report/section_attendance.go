package report

import (
	"strconv"

	"rapporteur/internal/breakdown"
)

func init() { register(section{"attendance", "Attendance", 60, attended}) }

func attended(w *writer) {
	n := w.Table.Totals
	w.say("A participant attended when the time present in the window reached the rule of "+w.Table.Rule+".",
		"Time present is the union of all stays, in whole seconds, within the window.",
		"Of "+count(n.Attended, "participant", "participants")+" who attended, "+strconv.Itoa(n.AttendedConfirmed)+" had been confirmed, "+
			strconv.Itoa(n.AttendedRegistered)+" had registered without being confirmed, "+count(n.WalkIns, "was a walk-in", "were walk-ins")+
			" and "+count(n.Open, "is", "are")+" not matched yet.")
	w.chart("funnel")
	g := newGrid("funnel", "From registration to attendance", "Stage", "All", "Of the confirmed", "Share of the confirmed")
	g.row("Registered (persons)", n.Persons, "–", "")
	g.row("Confirmed", n.Confirmed, n.Confirmed, "")
	g.row("Joined", n.Joined, n.JoinedConfirmed, breakdown.Rate(n.JoinedConfirmed, n.Confirmed))
	g.row("Attended", n.Attended, n.AttendedConfirmed, breakdown.Rate(n.AttendedConfirmed, n.Confirmed))
	g.row("Short stay", n.Short, n.ShortConfirmed, breakdown.Rate(n.ShortConfirmed, n.Confirmed))
	g.row("No-show", "–", n.NoShows, breakdown.Rate(n.NoShows, n.Confirmed))
	g.note("Base of the shares: " + count(n.Confirmed, "confirmed registration", "confirmed registrations") + ".")
	w.table(g.table)
	if len(w.Members) > 0 {
		w.chart("concurrent")
	}
}
