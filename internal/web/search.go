package web

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"rapporteur/internal/workflow"
)

type searchInput struct {
	Webinar string `query:"webinar" maxLength:"100" doc:"the webinar at hand; empty: none is open"`
	Query   string `query:"q" maxLength:"200"`
	Limit   int    `query:"limit" minimum:"1" maximum:"50" default:"6"`
}

// search declares the search over people, sections of the report and webinars.
func (s *Server) search(api huma.API) {
	handle(s, api, http.MethodGet, "/api/search", "search", "People, sections of the report and webinars that hold every word.",
		func(ctx context.Context, in *searchInput) ([]workflow.Hit, error) {
			hits, err := s.desk.Find(ctx, in.Webinar, in.Query, in.Limit)
			for i := range hits {
				hits[i].Detail, hits[i].Title = marked(hits[i].Detail), marked(hits[i].Title)
				if hits[i].Kind == "webinar" {
					hits[i].Name = hits[i].Title
				}
			}
			return hits, err
		})
}
