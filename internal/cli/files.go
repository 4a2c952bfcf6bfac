package cli

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"rapporteur/internal/fault"
	"rapporteur/internal/workflow"
)

// maxFile is the most that is read from one file of the officer, in bytes.
const maxFile = 128 << 20

// ReadFile takes a file that the officer named. Faults name the file without its folder: not-found, unreadable,
// wrong-kind for a folder, too-large.
func ReadFile(path string) (workflow.Upload, error) {
	name := filepath.Base(path)
	at := fault.Where{File: name}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return workflow.Upload{}, fault.New(fault.NotFound, "There is no such file.", "Check the name and the folder.").At(at)
	case err != nil:
		return workflow.Upload{}, fault.New(fault.Unreadable, "The file cannot be opened.", "Close it in other programs and check that you may read it.").At(at).Because(err)
	case info.IsDir():
		return workflow.Upload{}, fault.New(fault.WrongKind, "This is a folder, not a file.", "Name the file in it.").At(at)
	case info.Size() > maxFile:
		return workflow.Upload{}, fault.New(fault.TooLarge, "The file is too large for a webinar's papers.", "Check that the right file was chosen.").At(at)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return workflow.Upload{}, fault.New(fault.Unreadable, "The file cannot be read.", "Close it in other programs and try again.").At(at).Because(err)
	}
	return workflow.Upload{Name: name, Data: data}, nil
}

// WriteFile puts data into a file in one step: a temporary file beside it, then a rename. An existing file is replaced
// only with replace; a device stays one. Faults: exists, wrong-kind, not-found, read-only, disk-full.
func WriteFile(path string, data []byte, replace bool) error {
	at := fault.Where{File: filepath.Base(path)}
	switch info, err := os.Stat(path); {
	case err != nil: // the common case: there is nothing yet
	case info.IsDir():
		return fault.New(fault.WrongKind, "This is a folder, not a file.", "Name a file in it.").At(at)
	case !info.Mode().IsRegular(): // a device or a pipe is written to; a rename would put a file in its place
		if err := os.WriteFile(path, data, 0o600); err != nil {
			return unwritable(err, at)
		}
		return nil
	case !replace:
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
