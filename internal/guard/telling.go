package guard

import (
	"encoding/binary"
	"io"
	"time"

	"rapporteur/internal/progress"
)

// Before its answer the child says how far it is, in pieces of one size: a sign, how many bytes are read, of how many.
const (
	toldSign = 'P'
	toldSize = 1 + 4 + 4

	// toldEvery is how often the child says so; who looks at it looks no more often.
	toldEvery = 50 * time.Millisecond

	// mostTold is the most that is heard of it, in bytes: the deadline leaves time for far less.
	mostTold = 64 << 10
)

// told is how far a child is.
type told struct{ done, total int }

// telling writes how far the child is, the first time at once. A pipe that breaks ends the child.
func telling(out io.Writer) progress.Seen {
	var last time.Time
	return func(done, total int) bool {
		now := time.Now()
		if now.Sub(last) < toldEvery {
			return true
		}
		last = now
		piece := binary.BigEndian.AppendUint32([]byte{toldSign}, uint32(done))
		_, err := out.Write(binary.BigEndian.AppendUint32(piece, uint32(total)))
		return err == nil
	}
}

// hearing cuts what the child says of how far it is off the beginning of what it writes.
type hearing struct {
	begun  []byte // of a piece
	heard  int
	closed bool // the answer has begun
}

// cut gives how far the child is by the last piece that is whole, nil without one, and what belongs to the answer. ok is
// false when it says more than any child needs. A child that is not itself may say anything: what cannot be is passed over.
func (h *hearing) cut(p []byte) (last *told, answer []byte, ok bool) {
	for !h.closed && len(p) > 0 {
		if len(h.begun) == 0 && p[0] != toldSign {
			h.closed = true
			break
		}
		n := min(toldSize-len(h.begun), len(p))
		h.begun, p = append(h.begun, p[:n]...), p[n:]
		if h.heard += n; h.heard > mostTold {
			return last, nil, false
		}
		if len(h.begun) < toldSize {
			continue
		}
		done, total := binary.BigEndian.Uint32(h.begun[1:]), binary.BigEndian.Uint32(h.begun[5:])
		if h.begun = h.begun[:0]; done <= total && total <= maxAnswer {
			last = &told{int(done), int(total)}
		}
	}
	return last, p, true
}
