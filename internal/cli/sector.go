package cli

import (
	"fmt"
	"io"

	"rapporteur/internal/sector"
	"rapporteur/internal/workflow"
)

type sectorCommand struct {
	Set    sectorSet    `cmd:"" help:"Set the sector of an attendee or a registration."`
	List   sectorList   `cmd:"" help:"List the institutions, terms and rules of the office."`
	Add    sectorAdd    `cmd:"" help:"Add an institution, a term or a rule, for every webinar."`
	Import sectorImport `cmd:"" help:"Add those of a table with the columns text and code."`
	Remove sectorRemove `cmd:"" help:"Take one back."`
	Undo   sectorUndo   `cmd:"" help:"Take back the last change of them."`
}

type sectorSet struct {
	ID           string `arg:"" name:"ID"`
	Subject      string `arg:"" name:"ATTENDEE|REG"`
	Code         string `arg:"" name:"CODE" help:"A group, a class, or class/subtype."`
	Organisation bool   `help:"Keep it for the person's organisation too, in all webinars."`
	Reason       string `help:"Why."`
}

func (c *sectorSet) Run(s *session) error {
	return s.with(func(d *workflow.Desk) error {
		if err := d.SetSector(s.ctx, c.ID, c.Subject, c.Code, c.Reason, c.Organisation); err != nil {
			return err
		}
		return s.kept()
	})
}

type sectorList struct{}

func (c *sectorList) Run(s *session) error {
	return s.with(func(d *workflow.Desk) error {
		all, err := d.OwnEntries(s.ctx)
		if err != nil {
			return err
		}
		return s.print(all, func(w io.Writer) {
			for _, e := range all {
				country := e.Country
				if country == "" {
					country = "everywhere"
				}
				fmt.Fprintf(w, "%.8s  %-12s  %s  (%s)  %s", e.ID, e.Kind, e.Text, country, e.Code)
				if e.Source != "" {
					fmt.Fprintf(w, "  source: %s", e.Source)
				}
				fmt.Fprintln(w)
			}
		})
	})
}

type sectorAdd struct {
	Text    string `arg:"" name:"TEXT" help:"Words as people write them; word* stands for every ending."`
	Code    string `arg:"" name:"CODE" help:"A group, a class, or class/subtype."`
	Kind    string `help:"An organisation as a whole, words anywhere (term), or a rule before all others." enum:"organisation,term,rule" default:"term"`
	Country string `help:"Country/area where it holds; everywhere without."`
	Source  string `help:"Where that is known from."`
	Reason  string `help:"Why."`
}

func (c *sectorAdd) Run(s *session) error {
	return s.with(func(d *workflow.Desk) error {
		entry := sector.Own{Kind: sector.Kind(c.Kind), Text: c.Text, Country: c.Country, Code: c.Code, Source: c.Source}
		if err := d.AddOwnEntries(s.ctx, []sector.Own{entry}, c.Reason); err != nil {
			return err
		}
		return s.kept()
	})
}

type sectorImport struct {
	File string `arg:"" name:"FILE" help:"A table with the columns text and code; kind, country and source may stand beside them."`
}

func (c *sectorImport) Run(s *session) error {
	u, err := s.read(c.File)
	if err != nil {
		return err
	}
	return s.with(func(d *workflow.Desk) error {
		n, err := d.ImportOwnEntries(s.ctx, u)
		if err != nil {
			return err
		}
		return s.print(map[string]int{"added": n}, func(w io.Writer) { fmt.Fprintf(w, "%d added.\n", n) })
	})
}

type sectorRemove struct {
	Entry  string `arg:"" name:"ENTRY" help:"Its id, or the beginning of it."`
	Reason string `help:"Why."`
}

func (c *sectorRemove) Run(s *session) error {
	return s.with(func(d *workflow.Desk) error {
		if err := d.RemoveOwnEntry(s.ctx, c.Entry, c.Reason); err != nil {
			return err
		}
		return s.kept()
	})
}

type sectorUndo struct {
	Reason string `help:"Why."`
}

func (c *sectorUndo) Run(s *session) error {
	return s.with(func(d *workflow.Desk) error {
		undone, err := d.UndoOwnEntries(s.ctx, c.Reason)
		if err != nil {
			return err
		}
		return s.print(undone, func(w io.Writer) { fmt.Fprintln(w, "Taken back.") })
	})
}
