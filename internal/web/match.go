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
	State  string `query:"state" enum:",automatic,decided,open,walk_in,unidentified,staff,conflict,review" doc:"conflict: those whose decisions contradict each other; review: these and the open ones. Who waits for an answer comes in the order in which it changes the figures most"`
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

type decideManyInput struct {
	ID      string `path:"id"`
	Version int    `query:"version" minimum:"1" required:"true"`
	Body    struct {
		Answers []workflow.Answer `json:"answers" maxItems:"1000"`
		Reason  string            `json:"reason,omitempty"`
	}
}

type splitInput struct {
	ID      string `path:"id"`
	Person  string `path:"person"`
	Version int    `query:"version" minimum:"1" required:"true"`
	Body    struct {
		Names  []string `json:"names" maxItems:"50" doc:"the people at the connection; none takes an earlier answer back"`
		Reason string   `json:"reason,omitempty"`
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
			found := membersIn(d, in.State, in.Query)
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
	handle(s, api, http.MethodGet, "/api/webinars/{id}/people/{person}/alike", "alike", "The open people of whom the same is known as of one.",
		func(ctx context.Context, in *personID) (workflow.AlikeView, error) {
			d, err := s.desk.Dossier(ctx, in.ID, "")
			if err != nil {
				return workflow.AlikeView{}, err
			}
			v, err := d.Alike(in.Person)
			for i := range v.Rows {
				v.Rows[i].Member = shownMember(v.Rows[i].Member)
				if v.Rows[i].First != nil {
					v.Rows[i].First.Registration = shownRegistration(v.Rows[i].First.Registration)
				}
			}
			return v, err
		})
	handle(s, api, http.MethodPost, "/api/webinars/{id}/decisions", "decide-many", "Answer who several people in attendance are, as one change.",
		func(ctx context.Context, in *decideManyInput) (done, error) {
			return done{true}, s.desk.Seen(in.Version).DecideMany(ctx, in.ID, in.Body.Answers, in.Body.Reason)
		})
	handle(s, api, http.MethodPost, "/api/webinars/{id}/people/{person}/split", "split", "Say which people sat at one connection, or take it back.",
		func(ctx context.Context, in *splitInput) (done, error) {
			who, err := s.attendees(ctx, in.ID, in.Person, nil)
			if err != nil {
				return done{}, err
			}
			return done{true}, s.desk.Seen(in.Version).Split(ctx, in.ID, who, in.Body.Names, in.Body.Reason)
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

// membersIn are the people in attendance of one class that hold every word of a query.
func membersIn(d *workflow.Dossier, state, query string) []breakdown.Member {
	var wanted func(match.Participant) bool
	switch state {
	case "conflict":
		wanted = func(p match.Participant) bool { return p.Conflict }
	case "review":
		wanted = func(match.Participant) bool { return true }
	case string(match.Open):
		wanted = func(p match.Participant) bool { return p.State == match.Open }
	default:
		return d.MembersIn(match.State(state), query)
	}
	holds := map[string]bool{}
	for _, m := range d.MembersIn("", query) {
		holds[m.Participant.ID] = true
	}
	return slices.DeleteFunc(d.ToReview(), func(m breakdown.Member) bool { return !holds[m.Participant.ID] || !wanted(m.Participant) })
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
