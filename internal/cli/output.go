package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"rapporteur/internal/fault"
)

// write puts data into a file in one step: a temporary file beside it, then a rename. "-" is standard output. An existing
// file is replaced only with force, and what is no file never.
func (s *session) write(path string, data []byte, force bool) error {
	if path == "-" {
		_, err := s.out.Write(data)
		return err
	}
	at := fault.Where{File: filepath.Base(path)}
	switch info, err := os.Stat(path); {
	case err != nil: // the common case: there is nothing yet
	case info.IsDir():
		return fault.New(fault.WrongKind, "This is a folder, not a file.", "Name a file in it.").At(at)
	case !info.Mode().IsRegular(): // the rename below would put a file in the place of the device, for every program
		return fault.New(fault.WrongKind, "This is a device or a pipe, not a file.", "Name a file, or - for standard output.").At(at)
	case !force:
		return fault.New(fault.Exists, "There is a file of this name already.", "Choose another name, or give --force to replace it.").At(at)
	}
	temporary, err := os.CreateTemp(filepath.Dir(path), ".rapporteur-*")
	if err != nil {
		return unwritable(err, at)
	}
	defer os.Remove(temporary.Name()) // after the rename there is nothing left to remove
	_, err = temporary.Write(data)
	if err = errors.Join(err, temporary.Sync(), temporary.Close()); err != nil {
		return unwritable(err, at)
	}
	if err := os.Rename(temporary.Name(), path); err != nil {
		return unwritable(err, at)
	}
	return nil
}

// deliver writes a file and says so; on standard output the file itself is the answer.
func (s *session) deliver(path string, data []byte, force bool) error {
	if err := s.write(path, data, force); err != nil || path == "-" {
		return err
	}
	return s.print(map[string]any{"file": path, "bytes": len(data)}, func(w io.Writer) { fmt.Fprintln(w, "written:", path) })
}

func unwritable(err error, at fault.Where) error {
	switch {
	case errors.Is(err, syscall.ENOSPC):
		return fault.New(fault.DiskFull, "The disk is full: the file could not be written.", "Free some space and try again.").At(at).Because(err)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return fault.New(fault.ReadOnly, "The folder cannot be written to.", "Choose another folder.").At(at).Because(err)
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		return fault.New(fault.NotFound, "There is no such folder.", "Make it first, or choose another.").At(at).Because(err)
	}
	return fault.New(fault.Internal, "The file could not be written.", "Try another folder.").At(at).Because(err)
}
