package workflow

import (
	"context"
	"time"

	"rapporteur/internal/change"
	"rapporteur/internal/store"
	"rapporteur/internal/webinar"
)

// Hold says of a webinar on which the work has ended, closed or cancelled, by which change it did, and what of the work is
// refused until it is taken up again. Back is the state that it can be taken back to, "" when it stays as it is: a final
// report names its figures.
type Hold struct {
	State   string        `json:"state" enum:"closed,cancelled"`
	Since   string        `json:"since" doc:"UTC"`
	Who     string        `json:"who"`
	Why     string        `json:"why"`
	Change  string        `json:"change" doc:"id of the change"`
	Refused []change.Kind `json:"refused" doc:"kinds of change that are refused now"`
	Back    string        `json:"back" enum:",held,planned"`
}

// Hold gives what holds a webinar; nil for one that is worked on.
func (d *Desk) Hold(ctx context.Context, webinarID string) (*Hold, error) {
	var h *Hold
	err := d.store.View(ctx, func(r store.Reads) error {
		w, err := r.Webinar(ctx, webinarID)
		if err != nil || w.State != webinar.Closed && w.State != webinar.Cancelled {
			return err
		}
		since, err := r.StateSince(ctx, w.ID)
		if err != nil {
			return err
		}
		h = &Hold{State: string(w.State), Since: since.At.Format(time.RFC3339), Who: since.Who, Why: since.Why, Change: since.ID,
			Refused: []change.Kind{}}
		if w.State == webinar.Cancelled {
			h.Back = string(webinar.Planned)
			return nil
		}
		h.Refused = change.NotAfterClosing()
		live, err := r.LiveChanges(ctx, w.ID)
		if _, ok := change.Reopening(live); ok {
			h.Back = string(webinar.Held)
		}
		return err
	})
	return h, err
}

// ReopenWebinar takes back the closing of a webinar; the report's texts that were written since stay. Faults: not-found,
// conflict, barred (it is not closed, or a final report was issued since).
func (d *Desk) ReopenWebinar(ctx context.Context, id, why string) (webinar.Webinar, error) {
	w, err := d.store.Webinar(ctx, id)
	if err != nil {
		return w, err
	}
	expect := w.Version
	if d.seen > 0 {
		expect = d.seen
	}
	if err := d.store.Reopen(ctx, w.ID, expect, d.who, why); err != nil {
		return w, err
	}
	return d.store.Webinar(ctx, w.ID)
}

// ended takes the waiting out of the stages of a webinar on which the work has ended: what was not done is named, and
// waits for nobody. The report of a closed webinar can still be written and finalised.
func ended(stages []Stage, state webinar.State) []Stage {
	if state != webinar.Closed && state != webinar.Cancelled {
		return stages
	}
	for i, s := range stages {
		if s.State != "done" && (state == webinar.Cancelled || s.Step != StepReport || s.State != "ready") {
			stages[i].State = "ended"
		}
	}
	return stages
}
