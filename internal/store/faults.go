package store

import (
	"context"
	"errors"
	"io/fs"
	"syscall"

	"github.com/mattn/go-sqlite3"

	"rapporteur/internal/fault"
)

// Codes of this package beside those of package fault.
const (
	// Stopped: the work was ended from outside before it was saved; nothing changed.
	Stopped fault.Code = "stopped"
	// UnsafeFolder: the data folder stands on a drive on which SQLite cannot keep its promises.
	UnsafeFolder fault.Code = "unsafe-folder"
)

// explain turns any error of SQLite or the file system into a fault with a sentence for the officer. It is the one
// place that does so; the error itself stays inside as the cause. Codes: https://www.sqlite.org/rescode.html
func explain(err error) error {
	var f *fault.Error
	var inner sqlite3.Error
	switch {
	case err == nil:
		return nil
	case errors.As(err, &f):
		return f
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return fault.New(Stopped, "The work was stopped before it was saved; nothing was changed.", "Start it again.").Because(err)
	case errors.As(err, &inner):
		return explainSQLite(inner)
	case noSpace(err):
		return diskFull().Because(err)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return readOnly().Because(err)
	case errors.Is(err, syscall.ENOTDIR):
		return fault.New(fault.Invalid, "The data folder, or a folder above it, is a file.", "Choose another data folder.").Because(err)
	}
	return fault.From(err)
}

func explainSQLite(err sqlite3.Error) error {
	switch err.Code {
	case sqlite3.ErrFull:
		return diskFull().Because(err)
	case sqlite3.ErrIoErr:
		// Out of quota or above a size limit is no SQLITE_FULL, but the officer's remedy is the same.
		if noSpace(err.SystemErrno) {
			return diskFull().Because(err)
		}
		return fault.New(fault.Internal, "The drive reported an error while the register was read or written; nothing was changed.",
			"Check the drive, then try again. Keep a copy of the data folder before you go on.").Because(err)
	case sqlite3.ErrReadonly, sqlite3.ErrCantOpen, sqlite3.ErrPerm, sqlite3.ErrAuth:
		return readOnly().Because(err)
	case sqlite3.ErrBusy, sqlite3.ErrLocked:
		return fault.New(fault.Locked, "The register is busy with another change.", "Try again in a moment.").Because(err)
	case sqlite3.ErrCorrupt, sqlite3.ErrNotADB:
		return damaged().Because(err)
	case sqlite3.ErrInterrupt:
		return fault.New(Stopped, "The work was stopped before it was saved; nothing was changed.", "Start it again.").Because(err)
	case sqlite3.ErrTooBig:
		return fault.New(fault.TooLarge, "A text or file is too large for the register.", "Split the file, then import its parts.").Because(err)
	}
	return fault.From(err)
}

func noSpace(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || errors.Is(err, syscall.EFBIG)
}

func diskFull() *fault.Error {
	return fault.New(fault.DiskFull, "There is no space left for the register; nothing was changed.",
		"Free some space on the drive of the data folder, then try again.")
}

func readOnly() *fault.Error {
	return fault.New(fault.ReadOnly, "The data folder cannot be opened for writing.",
		"Ask for the right to write in the folder, or choose another data folder.")
}

func damaged() *fault.Error {
	return fault.New(fault.Damaged, "The register is damaged and was not opened further.",
		"Restore a backup or a snapshot. Keep the damaged file: a part of it may still be read.")
}

func foreign() *fault.Error {
	return fault.New(fault.Foreign, "The file register.db in the data folder is no register of this program.",
		"Choose another data folder. The file was left as it is.")
}

func newer() *fault.Error {
	return fault.New(fault.Newer, "The register was written by a newer version of this program.",
		"Install the newest version of this program. The register was left as it is.")
}
