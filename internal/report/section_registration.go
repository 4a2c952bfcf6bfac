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
	{registration.Other, "Other"}, {registration.Ended, "Cancelled"}, {"", "Unknown"},
}

func registrations(w *writer) {
	if len(w.Standings) == 0 {
		return
	}
	n := w.Table.Totals
	from := " received from " + count(n.Persons, "person", "persons")
	if n.Further > 0 {
		from += "; " + count(n.Further, "is a further submission of the same person", "are further submissions of the same persons")
	}
	w.say(count(n.Submissions, "submission", "submissions")+" "+was(n.Submissions)+from+".",
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
		g.note("Barred, and never confirmed: " + w.barred() + ".")
	}
	if n.Duplicates > 0 {
		g.note("Duplicates: further submissions of a person who is counted once.")
	}
	w.table(g.table)
}

// barred says why registrations were barred.
func (w *writer) barred() string {
	elsewhere, ended, refused := 0, 0, 0
	for _, s := range w.Standings {
		switch {
		case s.State != registration.Barred:
		case s.Channel == registration.Website:
			refused++
		case s.Channel == registration.Ended:
			ended++
		default:
			elsewhere++
		}
	}
	return join(nonEmpty([]string{counted(elsewhere, "submission that did not come through the website", "submissions that did not come through the website"),
		counted(ended, "submission that the platform lists as cancelled or refused", "submissions that the platform lists as cancelled or refused"),
		counted(refused, "without acceptance of the rules of engagement", "without acceptance of the rules of engagement")}))
}

// capacityUse says how many of the seats were given.
func (w *writer) capacityUse() string {
	n, seats := w.Table.Totals, w.Webinar.Seats()
	text := strconv.Itoa(n.Confirmed)
	if seats > 0 {
		text += " of " + count(seats, "seat", "seats")
	}
	text += " " + was(n.Confirmed) + " confirmed"
	if n.Waiting > 0 {
		text += "; " + count(n.Waiting, "person is", "persons are") + " on the waiting list"
	}
	return text + "."
}
