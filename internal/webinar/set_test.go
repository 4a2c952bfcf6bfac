package webinar_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur/internal/fault"
	"rapporteur/internal/webinar"
)

func sampleWebinar(t *testing.T) webinar.Webinar {
	t.Helper()
	return webinar.Webinar{State: webinar.Planned, Outline: readOutline(t, "sample", testdata(t, "outline-sample.txt"))}
}

func TestSet(t *testing.T) {
	at := func(s string) time.Time {
		v, err := time.Parse(time.RFC3339, s)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	for _, c := range []struct {
		field  string
		values []string
		got    func(webinar.Webinar) any
		want   any
	}{
		{"project", []string{" CyberSEE "}, func(w webinar.Webinar) any { return []string{w.Project, w.Outline.Project} }, []string{"CyberSEE", "CyberSEE"}},
		{"title", []string{" New  title "}, func(w webinar.Webinar) any { return w.Outline.Title }, "New title"},
		{"actual_start", []string{"2020-05-28 13:58"}, func(w webinar.Webinar) any { return w.ActualStart }, at("2020-05-28T10:58:00Z")},
		{"actual_start", []string{"2020-05-28T13:58:30+03:00"}, func(w webinar.Webinar) any { return w.ActualStart }, at("2020-05-28T10:58:30Z")},
		{"actual_start", nil, func(w webinar.Webinar) any { return w.ActualStart.IsZero() }, true},
		{"actual_end", []string{"2020-05-28 16:06"}, func(w webinar.Webinar) any { return w.ActualEnd }, at("2020-05-28T13:06:00Z")},
		{"start", []string{"2020-12-01 14:00"}, func(w webinar.Webinar) any { return []any{w.Outline.Start, w.Outline.End, w.Outline.ZoneWords} },
			[]any{at("2020-12-01T12:00:00Z"), at("2020-12-01T14:00:00Z"), "Eastern European Time: GMT +2 hours"}},
		{"zone", []string{"Europe/Paris"}, func(w webinar.Webinar) any { return []any{w.Outline.Start, w.Outline.End} }, []any{at("2020-05-28T12:00:00Z"), at("2020-05-28T14:00:00Z")}},
		{"end", []string{"2020-05-28 15:30"}, func(w webinar.Webinar) any { return w.Outline.DurationMinutes }, 90},
		{"duration_minutes", []string{"90"}, func(w webinar.Webinar) any { return w.Outline.End }, at("2020-05-28T12:30:00Z")},
		{"duration_minutes", []string{"1h30"}, func(w webinar.Webinar) any { return w.Outline.DurationMinutes }, 90},
		{"limit", []string{"330"}, func(w webinar.Webinar) any { return w.Seats() }, 330},
		{"capacity", []string{"250"}, func(w webinar.Webinar) any { return []any{w.Seats(), w.Outline.Participants[0]} }, []any{250, "There is room for up to 250 participants."}},
		{"rule", []string{"50 %"}, func(w webinar.Webinar) any { return w.Rule }, "50%"},
		{"rule", []string{"60 minutes"}, func(w webinar.Webinar) any { return w.Rule }, "60min"},
		{"connection", []string{"https://example.org/room"}, func(w webinar.Webinar) any { return w.Connection }, "https://example.org/room"},
		{"rules", []string{"Be kind."}, func(w webinar.Webinar) any { return w.Rules }, "Be kind."},
		{"activity_type", []string{"training"}, func(w webinar.Webinar) any { return w.ActivityType }, "training"},
		{"result", []string{"3"}, func(w webinar.Webinar) any { return w.Outline.Result }, 3},
		{"result_groups", []string{"fiu"}, func(w webinar.Webinar) any { return w.Outline.ResultGroups }, []string{"fiu"}},
		{"audience", []string{"police", "judiciary"}, func(w webinar.Webinar) any { return w.Outline.Audience }, []string{"judiciary", "police"}},
		{"language", []string{"Serbian"}, func(w webinar.Webinar) any { return w.Outline.Language }, "sr"},
		{"interpretation", []string{"sr", "Turkish"}, func(w webinar.Webinar) any { return w.Outline.Interpretation }, []string{"sr", "tr"}},
		{"interpretation", []string{"none"}, func(w webinar.Webinar) any { return w.Outline.Interpretation }, []string{}},
		{"confirmation_days", []string{"2"}, func(w webinar.Webinar) any { return w.Outline.ConfirmationDays }, 2},
		{"expected_outcomes", []string{"One", "Two"}, func(w webinar.Webinar) any { return w.Outline.ExpectedOutcomes }, []string{"One", "Two"}},
		{"speakers", []string{"Ana KOVAČ, Judge, Basic Court"}, func(w webinar.Webinar) any { return w.Outline.Speakers[0].Organisation }, "Basic Court"},
		{"resources", []string{"Agency: Trends"}, func(w webinar.Webinar) any { return w.Outline.Resources[0].Owner }, "Agency"},
		{"participants", []string{"Up to 80 judges."}, func(w webinar.Webinar) any { return []any{w.Outline.Capacity, w.Outline.Audience} }, []any{80, []string{"judiciary"}}},
		{"activities", []string{"It falls under Result 2."}, func(w webinar.Webinar) any { return w.Outline.Result }, 2},
		{"registration", []string{"Come by."}, func(w webinar.Webinar) any { return w.Outline.WebsiteOnly }, false},
		{"website_only", []string{"yes"}, func(w webinar.Webinar) any { return w.Outline.WebsiteOnly }, true},
	} {
		w := sampleWebinar(t)
		if err := webinar.Set(&w, c.field, c.values); err != nil {
			t.Errorf("%s=%q: %v", c.field, c.values, err)
			continue
		}
		if got := c.got(w); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s=%q: %v, want %v", c.field, c.values, got, c.want)
		}
	}
}

// Zone and start give the same instant in either order.
func TestZoneAndStartInAnyOrder(t *testing.T) {
	a, b := sampleWebinar(t), sampleWebinar(t)
	for _, step := range []struct {
		w            *webinar.Webinar
		field, value string
	}{
		{&a, "zone", "Europe/Istanbul"}, {&a, "start", "2020-12-01 10:00"},
		{&b, "start", "2020-12-01 10:00"}, {&b, "zone", "Europe/Istanbul"},
	} {
		if err := webinar.Set(step.w, step.field, []string{step.value}); err != nil {
			t.Fatal(err)
		}
	}
	if !a.Outline.Start.Equal(b.Outline.Start) || a.Outline.Start.Hour() != 7 {
		t.Errorf("starts %v and %v, want 07:00 UTC", a.Outline.Start, b.Outline.Start)
	}
}

func TestSetRefusesAndLeavesTheWebinarAlone(t *testing.T) {
	for _, c := range []struct {
		field  string
		values []string
	}{
		{"colour", []string{"red"}}, {"title", []string{"a", "b"}}, {"start", []string{"tomorrow"}}, {"start", nil}, {"start", []string{"28/05/2020 14:00"}},
		{"start", []string{"2020-03-29 03:30"}}, {"end", []string{"2020-05-28 13:00"}}, {"actual_end", []string{"2020-13-01 10:00"}}, {"zone", []string{"Bucharest"}},
		{"duration_minutes", []string{"long"}}, {"limit", []string{"many"}}, {"limit", []string{"-1"}}, {"capacity", []string{"0"}}, {"rule", []string{"101%"}},
		{"rule", []string{"half"}}, {"result", []string{"seven"}}, {"audience", []string{"everybody"}}, {"language", []string{"Klingon"}},
		{"website_only", []string{"no"}}, {"project", nil}, {"speakers", []string{"Ana KOVAČ; Prosecutor"}}, {"result_groups", []string{"police"}},
	} {
		w := sampleWebinar(t)
		before := sampleWebinar(t)
		err := webinar.Set(&w, c.field, c.values)
		if err == nil {
			t.Errorf("%s=%q is taken", c.field, c.values)
			continue
		}
		if f := fault.From(err); f.Hint == "" || f.Code == fault.Internal {
			t.Errorf("%s=%q: %v without help", c.field, c.values, f)
		}
		if !reflect.DeepEqual(w, before) {
			t.Errorf("%s=%q: the webinar changed", c.field, c.values)
		}
	}
	w := sampleWebinar(t)
	if err := webinar.Set(&w, "actual_start", []string{"2020-05-28 16:10"}); err != nil {
		t.Fatal(err)
	}
	if err := webinar.Set(&w, "actual_end", []string{"2020-05-28 16:00"}); err == nil {
		t.Error("an end before the start is taken")
	}
}

// An officer's value settles the problem of its field.
func TestSetSettlesTheProblem(t *testing.T) {
	o := readOutline(t, "rows", testdata(t, "outline-rows.html"))
	w := webinar.Webinar{Outline: o}
	has := func(field string) bool {
		return slices.ContainsFunc(w.Outline.Problems, func(p webinar.Problem) bool { return p.Field == field })
	}
	if !has("result") {
		t.Fatal("the outline has no problem with the result")
	}
	if err := webinar.Set(&w, "result", []string{"5"}); err != nil {
		t.Fatal(err)
	}
	if has("result") {
		t.Error("the problem stands after the officer's value")
	}
	if !slices.ContainsFunc(o.Problems, func(p webinar.Problem) bool { return p.Field == "result" }) {
		t.Error("the outline read before was changed too")
	}
}

func TestFieldsAreListed(t *testing.T) {
	for _, want := range []string{"actual_start", "actual_end", "limit", "connection", "rules", "rule", "activity_type", "title", "start", "zone", "speakers"} {
		if !slices.Contains(webinar.Fields(), want) {
			t.Errorf("%s is no field", want)
		}
	}
}

func TestMoveTo(t *testing.T) {
	ok := func(steps ...webinar.State) error {
		w := webinar.Webinar{State: webinar.Planned}
		for _, s := range steps {
			if err := w.MoveTo(s, "a reason"); err != nil {
				return err
			}
			if w.State != s || w.StateReason != "a reason" {
				t.Fatalf("state %s, reason %q", w.State, w.StateReason)
			}
		}
		return nil
	}
	for _, steps := range [][]webinar.State{
		{webinar.Postponed, webinar.Planned, webinar.Held, webinar.Closed}, {webinar.Cancelled, webinar.Planned},
	} {
		if err := ok(steps...); err != nil {
			t.Errorf("%v: %v", steps, err)
		}
	}
	for _, steps := range [][]webinar.State{
		{webinar.Closed}, {webinar.Cancelled, webinar.Closed}, {webinar.Held, webinar.Closed, webinar.Planned}, {webinar.Held, webinar.Postponed}, {webinar.Cancelled, webinar.Held}, {webinar.Planned}, {"gone"},
	} {
		if err := ok(steps...); err == nil {
			t.Errorf("%v is allowed", steps)
		}
	}
	w := webinar.Webinar{State: webinar.Planned}
	for _, s := range []webinar.State{webinar.Postponed, webinar.Cancelled} {
		if err := w.MoveTo(s, " "); !fault.Is(err, fault.Invalid) || w.State != webinar.Planned {
			t.Errorf("%s without a reason: %v, state %s", s, err, w.State)
		}
	}
}

func TestLocalTimes(t *testing.T) {
	clocks := func(start time.Time) string {
		var list []string
		for _, l := range webinar.LocalTimes(start) {
			list = append(list, l.Place+" "+l.Time.Format("15:04"))
		}
		return strings.Join(list, ", ")
	}
	summer := clocks(time.Date(2020, 5, 28, 11, 0, 0, 0, time.UTC))
	if want := "Bucharest 14:00, Tirana 13:00, Sarajevo 13:00, Pristina 13:00, Podgorica 13:00, Skopje 13:00, Belgrade 13:00, Ankara 14:00, Strasbourg 13:00"; summer != want {
		t.Errorf("summer: %s, want %s", summer, want)
	}
	winter := clocks(time.Date(2020, 12, 1, 11, 0, 0, 0, time.UTC))
	if want := "Bucharest 13:00, Tirana 12:00, Sarajevo 12:00, Pristina 12:00, Podgorica 12:00, Skopje 12:00, Belgrade 12:00, Ankara 14:00, Strasbourg 12:00"; winter != want {
		t.Errorf("winter: %s, want %s", winter, want)
	}
}
