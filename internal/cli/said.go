package cli

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"rapporteur/internal/intake"
	"rapporteur/internal/workflow"
)

// fileFlags are what an officer says about files in place of what the program finds in them.
type fileFlags struct {
	Zone      string `placeholder:"ZONE" help:"Time zone of the files: a city, a country, an offset such as UTC+2, or a name such as Europe/Bucharest."`
	Encoding  string `placeholder:"NAME" help:"Encoding of text files, such as utf-8 or windows-1250."`
	Delimiter string `enum:",comma,semicolon,tab,bar" default:"" help:"What parts the columns of text files: comma, semicolon, tab or bar."`
	DateOrder string `enum:",dmy,mdy" default:"" help:"What stands first in dates such as 05/06/2020: dmy the day, mdy the month."`
}

// leftOutFlags are where the rows that an import leaves out are listed.
type leftOutFlags struct {
	LeftOut string `placeholder:"FILE.csv" help:"List the rows that are left out in this file, with the reason of each."`
	Force   bool   `help:"Replace an existing file."`
}

var delimiterSigns = map[string]string{"comma": ",", "semicolon": ";", "tab": "\t", "bar": "|"}

func (f fileFlags) said() workflow.FileSaid {
	return workflow.FileSaid{Zone: f.Zone, Encoding: f.Encoding, Delimiter: delimiterSigns[f.Delimiter], DateOrder: f.DateOrder}
}

// printAssumed says what a file is read as, with the evidence, and what the officer has to say.
func printAssumed(w io.Writer, a workflow.Assumption) {
	name := strings.ReplaceAll(a.Field, "_", " ")
	if !a.Asked {
		fmt.Fprintf(w, "  %s %s (%s)\n", name, plainSign(a.Value), because(a.Why, a.Examples))
		return
	}
	fmt.Fprintf(w, "  %s is not known: %s. Say it:\n", name, a.Why)
	for _, c := range a.Choices {
		fmt.Fprintf(w, "    --%s %s", strings.ReplaceAll(a.Field, "_", "-"), c.Value)
		if len(c.Examples) > 0 {
			fmt.Fprintf(w, " (%s)", strings.Join(c.Examples, ", "))
		}
		fmt.Fprintln(w)
	}
}

func because(why string, examples []string) string {
	if len(examples) == 0 {
		return why
	}
	return why + ": " + strings.Join(examples, ", ")
}

// plainSign names a sign that a line of text would not show.
func plainSign(value string) string {
	for name, sign := range delimiterSigns {
		if sign == value {
			return name
		}
	}
	return value
}

// printRemark says what was found, on how many rows and on which.
func printRemark(w io.Writer, r workflow.Remark) {
	if r.Count == 1 || len(r.Lines) == 0 {
		line := 0
		if len(r.Lines) > 0 {
			line = r.Lines[0]
		}
		printOddity(w, line, r.Column, r.Message)
		return
	}
	var lines []string
	for _, l := range r.Lines {
		lines = append(lines, strconv.Itoa(l))
	}
	more := ""
	if n := r.Count - len(r.Lines); n > 0 {
		more = fmt.Sprintf(" and %d more", n)
	}
	place := "lines " + strings.Join(lines, ", ") + more
	if r.Column != "" {
		place += ", " + r.Column
	}
	fmt.Fprintf(w, "  %d rows, %s: %s\n", r.Count, place, r.Message)
}

// printChanges lists rows that are known otherwise, field by field.
func printChanges(w io.Writer, what string, changes []intake.Change) {
	for _, c := range changes {
		for _, f := range c.Fields {
			fmt.Fprintf(w, "  line %d, %s: %s %q → %q\n", c.Line, what, f.Field, f.Before, f.After)
		}
	}
}
