package workflow

import (
	"context"
	"fmt"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"pgregory.net/rapid"

	"rapporteur/internal/attendance"
	"rapporteur/internal/change"
	"rapporteur/internal/indicator"
	"rapporteur/internal/match"
	"rapporteur/internal/registration"
	"rapporteur/internal/sample"
	"rapporteur/internal/store"
)

// world is a register of two webinars in which anything may happen, in any order.
type world struct {
	t        *rapid.T
	desk     *Desk
	webinars []string
}

func (w *world) must(err error) {
	if err != nil {
		w.t.Fatal(err)
	}
}

// records and registrations are those of a webinar, of which an import brings some: the same again, more, or fewer.
func records(webinar int, from time.Time) []attendance.Record {
	var out []attendance.Record
	for i, who := range [][2]string{{"Mira Lovren", "mira@court.example"}, {"M. L.", "private@home.example"}, {"Mira Lovren", ""}, {"Lea Horvat", "lea@x.example"},
		{"iPad", "private@home.example"}, {"Petar Dragas", ""}, {"Petar", "petar@x.example"}} {
		r := attendance.Record{Kind: attendance.StayRow, Name: who[0], Email: who[1], Join: from.Add(time.Duration(i) * time.Minute), Leave: from.Add(time.Hour)}
		r.Key, r.Line = fmt.Sprintf("a%d%018d", webinar, i), i+2
		out = append(out, r)
	}
	return out
}

func submissions(webinar int, from time.Time) []registration.Registration {
	var out []registration.Registration
	for i, who := range [][3]string{{"Mira", "Lovren", "mira@court.example"}, {"Lea", "Horvat", "lh@mail.example"}, {"Petar", "Dragas", "petar@x.example"}, {"Mira", "Lovren", "ml@mail.example"}} {
		out = append(out, registration.Registration{ID: fmt.Sprintf("R%d%018d", webinar, i), Serial: fmt.Sprint(i), Submitted: from.AddDate(0, 0, -9), FirstName: who[0], LastName: who[1],
			Email: who[2], Organisation: fmt.Sprint("Office ", i), Country: "Albania", Channel: registration.Website, Line: i + 2})
	}
	return out
}

// step does something, and says whether undo at the webinar takes it back.
func (w *world) step(ctx context.Context) (at string, undo bool) {
	n := rapid.IntRange(0, 1).Draw(w.t, "webinar")
	id := w.webinars[n]
	d, err := w.desk.Dossier(ctx, id, "")
	w.must(err)
	start := d.Webinar.Outline.Start
	bring := func(kind change.Kind, fn func(*store.Tx, string) error) {
		_, err := w.desk.do(ctx, w.desk.change(kind, id, ""), -1, func(tx *store.Tx) error {
			src, err := tx.AddSource(store.Source{Name: "f.csv", Kind: "attendance", Format: "test"}, []byte(fmt.Sprint(kind, n, rapid.Int().Draw(w.t, "bytes"))))
			if err != nil {
				return err
			}
			return fn(tx, src.SHA256)
		})
		w.must(err)
	}
	switch rapid.IntRange(0, 6).Draw(w.t, "step") {
	case 0, 1:
		all := records(n, start)
		bring(change.AttendanceImport, func(tx *store.Tx, sum string) error {
			_, _, err := tx.AddRecords(id, sum, all[:rapid.IntRange(1, len(all)).Draw(w.t, "rows")])
			return err
		})
	case 2:
		all := submissions(n, start)
		bring(change.RegistrationsImport, func(tx *store.Tx, sum string) error {
			_, _, err := tx.AddRegistrations(id, sum, all[:rapid.IntRange(1, len(all)).Draw(w.t, "rows")])
			return err
		})
	case 3, 4:
		if len(d.Match.Participants) == 0 {
			return id, false
		}
		p := rapid.SampledFrom(d.Match.Participants).Draw(w.t, "who")
		target := "none"
		if len(d.Standings) > 0 && rapid.Bool().Draw(w.t, "somebody") {
			target = rapid.SampledFrom(d.Standings).Draw(w.t, "registration").ID
		}
		w.must(w.desk.Decide(ctx, id, p.ID, target, "because"))
	case 5:
		if len(d.Match.Participants) == 0 {
			return id, false
		}
		w.must(w.desk.SetStaff(ctx, id, rapid.SampledFrom(d.Match.Participants).Draw(w.t, "who").ID, rapid.Bool().Draw(w.t, "staff"), ""))
	case 6:
		changes, err := w.desk.Changes(ctx, id)
		w.must(err)
		live := 0
		for _, c := range changes {
			if !c.Undone && c.Kind.Undoable() {
				live++
			}
		}
		if live > 0 {
			_, err = w.desk.Undo(ctx, id, "")
			w.must(err)
		}
		return id, false
	}
	return id, true
}

// looks is all that the answers and files come to: matches and figures of both webinars, and persons.
func (w *world) looks(ctx context.Context) []any {
	var out []any
	for _, id := range w.webinars {
		d, err := w.desk.Dossier(ctx, id, "")
		w.must(err)
		t := d.Table
		t.AsOf = time.Time{}
		out = append(out, t, d.Match)
		if !t.Reconciled() {
			w.t.Fatal("the figures do not reconcile")
		}
	}
	all, err := w.desk.Everybody(ctx)
	w.must(err)
	for _, p := range all.All {
		out = append(out, ViewOnePerson(p), p.Reasons)
	}
	f, err := w.desk.Figures(ctx, "", "")
	w.must(err)
	everyFigureOpens(w.t, ctx, w.desk, "")
	for _, c := range f.Checks {
		if !c.OK {
			w.t.Fatalf("%s: %d and %d", c.Name, c.Left, c.Right)
		}
	}
	return append(out, f)
}

// kept looks whether every answer that stands is followed, or shown as contradicted.
func (w *world) kept(ctx context.Context) {
	for _, id := range w.webinars {
		d, err := w.desk.Dossier(ctx, id, "")
		w.must(err)
		decisions, err := w.desk.store.Decisions(ctx, id)
		w.must(err)
		newest := map[string]match.Decision{}
		for _, x := range decisions {
			for _, k := range x.Records {
				newest[k] = x
			}
		}
		mains := map[string]string{}
		for _, s := range d.Standings {
			mains[s.ID] = s.ID
			if s.DuplicateOf != "" {
				mains[s.ID] = s.DuplicateOf
			}
		}
		for _, p := range d.Match.Participants {
			for _, a := range p.Persons {
				for _, r := range a.Records {
					x, said := newest[r.Key]
					followed := x.Registration == "" && p.State == match.WalkIn || x.Registration != "" && p.State == match.Decided && p.Registration == mains[x.Registration]
					if said && !followed && !p.Conflict && p.State != match.Staff {
						w.t.Fatalf("an answer is neither followed nor shown as contradicted: %+v, but %s %s", x, p.State, p.Registration)
					}
				}
			}
		}
	}
}

// Whatever is imported, decided and undone in whatever order: every answer that stands is followed or shown as contradicted,
// undo gives back exactly what was before, the figures reconcile, and what is kept in memory is what is worked out anew.
func TestAnswersOutliveEverything(t *testing.T) {
	runs := 0
	rapid.Check(t, func(rt *rapid.T) {
		runs++
		if runs > 10 { // each works two webinars out many times
			return
		}
		ctx := context.Background()
		desk, err := Open(ctx, filepath.Join(t.TempDir(), fmt.Sprint(runs)), Options{Tables: direct{}, Now: DemoClock(), NewID: DemoIDs(), Who: "test"})
		if err != nil {
			rt.Fatal(err)
		}
		defer desk.Close()
		w := &world{t: rt, desk: desk}
		for n := range 2 {
			made, err := desk.NewWebinar(ctx, Upload{Name: "o.txt", Data: sample.Outline()})
			w.must(err)
			if n == 1 {
				_, err = desk.EditWebinar(ctx, made.ID, []Setting{{"start", "2020-11-28 14:00"}}, "")
				w.must(err)
			}
			w.webinars = append(w.webinars, made.ID)
		}
		for range rapid.IntRange(1, 8).Draw(rt, "steps") {
			before := w.looks(ctx)
			at, undo := w.step(ctx)
			after := w.looks(ctx)
			w.kept(ctx)
			desk.memo, desk.everybody, desk.memory = &memo{}, &everybodyMemo{}, &memory{}
			if anew := w.looks(ctx); !reflect.DeepEqual(after, anew) {
				rt.Fatal("what is kept in memory is not what is worked out anew")
			}
			if undo && rapid.Bool().Draw(rt, "take back") {
				_, err := desk.Undo(ctx, at, "")
				w.must(err)
				if !reflect.DeepEqual(w.looks(ctx), before) {
					rt.Fatal("undo does not give back what was before")
				}
			}
		}
	})
}

// The version that an answer is given at must be the one that was looked at.
func TestAnAnswerOnPersonsSaysWhatItSaw(t *testing.T) {
	desk, _ := sampleOfItsOwn(t)
	all, err := desk.Everybody(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	one, other := all.All[0].ID, all.All[1].ID
	if err := desk.SamePerson(t.Context(), one, other, true, all.Version, "test"); err != nil {
		t.Fatal(err)
	}
	if err := desk.SamePerson(t.Context(), one, all.All[2].ID, true, all.Version, ""); err == nil {
		t.Error("an answer at an old version was taken")
	}
	after, err := desk.Everybody(t.Context())
	if err != nil || len(after.All) != len(all.All)-1 {
		t.Errorf("%d persons of %d, %v", len(after.All), len(all.All), err)
	}
	var f indicator.Figures
	if f, err = desk.Figures(t.Context(), "", ""); err != nil || f.Participations != 166 {
		t.Errorf("%d participations, %v", f.Participations, err)
	}
}
