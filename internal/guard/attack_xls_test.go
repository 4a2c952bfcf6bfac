package guard_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"slices"
	"testing"

	"rapporteur/internal/fault"
	"rapporteur/internal/tabular/xlstest"
)

// Old workbooks that no program would write: refused within the child's limits, or read for what they hold.
func TestAttackOldWorkbooks(t *testing.T) {
	number := func(row, column uint16) []byte { return xlstest.Record(0x203, row, column, uint16(0), 1.0) }
	cell := number(0, 0)
	book := func(whole []byte, sheets ...[]byte) []byte {
		names := make([]string, len(sheets))
		for i := range names {
			names[i] = fmt.Sprint("Sheet", i)
		}
		return xlstest.Stream(0x600, whole, names, sheets)
	}
	wrapped := func(spoil func(header []byte, table []uint32, directory []byte)) []byte {
		return xlstest.CompoundWith("Workbook", book(nil, bytes.Repeat(cell, 500)), spoil)
	}
	set := binary.LittleEndian.PutUint32
	shared := func(parts ...any) []byte { return xlstest.Record(0xfc, parts...) }
	list := func(at uint32) []byte { return xlstest.Record(0x85, at, uint16(0), byte(1), byte(0), "a") }
	first := xlstest.Record(0xfd, uint16(0), uint16(0), uint16(0), uint32(0))
	whole := xlstest.Book(xlstest.Sheet{Name: "List", Rows: [][]string{{"Ana", "Љиљана"}, {"Ivo", "2020-05-28 12:00:00"}}})
	nested := slices.Concat(bytes.Repeat(xlstest.Begin(0x600, 0x10), 100_000), bytes.Repeat(xlstest.End(), 100_000))
	for _, c := range []struct {
		name string
		data []byte
		want fault.Code // "": read
	}{
		{"a small book", whole, ""},
		{"a book cut off", whole[:len(whole)-200], fault.Unreadable},
		{"half a book", whole[:len(whole)/2], fault.Unreadable},
		{"a header alone", whole[:512], fault.Unreadable},
		{"a chain that comes back", wrapped(func(_ []byte, table []uint32, _ []byte) { table[5] = 2 }), fault.Unreadable},
		{"a chain of one sector", wrapped(func(_ []byte, table []uint32, _ []byte) { table[0] = 0 }), fault.Unreadable},
		{"a directory that comes back", wrapped(func(h []byte, table []uint32, _ []byte) { n := binary.LittleEndian.Uint32(h[48:]); table[n] = n }), fault.Unreadable},
		{"a tree that comes back", wrapped(func(_ []byte, _ []uint32, d []byte) { set(d[128+68:], 1) }), fault.Unreadable},
		{"lists of tables that come back", wrapped(func(h []byte, _ []uint32, _ []byte) { set(h[68:], 0); set(h[72:], 0xffffffff) }), fault.Unreadable},
		{"a stream of 4 GB", wrapped(func(_ []byte, _ []uint32, d []byte) { set(d[128+120:], 0xffffffff) }), fault.Unreadable},
		{"small streams of 4 GB", wrapped(func(_ []byte, _ []uint32, d []byte) { set(d[116:], 0); set(d[120:], 0xfffffff0) }), fault.Unreadable},
		{"sectors of 2 GB", wrapped(func(h []byte, _ []uint32, _ []byte) { h[30] = 31 }), fault.Unreadable},
		{"4 billion shared texts", book(shared(uint32(1), uint32(0xffffffff), xlstest.Text("Ana")), first), ""},
		{"4 billion shared texts that are missed", book(shared(uint32(1), uint32(0xffffffff)), first), fault.Unreadable},
		{"2 million empty texts", book(slices.Concat(shared(uint32(1), uint32(0xffffffff)), bytes.Repeat(xlstest.Record(0x3c, make([]byte, 9000)), 720)), first), fault.TooLarge},
		{"a text of 4 GB behind the letters", book(shared(uint32(1), uint32(1), uint16(1), byte(4), uint32(0xffffffff), "a"), first), fault.Unreadable},
		{"a text longer than the stream", book(shared(uint32(1), uint32(1), uint16(0xffff), byte(1), "a\x00"), first), fault.Unreadable},
		{"250,000 empty records that continue", book(slices.Concat(shared(uint32(1), uint32(1), uint16(3), byte(0), "An"), bytes.Repeat(xlstest.Record(0x3c), 1<<18), xlstest.Record(0x3c, byte(0), "a")), first), ""},
		{"a byte in each of 200,000 records", book(slices.Concat(shared(uint32(1), uint32(1)), bytes.Repeat(xlstest.Record(0x3c, byte(0)), 200_000)), cell), fault.Unreadable},
		{"a text in 65,535 records", book(slices.Concat(shared(uint32(1), uint32(1), uint16(0xffff), byte(0)), bytes.Repeat(xlstest.Record(0x3c, byte(0), "x"), 0xffff)), first), ""},
		{"a column beyond any sheet", book(nil, number(0, 0xffff)), fault.Unreadable},
		{"a cell in every last column", book(nil, everyRow(255)), fault.TooLarge},
		{"65,536 rows", book(nil, everyRow(0)), fault.TooLarge},
		{"sheets on each other", xlstest.Bytes(xlstest.Begin(0x600, 5), list(96), list(96), xlstest.End(), make([]byte, 30), xlstest.Begin(0x600, 0x10), cell, xlstest.End()), fault.Unreadable},
		{"sheets within each other", nestedSheets(20_000), fault.Unreadable},
		{"100,000 beginnings", book(nil, slices.Concat(cell, nested)), ""},
		{"a sheet outside of the stream", xlstest.Bytes(xlstest.Begin(0x600, 5), list(0xffffffff), xlstest.End()), fault.Unreadable},
		{"a sheet that is the book", xlstest.Bytes(xlstest.Begin(0x600, 5), list(0), xlstest.End()), fault.Unreadable},
		{"250,000 formats", book(bytes.Repeat(xlstest.Record(0x41e, uint16(164), xlstest.Text("yyyy")), 1<<18), cell), ""},
		{"250,000 styles", book(bytes.Repeat(xlstest.Record(0xe0, uint16(0), uint16(14)), 1<<18), cell), ""},
		{"a record longer than the stream", append(book(nil, cell)[:60], 0xff, 0xff), fault.Unreadable},
		{"a password", book(xlstest.Record(0x2f, make([]byte, 6)), cell), fault.Unreadable},
		{"30 MB", xlstest.Bytes(book(nil, cell), make([]byte, 30<<20)), fault.TooLarge},
	} {
		if smallOnly && len(c.data) > small {
			continue
		}
		t.Run(c.name, func(t *testing.T) { withstand(t, c.data, c.want) })
	}
}

// everyRow has a cell in each row of a sheet, in one column.
func everyRow(column uint16) []byte {
	var out []byte
	for row := range 1 << 16 {
		out = append(out, xlstest.Record(0x203, uint16(row), column, uint16(0), 1.0)...)
	}
	return out
}

// nestedSheets lists n sheets, each beginning within the one before: read one by one, they would be read n times over.
func nestedSheets(n int) []byte {
	begin := len(xlstest.Begin(0x600, 5))
	entry := len(xlstest.Record(0x85, uint32(0), uint16(0), byte(1), byte(0), "a"))
	out := xlstest.Begin(0x600, 5)
	for i := range n {
		out = append(out, xlstest.Record(0x85, uint32(begin+n*entry+4+i*begin), uint16(0), byte(1), byte(0), "a")...)
	}
	out = append(out, xlstest.End()...)
	return slices.Concat(out, bytes.Repeat(xlstest.Begin(0x600, 0x10), n), bytes.Repeat(xlstest.End(), n))
}
