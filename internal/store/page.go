package store

import (
	"encoding/binary"
	"encoding/hex"
	"errors"
	"maps"
	"slices"
	"time"

	"rapporteur/internal/attendance"
)

// A page is a list of entries, each a record with the line it stands on, or the key of a record that is known already and a
// further line of it. Numbers are varints (encoding/binary). A text is the number of an earlier text of the page, counted
// from 1, or 0 and then its length and bytes. An entry is
//
//	flags, key, line
//	and, of a record: kind, name, registrant, original, email, platform id, mark, organisation, job title, country as texts;
//	join and leave, each as seconds since 1970 and nanoseconds, where they are known; the total; the number of stripped
//	texts and the texts; the number of raw fields, in their order, and field and text of each
//
// A key that is "a" and 32 hexadecimal digits stands as its 16 bytes.
const pageForm = 1 // the first byte of a page

const (
	entryRecord = 1 << iota // a record, not a further line of one
	entryOpen
	entryTotal // HasTotal
	entryJoin
	entryLeave
	entryHexKey
)

// pageEntry is one entry of a page: a record with its Line, or, where known, its Key and Line only.
type pageEntry struct {
	record *attendance.Record
	known  bool
}

// pageWriter writes one page.
type pageWriter struct {
	body  []byte
	texts map[string]int
}

// writePage gives the body of a page.
func writePage(entries []pageEntry) []byte {
	w := pageWriter{body: make([]byte, 1, 128*len(entries)+1), texts: make(map[string]int, 4*len(entries))}
	w.body[0] = pageForm
	for _, e := range entries {
		w.entry(e)
	}
	return w.body
}

func (w *pageWriter) number(n int64) { w.body = binary.AppendVarint(w.body, n) }

func (w *pageWriter) text(s string) {
	n, known := w.texts[s]
	if !known {
		w.texts[s] = len(w.texts) + 1
	}
	w.number(int64(n))
	if !known {
		w.number(int64(len(s)))
		w.body = append(w.body, s...)
	}
}

func (w *pageWriter) moment(t time.Time) {
	if !t.IsZero() {
		w.number(t.Unix())
		w.number(int64(t.Nanosecond()))
	}
}

func (w *pageWriter) entry(e pageEntry) {
	r := e.record
	flags := int64(0)
	for _, f := range []struct {
		bit int64
		is  bool
	}{{entryRecord, !e.known}, {entryOpen, r.Open}, {entryTotal, r.HasTotal}, {entryJoin, !r.Join.IsZero()}, {entryLeave, !r.Leave.IsZero()}} {
		if f.is {
			flags |= f.bit
		}
	}
	digits, isHex := hexKey(r.Key)
	if isHex {
		flags |= entryHexKey
	}
	w.number(flags)
	if isHex {
		w.body = append(w.body, digits[:]...)
	} else {
		w.text(r.Key)
	}
	w.number(int64(r.Line))
	if e.known {
		return
	}
	for _, s := range []string{string(r.Kind), r.Name, r.Registrant, r.Original, r.Email, r.PlatformID, string(r.Mark), r.Organisation, r.JobTitle, r.Country} {
		w.text(s)
	}
	w.moment(r.Join)
	w.moment(r.Leave)
	w.number(int64(r.Total))
	w.number(int64(len(r.Stripped)))
	for _, s := range r.Stripped {
		w.text(s)
	}
	w.number(int64(len(r.Raw)))
	if len(r.Raw) == 0 {
		return
	}
	for _, field := range slices.Sorted(maps.Keys(r.Raw)) {
		w.text(field)
		w.text(r.Raw[field])
	}
}

// hexKey gives the bytes of a key as package attendance makes them.
func hexKey(key string) (digits [16]byte, ok bool) {
	if len(key) != 33 || key[0] != 'a' {
		return digits, false
	}
	if _, err := hex.Decode(digits[:], []byte(key[1:])); err != nil {
		return digits, false
	}
	return digits, "a"+hex.EncodeToString(digits[:]) == key // no capitals
}

// pageReader reads a page back. After the first defect it gives zero values only.
type pageReader struct {
	rest   string
	texts  []string
	broken bool
}

var errPage = errors.New("store: a page of attendance records cannot be read")

// readPage calls the function for each entry of a page.
func readPage(body string, entry func(r attendance.Record, known bool)) error {
	if body == "" || body[0] != pageForm {
		return damaged().Because(errPage)
	}
	p := pageReader{rest: body[1:]}
	for p.rest != "" {
		r, known := p.entry()
		if p.broken {
			return damaged().Because(errPage)
		}
		entry(r, known)
	}
	return nil
}

func (p *pageReader) fail() { p.broken, p.rest = true, "" }

func (p *pageReader) number() int64 {
	if p.rest != "" && p.rest[0] < 0x80 { // as most are
		n := int64(p.rest[0]>>1) ^ -int64(p.rest[0]&1)
		p.rest = p.rest[1:]
		return n
	}
	n, size := binary.Varint([]byte(p.rest[:min(len(p.rest), binary.MaxVarintLen64)]))
	if size <= 0 {
		p.fail()
		return 0
	}
	p.rest = p.rest[size:]
	return n
}

// bytes gives the next n bytes; they share the memory of the page.
func (p *pageReader) bytes(n int64) string {
	if n < 0 || n > int64(len(p.rest)) {
		p.fail()
		return ""
	}
	s := p.rest[:n]
	p.rest = p.rest[n:]
	return s
}

func (p *pageReader) text() string {
	n := p.number()
	switch {
	case p.broken:
		return ""
	case n == 0:
		s := p.bytes(p.number())
		p.texts = append(p.texts, s)
		return s
	case n < 0 || n > int64(len(p.texts)):
		p.fail()
		return ""
	}
	return p.texts[n-1]
}

func (p *pageReader) moment(known bool) time.Time {
	if !known {
		return time.Time{}
	}
	return time.Unix(p.number(), p.number()).UTC()
}

func (p *pageReader) entry() (r attendance.Record, known bool) {
	flags := p.number()
	if flags&entryHexKey != 0 {
		r.Key = "a" + hex.EncodeToString([]byte(p.bytes(16)))
	} else {
		r.Key = p.text()
	}
	r.Line = int(p.number())
	if flags&entryRecord == 0 {
		return r, true
	}
	r.Kind, r.Name, r.Registrant, r.Original = attendance.Kind(p.text()), p.text(), p.text(), p.text()
	r.Email, r.PlatformID, r.Mark = p.text(), p.text(), attendance.Role(p.text())
	r.Organisation, r.JobTitle, r.Country = p.text(), p.text(), p.text()
	r.Join, r.Leave = p.moment(flags&entryJoin != 0), p.moment(flags&entryLeave != 0)
	r.Open, r.HasTotal = flags&entryOpen != 0, flags&entryTotal != 0
	r.Total = time.Duration(p.number())
	for range p.count() {
		r.Stripped = append(r.Stripped, p.text())
	}
	if fields := p.count(); fields > 0 {
		r.Raw = make(map[string]string, fields)
		for range fields {
			field := p.text()
			r.Raw[field] = p.text()
		}
	}
	return r, false
}

// count reads how many things follow; each takes at least one byte.
func (p *pageReader) count() int {
	n := p.number()
	if n < 0 || n > int64(len(p.rest)) {
		p.fail()
		return 0
	}
	return int(n)
}
