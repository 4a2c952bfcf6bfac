package cli

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"rapporteur/internal/engagement"
	"rapporteur/internal/intake"
	"rapporteur/internal/workflow"
)

type engagementCommand struct {
	Import engagementImport `cmd:"" help:"Import polls, questions to the speakers and surveys."`
	List   engagementList   `cmd:"" help:"List the questions with their answers."`
	Show   engagementShow   `cmd:"" help:"List the answers to one question, and whose they are."`
	Link   engagementLink   `cmd:"" help:"Say which expected outcome a question is about."`
	Phase  engagementPhase  `cmd:"" help:"Say when the questions of an imported file were put."`
}

type engagementImport struct {
	ID    string   `arg:"" name:"ID"`
	Files []string `arg:"" name:"FILE" help:"Files; - for a table on standard input."`
	Kind  string   `enum:",poll,questions,survey" default:"" help:"What the files are: poll, questions or survey; survey takes any table of answers."`
	Phase string   `enum:",before,during,after" default:"" help:"When a survey was: before, during or after the webinar. Without it the times of the answers tell."`
	fileFlags
	columnFlags
	leftOutFlags
	Yes bool `help:"Commit the plan without asking."`
}

func (c *engagementImport) Run(s *session) error {
	files, err := s.readAll(c.Files)
	if err != nil {
		return err
	}
	return s.with(func(d *workflow.Desk) error {
		files = pasted(d, c.Files, files)
		if err := c.forget(s, d, c.ID, files); err != nil {
			return err
		}
		said := c.said()
		said.Phase = c.Phase
		plan, err := d.PlanEngagement(s.ctx, c.ID, files, workflow.ImportOptions{FileSaid: said, Kind: c.Kind, Columns: c.choice()})
		if err != nil {
			return s.orColumns(d, err, files, cmp.Or(c.Kind, intake.Survey))
		}
		return s.carryOut(plan.Plan, c.leftOutFlags, c.Yes, func() error { return d.CommitEngagement(s.ctx, plan) })
	})
}

type engagementList struct {
	ID string `arg:"" name:"ID"`
}

func (c *engagementList) Run(s *session) error {
	return s.with(func(d *workflow.Desk) error {
		dossier, err := d.Dossier(s.ctx, c.ID, "")
		if err != nil {
			return err
		}
		v := workflow.ViewEngagement(dossier)
		return s.print(v, func(w io.Writer) { printEngagement(w, v) })
	})
}

func printEngagement(w io.Writer, v workflow.EngagementView) {
	for i, outcome := range v.Outcomes {
		fmt.Fprintf(w, "expected outcome %d: %s\n", i+1, outcome)
	}
	for _, f := range v.Files {
		fmt.Fprintf(w, "%.12s  %s (%s, %s): %d answers to %d questions in %d rows; %d by name, %d anonymous\n",
			f.SHA256, f.Name, f.Kind, cmp.Or(string(f.Phase), "as each row says"), f.Answers, f.Questions, f.Rows, f.Respondents, f.Anonymous)
	}
	for _, r := range v.Questions {
		question := r.Question
		if r.Kind == engagement.Questions {
			question = "Questions to the speakers"
		}
		fmt.Fprintf(w, "\n%s  %s, %s: %s\n", r.ID, r.Kind, r.Phase, question)
		fmt.Fprintf(w, "    %d responses; n = %d: %d by name, %d anonymous\n", r.Responses, r.N, r.Respondents, r.Anonymous)
		for _, a := range r.Answers {
			fmt.Fprintf(w, "    %6d  %s\n", a.N, a.Answer)
		}
		if r.Typed > 0 {
			fmt.Fprintf(w, "    %6d  in words of their own\n", r.Typed)
		}
		if r.Outcome != "" {
			fmt.Fprintf(w, "    expected outcome %d: %s\n", r.OutcomeNumber, r.Outcome)
		}
	}
	for _, c := range v.Compared {
		printComparison(w, c)
	}
	if len(v.Questions) == 0 {
		fmt.Fprintln(w, "No polls, questions or surveys have been imported.")
	}
}

func printComparison(w io.Writer, c engagement.Comparison) {
	fmt.Fprintf(w, "\n%s  before and after: %s\n", c.ID, c.Question)
	printSideBy(w, "all answers", c.All)
	printSideBy(w, "the same persons", c.Both)
	if c.Numbers {
		fmt.Fprintf(w, "    of them: %d higher, %d the same, %d lower\n", c.Raised, c.Same, c.Lowered)
	} else {
		fmt.Fprintf(w, "    of them: %d the same, %d another answer\n", c.Same, c.Other)
	}
}

func printSideBy(w io.Writer, name string, s engagement.SideBy) {
	fmt.Fprintf(w, "    %s: n = %d before, %d after", name, s.Before, s.After)
	if s.Difference != nil {
		fmt.Fprintf(w, "; mean %.2f before, %.2f after, difference %+.2f", *s.MeanBefore, *s.MeanAfter, *s.Difference)
	}
	fmt.Fprintln(w)
	for _, a := range s.Answers {
		fmt.Fprintf(w, "    %6d  %6d  %s\n", a.Before, a.After, a.Answer)
	}
}

type engagementPhase struct {
	ID     string `arg:"" name:"ID"`
	File   string `arg:"" name:"FILE" help:"The name of an imported file, or the beginning of its SHA-256."`
	Phase  string `arg:"" name:"PHASE" enum:"before,during,after,read" help:"before, during or after the webinar; read leaves it to the file."`
	Reason string `help:"Why."`
}

func (c *engagementPhase) Run(s *session) error {
	return s.with(func(d *workflow.Desk) error {
		if err := d.SetPhase(s.ctx, c.ID, c.File, c.Phase, c.Reason); err != nil {
			return err
		}
		return s.kept()
	})
}

type engagementShow struct {
	ID       string `arg:"" name:"ID"`
	Question string `arg:"" name:"QUESTION"`
}

func (c *engagementShow) Run(s *session) error {
	return s.with(func(d *workflow.Desk) error {
		dossier, err := d.Dossier(s.ctx, c.ID, "")
		if err != nil {
			return err
		}
		r, err := dossier.Question(c.Question)
		if err != nil {
			return err
		}
		answers := dossier.AnswersTo(r.ID)
		return s.print(answers, func(w io.Writer) { printAnswers(w, answers) })
	})
}

func printAnswers(w io.Writer, answers []workflow.AnswerView) {
	for _, a := range answers {
		who := a.Respondent
		if who == "" {
			who = a.Email
		}
		if who == "" {
			who = "anonymous"
		}
		of := "not tied to a person"
		switch {
		case a.Participant != "":
			of = fmt.Sprintf("attendee %.12s, by %s", a.Participant, a.By)
		case a.Registration != "":
			of = fmt.Sprintf("registration %.12s, by %s", a.Registration, a.By)
		}
		fmt.Fprintf(w, "%s (%s): %s\n", who, of, strings.Join(a.Given, "; "))
		for _, x := range a.Sources {
			fmt.Fprintf(w, "    %s, line %d\n", x.Name, x.Line)
		}
	}
}

type engagementLink struct {
	ID       string `arg:"" name:"ID"`
	Question string `arg:"" name:"QUESTION" help:"A question's id, as engagement list prints it."`
	Outcome  string `arg:"" name:"OUTCOME" help:"The number of an expected outcome, or none."`
	Reason   string `help:"Why."`
}

func (c *engagementLink) Run(s *session) error {
	return s.with(func(d *workflow.Desk) error {
		if err := d.LinkOutcome(s.ctx, c.ID, c.Question, c.Outcome, c.Reason); err != nil {
			return err
		}
		return s.kept()
	})
}
