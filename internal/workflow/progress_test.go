package workflow

import (
	"context"
	"slices"
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
	endAt := func(step string) (context.Context, Progress, *bool) {
		ctx, stop := context.WithCancel(t.Context())
		t.Cleanup(stop)
		reached := false
		return ctx, func(now string, done, total int) {
			if now == step && done >= total/2 {
				reached = true
				stop()
			}
		}, &reached
	}
	for _, step := range []string{stepOpening, stepReading, stepComparing, stepForeseeing} {
		ctx, watch, reached := endAt(step)
		_, err := desk.Telling(watch).PlanImport(ctx, id, files, ImportOptions{})
		if unchanged(step, err); !*reached {
			t.Errorf("planning never was at %q", step)
		}
	}
	plan, err := desk.PlanImport(t.Context(), id, files, ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for _, step := range []string{stepWriting, stepSaving} {
		ctx, watch, reached := endAt(step)
		err := desk.Telling(watch).CommitImport(ctx, plan)
		if unchanged(step, err); !*reached {
			t.Errorf("committing never was at %q", step)
		}
	}
	last, most := 0, 0
	count := func(step string, done, total int) {
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

// TestAPlanCountsItsRows: the steps of a plan that look at every row say how many they have looked at, up to all.
func TestAPlanCountsItsRows(t *testing.T) {
	desk, _ := job(t)
	w, err := desk.NewWebinar(t.Context(), Upload{Name: "o.txt", Data: sample.Outline()})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name  string
		file  Upload
		steps []string
	}{
		{"attendance", uploads(sample.Attendance())[0], []string{stepComparing}},
		{"registrations", uploads(sample.Registrations())[0], []string{stepReading, stepComparing, stepForeseeing}},
	} {
		told, totals := map[string][]int{}, map[string]int{}
		watch := func(step string, done, total int) {
			if total == 0 {
				return
			}
			if before, met := totals[step]; met && before != total || len(told[step]) > 0 && done < told[step][len(told[step])-1] {
				t.Errorf("%s: %q goes from %v of %d to %d of %d", c.name, step, told[step], before, done, total)
			}
			told[step], totals[step] = append(told[step], done), total
		}
		plan, err := desk.Telling(watch).PlanImport(t.Context(), w.ID, []Upload{c.file}, ImportOptions{})
		if err != nil {
			t.Fatal(err)
		}
		for _, step := range c.steps {
			counts, total := told[step], totals[step]
			if total < plan.Plan().New || len(counts) == 0 || counts[len(counts)-1] < total-1 || !slices.ContainsFunc(counts, func(n int) bool { return n > 0 && n < total }) {
				t.Errorf("%s: %q is told %d times, %d in all", c.name, step, len(counts), total)
			}
		}
	}
}
