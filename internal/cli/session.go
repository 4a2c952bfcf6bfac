package cli

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/user"
	"path/filepath"
	"strings"
	"time"

	"github.com/adrg/xdg"
	"github.com/google/uuid"
	"golang.org/x/term"

	"rapporteur/internal/chart/ssr"
	"rapporteur/internal/fault"
	"rapporteur/internal/guard"
	"rapporteur/internal/render/pdf"
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

// maxFile is the most that is read from one file given on the command line, in bytes.
const maxFile = 128 << 20

// desk opens the register; the caller closes it.
func (s *session) desk() (*workflow.Desk, error) {
	dir := dataFolder(s.data)
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		return nil, fault.New(fault.Invalid, "The data folder is a file, not a folder.", "Name a folder with --data or RAPPORTEUR_DATA.")
	}
	return workflow.Open(s.ctx, dir, workflow.Options{Tables: s.tables(), Now: time.Now, NewID: newID, Who: officer(), Charts: ssr.New(pdf.Measure)})
}

// dataFolder is the folder asked for, else the account's.
func dataFolder(asked string) string {
	if asked != "" {
		return asked
	}
	return filepath.Join(xdg.DataHome, "rapporteur")
}

// with opens the register, runs the work and lets go of the register.
func (s *session) with(work func(*workflow.Desk) error) error {
	desk, err := s.desk()
	if err != nil {
		return err
	}
	return errors.Join(work(desk), desk.Close())
}

func (s *session) tables() workflow.Tables {
	path, err := os.Executable()
	if err != nil {
		path = os.Args[0]
	}
	return &guard.Reader{Command: guard.Command{Path: path, Args: []string{readTable}}}
}

// newID makes a UUIDv7: sorted by time of making.
func newID() string { return uuid.Must(uuid.NewV7()).String() }

// officer is the name written into changes: the account's.
func officer() string {
	if u, err := user.Current(); err == nil {
		return u.Username
	}
	return "unknown"
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
	at := fault.Where{File: filepath.Base(path)}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return workflow.Upload{}, fault.New(fault.NotFound, "There is no such file.", "Check the name and the folder.").At(at)
	case err != nil:
		return workflow.Upload{}, cannotRead(at, err)
	case info.IsDir():
		return workflow.Upload{}, fault.New(fault.WrongKind, "This is a folder, not a file.", "Name the file in it.").At(at)
	case !info.Mode().IsRegular(): // opening a pipe would wait for ever, and a device may never end
		return workflow.Upload{}, fault.New(fault.WrongKind, "This is a device or a pipe, not a file.", "Save it as a file first.").At(at)
	}
	f, err := os.Open(path)
	if err != nil {
		return workflow.Upload{}, cannotRead(at, err)
	}
	defer f.Close()
	return readUpload(at.File, f)
}

// readUpload reads to the end, or refuses what is longer than maxFile: a part of a file is never taken for the whole.
func readUpload(name string, from io.Reader) (workflow.Upload, error) {
	at := fault.Where{File: name}
	data, err := io.ReadAll(io.LimitReader(from, maxFile+1))
	switch {
	case err != nil:
		return workflow.Upload{}, cannotRead(at, err)
	case len(data) > maxFile:
		return workflow.Upload{}, fault.New(fault.TooLarge, "The file is too large for a webinar's papers.", "Check that the right file was chosen.").At(at)
	}
	return workflow.Upload{Name: name, Data: data}, nil
}

func cannotRead(at fault.Where, err error) error {
	return fault.New(fault.Unreadable, "The file cannot be read.", "Close it in other programs and check that you may read it.").At(at).Because(err)
}

func (s *session) readAll(paths []string) ([]workflow.Upload, error) {
	var out []workflow.Upload
	for _, p := range paths {
		u, err := s.read(p)
		if err != nil {
			return nil, err
		}
		out = append(out, u)
	}
	return out, nil
}
