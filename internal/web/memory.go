package web

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"rapporteur/internal/workflow"
)

type forgetMemoryInput struct {
	Body struct {
		Key     string `json:"key" minLength:"4" maxLength:"100"`
		Version int    `json:"version" minimum:"1"`
		Reason  string `json:"reason,omitempty" maxLength:"2000"`
	}
}

// memory declares what is remembered of the officers' words for later webinars.
func (s *Server) memory(api huma.API) {
	handle(s, api, http.MethodGet, "/api/memory", "memory", "What is remembered for later webinars, and where it was followed.",
		func(ctx context.Context, _ *none) (workflow.MemoryView, error) {
			v, err := s.desk.Memory(ctx)
			for i := range v.Rows {
				v.Rows[i].Title = marked(v.Rows[i].Title)
				for k := range v.Rows[i].Used {
					v.Rows[i].Used[k].Title = marked(v.Rows[i].Used[k].Title)
				}
			}
			return v, err
		})
	handle(s, api, http.MethodPost, "/api/memory/forget", "forget-memory", "Have something remembered forgotten.",
		func(ctx context.Context, in *forgetMemoryInput) (done, error) {
			return done{true}, s.desk.Forget(ctx, in.Body.Key, in.Body.Version, in.Body.Reason)
		})
}
