package web

import (
	"context"
	"net/http"
	"slices"

	"github.com/danielgtaylor/huma/v2"

	"rapporteur/internal/breakdown"
	"rapporteur/internal/match"
	"rapporteur/internal/workflow"
)

type membersInput struct {
	ID     string `path:"id"`
	State  string `query:"state" enum:",automatic,decided,open,walk_in,unidentified,staff,conflict" doc:"conflict: those whose decisions contradict each other"`
	Query  string `query:"q" maxLength:"200"`
	Offset int    `query:"offset" minimum:"0"`
	Limit  int    `query:"limit" minimum:"1" maximum:"200" default:"200"`
}

// Members is a window of the people in attendance. Counts are by match state over all of them and add up to People;
// Conflicts counts those whose decisions contradict each other.
type Members struct {
	Total     int                   `json:"total"`
	People    int                   `json:"people"`
	Conflicts int                   `json:"conflicts"`
	Counts    map[string]int        `json:"counts"`
	Rows      []workflow.MemberView `json:"rows"`
}

type personInput struct {
	ID     string `path:"id"`
	Person string `path:"person"`
	Rule   string `query:"rule" maxLength:"20" doc:"another attendance rule, not stored"`
}

type personID struct {
	ID     string `path:"id"`
	Person string `path:"person"`
}

type decideInput struct {
	ID      string `path:"id"`
	Person  string `path:"person"`
	Version int    `query:"version" minimum:"1" required:"true"`
	Body    struct {
		Registration string   `json:"registration" minLength:"4" doc:"a registration's id, or none for a walk-in"`
		Attendees    []string `json:"attendees,omitempty" doc:"some of the attendees united in the person; without it all of them"`
		Reason       string   `json:"reason,omitempty"`
	}
}

type staffInput struct {
	ID      string `path:"id"`
	Person  string `path:"person"`
	Version int    `query:"version" minimum:"1" required:"true"`
	Body    struct {
		Staff     bool     `json:"staff"`
		Attendees []string `json:"attendees,omitempty" doc:"as with a decision"`
		Reason    string   `json:"reason,omitempty"`
	}
}

// match declares who is who, and the evidence of one person.
func (s *Server) match(api huma.API) {
	handle(s, api, http.MethodGet, "/api/webinars/{id}/members", "members", "The people in attendance.",
		func(ctx context.Context, in *membersInput) (Members, error) {
			d, err := s.desk.Dossier(ctx, in.ID, "")
			if err != nil {
				return Members{}, err
			}
			found := d.MembersIn(match.State(in.State), in.Query)
			if in.State == "conflict" {
				found = slices.DeleteFunc(d.MembersIn("", in.Query), func(m breakdown.Member) bool { return !m.Participant.Conflict })
			}
			out := Members{Total: len(found), People: len(d.Members), Counts: map[string]int{}, Rows: []workflow.MemberView{}}
			out.Counts, out.Conflicts = d.MatchCounts()
			for _, m := range workflow.Page(found, in.Offset, in.Limit) {
				out.Rows = append(out.Rows, shownMember(workflow.ViewMember(m)))
			}
			return out, nil
		})
	handle(s, api, http.MethodGet, "/api/webinars/{id}/people/{person}", "person", "One person: rows, stays, match and sector with reasons.",
		func(ctx context.Context, in *personInput) (workflow.PersonView, error) {
			d, err := s.desk.Dossier(ctx, in.ID, in.Rule)
			if err != nil {
				return workflow.PersonView{}, err
			}
			v, err := d.Person(in.Person)
			v.Member = shownMember(v.Member)
			for i := range v.Registrations {
				v.Registrations[i] = shownRegistration(v.Registrations[i])
			}
			return v, err
		})
	handle(s, api, http.MethodGet, "/api/webinars/{id}/people/{person}/review", "review", "Who one person in attendance may be.",
		func(ctx context.Context, in *personID) (workflow.ReviewView, error) {
			d, err := s.desk.Dossier(ctx, in.ID, "")
			if err != nil {
				return workflow.ReviewView{}, err
			}
			v, err := d.Review(in.Person)
			for i := range v.Candidates {
				v.Candidates[i].Registration = shownRegistration(v.Candidates[i].Registration)
			}
			return v, err
		})
	handle(s, api, http.MethodPost, "/api/webinars/{id}/people/{person}/decision", "decide", "Answer who a person in attendance is.",
		func(ctx context.Context, in *decideInput) (done, error) {
			who, err := s.attendees(ctx, in.ID, in.Person, in.Body.Attendees)
			if err != nil {
				return done{}, err
			}
			return done{true}, s.desk.Seen(in.Version).DecideAll(ctx, in.ID, who, in.Body.Registration, in.Body.Reason)
		})
	handle(s, api, http.MethodPost, "/api/webinars/{id}/people/{person}/staff", "set-staff", "Set a person in attendance apart as staff, or back.",
		func(ctx context.Context, in *staffInput) (done, error) {
			who, err := s.attendees(ctx, in.ID, in.Person, in.Body.Attendees)
			if err != nil {
				return done{}, err
			}
			return done{true}, s.desk.Seen(in.Version).SetStaffAll(ctx, in.ID, who, in.Body.Staff, in.Body.Reason)
		})
}

// attendees are those whom an answer is for: the ones named, or all that are united in the person.
func (s *Server) attendees(ctx context.Context, webinar, person string, named []string) ([]string, error) {
	if len(named) > 0 {
		return named, nil
	}
	d, err := s.desk.Dossier(ctx, webinar, "")
	if err != nil {
		return nil, err
	}
	v, err := d.Review(person)
	for _, a := range v.Attendees {
		named = append(named, a.ID)
	}
	return named, err
}

// shownMember is a person in attendance as screens show it.
func shownMember(v workflow.MemberView) workflow.MemberView {
	v.Organisation, v.JobTitle, v.Country, v.Declared = marked(v.Organisation), marked(v.JobTitle), marked(v.Country), marked(v.Declared)
	v.Profile.Reason, v.Profile.Contradiction = marked(v.Profile.Reason), marked(v.Profile.Contradiction)
	if v.Place != nil {
		place := *v.Place
		place.Declared, place.Reason, place.Hints = marked(place.Declared), marked(place.Reason), slices.Clone(place.Hints)
		for i := range place.Hints {
			place.Hints[i].Reason = marked(place.Hints[i].Reason)
		}
		v.Place = &place
	}
	return v
}
