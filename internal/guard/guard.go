// Package guard reads table files in a child process, so that no file can take the program down with it.
//
// The child is the same binary, started with a hidden subcommand that calls ServeChild. It gets the file's name and
// bytes on standard input and answers with the sheets, or with a fault, on standard output (wire.go); nothing is
// written to disk. A program that stays open keeps one child started ahead (spare.go). It ends itself with status 75 when it needs more memory than allowed; the parent ends it when the
// deadline passes or the caller gives up. The parent believes no length the child sends.
package guard

import (
	"context"
	"errors"
	"os/exec"
	"strings"
	"time"

	"rapporteur/internal/fault"
	"rapporteur/internal/progress"
	"rapporteur/internal/tabular"
)

// DefaultDeadline is how long a file may take. A table of one webinar takes some milliseconds.
const DefaultDeadline = 20 * time.Second

// maxAnswer is the most the parent takes from the child, in bytes: the largest table within the limits of package
// tabular is a text file of 64 MB, whose letters may need three bytes instead of one, and a length for each cell.
const maxAnswer = 256 << 20

// Command is what starts the child: the program and its arguments, and variables added to the environment.
type Command struct {
	Path string
	Args []string
	Env  []string
}

// Reader reads tables in a child process each. It may be used by several goroutines.
type Reader struct {
	Command  Command
	Deadline time.Duration // 0: DefaultDeadline
	spares
}

// Read gives the sheets of a table file, as tabular.ReadSaid does with its standard limits. Faults: those of that function;
// too-large when the child needs too much memory or time; unreadable when it breaks down over the file; internal when
// it cannot be started or does not answer as agreed. The cells share the memory of the data, as there. seen is told how many
// bytes the child has read. When ctx ends, or seen ends the work, the child is killed, and the error of ctx or
// progress.ErrEnded comes back as the cause.
func (r *Reader) Read(ctx context.Context, name string, data []byte, said tabular.Said, seen progress.Seen) (*tabular.File, error) {
	file, err := r.read(ctx, name, data, said, seen)
	if err != nil {
		f := fault.From(err)
		where := f.Where
		where.File = name
		return nil, f.At(where)
	}
	file.Name = name
	return file, nil
}

func (r *Reader) read(ctx context.Context, name string, data []byte, said tabular.Said, seen progress.Seen) (*tabular.File, error) {
	deadline := r.Deadline
	if deadline == 0 {
		deadline = DefaultDeadline
	}
	c, err := r.take(r.Command)
	if err != nil {
		return nil, ending(err, "")
	}
	timed, cancel := context.WithTimeout(ctx, deadline)
	defer cancel()
	defer context.AfterFunc(timed, c.kill)()

	go c.send(name, data, said)
	goes := c.watched(seen)
	switch {
	case ctx.Err() != nil:
		return nil, errStopped.Because(ctx.Err())
	case !goes:
		return nil, errStopped.Because(progress.ErrEnded)
	case c.answer.overflow:
		return nil, errTooMuch
	case timed.Err() != nil:
		return nil, fault.New(fault.TooLarge, "Reading the file took too long; it was given up.",
			"Open it in a spreadsheet program, copy the table to a new workbook and save that.")
	case c.err != nil:
		return nil, ending(c.err, string(c.complaint.kept))
	}
	return readAnswer(c.answer.kept.String(), data)
}

// watched waits for the end of the child and tells how far it is. It is ended, and false comes back, when the work is not to
// go on.
func (c *child) watched(seen progress.Seen) (goes bool) {
	goes = true
	for {
		select {
		case at := <-c.told:
			if goes && !seen.Tell(at.done, at.total) {
				goes = false
				c.kill()
			}
		case <-c.ended:
			return goes
		}
	}
}

var errStopped = fault.New(fault.Internal, "Reading the file was stopped.", "Import it again.")

var errTooMuch = fault.New(fault.TooLarge, "The file unfolds to far more data than a webinar can have.",
	"Open it in a spreadsheet program, copy the table to a new workbook and save that.")

// ending says what the way the child ended means. The complaint may hold cells' values: it is looked at, never kept.
func ending(err error, complaint string) error {
	var exit *exec.ExitError
	if !errors.As(err, &exit) {
		return fault.New(fault.Internal, "The part of the program that reads tables could not be started.",
			"Try again. If it happens again, reinstall the program.").Because(err)
	}
	if exit.ExitCode() == exitMemory || strings.Contains(complaint, "out of memory") {
		return errTooMuch.Because(err)
	}
	return fault.New(fault.Unreadable, "The file could not be read: it broke the program part that reads tables.",
		"Open it in a spreadsheet program, save it as .xlsx and import that file.").Because(err)
}
