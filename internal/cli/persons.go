package cli

import (
	"fmt"
	"io"
	"strings"

	"rapporteur/internal/indicator"
	"rapporteur/internal/workflow"
)

type personsCommand struct {
	Count     personsCount     `cmd:"" default:"withargs" help:"Participations and unique persons of a period."`
	List      personsList      `cmd:"" help:"List everybody, each person once."`
	Questions personsQuestions `cmd:"" help:"List who may be one person, with the evidence."`
}

type personsCount struct {
	Period  string `placeholder:"PERIOD" help:"2020-H1, 2020, or 2020-03-01..2020-09-30; all time without it."`
	Project string `placeholder:"CODE" help:"One project; all without it."`
}

func (c *personsCount) Run(s *session) error {
	return s.with(func(d *workflow.Desk) error { return s.figures(d, c.Project, c.Period) })
}

// figures prints the figures of a period.
func (s *session) figures(d *workflow.Desk, project, period string) error {
	f, err := d.Figures(s.ctx, project, period)
	if err != nil {
		return err
	}
	return s.print(f, func(w io.Writer) { printPeriod(w, f) })
}

func printPeriod(w io.Writer, f indicator.Figures) {
	fmt.Fprintf(w, "webinars: %d held, %d planned, %d postponed, %d cancelled\n", f.Held, f.Planned, f.Postponed, f.Cancelled)
	fmt.Fprintf(w, "participations %d\nunique persons %d (%d new, %d returning; %d not known yet: their matches are open)\nunique institutions %d\n",
		f.Participations, f.UniquePersons, f.New, f.Returning, f.OpenPersons, f.UniqueInstitutions)
	for _, a := range f.Activities {
		fmt.Fprintf(w, "  %s: %d webinars, %d participations, %d unique persons\n", a.Type, a.Webinars, a.Participations, a.UniquePersons)
	}
	for _, r := range f.Repeats {
		fmt.Fprintf(w, "  attended %d: %d persons\n", r.Webinars, r.Persons)
	}
	fmt.Fprintf(w, "%-12s %-8s %-10s %14s %8s\n", "sector", "area", "sex", "participations", "persons")
	for _, r := range f.Rows {
		fmt.Fprintf(w, "%-12s %-8s %-10s %14d %8d\n", r.Sector, r.Beneficiary, r.Sex, r.Participations, r.Persons)
	}
	for _, c := range f.Checks {
		if !c.OK {
			fmt.Fprintf(w, "does not hold: %s (%d and %d)\n", c.Name, c.Left, c.Right)
		}
	}
	for _, id := range f.Differing {
		fmt.Fprintf(w, "closed webinar %s: its frozen figure is another one than is computed now\n", id)
	}
	if f.Questions > 0 {
		fmt.Fprintf(w, "%d questions may change the number of unique persons: rapporteur persons questions\n", f.Questions)
	}
}

type personsList struct {
	Query string `arg:"" optional:"" name:"WORDS" help:"Words of a name, an address or an organisation."`
	Part  string `enum:"all,several,walk_ins,open,conflict,not_attended" default:"all" help:"Which of them: several (attended more than one webinar), walk_ins, open, conflict, not_attended."`
}

func (c *personsList) Run(s *session) error {
	return s.with(func(d *workflow.Desk) error {
		all, err := d.Everybody(s.ctx)
		if err != nil {
			return err
		}
		out := []workflow.OnePersonView{}
		for _, p := range all.Found(c.Part, c.Query) {
			out = append(out, workflow.ViewOnePerson(p))
		}
		return s.print(out, func(w io.Writer) {
			for _, p := range out {
				fmt.Fprintln(w, personLine(p))
			}
		})
	})
}

func personLine(p workflow.OnePersonView) string {
	line := fmt.Sprintf("%s  %s  %s  %s  registered %d, attended %d", p.ID, p.Name, p.Email, p.Organisation, p.Registered, p.Attended)
	if p.Conflict {
		line += "  CONFLICT: answers contradict each other"
	}
	return line
}

type personsQuestions struct{}

func (c *personsQuestions) Run(s *session) error {
	return s.with(func(d *workflow.Desk) error {
		all, err := d.Everybody(s.ctx)
		if err != nil {
			return err
		}
		out := []workflow.SamePersonView{}
		for _, q := range all.Questions {
			out = append(out, workflow.ViewQuestion(q))
		}
		return s.print(out, func(w io.Writer) {
			for _, q := range out {
				fmt.Fprintf(w, "%.2f  %s\n      %s\n      %s\n", q.Score, strings.Join(q.Reasons, "; "), personLine(q.One), personLine(q.Other))
			}
		})
	})
}

type personCommand struct {
	Show  personShow  `cmd:"" default:"withargs" help:"Everything held of a person; with -o as a file."`
	Same  personSame  `cmd:"" help:"Say that two persons are one."`
	Apart personApart `cmd:"" help:"Say that two persons are two."`
	Part  personPart  `cmd:"" help:"Say that the person at some webinars is somebody else."`
	Undo  personUndo  `cmd:"" help:"Take back an answer on persons: the last one, or the one named."`
}

type personShow struct {
	ID    string `arg:"" name:"ID"`
	Out   string `short:"o" placeholder:"FILE" help:".json, or .xlsx to be read."`
	Force bool   `help:"Replace an existing file."`
}

func (c *personShow) Run(s *session) error {
	return s.with(func(d *workflow.Desk) error {
		if c.Out == "" {
			r, err := d.PersonRecord(s.ctx, c.ID)
			if err != nil {
				return err
			}
			return s.print(r, func(w io.Writer) { printPerson(w, r) })
		}
		kind := "json"
		switch lower := strings.ToLower(c.Out); {
		case strings.HasSuffix(lower, ".xlsx"):
			kind = "xlsx"
		case !strings.HasSuffix(lower, ".json") && c.Out != "-":
			return workflow.ErrPersonFile()
		}
		_, data, err := d.PersonFile(s.ctx, c.ID, kind)
		if err != nil {
			return err
		}
		return s.deliver(c.Out, data, c.Force)
	})
}

func printPerson(w io.Writer, r workflow.PersonRecord) {
	fmt.Fprintln(w, personLine(r.Person))
	if len(r.Reasons) > 0 {
		fmt.Fprintln(w, "one person because of:", strings.Join(r.Reasons, "; "))
	}
	for _, x := range r.Webinars {
		fmt.Fprintf(w, "\n%s  %s  %s\n", x.Webinar, x.Start, x.Title)
		for _, g := range x.Registrations {
			fmt.Fprintf(w, "  registration  %.14s  %s %s  %s  %s  %s  %s, line %d\n", g.ID, g.FirstName, g.LastName, g.Email, g.Organisation, g.State, g.File, g.Line)
		}
		if x.Participant != "" {
			fmt.Fprintf(w, "  presence  %d s of %d, attended: %t, %s: %s\n", x.Seconds, x.Window, x.Attended, x.Match, strings.Join(x.Reasons, "; "))
		}
		for _, a := range x.Records {
			fmt.Fprintf(w, "  row  %s  %s  %s – %s  %s, line %d\n", a.Name, a.Email, a.Join, a.Leave, a.File, a.Line)
		}
		for _, a := range x.Answers {
			fmt.Fprintf(w, "  answer  %s: %s\n", a.Question, strings.Join(a.Given, "; "))
		}
		for _, a := range x.Acts {
			fmt.Fprintf(w, "  decision  %s %s%s by %s, %s  %s\n", a.Kind, a.Value, a.Registration, a.Who, a.At, a.Why)
		}
	}
	for _, a := range r.Answers {
		said := "two persons"
		if a.Same {
			said = "one person"
		}
		fmt.Fprintf(w, "\nanswer %s: %s, by %s, %s  %s %s\n", a.Change, said, a.Who, a.At, strings.Join(a.Names, ", "), a.Why)
	}
}

type personSame struct {
	One    string `arg:"" name:"PERSON"`
	Other  string `arg:"" name:"PERSON"`
	Reason string `help:"Why."`
}

func (c *personSame) Run(s *session) error { return s.samePerson(c.One, c.Other, true, c.Reason) }

type personApart struct {
	One    string `arg:"" name:"PERSON"`
	Other  string `arg:"" name:"PERSON"`
	Reason string `help:"Why."`
}

func (c *personApart) Run(s *session) error { return s.samePerson(c.One, c.Other, false, c.Reason) }

func (s *session) samePerson(one, other string, same bool, why string) error {
	return s.with(func(d *workflow.Desk) error {
		if err := d.SamePerson(s.ctx, one, other, same, 0, why); err != nil {
			return err
		}
		return s.kept()
	})
}

type personPart struct {
	ID       string   `arg:"" name:"PERSON"`
	Webinars []string `arg:"" name:"WEBINAR" help:"Where it was somebody else."`
	Reason   string   `help:"Why."`
}

func (c *personPart) Run(s *session) error {
	return s.with(func(d *workflow.Desk) error {
		if err := d.PartPerson(s.ctx, c.ID, c.Webinars, 0, c.Reason); err != nil {
			return err
		}
		return s.kept()
	})
}

type personUndo struct {
	Answer string `arg:"" optional:"" name:"ANSWER" help:"Its id, as the person's page names it."`
	Reason string `help:"Why."`
}

func (c *personUndo) Run(s *session) error {
	return s.with(func(d *workflow.Desk) error {
		undone, err := d.TakeBack(s.ctx, c.Answer, 0, c.Reason)
		if err != nil {
			return err
		}
		return s.print(undone, func(w io.Writer) { fmt.Fprintln(w, "undone:", undone.Kind, undone.Why) })
	})
}
