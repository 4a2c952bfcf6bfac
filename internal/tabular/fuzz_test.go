package tabular

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"rapporteur/internal/fault"
	"rapporteur/internal/tabular/xlstest"
)

// Whatever the bytes: letters, no more of them than the bytes can hold, and remarks on lines that are there.
func FuzzDecode(f *testing.F) {
	for _, s := range []string{"a,b\n", "\xef\xbb\xbfč", "\xff\xfea\x00\n\x00", "\xfe\xff\x00a\xd8\x00", "1\x002\x003\x004\x00", "\x9a\xe6;\xf0\n", "\xdee\xfe\n", "č\xff\nd"} {
		f.Add([]byte(s))
	}
	known := []string{"utf-8", "utf-8-bom", "utf-16le", "utf-16be", "windows-1250", "windows-1251", "windows-1252", "windows-1254"}
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := decode(data, "")
		if err != nil {
			return
		}
		text, encoding, problems := d.text, d.encoding, d.problems
		for _, said := range known {
			if as, err := decode(data, said); err == nil && (as.encoding != said || !utf8.ValidString(as.text)) {
				t.Fatalf("said %s: %s: %q", said, as.encoding, as.text)
			}
		}
		if !utf8.ValidString(text) || strings.HasPrefix(text, "\ufeff\ufeff") && encoding != "utf-8" || !slices.Contains(known, encoding) {
			t.Fatalf("%s: %q", encoding, text)
		}
		if len(text) > 3*len(data) {
			t.Fatalf("%d bytes became %d", len(data), len(text))
		}
		for _, p := range problems {
			if p.Line > 1+strings.Count(text, "\n") {
				t.Fatalf("a remark on line %d of %q", p.Line, text)
			}
		}
	})
}

// Without quotes and guards a line has as many cells as its delimiters make, and no letter is lost.
func FuzzDelimiter(f *testing.F) {
	for _, s := range []string{"a;b\nc;d\n", "a, b\n", "a\tb\r\nc\td", "a|b\n1,5|2\n", "x\n\ny,z"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := guessDelimiter(text)
		if !strings.ContainsRune("\t;,|", rune(d)) {
			t.Fatalf("delimiter %q", d)
		}
		if !utf8.ValidString(text) || strings.ContainsAny(text, "\"=\r\x00") || len(text) > 4000 || strings.Count(text, string(d)) > 200 {
			return
		}
		rows, _, err := scan(text, d, DefaultLimits(), true, nil)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(text, "\n")
		for _, row := range rows {
			want := strings.TrimRight(lines[row.Line-1], string(d))
			if got := strings.TrimRight(strings.Join(row.Cells, string(d)), string(d)); got != want {
				t.Fatalf("line %d: %q, want %q", row.Line, got, want)
			}
		}
	})
}

// A duration is never negative and never longer than the longest that is written with a clock.
func FuzzDurations(f *testing.F) {
	for _, s := range []string{"2h 22m", "1 Std. 5 Min.", "1:02:03", "PT1H2M", "142", "99999999999999999999", "1e9", "9999999d", "1,5 h", "2 h 44 m"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, bare := range []time.Duration{0, time.Second, time.Minute} {
			if d, ok := ParseDuration(s, bare); ok && (d < 0 || d > 100_001*time.Hour) {
				t.Fatalf("%q is %v", s, d)
			}
		}
	})
}

// Every header is found under its own name, at its first column.
func FuzzColumns(f *testing.F) {
	for _, s := range []string{"a,b,c", "Name,name,NAME#2", ",,", "a#2,a,a", "İ,i"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, line string) {
		header := Row{Line: 1, Cells: strings.Split(line, ",")}
		at, columns := FindHeader([]Row{header}, 0, header.Cells)
		if at < 0 { // only blanks
			for _, cell := range header.Cells {
				if HeaderKey(cell) != "" {
					t.Fatalf("%q is not found", cell)
				}
			}
			return
		}
		for i, cell := range header.Cells {
			key := HeaderKey(cell)
			if key == "" || strings.Contains(key, "#") {
				continue
			}
			if got := columns.Index(cell); got < 0 || got > i || HeaderKey(header.Cells[got]) != key {
				t.Fatalf("%q of column %d is found at %d", cell, i, got)
			}
		}
	})
}

// zipOf packs parts for a seed.
func zipOf(f *testing.F, parts map[string]string) []byte {
	f.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, content := range parts {
		part, err := w.Create(name)
		if err == nil {
			_, err = io.WriteString(part, content)
		}
		if err != nil {
			f.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		f.Fatal(err)
	}
	return b.Bytes()
}

// An archive that is let through holds what it says, within the limits.
func FuzzPreflight(f *testing.F) {
	f.Add(zipOf(f, map[string]string{"xl/workbook.xml": "<a/>", "xl/worksheets/sheet1.xml": `<w><sheetData><row><c r="B2"><v>1</v></c></row></sheetData></w>`}))
	f.Add(zipOf(f, map[string]string{"a": strings.Repeat("0", 1<<16)}))
	f.Add([]byte("PK\x05\x06" + strings.Repeat("\x00", 18)))
	limits := Limits{Unzipped: 1 << 20, Entries: 20, WorkbookRows: 100, WorkbookCells: 1000, Columns: 16}.orDefault()
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, err := unpackAll(data, limits); err != nil {
			if !fault.Is(err, fault.Unreadable) && !fault.Is(err, fault.TooLarge) {
				t.Fatal(err)
			}
			return
		}
		archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		sum := 0
		for _, part := range archive.File {
			r, err := part.Open()
			if err != nil {
				t.Fatal(err)
			}
			content, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			sum += len(content)
		}
		if sum > limits.Unzipped || len(archive.File) > limits.Entries {
			t.Fatalf("%d bytes in %d parts", sum, len(archive.File))
		}
	})
}

// What is let through as a sheet, another reader of XML reads to its end; its rows go forward within the limits.
func FuzzSheetXML(f *testing.F) {
	for _, s := range []string{
		`<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row></sheetData></worksheet>`,
		`<?xml version="1.0"?><!-- c --><w:worksheet xmlns:w="x"><w:sheetData/></w:worksheet>`,
		`<a b='1' c="&lt;&#65;&#x41;"><![CDATA[<]]></a>`, `<a>&#0;</a>`, `<a>&#xFFFFFF;</a>`, `<a b=1/>`, `<a b/>`, `<a b="1"b="2"/>`, `<a b="<"/>`, `<a>;</a/>`, `<?xml versidn="1.0"?><a/>`, `<!--><a/>-->`, `<a><!-- -- --></a>`, `<?xml version="1.1"?><a/>`, `<a></a >`, `<a:/>`, `<1/>`, `<a>]]></a>`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, part []byte) {
		counter := &cellCounter{limits: DefaultLimits()}
		reader := &sheetReader{book: &workbook{texts: []string{"shared"}, formats: []dateKind{noDate, dateAndTime}}, count: counter, problems: &problemList{}}
		if err := checkXML(part, reader, nil); err != nil {
			return
		}
		if counter.cells < 0 || counter.rows > counter.limits.WorkbookRows || counter.cells > counter.limits.WorkbookCells {
			t.Fatalf("%d rows, %d cells", counter.rows, counter.cells)
		}
		last := 0
		for _, row := range reader.rows {
			if row.Line <= last || row.Line > lastRow || row.Blank() || len(row.Cells) > counter.limits.Columns {
				t.Fatalf("line %d after %d with %d cells", row.Line, last, len(row.Cells))
			}
			last = row.Line
		}
		reading := xml.NewDecoder(bytes.NewReader(bytes.TrimPrefix(part, bomUTF8)))
		for {
			switch _, err := reading.RawToken(); {
			case errors.Is(err, io.EOF):
				return
			case err != nil:
				t.Fatalf("let through: %v", err)
			}
		}
	})
}

// The records of an old workbook, whatever they are: rows in their order and within the limits, or a refusal that fits.
func FuzzXLS(f *testing.F) {
	number := xlstest.Record(0x203, uint16(3), uint16(2), uint16(1), 43979.5)
	formula := xlstest.Bytes(xlstest.Record(0x06, uint16(0), uint16(0), uint16(0), uint32(0), uint32(0xffff0000), uint32(0)), xlstest.Record(0x207, xlstest.Text("ж")))
	dated := xlstest.Bytes(xlstest.Record(0x42, uint16(1250)), xlstest.Record(0xe0, make([]byte, 16)), xlstest.Record(0xe0, uint16(0), uint16(14), make([]byte, 16)))
	shared := xlstest.Cut(0xfc, xlstest.Bytes(uint32(2), uint32(2), xlstest.Text("Ana"), xlstest.Text("Љ")), 20)
	for _, sheet := range [][]byte{
		number, formula, xlstest.Record(0xfd, uint16(0), uint16(0), uint16(0), uint32(1)),
		xlstest.Record(0x204, uint16(0), uint16(0), uint16(0), uint16(3), byte(0x0d), uint16(1), uint32(2), "A\x00n\x00a\x00runsai"),
		xlstest.Record(0xbd, uint16(4), uint16(1), uint16(0), uint32(6), uint16(1), uint32(9), uint16(2)),
		xlstest.Record(0x205, uint16(0), uint16(255), uint16(0), byte(0x2a), byte(1)),
	} {
		f.Add(xlstest.Stream(0x600, xlstest.Bytes(dated, shared), []string{"List"}, [][]byte{sheet}))
		f.Add(xlstest.Stream(0x500, dated, []string{"List", "More"}, [][]byte{sheet, number}))
		f.Add(xlstest.Bytes(xlstest.Record(0x809, uint16(0), uint16(0x10)), sheet, xlstest.End()))
	}
	limits := Limits{WorkbookRows: 100, WorkbookCells: 1000, Columns: 64, CellChars: 50}.orDefault()
	f.Fuzz(func(t *testing.T, stream []byte) {
		b := &xlsBook{formats: map[uint16]dateKind{}, count: &cellCounter{limits: limits}}
		if err := b.read(stream); err != nil {
			if !fault.Is(err, fault.Unreadable) && !fault.Is(err, fault.TooLarge) {
				t.Fatal(err)
			}
			return
		}
		rows := 0
		for _, s := range b.sheets {
			last := 0
			for _, row := range s.rows {
				if row.Line <= last || row.Line > 1<<16 || row.Blank() || len(row.Cells) > limits.Columns {
					t.Fatalf("line %d after %d with %d cells", row.Line, last, len(row.Cells))
				}
				last = row.Line
				for _, cell := range row.Cells {
					if !utf8.ValidString(cell) || utf8.RuneCountInString(cell) > limits.CellChars {
						t.Fatalf("a cell of %d characters", utf8.RuneCountInString(cell))
					}
				}
			}
			rows += len(s.rows)
		}
		if rows > limits.WorkbookRows {
			t.Fatalf("%d rows", rows)
		}
	})
}

// A compound file, whatever its tables say: each stream it gives is no longer than the file and has the size it is said
// to have.
func FuzzCompound(f *testing.F) {
	book := xlstest.Book(xlstest.Sheet{Name: "List", Rows: [][]string{{"Ana", "2020-05-28 12:00:00"}, {"Љ", "TRUE"}}})
	f.Add(book)
	f.Add(book[:len(book)-512])
	f.Add(xlstest.CompoundWith("Book", []byte("x"), func(header []byte, table []uint32, directory []byte) {
		header[68], header[69], header[70], header[71] = 0, 0, 0, 0
		table[2] = 1
		directory[76] = 0
	}))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := openCompound(data)
		if err != nil {
			return
		}
		for name, s := range c.streams {
			content, err := c.stream(name)
			if err != nil && !fault.Is(err, fault.Unreadable) {
				t.Fatal(err)
			}
			if err == nil && (uint64(len(content)) != s.size || len(content) > len(data)) {
				t.Fatalf("%d bytes of %d", len(content), s.size)
			}
		}
	})
}
