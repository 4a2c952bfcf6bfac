package cli_test

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"encoding/csv"
	"fmt"
	"html"
	"io"
	"os"
	"strings"
	"unicode/utf16"

	"github.com/rogpeppe/go-internal/testscript"
)

// made are the kinds of files made from another one or from nothing. from is "" when none is named.
var made = map[string]func(from string) ([]byte, error){
	"empty":     func(string) ([]byte, error) { return nil, nil },
	"zeros":     func(string) ([]byte, error) { return make([]byte, 5000), nil },
	"half":      func(from string) ([]byte, error) { return []byte(from[:len(from)/2]), nil },
	"utf-16":    func(from string) ([]byte, error) { return wide(from), nil },
	"semicolon": semicolons,
	"bomb":      func(string) ([]byte, error) { return workbook(io.LimitReader(zeros{}, 1<<30), zip.Deflate) },
	"far-cells": func(string) ([]byte, error) { return workbook(farCells(5000), zip.Deflate) },

	"letter": letter,

	"hostile-registrations": hostileRegistrations,
	"hostile-attendance":    hostileAttendance,
}

// makeFile makes a file: make KIND FILE [FROM].
func makeFile(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 || len(args) > 3 || made[args[0]] == nil {
		ts.Fatalf("usage: make KIND FILE [FROM]")
	}
	from := ""
	if len(args) == 3 {
		from = ts.ReadFile(args[2])
	}
	data, err := made[args[0]](from)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), data, 0o600))
}

// wide writes UTF-16, low byte first, without a mark.
func wide(text string) []byte {
	var out []byte
	for _, unit := range utf16.Encode([]rune(strings.TrimPrefix(text, "\ufeff"))) {
		out = binary.LittleEndian.AppendUint16(out, unit)
	}
	return out
}

// semicolons writes a table as a spreadsheet program of the region saves it: semicolons between the cells, every cell in
// quotation marks where it needs them, no mark at the beginning.
func semicolons(from string) ([]byte, error) {
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(from, "\ufeff")))
	r.FieldsPerRecord = -1
	rows, err := r.ReadAll()
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	w.Comma, w.UseCRLF = ';', true
	err = w.WriteAll(rows)
	return out.Bytes(), err
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

// farCells is a sheet whose rows have one cell each, in the last column a sheet can have: small in the file, a thousand
// times larger in the memory of a program that fills in the empty cells.
func farCells(rows int) io.Reader {
	var b strings.Builder
	b.WriteString(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`)
	for i := 1; i <= rows; i++ {
		fmt.Fprintf(&b, `<row r="%d"><c r="XFD%d"><v>1</v></c></row>`, i, i)
	}
	b.WriteString(`</sheetData></worksheet>`)
	return strings.NewReader(b.String())
}

// letter is a text as a Word document: its lines are paragraphs, its tabs those of the program.
func letter(from string) ([]byte, error) {
	const ns = "http://schemas.openxmlformats.org/"
	var body, out bytes.Buffer
	for line := range strings.Lines(from) {
		text := strings.ReplaceAll(html.EscapeString(strings.TrimRight(line, "\n")), "\t", "</w:t><w:tab/><w:t xml:space=\"preserve\">")
		fmt.Fprintf(&body, `<w:p><w:r><w:t xml:space="preserve">%s</w:t></w:r></w:p>`, text)
	}
	w := zip.NewWriter(&out)
	for _, part := range [][2]string{
		{"_rels/.rels", `<Relationships xmlns="` + ns + `package/2006/relationships"><Relationship Id="rId1" Type="` + ns + `officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`},
		{"word/document.xml", `<w:document xmlns:w="` + ns + `wordprocessingml/2006/main"><w:body>` + body.String() + `</w:body></w:document>`},
	} {
		entry, err := w.Create(part[0])
		if err != nil {
			return nil, err
		}
		if _, err := io.WriteString(entry, part[1]); err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return out.Bytes(), err
}

// workbook packs a sheet, by a method of zip, with the parts without which a workbook is none.
func workbook(sheet io.Reader, method uint16) ([]byte, error) {
	const ns = "http://schemas.openxmlformats.org/"
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, part := range []struct {
		name    string
		content io.Reader
	}{
		{"[Content_Types].xml", strings.NewReader(`<Types xmlns="` + ns + `package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`)},
		{"_rels/.rels", strings.NewReader(`<Relationships xmlns="` + ns + `package/2006/relationships"><Relationship Id="rId1" Type="` + ns + `officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`)},
		{"xl/workbook.xml", strings.NewReader(`<workbook xmlns="` + ns + `spreadsheetml/2006/main" xmlns:r="` + ns + `officeDocument/2006/relationships"><sheets><sheet name="List" sheetId="1" r:id="rId1"/></sheets></workbook>`)},
		{"xl/_rels/workbook.xml.rels", strings.NewReader(`<Relationships xmlns="` + ns + `package/2006/relationships"><Relationship Id="rId1" Type="` + ns + `officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`)},
		{"xl/worksheets/sheet1.xml", sheet},
	} {
		entry, err := w.CreateHeader(&zip.FileHeader{Name: part.name, Method: method})
		if err != nil {
			return nil, err
		}
		if _, err := io.Copy(entry, part.content); err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return out.Bytes(), err
}

// hostile are names as forms and meetings let people write them; each is a person of its own.
var hostile = []struct{ first, last string }{
	{"🎉 Ana 👩‍⚖️", "Party"},
	{"Ar\x00ta", "Nul\x00l"},
	{"\u202eatraM", "Rtl\u2066ova"},
	{"<script>alert(1)</script>", "<b>Bold</b> &amp; Co"},
	{"=cmd|' /C calc'!A0", "@SUM(A1)"},
	{strings.Repeat("Aleksandrović", 12), strings.Repeat("Long ", 60)},
	{"عمر", "العربي"},
	{"\x1b[31mRed", "Escape\x07"},
	{"Zo\u0065\u0301 \u0335\u0336\u0337", "Çelik \"The; Quote\""},
}

func hostileRegistrations(string) ([]byte, error) {
	rows := [][]string{{"Serial number", "Submission ID", "Created", "Completed", "First name", "Last name", "E-mail", "Organisation", "Job title",
		"Country", "Sex", "Sector (please specify)", "How did you submit this registration?", "I agree to the rules of engagement"}}
	for i, h := range hostile {
		at := fmt.Sprintf("2020-05-11 10:00:%02d", i)
		rows = append(rows, []string{fmt.Sprint(i + 1), fmt.Sprint(900 + i), at, at, h.first, h.last, hostileAddress(i),
			"Court " + h.last, h.first, "Serbia", "Female", "Judge", "website", "Yes"})
	}
	return table(rows)
}

func hostileAttendance(string) ([]byte, error) {
	rows := [][]string{{"Name (original name)", "Email", "Join time", "Leave time", "Duration (minutes)", "Guest"}}
	for i, h := range hostile {
		rows = append(rows, []string{h.first + " " + h.last, hostileAddress(i), "05/28/2020 02:00:00 PM", "05/28/2020 04:00:00 PM", "120", "Yes"})
	}
	return table(rows)
}

func hostileAddress(i int) string { return fmt.Sprintf("person%d@court.example", i) }

func table(rows [][]string) ([]byte, error) {
	var out bytes.Buffer
	err := csv.NewWriter(&out).WriteAll(rows)
	return out.Bytes(), err
}
