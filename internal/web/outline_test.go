package web

import (
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur/internal/change"
	"rapporteur/internal/fault"
	"rapporteur/internal/webinar"
	"rapporteur/internal/workflow"
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
	s, id := sampleOfItsOwn(t)
	version := func() int { return get[Webinar](t, s, "GET", "/api/webinars/"+id, nil).Webinar.Version }
	get[done](t, s, "DELETE", fmt.Sprintf("/api/webinars/%s/sample?version=%d", id, version()), nil)
	get[map[string]any](t, s, "POST", fmt.Sprintf("/api/webinars/%s/undo?version=%d", id, version()), nil)
	if list := get[Home](t, s, "GET", "/api/home", nil).Webinars; len(list) != 1 || !list[0].Sample {
		t.Errorf("after undo: %+v", list)
	}
}

// TestClosingFreezes: a webinar that was held can be closed on the screen, and says then that its figures stand.
func TestClosingFreezes(t *testing.T) {
	s, id := sampleOfItsOwn(t)
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

// What a closed webinar says of itself: since when and by what change, what it refuses, that it can be opened again, and
// that nothing of it waits. The refusals are those of the register.
func TestAClosedWebinarSaysSo(t *testing.T) {
	s, id := sampleOfItsOwn(t)
	look := func() Webinar { return get[Webinar](t, s, "GET", "/api/webinars/"+id, nil) }
	at := func(path string) string {
		return fmt.Sprintf("/api/webinars/%s%s?version=%d", id, path, look().Webinar.Version)
	}
	if w := look(); w.Hold != nil {
		t.Fatalf("a held webinar: %+v", w.Hold)
	}
	refused(t, s, "POST", at("/reopen"), nil, http.StatusConflict, "barred")
	get[Webinar](t, s, "POST", at("/state"), map[string]any{"state": "closed", "reason": "reported"})
	w := look()
	changes := get[[]change.Change](t, s, "GET", "/api/webinars/"+id+"/changes", nil)
	last := changes[len(changes)-1]
	h := w.Hold
	if h == nil || h.State != "closed" || h.Change != last.ID || h.Why != "reported" || h.Who != last.Who || h.Since != last.At.Format(time.RFC3339) || h.Back != "held" {
		t.Fatalf("%+v, the change is %+v", h, last)
	}
	for _, x := range w.Stages {
		if waits := x.State == "attention" || x.State == "blocked" || x.State == "ready" && x.Step != workflow.StepReport; waits {
			t.Errorf("%+v still waits", x)
		}
	}
	person := get[Members](t, s, "GET", "/api/webinars/"+id+"/members", nil).Rows[0].Participant.ID
	one := get[Registrations](t, s, "GET", "/api/webinars/"+id+"/registrations", nil).Rows
	for kind, act := range map[change.Kind]func(){
		change.WebinarEdit: func() {
			refused(t, s, "PATCH", at(""), map[string]any{"fields": []FieldValues{{"rule", []string{"75%"}}}}, http.StatusConflict, "barred")
		},
		change.RegistrationAdd: func() {
			refused(t, s, "POST", at("/registrations"), map[string]any{"first_name": "Nova", "last_name": "Novak", "channel": "phone"}, http.StatusConflict, "barred")
		},
		change.RegistrationState: func() {
			refused(t, s, "POST", at("/seats/withdraw"), map[string]any{"registrations": []string{confirmed(t, one)}}, http.StatusConflict, "barred")
		},
		change.RegistrationMerge: func() {
			refused(t, s, "POST", at("/merges"), map[string]any{"duplicate": one[0].ID, "main": one[1].ID}, http.StatusConflict, "barred")
		},
		change.MatchDecide: func() {
			refused(t, s, "POST", at("/people/"+person+"/decision"), map[string]any{"registration": "none"}, http.StatusConflict, "barred")
		},
		change.MatchSplit: func() {
			refused(t, s, "POST", at("/people/"+person+"/split"), map[string]any{"names": []string{"Nova Novak", "Vera Novak"}}, http.StatusConflict, "barred")
		},
		change.StaffSet: func() {
			refused(t, s, "POST", at("/people/"+person+"/staff"), map[string]any{"staff": true}, http.StatusConflict, "barred")
		},
		change.SectorSet: func() {
			refused(t, s, "POST", at("/sectors"), map[string]any{"subject": one[0].ID, "code": "police"}, http.StatusConflict, "barred")
		},
		change.CountrySet: func() {
			refused(t, s, "POST", at("/countries"), map[string]any{"subject": one[0].ID, "country": "Serbia"}, http.StatusConflict, "barred")
		},
		change.RegistrationsImport: func() { planRefused(t, s, id, "registrations_eusurvey.xlsx") },
		change.AttendanceImport:    func() { planRefused(t, s, id, "zoom_webinar_attendee_2020.csv") },
		change.FilesImport:         func() { planRefused(t, s, id, "zoom_webinar_attendee_2020.csv") },
		change.EngagementImport:    func() { importRefused(t, s, id, "poll.csv", []byte(pollFile)) },
		change.ColumnsForget: func() {
			if err := s.desk.ForgetColumns(t.Context(), id, workflow.Upload{Name: "x.csv", Data: []byte("a,b\n1,2\n")}); !fault.Is(err, fault.Barred) {
				t.Errorf("forgetting columns: %v", err)
			}
		},
	} {
		if !slices.Contains(h.Refused, kind) {
			t.Errorf("%s is not said to be refused", kind)
		}
		act()
	}
	if len(h.Refused) != 16 {
		t.Errorf("refused: %v", h.Refused)
	}

	get[done](t, s, "PUT", at("/report/sections/conclusions"), map[string]any{"text": "It went well."})
	w = get[Webinar](t, s, "POST", at("/reopen"), nil)
	if w.Webinar.State != "held" || w.Hold != nil {
		t.Errorf("reopened: %s, %+v", w.Webinar.State, w.Hold)
	}
	get[Webinar](t, s, "POST", at("/state"), map[string]any{"state": "closed"})
	get[workflow.IssuedView](t, s, "POST", at("/issued"), map[string]any{"copy": "donor", "format": "xlsx"})
	if h := look().Hold; h == nil || h.Back != "" {
		t.Errorf("after a final report: %+v", h)
	}
	refused(t, s, "POST", at("/reopen"), nil, http.StatusConflict, "barred")
	get[done](t, s, "DELETE", at("/sample"), nil) // invented people go whatever the figures
	if list := get[Home](t, s, "GET", "/api/home", nil).Webinars; len(list) > 0 {
		t.Errorf("the removed sample: %+v", list)
	}
}

func confirmed(t *testing.T, list []workflow.RegistrationView) string {
	t.Helper()
	at := slices.IndexFunc(list, func(r workflow.RegistrationView) bool { return r.State == "confirmed" })
	if at < 0 {
		t.Fatal("nobody is confirmed")
	}
	return list[at].ID
}

// planRefused expects that files are not even planned.
func planRefused(t *testing.T, s *Server, id, name string) {
	t.Helper()
	importRefused(t, s, id, name, sampleFile(t, name))
}

func importRefused(t *testing.T, s *Server, id, name string, data []byte) {
	t.Helper()
	j := wait(t, s, get[Job](t, s, "POST", "/api/webinars/"+id+"/imports", map[string]any{"uploads": []string{stage(t, s, name, data)}}))
	if j.State != "failed" || j.Error == nil || j.Error.Code != "barred" {
		t.Errorf("%s: %+v", name, j)
	}
}

// A cancelled webinar refuses no change, waits for nobody, and can be planned again.
func TestACancelledWebinarSaysSo(t *testing.T) {
	s := open(t, nil, io.Discard)
	w := webinarFrom(t, s)
	at := fmt.Sprintf("/api/webinars/%s/state?version=%d", w.Webinar.ID, w.Webinar.Version)
	w = get[Webinar](t, s, "POST", at, map[string]any{"state": "cancelled", "reason": "the speaker is ill"})
	if h := w.Hold; h == nil || h.State != "cancelled" || h.Why != "the speaker is ill" || h.Refused == nil || len(h.Refused) > 0 || h.Back != "planned" || !slices.Contains(w.Moves, webinar.Planned) {
		t.Errorf("%+v, moves %v", h, w.Moves)
	}
	for _, x := range w.Stages {
		if x.State != "done" && x.State != "ended" {
			t.Errorf("%+v still waits", x)
		}
	}
}
