package chart

import (
	"fmt"
	"strconv"
	"strings"

	"rapporteur/internal/breakdown"
	"rapporteur/internal/document"
)

// figure is a number with its name; the share is of the figure named by of, and empty where none is printed.
type figure struct {
	name  string
	value int
	share string
	of    string
	total string // its name among the totals
}

// funnel shows how many of the registered were confirmed, joined and attended. Joined and attended are those of the
// confirmed alone, so that each step is a part of the one before; who attended besides is said in the note and in Alt.
func funnel(t breakdown.Table, _ Options) Chart {
	n := t.Totals
	steps := []figure{
		{name: "Registered", value: n.Persons, total: "persons"},
		{name: "Confirmed", value: n.Confirmed, share: breakdown.Rate(n.Confirmed, n.Persons), of: "registered", total: "confirmed"},
		{name: "Joined", value: n.JoinedConfirmed, share: breakdown.Rate(n.JoinedConfirmed, n.Confirmed), of: "confirmed", total: "joined_confirmed"},
		{name: "Attended", value: n.AttendedConfirmed, share: breakdown.Rate(n.AttendedConfirmed, n.Confirmed), of: "confirmed", total: "attended_confirmed"},
	}
	submissions := count(n.Submissions, "submission", "submissions")
	plot := lying{note: besideNote(n), lines: 2, top: n.Persons, room: 170}
	var bars []one
	for i, s := range steps {
		label := bracket(strconv.Itoa(s.value), s.phrase())
		if i == 0 {
			label = bracket(label, submissions)
		}
		plot.names = append(plot.names, s.name)
		plot.top = max(plot.top, s.value)
		bars = append(bars, one{s.value, label, accent})
	}
	bar := plot.bar()
	single(bar, "Persons", bars)
	const title = "From registration to attendance"
	return Chart{
		ID: Funnel, Title: title, Width: width, Height: 200,
		Finding: came(n),
		Option:  option(bar, house{}),
		Alt: fmt.Sprintf("%s registered in %s; %s confirmed%s. Of the confirmed, %d joined and %d attended%s. "+
			"Attended beside them: %s. In all, %s attended.",
			count(n.Persons, "person", "persons"), submissions,
			count(n.Confirmed, "was", "were"), clause(steps[1]), n.JoinedConfirmed, n.AttendedConfirmed, clause(steps[3]),
			besides(n), count(n.Attended, "participant", "participants")),
		Table: funnelTable(title, n, steps),
	}
}

func funnelTable(title string, n breakdown.Totals, steps []figure) document.Table {
	t := sheet(Funnel, title, document.Column{Title: "Step"}, number("Persons"), number("Share"))
	for _, s := range steps {
		add(&t, s.name, counted{s.value, s.total}, strings.TrimSpace(s.share+" "+s.base()))
	}
	add(&t, "Attended: registered, not confirmed", counted{n.AttendedRegistered, "attended_registered"}, "")
	add(&t, "Attended: walk-ins", counted{n.WalkIns, "walk_ins"}, "")
	add(&t, "Attended: match still open", counted{n.Open, "open"}, "")
	add(&t, "Attended, all", counted{n.Attended, "attended"}, "")
	t.Notes = []string{
		"Registered: " + count(n.Submissions, "submission", "submissions") + " by " + count(n.Persons, "person", "persons") + ".",
		"Joined and attended in the first rows: of the confirmed only.",
	}
	return t
}

// base says what the share is of; "n/a" is of nothing.
func (f figure) base() string {
	if f.share == "" || f.share == "n/a" {
		return ""
	}
	return "of " + f.of
}

// phrase is the share with its base, "" where there is none.
func (f figure) phrase() string {
	if f.base() == "" {
		return ""
	}
	return f.share + " " + f.base()
}

// clause is the share as a part of a sentence.
func clause(f figure) string { return bracket("", f.phrase()) }

// besides names who attended without being confirmed, as a part of a sentence.
func besides(n breakdown.Totals) string {
	var parts []string
	if n.AttendedRegistered > 0 {
		parts = append(parts, fmt.Sprintf("%d registered but not confirmed", n.AttendedRegistered))
	}
	if n.WalkIns > 0 {
		parts = append(parts, count(n.WalkIns, "walk-in", "walk-ins"))
	}
	if n.Open > 0 {
		parts = append(parts, fmt.Sprintf("%d whose match is still open", n.Open))
	}
	if len(parts) == 0 {
		return "nobody"
	}
	return join(parts)
}

// besideNote is what stands over the bars, since they show the confirmed only.
func besideNote(n breakdown.Totals) string {
	if n.Persons+n.Attended == 0 {
		return "Nobody registered, nobody attended."
	}
	return "Joined and attended: of the confirmed.\nAttended beside them: " + besides(n) + "."
}
