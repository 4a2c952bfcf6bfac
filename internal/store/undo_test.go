package store

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rapporteur/internal/change"
	"rapporteur/internal/engagement"
	"rapporteur/internal/fault"
	"rapporteur/internal/match"
	"rapporteur/internal/registration"
	"rapporteur/internal/webinar"
)

// dump is everything that reads can see of a webinar, and of projects, without what names the change behind it.
func dump(t testing.TB, s *Store, webinarID string) string {
	t.Helper()
	ctx := context.Background()
	var all strings.Builder
	views, err := scanAll(ctx, s.reader, oneText, `SELECT name FROM sqlite_schema WHERE type = 'view' AND name LIKE 'live_%' AND name <> 'live_change' ORDER BY name`)
	if err != nil {
		t.Fatal(err)
	}
	for _, view := range views {
		query := "SELECT * FROM " + view + " WHERE webinar_id = ? ORDER BY seq, n"
		if view == "live_project_version" {
			query = "SELECT * FROM " + view + " WHERE ? <> '' ORDER BY seq, n"
		}
		rows, err := s.reader.Query(query, webinarID)
		if err != nil {
			t.Fatal(err)
		}
		columns, err := rows.Columns()
		if err != nil {
			t.Fatal(err)
		}
		values, into := make([]any, len(columns)), make([]any, len(columns))
		for i := range values {
			into[i] = &values[i]
		}
		for rows.Next() {
			if err := rows.Scan(into...); err != nil {
				t.Fatal(err)
			}
			fmt.Fprint(&all, view)
			for i, column := range columns {
				switch column {
				case "change_id", "seq", "imported_at": // a step done again is another change
				default:
					fmt.Fprintf(&all, " %s=%q", column, fmt.Sprint(values[i]))
				}
			}
			fmt.Fprintln(&all)
		}
		if err := rows.Err(); err != nil {
			t.Fatal(err)
		}
		if err := rows.Close(); err != nil { //nolint:sqlclosecheck // one table after the other
			t.Fatal(err)
		}
	}
	return all.String()
}

func TestUndoneStepsLeaveTheRegisterAsBefore(t *testing.T) {
	ctx, s := context.Background(), mustOpen(t, t.TempDir())
	rapid.Check(t, func(r *rapid.T) {
		id := newWebinar(t, s)
		before := []string{dump(t, s, id)}
		step := func(kind change.Kind, fn func(*Tx) error) {
			do(t, s, kind, id, fn)
			before = append(before, dump(t, s, id))
		}
		back := func() {
			c := must[change.Change](t)(s.Undo(ctx, id, "officer", "test"))
			if !c.Undone || c.Webinar != id {
				r.Errorf("undone: %+v", c)
			}
			before = before[:len(before)-1]
			if got, want := dump(t, s, id), before[len(before)-1]; got != want {
				r.Fatalf("after undo of %s:\n%s\nwant\n%s", c.Kind, got, want)
			}
		}
		number := func() int { return rapid.IntRange(0, 9).Draw(r, "number") }
		r.Repeat(map[string]func(*rapid.T){
			"registrations": func(*rapid.T) {
				importRegistrations(t, s, id, fmt.Sprint("r", number()), people(number(), number()))
				before = append(before, dump(t, s, id))
			},
			"attendance": func(*rapid.T) {
				importRecords(t, s, id, fmt.Sprint("a", number()), stays(number(), number()))
				before = append(before, dump(t, s, id))
			},
			"answers": func(*rapid.T) {
				importAnswers(t, s, id, fmt.Sprint("p", number()), answers(number(), number()))
				before = append(before, dump(t, s, id))
			},
			"link": func(*rapid.T) {
				step(change.EngagementLink, func(tx *Tx) error {
					return tx.AddLink(id, engagement.Link{Question: "q1", Outcome: fmt.Sprint(number())})
				})
			},
			"confirm": func(*rapid.T) {
				step(change.RegistrationState, func(tx *Tx) error {
					return tx.AddRegistrationEvents(id, []registration.Event{{Registration: fmt.Sprintf("R%04d", number()), State: registration.Confirmed}})
				})
			},
			"decide": func(*rapid.T) {
				step(change.MatchDecide, func(tx *Tx) error {
					return tx.AddDecision(id, match.Decision{Records: []string{fmt.Sprintf("a%04d", number())}, Registration: "R0001"}, nil)
				})
			},
			"edit": func(*rapid.T) {
				step(change.WebinarEdit, func(tx *Tx) error {
					_, err := tx.SaveWebinar(webinar.Webinar{ID: id, State: webinar.Held, Limit: number()})
					return err
				})
			},
			"undo": func(*rapid.T) {
				if len(before) > 1 {
					back()
				}
			},
		})
		for len(before) > 1 {
			back()
		}
		if _, err := s.Undo(ctx, id, "officer", ""); !fault.Is(err, fault.Barred) {
			r.Errorf("undo of a new webinar: %v", err)
		}
	})
	if report, err := s.Check(ctx); err != nil || len(report.Findings) > 0 {
		t.Errorf("%+v, %v", report, err)
	}
}

func TestWhatStandsIsNotUndone(t *testing.T) {
	ctx, s := context.Background(), mustOpen(t, t.TempDir())
	if _, err := s.Undo(ctx, "nothing", "officer", ""); !fault.Is(err, fault.NotFound) {
		t.Errorf("unknown webinar: %v", err)
	}
	id := newWebinar(t, s)
	for _, c := range []struct {
		kind change.Kind
		word string
	}{{change.WebinarNew, "created"}, {change.ReportIssue, "finalised"}} {
		if c.kind != change.WebinarNew {
			importRegistrations(t, s, id, string(c.kind), people(0, 1))
			do(t, s, c.kind, id, func(*Tx) error { return nil })
		}
		before := dump(t, s, id)
		_, err := s.Undo(ctx, id, "officer", "")
		if !fault.Is(err, fault.Barred) || !strings.Contains(err.Error(), c.word) {
			t.Errorf("%s: %v", c.kind, err)
		}
		equal(t, dump(t, s, id), before)
	}
}
