package store

import (
	"context"
	"fmt"
	"sync/atomic"
	"testing"
	"time"

	"rapporteur/internal/attendance"
	"rapporteur/internal/change"
	"rapporteur/internal/engagement"
	"rapporteur/internal/registration"
	"rapporteur/internal/webinar"
)

// start is the first moment of the tests' clock; each look at the clock is a second later.
var start = time.Date(2020, 5, 28, 11, 0, 0, 0, time.UTC)

// testOptions give a clock and identifiers without chance.
func testOptions() Options {
	var looks, ids atomic.Int64
	return Options{
		Now:   func() time.Time { return start.Add(time.Duration(looks.Add(1)) * time.Second) },
		NewID: func() string { return fmt.Sprintf("%08x-0000-7000-8000-000000000000", ids.Add(1)) },
		Wait:  time.Millisecond,
	}
}

func mustOpen(t testing.TB, dir string) *Store {
	t.Helper()
	s, err := Open(context.Background(), dir, testOptions())
	if err != nil {
		t.Fatalf("open: %v (cause %v)", err, cause(err))
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	return s
}

func cause(err error) error {
	for {
		inner, ok := err.(interface{ Unwrap() error })
		if !ok || inner.Unwrap() == nil {
			return err
		}
		err = inner.Unwrap()
	}
}

func must[T any](t testing.TB) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatalf("%v (cause %v)", err, cause(err))
		}
		return v
	}
}

// do writes a change that must succeed.
func do(t testing.TB, s *Store, kind change.Kind, webinarID string, fn func(*Tx) error) change.Change {
	t.Helper()
	c, err := s.Do(context.Background(), change.Change{Webinar: webinarID, Kind: kind, Who: "officer", Why: "test"}, -1, fn)
	if err != nil {
		t.Fatalf("%s: %v (cause %v)", kind, err, cause(err))
	}
	return c
}

// newWebinar adds a project, once, and a webinar, and returns the webinar's identifier.
func newWebinar(t testing.TB, s *Store) string {
	t.Helper()
	if projects := must[[]webinar.Project](t)(s.Projects(context.Background())); len(projects) == 0 {
		do(t, s, change.ProjectEdit, "", func(tx *Tx) error {
			return tx.SaveProject(webinar.Project{Code: "P1", Title: "A project", Results: []webinar.Result{{Number: 7, Text: "Seven"}},
				OrganiserDomains: []string{"organiser.example"}, KosovoNote: "eu", CreditLine: "credit", Disclaimer: "disclaimer"})
		})
	}
	var id string
	do(t, s, change.WebinarNew, "", func(tx *Tx) error {
		w, err := tx.NewWebinar(webinar.Webinar{Project: "P1", ActivityType: "webinar", State: webinar.Planned,
			Outline: webinar.Outline{Title: "A webinar", Start: start, End: start.Add(time.Hour), Capacity: 5}, Rule: "50%"})
		id = w.ID
		return err
	})
	return id
}

// people invents n registrations, numbered from first on.
func people(first, n int) []registration.Registration {
	all := make([]registration.Registration, n)
	for i := range all {
		k := first + i
		all[i] = registration.Registration{ID: fmt.Sprintf("R%04d", k), Serial: fmt.Sprint(k), Submitted: start.Add(time.Duration(k) * time.Minute),
			FirstName: fmt.Sprintf("Given%d", k), LastName: fmt.Sprintf("Family%d", k), Email: fmt.Sprintf("p%d@mail.example", k),
			Organisation: "Ministry", Country: "AL", Channel: registration.Website, File: "list.csv", Line: i + 2}
	}
	return all
}

// stays invents n attendance records, numbered from first on.
func stays(first, n int) []attendance.Record {
	all := make([]attendance.Record, n)
	for i := range all {
		k := first + i
		all[i] = attendance.Record{Key: fmt.Sprintf("a%04d", k), Line: i + 2, Kind: attendance.StayRow, Name: fmt.Sprintf("Given%d Family%d", k, k),
			Email: fmt.Sprintf("p%d@mail.example", k), Join: start, Leave: start.Add(time.Duration(k+1) * time.Minute)}
	}
	return all
}

// importRegistrations imports a file of invented registrations.
func importRegistrations(t testing.TB, s *Store, webinarID, file string, all []registration.Registration) (added, known int) {
	t.Helper()
	do(t, s, change.RegistrationsImport, webinarID, func(tx *Tx) error {
		src, err := tx.AddSource(Source{Name: file, Kind: "registrations", Format: "csv", Rows: len(all)}, []byte("bytes of "+file))
		if err != nil {
			return err
		}
		added, known, err = tx.AddRegistrations(webinarID, src.SHA256, all)
		return err
	})
	return added, known
}

// answers invents n answers, numbered from first on.
func answers(first, n int) []engagement.Answer {
	all := make([]engagement.Answer, n)
	for i := range all {
		k := first + i
		all[i] = engagement.Answer{Key: fmt.Sprintf("e%04d", k), Line: i + 7, Kind: engagement.Poll, Phase: engagement.During, Question: "Is it clear?",
			Given: []string{"Yes"}, Name: fmt.Sprintf("Given%d Family%d", k, k), At: start.Add(time.Duration(k) * time.Second)}
	}
	return all
}

// importAnswers imports a file of invented answers.
func importAnswers(t testing.TB, s *Store, webinarID, file string, all []engagement.Answer) (added, known int) {
	t.Helper()
	do(t, s, change.EngagementImport, webinarID, func(tx *Tx) error {
		src, err := tx.AddSource(Source{Name: file, Kind: "poll", Format: "csv", Rows: len(all)}, []byte("bytes of "+file))
		if err != nil {
			return err
		}
		added, known, err = tx.AddAnswers(webinarID, src.SHA256, all)
		return err
	})
	return added, known
}

// importRecords imports a file of invented attendance records.
func importRecords(t testing.TB, s *Store, webinarID, file string, all []attendance.Record) (added, known int) {
	t.Helper()
	do(t, s, change.AttendanceImport, webinarID, func(tx *Tx) error {
		src, err := tx.AddSource(Source{Name: file, Kind: "attendance", Format: "csv", Rows: len(all)}, []byte("bytes of "+file))
		if err != nil {
			return err
		}
		added, known, err = tx.AddRecords(webinarID, src.SHA256, all)
		return err
	})
	return added, known
}
