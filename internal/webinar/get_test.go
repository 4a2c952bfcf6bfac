package webinar_test

import (
	"reflect"
	"testing"
	"time"

	"rapporteur/internal/webinar"
)

// What Get gives is what Set takes: an officer who saves a field as it stands changes nothing.
func TestGetGivesWhatSetTakes(t *testing.T) {
	for _, file := range []string{"outline-sample.txt", "outline-rows.html"} {
		filled := webinar.Webinar{State: webinar.Planned, ActivityType: "webinar", Rule: "50%", Limit: 320, Connection: "https://example.org/room", Rules: "Be kind.",
			ActualStart: time.Date(2020, 5, 28, 10, 58, 30, 0, time.UTC), Outline: readOutline(t, file, testdata(t, file))}
		for _, field := range webinar.Fields() {
			values, list := webinar.Get(filled, field)
			if !list && len(values) > 1 {
				t.Errorf("%s: %s has %d values and is no list", file, field, len(values))
			}
			if len(values) == 0 {
				continue
			}
			w := filled
			if err := webinar.Set(&w, field, values); err != nil {
				t.Errorf("%s: %s=%q: %v", file, field, values, err)
				continue
			}
			for _, other := range webinar.Fields() {
				want, _ := webinar.Get(filled, other)
				if got, _ := webinar.Get(w, other); !reflect.DeepEqual(got, want) {
					t.Errorf("%s: setting %s to itself makes %s %q, want %q", file, field, other, got, want)
				}
			}
		}
	}
}

// The hour that the clocks run through twice is written so that it is read as the same instant.
func TestGetOfTheHourThatComesTwice(t *testing.T) {
	for _, want := range []time.Time{time.Date(2020, 10, 25, 0, 30, 0, 0, time.UTC), time.Date(2020, 10, 25, 1, 30, 0, 0, time.UTC)} {
		w := webinar.Webinar{ActualStart: want, Outline: webinar.Outline{Zone: "Europe/Bucharest"}}
		values, _ := webinar.Get(w, "actual_start")
		w.ActualStart = time.Time{}
		if err := webinar.Set(&w, "actual_start", values); err != nil || !w.ActualStart.Equal(want) {
			t.Errorf("%v is written %q and read %v, %v", want, values, w.ActualStart, err)
		}
	}
}

// Every choice that a field offers is taken.
func TestChoices(t *testing.T) {
	for _, field := range webinar.Fields() {
		for _, choice := range webinar.Choices(field) {
			w := sampleWebinar(t)
			if err := webinar.Set(&w, field, []string{choice}); err != nil {
				t.Errorf("%s=%s: %v", field, choice, err)
			}
		}
	}
}

func TestMoves(t *testing.T) {
	for _, state := range []webinar.State{webinar.Planned, webinar.Postponed, webinar.Held, webinar.Cancelled, webinar.Closed} {
		for _, to := range state.Moves() {
			w := webinar.Webinar{State: state}
			if err := w.MoveTo(to, "a reason"); err != nil {
				t.Errorf("%s to %s: %v", state, to, err)
			}
		}
	}
	if got := webinar.Closed.Moves(); len(got) != 0 {
		t.Errorf("a closed webinar can become %v", got)
	}
}
