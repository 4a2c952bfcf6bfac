package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"syscall"
	"testing"

	"github.com/mattn/go-sqlite3"

	"rapporteur/internal/fault"
)

func TestEveryErrorHasWords(t *testing.T) {
	for _, c := range []struct {
		err  error
		code fault.Code
	}{
		{sqlite3.Error{Code: sqlite3.ErrFull}, fault.DiskFull},
		{sqlite3.Error{Code: sqlite3.ErrIoErr, SystemErrno: syscall.ENOSPC}, fault.DiskFull},
		{sqlite3.Error{Code: sqlite3.ErrIoErr, SystemErrno: syscall.EDQUOT}, fault.DiskFull},
		{sqlite3.Error{Code: sqlite3.ErrIoErr}, fault.Internal},
		{sqlite3.Error{Code: sqlite3.ErrReadonly}, fault.ReadOnly},
		{sqlite3.Error{Code: sqlite3.ErrCantOpen}, fault.ReadOnly},
		{sqlite3.Error{Code: sqlite3.ErrPerm}, fault.ReadOnly},
		{sqlite3.Error{Code: sqlite3.ErrCorrupt}, fault.Damaged},
		{sqlite3.Error{Code: sqlite3.ErrNotADB}, fault.Damaged},
		{sqlite3.Error{Code: sqlite3.ErrBusy}, fault.Locked},
		{sqlite3.Error{Code: sqlite3.ErrLocked}, fault.Locked},
		{sqlite3.Error{Code: sqlite3.ErrInterrupt}, Stopped},
		{sqlite3.Error{Code: sqlite3.ErrTooBig}, fault.TooLarge},
		{sqlite3.Error{Code: sqlite3.ErrConstraint}, fault.Internal},
		{fmt.Errorf("write: %w", syscall.ENOSPC), fault.DiskFull},
		{&fs.PathError{Op: "open", Path: "p", Err: syscall.EACCES}, fault.ReadOnly},
		{&fs.PathError{Op: "open", Path: "p", Err: syscall.EROFS}, fault.ReadOnly},
		{context.Canceled, Stopped},
		{context.DeadlineExceeded, Stopped},
		{fault.New(fault.Barred, "No.", ""), fault.Barred},
		{errors.New("anything else"), fault.Internal},
	} {
		got := explain(fmt.Errorf("within: %w", c.err))
		if !fault.Is(got, c.code) || !errors.Is(got, c.err) {
			t.Errorf("%v becomes %+v", c.err, got)
		}
	}
	if explain(nil) != nil {
		t.Error("no error becomes one")
	}
}
