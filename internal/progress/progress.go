// Package progress is how long work says how far it is and learns that nobody waits for it any more. Stages are pure and
// know no context: what they are given is a Seen.
package progress

import "errors"

// Seen is told how much of how much is done, in whatever the work counts (bytes, rows, people), from the goroutine of the
// caller, and answers whether the work goes on. Work that is not to go on stops at once; what it gives back then is worth
// nothing, and who ended it looks at it no more. A nil Seen lets everything go on.
type Seen func(done, total int) bool

// ErrEnded is what work gives back that was ended and can give back an error.
var ErrEnded = errors.New("the work was ended")

// Tell tells how far the work is, and gives whether it goes on.
func (s Seen) Tell(done, total int) bool { return s == nil || s(done, total) }

// often is how many small things lie between two words about them, a power of two: a word costs more than a row.
const often = 256

// Tick is Tell for one of very many small things: of so many of them one is told, and the last.
func (s Seen) Tick(done, total int) bool {
	return s == nil || done&(often-1) != 0 && done != total || s(done, total)
}

// Of watches work that counts other things than the whole does, so many of which are the whole's total.
func (s Seen) Of(whole int) Seen {
	if s == nil {
		return nil
	}
	return func(done, total int) bool { return s(done*whole/max(total, 1), whole) }
}

// Part watches one of several equal parts of the work: in each everything is gone through again, and the whole counts it
// once.
func (s Seen) Part(part, of int) Seen {
	if s == nil {
		return nil
	}
	return func(done, total int) bool { return s((part*total+done)/of, total) }
}
