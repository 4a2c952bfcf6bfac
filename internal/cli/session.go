package cli

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"golang.org/x/term"

	"rapporteur/internal/fault"
	"rapporteur/internal/workflow"
)

// session is what every command works with.
type session struct {
	ctx      context.Context
	data     string
	json     bool
	in       io.Reader
	out, err io.Writer
}

// with opens the register, runs the work and lets go of the register. It begins no new one: a command that asks of what
// was saved must not find an empty register where a drive is not connected.
func (s *session) with(work func(*workflow.Desk) error) error { return s.at(true, work) }

// begin is with for commands that may be the first: a new register is made where there is none.
func (s *session) begin(work func(*workflow.Desk) error) error { return s.at(false, work) }

func (s *session) at(existing bool, work func(*workflow.Desk) error) error {
	desk, err := openDesk(s.ctx, dataFolder(s.data), tables(), existing)
	if err != nil {
		return err
	}
	return errors.Join(work(desk), desk.Close())
}

// progress says a step when somebody watches.
func (s *session) progress(step string) {
	if f, ok := s.err.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		fmt.Fprintln(s.err, "…", step)
	}
}

// confirmed lets a plan pass that may be committed: by --yes, or by an answer on the terminal. Else the fault is needs-yes.
func (s *session) confirmed(yes bool) error {
	if yes {
		return nil
	}
	waiting := fault.New(fault.NeedsYes, "Nothing was written: the plan waits for your yes.", "Read the plan and give the command again with --yes.")
	f, ok := s.in.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) || s.json {
		return waiting
	}
	fmt.Fprint(s.err, "Import this? [y/N] ")
	answer, err := bufio.NewReader(s.in).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	if !strings.HasPrefix(strings.ToLower(strings.TrimSpace(answer)), "y") {
		return waiting
	}
	return nil
}

// print writes the answer as JSON or by the given function for people.
func (s *session) print(v any, people func(io.Writer)) error {
	if !s.json {
		people(s.out)
		return nil
	}
	e := json.NewEncoder(s.out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// read takes a file given on the command line; "-" is standard input.
func (s *session) read(path string) (workflow.Upload, error) {
	if path == "-" {
		return readUpload("pasted text", s.in)
	}
	return ReadFile(path)
}

func (s *session) readAll(paths []string) ([]workflow.Upload, error) {
	var out []workflow.Upload
	for i, p := range paths {
		if p == "-" && slices.Contains(paths[:i], p) {
			return nil, fault.New(usage, "Standard input can be read once.", help)
		}
		u, err := s.read(p)
		if err != nil {
			return nil, err
		}
		out = append(out, u)
	}
	return out, nil
}

// pasted gives what was read from standard input the name of a pasted table.
func pasted(d *workflow.Desk, paths []string, files []workflow.Upload) []workflow.Upload {
	for i, p := range paths {
		if p == "-" {
			files[i].Name = ""
		}
	}
	return d.NamePasted(files)
}
