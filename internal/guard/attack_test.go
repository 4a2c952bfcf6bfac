package guard_test

import (
	"archive/zip"
	"bytes"
	"cmp"
	"compress/flate"
	"encoding/binary"
	"fmt"
	"io"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapporteur/internal/fault"
	"rapporteur/internal/tabular"
)

// Each file is refused or read, with the program alive; the child's limits end what the checks let through.
func TestAttackFiles(t *testing.T) {
	random := make([]byte, 1<<20)
	source := rand.New(rand.NewPCG(1, 2))
	for i := range random {
		random[i] = byte(source.Uint32())
	}
	whole := workbook(t, map[string]string{"xl/worksheets/sheet1.xml": sheet(`<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>`)})
	for _, c := range []struct {
		name string
		data []byte
		want fault.Code // "": read
	}{
		{"empty", nil, fault.Unreadable},
		{"100 MB of zeros", make([]byte, 100<<20), fault.Unreadable},
		{"only blanks", bytes.Repeat([]byte(" \r\n"), 1000), fault.Unreadable},
		{"random bytes", random, fault.Unknown},
		{"a small workbook", whole, ""},
		{"a truncated workbook", whole[:len(whole)-40], fault.Unreadable},
		{"half a workbook", whole[:len(whole)/2], fault.Unreadable},
		{"a part of 700 MB", bomb(t, 700, 0), fault.TooLarge},
		{"5,000 rows with a cell in column XFD", workbook(t, map[string]string{"xl/worksheets/sheet1.xml": sheet(farCells(5000))}), fault.TooLarge},
		{"60,000 rows", workbook(t, map[string]string{"xl/worksheets/sheet1.xml": sheet(strings.Repeat(`<row><c><v>1</v></c></row>`, 60_000))}), fault.TooLarge},
		{"sizes that lie", bomb(t, 8, 1000), fault.Unreadable},
		{"50,000 empty parts", manyParts(t, 50_000), fault.TooLarge},
		{"a part twice", twice(t), fault.Unreadable},
		{"entities", workbook(t, map[string]string{"xl/worksheets/sheet1.xml": `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>` + sheet(`<row r="1"><c t="inlineStr"><is><t>&b;</t></is></c></row>`)}), fault.Unreadable},
		{"an unknown entity", workbook(t, map[string]string{"xl/worksheets/sheet1.xml": sheet(`<row r="1"><c t="inlineStr"><is><t>&nbsp;</t></is></c></row>`)}), fault.Unreadable},
		{"a sheet that stops", workbook(t, map[string]string{"xl/worksheets/sheet1.xml": strings.TrimSuffix(sheet(`<row r="1"><c><v>1</v></c></row>`), "</worksheet>")}), fault.Unreadable},
		{"a row number beyond any sheet", workbook(t, map[string]string{"xl/worksheets/sheet1.xml": sheet(`<row r="2147483647"><c><v>1</v></c></row>`)}), fault.Unreadable},
		{"a shared text that is not there", workbook(t, map[string]string{"xl/worksheets/sheet1.xml": sheet(`<row r="1"><c t="s"><v>-1</v></c><c><v>1</v></c></row>`)}), ""},
		{"deep nesting", workbook(t, map[string]string{"xl/worksheets/sheet1.xml": sheet(strings.Repeat("<a>", 1<<20) + strings.Repeat("</a>", 1<<20))}), fault.TooLarge},
		{"nesting of 10,000", workbook(t, map[string]string{"xl/worksheets/sheet1.xml": sheet(strings.Repeat("<a>", 10_000) + strings.Repeat("</a>", 10_000))}), fault.Unreadable},
		{"no sheets", workbook(t, nil), fault.Unreadable},
		{"rows that go back", workbook(t, map[string]string{"xl/worksheets/sheet1.xml": sheet(`<row r="5"><c><v>1</v></c></row><row r="3"><c><v>1</v></c></row>`)}), fault.Unreadable},
		{"a cell in a million pieces", workbook(t, map[string]string{"xl/worksheets/sheet1.xml": sheet(`<row><c t="inlineStr"><is><t>` + strings.Repeat("<![CDATA[x]]>", 200_000) + `</t></is></c></row>`)}), ""},
		{"100,000 attributes", workbook(t, map[string]string{"xl/worksheets/sheet1.xml": sheet(`<row` + strings.Repeat(` a=""`, 100_000) + `><c><v>1</v></c></row>`)}), ""},
		{"a million shared texts", workbook(t, map[string]string{"xl/sharedStrings.xml": `<sst>` + strings.Repeat("<si><t>a</t></si>", 1<<20) + `</sst>`, "xl/worksheets/sheet1.xml": sheet("")}), fault.TooLarge},
		{"a million styles", workbook(t, map[string]string{"xl/styles.xml": `<styleSheet><cellXfs>` + strings.Repeat(`<xf numFmtId="14"/>`, 1<<20) + `</cellXfs></styleSheet>`, "xl/worksheets/sheet1.xml": sheet("")}), fault.TooLarge},
		{"a sheet outside of the file", listing(t, `<sheet name="a" r:id="r"/>`, "../../../../etc/passwd"), fault.Unreadable},
		{"a sheet on the web", listing(t, `<sheet name="a" r:id="r"/>`, "http://127.0.0.1:9/sheet1.xml"), fault.Unreadable},
		{"a sheet that is the list of sheets", listing(t, `<sheet name="a" r:id="r"/>`, "workbook.xml"), fault.Unreadable},
		{"1,900 sheets in one part", listing(t, strings.Repeat(`<sheet name="a" r:id="r"/>`, 1900), "worksheets/sheet1.xml"), fault.Unreadable},
		{"a sheet with a name of a million letters", listing(t, `<sheet name="`+strings.Repeat("a", 1<<20)+`" r:id="r"/>`, "worksheets/sheet1.xml"), ""},
		{"UTF-16 without byte order mark", wide("Name\tTime\nŞule Öz\t10:00\nЈована\t11:00\n"), ""},
		{"UTF-16 cut in a character", wide("Name\tTime\nŞule Öz\t10:00\n")[:31], fault.Unreadable},
		{"parts that lie on each other", overlapping(t, 60), fault.TooLarge},
		{"archives in an archive", archives(t, 20), fault.Unknown},
		{"a workbook under a password", append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"+strings.Repeat("\x00", 504)), wide("EncryptedPackage")...), fault.Unreadable},
		{"an old workbook of random bytes", append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), random[:4096]...), fault.Unreadable},
		{"a million columns", bytes.Repeat([]byte("a,"), 1<<20), fault.TooLarge},
		{"8 million empty cells", bytes.Repeat([]byte(","), 8<<20), fault.Unreadable},
		{"200,001 rows", bytes.Repeat([]byte("a,b\n"), 200_001), fault.TooLarge},
		{"a cell of 20 MB", append([]byte("a,b\nc,"), bytes.Repeat([]byte("x"), 20<<20)...), ""},
		{"quotes that never close", bytes.Repeat([]byte("\"a,b\n"), 100_000), ""},
		{"one quote and a long text", append([]byte("a,b\n\""), bytes.Repeat([]byte("x,y\n"), 50_000)...), ""},
		{"20,000 long rows", bytes.Repeat([]byte(strings.Repeat("Čaušević,", 19)+"Č\n"), 20_000), ""},
		{"a text of too many bytes", bytes.Repeat([]byte(strings.Repeat("x", 999)+"\n"), 70_000), fault.TooLarge},
	} {
		if smallOnly && len(c.data) > small {
			continue
		}
		t.Run(c.name, func(t *testing.T) { withstand(t, c.data, c.want) })
	}
}

// small is the size, in bytes, up to which a file is tried under the race detector too; larger ones are tried without it.
const small = 1 << 16

// withstand reads a hostile file: refused as wanted ("": read), with little memory and time.
func withstand(t *testing.T, data []byte, want fault.Code) {
	t.Helper()
	use := filepath.Join(t.TempDir(), "use")
	r := reader(t, "serve")
	r.Command.Env = append(r.Command.Env, useFile+"="+use)
	file, err := r.Read(t.Context(), "file", data, tabular.Said{}, nil)
	if !smallOnly {
		wantLittleUse(t, use, err)
	}
	if want != "" {
		wantFault(t, err, want)
		return
	}
	if err != nil {
		t.Fatalf("%v (%v)", err, fault.From(err).Unwrap())
	}
	if len(file.Sheets) == 0 {
		t.Fatal("no sheets")
	}
}

func sheet(rows string) string {
	return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` + rows + `</sheetData></worksheet>`
}

func farCells(n int) string {
	var b strings.Builder
	for i := 1; i <= n; i++ {
		fmt.Fprintf(&b, `<row r="%d"><c r="XFD%d"><v>1</v></c></row>`, i, i)
	}
	return b.String()
}

// listing is a workbook of one part with a row, whose list of sheets and place of the sheet are given.
func listing(t *testing.T, sheets, target string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	add(t, w, "xl/workbook.xml", strings.NewReader(`<workbook xmlns:r="x"><sheets>`+sheets+`</sheets></workbook>`))
	add(t, w, "xl/_rels/workbook.xml.rels", strings.NewReader(`<Relationships><Relationship Id="r" Type="x/worksheet" Target="`+target+`"/></Relationships>`))
	add(t, w, "xl/worksheets/sheet1.xml", strings.NewReader(sheet(`<row><c><v>1</v></c></row>`)))
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// skeleton are the parts without which a workbook is none.
var skeleton = [][2]string{
	{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`},
	{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
	{"xl/workbook.xml", `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="List" sheetId="1" r:id="rId1"/></sheets></workbook>`},
	{"xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`},
}

// pack makes a zip archive of the skeleton and whatever more adds.
func pack(t *testing.T, more func(w *zip.Writer)) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, part := range skeleton {
		add(t, w, part[0], strings.NewReader(part[1]))
	}
	more(w)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func add(t *testing.T, w *zip.Writer, name string, content io.Reader) {
	t.Helper()
	part, err := w.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(part, content); err != nil {
		t.Fatal(err)
	}
}

func workbook(t *testing.T, parts map[string]string) []byte {
	return pack(t, func(w *zip.Writer) {
		for name, content := range parts {
			add(t, w, name, strings.NewReader(content))
		}
	})
}

// bomb has a sheet of megabytes MB of zero bytes, which declares another size if declared is not 0.
func bomb(t *testing.T, megabytes int, declared uint64) []byte {
	t.Helper()
	var stream bytes.Buffer
	w, err := flate.NewWriter(&stream, flate.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	// From the second on, each MB packs to the same bytes.
	marks := []int{0}
	for range 2 {
		if _, err := w.Write(make([]byte, 1<<20)); err != nil {
			t.Fatal(err)
		}
		if err := w.Flush(); err != nil {
			t.Fatal(err)
		}
		marks = append(marks, stream.Len())
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	first, next, end := stream.Bytes()[:marks[1]], stream.Bytes()[marks[1]:marks[2]], stream.Bytes()[marks[2]:]
	packed := slices.Concat(first, bytes.Repeat(next, megabytes-1), end)
	header := &zip.FileHeader{Name: "xl/worksheets/sheet1.xml", Method: zip.Deflate,
		CompressedSize64: uint64(len(packed)), UncompressedSize64: cmp.Or(declared, uint64(megabytes)<<20)}
	return pack(t, func(w *zip.Writer) {
		part, err := w.CreateRaw(header)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write(packed); err != nil {
			t.Fatal(err)
		}
	})
}

func manyParts(t *testing.T, n int) []byte {
	return pack(t, func(w *zip.Writer) {
		for i := range n {
			if _, err := w.CreateHeader(&zip.FileHeader{Name: fmt.Sprintf("xl/media/%d.txt", i), Method: zip.Store}); err != nil {
				t.Fatal(err)
			}
		}
	})
}

func twice(t *testing.T) []byte {
	return pack(t, func(w *zip.Writer) {
		add(t, w, "xl/worksheets/sheet1.xml", strings.NewReader(sheet("")))
		add(t, w, `XL\worksheets\sheet1.xml`, strings.NewReader(sheet(farCells(5))))
	})
}

// overlapping has a sheet of 1 MB of zero bytes under n names, all at one place of the file.
func overlapping(t *testing.T, n int) []byte {
	const name = "xl/worksheets/sheet1.xml"
	one := pack(t, func(w *zip.Writer) { add(t, w, name, bytes.NewReader(make([]byte, 1<<20))) })
	end := one[len(one)-22:] // the end record, without a comment
	directory := one[binary.LittleEndian.Uint32(end[16:]) : len(one)-22]
	entry := directory[bytes.LastIndex(directory, []byte("PK\x01\x02")):]
	out := bytes.Clone(one[:len(one)-22])
	for i := range n {
		copied := bytes.Clone(entry)
		copy(copied[46+len(name)-8:], fmt.Sprintf("%04d", i)) // another name of the same length
		out = append(out, copied...)
	}
	binary.LittleEndian.PutUint16(end[8:], binary.LittleEndian.Uint16(end[8:])+uint16(n))
	binary.LittleEndian.PutUint16(end[10:], binary.LittleEndian.Uint16(end[10:])+uint16(n))
	binary.LittleEndian.PutUint32(end[12:], uint32(len(directory)+n*len(entry)))
	return append(out, end...)
}

// archives holds n archives of 10 MB of zero bytes each, and no workbook.
func archives(t *testing.T, n int) []byte {
	t.Helper()
	var inner, outer bytes.Buffer
	w := zip.NewWriter(&inner)
	add(t, w, "zeros", bytes.NewReader(make([]byte, 10<<20)))
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	w = zip.NewWriter(&outer)
	for i := range n {
		add(t, w, fmt.Sprintf("%d.zip", i), bytes.NewReader(inner.Bytes()))
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return outer.Bytes()
}

func wide(s string) []byte {
	var b []byte
	for _, r := range s {
		b = binary.LittleEndian.AppendUint16(b, uint16(r))
	}
	return b
}
