package cli

import (
	"fmt"
	"io"
	"strings"

	"rapporteur/internal/fault"
	"rapporteur/internal/report"
	"rapporteur/internal/workflow"
)

type reportCommand struct {
	Write reportWrite `cmd:"" default:"withargs" help:"Write the outcome report or its annex."`
	Text  reportText  `cmd:"" help:"Keep your own text for a section."`
}

type reportWrite struct {
	ID      string `arg:"" optional:"" name:"ID" help:"The webinar; none with --period."`
	Period  string `placeholder:"PERIOD" help:"Print the figures of a period instead: 2020-H1, 2020, or 2020-03-01..2020-09-30."`
	Project string `placeholder:"CODE" help:"The project of the period."`
	Out     string `short:"o" placeholder:"FILE" help:".pdf for the report, .xlsx for its annex."`
	Copy    string `enum:"internal,donor" default:"internal" help:"internal holds names; donor holds no person-level row."`
	Final   bool   `help:"Finalise: refused while anything is wrong."`
	Rule    string `placeholder:"RULE" help:"Another attendance rule; it is not stored."`
	Explain string `placeholder:"FIGURE" help:"List the people and rows behind a figure."`
	Lint    bool   `help:"Say what a careful colleague would remark."`
	Force   bool   `help:"Replace an existing file."`
}

func (c *reportWrite) Run(s *session) error {
	switch {
	case c.Period != "" && c.ID != "":
		return fault.New(usage, "A period takes no webinar.", help)
	case c.Period != "":
		return s.with(func(d *workflow.Desk) error { return s.figures(d, c.Project, c.Period) })
	case c.ID == "":
		return fault.New(usage, "expected \"<ID>\" or --period", help)
	}
	o := workflow.ReportOptions{Copy: report.Copy(c.Copy), Final: c.Final, Rule: c.Rule}
	return s.with(func(d *workflow.Desk) error {
		switch {
		case c.Explain != "":
			return s.explain(d, c.ID, c.Explain, o)
		case c.Lint:
			return s.lint(d, c.ID, o)
		}
		return c.write(s, d, o)
	})
}

func (c *reportWrite) write(s *session, d *workflow.Desk, o workflow.ReportOptions) error {
	name := c.Out
	if name == "" {
		w, err := d.Webinar(s.ctx, c.ID)
		if err != nil {
			return err
		}
		name = report.ReportName(w, o.Copy, "pdf", o.Final)
	}
	produce := d.PDF
	switch lower := strings.ToLower(name); {
	case strings.HasSuffix(lower, ".xlsx"):
		produce = d.XLSX
	case !strings.HasSuffix(lower, ".pdf") && name != "-":
		return fault.New(fault.Invalid, "The report is written as .pdf, its annex as .xlsx.", "Name the file with one of these endings.")
	}
	if name != "-" { // a final report is issued for ever: no place for its file, no report
		if err := mayWrite(name, c.Force); err != nil {
			return err
		}
	}
	data, err := produce(s.ctx, c.ID, o)
	if err != nil {
		return err
	}
	return s.deliver(name, data, c.Force)
}

func (s *session) explain(d *workflow.Desk, id, figure string, o workflow.ReportOptions) error {
	t, err := d.Explain(s.ctx, id, figure, o)
	if err != nil {
		return err
	}
	rows := make([]map[string]string, 0, len(t.Rows))
	for _, r := range t.Rows {
		one := map[string]string{}
		for i, cell := range r {
			one[strings.ToLower(t.Columns[i].Title)] = cell
		}
		rows = append(rows, one)
	}
	return s.print(map[string]any{"figure": figure, "n": len(rows), "people": rows}, func(w io.Writer) {
		for _, r := range t.Rows {
			fmt.Fprintln(w, strings.Join(r, "  "))
		}
		fmt.Fprintf(w, "%s: %d\n", figure, len(rows))
	})
}

func (s *session) lint(d *workflow.Desk, id string, o workflow.ReportOptions) error {
	findings, err := d.Lint(s.ctx, id, o)
	if err != nil {
		return err
	}
	return s.print(findings, func(w io.Writer) {
		for _, f := range findings {
			kind := "remark"
			if f.Error {
				kind = "error"
			}
			fmt.Fprintf(w, "%-7s %-14s %s\n", kind, f.Section, f.Message)
		}
		if len(findings) == 0 {
			fmt.Fprintln(w, "Nothing to remark.")
		}
	})
}

type reportText struct {
	ID      string `arg:"" name:"ID"`
	Section string `arg:"" name:"SECTION"`
	File    string `arg:"" name:"FILE" help:"A text file; - for standard input; an empty one takes the text back."`
}

func (c *reportText) Run(s *session) error {
	u, err := s.read(c.File)
	if err != nil {
		return err
	}
	return s.with(func(d *workflow.Desk) error {
		if err := d.SetText(s.ctx, c.ID, c.Section, strings.TrimSpace(string(u.Data))); err != nil {
			return err
		}
		return s.kept()
	})
}
