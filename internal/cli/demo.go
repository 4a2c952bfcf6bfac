package cli

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"rapporteur/internal/chart/ssr"
	"rapporteur/internal/fault"
	"rapporteur/internal/render/pdf"
	"rapporteur/internal/report"
	"rapporteur/internal/workflow"
)

type demoCommand struct {
	Out string `short:"o" default:"." type:"path" placeholder:"DIR" help:"Folder for the files."`
}

// Run does the whole job in a fresh register that is thrown away afterwards.
func (c *demoCommand) Run(s *session) error {
	if err := os.MkdirAll(c.Out, 0o755); err != nil {
		return unwritable(err, fault.Where{})
	}
	dir, err := os.MkdirTemp("", "rapporteur-demo-")
	if err != nil {
		return unwritable(err, fault.Where{})
	}
	defer os.RemoveAll(dir)
	desk, err := workflow.Open(s.ctx, dir, workflow.Options{Tables: tables(), Now: workflow.DemoClock(), NewID: workflow.DemoIDs(),
		Who: "sample officer", Charts: ssr.New(pdf.Measure)})
	if err != nil {
		return err
	}
	defer desk.Close()
	made, err := desk.Demo(s.ctx, s.progress)
	if err != nil {
		return err
	}
	w := made.Dossier.Webinar
	files := []struct {
		name string
		data []byte
	}{
		{report.ReportName(w, report.Internal, "pdf", false), made.PDF},
		{report.ReportName(w, report.Internal, "xlsx", false), made.XLSX},
		{report.FileName(w, report.OutlinePage, ".html"), made.Outline},
	}
	for _, f := range files {
		// The demo's own files of an earlier run are replaced: they are the same.
		if err := s.write(filepath.Join(c.Out, f.name), f.data, true); err != nil {
			return err
		}
	}
	return s.print(made.Dossier.Table, func(w io.Writer) {
		printFigures(w, made.Dossier)
		fmt.Fprintln(w)
		for _, f := range files {
			fmt.Fprintln(w, "written:", filepath.Join(c.Out, f.name))
		}
	})
}
