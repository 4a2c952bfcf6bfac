package workflow

import (
	"context"
	"testing"

	"rapporteur/internal/sample"
)

// TestAnImportCanBeEndedAtAnyStep: what is ended leaves the webinar at its version and the register sound, and the same
// plan can still be committed; the rows that are told are the rows there are.
func TestAnImportCanBeEndedAtAnyStep(t *testing.T) {
	desk, id := job(t)
	files := uploads(sample.Attendance())
	before, err := desk.Webinar(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	unchanged := func(step string, err error) {
		t.Helper()
		now, bad := desk.Webinar(t.Context(), id)
		found, failed := desk.Check(t.Context())
		if err == nil || bad != nil || failed != nil || now.Version != before.Version || len(found.Findings) > 0 {
			t.Errorf("ended at %q: %v, version %d after %d, %+v %v", step, err, now.Version, before.Version, found, failed)
		}
	}
	// endAt is a watcher that ends the work in the middle of a step.
	endAt := func(step Step) (context.Context, Progress, *bool) {
		ctx, stop := context.WithCancel(t.Context())
		t.Cleanup(stop)
		reached := false
		return ctx, func(now Step, done, total int) {
			if now == step && done >= total/2 {
				reached = true
				stop()
			}
		}, &reached
	}
	for _, step := range []Step{stepOpening, stepRecognising, stepReading, stepComparing, stepForeseeing, stepMatching} {
		ctx, watch, reached := endAt(step)
		_, err := desk.Telling(watch).PlanImport(ctx, id, files, ImportOptions{})
		if unchanged(step.Says, err); !*reached {
			t.Errorf("planning never was at %q", step)
		}
	}
	plan, err := desk.PlanImport(t.Context(), id, files, ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for _, step := range []Step{stepWriting, stepSaving} {
		ctx, watch, reached := endAt(step)
		err := desk.Telling(watch).CommitImport(ctx, plan)
		if unchanged(step.Says, err); !*reached {
			t.Errorf("committing never was at %q", step)
		}
	}
	last, most := 0, 0
	count := func(step Step, done, total int) {
		if step == stepWriting {
			if done < last || done > total {
				t.Errorf("%d of %d after %d", done, total, last)
			}
			last, most = done, total
		}
	}
	if err := desk.Telling(count).CommitImport(t.Context(), plan); err != nil {
		t.Fatal(err)
	}
	rows := 0
	for _, r := range plan.attendance.readings {
		rows += len(r.Records)
	}
	if last != rows || most != rows {
		t.Errorf("told %d of %d, there are %d", last, most, rows)
	}
}
