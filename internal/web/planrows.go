package web

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"rapporteur/internal/workflow"
)

type planRowsInput struct {
	Plan   string `path:"plan"`
	Number string `query:"number" required:"true" maxLength:"2000" doc:"of a file: new, changed, known, left_out, left_out/REASON, remark/N; of what follows: registrations/NAME or attendance/NAME"`
	SHA256 string `query:"sha256" maxLength:"64" doc:"of the file; empty: the number is of what follows"`
	Offset int    `query:"offset" minimum:"0"`
	Limit  int    `query:"limit" minimum:"1" maximum:"200" default:"200"`
}

// PlanRows is a window of what a number of a plan counts; N is the number.
type PlanRows struct {
	N    int                `json:"n"`
	Rows []workflow.PlanRow `json:"rows"`
}

// planRows declares what stands behind the numbers of a plan.
func (s *Server) planRows(api huma.API) {
	handle(s, api, http.MethodGet, "/api/imports/{plan}/rows", "plan-rows", "The rows that a number of a plan counts.",
		func(_ context.Context, in *planRowsInput) (PlanRows, error) {
			plan, err := s.plans.get(in.Plan)
			if err != nil {
				return PlanRows{}, err
			}
			rows, err := plan.Behind(in.Number, in.SHA256)
			out := PlanRows{N: len(rows), Rows: append([]workflow.PlanRow{}, workflow.Page(rows, in.Offset, in.Limit)...)}
			for i := range out.Rows {
				out.Rows[i].Organisation, out.Rows[i].Cells = marked(out.Rows[i].Organisation), marked(out.Rows[i].Cells)
			}
			return out, err
		})
}
