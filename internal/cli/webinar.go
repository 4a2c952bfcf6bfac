package cli

import (
	"fmt"
	"io"
	"strings"

	"rapporteur/internal/fault"
	"rapporteur/internal/webinar"
	"rapporteur/internal/workflow"
)

type webinarCommand struct {
	New      webinarNew      `cmd:"" help:"Make a webinar from its outline; prints the id."`
	List     webinarList     `cmd:"" help:"List the webinars."`
	Show     webinarShow     `cmd:"" help:"Show one."`
	Outline  webinarOutline  `cmd:"" help:"Write the outline as text or HTML."`
	Edit     webinarEdit     `cmd:"" help:"Set fields."`
	Postpone webinarPostpone `cmd:"" help:"Mark as postponed."`
	Cancel   webinarCancel   `cmd:"" help:"Mark as cancelled."`
	Held     webinarHeld     `cmd:"" help:"Mark as held."`
	Close    webinarClose    `cmd:"" help:"Freeze the figures of a webinar that was held."`
	Reopen   webinarReopen   `cmd:"" help:"Take a closing back; the report's texts stay."`
}

type webinarNew struct {
	File   string `arg:"" optional:"" name:"FILE" help:"Outline as .docx, .txt or .html; - for pasted text."`
	Sample bool   `help:"Make the sample webinar of invented people instead, with the whole job done."`
}

func (c *webinarNew) Run(s *session) error {
	if (c.File == "") != c.Sample {
		return fault.New(usage, "Name the outline, or say --sample.", help)
	}
	begin := func(d *workflow.Desk) (webinar.Webinar, error) { return d.NewSample(s.ctx, s.progress) }
	if !c.Sample {
		u, err := s.read(c.File)
		if err != nil {
			return err
		}
		begin = func(d *workflow.Desk) (webinar.Webinar, error) { return d.NewWebinar(s.ctx, u) }
	}
	return s.begin(func(d *workflow.Desk) error {
		w, err := begin(d)
		if err != nil {
			return err
		}
		return s.print(workflow.ViewWebinar(w), func(out io.Writer) {
			fmt.Fprintln(out, w.ID)
			printProblems(s.err, w)
		})
	})
}

type webinarList struct{}

func (c *webinarList) Run(s *session) error {
	return s.begin(func(d *workflow.Desk) error {
		all, err := d.Webinars(s.ctx)
		if err != nil {
			return err
		}
		views := make([]workflow.WebinarView, 0, len(all))
		for _, w := range all {
			views = append(views, workflow.ViewWebinar(w))
		}
		return s.print(views, func(out io.Writer) {
			for _, v := range views {
				fmt.Fprintf(out, "%s  %s  %-9s %s\n", v.ID, v.Start, v.State, v.Title)
			}
		})
	})
}

type webinarShow struct {
	ID string `arg:"" name:"ID"`
}

func (c *webinarShow) Run(s *session) error {
	return s.with(func(d *workflow.Desk) error {
		w, err := d.Webinar(s.ctx, c.ID)
		if err != nil {
			return err
		}
		hold, err := d.Hold(s.ctx, w.ID)
		if err != nil {
			return err
		}
		return s.print(heldWebinar{workflow.ViewWebinar(w), hold}, func(out io.Writer) {
			printWebinar(out, w)
			printHold(out, hold)
		})
	})
}

type webinarOutline struct {
	ID    string `arg:"" name:"ID"`
	Out   string `short:"o" default:"-" placeholder:"FILE" help:".txt or .html; - for standard output."`
	Force bool   `help:"Replace an existing file."`
}

func (c *webinarOutline) Run(s *session) error {
	return s.with(func(d *workflow.Desk) error {
		w, err := d.Webinar(s.ctx, c.ID)
		if err != nil {
			return err
		}
		data := webinar.WriteText(w.Outline)
		if lower := strings.ToLower(c.Out); strings.HasSuffix(lower, ".html") || strings.HasSuffix(lower, ".htm") {
			data = webinar.WriteHTML(w.Outline)
		}
		return s.deliver(c.Out, data, c.Force)
	})
}

type webinarEdit struct {
	ID     string   `arg:"" name:"ID"`
	Set    []string `sep:"none" required:"" placeholder:"FIELD=VALUE" help:"Field and value; repeat for more, and for each entry of a list."`
	Reason string   `help:"Why."`
}

func (c *webinarEdit) Run(s *session) error {
	settings, err := parseSettings(c.Set)
	if err != nil {
		return err
	}
	return s.with(func(d *workflow.Desk) error {
		w, err := d.EditWebinar(s.ctx, c.ID, settings, c.Reason)
		if err != nil {
			return err
		}
		return s.print(workflow.ViewWebinar(w), func(out io.Writer) { printWebinar(out, w) })
	})
}

func parseSettings(list []string) ([]workflow.Setting, error) {
	var out []workflow.Setting
	for _, text := range list {
		field, value, ok := strings.Cut(text, "=")
		if !ok {
			return nil, fault.New(fault.Invalid, "A field is set as its name, an equals sign and its value.", "For example: --set capacity=150")
		}
		out = append(out, workflow.Setting{Field: strings.TrimSpace(field), Value: value})
	}
	return out, nil
}

// stateChange is what the commands that move a webinar have in common.
type stateChange struct {
	ID     string `arg:"" name:"ID"`
	Reason string `help:"Why."`
}

func (c *stateChange) move(s *session, to webinar.State) error {
	return s.with(func(d *workflow.Desk) error {
		w, err := d.MoveWebinar(s.ctx, c.ID, to, c.Reason)
		if err != nil {
			return err
		}
		return s.print(workflow.ViewWebinar(w), func(out io.Writer) { printWebinar(out, w) })
	})
}

type webinarPostpone struct{ stateChange }

func (c *webinarPostpone) Run(s *session) error { return c.move(s, webinar.Postponed) }

type webinarCancel struct{ stateChange }

func (c *webinarCancel) Run(s *session) error { return c.move(s, webinar.Cancelled) }

type webinarHeld struct{ stateChange }

func (c *webinarHeld) Run(s *session) error { return c.move(s, webinar.Held) }

type webinarClose struct {
	stateChange
	Accept bool `help:"Of a closed webinar: take the figures as they are computed now in place of the frozen ones."`
}

func (c *webinarClose) Run(s *session) error {
	return s.with(func(d *workflow.Desk) error {
		w, err := d.CloseWebinar(s.ctx, c.ID, c.Accept, c.Reason)
		if err != nil {
			return err
		}
		return s.print(workflow.ViewWebinar(w), func(out io.Writer) { printWebinar(out, w) })
	})
}

type webinarReopen struct{ stateChange }

func (c *webinarReopen) Run(s *session) error {
	return s.with(func(d *workflow.Desk) error {
		w, err := d.ReopenWebinar(s.ctx, c.ID, c.Reason)
		if err != nil {
			return err
		}
		return s.print(workflow.ViewWebinar(w), func(out io.Writer) { printWebinar(out, w) })
	})
}
