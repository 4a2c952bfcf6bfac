package xlsx

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"rapporteur/internal/document"
	"rapporteur/internal/fault"
)

func number(v float64) *float64 { return &v }

// sample is a book of two sheets with everything a table can have.
func sample() Book {
	table := document.Table{
		Caption: "Table 1. Participants by country/area", Total: true, RowHeader: true,
		Columns: []document.Column{{Title: "Country/area"}, {Title: "Attended", Align: document.Right}, {Title: "Share", Align: document.Right}},
		Rows:    [][]string{{"Kosovo*", "12", "40.0 %"}, {"Serbia", "18", "60.0 %"}, {"All", "30", "100.0 %"}},
		Numbers: [][]*float64{{nil, number(12), number(40)}, {nil, number(18), number(0.6)}, {nil, number(30), number(100)}},
		Notes:   []string{"Participants were present for half of the webinar or longer."},
	}
	plain := document.Table{Columns: []document.Column{{Title: "Name"}}, Rows: [][]string{{"Ana Primjer"}}}
	notes := []document.Footnote{{Trigger: `Kosovo\*`, Mark: "*", Text: "* Prescribed text."}}
	return Book{Title: "Annex", Author: "Project office", Date: "2020-06-05T09:30:00Z", Sheets: []Sheet{
		{Name: "Breakdown", Tables: []document.Table{table}, Footnotes: notes},
		{Name: "People: all/any?", Tables: []document.Table{plain, plain}, Footnotes: notes},
		{Name: "breakdown", Tables: []document.Table{plain}},
	}}
}

func write(t testing.TB, b Book) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, b); err != nil {
		t.Fatal(err, errors.Unwrap(err))
	}
	return out.Bytes()
}

func open(t testing.TB, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	})
	return f
}

func TestCells(t *testing.T) {
	f := open(t, write(t, sample()))
	rows, err := f.GetRows("Breakdown")
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{
		{"Table 1. Participants by country/area"},
		{"Country/area", "Attended", "Share"},
		{"Kosovo*", "12", "40.0 %"}, {"Serbia", "18", "60.0%"}, {"All", "30", "100.0 %"},
		{"Participants were present for half of the webinar or longer."},
		{"* Prescribed text."},
	}
	if len(rows) != len(want) {
		t.Fatalf("%d rows, want %d: %q", len(rows), len(want), rows)
	}
	for i := range want {
		if strings.Join(rows[i], "|") != strings.Join(want[i], "|") {
			t.Errorf("row %d is %q, want %q", i+1, rows[i], want[i])
		}
	}
	for cell, want := range map[string]excelize.CellType{
		"A3": excelize.CellTypeInlineString, "B3": excelize.CellTypeUnset, "C4": excelize.CellTypeUnset, "B2": excelize.CellTypeInlineString,
	} {
		if got, err := f.GetCellType("Breakdown", cell); err != nil || got != want {
			t.Errorf("%s has type %v, want %v (%v)", cell, got, want, err)
		}
	}
	if raw, err := f.GetCellValue("Breakdown", "C4", excelize.Options{RawCellValue: true}); err != nil || raw != "0.6" {
		t.Errorf("C4 holds %q, want the number 0.6 (%v)", raw, err)
	}
}

// Columns stand in ascending order in the file, as the format's readers expect.
func TestColumnsAscend(t *testing.T) {
	xml := parts(t, write(t, sample()))
	last, columns := 0, 0
	for _, m := range regexp.MustCompile(`<cols>|<col min="(\d+)"`).FindAllStringSubmatch(xml, -1) {
		if m[1] == "" {
			last = 0
			continue
		}
		columns++
		n, err := strconv.Atoi(m[1])
		if err != nil || n != last+1 {
			t.Errorf("column %s follows column %d", m[1], last)
		}
		last = n
	}
	if columns < 3 {
		t.Errorf("%d columns are too few to prove anything", columns)
	}
}

func TestFreezesHeaderOfOnlyTable(t *testing.T) {
	f := open(t, write(t, sample()))
	for sheet, want := range map[string]int{"Breakdown": 2, "People all any": 0, "breakdown (2)": 1} {
		p, err := f.GetPanes(sheet)
		if err != nil {
			t.Fatal(err)
		}
		if p.YSplit != want {
			t.Errorf("sheet %q is frozen under row %d, want %d", sheet, p.YSplit, want)
		}
	}
}

func TestFootnoteOnlyWhereCalled(t *testing.T) {
	f := open(t, write(t, sample()))
	rows, err := f.GetRows("People all any")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		if strings.Contains(strings.Join(row, " "), "Prescribed") {
			t.Errorf("a table without the trigger has the footnote: %q", rows)
		}
	}
}

func TestSheetNames(t *testing.T) {
	taken := map[string]bool{}
	for i, c := range []struct{ in, want string }{
		{"Breakdown", "Breakdown"}, {"BREAKDOWN", "BREAKDOWN (2)"}, {"", "Sheet 3"}, {"a[b]:c*?/\\d", "a b c d"},
		{"'quoted'", "quoted"}, {"History", "Sheet 6"}, {strings.Repeat("x", 40), strings.Repeat("x", 30) + "…"},
		{strings.Repeat("x", 41), strings.Repeat("x", 26) + "… (2)"}, {"a\x00b\u202Ec", "abc"},
	} {
		if got := sheetName(c.in, i+1, taken); got != c.want {
			t.Errorf("sheetName(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestEqualBooksAreEqualFiles(t *testing.T) {
	first := write(t, sample())
	for range 5 {
		if !bytes.Equal(first, write(t, sample())) {
			t.Fatal("two writes of one book differ")
		}
	}
}

func TestRefusals(t *testing.T) {
	noDate, noSheet := sample(), sample()
	noDate.Date, noSheet.Sheets = "5 June", nil
	for name, b := range map[string]Book{"date": noDate, "sheets": noSheet} {
		var out bytes.Buffer
		if err := Write(&out, b); !fault.Is(err, fault.Invalid) || out.Len() > 0 {
			t.Errorf("%s: error %v and %d bytes, want an invalid fault and none", name, err, out.Len())
		}
	}
}

// parts gives the XML of all parts together.
func parts(t interface{ Fatal(...any) }, data []byte) string {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, f := range r.File {
		part, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(part)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(text)
	}
	return all.String()
}

// Whatever stands in a cell comes back as the text it was, cleaned, and never as a formula.
func TestTextStaysText(t *testing.T) {
	start := rapid.SampledFrom([]string{"=", "+", "-", "@", "\t=", "＝", "_x0041_", "<f>", "'", "\x00", "=HYPERLINK(\"http://a\")", ""})
	rapid.Check(t, func(t *rapid.T) {
		text := start.Draw(t, "start") + rapid.String().Draw(t, "rest")
		b := Book{Date: "2020-06-05T09:30:00Z", Title: text, Author: text, Sheets: []Sheet{{Name: text, Tables: []document.Table{{
			Caption: text, Columns: []document.Column{{Title: text}}, Rows: [][]string{{text}}, Notes: []string{text},
		}}, Footnotes: []document.Footnote{{Trigger: "x", Mark: text, Text: text}}}}}
		var out bytes.Buffer
		if err := Write(&out, b); err != nil {
			t.Fatal(err, errors.Unwrap(err))
		}
		if xml := parts(t, out.Bytes()); strings.Contains(xml, "<f>") || strings.Contains(xml, "<f ") {
			t.Fatalf("a formula was written for %q", text)
		}
		f, err := excelize.OpenReader(&out)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		got, err := f.GetCellValue(f.GetSheetName(0), "A3")
		if strings.TrimSpace(clean(text)) == "" {
			return
		}
		if want := clean(text); err != nil || got != want {
			t.Fatalf("wrote %q, read %q (%v)", want, got, err)
		}
	})
}

func TestNumberFormats(t *testing.T) {
	for _, c := range []struct {
		text   string
		number float64
		want   string
	}{
		{"12", 12, "0"}, {"12.50", 12.5, "0.00"}, {"51 %", 51, `0" %"`}, {"51\u00a0%", 0.51, `0%`}, {"50.7 %", 50.7, `0.0" %"`},
		{"−3", -3, "0"}, {"–", 0, "General"}, {"1 of 2", 1, "General"}, {"", 7, "General"},
	} {
		if got := numberFormat(c.text, c.number); got != c.want {
			t.Errorf("numberFormat(%q, %v) = %q, want %q", c.text, c.number, got, c.want)
		}
	}
}
