package cli

import (
	"errors"
	"io"
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
// wrong-kind for what is no file, too-large.
func ReadFile(path string) (workflow.Upload, error) {
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

// WriteFile puts data into a file in one step: a temporary file beside it, then a rename. An existing file is replaced
// only with replace, and what is no file never. Faults: exists, wrong-kind, not-found, read-only, disk-full.
func WriteFile(path string, data []byte, replace bool) error {
	temporary, err := besideFile(path, replace)
	if err != nil {
		return err
	}
	at := fault.Where{File: filepath.Base(path)}
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

// mayWrite says before the work whether WriteFile would refuse the place afterwards, with the same faults.
func mayWrite(path string, replace bool) error {
	temporary, err := besideFile(path, replace)
	if err != nil {
		return err
	}
	return errors.Join(temporary.Close(), os.Remove(temporary.Name()))
}

// besideFile makes the temporary file that becomes the file of that path.
func besideFile(path string, replace bool) (*os.File, error) {
	at := fault.Where{File: filepath.Base(path)}
	switch info, err := os.Stat(path); {
	case err != nil: // the common case: there is nothing yet
	case info.IsDir():
		return nil, fault.New(fault.WrongKind, "This is a folder, not a file.", "Name a file in it.").At(at)
	case !info.Mode().IsRegular(): // the rename would put a file in the place of the device, for every program
		return nil, fault.New(fault.WrongKind, "This is a device or a pipe, not a file.", "Name a file, or - for standard output.").At(at)
	case !replace:
		return nil, fault.New(fault.Exists, "There is a file of this name already.", "Choose another name, or give --force to replace it.").At(at)
	}
	temporary, err := os.CreateTemp(filepath.Dir(path), ".rapporteur-*")
	if err != nil {
		return nil, unwritable(err, at)
	}
	return temporary, nil
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
