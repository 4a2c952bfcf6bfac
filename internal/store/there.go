package store

import (
	"context"
	"database/sql"
	"os"

	"rapporteur/internal/fault"
)

// An open file answers on when its folder is renamed or its drive is taken away in silence: what is written then is
// found by nobody, and what is read may be old. Therefore every question and every change looks first whether the
// register still lies where it was opened.

// remember keeps which file the register is.
func (s *Store) remember(path string) error {
	info, err := os.Stat(path)
	if err == nil {
		os.SameFile(info, info) // Windows looks up the file's number when it is first compared: now, not when it is gone
		s.path, s.file = path, info
	}
	return err
}

// there tells whether the register is where it was opened. Fault gone when it is not, or when another one is.
func (s *Store) there() error {
	now, err := os.Stat(s.path)
	switch {
	case err != nil:
		return fault.New(fault.Gone, "The data folder is not there any more: its drive was taken away, or the folder was moved or renamed. Nothing was saved.",
			"Connect the drive again, or move the folder back to where it was, then try again.").Because(err)
	case !os.SameFile(now, s.file):
		return replaced()
	}
	return nil
}

func replaced() *fault.Error {
	return fault.New(fault.Gone, "The data folder was taken away, and what lies in its place now was not opened by this program. Nothing was saved.",
		"Close Rapporteur and start it again: it opens what is there now.")
}

// unsure is said when the register went away in the moment of saving.
func unsure(cause error) error {
	return fault.New(fault.Gone, "The data folder went away in the moment of saving: what you did last may be lost.",
		"Connect the drive again, or move the folder back to where it was, then look whether it is there before you repeat it.").Because(cause)
}

// present asks a register only while it is where it was opened.
type present struct {
	db *sql.DB
	s  *Store
}

// QueryContext implements querier.
func (p present) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	if err := p.s.there(); err != nil {
		return nil, err
	}
	return p.db.QueryContext(ctx, query, args...)
}
