package tabular_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"rapporteur/internal/fault"
	"rapporteur/internal/tabular"
)

const (
	main          = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	relationships = `http://schemas.openxmlformats.org/officeDocument/2006/relationships`
)

// book makes a workbook with one sheet out of its rows, its cell formats and its shared texts.
func book(t testing.TB, properties, formats, texts, rows string) []byte {
	t.Helper()
	return pack(t, map[string]string{
		"[Content_Types].xml":        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
		"xl/workbook.xml":            `<workbook ` + main + ` xmlns:r="` + relationships + `">` + properties + `<sheets><sheet name="Content" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + relationships + `/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/styles.xml":              `<styleSheet ` + main + `>` + formats + `</styleSheet>`,
		"xl/sharedStrings.xml":       `<sst ` + main + `>` + texts + `</sst>`,
		"xl/worksheets/sheet1.xml":   `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n<!-- a <comment> --><worksheet " + main + `><sheetData>` + rows + `</sheetData></worksheet>`,
	})
}

func pack(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	parts["_rels/.rels"] = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + relationships + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`
	for name, content := range parts {
		part, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// styled defines cell formats 1, 2, … by built-in number or by code.
func styled(formats ...string) string {
	var codes, cells strings.Builder
	cells.WriteString(`<xf numFmtId="0"/>`)
	for i, f := range formats {
		id := fmt.Sprint(f)
		if strings.Trim(f, "0123456789") != "" || f == "0" {
			id = fmt.Sprint(164 + i)
			fmt.Fprintf(&codes, `<numFmt numFmtId="%s" formatCode="%s"/>`, id, strings.ReplaceAll(f, `"`, "&quot;"))
		}
		fmt.Fprintf(&cells, `<xf numFmtId="%s"/>`, id)
	}
	return `<numFmts>` + codes.String() + `</numFmts><cellXfs>` + cells.String() + `</cellXfs>`
}

func TestWorkbookCells(t *testing.T) {
	for _, c := range []struct{ name, format, cell, want string }{
		{"date and time", "yyyy-mm-dd hh:mm:ss", `<v>43962.47125</v>`, "2020-05-11 11:18:36"},
		{"a serial just below the second", "yyyy-mm-dd h:mm", `<v>43962.471249999</v>`, "2020-05-11 11:18:36"},
		{"a serial with noise", "22", `<v>43978.770833333336</v>`, "2020-05-27 18:30:00"},
		{"a date alone", "14", `<v>43979</v>`, "2020-05-28 00:00:00"},
		{"a date of another country", `dd.mm.yyyy\ hh:mm`, `<v>43979.5</v>`, "2020-05-28 12:00:00"},
		{"a date with language and colour", `[$-409][Red]d\-mmm\-yy;@`, `<v>43979.25</v>`, "2020-05-28 06:00:00"},
		{"a date with words in quotes", `"day" d "of" mmmm`, `<v>43979</v>`, "2020-05-28 00:00:00"},
		{"months alone", `mmmm`, `<v>43979</v>`, "2020-05-28 00:00:00"},
		{"a time of day", "h:mm AM/PM", `<v>0.58</v>`, "13:55:12"},
		{"a date shown as time", "20", `<v>43979.75</v>`, "2020-05-28 18:00:00"},
		{"the last second of a day", "21", `<v>0.99998842592</v>`, "23:59:59"},
		{"a duration over a day", "[h]:mm:ss", `<v>1.25</v>`, "30:00:00"},
		{"a duration in minutes", "45", `<v>0.0034722</v>`, "00:05:00"},
		{"before the leap day that never was", "14", `<v>1</v>`, "1900-01-01 00:00:00"},
		{"after it", "14", `<v>61</v>`, "1900-03-01 00:00:00"},
		{"a negative number", "14", `<v>-5</v>`, "-5"},
		{"thousands", "#,##0.00", `<v>12345.5</v>`, "12345.5"},
		{"seconds in a text of the format", `0 "days"`, `<v>12</v>`, "12"},
		{"red numbers", `[Red]0;[Blue]-0`, `<v>12</v>`, "12"},
		{"per cent", "9", `<v>0.33</v>`, "0.33"},
		{"a telephone number", "General", `<v>38164123456</v>`, "38164123456"},
		{"an exponent", "11", `<v>3.8164123456E10</v>`, "38164123456"},
		{"a small number", "General", `<v>2.5E-3</v>`, "0.0025"},
		{"noise of doubles", "General", `<v>0.30000000000000004</v>`, "0.3"},
		{"text under a date format", "14", `@<is><t>yesterday</t></is>`, "yesterday"},
		{"text that looks like a number", "14", `@<is><t>43979</t></is>`, "43979"},
		{"rich text", "General", `@<is><r><t>Arta </t></r><r><rPr><b/></rPr><t>Çela</t></r></is>`, "Arta Çela"},
		{"letters in entities", "General", `@<is><t>&#268;ela &amp; &lt;b&gt;</t></is>`, "Čela & <b>"},
	} {
		t.Run(c.name, func(t *testing.T) {
			cell, text := strings.CutPrefix(c.cell, "@")
			kind := "n"
			if text {
				kind = "inlineStr"
			}
			data := book(t, "", styled(c.format), "", `<row r="3"><c r="B3" s="1" t="`+kind+`">`+cell+`</c></row>`)
			file, err := tabular.Read("book.xlsx", data, tabular.Limits{})
			if err != nil {
				t.Fatal(err, fault.From(err).Unwrap())
			}
			if row := file.Sheets[0].Rows[0]; row.Line != 3 || row.Cell(0) != "" || row.Cell(1) != c.want {
				t.Errorf("got %q in line %d, want %q", row.Cells, row.Line, c.want)
			}
		})
	}
}

func TestWorkbookSharedTextsBooleansFormulas(t *testing.T) {
	data := book(t, "", styled("14"), `<si><t>Name</t></si><si><r><t>Ar</t></r><r><t>ta</t></r></si>`,
		`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="b"><v>1</v></c></row>`+
			`<row r="4"><c r="A4" t="s"><v>1</v></c><c r="B4" t="str"><f>A4&amp;"x"</f><v>Artax</v></c><c r="C4" t="b"><v>0</v></c><c r="D4" t="e"><v>#N/A</v></c><c r="E4" s="1"><f>TODAY()</f><v>43979</v></c><c r="XFD4" s="1"/></row>`+
			`<row r="1048576" s="1"/>`)
	want := "book.xlsx, xlsx, delimiter \"\"\nsheet \"Content\"\n" +
		"   1 \"Name\" \"\" \"TRUE\"\n" +
		"   4 \"Arta\" \"Artax\" \"FALSE\" \"#N/A\" \"2020-05-28 00:00:00\"\n"
	if got := describe(tabular.Read("book.xlsx", data, tabular.Limits{})); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

func TestWorkbookSince1904(t *testing.T) {
	data := book(t, `<workbookPr date1904="1"/>`, styled("22"), "", `<row r="1"><c r="A1" s="1"><v>42517.5</v></c></row>`)
	file, err := tabular.Read("book.xlsx", data, tabular.Limits{})
	if err != nil || file.Sheets[0].Rows[0].Cells[0] != "2020-05-28 12:00:00" {
		t.Fatalf("%v, %v", file, err)
	}
}

func TestWorkbookPrefixedNames(t *testing.T) {
	data := pack(t, map[string]string{
		"[Content_Types].xml":        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"xl/workbook.xml":            `<x:workbook xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="` + relationships + `"><x:sheets><x:sheet name="List" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + relationships + `/worksheet" Target="/xl/worksheets/table.xml"/></Relationships>`,
		"xl/worksheets/table.xml":    `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r='1'><x:c r='A1' t='inlineStr'><x:is><x:t>a</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`,
	})
	if got := describe(tabular.Read("b", data, tabular.Limits{})); !strings.HasSuffix(got, "   1 \"a\"\n") {
		t.Error(got)
	}
}

func TestWorkbookSheets(t *testing.T) {
	f := excelize.NewFile()
	for _, name := range []string{"Content", "Content1"} {
		if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		if err := f.SetSheetRow(name, "A2", &[]any{name, 12, true}); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	want := "b, xlsx, delimiter \"\"\nsheet \"Content\"\n   2 \"Content\" \"12\" \"TRUE\"\nsheet \"Content1\"\n   2 \"Content1\" \"12\" \"TRUE\"\n"
	if got := describe(tabular.Read("b", b.Bytes(), tabular.Limits{})); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

func TestWorkbookLimits(t *testing.T) {
	rows := strings.Repeat(`<row><c><v>1</v></c><c><v>2</v></c></row>`, 10)
	for name, c := range map[string]struct {
		limits tabular.Limits
		rows   string
		where  fault.Where
	}{
		"bytes":   {tabular.Limits{WorkbookBytes: 500}, rows, fault.Where{File: "b"}},
		"parts":   {tabular.Limits{Entries: 6}, rows, fault.Where{File: "b"}},
		"size":    {tabular.Limits{Unzipped: 1000}, rows, fault.Where{File: "b"}},
		"rows":    {tabular.Limits{WorkbookRows: 9}, rows, fault.Where{File: "b", Sheet: "Content", Line: 10}},
		"cells":   {tabular.Limits{WorkbookCells: 19}, rows, fault.Where{File: "b", Sheet: "Content", Line: 10}},
		"columns": {tabular.Limits{}, `<row r="7"><c r="IW7"><v>1</v></c></row>`, fault.Where{File: "b", Sheet: "Content", Line: 7}},
		"gaps":    {tabular.Limits{WorkbookCells: 500}, `<row r="7"><c r="IV7"><v>1</v></c></row><row r="8"><c r="IV8"><v>1</v></c></row>`, fault.Where{File: "b", Sheet: "Content", Line: 8}},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := tabular.Read("b", book(t, "", styled(), "", c.rows), c.limits)
			if !fault.Is(err, fault.TooLarge) || fault.From(err).Where != c.where {
				t.Fatalf("error %v at %+v, want %+v", err, fault.From(err).Where, c.where)
			}
		})
	}
	// Cells that share one text hold as much together as if each had its own.
	shared := book(t, "", styled(), "<si><t>"+strings.Repeat("a", 3000)+"</t></si>", strings.Repeat(`<row><c t="s"><v>0</v></c></row>`, 10))
	_, err := tabular.Read("b", shared, tabular.Limits{Unzipped: 10_000})
	if want := (fault.Where{File: "b", Sheet: "Content", Line: 4}); !fault.Is(err, fault.TooLarge) || fault.From(err).Where != want {
		t.Errorf("a shared text: %v at %+v, want %+v", err, fault.From(err).Where, want)
	}
	// Within the limits to the last row, cell and column.
	data := book(t, "", styled(), "", rows+`<row r="11"><c r="IV11"><v>1</v></c></row>`)
	if _, err := tabular.Read("b", data, tabular.Limits{WorkbookRows: 11, WorkbookCells: 20 + 256, Entries: 7}); err != nil {
		t.Fatal(err)
	}
}

// A damaged part is a fault, never a shorter list.
func TestWorkbookDamagedPart(t *testing.T) {
	for name, rows := range map[string]string{
		"a bare ampersand":     `<row><c t="inlineStr"><is><t>R&D</t></is></c></row>`,
		"a named entity":       `<row><c t="inlineStr"><is><t>a&eacute;</t></is></c></row>`,
		"a control character":  "<row><c t=\"inlineStr\"><is><t>a\x0bb</t></is></c></row>",
		"a byte that is none":  "<row><c t=\"inlineStr\"><is><t>a\xe9b</t></is></c></row>",
		"a tag that stays":     `<row><c><v>1</v></row>`,
		"a tag crossed":        `<row><c><v>1</c></v></row>`,
		"a tag too many":       `</sheetData></worksheet><row/><x><y>`,
		"a tag cut off":        `<row><c r="A1`,
		"a comment cut off":    `<row/><!-- `,
		"a quote in a tag":     `<row r="1 ><c/></row>`,
		"a bracket in a tag":   `<row <c/></row>`,
		"a document type":      `<!DOCTYPE x>`,
		"a second root":        `</sheetData></worksheet><worksheet><sheetData>`,
		"an empty number sign": `<row><c><v>&#;</v></c></row>`,
	} {
		t.Run(name, func(t *testing.T) {
			data := book(t, "", styled(), "", `<row r="1"><c r="A1"><v>1</v></c></row>`+rows)
			if file, err := tabular.Read("b", data, tabular.Limits{}); !fault.Is(err, fault.Unreadable) {
				t.Fatalf("got %v, %v", file, err)
			}
		})
	}
}

func TestKindsOfArchives(t *testing.T) {
	for name, c := range map[string]struct {
		parts map[string]string
		code  fault.Code
		word  string
	}{
		"letter":     {map[string]string{"word/document.xml": "<a/>"}, fault.Unknown, "Word"},
		"slides":     {map[string]string{"ppt/presentation.xml": "<a/>"}, fault.Unknown, "presentation"},
		"binary":     {map[string]string{"xl/workbook.bin": "x"}, fault.Unreadable, ".xlsb"},
		"open sheet": {map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}, fault.Unreadable, "OpenDocument"},
		"photos":     {map[string]string{"photo.jpg": "x"}, fault.Unknown, "without a workbook"},
	} {
		t.Run(name, func(t *testing.T) {
			var b bytes.Buffer
			w := zip.NewWriter(&b)
			for part, content := range c.parts {
				f, err := w.CreateHeader(&zip.FileHeader{Name: part, Method: zip.Store})
				if err != nil {
					t.Fatal(err)
				}
				if _, err := f.Write([]byte(content)); err != nil {
					t.Fatal(err)
				}
			}
			if err := w.Close(); err != nil {
				t.Fatal(err)
			}
			_, err := tabular.Read("b", b.Bytes(), tabular.Limits{})
			if !fault.Is(err, c.code) || !strings.Contains(err.Error(), c.word) {
				t.Fatalf("got %v", err)
			}
		})
	}
}

// Nothing of a workbook is ever written to the folder for temporary files, not even for a moment.
func TestWorkbookMakesNoFile(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("TMPDIR", folder)
	t.Setenv("TMP", folder)
	before := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	if err := os.Chtimes(folder, before, before); err != nil {
		t.Fatal(err)
	}
	row := `<row><c t="inlineStr"><is><t>` + strings.Repeat("x", 4000) + `</t></is></c></row>`
	var rows strings.Builder
	for i := range 5000 {
		rows.WriteString(strings.Replace(row, "xxxx", fmt.Sprintf("%08x", i*2654435761), 1))
	}
	if _, err := tabular.Read("b", book(t, "", styled(), "", rows.String()), tabular.Limits{Ratio: 1000}); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(folder); err != nil || !info.ModTime().Equal(before) {
		t.Fatalf("a file was made there: %v, %v", info, err)
	}
}

// What a spreadsheet program writes, Read gives back, place by place.
func TestWorkbookRoundTrip(t *testing.T) {
	text := rapid.StringMatching(`[ -~čćđšžşğıİëç*Ѓљ\n]{0,12}`)
	rapid.Check(t, func(t *rapid.T) {
		f := excelize.NewFile()
		want := map[[2]int]string{}
		for range rapid.IntRange(0, 20).Draw(t, "cells") {
			line, column := rapid.IntRange(1, 30).Draw(t, "line"), rapid.IntRange(1, 30).Draw(t, "column")
			cell, err := excelize.CoordinatesToCellName(column, line)
			if err != nil {
				t.Fatal(err)
			}
			s := text.Draw(t, "text")
			if err := f.SetCellStr("Sheet1", cell, s); err != nil {
				t.Fatal(err)
			}
			want[[2]int{line, column}] = s
		}
		want[[2]int{31, 1}] = "end"
		if err := f.SetCellStr("Sheet1", "A31", "end"); err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := f.Write(&b); err != nil {
			t.Fatal(err)
		}
		file, err := tabular.Read("b", b.Bytes(), tabular.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		rows := map[int]tabular.Row{}
		for _, row := range file.Sheets[0].Rows {
			rows[row.Line] = row
		}
		for place, s := range want {
			if got := rows[place[0]].Cell(place[1] - 1); got != s && tabular.Clean(s) != "" {
				t.Fatalf("line %d, column %d: got %q, want %q", place[0], place[1], got, s)
			}
		}
	})
}

// The texts and lines of a platform's own workbook are those that the spreadsheet library reads.
func TestWorkbookEqualsLibrary(t *testing.T) {
	paths, err := filepath.Glob("../*/testdata/*/*.xlsx")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no workbooks: %v", err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		file, err := tabular.Read(path, data, tabular.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		book, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for _, sheet := range file.Sheets {
			rows, err := book.GetRows(sheet.Name)
			if err != nil {
				t.Fatal(err)
			}
			for _, row := range sheet.Rows {
				for i, want := range rows[row.Line-1] {
					// The library gives the plain number of a date.
					if _, number := strconv.ParseFloat(want, 64); number != nil && row.Cell(i) != want {
						t.Errorf("%s, %s, line %d, column %d: %q, want %q", path, sheet.Name, row.Line, i+1, row.Cell(i), want)
					}
				}
			}
		}
	}
}

func BenchmarkReadXLSX(b *testing.B) {
	f := excelize.NewFile()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	for i := range 20_000 {
		cells := make([]any, 13)
		for j := range cells {
			cells[j] = fmt.Sprintf("cell %d of %d", j, i)
		}
		if err := w.SetRow(fmt.Sprintf("A%d", i+1), cells); err != nil {
			b.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	if err := f.Write(&out); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := tabular.Read("b", out.Bytes(), tabular.Limits{}); err != nil {
			b.Fatal(err)
		}
	}
}
