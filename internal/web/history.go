package web

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"rapporteur/internal/change"
)

// history declares what was done to a webinar, and undo.
func (s *Server) history(api huma.API) {
	handle(s, api, http.MethodGet, "/api/webinars/{id}/changes", "changes", "What was done, oldest first.",
		func(ctx context.Context, in *webinarID) ([]change.Change, error) {
			list, err := s.desk.Changes(ctx, in.ID)
			return append([]change.Change{}, list...), err
		})
	handle(s, api, http.MethodPost, "/api/webinars/{id}/undo", "undo", "Take back the last change.",
		func(ctx context.Context, in *seenInput) (change.Change, error) {
			return s.desk.Seen(in.Version).Undo(ctx, in.ID, "")
		})
}
