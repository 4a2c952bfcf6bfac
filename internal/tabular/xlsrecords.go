package tabular

import (
	"encoding/binary"

	"rapporteur/internal/progress"
)

// xlsRecords gives the records of a stream one after the other: a number, a length, so many bytes.
type xlsRecords struct {
	stream []byte
	at     int
	n      int           // how many were given
	seen   progress.Seen // told how many bytes of the stream they are
}

// next gives the next record. A stream that ends before the end it must have is damage.
func (r *xlsRecords) next() (id uint16, body []byte, err error) {
	if r.n++; r.n%tellEvery == 0 && !r.seen.Tell(r.at, len(r.stream)) {
		return 0, nil, progress.ErrEnded
	}
	rest := r.stream[r.at:]
	if len(rest) < 4 {
		return 0, nil, errBookDamaged
	}
	id = binary.LittleEndian.Uint16(rest)
	end := 4 + int(binary.LittleEndian.Uint16(rest[2:]))
	if end > len(rest) {
		return 0, nil, errBookDamaged
	}
	r.at += end
	return id, rest[4:end], nil
}

// mostPieces is how many records may continue one: the texts of the largest book need some thousands.
const mostPieces = 100_000

// continued gives the rest of a record's bytes and those of the records that continue it.
func (r *xlsRecords) continued(rest []byte) (*xlsPieces, error) {
	p := &xlsPieces{pieces: [][]byte{rest}}
	for {
		at := r.at
		id, body, err := r.next()
		if err != nil || id != xlsContinue {
			r.at = at // whoever needs the next record will see what is wrong with it
			return p, nil
		}
		if len(body) > 0 {
			p.pieces = append(p.pieces, body)
		}
		if len(p.pieces) > mostPieces {
			return nil, errBookDamaged
		}
	}
}

// xlsPieces reads on over the border between a record and those that continue it.
type xlsPieces struct{ pieces [][]byte }

// empty tells whether nothing is left.
func (p *xlsPieces) empty() bool { return len(p.here()) == 0 }

// here gives what is left of the piece that is being read, going on to the next one where nothing is.
func (p *xlsPieces) here() []byte {
	for len(p.pieces) > 1 && len(p.pieces[0]) == 0 {
		p.pieces = p.pieces[1:]
	}
	if len(p.pieces) == 0 {
		return nil
	}
	return p.pieces[0]
}

// take gives the next n bytes, which must lie in one piece.
func (p *xlsPieces) take(n int) ([]byte, error) {
	here := p.here()
	if len(here) < n {
		return nil, errBookDamaged
	}
	p.pieces[0] = here[n:]
	return here[:n], nil
}

// skip passes over n bytes, over any border.
func (p *xlsPieces) skip(n uint64) error {
	for n > 0 {
		here := p.here()
		if len(here) == 0 {
			return errBookDamaged
		}
		part := min(n, uint64(len(here)))
		p.pieces[0] = here[part:]
		n -= part
	}
	return nil
}

// number reads a number of 1, 2 or 4 bytes.
func (p *xlsPieces) number(size int) (uint32, error) {
	bytes, err := p.take(size)
	if err != nil {
		return 0, err
	}
	switch size {
	case 1:
		return uint32(bytes[0]), nil
	case 2:
		return uint32(binary.LittleEndian.Uint16(bytes)), nil
	}
	return binary.LittleEndian.Uint32(bytes), nil
}
