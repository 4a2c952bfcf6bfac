package cli

import (
	"rapporteur/internal/intake"
	"rapporteur/internal/workflow"
)

type attendanceCommand struct {
	Import attendanceImport `cmd:"" help:"Import attendance files; several files and platforms are one webinar."`
}

type attendanceImport struct {
	ID    string   `arg:"" name:"ID"`
	Files []string `arg:"" name:"FILE" help:"Files; - for a table on standard input."`
	fileFlags
	columnFlags
	leftOutFlags
	Yes bool `help:"Commit the plan without asking."`
}

func (c *attendanceImport) Run(s *session) error {
	files, err := s.readAll(c.Files)
	if err != nil {
		return err
	}
	return s.with(func(d *workflow.Desk) error {
		files := pasted(d, c.Files, files)
		if err := c.forget(s, d, c.ID, files); err != nil {
			return err
		}
		plan, err := d.PlanAttendance(s.ctx, c.ID, files, workflow.ImportOptions{FileSaid: c.said(), Columns: c.choice()})
		if err != nil {
			return s.orColumns(d, err, files, intake.Attendance)
		}
		return s.carryOut(plan.Plan, c.leftOutFlags, c.Yes, func() error { return d.CommitAttendance(s.ctx, plan) })
	})
}
