package webinar

import (
	"slices"
	"strings"

	"rapporteur/internal/fault"
)

// transitions lists where each state may go. Only what was held has figures to close on; a closed webinar stays closed; a
// cancelled one may be planned again.
var transitions = map[State][]State{
	"":        {Planned},
	Planned:   {Postponed, Held, Cancelled},
	Postponed: {Planned, Held, Cancelled},
	Held:      {Planned, Closed},
	Cancelled: {Planned},
}

// Moves are the states that one in this state can be taken to, in the order of a webinar's life.
func (s State) Moves() []State { return slices.Clone(transitions[s]) }

// TookPlace tells whether the officer said that the webinar was held.
func (s State) TookPlace() bool { return s == Held || s == Closed }

// ErrClosed refuses work on a webinar whose figures are frozen.
var ErrClosed = fault.New(fault.Barred, "The webinar is closed: its figures are frozen, and nothing that would change them is taken any more.",
	"Reopen it first: that takes the closing back and keeps the report's texts. Once a final report is issued the closing stands.")

// MoveTo changes the webinar's state. Postponing and cancelling need a reason: the donor's report asks for it. The
// error is a fault: invalid for an unknown state or a missing reason, barred for a step that the life of a webinar
// does not know.
func (w *Webinar) MoveTo(state State, reason string) error {
	reason = strings.TrimSpace(reason)
	switch state {
	case Planned, Postponed, Held, Cancelled, Closed:
	default:
		return fault.New(fault.Invalid, "This is no state of a webinar.", "Use planned, postponed, held, cancelled or closed.")
	}
	if state == w.State {
		return fault.Newf(fault.Barred, "Nothing needs to be done.", "The webinar is %s already.", state)
	}
	switch {
	case slices.Contains(transitions[w.State], state):
	case state == Closed:
		return fault.Newf(fault.Barred, "Mark it as held first; one that did not take place has no figures to close on.",
			"A %s webinar cannot be closed.", w.State)
	default:
		return fault.Newf(fault.Barred, "A closed webinar keeps its figures; enter the event as a new webinar if it takes place again.",
			"A %s webinar cannot become %s.", w.State, state)
	}
	if reason == "" && (state == Postponed || state == Cancelled) {
		return fault.Newf(fault.Invalid, "Give the reason; the report to the donor names it.", "A webinar is %s for a reason, and none was given.", state)
	}
	w.State, w.StateReason = state, reason
	return nil
}
