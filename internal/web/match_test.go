package web

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"rapporteur/internal/change"
	"rapporteur/internal/workflow"
)

func version(t *testing.T, s *Server, id string) string {
	t.Helper()
	return fmt.Sprintf("?version=%d", get[Webinar](t, s, "GET", "/api/webinars/"+id, nil).Webinar.Version)
}

func members(t *testing.T, s *Server, id, query string) Members {
	t.Helper()
	return get[Members](t, s, "GET", "/api/webinars/"+id+"/members?"+query, nil)
}

// A walk-in by an officer's word is asked about again when a registration comes that fits; the answer links it, undo takes
// that back.
func TestAWalkInIsOfferedALaterRegistration(t *testing.T) {
	s, id := attended(t)
	at := "/api/webinars/" + id
	before := members(t, s, id, "state=walk_in")
	who := before.Rows[slices.IndexFunc(before.Rows, func(m workflow.MemberView) bool { return strings.Count(m.Participant.Name, " ") == 1 })].Participant
	get[done](t, s, "POST", at+"/people/"+who.ID+"/decision"+version(t, s, id), map[string]any{"registration": "none"})
	asked := members(t, s, id, "state=review").Total
	first, last, _ := strings.Cut(who.Name, " ")
	added := get[workflow.RegistrationView](t, s, "POST", at+"/registrations"+version(t, s, id),
		map[string]any{"first_name": first, "last_name": last, "email": "later@mail.example", "channel": "email"})
	later := func() []workflow.MemberView {
		return slices.DeleteFunc(members(t, s, id, "state=review").Rows, func(m workflow.MemberView) bool { return !m.Participant.Late })
	}
	if n, now := members(t, s, id, "state=review").Total, members(t, s, id, "state=walk_in"); n != asked+1 || now.Total != before.Total || len(later()) != 1 {
		t.Fatalf("%d to review after %d, %d walk-ins after %d, %d late", n, asked, now.Total, before.Total, len(later()))
	}
	v := get[workflow.ReviewView](t, s, "GET", at+"/people/"+who.ID+"/review", nil)
	if len(v.Candidates) != 1 || v.Candidates[0].Registration.ID != added.ID {
		t.Fatalf("offered: %+v", v.Candidates)
	}
	get[done](t, s, "POST", at+"/people/"+who.ID+"/decision"+version(t, s, id), map[string]any{"registration": added.ID})
	if n := members(t, s, id, "state=walk_in").Total; n != before.Total-1 || len(later()) != 0 {
		t.Errorf("linked: %d walk-ins, %d late", n, len(later()))
	}
	get[change.Change](t, s, "POST", at+"/undo"+version(t, s, id), nil)
	if n := members(t, s, id, "state=walk_in").Total; n != before.Total || len(later()) != 1 {
		t.Errorf("taken back: %d walk-ins, %d late", n, len(later()))
	}
}

// The counters add up to the distinct persons in attendance, whatever was decided.
func TestMatchCountersAddUp(t *testing.T) {
	s, id := attended(t)
	sum := func() (n, people int) {
		m := members(t, s, id, "limit=1")
		for _, c := range m.Counts {
			n += c
		}
		return n, m.People
	}
	n, people := sum()
	if n != people || n == 0 {
		t.Fatalf("%d counted, %d people", n, people)
	}
	open := members(t, s, id, "state=open").Rows
	for i, answer := range []string{"none", open[1].Participant.Candidates[0].Registration} {
		p := "/api/webinars/" + id + "/people/" + open[i].Participant.ID
		get[done](t, s, "POST", p+"/decision"+version(t, s, id), map[string]any{"registration": answer})
	}
	sure := members(t, s, id, "state=automatic&limit=1").Rows[0]
	get[done](t, s, "POST", "/api/webinars/"+id+"/people/"+sure.Participant.ID+"/staff"+version(t, s, id), map[string]any{"staff": true})
	if n, people = sum(); n != people {
		t.Errorf("after decisions: %d counted, %d people", n, people)
	}
	whole := people
	at := "/api/webinars/" + id
	split := at + "/people/" + members(t, s, id, "state=walk_in&limit=1").Rows[0].Participant.ID + "/split"
	get[done](t, s, "POST", split+version(t, s, id), map[string]any{"names": []string{"Vera Tesar", "Igor Probny", "Jan Modry"}})
	if n, people = sum(); n != people || people != whole+2 {
		t.Errorf("after a split: %d counted, %d people, %d before", n, people, whole)
	}
	b := get[Breakdown](t, s, "GET", at+"/breakdown", nil)
	for _, c := range b.Checks {
		if !c.OK {
			t.Errorf("after a split: %s", c.Name)
		}
	}
	get[map[string]any](t, s, "POST", at+"/undo"+version(t, s, id), nil)
	if n, people = sum(); n != people || people != whole {
		t.Errorf("after undo: %d counted, %d people, %d before", n, people, whole)
	}
	refused(t, s, "POST", split+version(t, s, id), map[string]any{"names": []string{"Vera Tesar", "VERA TESAR"}}, http.StatusUnprocessableEntity, "invalid")
	refused(t, s, "POST", split+version(t, s, id), map[string]any{"names": []string{"Vera Tesar"}}, http.StatusUnprocessableEntity, "invalid")
	refused(t, s, "POST", split+version(t, s, id), map[string]any{"names": []string{}}, http.StatusUnprocessableEntity, "invalid")
	refused(t, s, "POST", at+"/decisions"+version(t, s, id), map[string]any{"answers": []workflow.Answer{}}, http.StatusUnprocessableEntity, "invalid")
}

// Who waits for an answer comes in the order in which it changes the figures most, and those alike are among them.
func TestReviewOrder(t *testing.T) {
	s, id := attended(t)
	rows := members(t, s, id, "state=review").Rows
	if open := members(t, s, id, "state=open"); open.Total != len(rows) || len(rows) < 2 {
		t.Fatalf("%d to review, %d open", len(rows), open.Total)
	}
	for i, m := range rows {
		if i > 0 && m.Attended && !rows[i-1].Attended {
			t.Errorf("place %d attended, the one before did not", i)
		}
		v := get[workflow.AlikeView](t, s, "GET", "/api/webinars/"+id+"/people/"+m.Participant.ID+"/alike", nil)
		r := get[workflow.ReviewView](t, s, "GET", "/api/webinars/"+id+"/people/"+m.Participant.ID+"/review", nil)
		if len(v.Rows) != r.Alike || v.Rows[0].Member.Participant.ID != m.Participant.ID {
			t.Errorf("place %d: %d alike, %d said", i, len(v.Rows), r.Alike)
		}
	}
	first := rows[0].Participant
	get[done](t, s, "POST", "/api/webinars/"+id+"/decisions"+version(t, s, id), map[string]any{"answers": []workflow.Answer{
		{Attendees: first.Attendees, Registration: first.Candidates[0].Registration}, {Attendees: rows[1].Participant.Attendees, Registration: "none"}}})
	if after := members(t, s, id, "state=review"); after.Total != len(rows)-2 {
		t.Errorf("%d left of %d", after.Total, len(rows))
	}
	get[map[string]any](t, s, "POST", "/api/webinars/"+id+"/undo"+version(t, s, id), nil)
	if after := members(t, s, id, "state=review"); after.Total != len(rows) {
		t.Errorf("after one undo: %d of %d", after.Total, len(rows))
	}
}

// A review shows each candidate's registration, and who is matched to it already.
func TestReview(t *testing.T) {
	s, id := attended(t)
	taken := 0
	for _, m := range members(t, s, id, "state=open").Rows {
		v := get[workflow.ReviewView](t, s, "GET", "/api/webinars/"+id+"/people/"+m.Participant.ID+"/review", nil)
		if len(v.Attendees) != len(m.Participant.Attendees) || len(v.Candidates) == 0 || len(v.Candidates) > 5 {
			t.Fatalf("%d attendees, %d candidates", len(v.Attendees), len(v.Candidates))
		}
		for i, c := range v.Candidates {
			if c.Registration.ID != m.Participant.Candidates[i].Registration || c.Registration.LastName == "" || len(c.Reasons) == 0 || c.Strength == "" {
				t.Errorf("candidate %d: %+v", i, c)
			}
			if c.Taken == "" {
				continue
			}
			taken++
			if found := members(t, s, id, "q="+strings.ReplaceAll(c.Registration.LastName, " ", "+")).Rows; len(found) == 0 {
				t.Errorf("%d: nobody matched bears the name of a taken registration", i)
			}
		}
	}
	if taken == 0 {
		t.Error("no candidate is taken: the test shows nothing")
	}
	refused(t, s, "GET", "/api/webinars/"+id+"/people/nobody0/review", nil, http.StatusNotFound, "not-found")
}

// An answer for a person in whom several attendees are united is an answer for all of them, one change; it can be narrowed.
func TestDecisionHoldsForAllThatAreUnited(t *testing.T) {
	s, id := attended(t)
	path := func(person string) string { return "/api/webinars/" + id + "/people/" + person }
	two := members(t, s, id, "state=walk_in&limit=2").Rows
	absent := members(t, s, id, "state=open&limit=1").Rows[0].Participant.Candidates[0].Registration
	for _, m := range two {
		get[done](t, s, "POST", path(m.Participant.ID)+"/decision"+version(t, s, id), map[string]any{"registration": absent})
	}
	several := get[workflow.PersonView](t, s, "GET", path(two[0].Participant.ID), nil).Member.Participant
	if len(several.Attendees) != 2 || several.State != "decided" {
		t.Fatalf("two persons decided to be one: %s, %d attendees", several.State, len(several.Attendees))
	}
	get[done](t, s, "POST", path(several.ID)+"/decision"+version(t, s, id), map[string]any{"registration": "none"})
	if p := get[workflow.PersonView](t, s, "GET", path(several.ID), nil).Member.Participant; p.State != "walk_in" {
		t.Errorf("after none: %s", p.State)
	}
	for _, one := range several.Attendees {
		if p := get[workflow.PersonView](t, s, "GET", path(one), nil).Member.Participant; p.State != "walk_in" || p.Conflict {
			t.Errorf("one of the united: %s, in conflict %v", p.State, p.Conflict)
		}
	}
	get[map[string]any](t, s, "POST", "/api/webinars/"+id+"/undo"+version(t, s, id), nil)
	if p := get[workflow.PersonView](t, s, "GET", path(several.ID), nil).Member.Participant; p.State != "decided" || len(p.Attendees) != 2 {
		t.Errorf("after one undo: %s, %d united", p.State, len(p.Attendees))
	}
	part := two[1].Participant.ID
	get[done](t, s, "POST", path(several.ID)+"/decision"+version(t, s, id), map[string]any{"registration": "none", "attendees": []string{part}})
	if p := get[workflow.PersonView](t, s, "GET", path(two[0].Participant.ID), nil).Member.Participant; p.State != "decided" || len(p.Attendees) != 1 {
		t.Errorf("the rest after an answer for one: %s, %d united", p.State, len(p.Attendees))
	}
}
