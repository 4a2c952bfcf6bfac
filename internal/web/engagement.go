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

type phaseInput struct {
	ID      string `path:"id"`
	File    string `path:"file" doc:"SHA-256 of the file"`
	Version int    `query:"version" minimum:"1" required:"true"`
	Body    struct {
		Phase  string `json:"phase" enum:"before,during,after,read" doc:"read: as the file was read"`
		Reason string `json:"reason,omitempty"`
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
			return shownEngagement(workflow.ViewEngagement(d)), nil
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
	handle(s, api, http.MethodPost, "/api/webinars/{id}/engagement/files/{file}/phase", "set-phase", "Say when the questions of an imported file were put.",
		func(ctx context.Context, in *phaseInput) (done, error) {
			return done{true}, s.desk.Seen(in.Version).SetPhase(ctx, in.ID, in.File, in.Body.Phase, in.Body.Reason)
		})
}

// shownEngagement are results as screens show them.
func shownEngagement(v workflow.EngagementView) workflow.EngagementView {
	for i := range v.Outcomes {
		v.Outcomes[i] = marked(v.Outcomes[i])
	}
	for i := range v.Questions {
		q := &v.Questions[i]
		q.Question, q.Outcome, q.Answers = marked(q.Question), marked(q.Outcome), append(q.Answers[:0:0], q.Answers...)
		for k := range q.Answers {
			q.Answers[k].Answer = marked(q.Answers[k].Answer)
		}
		for k := range q.Shown {
			q.Shown[k].Answer = marked(q.Shown[k].Answer)
		}
	}
	for i := range v.Compared {
		c := &v.Compared[i]
		c.Question = marked(c.Question)
		for k := range c.All.Answers {
			c.All.Answers[k].Answer = marked(c.All.Answers[k].Answer)
		}
		for k := range c.Both.Answers {
			c.Both.Answers[k].Answer = marked(c.Both.Answers[k].Answer)
		}
	}
	return v
}

// shownAnswer is an answer as screens show it.
func shownAnswer(v workflow.AnswerView) workflow.AnswerView {
	v.Question = marked(v.Question)
	for _, texts := range [][]string{v.Given, v.Earlier} {
		for i := range texts {
			texts[i] = marked(texts[i])
		}
	}
	return v
}
