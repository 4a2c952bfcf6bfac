package tabular_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/richardlehane/mscfb"
	"golang.org/x/text/encoding/charmap"
	"pgregory.net/rapid"

	"rapporteur/internal/fault"
	"rapporteur/internal/tabular"
	"rapporteur/internal/tabular/xlstest"
)

// oldBook is a book of one sheet with these records, in a compound file.
func oldBook(version uint16, book, sheet []byte) []byte {
	name := "Workbook"
	if version < 0x600 {
		name = "Book"
	}
	return xlstest.Compound(name, xlstest.Stream(version, book, []string{"List"}, [][]byte{sheet}))
}

// at begins a cell in column C of line 3.
func at(parts ...any) []byte {
	return xlstest.Bytes(append([]any{uint16(2), uint16(2), uint16(1)}, parts...)...)
}

func TestOldWorkbookCells(t *testing.T) {
	page := func(m *charmap.Charmap, s string) []byte {
		b, err := m.NewEncoder().Bytes([]byte(s))
		if err != nil {
			t.Fatal(err)
		}
		return xlstest.Bytes(uint16(len(b)), b)
	}
	bits := func(n uint64) []byte { return binary.LittleEndian.AppendUint64(nil, n) }
	for _, c := range []struct {
		name    string
		version uint16
		page    uint16
		format  string
		cell    []byte
		want    string
	}{
		{"a double", 0x600, 1200, "General", xlstest.Record(0x203, at(0.30000000000000004)), "0.3"},
		{"a telephone number", 0x600, 1200, "General", xlstest.Record(0x203, at(38164123456.0)), "38164123456"},
		{"16 digits", 0x600, 1200, "General", xlstest.Record(0x203, at(9007199254740991.0)), "9007199254740991"},
		{"no number", 0x600, 1200, "General", xlstest.Record(0x203, at(bits(0x7ff0000000000000))), "+Inf"},
		{"a small whole number", 0x600, 1200, "General", xlstest.Record(0x27e, at(uint32(12<<2|2))), "12"},
		{"a negative one", 0x600, 1200, "General", xlstest.Record(0x27e, at(uint32(0xffffffee))), "-5"},
		{"hundredths", 0x600, 1200, "General", xlstest.Record(0x27e, at(uint32(1234<<2|3))), "12.34"},
		{"half a double", 0x600, 1200, "General", xlstest.Record(0x27e, at(uint32(0x3ff80000))), "1.5"},
		{"a date", 0x600, 1200, "dd.mm.yyyy", xlstest.Record(0x203, at(43979.5)), "2020-05-28 12:00:00"},
		{"a date in four bytes", 0x600, 1200, "dd.mm.yyyy", xlstest.Record(0x27e, at(uint32(43979<<2|2))), "2020-05-28 00:00:00"},
		{"a duration", 0x600, 1200, "[h]:mm", xlstest.Record(0x203, at(1.25)), "30:00:00"},
		{"true", 0x600, 1200, "General", xlstest.Record(0x205, at(byte(1), byte(0))), "TRUE"},
		{"an error", 0x600, 1200, "General", xlstest.Record(0x205, at(byte(0x2a), byte(1))), "#N/A"},
		{"a formula's number", 0x600, 1200, "General", xlstest.Record(0x06, at(2.5, uint16(0), uint32(0), uint16(0))), "2.5"},
		{"a formula's date", 0x600, 1200, "d/m/yy", xlstest.Record(0x06, at(43979.0, uint16(0), uint32(0), uint16(0))), "2020-05-28 00:00:00"},
		{"a formula's boolean", 0x600, 1200, "General", xlstest.Record(0x06, at(bits(0xffff_0000_0001_0001), uint32(0))), "TRUE"},
		{"a formula's error", 0x600, 1200, "General", xlstest.Record(0x06, at(bits(0xffff_0000_0007_0002), uint32(0))), "#DIV/0!"},
		{"a formula's text", 0x600, 1200, "General", xlstest.Bytes(xlstest.Record(0x06, at(bits(0xffff_0000_0000_0000), uint32(0))),
			xlstest.Record(0x4bc, "shared"), xlstest.Record(0x207, xlstest.Text("Čela"))), "Čela"},
		{"a label of one byte a letter", 0x600, 1200, "General", xlstest.Record(0x204, at(xlstest.Text("Zoë"))), "Zoë"},
		{"a label of two", 0x600, 1200, "General", xlstest.Record(0x204, at(xlstest.Text("Љиљана 😀"))), "Љиљана 😀"},
		{"a label with formats and reading aids", 0x600, 1200, "General",
			xlstest.Record(0x204, at(uint16(3), byte(0x0c), uint16(1), uint32(4), "Ana", uint32(7), "aids")), "Ana"},
		{"a label over two records", 0x600, 1200, "General", xlstest.Cut(0x204, at(uint16(4), byte(0), "Ar", byte(0), "ta"), 11), "Arta"},
		{"a label whose letters begin in the next record", 0x600, 1200, "General", xlstest.Cut(0x204, at(uint16(2), byte(0), byte(1), "A\x00a\x00"), 9), "Aa"},
		{"Central Europe, before Unicode", 0x500, 1250, "dd.mm.yyyy", xlstest.Record(0x204, at(page(charmap.Windows1250, "Čedo Žižić"))), "Čedo Žižić"},
		{"Cyrillic, before Unicode", 0x500, 1251, "General", xlstest.Record(0x204, at(page(charmap.Windows1251, "Ѓорѓи"))), "Ѓорѓи"},
		{"Turkish, before Unicode", 0x500, 1254, "General", xlstest.Record(0x204, at(page(charmap.Windows1254, "Şükrü"))), "Şükrü"},
		{"DOS letters", 0x500, 852, "General", xlstest.Record(0x204, at(page(charmap.CodePage852, "Đuro"))), "Đuro"},
		{"no page said", 0x500, 0, "General", xlstest.Record(0x204, at(page(charmap.Windows1252, "Zoë"))), "Zoë"},
		{"rich text, before Unicode", 0x500, 1250, "General", xlstest.Record(0xd6, at(page(charmap.Windows1250, "Čela"), byte(1), "\x00\x06")), "Čela"},
		{"a formula's text, before Unicode", 0x500, 1250, "General", xlstest.Bytes(xlstest.Record(0x06, at(bits(0xffff_0000_0000_0000), uint32(0))),
			xlstest.Record(0x207, page(charmap.Windows1250, "Šar"))), "Šar"},
		{"a date, before Unicode", 0x500, 1250, "dd.mm.yyyy", xlstest.Record(0x203, at(43979.5)), "2020-05-28 12:00:00"},
		{"letters of Asia, before Unicode", 0x500, 932, "General", xlstest.Record(0x204, at(uint16(2), "\x83\x41")), "refused: unreadable"},
	} {
		t.Run(c.name, func(t *testing.T) {
			code := xlstest.Text(c.format)
			if c.version < 0x600 {
				code = xlstest.Bytes(byte(len(c.format)), c.format)
			}
			book := xlstest.Bytes(xlstest.Record(0x41e, uint16(164), code), xlstest.Record(0xe0, make([]byte, 16)), xlstest.Record(0xe0, uint16(0), uint16(164), make([]byte, 16)))
			if c.page > 0 {
				book = xlstest.Bytes(xlstest.Record(0x42, c.page), book)
			}
			file, err := tabular.Read("old.xls", oldBook(c.version, book, c.cell), tabular.Limits{})
			got := ""
			if err != nil {
				got = "refused: " + string(fault.From(err).Code)
			} else if row := file.Sheets[0].Rows[0]; row.Line == 3 && len(row.Cells) == 3 {
				got = row.Cells[2]
			}
			if got != c.want {
				t.Errorf("got %q, want %q (%v)", got, c.want, err)
			}
		})
	}
}

// Several numbers in one record, each with its style; rows and cells in any order, the last word standing.
func TestOldWorkbookPlaces(t *testing.T) {
	label := func(row, column uint16, text string) []byte {
		return xlstest.Record(0x204, row, column, uint16(0), xlstest.Text(text))
	}
	sheet := xlstest.Bytes(
		label(7, 1, "late"), label(2, 2, "c"), label(2, 0, "first"), label(2, 0, "a"),
		xlstest.Record(0xbd, uint16(4), uint16(1), uint16(0), uint32(1<<2|2), uint16(1), uint32(43979<<2|2), uint16(0), uint32(3<<2|2), uint16(3)),
		xlstest.Record(0x201, uint16(9), uint16(0), uint16(1)), xlstest.Record(0xbe, uint16(9), uint16(0), uint16(1), uint16(1), uint16(1)),
		xlstest.Begin(0x600, 0x20), label(0, 0, "of a chart"), xlstest.End(),
	)
	book := xlstest.Bytes(xlstest.Record(0xe0, make([]byte, 16)), xlstest.Record(0xe0, uint16(0), uint16(14), make([]byte, 16)))
	want := "old.xls, xls, delimiter \"\"\nsheet \"List\"\n   3 \"a\" \"\" \"c\"\n   5 \"\" \"1\" \"2020-05-28 00:00:00\" \"3\"\n   8 \"\" \"late\"\n"
	if got := describe(tabular.Read("old.xls", oldBook(0x600, book, sheet), tabular.Limits{})); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

// A letter that the book does not spell shows as one that cannot be read, and is named.
func TestOldWorkbookBrokenLetter(t *testing.T) {
	lone := xlstest.Record(0x204, at(uint16(2), byte(1), "A\x00\x00\xd8"))
	file, err := tabular.Read("old.xls", oldBook(0x600, nil, lone), tabular.Limits{})
	if err != nil || len(file.Problems) != 1 || file.Problems[0].Line != 3 || file.Problems[0].Column != "3" || file.Sheets[0].Rows[0].Cells[2] != "A\ufffd" {
		t.Errorf("%+v, %v", file, err)
	}
}

// Web scripts write the records without a compound file, often one sheet without a book and in whatever encoding.
func TestOldWorkbookBare(t *testing.T) {
	script := xlstest.Bytes(xlstest.Record(0x809, uint16(0), uint16(0x10), uint16(0), uint16(0)),
		xlstest.Record(0x204, uint16(0), uint16(0), uint16(0), uint16(10), "Čedo Ž\xc5\xbe"[:10]),
		xlstest.Record(0x203, uint16(0), uint16(1), uint16(0), 12.0), xlstest.End())
	if got := describe(tabular.Read("e.xls", script, tabular.Limits{})); got != "e.xls, xls, delimiter \"\"\nsheet \"\"\n   1 \"Čedo Žž\" \"12\"\n" {
		t.Error(got)
	}
	page, err := charmap.Windows1250.NewEncoder().String("Čedo Žižić, Šime Đurić, Đorđe Šćepan")
	if err != nil {
		t.Fatal(err)
	}
	script = xlstest.Bytes(xlstest.Record(0x809, uint16(0), uint16(0x10), uint16(0), uint16(0)),
		xlstest.Record(0x204, uint16(0), uint16(0), uint16(0), uint16(len(page)), page), xlstest.End())
	if got := describe(tabular.Read("e.xls", script, tabular.Limits{})); !strings.Contains(got, "Čedo Žižić, Šime Đurić, Đorđe Šćepan") {
		t.Error(got)
	}
	book := xlstest.Stream(0x600, nil, []string{"Љ"}, [][]byte{xlstest.Record(0x204, uint16(0), uint16(0), uint16(0), xlstest.Text("a"))})
	if got := describe(tabular.Read("e.xls", book, tabular.Limits{})); !strings.Contains(got, "sheet \"Љ\"\n   1 \"a\"\n") {
		t.Error(got)
	}
}

func TestOldWorkbookRefused(t *testing.T) {
	number := func(row, column uint16) []byte { return xlstest.Record(0x203, row, column, uint16(0), 1.0) }
	shared := func(texts ...any) []byte { return xlstest.Record(0xfc, texts...) }
	first := xlstest.Record(0xfd, uint16(0), uint16(0), uint16(0), uint32(0))
	for name, c := range map[string]struct {
		data []byte
		code fault.Code
		word string
	}{
		"a password":                    {oldBook(0x600, xlstest.Record(0x2f, make([]byte, 54)), number(0, 0)), fault.Unreadable, "password"},
		"Excel 4.0":                     {xlstest.Bytes("\x09\x04\x06\x00\x00\x04\x10\x00\x00\x00", make([]byte, 40)), fault.Unreadable, "Excel 4.0"},
		"Excel 2":                       {xlstest.Bytes("\x09\x00\x04\x00\x02\x00\x10\x00", make([]byte, 40)), fault.Unreadable, "Excel 4.0"},
		"Excel 4.0 in a compound file":  {xlstest.Compound("Book", xlstest.Bytes("\x09\x04\x06\x00\x00\x04\x10\x00\x00\x00", make([]byte, 40))), fault.Unreadable, "Excel 4.0"},
		"a letter":                      {xlstest.Compound("WordDocument", []byte("x")), fault.Unknown, "Word"},
		"slides":                        {xlstest.Compound("PowerPoint Document", []byte("x")), fault.Unknown, "presentation"},
		"a newer one under a password":  {xlstest.Compound("EncryptedPackage", []byte("x")), fault.Unreadable, "password"},
		"another program's":             {xlstest.Compound("__properties_version1.0", []byte("x")), fault.Unknown, "another program"},
		"no cells":                      {oldBook(0x600, nil, nil), fault.Unreadable, "no rows"},
		"a column there is not":         {oldBook(0x600, nil, number(0, 256)), fault.Unreadable, "damaged"},
		"a shared text that is missing": {oldBook(0x600, shared(uint32(1), uint32(1)), first), fault.Unreadable, "damaged"},
		"a text cut off":                {oldBook(0x600, shared(uint32(1), uint32(1), uint16(5), byte(0), "Ana"), first), fault.Unreadable, "damaged"},
		"half a letter":                 {oldBook(0x600, shared(uint32(1), uint32(1), uint16(2), byte(1), "A\x00a"), first), fault.Unreadable, "damaged"},
		"formats that are missing":      {oldBook(0x600, shared(uint32(1), uint32(1), uint16(1), byte(8), uint16(9), "A"), first), fault.Unreadable, "damaged"},
		"shared texts twice":            {oldBook(0x600, xlstest.Bytes(shared(uint32(0), uint32(0)), shared(uint32(0), uint32(0))), number(0, 0)), fault.Unreadable, "damaged"},
		"a formula's text that is not there": {oldBook(0x600, nil, xlstest.Bytes(xlstest.Record(0x06, uint16(0), uint16(0), uint16(0), uint32(0), uint32(0xffff0000), uint32(0)), number(1, 0))),
			fault.Unreadable, "damaged"},
		"a text of no formula":       {oldBook(0x600, nil, xlstest.Record(0x207, xlstest.Text("a"))), fault.Unreadable, "damaged"},
		"numbers that do not add up": {oldBook(0x600, nil, xlstest.Record(0xbd, uint16(0), uint16(0), uint16(0), uint32(2), uint16(0), uint32(2), uint16(9))), fault.Unreadable, "damaged"},
		"a cell too short":           {oldBook(0x600, nil, xlstest.Record(0x203, uint16(0), uint16(0), uint16(0))), fault.Unreadable, "damaged"},
		"a sheet without an end":     {xlstest.Bytes(xlstest.Begin(0x600, 0x10), number(0, 0)), fault.Unreadable, "damaged"},
		"two versions in one":        {bytes.Replace(oldBook(0x600, nil, number(0, 0)), xlstest.Begin(0x600, 0x10), xlstest.Begin(0x500, 0x10), 1), fault.Unreadable, "damaged"},
	} {
		t.Run(name, func(t *testing.T) {
			file, err := tabular.Read("old.xls", c.data, tabular.Limits{})
			if !fault.Is(err, c.code) || !strings.Contains(err.Error(), c.word) {
				t.Fatalf("got %v, %v", file, err)
			}
		})
	}
}

func TestOldWorkbookLimits(t *testing.T) {
	book := func(rows, cells int) []byte {
		s := xlstest.Sheet{Name: "List"}
		for range rows {
			row := make([]string, cells)
			row[cells-1] = "x"
			s.Rows = append(s.Rows, row)
		}
		return xlstest.Book(s, s)
	}
	for name, c := range map[string]struct {
		limits tabular.Limits
		ok     bool
	}{
		"rows of all sheets":  {tabular.Limits{WorkbookRows: 9}, false},
		"gaps count as cells": {tabular.Limits{WorkbookCells: 29}, false},
		"columns":             {tabular.Limits{Columns: 2}, false},
		"bytes":               {tabular.Limits{WorkbookBytes: 4000}, false},
		"all of them":         {tabular.Limits{WorkbookRows: 10, WorkbookCells: 30, Columns: 3}, true},
	} {
		_, err := tabular.Read("old.xls", book(5, 3), c.limits)
		if c.ok && err != nil || !c.ok && !fault.Is(err, fault.TooLarge) {
			t.Errorf("%s: %v", name, err)
		}
	}
	long := xlstest.Book(xlstest.Sheet{Name: "List", Rows: [][]string{{"", strings.Repeat("ж", 5000)}}})
	file, err := tabular.Read("old.xls", long, tabular.Limits{})
	if err != nil || len(file.Problems) != 1 || file.Problems[0].Line != 1 || file.Problems[0].Column != "2" || len([]rune(file.Sheets[0].Rows[0].Cells[1])) != 4096 {
		t.Errorf("%v, %v", file, err)
	}
}

// Texts come back wherever the border between two records lies, and in whichever of the two ways each part is written.
func TestOldWorkbookSharedTexts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		texts := rapid.SliceOfN(rapid.StringMatching(`[ -~čşäЉ😀]{0,12}`), 1, 8).Draw(t, "texts")
		var out []byte
		id, body := uint16(0xfc), xlstest.Bytes(uint32(9), uint32(len(texts)))
		flush := func() {
			out = append(out, xlstest.Record(id, body)...)
			id, body = 0x3c, nil
		}
		cut := rapid.Bool()
		for _, text := range texts {
			if len(body) > 0 && cut.Draw(t, "cut before") {
				flush()
			}
			units := binaryUnits(text)
			how := func(rest []uint16) byte { // one byte a letter only up to where that does
				if rapid.Bool().Draw(t, "two bytes") || slices.ContainsFunc(rest, func(u uint16) bool { return u > 0xff }) {
					return 1
				}
				return 0
			}
			flags, behind := how(units), []byte(nil)
			if rapid.Bool().Draw(t, "rich") {
				behind = make([]byte, 8)
			}
			body = append(body, byte(len(units)), 0, flags|byte(len(behind)))
			if len(behind) > 0 {
				body = append(body, 2, 0)
			}
			for i, u := range units {
				if cut.Draw(t, "cut") {
					flush()
					flags = how(units[i:])
					body = append(body, flags)
				}
				body = append(body, byte(u))
				if flags&1 != 0 {
					body = append(body, byte(u>>8))
				}
			}
			for _, b := range behind {
				if cut.Draw(t, "cut behind") {
					flush()
				}
				body = append(body, b)
			}
		}
		flush()
		var cells []byte
		for i := range texts {
			cells = append(cells, xlstest.Record(0xfd, uint16(i), uint16(1), uint16(0), uint32(i))...)
		}
		cells = append(cells, xlstest.Record(0x203, uint16(99), uint16(0), uint16(0), 1.0)...)
		file, err := tabular.Read("old.xls", oldBook(0x600, out, cells), tabular.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		got := map[int]string{}
		for _, row := range file.Sheets[0].Rows {
			got[row.Line] = row.Cell(1)
		}
		for i, text := range texts {
			if tabular.Clean(text) != "" && got[i+1] != text {
				t.Fatalf("text %d: %q, want %q", i, got[i+1], text)
			}
		}
	})
}

func binaryUnits(text string) []uint16 {
	written := xlstest.Text(text)
	units := make([]uint16, binary.LittleEndian.Uint16(written))
	for i := range units {
		if written[2] == 1 {
			units[i] = binary.LittleEndian.Uint16(written[3+2*i:])
		} else {
			units[i] = uint16(written[3+i])
		}
	}
	return units
}

// What the books of other programs hold stands in their goldens (TestReadGolden). Cut anywhere, each is refused or read
// whole; with any sector of its table of chains changed it is never read twice over.
func TestOldWorkbookCutAnywhere(t *testing.T) {
	paths, err := filepath.Glob("testdata/xls/*.xls")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no workbooks: %v", err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		whole := describe(tabular.Read("b", data, tabular.Limits{}))
		if strings.HasPrefix(whole, "fault") {
			continue
		}
		step := 1 + len(data)/500
		for cut := 8; cut < len(data); cut += step { // from the signature on
			file, err := tabular.Read("b", data[:cut], tabular.Limits{})
			if err == nil && describe(file, nil) != whole {
				t.Fatalf("%s, cut at %d of %d: %s", path, cut, len(data), describe(file, nil))
			}
			if err != nil && !fault.Is(err, fault.Unreadable) && !fault.Is(err, fault.Unknown) {
				t.Fatalf("%s, cut at %d: %v", path, cut, err)
			}
		}
	}
}

// A chain that comes back to itself, goes to what another has or ends early is damage.
func TestCompoundChains(t *testing.T) {
	var rows [][]string
	for i := range 400 {
		rows = append(rows, []string{fmt.Sprint("person ", i), "2020-05-28 14:00:00"})
	}
	whole := xlstest.Book(xlstest.Sheet{Name: "List", Rows: rows})
	stream := streamByLibrary(t, whole)
	for name, spoil := range map[string]func(header []byte, table []uint32, directory []byte){
		"a loop":                   func(_ []byte, table []uint32, _ []byte) { table[10] = 3 },
		"a sector that is its own": func(_ []byte, table []uint32, _ []byte) { table[10] = 10 },
		"a sector of the table":    func(_ []byte, table []uint32, _ []byte) { table[3] = uint32(slices.Index(table, 0xfffffffd)) },
		"a sector outside":         func(_ []byte, table []uint32, _ []byte) { table[3] = 0x00ffffff },
		"an early end":             func(_ []byte, table []uint32, _ []byte) { table[5] = 0xfffffffe },
		"a size beyond the file": func(_ []byte, _ []uint32, directory []byte) {
			binary.LittleEndian.PutUint32(directory[128+120:], 1<<31)
		},
	} {
		if file, err := tabular.Read("b", xlstest.CompoundWith("Workbook", stream, spoil), tabular.Limits{}); !fault.Is(err, fault.Unreadable) {
			t.Errorf("%s: %v, %v", name, file, err)
		}
	}
	if _, err := tabular.Read("b", xlstest.CompoundWith("WORKBOOK", stream, nil), tabular.Limits{}); err != nil {
		t.Errorf("a name in capitals: %v", err)
	}
}

// Two sheets of whole sectors each, and a chain that goes from the end of the first back to its beginning: every record is
// in order, and people would stand there twice, in place of others. The library for compound files reads it so.
func TestCompoundChainTwice(t *testing.T) {
	const sector = 512
	filled := func(bytes []byte, behind int) []byte { // to whole sectors, with a record that says nothing
		over := (len(bytes) + 4 + behind) % sector
		return xlstest.Bytes(bytes, xlstest.Record(0x5c, make([]byte, (sector-over)%sector)))
	}
	frame := len(xlstest.Begin(0x600, 0x10)) + len(xlstest.End())
	sheet := func(name string) []byte {
		var out []byte
		for line := range uint16(100) {
			out = append(out, xlstest.Record(0x204, line, uint16(0), uint16(0), xlstest.Text(fmt.Sprint(name, " ", line)))...)
		}
		return filled(out, frame)
	}
	names := []string{"One", "Two"}
	head := len(xlstest.Stream(0x600, nil, names, [][]byte{nil, nil})) - 2*frame
	stream := xlstest.Stream(0x600, filled(nil, head), names, [][]byte{sheet("Ana"), sheet("Ivo")})
	each := uint32(len(sheet("Ana"))+frame) / sector
	begin := uint32(len(stream))/sector - 2*each
	whole := xlstest.Compound("Workbook", stream)
	if file, err := tabular.Read("b", whole, tabular.Limits{}); err != nil || file.Sheets[1].Rows[99].Cells[0] != "Ivo 99" {
		t.Fatal(err)
	}
	twice := xlstest.CompoundWith("Workbook", stream, func(_ []byte, table []uint32, _ []byte) { table[begin+each-1] = begin })
	if by := streamByLibrary(t, twice); bytes.Count(by, []byte("Ana 7")) <= bytes.Count(stream, []byte("Ana 7")) {
		t.Error("the library for compound files no longer reads the chain: say so in the decisions")
	}
	if file, err := tabular.Read("b", twice, tabular.Limits{}); !fault.Is(err, fault.Unreadable) {
		t.Errorf("%v, %v", file, err)
	}
}

// streamByLibrary gives the stream of a book as the library for compound files reads it.
func streamByLibrary(t *testing.T, data []byte) []byte {
	t.Helper()
	c, err := mscfb.New(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	var stream []byte
	for entry, err := c.Next(); err == nil; entry, err = c.Next() {
		if entry.Name == "Workbook" || entry.Name == "Book" && stream == nil {
			if stream, err = io.ReadAll(entry); err != nil {
				t.Fatal(err)
			}
		}
	}
	if stream == nil {
		t.Fatal("no stream")
	}
	return stream
}

// The library finds the same bytes in the books of other programs as we do: what it gives reads the same without the
// compound file around it.
func TestCompoundEqualsLibrary(t *testing.T) {
	paths, err := filepath.Glob("../*/testdata/*/*.xls")
	if err != nil {
		t.Fatal(err)
	}
	tried := 0
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")) {
			continue
		}
		tried++
		ours, err := tabular.Read("b", data, tabular.Limits{})
		bare, bareErr := tabular.Read("b", streamByLibrary(t, data), tabular.Limits{})
		if fmt.Sprint(err) != fmt.Sprint(bareErr) || !reflect.DeepEqual(ours, bare) {
			t.Errorf("%s: %v; %v", path, err, bareErr)
		}
	}
	if tried == 0 {
		t.Fatal("no workbooks")
	}
}

func BenchmarkReadXLS(b *testing.B) {
	var s xlstest.Sheet
	for i := range 12_000 {
		row := make([]string, 13)
		for j := range row {
			row[j] = fmt.Sprintf("cell %d of %d", j, i)
		}
		s.Rows = append(s.Rows, row)
	}
	data := xlstest.Book(s)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := tabular.Read("b", data, tabular.Limits{}); err != nil {
			b.Fatal(err)
		}
	}
}
