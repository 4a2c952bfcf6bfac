package workflow

import "rapporteur/internal/tabular"

// Progress is told how far long work is: the step in words, and how many of how many rows are done; total is 0 where that
// is not known.
type Progress func(step string, done, total int)

// Telling is the desk of work that somebody watches.
func (d *Desk) Telling(p Progress) *Desk {
	c := *d
	c.progress = p
	return &c
}

// say tells how far the work is, where somebody watches.
func (d *Desk) say(step string, done, total int) {
	if d.progress != nil {
		d.progress(step, done, total)
	}
}

// counting tells of each row, after those of the files before.
func (d *Desk) counting(step string, before, total int) func(int) {
	return func(rows int) { d.say(step, min(before+rows, total), total) }
}

// The steps of an import, in words.
const (
	stepOpening    = "opening the file"
	stepReading    = "reading the rows"
	stepComparing  = "comparing with the register"
	stepForeseeing = "working out what follows"
	stepWriting    = "writing the rows"
	stepSaving     = "saving"
)

// rowsOf counts the rows of a table.
func rowsOf(f *tabular.File) int {
	n := 0
	for _, s := range f.Sheets {
		n += len(s.Rows)
	}
	return n
}
