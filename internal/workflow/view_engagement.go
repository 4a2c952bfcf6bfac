package workflow

import "rapporteur/internal/engagement"

// EngagementView are the results of polls, questions and surveys, with the expected outcomes they can be linked to.
type EngagementView struct {
	Outcomes  []string            `json:"outcomes"`
	Questions []engagement.Result `json:"questions"`
}

// AnswerView is one answer with whose it is and where it stands. Respondent is the shown name, "" for an anonymous one;
// Participant and Registration are ids, "" where it is not certain whose it is; By says what made it certain. At is UTC.
type AnswerView struct {
	Key          string              `json:"key"`
	Question     string              `json:"question"`
	Given        []string            `json:"given"`
	Respondent   string              `json:"respondent"`
	Email        string              `json:"email"`
	At           string              `json:"at"`
	Participant  string              `json:"participant"`
	Registration string              `json:"registration"`
	By           string              `json:"by"`
	Staff        bool                `json:"staff"`
	Sources      []engagement.Source `json:"sources"`
}

// ViewEngagement is the outward form of a webinar's results.
func ViewEngagement(d *Dossier) EngagementView {
	return EngagementView{Outcomes: append([]string{}, d.Webinar.Outline.ExpectedOutcomes...), Questions: append([]engagement.Result{}, d.Table.Engagement...)}
}

// AnswersTo lists the answers to one question, in the order of import.
func (d *Dossier) AnswersTo(question string) []AnswerView {
	out := []AnswerView{}
	for _, t := range d.Answers {
		if engagement.QuestionID(t.Answer) == question {
			out = append(out, ViewAnswer(t))
		}
	}
	return out
}

// ViewAnswer is the outward form of one answer.
func ViewAnswer(t engagement.Tied) AnswerView {
	return AnswerView{Key: t.Key, Question: t.Question, Given: append([]string{}, t.Given...), Respondent: t.Name, Email: t.Email, At: utc(t.At),
		Participant: t.Participant, Registration: t.Registration, By: t.By, Staff: t.Staff, Sources: append([]engagement.Source{}, t.Sources...)}
}
