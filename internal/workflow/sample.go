package workflow

import (
	"context"

	"rapporteur/internal/change"
	"rapporteur/internal/fault"
	"rapporteur/internal/sample"
	"rapporteur/internal/store"
	"rapporteur/internal/webinar"
)

// NewSample does the whole job on the sample webinar up to the report and marks the webinar as a sample. say is told
// each step.
func (d *Desk) NewSample(ctx context.Context, say func(string)) (webinar.Webinar, error) {
	say("reading the outline")
	w, err := d.newWebinar(ctx, Upload{Name: "outline-sample.txt", Data: sample.Outline()}, true)
	if err != nil {
		return w, err
	}
	say("importing the registrations")
	registrations, err := d.PlanRegistrations(ctx, w.ID, uploads(sample.Registrations()), ImportOptions{})
	if err != nil {
		return w, err
	}
	if err := d.CommitRegistrations(ctx, registrations); err != nil {
		return w, err
	}
	if _, err := d.Confirm(ctx, w.ID, nil, ""); err != nil {
		return w, err
	}
	say("importing the attendance")
	attended, err := d.PlanAttendance(ctx, w.ID, uploads(sample.Attendance()), ImportOptions{})
	if err != nil {
		return w, err
	}
	if err := d.CommitAttendance(ctx, attended); err != nil {
		return w, err
	}
	say("matching")
	for _, x := range sample.Decisions() {
		if err := d.Decide(ctx, w.ID, x.Attendee, x.Registration, x.Why); err != nil {
			return w, err
		}
	}
	return d.MoveWebinar(ctx, w.ID, webinar.Held, "")
}

// RemoveSample takes a sample webinar out of the lists. Its facts are of invented people and stay.
func (d *Desk) RemoveSample(ctx context.Context, id string) error {
	w, err := d.store.Webinar(ctx, id)
	if err != nil {
		return err
	}
	if !w.Sample {
		return fault.New(fault.Barred, "Only a sample webinar can be removed.", "Cancel the webinar if it will not take place.")
	}
	expect := w.Version
	w.Removed = true
	_, err = d.do(ctx, d.change(change.SampleRemove, w.ID, "sample removed"), expect, func(tx *store.Tx) error {
		_, err := tx.SaveWebinar(w)
		return err
	})
	return err
}
