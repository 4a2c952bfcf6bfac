package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"rapporteur/internal/fault"
	"rapporteur/internal/workflow"
)

type inspectCommand struct {
	Files []string `arg:"" name:"FILE" help:"Files to look at."`
	fileFlags
	Date string `placeholder:"YYYY-MM-DD" help:"Date of the webinar; it helps to tell day from month."`
	End  string `placeholder:"TIME" help:"End of the meeting, for stays without one."`
	Kind string `enum:",attendance,registrations,poll,questions,survey" default:"" help:"What the files are, where they could be several things; survey takes any table of answers."`
	Map  string `placeholder:"FIELD=COLUMN,…" help:"Which column holds which field, for a table that is no known report."`
}

// Run recognises each file; one that is unknown or refused is printed too and makes the status 1.
func (c *inspectCommand) Run(s *session) error {
	o := workflow.InspectOptions{FileSaid: c.said(), End: c.End, Kind: c.Kind, Columns: c.Map}
	if c.Date != "" {
		date, err := time.Parse(time.DateOnly, c.Date)
		if err != nil {
			return fault.New(fault.Invalid, "The date is not written as year, month and day.", "For example: --date 2020-05-28")
		}
		o.Date = date
	}
	files, err := s.readAll(c.Files)
	if err != nil {
		return err
	}
	found, err := workflow.Inspect(s.ctx, tables(), files, o)
	if err != nil {
		return err
	}
	if err := s.print(found, func(w io.Writer) { printInspected(w, found) }); err != nil {
		return err
	}
	for _, f := range found {
		if f.Fault != nil {
			return f.Fault
		}
	}
	return nil
}

func printInspected(w io.Writer, list []workflow.Inspected) {
	for _, f := range list {
		fmt.Fprintf(w, "%s\n  kind %s", f.File, f.Kind)
		if f.Fault != nil {
			fmt.Fprintln(w)
			continue
		}
		fmt.Fprintf(w, ", format %s (%s)\n", f.Format, f.Why)
		if f.Encoding != "" {
			fmt.Fprintf(w, "  encoding %s, delimiter %q, dates %s, times in %s (%s)\n", f.Encoding, f.Delimiter, f.DateOrder, f.Zone, f.ZoneFrom)
		}
		var names []string
		for name := range f.Counts {
			names = append(names, name)
		}
		slices.Sort(names)
		for _, name := range names {
			fmt.Fprintf(w, "  %-16s %d\n", name, f.Counts[name])
		}
		for _, p := range f.Problems {
			printOddity(w, p.Line, p.Column, p.Message)
		}
	}
}

// printOddity prints what is odd in a file; what concerns all of it has no line or column.
func printOddity(w io.Writer, line int, column, message string) {
	var place []string
	if line > 0 {
		place = append(place, fmt.Sprintf("line %d", line))
	}
	if column != "" {
		place = append(place, column)
	}
	if len(place) == 0 {
		place = []string{"look at"}
	}
	fmt.Fprintf(w, "  %s: %s\n", strings.Join(place, ", "), message)
}
