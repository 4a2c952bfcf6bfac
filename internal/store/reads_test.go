package store

import (
	"context"
	"testing"

	"rapporteur/internal/change"
	"rapporteur/internal/fault"
	"rapporteur/internal/webinar"
)

func TestWebinarByPrefix(t *testing.T) {
	ctx, s := context.Background(), mustOpen(t, t.TempDir())
	for _, id := range []string{"abcd1111", "abcd2222", "abcd", "zz%_"} {
		do(t, s, change.WebinarNew, id, func(tx *Tx) error {
			_, err := tx.NewWebinar(webinar.Webinar{ID: id, State: webinar.Planned})
			return err
		})
	}
	for _, c := range []struct {
		ask, want string
		code      fault.Code
	}{
		{ask: "abcd1111", want: "abcd1111"}, {ask: " ABCD2 ", want: "abcd2222"}, {ask: "abcd", want: "abcd"}, {ask: "zz%_", want: "zz%_"},
		{ask: "abc", code: fault.NotFound}, {ask: "abcd3", code: fault.NotFound}, {ask: "%%%%", code: fault.NotFound},
		{ask: "", code: fault.NotFound},
	} {
		w, err := s.Webinar(ctx, c.ask)
		if w.ID != c.want || (c.code != "" && !fault.Is(err, c.code)) || (c.code == "" && err != nil) {
			t.Errorf("webinar %q: %q, %v", c.ask, w.ID, err)
		}
	}
	do(t, s, change.WebinarNew, "abcd1112", func(tx *Tx) error {
		_, err := tx.NewWebinar(webinar.Webinar{State: webinar.Planned})
		return err
	})
	if _, err := s.Webinar(ctx, "abcd111"); !fault.Is(err, fault.Ambiguous) {
		t.Errorf("a prefix of two webinars: %v", err)
	}
	if n := len(must[[]webinar.Webinar](t)(s.Webinars(ctx))); n != 5 {
		t.Errorf("%d webinars", n)
	}
}

func TestUnknownProjectAndActivityAreRefused(t *testing.T) {
	s := mustOpen(t, t.TempDir())
	for _, w := range []webinar.Webinar{{Project: "none"}, {ActivityType: "none"}} {
		_, err := s.Do(context.Background(), change.Change{Kind: change.WebinarNew}, -1, func(tx *Tx) error {
			_, err := tx.NewWebinar(w)
			return err
		})
		if !fault.Is(err, fault.Invalid) {
			t.Errorf("%+v: %v", w.Project, err)
		}
	}
	equal(t, len(must[[]ActivityType](t)(s.ActivityTypes(context.Background()))), 3)
}
