package store

import (
	"context"
	"errors"
	"sync"
	"testing"

	"rapporteur/internal/change"
	"rapporteur/internal/fault"
	"rapporteur/internal/registration"
	"rapporteur/internal/webinar"
)

func TestVersionsGrowWithDoingAndUndoing(t *testing.T) {
	ctx, s := context.Background(), mustOpen(t, t.TempDir())
	id := newWebinar(t, s)
	version := func() int { return must[webinar.Webinar](t)(s.Webinar(ctx, id)).Version }
	equal(t, version(), 1)
	importRegistrations(t, s, id, "r.csv", people(0, 2))
	equal(t, version(), 2)
	must[change.Change](t)(s.Undo(ctx, id, "officer", "wrong file"))
	equal(t, version(), 3)
	equal(t, must[[]webinar.Webinar](t)(s.Webinars(ctx))[0].Version, 3)
	undos := must[[]Undone](t)(s.Undos(ctx, id))
	changes := must[[]change.Change](t)(s.Changes(ctx, id))
	if len(undos) != 1 || undos[0].Why != "wrong file" || undos[0].Change != changes[1].ID || !changes[1].Undone || changes[0].Undone {
		t.Errorf("%+v, %+v", undos, changes)
	}
	last, err := s.LastChange(ctx, id)
	if err != nil || !last.Equal(undos[0].At) {
		t.Errorf("last change %v, %v", last, err)
	}
}

func TestTwoOfficersCannotBothChangeTheSameVersion(t *testing.T) {
	ctx, s := context.Background(), mustOpen(t, t.TempDir())
	id := newWebinar(t, s)
	version := must[webinar.Webinar](t)(s.Webinar(ctx, id)).Version
	var both sync.WaitGroup
	failed := make(chan error, 2)
	for _, text := range []string{"one", "two"} {
		both.Go(func() {
			_, err := s.Do(ctx, change.Change{Webinar: id, Kind: change.ReportText, Who: text}, version, func(tx *Tx) error {
				return tx.SetText(id, text, text)
			})
			failed <- err
		})
	}
	both.Wait()
	a, b := <-failed, <-failed
	if (a == nil) == (b == nil) || !fault.Is(errors.Join(a, b), fault.Conflict) {
		t.Errorf("%v, %v", a, b)
	}
	if n := len(must[map[string]string](t)(s.Texts(ctx, id))); n != 1 {
		t.Errorf("%d texts", n)
	}
}

func TestAFailedChangeLeavesNothing(t *testing.T) {
	ctx, s := context.Background(), mustOpen(t, t.TempDir())
	id := newWebinar(t, s)
	before := dump(t, s, id)
	broken := errors.New("broken")
	c := change.Change{Webinar: id, Kind: change.RegistrationsImport, Who: "officer"}
	add := func(tx *Tx) {
		if _, _, err := tx.AddRegistrations(id, "", people(0, 100)); err != nil {
			t.Error(err)
		}
	}

	_, err := s.Do(ctx, c, -1, func(tx *Tx) error { add(tx); return broken })
	if !errors.Is(err, broken) || !fault.Is(err, fault.Internal) {
		t.Errorf("own error: %v", err)
	}

	_, err = s.Do(ctx, c, -1, func(tx *Tx) error { add(tx); return fault.New(fault.Barred, "No.", "") })
	if !fault.Is(err, fault.Barred) {
		t.Errorf("a fault: %v", err)
	}

	stopped, stop := context.WithCancel(ctx)
	_, err = s.Do(stopped, c, -1, func(tx *Tx) error { add(tx); stop(); return nil })
	if !fault.Is(err, Stopped) || !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}

	func() {
		defer func() {
			if recover() == nil {
				t.Error("the panic was swallowed")
			}
		}()
		_, _ = s.Do(ctx, c, -1, func(tx *Tx) error { add(tx); panic("defect") })
	}()

	equal(t, dump(t, s, id), before)
	importRegistrations(t, s, id, "r.csv", people(0, 1))
}

func TestChangesOfTheWrongWebinarAreRefused(t *testing.T) {
	ctx, s := context.Background(), mustOpen(t, t.TempDir())
	id := newWebinar(t, s)
	other := do(t, s, change.WebinarNew, "", func(tx *Tx) error {
		_, err := tx.NewWebinar(webinar.Webinar{State: webinar.Planned})
		return err
	}).Webinar
	before := dump(t, s, id)
	_, err := s.Do(ctx, change.Change{Webinar: "nothing", Kind: change.ReportText}, -1, func(tx *Tx) error { return nil })
	if !fault.Is(err, fault.NotFound) {
		t.Errorf("unknown webinar: %v", err)
	}
	for name, fn := range map[string]func(*Tx) error{
		"text":          func(tx *Tx) error { return tx.SetText(other, "a", "b") },
		"registrations": func(tx *Tx) error { _, _, err := tx.AddRegistrations(other, "", people(0, 1)); return err },
		"records":       func(tx *Tx) error { _, _, err := tx.AddRecords(other, "", stays(0, 1)); return err },
		"webinar":       func(tx *Tx) error { _, err := tx.SaveWebinar(webinar.Webinar{ID: other}); return err },
		"no key": func(tx *Tx) error {
			_, _, err := tx.AddRegistrations(id, "", []registration.Registration{{}})
			return err
		},
		"no source": func(tx *Tx) error { _, _, err := tx.AddRecords(id, "not imported", stays(0, 1)); return err },
	} {
		if _, err := s.Do(ctx, change.Change{Webinar: id, Kind: change.ReportText}, -1, fn); !fault.Is(err, fault.Internal) {
			t.Errorf("%s: %v", name, err)
		}
	}
	equal(t, dump(t, s, id), before)
}

func TestAViewSeesOneMoment(t *testing.T) {
	ctx, s := context.Background(), mustOpen(t, t.TempDir())
	id := newWebinar(t, s)
	err := s.View(ctx, func(r Reads) error {
		first := must[[]registration.Registration](t)(r.Registrations(ctx, id))
		importRegistrations(t, s, id, "r.csv", people(0, 5))
		second := must[[]registration.Registration](t)(r.Registrations(ctx, id))
		equal(t, second, first)
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	equal(t, len(must[[]registration.Registration](t)(s.Registrations(ctx, id))), 5)
}

func TestAChangeReadsItsOwnFacts(t *testing.T) {
	ctx, s := context.Background(), mustOpen(t, t.TempDir())
	id := newWebinar(t, s)
	do(t, s, change.RegistrationAdd, id, func(tx *Tx) error {
		if _, _, err := tx.AddRegistrations(id, "", people(0, 2)); err != nil {
			return err
		}
		equal(t, len(must[[]registration.Registration](t)(tx.Registrations(ctx, id))), 2)
		equal(t, len(must[[]registration.Registration](t)(s.Registrations(ctx, id))), 0)
		return nil
	})
}

// Once a webinar is closed, nothing that would change its figures is written, whoever asks; undo opens it again.
func TestAClosedWebinarTakesNoMoreFacts(t *testing.T) {
	ctx, s := context.Background(), mustOpen(t, t.TempDir())
	id := newWebinar(t, s)
	w := must[webinar.Webinar](t)(s.Webinar(ctx, id))
	w.State = webinar.Closed
	do(t, s, change.WebinarClose, id, func(tx *Tx) error {
		_, err := tx.SaveWebinar(w)
		return errors.Join(err, tx.Freeze(id, Frozen{Rule: "50%"}))
	})
	nothing := func(*Tx) error { return nil }
	for _, kind := range []change.Kind{change.WebinarEdit, change.RegistrationsImport, change.RegistrationAdd, change.RegistrationState,
		change.RegistrationMerge, change.AttendanceImport, change.MatchDecide, change.StaffSet, change.SectorSet, "a kind to come"} {
		_, err := s.Do(ctx, change.Change{Webinar: id, Kind: kind}, -1, nothing)
		if !fault.Is(err, fault.Barred) {
			t.Errorf("%s: %v", kind, err)
		}
	}
	do(t, s, change.ReportText, id, nothing)
	for range 2 {
		must[change.Change](t)(s.Undo(ctx, id, "officer", ""))
	}
	if _, ok, err := s.Frozen(ctx, id); ok || err != nil {
		t.Errorf("the figures are still frozen: %v", err)
	}
	do(t, s, change.AttendanceImport, id, nothing)
}

// A closing is taken back from under the report's texts, and they stay; a final report holds it.
func TestReopenKeepsTheTexts(t *testing.T) {
	ctx, s := context.Background(), mustOpen(t, t.TempDir())
	id := newWebinar(t, s)
	closing := func() {
		t.Helper()
		w := must[webinar.Webinar](t)(s.Webinar(ctx, id))
		w.State = webinar.Closed
		do(t, s, change.WebinarClose, id, func(tx *Tx) error {
			_, err := tx.SaveWebinar(w)
			return errors.Join(err, tx.Freeze(id, Frozen{Rule: "50%"}))
		})
	}
	if err := s.Reopen(ctx, id, -1, "officer", ""); !fault.Is(err, fault.Barred) {
		t.Errorf("an open webinar: %v", err)
	}
	opened := must[webinar.Webinar](t)(s.Webinar(ctx, id))
	before := dump(t, s, id)
	closing()
	since := must[change.Change](t)(s.StateSince(ctx, id))
	closing() // other figures are accepted
	if again := must[change.Change](t)(s.StateSince(ctx, id)); since.Kind != change.WebinarClose || again != since {
		t.Errorf("closed by %+v, then by %+v", since, again)
	}
	do(t, s, change.ReportText, id, func(tx *Tx) error { return tx.SetText(id, "conclusions", "It went well.") })
	version := must[webinar.Webinar](t)(s.Webinar(ctx, id)).Version
	if err := s.Reopen(ctx, id, version-1, "officer", ""); !fault.Is(err, fault.Conflict) {
		t.Errorf("an older version: %v", err)
	}
	if err := s.Reopen(ctx, id, version, "officer", "a late list"); err != nil {
		t.Fatal(err)
	}
	if _, ok, err := s.Frozen(ctx, id); ok || err != nil {
		t.Errorf("the figures are still frozen: %v", err)
	}
	if w := must[webinar.Webinar](t)(s.Webinar(ctx, id)); w.State != opened.State || w.Version != version+2 {
		t.Errorf("reopened: %s, version %d", w.State, w.Version)
	}
	equal(t, must[map[string]string](t)(s.Texts(ctx, id))["conclusions"], "It went well.")
	if c := must[change.Change](t)(s.StateSince(ctx, id)); c.Kind != change.WebinarNew {
		t.Errorf("in its state since %s", c.Kind)
	}
	must[change.Change](t)(s.Undo(ctx, id, "officer", "")) // the text is the last change again
	equal(t, dump(t, s, id), before)

	closing()
	do(t, s, change.ReportIssue, id, func(*Tx) error { return nil })
	do(t, s, change.ReportText, id, func(tx *Tx) error { return tx.SetText(id, "conclusions", "Later.") })
	closed := dump(t, s, id)
	if err := s.Reopen(ctx, id, -1, "officer", ""); !fault.Is(err, fault.Barred) {
		t.Errorf("after a final report: %v", err)
	}
	equal(t, dump(t, s, id), closed)
	if report, err := s.Check(ctx); err != nil || len(report.Findings) > 0 {
		t.Errorf("%+v, %v", report, err)
	}
}
