package web

import (
	"net/url"
	"testing"

	"rapporteur/internal/workflow"
)

func TestSearch(t *testing.T) {
	s, id := sampled(t)
	find := func(webinar, q string) map[string][]workflow.Hit {
		t.Helper()
		found := map[string][]workflow.Hit{}
		for _, h := range get[[]workflow.Hit](t, s, "GET", "/api/search?webinar="+webinar+"&q="+url.QueryEscape(q), nil) {
			found[h.Kind] = append(found[h.Kind], h)
		}
		return found
	}
	if found := find(id, ""); len(found["webinar"]) != 1 || len(found["person"])+len(found["registration"])+len(found["section"]) != 0 {
		t.Errorf("without a word: %v", found)
	}
	if found := find(id, "conclusions"); len(found["section"]) != 1 || found["section"][0].ID != "conclusions" || found["section"][0].Webinar != id {
		t.Errorf("a section of the report: %v", found["section"])
	}
	if found := find("", "conclusions"); len(found["section"]) != 0 {
		t.Errorf("sections of no webinar: %v", found["section"])
	}
	if found := find("", "CHILD pandemic"); len(found["webinar"]) != 1 || found["webinar"][0].ID != id {
		t.Errorf("a webinar: %v", found["webinar"])
	}
	attended := get[Members](t, s, "GET", "/api/webinars/"+id+"/members?state=automatic&limit=1", nil).Rows[0]
	for _, at := range []string{id, ""} {
		found := find(at, attended.Participant.Name)
		if len(found["person"]) == 0 || found["person"][0].ID != attended.Participant.ID || found["person"][0].Webinar != id {
			t.Errorf("a person in attendance, webinar %q: %v", at, found["person"])
		}
		for _, r := range found["registration"] {
			if r.ID == attended.Participant.Registration {
				t.Errorf("a person in attendance is listed twice")
			}
		}
	}
	absent := get[workflow.FigureView](t, s, "GET", "/api/webinars/"+id+"/figure?figure=no_shows&limit=1", nil).Registrations[0]
	if found := find(id, absent.Email); len(found["registration"]) != 1 || found["registration"][0].ID != absent.ID {
		t.Errorf("a person who did not come: %v", found["registration"])
	}
	if found := find(id, "nobody bears this name"); len(found) != 0 {
		t.Errorf("nothing to be found: %v", found)
	}
}
