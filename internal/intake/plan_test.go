package intake

import (
	"reflect"
	"slices"
	"testing"

	"rapporteur/internal/attendance"
	"rapporteur/internal/registration"
)

func TestPlanAttendance(t *testing.T) {
	r := sample(t, "Europe/Bucharest")
	first := PlanAttendance(nil, r.Records)
	if first.NoOp() || len(first.New) != 259 || len(first.Skipped) != 62 || len(first.Unchanged) != 0 {
		t.Errorf("first import: %d new, %d skipped, %d unchanged", len(first.New), len(first.Skipped), len(first.Unchanged))
	}
	for _, s := range first.Skipped {
		if s.Line == 0 || s.Reason == "" {
			t.Fatalf("a row is skipped without its line or reason: %+v", s)
		}
	}
	copied := slices.Clone(r.Records)
	slices.Reverse(copied)
	again := PlanAttendance(r.Records, copied)
	if !again.NoOp() || len(again.Unchanged) != 259 {
		t.Errorf("a copy in another order changes %d rows", len(again.New))
	}
	twice := PlanAttendance(nil, slices.Concat(r.Records, r.Records))
	if len(twice.New) != 259 || len(twice.Unchanged) != 259 {
		t.Errorf("rows given twice: %d new", len(twice.New))
	}
	fuller := append(slices.Clone(r.Records), attendance.Record{Key: "other", Kind: attendance.StayRow, Line: 900})
	if got := PlanAttendance(r.Records, fuller); !reflect.DeepEqual(got.New, []int{900}) {
		t.Errorf("a fuller export adds %v", got.New)
	}
}

func TestPlanRegistrations(t *testing.T) {
	reg := func(id, serial string, line int) registration.Registration {
		return registration.Registration{ID: id, Serial: serial, Line: line}
	}
	draft := reg("d", "9", 7)
	draft.Incomplete = true
	known := []registration.Registration{reg("a", "1", 2), reg("b", "2", 3)}
	got := PlanRegistrations(known, []registration.Registration{
		reg("a", "1", 2), // as it stands
		reg("x", "2", 3), // edited on the website
		reg("c", "3", 4), // new
		reg("c", "3", 5), // the same twice
		reg("e", "", 6),  // without a number
		draft,
	})
	want := Plan{New: []int{4, 6}, Unchanged: []int{2, 5}, Changed: []int{3}, Skipped: []Skip{{7, "a draft that was never completed"}}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
	// Another form counts from 1 too: the number says nothing of another person, and of the same one by name or address.
	ana := registration.Registration{ID: "p", Serial: "1", FirstName: "Ana", LastName: "Kovač", Email: "ana@one.example", Line: 2}
	for _, c := range []struct {
		first, last, email string
		changed            bool
	}{{"Ivo", "Perić", "ivo@two.example", false}, {"Ana", "Kovač Babić", "ANA@one.example", true}, {"Kovac", "Ana", "ana@three.example", true}, {"Ivo", "Perić", "", false}} {
		other := registration.Registration{ID: "q", Serial: "1", FirstName: c.first, LastName: c.last, Email: c.email, Line: 9}
		if got := PlanRegistrations([]registration.Registration{ana}, []registration.Registration{other}); (len(got.Changed) == 1) != c.changed || len(got.New)+len(got.Changed) != 1 {
			t.Errorf("%s %s: %+v", c.first, c.last, got)
		}
	}
	edited := known[0]
	known[0].Sector, edited.Sector = "Police", "Judiciary"
	if got := PlanRegistrations(known, []registration.Registration{edited}); !got.NoOp() || !reflect.DeepEqual(got.Differing, []Skip{{2, "sector"}}) {
		t.Errorf("an edited answer: %+v", got)
	}
	if PlanRegistrations(known, known).NoOp() == false || got.NoOp() {
		t.Error("no-op")
	}
}
