package workflow

import (
	"context"

	"rapporteur/internal/progress"
)

// Step is one thing that long work does: in words, and what of it is counted: bytes, formats, rows, answers or people; ""
// where nothing is.
type Step struct{ Says, Counts string }

// Progress is told how far long work is: the step, and how many of how many are done; total is 0 where that is not known.
type Progress func(step Step, done, total int)

// Telling is the desk of work that somebody watches.
func (d *Desk) Telling(p Progress) *Desk {
	c := *d
	c.progress = p
	return &c
}

// say tells how far the work is, where somebody watches.
func (d *Desk) say(step Step, done, total int) {
	if d.progress != nil {
		d.progress(step, done, total)
	}
}

// counting tells how much of a step is done, and ends the step when the work is to end; nothing is told of it after that.
func (d *Desk) counting(ctx context.Context, step Step) progress.Seen {
	return func(done, total int) bool {
		if ctx.Err() != nil {
			return false
		}
		d.say(step, done, total)
		return ctx.Err() == nil
	}
}

// writing tells of each row that is written, after those of the files before.
func (d *Desk) writing(before, total int) func(int) {
	return func(rows int) { d.say(stepWriting, min(before+rows, total), total) }
}

// The steps of an import.
var (
	stepOpening     = Step{"opening the file", "bytes"}
	stepRecognising = Step{"finding out what the file is", "formats"}
	stepReading     = Step{"reading the rows", "rows"}
	stepSumming     = Step{"comparing with what the file sums up", "rows"}
	stepComparing   = Step{"comparing with the register", "rows"}
	stepAnswers     = Step{"comparing with the register", "answers"}
	stepShifting    = Step{"reading the times in another zone", "rows"}
	stepForeseeing  = Step{"working out what follows", "rows"}
	stepMatching    = Step{"matching with the registrations", "people"}
	stepWriting     = Step{"writing the rows", "rows"}
	stepSaving      = Step{"saving", ""}
)

// opening watches how a file is opened and recognised; the zero value is that of nobody.
type opening struct{ opened, recognised progress.Seen }

func (d *Desk) opening(ctx context.Context) opening {
	d.say(stepOpening, 0, 0)
	return opening{d.counting(ctx, stepOpening), d.counting(ctx, stepRecognising)}
}
