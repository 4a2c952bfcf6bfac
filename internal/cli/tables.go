package cli

import (
	"runtime/debug"
	"strconv"

	"rapporteur/internal/workflow"
)

type linkCommand struct {
	Registrations string `arg:"" name:"REGISTRATIONS.csv"`
	Attendance    string `arg:"" name:"ATTENDANCE.csv"`
	Out           string `short:"o" default:"-" placeholder:"FILE"`
	Force         bool   `help:"Replace an existing file."`
}

type linkView struct {
	RowID    string  `json:"row_id"`
	RegID    string  `json:"reg_id"`
	Score    float64 `json:"score"`
	Decision string  `json:"decision"`
	Reason   string  `json:"reason"`
}

// rareCollections lets the memory grow to four times of what is in use before it is collected: a table is matched and the
// command ends, or is yet to begin. The limit of all commands holds.
const rareCollections = 300

func (c *linkCommand) Run(s *session) error {
	defer debug.SetGCPercent(debug.SetGCPercent(rareCollections))
	files, err := s.readAll([]string{c.Registrations, c.Attendance})
	if err != nil {
		return err
	}
	decisions, err := workflow.Link(files[0], files[1])
	if err != nil {
		return err
	}
	views := make([]linkView, 0, len(decisions))
	var rows [][]string
	for _, d := range decisions {
		views = append(views, linkView{d.RowID, d.RegID, d.Score, d.Decision, d.Reason})
		rows = append(rows, []string{d.RowID, d.RegID, strconv.FormatFloat(d.Score, 'f', 4, 64), d.Decision, d.Reason})
	}
	if s.json && c.Out == "-" {
		return s.print(views, nil)
	}
	data, err := workflow.CSV([]string{"row_id", "reg_id", "score", "decision", "reason"}, rows)
	if err != nil {
		return err
	}
	if err := s.write(c.Out, data, c.Force); err != nil || !s.json {
		return err
	}
	return s.print(map[string]any{"file": c.Out, "decisions": len(rows)}, nil)
}

type classifyCommand struct {
	File  string `arg:"" name:"FILE.csv"`
	Out   string `short:"o" default:"-" placeholder:"FILE"`
	Force bool   `help:"Replace an existing file."`
	Own   bool   `help:"Also by the institutions, terms and rules of the register."`
}

func (c *classifyCommand) Run(s *session) error {
	u, err := s.read(c.File)
	if err != nil {
		return err
	}
	header, labelled, err := workflow.Classify(u)
	if c.Own {
		err = s.with(func(d *workflow.Desk) (err error) { header, labelled, err = d.ClassifyOwn(s.ctx, u); return err })
	}
	if err != nil {
		return err
	}
	header = append(append([]string{}, header...), "sector", "subtype", "reason")
	var rows [][]string
	objects := make([]map[string]string, 0, len(labelled))
	for _, r := range labelled {
		row := append(append([]string{}, r.Cells...), string(r.Label.Class), string(r.Label.Subtype), r.Label.Reason)
		rows = append(rows, row)
		one := map[string]string{}
		for i, name := range header {
			one[name] = row[i]
		}
		objects = append(objects, one)
	}
	if s.json && c.Out == "-" {
		return s.print(objects, nil)
	}
	data, err := workflow.CSV(header, rows)
	if err != nil {
		return err
	}
	if err := s.write(c.Out, data, c.Force); err != nil || !s.json {
		return err
	}
	return s.print(map[string]any{"file": c.Out, "rows": len(rows)}, nil)
}
