package report

import "rapporteur/internal/breakdown"

func init() { register(section{"attendance", "Attendance", 60, attended}) }

func attended(w *writer) {
	if !w.attendanceKnown() {
		w.say("No attendance file has been imported yet. The figures of attendance follow with it; nothing is said of who joined or stayed away.")
		return
	}
	n := w.Table.Totals
	w.say("A participant attended when present for at least "+ruleWords(w.Table.Rule)+" of the webinar.",
		"Time present is the union of a person's stays between start and end of the webinar, in whole seconds.")
	w.say(w.declared())
	if n.Persons > 0 {
		w.chart("funnel")
	}
	if n.Submissions > 0 {
		w.table(w.funnelTable().table)
	}
	w.table(w.standingTable().table)
	w.chart("concurrent")
}

// declared says how many count by a list's word; "" when nobody does.
func (w *writer) declared() string {
	n := w.Table.Totals.AttendedDeclared
	if n == 0 {
		return ""
	}
	return "Of those who attended, " + count(n, "participant is declared by a list that says who was there and not how long: the participant counts as attended, whatever the time asked for.",
		"participants are declared by a list that says who was there and not how long: they count as attended, whatever the time asked for.")
}

// funnelTable follows the registered persons to attendance. Of the confirmed it takes the same subset at each stage.
func (w *writer) funnelTable() *grid {
	n := w.Table.Totals
	if n.Confirmed == 0 {
		g := newGrid("funnel", "From registration to attendance", "Stage", "Persons")
		g.row("Registered", n.Persons)
		g.row("Confirmed", n.Confirmed)
		g.row("Joined", n.Joined)
		g.row("Attended", n.Attended)
		g.row("Short stay", n.Short)
		return g
	}
	columns := []string{"All", "Of the confirmed", "Share of the confirmed"}
	if n.Confirmed < breakdown.MinBase {
		columns = columns[:2]
	}
	g := newGrid("funnel", "From registration to attendance", "Stage", columns...)
	row := func(label string, cells ...any) { g.row(label, cells[:len(columns)]...) }
	of := n.OfConfirmed()
	row("Registered persons", n.Persons, "–", "")
	row("Confirmed", n.Confirmed, n.Confirmed, "")
	row("Joined", n.Joined, n.JoinedConfirmed, of.Joined)
	row("Attended", n.Attended, n.AttendedConfirmed, of.Attended)
	row("Short stay", n.Short, n.ShortConfirmed, of.Short)
	row("No-show", "–", n.NoShows, of.NoShow)
	g.note("Short stay: joined, but present for less than the rule asks. No-show: confirmed, not joined. " + base(n.Confirmed))
	return g
}

// standingTable parts those who joined by their registration; its sum is every figure of attendance.
func (w *writer) standingTable() *grid {
	n := w.Table.Totals
	g := newGrid("standings", "Participants by registration", "Registration", "Joined", "Attended", "Short stay")
	row := func(label string, joined, attended int) {
		g.row(label, joined, attended, joined-attended)
	}
	row("Confirmed", n.JoinedConfirmed, n.AttendedConfirmed)
	row("Registered, not confirmed", n.JoinedRegistered, n.AttendedRegistered)
	row("Walk-in, without any registration", n.JoinedWalkIns, n.WalkIns)
	if n.JoinedOpen > 0 {
		row("Open, not matched yet", n.JoinedOpen, n.Open)
	}
	g.total("Participants", n.Joined, n.Attended, n.Short)
	return g
}
