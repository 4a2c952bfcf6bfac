package cli

import (
	"fmt"
	"io"

	"rapporteur/internal/match"
	"rapporteur/internal/workflow"
)

type matchCommand struct {
	Show   matchShow   `cmd:"" default:"withargs" help:"Counts, open ones and candidates with reasons."`
	Decide matchDecide `cmd:"" help:"Answer for one attendee."`
	Split  matchSplit  `cmd:"" help:"Say which people sat at one connection; without names take it back."`
}

type matchShow struct {
	ID string `arg:"" name:"ID"`
}

func (c *matchShow) Run(s *session) error {
	return s.with(func(d *workflow.Desk) error {
		dossier, err := d.Dossier(s.ctx, c.ID, "")
		if err != nil {
			return err
		}
		v := workflow.ViewMatch(dossier)
		return s.print(v, func(w io.Writer) { printMatch(w, v) })
	})
}

func printMatch(w io.Writer, v workflow.MatchView) {
	for _, state := range workflow.MatchStates() {
		fmt.Fprintf(w, "%-13s %d\n", state, v.Totals[string(state)])
	}
	for _, p := range v.Participants {
		if p.State != string(match.Open) && !p.Conflict && !p.Late {
			continue
		}
		presence := fmt.Sprintf("%d s", p.Seconds)
		if p.Declared {
			presence = "declared"
		}
		fmt.Fprintf(w, "\n%.14s  %s  %s  %s\n", p.ID, p.Name, p.Email, presence)
		if p.Conflict {
			fmt.Fprintln(w, "    earlier answers contradict each other: decide again")
		}
		for _, reason := range p.Reasons {
			fmt.Fprintf(w, "    %s\n", reason)
		}
		for i, x := range p.Candidates {
			fmt.Fprintf(w, "    %d  %.14s  %.2f  %s\n", i+1, x.Registration, x.Score, x.Name)
			for _, reason := range x.Reasons {
				fmt.Fprintf(w, "         %s\n", reason)
			}
		}
	}
}

type matchDecide struct {
	ID           string `arg:"" name:"ID"`
	Attendee     string `arg:"" name:"ATTENDEE"`
	Registration string `arg:"" name:"REG" help:"A registration, or none for a walk-in."`
	Reason       string `help:"Why."`
}

func (c *matchDecide) Run(s *session) error {
	return s.with(func(d *workflow.Desk) error {
		if err := d.Decide(s.ctx, c.ID, c.Attendee, c.Registration, c.Reason); err != nil {
			return err
		}
		return s.kept()
	})
}

type matchSplit struct {
	ID       string   `arg:"" name:"ID"`
	Attendee string   `arg:"" name:"ATTENDEE"`
	Names    []string `arg:"" optional:"" name:"NAME" help:"The people who sat there, two or more."`
	Reason   string   `help:"Why."`
}

func (c *matchSplit) Run(s *session) error {
	return s.with(func(d *workflow.Desk) error {
		if err := d.Split(s.ctx, c.ID, []string{c.Attendee}, c.Names, c.Reason); err != nil {
			return err
		}
		return s.kept()
	})
}

// kept says that an answer is in the register.
func (s *session) kept() error {
	return s.print(map[string]bool{"kept": true}, func(w io.Writer) { fmt.Fprintln(w, "Kept.") })
}

type staffCommand struct {
	Set staffSet `cmd:"" help:"Set an attendee apart as staff, or back."`
}

type staffSet struct {
	ID       string `arg:"" name:"ID"`
	Attendee string `arg:"" name:"ATTENDEE"`
	Staff    string `arg:"" name:"yes|no" enum:"yes,no"`
	Reason   string `help:"Why."`
}

func (c *staffSet) Run(s *session) error {
	return s.with(func(d *workflow.Desk) error {
		if err := d.SetStaff(s.ctx, c.ID, c.Attendee, c.Staff == "yes", c.Reason); err != nil {
			return err
		}
		return s.kept()
	})
}
