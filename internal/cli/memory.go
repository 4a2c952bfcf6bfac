package cli

import (
	"fmt"
	"io"

	"rapporteur/internal/workflow"
)

type memoryCommand struct {
	List   memoryList   `cmd:"" default:"withargs" help:"What is remembered for later webinars, by whose word, and where it was followed."`
	Forget memoryForget `cmd:"" help:"Have something forgotten; person undo remembers it again."`
}

type memoryList struct{}

func (c *memoryList) Run(s *session) error {
	return s.with(func(d *workflow.Desk) error {
		v, err := d.Memory(s.ctx)
		if err != nil {
			return err
		}
		return s.print(v, func(w io.Writer) {
			for _, r := range v.Rows {
				fmt.Fprintf(w, "%s  %s  %s %s", r.Key, r.Kind, r.Shown, r.Address)
				if r.Kind == "alias" {
					fmt.Fprintf(w, " is %s %s", r.Means, r.MeansAddress)
				}
				fmt.Fprintf(w, "  by %s, %s, at %s\n", r.Who, r.At, r.Title)
				if r.Conflict {
					fmt.Fprintln(w, "    not followed: another word says otherwise")
				}
				for _, u := range r.Used {
					fmt.Fprintf(w, "    followed at %s (%d)\n", u.Title, u.N)
				}
			}
		})
	})
}

type memoryForget struct {
	Key    string `arg:"" name:"KEY"`
	Reason string `help:"Why."`
}

func (c *memoryForget) Run(s *session) error {
	return s.with(func(d *workflow.Desk) error {
		if err := d.Forget(s.ctx, c.Key, 0, c.Reason); err != nil {
			return err
		}
		return s.kept()
	})
}
