package web

import (
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"

	"rapporteur/internal/webinar"
)

func field(t *testing.T, w Webinar, name string) OutlineField {
	t.Helper()
	at := slices.IndexFunc(w.Fields, func(f OutlineField) bool { return f.Field == name })
	if at < 0 {
		t.Fatalf("the outline has no field %s", name)
	}
	return w.Fields[at]
}

// A field is shown as it is printed and entered as it was written.
func TestOutlineFields(t *testing.T) {
	s := open(t, nil, io.Discard)
	w := webinarFrom(t, s)
	set := func(name string, values ...string) {
		t.Helper()
		w = get[Webinar](t, s, "PATCH", fmt.Sprintf("/api/webinars/%s?version=%d", w.Webinar.ID, w.Webinar.Version),
			map[string]any{"fields": []FieldValues{{name, values}}})
	}
	set("title", "Tracing assets in Kosovo")
	set("objectives", "One for Kosovo", "Two")
	if f := field(t, w, "title"); f.Values[0] != "Tracing assets in Kosovo" || f.Shown[0] != "Tracing assets in Kosovo*" || f.List || w.Title != f.Shown[0] {
		t.Errorf("title: %+v, shown above as %q", f, w.Title)
	}
	if f := field(t, w, "objectives"); !f.List || !slices.Equal(f.Shown, []string{"One for Kosovo*", "Two"}) || f.Values[0] != "One for Kosovo" {
		t.Errorf("objectives: %+v", f)
	}
	if f := field(t, w, "start"); f.Values[0] != "2020-05-28 14:00" || !strings.Contains(f.Source, "14h00") {
		t.Errorf("start: %+v", f)
	}
	if f := field(t, w, "actual_start"); f.Values == nil || len(f.Values) != 0 || f.Shown == nil || f.Problems == nil {
		t.Errorf("a field without a value: %+v", f)
	}
}

// Saying that a doubtful field is right as it stands settles it.
func TestOutlineProblemIsSettled(t *testing.T) {
	s := open(t, nil, io.Discard)
	text := strings.ReplaceAll(string(sampleFile(t, "outline-sample.txt")), "28 May 2020", "Monday 28 May 2020")
	w := get[Webinar](t, s, "POST", "/api/webinars", map[string]any{"upload": stage(t, s, "outline.txt", []byte(text))})
	f := field(t, w, "start")
	if len(f.Problems) == 0 || len(f.Values) == 0 {
		t.Fatalf("the doubtful date: %+v", f)
	}
	w = get[Webinar](t, s, "PATCH", fmt.Sprintf("/api/webinars/%s?version=%d", w.Webinar.ID, w.Webinar.Version),
		map[string]any{"fields": []FieldValues{{f.Field, f.Values}}})
	if again := field(t, w, f.Field); len(again.Problems) != 0 || !slices.Equal(again.Values, f.Values) {
		t.Errorf("said to be right: %+v", again)
	}
}

func TestMovesAndLocalTimes(t *testing.T) {
	s := open(t, nil, io.Discard)
	w := webinarFrom(t, s)
	if slices.Contains(w.Moves, webinar.Closed) || !slices.Contains(w.Moves, webinar.Held) {
		t.Errorf("moves of a planned webinar: %v", w.Moves)
	}
	at := fmt.Sprintf("/api/webinars/%s/state?version=%d", w.Webinar.ID, w.Webinar.Version)
	w = get[Webinar](t, s, "POST", at, map[string]any{"state": "postponed", "reason": "the speaker is ill"})
	if w.Webinar.State != "postponed" || slices.Contains(w.Moves, webinar.Postponed) {
		t.Errorf("state %s, moves %v", w.Webinar.State, w.Moves)
	}
	for _, l := range w.LocalTimes {
		if l.Place == "Strasbourg" && l.Time.Format("15:04") == "13:00" {
			return
		}
	}
	t.Errorf("local times: %+v", w.LocalTimes)
}

// A removed sample comes back with undo.
func TestRemovedSampleComesBack(t *testing.T) {
	s := open(t, nil, io.Discard)
	id := wait(t, s, get[Job](t, s, "POST", "/api/sample", nil)).Result
	version := func() int { return get[Webinar](t, s, "GET", "/api/webinars/"+id, nil).Webinar.Version }
	get[done](t, s, "DELETE", fmt.Sprintf("/api/webinars/%s/sample?version=%d", id, version()), nil)
	get[map[string]any](t, s, "POST", fmt.Sprintf("/api/webinars/%s/undo?version=%d", id, version()), nil)
	if list := get[Home](t, s, "GET", "/api/home", nil).Webinars; len(list) != 1 || !list[0].Sample {
		t.Errorf("after undo: %+v", list)
	}
}

// TestClosingFreezes: a webinar that was held can be closed on the screen, and says then that its figures stand.
func TestClosingFreezes(t *testing.T) {
	s := open(t, nil, io.Discard)
	id := wait(t, s, get[Job](t, s, "POST", "/api/sample", nil)).Result
	w := get[Webinar](t, s, "GET", "/api/webinars/"+id, nil)
	if !slices.Contains(w.Moves, webinar.Closed) || w.Frozen != nil {
		t.Fatalf("moves of a held webinar: %v", w.Moves)
	}
	w = get[Webinar](t, s, "POST", fmt.Sprintf("/api/webinars/%s/state?version=%d", id, w.Webinar.Version), map[string]any{"state": "closed"})
	if w.Webinar.State != "closed" || w.Frozen == nil || len(w.Frozen.Differences) != 0 || len(w.Moves) != 0 {
		t.Errorf("a closed webinar: %s, %+v, moves %v", w.Webinar.State, w.Frozen, w.Moves)
	}
	refused(t, s, "PATCH", fmt.Sprintf("/api/webinars/%s?version=%d", id, w.Webinar.Version),
		map[string]any{"fields": []FieldValues{{"capacity", []string{"400"}}}}, http.StatusConflict, "barred")
}
