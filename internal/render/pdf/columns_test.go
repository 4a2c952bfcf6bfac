package pdf

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rapporteur/internal/document"
)

// Columns fill the page whatever they hold, and none is too narrow for a letter.
func TestColumnsFillThePage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 14).Draw(t, "columns")
		table := document.Table{}
		for range n {
			table.Columns = append(table.Columns, document.Column{
				Title: rapid.StringN(0, 30, -1).Draw(t, "title"),
				Align: rapid.SampledFrom([]document.Align{document.Left, document.Right, document.Centre}).Draw(t, "align"),
			})
		}
		table.Rows = rapid.SliceOfN(rapid.SliceOfN(rapid.StringN(0, 60, -1), 0, n), 0, 5).Draw(t, "rows")
		_, widths := tableColumns(table)
		sum := 0.0
		for i, w := range widths {
			sum += w
			if w < 2*cellPad(6.5)+2 && contentWidth/float64(n) > 40 {
				t.Fatalf("column %d is %.1f wide", i, w)
			}
		}
		if len(widths) != n || sum < contentWidth-0.1 || sum > contentWidth+0.1 {
			t.Fatalf("%d columns fill %.1f of %.1f", n, sum, contentWidth)
		}
	})
}

func TestColumnWidths(t *testing.T) {
	figures := document.Table{Columns: []document.Column{{Title: "Country/area"}, {Title: "A", Align: document.Right}, {Title: "Longer", Align: document.Right}},
		Rows: [][]string{{"Bosnia and Herzegovina", "1", "22"}}}
	if _, w := tableColumns(figures); w[1] != w[2] || w[0] <= w[1] {
		t.Errorf("columns of figures are %v wide, want equal ones and the first wider", w)
	}
	// A name stands on one line beside long texts.
	texts := document.Table{Columns: []document.Column{{Title: "Name"}, {Title: "Position"}, {Title: "Organisation"}},
		Rows: [][]string{{"Conor DELAHUNTY", strings.Repeat("team leader ", 20), strings.Repeat("of an agency ", 12)}}}
	if size, w := tableColumns(texts); regular.width(texts.Rows[0][0], size)+2*cellPad(size) > w[0] {
		t.Errorf("a name is broken in a column %.1f wide beside %v", w[0], w[1:])
	}
	// A monstrous word is broken, the words of the other columns are not, and the text stays as large.
	names := document.Table{Columns: []document.Column{{Title: "Name"}, {Title: "Institution"}, {Title: "Sector"}, {Title: "Country/area"},
		{Title: "Minutes", Align: document.Right}, {Title: "Attended"}},
		Rows: [][]string{{strings.Repeat("X", 300), strings.Repeat("Y", 100), "Police and law enforcement", "Bosnia and Herzegovina", "120.0", "yes"}}}
	size, w := tableColumns(names)
	if size < 7.5 {
		t.Errorf("one long word sets the table in %v points", size)
	}
	for i, c := range names.Columns[2:] {
		words := c.Title + " " + names.Rows[0][i+2]
		if longest := max(longestWord(words, bold, size), longestWord(words, regular, size)); longest+2*cellPad(size) > w[i+2] {
			t.Errorf("a word of the column %s is broken at %.1f", c.Title, w[i+2])
		}
	}
	many := document.Table{}
	for range 11 {
		many.Columns = append(many.Columns, document.Column{Title: "Herzegovina"})
	}
	if size, _ := tableColumns(many); size >= tableSizes[0] {
		t.Errorf("a table of 11 columns is set in %v points", size)
	}
	long := document.Table{Columns: []document.Column{{Title: "File"}, {Title: "SHA-256"}},
		Rows: [][]string{{"zoom-participants-of-a-day.csv", strings.Repeat("0a1b2c3d", 8)}}}
	if size, w := tableColumns(long); regular.width(long.Rows[0][1], size)+2*cellPad(size) > w[1] {
		t.Errorf("a checksum is broken at %v points in %.1f", size, w[1])
	}
}
