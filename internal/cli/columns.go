package cli

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"rapporteur/internal/fault"
	"rapporteur/internal/intake"
	"rapporteur/internal/workflow"
)

// columnFlags say which column of a table holds what, where no report is recognised.
type columnFlags struct {
	Map      string  `placeholder:"FIELD=COLUMN,…" help:"Which column holds which field, for a table that is no known report. A column goes by its title, its letter or its number."`
	Sheet    *string `placeholder:"NAME" help:"Sheet of that table; else the one that has the columns."`
	Header   *int    `placeholder:"LINE" help:"Line of its titles, 0 for none; else the one that has them."`
	ResetMap bool    `help:"Forget the columns that were chosen earlier for such a table."`
}

func (c columnFlags) choice() workflow.ColumnChoice {
	return workflow.ColumnChoice{Text: c.Map, Sheet: c.Sheet, Header: c.Header}
}

// forget has remembered columns forgotten, where that is asked for.
func (c columnFlags) forget(s *session, d *workflow.Desk, webinarID string, files []workflow.Upload) error {
	if !c.ResetMap {
		return nil
	}
	for _, u := range files {
		if err := d.ForgetColumns(s.ctx, webinarID, u); err != nil {
			return err
		}
	}
	return nil
}

// columnsView is what is printed of a table that is no known report.
type columnsView struct {
	File       string          `json:"file"`
	Suggestion string          `json:"suggestion"` // for --map; "" when nothing is
	Columns    []intake.Column `json:"columns"`
	Lacks      []string        `json:"lacks"`
}

// orColumns prints the columns of the table that no report looks like, and names --map in the hint.
func (s *session) orColumns(d *workflow.Desk, err error, files []workflow.Upload, kind string) error {
	if !fault.Is(err, fault.Unknown) {
		return err
	}
	e := fault.From(err)
	for _, u := range files {
		if u.Name != e.Where.File {
			continue
		}
		look, choice, unreadable := d.SuggestColumns(s.ctx, u, kind)
		if unreadable != nil {
			return err
		}
		v := columnsView{File: u.Name, Suggestion: choice, Columns: look.Columns, Lacks: look.Lacks}
		if printed := s.print(v, func(w io.Writer) { printColumns(w, v) }); printed != nil {
			return errors.Join(err, printed)
		}
		hint := "Or say which column holds what with --map FIELD=COLUMN,… ; the fields are: " + strings.Join(intake.ChoiceFields(kind), ", ") + "."
		if choice != "" {
			hint += fmt.Sprintf(" Perhaps: --map %q", choice)
		}
		return fault.New(e.Code, e.Message, e.Hint+"\n"+hint).At(e.Where).Because(err)
	}
	return err
}

func printColumns(w io.Writer, v columnsView) {
	fmt.Fprintln(w, v.File)
	for _, c := range v.Columns {
		fmt.Fprintf(w, "  %-3s %-24s %-14s %s\n", c.Letter, c.Title, c.Field, strings.Join(c.Samples, " | "))
	}
	for _, lack := range v.Lacks {
		fmt.Fprintln(w, "  "+lack)
	}
}
