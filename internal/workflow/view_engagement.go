package workflow

import (
	"slices"

	"rapporteur/internal/breakdown"
	"rapporteur/internal/engagement"
	"rapporteur/internal/store"
)

// EngagementView are the results of polls, questions and surveys, with the files they come from, the questions put before
// and after side by side, and the expected outcomes that questions can be linked to.
type EngagementView struct {
	Outcomes  []string                `json:"outcomes"`
	Files     []AnswerFile            `json:"files"`
	Questions []QuestionView          `json:"questions"`
	Compared  []engagement.Comparison `json:"compared"`
}

// AnswerFile is an imported file of answers. Answers counts those that stand in it, Rows the rows they were handed in by;
// Phase is when its questions were put, "" where its rows say it one by one, and Said whether an officer said so; Settable: an officer can.
type AnswerFile struct {
	SHA256      string           `json:"sha256"`
	Name        string           `json:"name"`
	Kind        string           `json:"kind"`
	Title       string           `json:"title"` // of the format, in an officer's words
	Imported    string           `json:"imported"`
	Rows        int              `json:"rows"`
	Answers     int              `json:"answers"`
	Questions   int              `json:"questions"`
	Respondents int              `json:"respondents"`
	Anonymous   int              `json:"anonymous"`
	Phase       engagement.Phase `json:"phase"`
	Said        bool             `json:"said"`
	Settable    bool             `json:"settable"`
}

// QuestionView is a result with its answers as they are shown: how many, their share of those who answered, "" where the
// base is too small, the name of the figure, and the part of a whole bar, from 0 to 100, that is drawn for them.
type QuestionView struct {
	engagement.Result
	Shown []AnswerRow `json:"shown"`
}

// AnswerRow is one answer as it is shown. Typed: it stands for all that was answered in words that are not quoted.
type AnswerRow struct {
	Answer string `json:"answer"`
	Typed  bool   `json:"typed"`
	N      int    `json:"n"`
	Share  string `json:"share"`
	Bar    int    `json:"bar"`
	Figure string `json:"figure"`
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
	Earlier      []string            `json:"earlier"` // in a comparison, what the same person answered before
	Sources      []engagement.Source `json:"sources"`
}

// ViewEngagement is the outward form of a webinar's results.
func ViewEngagement(d *Dossier) EngagementView {
	v := EngagementView{Outcomes: append([]string{}, d.Webinar.Outline.ExpectedOutcomes...), Files: []AnswerFile{}, Questions: []QuestionView{},
		Compared: append([]engagement.Comparison{}, d.Table.Compared...)}
	for _, s := range d.Sources {
		if engagement.Kind(s.Kind).OfAnswers() {
			v.Files = append(v.Files, d.answerFile(s))
		}
	}
	for _, r := range d.Table.Engagement {
		v.Questions = append(v.Questions, viewQuestion(r))
	}
	for i := range v.Compared { // a screen marks what it shows
		c := &v.Compared[i]
		c.All.Answers, c.Both.Answers = slices.Clone(c.All.Answers), slices.Clone(c.Both.Answers)
	}
	return v
}

func viewQuestion(r engagement.Result) QuestionView {
	v := QuestionView{Result: r, Shown: []AnswerRow{}}
	if r.Kind == engagement.Questions {
		return v
	}
	add := func(a AnswerRow) {
		a.Figure = "engagement/" + r.ID + "/" + a.Figure
		if r.N > 0 {
			a.Bar = min(100, (200*a.N+r.N)/(2*r.N))
		}
		v.Shown = append(v.Shown, a)
	}
	shares := breakdown.AnswerShares(r)
	for i, a := range r.Answers {
		add(AnswerRow{Answer: a.Answer, N: a.N, Share: shares[i], Figure: engagement.AnswerPart(i)})
	}
	if r.Typed > 0 {
		add(AnswerRow{Typed: true, N: r.Typed, Share: shares[len(shares)-1], Figure: "typed"})
	}
	return v
}

func (d *Dossier) answerFile(s store.Source) AnswerFile {
	f := AnswerFile{SHA256: s.SHA256, Name: s.Name, Kind: s.Kind, Title: FormatTitle(s.Format), Imported: utc(s.ImportedAt),
		Settable: engagement.Kind(s.Kind).HasPhase()}
	in, _ := engagement.BehindFile(d.Answers, s.SHA256)
	var answers []engagement.Answer
	for _, t := range in {
		answers = append(answers, t.Answer)
	}
	c := engagement.CountFile(answers, s.SHA256)
	f.Answers, f.Rows, f.Questions, f.Respondents, f.Anonymous = len(in), c.Responses, c.Questions, c.Respondents, c.Anonymous
	for i, a := range answers {
		if i == 0 {
			f.Phase = a.Phase
		} else if a.Phase != f.Phase {
			f.Phase = ""
		}
	}
	for _, w := range d.Phases {
		if w.File == s.SHA256 {
			f.Said = w.Phase != ""
			if f.Said {
				f.Phase = w.Phase
			}
		}
	}
	return f
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
		Participant: t.Participant, Registration: t.Registration, By: t.By, Staff: t.Staff, Earlier: append([]string{}, t.Earlier...), Sources: append([]engagement.Source{}, t.Sources...)}
}
