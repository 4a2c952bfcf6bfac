package web

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"rapporteur/internal/workflow"
)

type questionInput struct {
	ID       string `path:"id"`
	Question string `path:"question"`
	Offset   int    `query:"offset" minimum:"0"`
	Limit    int    `query:"limit" minimum:"1" maximum:"200" default:"200"`
}

// Answers is a window of the answers to one question.
type Answers struct {
	Total int                   `json:"total"`
	Rows  []workflow.AnswerView `json:"rows"`
}

type outcomeInput struct {
	ID       string `path:"id"`
	Question string `path:"question"`
	Version  int    `query:"version" minimum:"1" required:"true"`
	Body     struct {
		Outcome string `json:"outcome" minLength:"1" maxLength:"10" doc:"the number of an expected outcome of the outline, or none"`
		Reason  string `json:"reason,omitempty"`
	}
}

// engagement declares the results of polls, questions and surveys, and their links to expected outcomes.
func (s *Server) engagement(api huma.API) {
	handle(s, api, http.MethodGet, "/api/webinars/{id}/engagement", "engagement", "The results of polls, questions and surveys.",
		func(ctx context.Context, in *webinarID) (workflow.EngagementView, error) {
			d, err := s.desk.Dossier(ctx, in.ID, "")
			if err != nil {
				return workflow.EngagementView{}, err
			}
			v := workflow.ViewEngagement(d)
			for i := range v.Outcomes {
				v.Outcomes[i] = marked(v.Outcomes[i])
			}
			for i := range v.Questions {
				q := &v.Questions[i]
				q.Question, q.Outcome, q.Answers = marked(q.Question), marked(q.Outcome), append(q.Answers[:0:0], q.Answers...)
				for k := range q.Answers {
					q.Answers[k].Answer = marked(q.Answers[k].Answer)
				}
			}
			return v, nil
		})
	handle(s, api, http.MethodGet, "/api/webinars/{id}/engagement/{question}", "answers", "The answers to one question, whose they are, and where they stand.",
		func(ctx context.Context, in *questionInput) (Answers, error) {
			d, err := s.desk.Dossier(ctx, in.ID, "")
			if err != nil {
				return Answers{}, err
			}
			r, err := d.Question(in.Question)
			if err != nil {
				return Answers{}, err
			}
			all := d.AnswersTo(r.ID)
			out := Answers{Total: len(all), Rows: workflow.Page(all, in.Offset, in.Limit)}
			for i := range out.Rows {
				out.Rows[i] = shownAnswer(out.Rows[i])
			}
			return out, nil
		})
	handle(s, api, http.MethodPost, "/api/webinars/{id}/engagement/{question}/outcome", "link-outcome", "Say which expected outcome a question is about.",
		func(ctx context.Context, in *outcomeInput) (done, error) {
			return done{true}, s.desk.Seen(in.Version).LinkOutcome(ctx, in.ID, in.Question, in.Body.Outcome, in.Body.Reason)
		})
}

// shownAnswer is an answer as screens show it.
func shownAnswer(v workflow.AnswerView) workflow.AnswerView {
	v.Question = marked(v.Question)
	for i := range v.Given {
		v.Given[i] = marked(v.Given[i])
	}
	return v
}
