package web

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"rapporteur/internal/beneficiary"
	"rapporteur/internal/report"
	"rapporteur/internal/sector"
	"rapporteur/internal/webinar"
	"rapporteur/internal/workflow"
)

type webinarID struct {
	ID string `path:"id"`
}

// seenInput names a webinar and the version of it that the screen shows: an act on an older one is refused with 409.
type seenInput struct {
	ID      string `path:"id"`
	Version int    `query:"version" minimum:"1" required:"true"`
}

// Named is a code with its printed name; Colour is that of charts, where there is one.
type Named struct {
	Code   string `json:"code"`
	Name   string `json:"name"`
	Colour string `json:"colour"`
}

// Webinar is one webinar as the screens need it: its fields, how far its steps are, and the names printed for codes at
// its date. Title is printed as it stands here; Fields are the outline's fields as they are shown and as they are entered.
// Moves are the states it can be taken to, LocalTimes its start on the clocks of those concerned. Frozen is set when it
// is closed, Hold when it is closed or cancelled. Leads are the ways on from each step. Footnote explains the asterisk of
// Kosovo*.
type Webinar struct {
	Title         string               `json:"title"`
	Webinar       workflow.WebinarView `json:"webinar"`
	Fields        []OutlineField       `json:"fields"`
	Moves         []webinar.State      `json:"moves"`
	LocalTimes    []webinar.LocalTime  `json:"local_times"`
	Stages        []workflow.Stage     `json:"stages"`
	Leads         []workflow.Lead      `json:"leads"`
	Sectors       []Named              `json:"sectors"`
	Beneficiaries []Named              `json:"beneficiaries"`
	Footnote      string               `json:"footnote"`
	Frozen        *workflow.Frozen     `json:"frozen,omitempty"`
	Hold          *workflow.Hold       `json:"hold,omitempty"`
	OutlineFiles  OutlineFiles         `json:"outline_files"`
}

// OutlineFiles are the names that the outline is saved under, by its form.
type OutlineFiles struct {
	Text string `json:"txt"`
	Page string `json:"html"`
}

func (s *Server) webinar(ctx context.Context, id string) (Webinar, error) {
	d, err := s.desk.Dossier(ctx, id, "")
	if err != nil {
		return Webinar{}, err
	}
	out := Webinar{Title: marked(d.Webinar.Outline.Title), Webinar: workflow.ViewWebinar(d.Webinar), Fields: outlineFields(d.Webinar),
		Moves:      append([]webinar.State{}, d.Webinar.State.Moves()...),
		LocalTimes: []webinar.LocalTime{}, Stages: d.Stages(), Sectors: []Named{}, Beneficiaries: []Named{},
		Footnote: beneficiary.Footnote(d.Project.KosovoNote), Frozen: d.Frozen,
		OutlineFiles: OutlineFiles{report.FileName(d.Webinar, report.OutlinePage, ".txt"), report.FileName(d.Webinar, report.OutlinePage, ".html")}}
	if out.Hold, err = s.desk.Hold(ctx, id); err != nil {
		return Webinar{}, err
	}
	out.Leads = workflow.Leads(out.Stages, d.Webinar.State)
	if start, _ := d.Webinar.Window(); !start.IsZero() {
		out.LocalTimes = webinar.LocalTimes(start)
	}
	for _, g := range sector.Groups() {
		out.Sectors = append(out.Sectors, Named{string(g), g.Title(), g.Colour()})
	}
	for _, code := range beneficiary.Rows() {
		out.Beneficiaries = append(out.Beneficiaries, Named{string(code), beneficiary.Name(code, d.Webinar.Outline.Start), ""})
	}
	return out, nil
}

// marked is a text as it is shown: Kosovo* with its asterisk.
func marked(text string) string { return beneficiary.MarkKosovo(text) }

// OutlineField is one field of the outline: Values as they are entered, Shown as they are printed, Choices where there is a
// fixed list, the text of the outline they were read from, and what is to be checked.
type OutlineField struct {
	Field    string   `json:"field"`
	List     bool     `json:"list" doc:"takes one value per entry"`
	Choices  []string `json:"choices" doc:"what the values are chosen from; empty: any text"`
	Values   []string `json:"values"`
	Shown    []string `json:"shown"`
	Source   string   `json:"source"`
	Problems []string `json:"problems"`
}

func outlineFields(w webinar.Webinar) []OutlineField {
	out := []OutlineField{}
	for _, name := range webinar.Fields() {
		values, list := webinar.Get(w, name)
		f := OutlineField{Field: name, List: list, Choices: append([]string{}, webinar.Choices(name)...), Values: values, Shown: []string{}, Source: marked(w.Outline.Sources[name]), Problems: []string{}}
		for _, v := range values {
			f.Shown = append(f.Shown, marked(v))
		}
		for _, p := range w.Outline.Problems {
			if p.Field == name {
				f.Problems = append(f.Problems, p.Message)
			}
		}
		out = append(out, f)
	}
	return out
}

// FieldValues sets one field: one value, or one for each entry of a list.
type FieldValues struct {
	Field  string   `json:"field" minLength:"1" maxLength:"60"`
	Values []string `json:"values"`
}

type editInput struct {
	ID      string `path:"id"`
	Version int    `query:"version" minimum:"1" required:"true"`
	Body    struct {
		Fields []FieldValues `json:"fields" minItems:"1"`
		Reason string        `json:"reason,omitempty"`
	}
}

type stateInput struct {
	ID      string `path:"id"`
	Version int    `query:"version" minimum:"1" required:"true"`
	Body    struct {
		State  string `json:"state" enum:"planned,postponed,held,cancelled,closed"`
		Reason string `json:"reason,omitempty"`
	}
}

type outlineFile struct {
	ID     string `path:"id"`
	Format string `path:"format" enum:"txt,html"`
}

// outline declares the webinar and its outline.
func (s *Server) outline(api huma.API) {
	handle(s, api, http.MethodGet, "/api/webinars/{id}", "webinar", "One webinar.",
		func(ctx context.Context, in *webinarID) (Webinar, error) { return s.webinar(ctx, in.ID) })
	handle(s, api, http.MethodPatch, "/api/webinars/{id}", "edit-webinar", "Set fields of the outline.",
		func(ctx context.Context, in *editInput) (Webinar, error) {
			var settings []workflow.Setting
			for _, f := range in.Body.Fields {
				values := f.Values
				if len(values) == 0 {
					values = []string{""}
				}
				for _, v := range values {
					settings = append(settings, workflow.Setting{Field: f.Field, Value: v})
				}
			}
			if _, err := s.desk.Seen(in.Version).EditWebinar(ctx, in.ID, settings, in.Body.Reason); err != nil {
				return Webinar{}, err
			}
			return s.webinar(ctx, in.ID)
		})
	handle(s, api, http.MethodPost, "/api/webinars/{id}/state", "move-webinar", "Say that the webinar was held, postponed or cancelled, or close it.",
		func(ctx context.Context, in *stateInput) (Webinar, error) {
			desk, to := s.desk.Seen(in.Version), webinar.State(in.Body.State)
			move := func() (webinar.Webinar, error) { return desk.MoveWebinar(ctx, in.ID, to, in.Body.Reason) }
			if to == webinar.Closed {
				move = func() (webinar.Webinar, error) { return desk.CloseWebinar(ctx, in.ID, false, in.Body.Reason) }
			}
			if _, err := move(); err != nil {
				return Webinar{}, err
			}
			return s.webinar(ctx, in.ID)
		})
	handle(s, api, http.MethodPost, "/api/webinars/{id}/reopen", "reopen-webinar", "Take the closing of a webinar back; the report's texts stay.",
		func(ctx context.Context, in *seenInput) (Webinar, error) {
			if _, err := s.desk.Seen(in.Version).ReopenWebinar(ctx, in.ID, ""); err != nil {
				return Webinar{}, err
			}
			return s.webinar(ctx, in.ID)
		})
	file(s, api, "/api/webinars/{id}/outline/{format}", "outline-file", "The outline as it would be published.", "text/plain",
		func(ctx context.Context, in *outlineFile) (download, error) {
			w, err := s.desk.Webinar(ctx, in.ID)
			if err != nil {
				return download{}, err
			}
			name := report.FileName(w, report.OutlinePage, "."+in.Format)
			if in.Format == "html" {
				return download{name, "text/html; charset=utf-8", webinar.WriteHTML(w.Outline)}, nil
			}
			return download{name, "text/plain; charset=utf-8", webinar.WriteText(w.Outline)}, nil
		})
}
