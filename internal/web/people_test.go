package web

import (
	"net/http"
	"testing"

	"rapporteur/internal/indicator"
)

// The figures of a period open whom they count, in windows.
func TestWhoIsCounted(t *testing.T) {
	s, id := sampled(t)
	f := get[indicator.Figures](t, s, "GET", "/api/people/figures?period=2020-H1", nil)
	who := get[Who](t, s, "GET", "/api/people/who?period=2020-H1&figure=unique_persons&offset=2&limit=3", nil)
	if who.N != f.UniquePersons || who.Total != f.UniquePersons || len(who.Persons) != 3 || who.Persons[0].Name == "" || who.Persons[0].Times != 1 {
		t.Errorf("of %d persons: %+v", f.UniquePersons, who)
	}
	if who = get[Who](t, s, "GET", "/api/people/who?figure=held", nil); who.N != 1 || len(who.Webinars) != 1 || who.Webinars[0].ID != id || who.Webinars[0].Attended != f.Participations {
		t.Errorf("held: %+v", who)
	}
	if who = get[Who](t, s, "GET", "/api/people/who?period=2021&figure=unique_persons", nil); who.N != 0 || who.Persons == nil {
		t.Errorf("of a period without a webinar: %+v", who)
	}
	refused(t, s, "GET", "/api/people/who?figure=nobody", nil, http.StatusNotFound, "not-found")
}
