package cli

import (
	"context"
	"fmt"
	"io"

	"rapporteur/internal/webinar"
	"rapporteur/internal/workflow"
)

type projectCommand struct {
	List projectList `cmd:"" help:"List the projects."`
	New  projectNew  `cmd:"" help:"Enter a project."`
	Edit projectEdit `cmd:"" help:"Set fields of a project."`
}

type projectList struct{}

func (c *projectList) Run(s *session) error {
	return s.begin(func(d *workflow.Desk) error {
		all, err := d.Projects(s.ctx)
		if err != nil {
			return err
		}
		return s.print(all, func(out io.Writer) {
			for _, p := range all {
				printProject(out, p)
			}
		})
	})
}

type projectFields struct {
	Code string   `arg:"" name:"CODE"`
	Set  []string `sep:"none" placeholder:"FIELD=VALUE" help:"title, organiser_domains, kosovo_note, credit_line, disclaimer, result=N: text."`
}

type projectNew struct{ projectFields }

func (c *projectNew) Run(s *session) error { return c.set(s, (*workflow.Desk).NewProject) }

type projectEdit struct{ projectFields }

func (c *projectEdit) Run(s *session) error { return c.set(s, (*workflow.Desk).EditProject) }

func (c *projectFields) set(s *session, do func(*workflow.Desk, context.Context, string, []workflow.Setting) (webinar.Project, error)) error {
	settings, err := parseSettings(c.Set)
	if err != nil {
		return err
	}
	return s.begin(func(d *workflow.Desk) error {
		p, err := do(d, s.ctx, c.Code, settings)
		if err != nil {
			return err
		}
		return s.print(p, func(out io.Writer) { printProject(out, p) })
	})
}

func printProject(out io.Writer, p webinar.Project) {
	fmt.Fprintf(out, "%s  %s\n", p.Code, p.Title)
	for _, r := range p.Results {
		fmt.Fprintf(out, "  Result %d  %s\n", r.Number, r.Text)
	}
}
