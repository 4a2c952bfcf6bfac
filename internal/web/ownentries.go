package web

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"rapporteur/internal/beneficiary"
	"rapporteur/internal/change"
	"rapporteur/internal/sector"
	"rapporteur/internal/workflow"
)

type entryInput struct {
	Body struct {
		Kind    string `json:"kind" enum:"rule,organisation,term"`
		Text    string `json:"text" maxLength:"300"`
		Country string `json:"country" maxLength:"100" doc:"in any spelling; empty where it holds everywhere"`
		Code    string `json:"code" doc:"group, class or class/subtype"`
		Source  string `json:"source" maxLength:"300"`
	}
}

type entryID struct {
	Entry string `path:"entry" minLength:"4"`
}

// ownEntries declares the institutions, terms and rules of the office, which hold for every webinar.
func (s *Server) ownEntries(api huma.API) {
	list := func(ctx context.Context) ([]workflow.OwnEntryView, error) {
		all, err := s.desk.OwnEntries(ctx)
		for i := range all {
			all[i].Text, all[i].Source, all[i].Title = marked(all[i].Text), marked(all[i].Source), marked(all[i].Title)
		}
		return all, err
	}
	handle(s, api, http.MethodGet, "/api/entries", "entries", "The institutions, terms and rules of the office, the latest first.",
		func(ctx context.Context, _ *none) ([]workflow.OwnEntryView, error) { return list(ctx) })
	handle(s, api, http.MethodPost, "/api/entries", "add-entry", "Add an institution, a term or a rule.",
		func(ctx context.Context, in *entryInput) ([]workflow.OwnEntryView, error) {
			b := in.Body
			entry := sector.Own{Kind: sector.Kind(b.Kind), Text: b.Text, Country: beneficiary.Picked(b.Country), Code: b.Code, Source: b.Source}
			if err := s.desk.AddOwnEntries(ctx, []sector.Own{entry}, ""); err != nil {
				return []workflow.OwnEntryView{}, err
			}
			return list(ctx)
		})
	handle(s, api, http.MethodDelete, "/api/entries/{entry}", "remove-entry", "Take back an institution, a term or a rule.",
		func(ctx context.Context, in *entryID) ([]workflow.OwnEntryView, error) {
			if err := s.desk.RemoveOwnEntry(ctx, in.Entry, ""); err != nil {
				return []workflow.OwnEntryView{}, err
			}
			return list(ctx)
		})
	handle(s, api, http.MethodPost, "/api/entries/undo", "undo-entries", "Take back the last change of institutions, terms and rules.",
		func(ctx context.Context, _ *none) (change.Change, error) { return s.desk.UndoOwnEntries(ctx, "") })
}
