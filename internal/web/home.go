package web

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"rapporteur/internal/beneficiary"
	"rapporteur/internal/workflow"
)

type none struct{}

// Home is the first screen: the program and every webinar with what comes next.
type Home struct {
	Program  Program             `json:"program"`
	Webinars []workflow.Overview `json:"webinars"`
	Footnote string              `json:"footnote" doc:"of Kosovo*, for a title that names it"`
}

type outlineUpload struct {
	Body struct {
		Upload string `json:"upload" minLength:"1" doc:"id of the file handed over"`
	}
}

// home declares the first screen and the ways to a new webinar.
func (s *Server) home(api huma.API) {
	handle(s, api, http.MethodGet, "/api/home", "home", "Every webinar with what comes next.",
		func(ctx context.Context, _ *none) (Home, error) {
			list, err := s.desk.Overviews(ctx)
			for i := range list {
				list[i].Title = marked(list[i].Title)
			}
			return Home{Program: s.program, Webinars: list, Footnote: beneficiary.Footnote("")}, err
		})
	handle(s, api, http.MethodPost, "/api/webinars", "new-webinar", "Make a webinar from its outline.",
		func(ctx context.Context, in *outlineUpload) (Webinar, error) {
			files, err := s.uploads.take([]string{in.Body.Upload})
			if err != nil {
				return Webinar{}, err
			}
			w, err := s.desk.NewWebinar(ctx, files[0])
			if err != nil {
				return Webinar{}, err
			}
			return s.webinar(ctx, w.ID)
		})
	handle(s, api, http.MethodPost, "/api/sample", "new-sample", "Make the sample webinar of invented people.",
		func(context.Context, *none) (Job, error) {
			return s.jobs.start(s, func(ctx context.Context, say workflow.Progress) (string, error) {
				w, err := s.desk.NewSample(ctx, func(step string) { say(workflow.Step{Says: step}, 0, 0) })
				return w.ID, err
			}), nil
		})
	handle(s, api, http.MethodDelete, "/api/webinars/{id}/sample", "remove-sample", "Take the sample webinar away.",
		func(ctx context.Context, in *seenInput) (done, error) {
			return done{true}, s.desk.Seen(in.Version).RemoveSample(ctx, in.ID)
		})
}
