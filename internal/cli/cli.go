// Package cli is the command line: one file per command. A command parses its words, calls the workflow and prints the
// answer for people or, with --json, as one JSON document on standard output.
//
// Errors go to standard error as a sentence and a hint, with --json as one object. The exit status is 0 when done, 1 when
// refused or failed, 2 when the words are wrong.
package cli

import (
	"context"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"runtime/debug"
	"slices"
	"syscall"

	"github.com/alecthomas/kong"

	"rapporteur/internal/fault"
	"rapporteur/internal/guard"
)

// Exit statuses.
const (
	done   = 0
	failed = 1
	misuse = 2
)

// readTable is the hidden word by which the program starts itself to read a table in a process of its own.
const readTable = "read-table"

// Screens are the files of the screens; the program sets them before Main. The zero value has none.
var Screens fs.FS = embed.FS{}

// memoryLimit is where the program collects hard instead of growing, in bytes: the largest table that is taken would
// otherwise need half as much again.
const memoryLimit = 400 << 20

type commands struct {
	Data string `help:"Data folder." env:"RAPPORTEUR_DATA" placeholder:"DIR"` // no path to the parser: an empty one would be the current folder
	JSON bool   `name:"json" help:"Print one JSON document."`

	Demo          demoCommand          `cmd:"" help:"Do the whole job on the sample webinar."`
	Inspect       inspectCommand       `cmd:"" help:"Recognise files and print what they hold."`
	Webinar       webinarCommand       `cmd:"" help:"Webinars, from their outlines."`
	Project       projectCommand       `cmd:"" help:"Projects, their Results and organisers."`
	Registrations registrationsCommand `cmd:"" help:"Registrations and their states."`
	Attendance    attendanceCommand    `cmd:"" help:"Attendance files."`
	Engagement    engagementCommand    `cmd:"" help:"Polls, questions to the speakers and surveys."`
	Match         matchCommand         `cmd:"" help:"Who is who: matches and decisions."`
	Staff         staffCommand         `cmd:"" help:"Set attendees apart as staff."`
	Sector        sectorCommand        `cmd:"" help:"The officer's word on sectors; institutions, terms and rules of the office."`
	Country       countryCommand       `cmd:"" help:"Countries/areas: what is proposed, and the officer's word."`
	Breakdown     breakdownCommand     `cmd:"" help:"The table by sector, country/area and sex."`
	Report        reportCommand        `cmd:"" help:"The outcome report and its annex."`
	Persons       personsCommand       `cmd:"" help:"Participations and unique persons over webinars."`
	Person        personCommand        `cmd:"" help:"One person over all webinars: everything held, and who is who."`
	Memory        memoryCommand        `cmd:"" help:"What is remembered for later webinars."`
	Link          linkCommand          `cmd:"" help:"Match two plain tables."`
	Classify      classifyCommand      `cmd:"" help:"Label organisations and titles with sectors."`
	Serve         serveCommand         `cmd:"" help:"Open the screens in the browser of this computer."`
	OpenAPI       openapiCommand       `cmd:"" name:"openapi" help:"Print the description of the screens' API."`
	Check         checkCommand         `cmd:"" help:"Check the register."`
	Undo          undoCommand          `cmd:"" help:"Undo the last change of a webinar."`
	Version       versionCommand       `cmd:"" help:"Print the version."`
	Window        windowCommand        `cmd:"" default:"1" hidden:"" help:"Open the window."`
}

// Main runs one command and returns the exit status.
func Main(args []string, in io.Reader, out, errOut io.Writer) int {
	if len(args) == 1 && args[0] == readTable {
		return guard.ServeChild(in, out)
	}
	debug.SetMemoryLimit(memoryLimit)
	collections := debug.SetGCPercent(rareCollections) // the little that is made before the command is known
	defer debug.SetGCPercent(collections)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	var c commands
	status := -1
	parser, err := kong.New(&c, kong.Name("rapporteur"), kong.Description("From a webinar's papers to figures a donor can check."),
		kong.Writers(out, errOut), kong.Exit(func(code int) { status = code }), kong.UsageOnError(), kong.ConfigureHelp(kong.HelpOptions{Compact: true}))
	if err != nil {
		return c.fail(errOut, err)
	}
	parsed, err := parser.Parse(args)
	if status >= 0 { // --help has been printed
		return status
	}
	if err != nil {
		var wrong *kong.ParseError
		if errors.As(err, &wrong) {
			return misused(errOut, c.JSON || slices.Contains(args, "--json"), wrong.Error())
		}
		return c.fail(errOut, err)
	}
	debug.SetGCPercent(collections)
	s := &session{ctx: ctx, data: c.Data, json: c.JSON, in: in, out: out, err: errOut}
	err = parsed.Run(s)
	switch {
	case err == nil:
		return done
	case fault.Is(err, usage):
		return misused(errOut, c.JSON, err.Error())
	}
	return c.fail(errOut, err)
}

// usage is the code of words that make no command; their exit status is 2.
const usage fault.Code = "usage"

const help = "rapporteur --help lists the commands."

// misused says that the words of the command are wrong, and where help is.
func misused(errOut io.Writer, asJSON bool, message string) int {
	if asJSON {
		printJSON(errOut, fault.New(usage, message, help))
	} else {
		fmt.Fprintf(errOut, "%s\n%s\n", message, help)
	}
	return misuse
}

// fail prints an error for the officer. What stands behind an error of the program itself goes to the log, or after the
// sentence when there is no log yet.
func (c *commands) fail(errOut io.Writer, err error) int {
	f := fault.From(err)
	cause := errors.Unwrap(f)
	logged := f.Code != fault.Internal || cause == nil || logCause(dataFolder(c.Data), cause)
	if c.JSON {
		printJSON(errOut, f)
		return failed
	}
	printFault(errOut, f)
	if !logged {
		fmt.Fprintln(errOut, "Cause:", cause)
	}
	return failed
}

// printJSON prints an error as one object. There is nobody left to tell when standard error cannot be written.
func printJSON(errOut io.Writer, f *fault.Error) {
	_ = json.NewEncoder(errOut).Encode(f)
}

func printFault(errOut io.Writer, f *fault.Error) {
	fmt.Fprintln(errOut, f.Message)
	if place := where(f.Where); place != "" {
		fmt.Fprintln(errOut, "Where:", place)
	}
	if f.Hint != "" {
		fmt.Fprintln(errOut, "What to do:", f.Hint)
	}
}

func where(w fault.Where) string {
	text := w.File
	if w.Sheet != "" {
		text += ", sheet " + w.Sheet
	}
	if w.Line > 0 {
		text += fmt.Sprintf(", line %d", w.Line)
	}
	if w.Column != "" {
		text += ", column " + w.Column
	}
	return text
}
