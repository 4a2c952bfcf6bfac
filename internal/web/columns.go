package web

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"rapporteur/internal/workflow"
)

// FileMap is a choice of the columns of one file.
type FileMap struct {
	SHA256  string         `json:"sha256" maxLength:"64"`
	Kind    string         `json:"kind,omitempty" enum:",attendance,registrations,poll,questions,survey" doc:"empty: as the file seems to be"`
	Sheet   string         `json:"sheet,omitempty" maxLength:"255"`
	Header  int            `json:"header,omitempty" minimum:"-1" doc:"line of the titles; 0: the table has none, -1: to be found"`
	Columns map[string]int `json:"columns,omitempty" doc:"column (from 0) by field; a field that several may have is named for each, question#3 for column C; none: to be suggested"`
	Draft   bool           `json:"draft,omitempty" doc:"not chosen yet: the columns are to be looked at"`
}

func (m FileMap) chosen() workflow.FileMapping {
	out := workflow.FileMapping{SHA256: m.SHA256, Kind: m.Kind, Draft: m.Draft}
	out.Sheet, out.Header, out.Columns = m.Sheet, m.Header, m.Columns
	return out
}

type lookInput struct {
	Plan string `path:"plan"`
	Body FileMap
}

type forgetInput struct {
	Plan string `path:"plan"`
	Body struct {
		SHA256 string `json:"sha256" maxLength:"64"`
	}
}

// columns declares how the columns of a table are chosen that no format claims.
func (s *Server) columns(api huma.API) {
	handle(s, api, http.MethodPost, "/api/imports/{plan}/columns", "look-at-columns", "Show a file of a plan under a choice of its columns.",
		func(_ context.Context, in *lookInput) (workflow.Look, error) {
			plan, err := s.plans.get(in.Plan)
			if err != nil {
				return workflow.Look{}, err
			}
			return plan.Look(in.Body.chosen())
		})
	handle(s, api, http.MethodPost, "/api/imports/{plan}/columns/forget", "forget-columns", "Forget the columns that are remembered for the header of a file.",
		func(ctx context.Context, in *forgetInput) (done, error) {
			plan, err := s.plans.get(in.Plan)
			if err != nil {
				return done{}, err
			}
			file, err := plan.File(in.Body.SHA256)
			if err != nil {
				return done{}, err
			}
			return done{true}, s.desk.Seen(plan.Plan().Version).ForgetColumns(ctx, plan.Plan().Webinar, file)
		})
}
