package web

import (
	"cmp"
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"rapporteur/internal/beneficiary"
	"rapporteur/internal/indicator"
	"rapporteur/internal/sector"
	"rapporteur/internal/workflow"
)

type peopleInput struct {
	Part   string `query:"part" enum:"all,several,walk_ins,open,conflict,not_attended" default:"all"`
	Query  string `query:"q" maxLength:"200"`
	Offset int    `query:"offset" minimum:"0"`
	Limit  int    `query:"limit" minimum:"1" maximum:"200" default:"200"`
}

// People is a window of the persons of all webinars, each once. Counts are by part over all of them; Questions counts what
// is doubtful. Version is that of the answers on persons.
type People struct {
	Version   int                      `json:"version"`
	Total     int                      `json:"total"`
	Counts    map[string]int           `json:"counts"`
	Questions int                      `json:"questions"`
	Rows      []workflow.OnePersonView `json:"rows"`
	Footnote  string                   `json:"footnote"`
	Periods   []string                 `json:"periods" doc:"half-years with a webinar, the latest first"`

	Sectors       []Named `json:"sectors" doc:"the printed names of the codes"`
	Beneficiaries []Named `json:"beneficiaries"`
}

// Questions are those on who is one person, the most telling first.
type Questions struct {
	Version int                       `json:"version"`
	Rows    []workflow.SamePersonView `json:"rows"`
}

type periodInput struct {
	Period  string `query:"period" maxLength:"40" doc:"2020-H1, 2020, or two days joined by two dots; empty: all time"`
	Project string `query:"project" maxLength:"100"`
}

type whoInput struct {
	Period  string `query:"period" maxLength:"40"`
	Project string `query:"project" maxLength:"100"`
	Figure  string `query:"figure" required:"true" maxLength:"400"`
	Offset  int    `query:"offset" minimum:"0"`
	Limit   int    `query:"limit" minimum:"1" maximum:"200" default:"200"`
}

// Who is a window of what a figure of a period counts; Total is how many persons, webinars or institutions that are.
type Who struct {
	workflow.WhoView
	Total int `json:"total"`
}

type onePersonInput struct {
	Person string `path:"person"`
}

type sameInput struct {
	Body struct {
		One     string `json:"one" minLength:"4"`
		Other   string `json:"other" minLength:"4"`
		Same    bool   `json:"same"`
		Version int    `json:"version" minimum:"1"`
		Reason  string `json:"reason,omitempty" maxLength:"2000"`
	}
}

type partInput struct {
	Person string `path:"person"`
	Body   struct {
		Webinars []string `json:"webinars" minItems:"1" doc:"where it was somebody else"`
		Version  int      `json:"version" minimum:"1"`
		Reason   string   `json:"reason,omitempty" maxLength:"2000"`
	}
}

type takeBackInput struct {
	Body struct {
		Change  string `json:"change,omitempty" maxLength:"100" doc:"the answer; empty: the last one"`
		Version int    `json:"version" minimum:"1"`
	}
}

// parts are those of the list of people, in the order shown.
var parts = []string{workflow.AllPersons, workflow.Returning, workflow.WalkedIn, workflow.NotCertain, workflow.InConflict, workflow.NeverAttending}

// people declares the persons over all webinars.
func (s *Server) people(api huma.API) {
	handle(s, api, http.MethodGet, "/api/people", "people", "Everybody of all webinars, each person once.",
		func(ctx context.Context, in *peopleInput) (People, error) {
			all, err := s.desk.Everybody(ctx)
			if err != nil {
				return People{}, err
			}
			out := People{Version: all.Version, Counts: map[string]int{}, Questions: len(all.Questions), Rows: []workflow.OnePersonView{}, Footnote: beneficiary.Footnote(""),
				Periods: all.Periods(), Sectors: []Named{}, Beneficiaries: []Named{}}
			for _, g := range sector.Groups() {
				out.Sectors = append(out.Sectors, Named{string(g), g.Title(), g.Colour()})
			}
			for _, code := range beneficiary.Rows() {
				out.Beneficiaries = append(out.Beneficiaries, Named{string(code), beneficiary.Name(code, all.Latest()), ""})
			}
			for _, part := range parts {
				out.Counts[part] = len(all.Found(part, ""))
			}
			found := all.Found(in.Part, in.Query)
			out.Total = len(found)
			for _, p := range workflow.Page(found, in.Offset, in.Limit) {
				out.Rows = append(out.Rows, shownPerson(workflow.ViewOnePerson(p)))
			}
			return out, nil
		})
	handle(s, api, http.MethodGet, "/api/people/figures", "figures-of-period", "Participations and unique persons of a period.",
		func(ctx context.Context, in *periodInput) (indicator.Figures, error) {
			return s.desk.Figures(ctx, in.Project, in.Period)
		})
	handle(s, api, http.MethodGet, "/api/people/who", "who", "The persons, webinars or institutions that a figure of a period counts.",
		func(ctx context.Context, in *whoInput) (Who, error) {
			v, err := s.desk.Who(ctx, in.Project, in.Period, in.Figure)
			out := Who{WhoView: v, Total: len(v.Persons) + len(v.Webinars) + len(v.Institutions)}
			out.Persons = append([]workflow.CountedView{}, workflow.Page(v.Persons, in.Offset, in.Limit)...)
			for i := range out.Persons {
				out.Persons[i].OnePersonView = shownPerson(out.Persons[i].OnePersonView)
			}
			out.Webinars = append([]workflow.CountedWebinar{}, workflow.Page(v.Webinars, in.Offset, in.Limit)...)
			for i := range out.Webinars {
				out.Webinars[i].Title = marked(out.Webinars[i].Title)
			}
			out.Institutions = append([]indicator.Institution{}, workflow.Page(v.Institutions, in.Offset, in.Limit)...)
			for i := range out.Institutions {
				out.Institutions[i].Name = marked(out.Institutions[i].Name)
			}
			return out, err
		})
	handle(s, api, http.MethodGet, "/api/people/questions", "people-questions", "Who may be one person, with the evidence.",
		func(ctx context.Context, _ *none) (Questions, error) {
			all, err := s.desk.Everybody(ctx)
			if err != nil {
				return Questions{}, err
			}
			out := Questions{Version: all.Version, Rows: []workflow.SamePersonView{}}
			for _, q := range all.Questions {
				out.Rows = append(out.Rows, shownQuestion(workflow.ViewQuestion(q)))
			}
			return out, nil
		})
	handle(s, api, http.MethodGet, "/api/people/{person}", "person-record", "Everything held of one person over all webinars.",
		func(ctx context.Context, in *onePersonInput) (workflow.PersonRecord, error) {
			r, err := s.desk.PersonRecord(ctx, in.Person)
			r.Person = shownPerson(r.Person)
			for i := range r.Questions {
				r.Questions[i] = shownQuestion(r.Questions[i])
			}
			for i := range r.Webinars {
				w := &r.Webinars[i]
				w.Title = marked(w.Title)
				for k := range w.Registrations {
					w.Registrations[k] = shownRegistration(w.Registrations[k])
				}
			}
			return r, err
		})
	handle(s, api, http.MethodPost, "/api/people/same", "same-person", "Say that two persons are one, or are two.",
		func(ctx context.Context, in *sameInput) (done, error) {
			return done{true}, s.desk.SamePerson(ctx, in.Body.One, in.Body.Other, in.Body.Same, in.Body.Version, in.Body.Reason)
		})
	handle(s, api, http.MethodPost, "/api/people/{person}/part", "part-person", "Say that the person at some webinars is somebody else.",
		func(ctx context.Context, in *partInput) (done, error) {
			return done{true}, s.desk.PartPerson(ctx, in.Person, in.Body.Webinars, in.Body.Version, in.Body.Reason)
		})
	handle(s, api, http.MethodPost, "/api/people/take-back", "take-back", "Take back an answer on persons, or the forgetting of what was remembered.",
		func(ctx context.Context, in *takeBackInput) (done, error) {
			_, err := s.desk.TakeBack(ctx, in.Body.Change, in.Body.Version, "")
			return done{true}, err
		})
	for _, kind := range []string{"json", "xlsx"} {
		mime := cmp.Or(kinds[kind], "application/json")
		file(s, api, "/api/people/{person}/"+kind, "person-"+kind, "Everything held of one person, as a file.", mime,
			func(ctx context.Context, in *onePersonInput) (download, error) {
				name, data, err := s.desk.PersonFile(ctx, in.Person, kind)
				return download{name, mime, data}, err
			})
	}
}

func shownPerson(v workflow.OnePersonView) workflow.OnePersonView {
	v.Organisation = marked(v.Organisation)
	return v
}

func shownQuestion(q workflow.SamePersonView) workflow.SamePersonView {
	q.One, q.Other = shownPerson(q.One), shownPerson(q.Other)
	return q
}
