// Package xlstest writes workbooks of the old Excel format for tests: whole ones out of rows, and record by record for
// what no program would write. The program itself never writes that format.
package xlstest

import (
	"encoding/binary"
	"math"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"
)

// Sheet is a sheet with its rows. Lines are the numbers of the rows, from 1; nil: they follow each other.
type Sheet struct {
	Name  string
	Lines []int
	Rows  [][]string
}

// Record writes one record. Parts are bytes, strings of bytes, and numbers in the width of their type.
func Record(id uint16, parts ...any) []byte {
	body := Bytes(parts...)
	out := binary.LittleEndian.AppendUint16(nil, id)
	out = binary.LittleEndian.AppendUint16(out, uint16(len(body)))
	return append(out, body...)
}

// Bytes writes parts one behind the other.
func Bytes(parts ...any) []byte {
	var out []byte
	for _, part := range parts {
		switch p := part.(type) {
		case []byte:
			out = append(out, p...)
		case string:
			out = append(out, p...)
		case byte:
			out = append(out, p)
		case uint16:
			out = binary.LittleEndian.AppendUint16(out, p)
		case uint32:
			out = binary.LittleEndian.AppendUint32(out, p)
		case float64:
			out = binary.LittleEndian.AppendUint64(out, math.Float64bits(p))
		default:
			panic("xlstest: a part of another type")
		}
	}
	return out
}

// Begin begins a part of the stream: the whole book (5) or a worksheet (0x10), in the version 0x500 or 0x600.
func Begin(version, what uint16) []byte {
	return Record(0x0809, version, what, uint16(0), uint16(0), uint32(0), uint32(0))
}

// End ends a part.
func End() []byte { return Record(0x000a) }

// Text is a Unicode text of a length of two bytes: one byte a letter where that does, else two.
func Text(s string) []byte {
	units := utf16.Encode([]rune(s))
	wide := false
	for _, u := range units {
		wide = wide || u > 0xff
	}
	out := Bytes(uint16(len(units)), byte(0))
	for _, u := range units {
		if wide {
			out = binary.LittleEndian.AppendUint16(out, u)
		} else {
			out = append(out, byte(u))
		}
	}
	if wide {
		out[2] = 1
	}
	return out
}

// Stream puts the records of a book together: those of the whole, and sheets by name with their records; it makes the
// list of sheets and where each begins. Unicode names in the version 0x600, bytes before.
func Stream(version uint16, book []byte, names []string, sheets [][]byte) []byte {
	list := func(at []int) []byte {
		var out []byte
		for i, name := range names {
			title := Bytes(byte(len(name)), name)
			if version == 0x600 {
				title = Bytes(byte(len(utf16.Encode([]rune(name)))), Text(name)[2:])
			}
			out = append(out, Record(0x0085, uint32(at[i]), byte(0), byte(0), title)...)
		}
		return out
	}
	at := make([]int, len(names))
	next := len(Begin(version, 5)) + len(book) + len(list(at)) + len(End())
	for i, s := range sheets {
		at[i] = next
		next += len(Begin(version, 0x10)) + len(s) + len(End())
	}
	out := Bytes(Begin(version, 5), book, list(at), End())
	for _, s := range sheets {
		out = append(out, Bytes(Begin(version, 0x10), s, End())...)
	}
	return out
}

// Book writes a workbook as Excel 97 does. A cell that is written as a date and time ("2006-01-02 15:04:05") becomes the
// number of a date-styled cell, and "TRUE" and "FALSE" booleans; all others are shared texts.
func Book(sheets ...Sheet) []byte {
	const dated = 1 // the second style
	numbers, texts := map[string]uint32{}, []string{}
	var names []string
	var records [][]byte
	uses := 0
	for _, s := range sheets {
		var out []byte
		for i, row := range s.Rows {
			line := i + 1
			if s.Lines != nil {
				line = s.Lines[i]
			}
			for column, cell := range row {
				place := Bytes(uint16(line-1), uint16(column))
				serial, isDate := serialOf(cell)
				switch {
				case cell == "":
				case isDate:
					out = append(out, Record(0x0203, place, uint16(dated), serial)...)
				case cell == "TRUE" || cell == "FALSE":
					out = append(out, Record(0x0205, place, uint16(0), byte(len(cell)&1^1), byte(0))...)
				default:
					n, known := numbers[cell]
					if !known {
						n = uint32(len(texts))
						numbers[cell], texts = n, append(texts, cell)
					}
					uses++
					out = append(out, Record(0x00fd, place, uint16(0), n)...)
				}
			}
		}
		names, records = append(names, s.Name), append(records, out)
	}
	book := Bytes(Record(0x0042, uint16(1200)), Record(0x041e, uint16(164), Text("yyyy\\-mm\\-dd\\ hh:mm:ss")),
		Record(0x00e0, uint16(0), uint16(0), make([]byte, 16)), Record(0x00e0, uint16(0), uint16(164), make([]byte, 16)),
		SharedTexts(uses, texts))
	return Compound("Workbook", Stream(0x600, book, names, records))
}

// most is the longest a record may be in Excel 97.
const most = 8224

// SharedTexts writes the texts that cells refer to by number, going on in further records where one is full.
func SharedTexts(uses int, texts []string) []byte {
	var out []byte
	id, body := uint16(0x00fc), Bytes(uint32(uses), uint32(len(texts)))
	flush := func() {
		out = append(out, Record(id, body)...)
		id, body = 0x003c, nil
	}
	for _, text := range texts {
		written := Text(text)
		how, size := written[2], 1+int(written[2])
		if len(body)+3+size > most {
			flush()
		}
		body, written = append(body, written[:3]...), written[3:]
		for {
			n := min(len(written), (most-len(body))/size*size)
			body, written = append(body, written[:n]...), written[n:]
			if len(written) == 0 {
				break
			}
			flush()
			body = append(body, how)
		}
	}
	flush()
	return out
}

// serialOf is the number of a moment in a workbook.
func serialOf(cell string) (float64, bool) {
	t, err := time.Parse(time.DateTime, cell)
	if err != nil || t.Year() < 1901 {
		return 0, false
	}
	return t.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24, true
}

// Compound wraps a stream into a compound file of sectors of 512 bytes: the stream first, then the directory, then the
// table of chains.
func Compound(name string, stream []byte) []byte {
	return CompoundWith(name, stream, nil)
}

// CompoundWith is Compound; spoil changes the header, the table of chains or the directory, before they are written.
func CompoundWith(name string, stream []byte, spoil func(header []byte, table []uint32, directory []byte)) []byte {
	const sector, free, end, ofTable = 512, 0xffffffff, 0xfffffffe, 0xfffffffd
	size := max(len(stream), 4096) // smaller ones lie elsewhere
	used := (size + sector - 1) / sector
	tables := 1
	for tables*sector/4 < used+1+tables {
		tables++
	}
	table := make([]uint32, tables*sector/4)
	for i := range table {
		switch {
		case i == used-1 || i == used:
			table[i] = end
		case i < used:
			table[i] = uint32(i + 1)
		case i <= used+tables:
			table[i] = ofTable
		default:
			table[i] = free
		}
	}
	directory := make([]byte, sector)
	entry := func(at int, name string, kind byte, child, start, size uint32) {
		units := utf16.Encode([]rune(name))
		for i, u := range units {
			binary.LittleEndian.PutUint16(directory[at+2*i:], u)
		}
		binary.LittleEndian.PutUint16(directory[at+64:], uint16(2*len(units)+2))
		directory[at+66] = kind
		for i, n := range []uint32{free, free, child} {
			binary.LittleEndian.PutUint32(directory[at+68+4*i:], n)
		}
		binary.LittleEndian.PutUint32(directory[at+116:], start)
		binary.LittleEndian.PutUint32(directory[at+120:], size)
	}
	entry(0, "Root Entry", 5, 1, end, 0)
	entry(128, name, 2, free, 0, uint32(size))
	header := make([]byte, sector)
	copy(header, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	for at, n := range map[int]uint16{24: 0x3e, 26: 3, 28: 0xfffe, 30: 9, 32: 6} {
		binary.LittleEndian.PutUint16(header[at:], n)
	}
	for at, n := range map[int]uint32{44: uint32(tables), 48: uint32(used), 56: 4096, 60: end, 68: end} {
		binary.LittleEndian.PutUint32(header[at:], n)
	}
	for i := range 109 {
		n := uint32(free)
		if i < tables {
			n = uint32(used + 1 + i)
		}
		binary.LittleEndian.PutUint32(header[76+4*i:], n)
	}
	if spoil != nil {
		spoil(header, table, directory)
	}
	out := append(header, stream...)
	out = append(out, make([]byte, used*sector-len(stream))...)
	out = append(out, directory...)
	for _, n := range table {
		out = binary.LittleEndian.AppendUint32(out, n)
	}
	if tables > 109 {
		panic("xlstest: the stream is too long: " + strconv.Itoa(len(stream)))
	}
	return out
}

// Cut writes a record of texts in pieces: where each is longer than limit bytes it goes on in another record.
func Cut(id uint16, body []byte, limit int) []byte {
	var out strings.Builder
	for len(body) > limit {
		out.Write(Record(id, body[:limit]))
		id, body = 0x003c, body[limit:]
	}
	out.Write(Record(id, body))
	return []byte(out.String())
}
