package report

import (
	"strconv"

	"rapporteur/internal/registration"
)

func init() { register(section{"registration", "Registration", 50, registrations}) }

// states in printed order, with their words.
var states = []struct {
	state registration.State
	title string
}{
	{registration.Confirmed, "Confirmed"},
	{registration.Waiting, "Waiting list"},
	{registration.Submitted, "Submitted, not yet decided"},
	{registration.Declined, "Declined"},
	{registration.Withdrawn, "Withdrawn"},
	{registration.Duplicate, "Duplicates"},
	{registration.Barred, "Barred"},
}

var channels = []struct {
	channel registration.Channel
	title   string
}{
	{registration.Website, "Website"}, {registration.Email, "E-mail"}, {registration.Phone, "Phone"},
	{registration.Other, "Other"}, {"", "Unknown"},
}

func registrations(w *writer) {
	if len(w.Standings) == 0 {
		return
	}
	n := w.Table.Totals
	w.say(count(n.Submissions, "submission", "submissions")+" "+was(n.Submissions)+" received from "+count(n.Persons, "person", "persons")+".",
		w.capacityUse())
	cells := map[registration.State]map[registration.Channel]int{}
	byChannel := map[registration.Channel]int{}
	for _, s := range w.Standings {
		if cells[s.State] == nil {
			cells[s.State] = map[registration.Channel]int{}
		}
		cells[s.State][s.Channel]++
		byChannel[s.Channel]++
	}
	var columns []string
	for _, c := range channels {
		if byChannel[c.channel] > 0 {
			columns = append(columns, c.title)
		}
	}
	g := newGrid("registration_states", "Submissions by state and channel", "State", append(columns, "Total")...)
	row := func(title string, values map[registration.Channel]int, total bool) {
		var line []any
		sum := 0
		for _, c := range channels {
			if byChannel[c.channel] > 0 {
				line = append(line, values[c.channel])
				sum += values[c.channel]
			}
		}
		if line = append(line, sum); total {
			g.total(title, line...)
		} else {
			g.row(title, line...)
		}
	}
	for _, s := range states {
		if len(cells[s.state]) > 0 {
			row(s.title, cells[s.state], false)
		}
	}
	row("All submissions", byChannel, true)
	if n.Barred > 0 {
		g.note("Barred: not submitted through the website, or the rules of engagement not accepted. Such a registration cannot be confirmed.")
	}
	w.table(g.table)
}

func (w *writer) capacityUse() string {
	seats := w.Webinar.Seats()
	if seats == 0 {
		return ""
	}
	return strconv.Itoa(w.Table.Totals.Confirmed) + " of " + count(seats, "seat", "seats") + " " + was(w.Table.Totals.Confirmed) + " confirmed."
}
