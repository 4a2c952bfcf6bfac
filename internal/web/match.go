package web

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"rapporteur/internal/match"
	"rapporteur/internal/workflow"
)

type membersInput struct {
	ID     string `path:"id"`
	State  string `query:"state" enum:",automatic,decided,open,walk_in,unidentified,staff"`
	Query  string `query:"q" maxLength:"200"`
	Offset int    `query:"offset" minimum:"0"`
	Limit  int    `query:"limit" minimum:"1" maximum:"200" default:"200"`
}

// Members is a window of the people in attendance. Counts are by match state over all of them.
type Members struct {
	Total  int                   `json:"total"`
	Counts map[string]int        `json:"counts"`
	Rows   []workflow.MemberView `json:"rows"`
}

type personInput struct {
	ID     string `path:"id"`
	Person string `path:"person"`
	Rule   string `query:"rule" maxLength:"20" doc:"another attendance rule, not stored"`
}

type decideInput struct {
	ID      string `path:"id"`
	Person  string `path:"person"`
	Version int    `query:"version" minimum:"1" required:"true"`
	Body    struct {
		Registration string `json:"registration" minLength:"4" doc:"a registration's id, or none for a walk-in"`
		Reason       string `json:"reason,omitempty"`
	}
}

type staffInput struct {
	ID      string `path:"id"`
	Person  string `path:"person"`
	Version int    `query:"version" minimum:"1" required:"true"`
	Body    struct {
		Staff  bool   `json:"staff"`
		Reason string `json:"reason,omitempty"`
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
			out := Members{Total: len(found), Counts: workflow.ViewMatch(d).Totals, Rows: []workflow.MemberView{}}
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
	handle(s, api, http.MethodPost, "/api/webinars/{id}/people/{person}/decision", "decide", "Answer who an attendee is.",
		func(ctx context.Context, in *decideInput) (done, error) {
			return done{true}, s.desk.Seen(in.Version).Decide(ctx, in.ID, in.Person, in.Body.Registration, in.Body.Reason)
		})
	handle(s, api, http.MethodPost, "/api/webinars/{id}/people/{person}/staff", "set-staff", "Set an attendee apart as staff, or back.",
		func(ctx context.Context, in *staffInput) (done, error) {
			return done{true}, s.desk.Seen(in.Version).SetStaff(ctx, in.ID, in.Person, in.Body.Staff, in.Body.Reason)
		})
}

// shownMember is a person in attendance as screens show it.
func shownMember(v workflow.MemberView) workflow.MemberView {
	v.Organisation, v.JobTitle, v.Country, v.Declared = marked(v.Organisation), marked(v.JobTitle), marked(v.Country), marked(v.Declared)
	v.Profile.Reason, v.Profile.Contradiction = marked(v.Profile.Reason), marked(v.Profile.Contradiction)
	return v
}
