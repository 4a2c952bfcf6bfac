package cli

import (
	"fmt"
	"io"
	"runtime/debug"

	"rapporteur/internal/fault"
	"rapporteur/internal/workflow"
)

type checkCommand struct{}

// Run looks at everything the register promises to keep; findings make the status 1.
func (c *checkCommand) Run(s *session) error {
	return s.with(func(d *workflow.Desk) error {
		r, err := d.Check(s.ctx)
		if err != nil {
			return err
		}
		if err := s.print(r, func(w io.Writer) {
			fmt.Fprintf(w, "looked at %d changes, %d files, %d issued reports and %d snapshots\n", r.Changes, r.Files, r.Reports, r.Snapshots)
			for _, f := range r.Findings {
				fmt.Fprintf(w, "%s: %s\n", f.Code, f.Sentence)
			}
		}); err != nil {
			return err
		}
		if len(r.Findings) > 0 {
			return fault.New(fault.Damaged, "The register is not as it was saved.", "Keep a copy of the data folder as it is and go back to the last snapshot that is sound.")
		}
		if !s.json {
			fmt.Fprintln(s.out, "The register is sound.")
		}
		return nil
	})
}

type undoCommand struct {
	ID     string `arg:"" name:"ID"`
	Reason string `help:"Why."`
}

func (c *undoCommand) Run(s *session) error {
	return s.with(func(d *workflow.Desk) error {
		undone, err := d.Undo(s.ctx, c.ID, c.Reason)
		if err != nil {
			return err
		}
		return s.print(undone, func(w io.Writer) { fmt.Fprintln(w, "undone:", undone.Kind, undone.Why) })
	})
}

type versionCommand struct{}

func (c *versionCommand) Run(s *session) error {
	v := version()
	return s.print(map[string]string{"version": v}, func(w io.Writer) { fmt.Fprintln(w, "rapporteur", v) })
}

// release is the version that a packed program was given when it was linked.
var release string

// version is the program's version with the commit it was built from.
func version() string {
	if release != "" {
		return release
	}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	v := info.Main.Version
	for _, x := range info.Settings {
		if x.Key == "vcs.revision" && len(x.Value) >= 12 {
			v += " " + x.Value[:12]
		}
	}
	return v
}
