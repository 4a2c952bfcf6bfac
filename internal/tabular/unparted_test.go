package tabular_test

import (
	"slices"
	"strings"
	"testing"

	"rapporteur/internal/tabular"
)

// unpartedLines are lines of a report as the platform writes them, with what they hold.
var (
	unpartedLines = []string{"Attendee Report", "Attended,Name,Join Time,\"Sector, or\nother\"", `Yes,"Perin, Ana","May 28, 2020 14:00:00",Judge`, `Yes,Bor Kolar,"May 28, 2020 14:01:00","He said ""no"", twice"`, "No,Cyr Kolar,--,"}
	unpartedCells = [][]string{{"Attendee Report"}, {"Attended", "Name", "Join Time", "Sector, or\nother"}, {"Yes", "Perin, Ana", "May 28, 2020 14:00:00", "Judge"}, {"Yes", "Bor Kolar", "May 28, 2020 14:01:00", `He said "no", twice`}, {"No", "Cyr Kolar", "--"}}
)

func readAll(t *testing.T, name string, data []byte) *tabular.File {
	t.Helper()
	f, err := tabular.Read(name, data, tabular.DefaultLimits())
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return f
}

func cellsOf(f *tabular.File) [][]string {
	var out [][]string
	for _, row := range f.Sheets[0].Rows {
		out = append(out, row.Cells)
	}
	return out
}

// Lines that a spreadsheet program left in one cell each are parted, however it saved them; the file says so.
func TestLinesInOneCell(t *testing.T) {
	quoted := func(line string) string { return `"` + strings.ReplaceAll(line, `"`, `""`) + `"` }
	var all, some, xml strings.Builder
	row := 0
	for _, line := range unpartedLines {
		for _, piece := range strings.Split(line, "\n") { // the program began a row at each line end
			all.WriteString(quoted(piece) + "\r\n")
			if strings.Contains(piece, `"`) {
				piece = quoted(piece)
			}
			some.WriteString(piece + "\r\n")
		}
		for _, piece := range strings.Split(line, "\n") {
			row++
			xml.WriteString(`<row><c t="inlineStr"><is><t>` + strings.NewReplacer("&", "&amp;", "<", "&lt;").Replace(piece) + `</t></is></c></row>`)
		}
	}
	for name, data := range map[string][]byte{
		"all quoted": []byte(all.String()), "some quoted": []byte(some.String()), "workbook": book(t, "", "", "", xml.String()),
	} {
		f := readAll(t, name, data)
		if got := cellsOf(f); !slices.EqualFunc(got, unpartedCells, slices.Equal) {
			t.Errorf("%s: %q", name, got)
		}
		if last := f.Sheets[0].Rows[4]; last.Line != 6 {
			t.Errorf("%s: the last row stands on line %d", name, last.Line)
		}
		if f.Delimiter != "," || !slices.ContainsFunc(f.Problems, func(p tabular.Problem) bool { return strings.Contains(p.Message, "one cell each") }) {
			t.Errorf("%s: delimiter %q, %v", name, f.Delimiter, f.Problems)
		}
	}
}

// A column of people's own words is none that was not parted, and a quote that nothing closes takes no other line along.
func TestOneColumnStays(t *testing.T) {
	words := "Question\n\"Is it, in such a case, possible?\"\n\"Which body, which court, which law?\"\n\"First, second, third\"\n\"a,b\"\n"
	if f := readAll(t, "words.csv", []byte(words)); len(f.Sheets[0].Rows[1].Cells) != 1 || len(f.Problems) > 0 {
		t.Errorf("%q %v", cellsOf(f), f.Problems)
	}
	open := "\"a,b,c,d\"\n\"e,f,\"\"g,h\"\n\"i,j,k,l\"\n\"m,n,o,p\"\n"
	f := readAll(t, "open.csv", []byte(open))
	if got := cellsOf(f); len(got) != 4 || !slices.Equal(got[1], []string{"e", "f", "g", "h"}) || !slices.Equal(got[3], []string{"m", "n", "o", "p"}) {
		t.Errorf("%q", got)
	}
	if !slices.ContainsFunc(f.Problems, func(p tabular.Problem) bool { return p.Line == 2 && strings.Contains(p.Message, "not closed") }) {
		t.Errorf("%v", f.Problems)
	}
}

// What the officer says of the delimiter goes before what the lines seem to be parted by.
func TestSaidDelimiterStays(t *testing.T) {
	for said, cells := range map[string]int{"": 3, ";": 1, ",": 3} {
		f, err := tabular.ReadSaid("said.csv", []byte("\"a,b,c\"\n\"d,e,f\"\n\"g,h,i\"\n"), tabular.DefaultLimits(), tabular.Said{Delimiter: said}, nil)
		if err != nil || len(f.Sheets[0].Rows[0].Cells) != cells {
			t.Errorf("%q: %q, %v", said, cellsOf(f), err)
		}
	}
}

// Columns of nothing before a table are no part of it; those of one sheet say nothing about another.
func TestUnindented(t *testing.T) {
	f := *readAll(t, "list.csv", []byte(",,Name,Minutes\n,,,\n,,Ana Perin,95\n,, ,72\n"))
	f.Sheets = append(f.Sheets, readAll(t, "more.csv", []byte("a,b\n,c\n")).Sheets...)
	got := f.Unindented()
	if rows := got.Sheets[0].Rows; !slices.Equal(rows[0].Cells, []string{"Name", "Minutes"}) || !slices.Equal(rows[2].Cells, []string{" ", "72"}) || rows[1].Line != 3 {
		t.Errorf("%v", rows)
	}
	if rows := got.Sheets[1].Rows; !slices.Equal(rows[1].Cells, []string{"", "c"}) {
		t.Errorf("%v", rows)
	}
	if !slices.Equal(f.Sheets[0].Rows[0].Cells, []string{"", "", "Name", "Minutes"}) {
		t.Error("the file itself has changed")
	}
}
