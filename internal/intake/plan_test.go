package intake

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"rapporteur/internal/attendance"
	"rapporteur/internal/registration"
)

func TestPlanAttendance(t *testing.T) {
	r := sample(t, "Europe/Bucharest")
	first := PlanAttendance(nil, r.Records, time.UTC, nil)
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
	again := PlanAttendance(r.Records, copied, time.UTC, nil)
	if !again.NoOp() || len(again.Unchanged) != 259 {
		t.Errorf("a copy in another order changes %d rows", len(again.New))
	}
	twice := PlanAttendance(nil, slices.Concat(r.Records, r.Records), time.UTC, nil)
	if len(twice.New) != 259 || len(twice.Unchanged) != 259 {
		t.Errorf("rows given twice: %d new", len(twice.New))
	}
	fuller := append(slices.Clone(r.Records), attendance.Record{Key: "other", Kind: attendance.StayRow, Line: 900})
	if got := PlanAttendance(r.Records, fuller, time.UTC, nil); !reflect.DeepEqual(got.New, []Row{{900, len(r.Records)}}) {
		t.Errorf("a fuller export adds %v", got.New)
	}
}

func TestPlanRegistrations(t *testing.T) {
	reg := func(id, serial string, line int) registration.Registration {
		return registration.Registration{ID: id, Serial: serial, Line: line}
	}
	draft := reg("d", "9", 7)
	draft.Incomplete = true
	third := reg("z", "2", 9)
	third.FirstName = "Ceca" // another form's
	known := []registration.Registration{reg("a", "1", 2), reg("b", "2", 3), third}
	known[1].JobTitle = "Judge"
	other := reg("o", "1", 8)
	other.FirstName = "Boro"
	edited := reg("x", "2", 3)
	edited.JobTitle = "President"
	got := PlanRegistrations(known, []registration.Registration{
		reg("a", "1", 2), // as it stands
		edited,           // edited on the website
		reg("c", "3", 4), // new
		reg("c", "3", 5), // the same twice
		reg("e", "", 6),  // without a number
		other,            // of another form, which counts from 1 too
		draft,
	}, time.UTC, nil)
	edit := Change{Line: 3, At: 1, Fields: []registration.Difference{{Field: "job title", Before: "Judge", After: "President"}}}
	want := Plan{New: []Row{{4, 2}, {6, 4}, {8, 5}}, Unchanged: []Row{{2, 0}, {5, 3}}, Changed: []Change{edit}, Skipped: []Skip{{7, "a draft that was never completed"}}}
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
		if got := PlanRegistrations([]registration.Registration{ana}, []registration.Registration{other}, time.UTC, nil); (len(got.Changed) == 1) != c.changed || len(got.New)+len(got.Changed) != 1 {
			t.Errorf("%s %s: %+v", c.first, c.last, got)
		}
	}
	edited = known[0]
	known[0].Sector, edited.Sector = "Police", "Judiciary"
	if got := PlanRegistrations(known, []registration.Registration{edited}, time.UTC, nil); !got.NoOp() ||
		!reflect.DeepEqual(got.Differing, []Change{{Line: 2, Fields: []registration.Difference{{Field: "sector", Before: "Police", After: "Judiciary"}}}}) {
		t.Errorf("an edited answer: %+v", got)
	}
	if PlanRegistrations(known, known, time.UTC, nil).NoOp() == false || got.NoOp() {
		t.Error("no-op")
	}
}

// Of one stay, known as open in an earlier copy, the end changes it; and the earlier copy brings nothing where the end is known.
func TestPlanEarlierCopy(t *testing.T) {
	join := time.Date(2020, 5, 28, 11, 2, 0, 0, time.UTC)
	stay := func(line int, open bool, minutes int) attendance.Record {
		r := attendance.Record{Kind: attendance.StayRow, Line: line, Name: "Ana Alfa", Join: join, Leave: join.Add(time.Duration(minutes) * time.Minute), Open: open}
		r.Key = attendance.Key(r)
		return r
	}
	early, late := stay(2, true, 120), stay(9, false, 30)
	got := PlanAttendance([]attendance.Record{early}, []attendance.Record{late}, time.UTC, nil)
	want := Plan{Changed: []Change{{Line: 9, Fields: []registration.Difference{{Field: "leave", Before: "still open", After: "2020-05-28 11:32:00"}}}}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("the end: %+v", got)
	}
	if got := PlanAttendance([]attendance.Record{late, early}, []attendance.Record{early}, time.UTC, nil); !got.NoOp() {
		t.Errorf("the earlier copy again: %+v", got)
	}
	if got := PlanAttendance([]attendance.Record{late}, []attendance.Record{early}, time.UTC, nil); !got.NoOp() || len(got.Skipped) != 1 {
		t.Errorf("the earlier copy after the end: %+v", got)
	}
	other := late
	other.Join = other.Join.Add(time.Minute)
	other.Key = attendance.Key(other)
	if got := PlanAttendance([]attendance.Record{late}, []attendance.Record{other}, time.UTC, nil); len(got.New) != 1 {
		t.Errorf("another stay: %+v", got)
	}
}
