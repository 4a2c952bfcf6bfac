package pdf

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rapporteur/internal/document"
)

func TestWrap(t *testing.T) {
	width := regular.width("parallel financial wi", 10)
	for _, c := range []struct {
		text string
		want []string
	}{
		{"", []string{""}},
		{"parallel financial", []string{"parallel financial"}},
		{"parallel financial investigations", []string{"parallel financial ", "investigations"}},
		{"a\nb", []string{"a", "b"}},
		{"a\n", []string{"a", ""}},
		{"parallel public-private sector", []string{"parallel public-", "private sector"}},
		{"parallel 14:00–16:00 today", []string{"parallel ", "14:00–16:00 today"}},
		{"parallel law\u00a0enforcement", []string{"parallel ", "law\u00a0enforcement"}},
	} {
		var got []string
		for _, l := range wrap(c.text, regular, 10, width) {
			got = append(got, l.text)
		}
		if strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("wrap(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}

// No letter and no blank is lost or doubled, and no line is too wide, whatever the text and the width.
func TestWrapKeepsEverything(t *testing.T) {
	letters := rapid.SampledFrom([]rune("abcWЖ,-–/ \n123.*"))
	rapid.Check(t, func(t *rapid.T) {
		text := string(rapid.SliceOfN(letters, 0, 200).Draw(t, "text"))
		width := rapid.Float64Range(3, 150).Draw(t, "width")
		lines := wrap(text, regular, 10, width)
		var all strings.Builder
		for _, l := range lines {
			all.WriteString(l.text)
			if text[l.start:l.end] != l.text {
				t.Fatalf("line %q stands at %q", l.text, text[l.start:l.end])
			}
			if l.width > width+0.02 && len([]rune(strings.TrimRight(l.text, " "))) > 1 {
				t.Fatalf("%q is %.1f wide, the line %.1f", l.text, l.width, width)
			}
		}
		if want := strings.ReplaceAll(text, "\n", ""); all.String() != want {
			t.Fatalf("lines hold %q, the text %q", all.String(), want)
		}
	})
}

func TestWrapUpTo(t *testing.T) {
	lines := wrapUpTo(2, strings.Repeat("webinar ", 50), bodyText, 100)
	if len(lines) != 2 || !strings.HasSuffix(lines[1].text, "…") || lines[1].width > 100 {
		t.Errorf("lines %v", lines)
	}
	if got := wrapUpTo(2, "short", bodyText, 100); len(got) != 1 || got[0].text != "short" {
		t.Errorf("a short text became %v", got)
	}
}

// Columns fill the page whatever they hold, and none is too narrow for a letter.
func TestColumnsFillThePage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 14).Draw(t, "columns")
		table := document.Table{}
		for range n {
			table.Columns = append(table.Columns, document.Column{
				Title:  rapid.StringN(0, 30, -1).Draw(t, "title"),
				Align:  rapid.SampledFrom([]document.Align{document.Left, document.Right, document.Centre}).Draw(t, "align"),
				Weight: rapid.SampledFrom([]float64{0, 0, 1, 3}).Draw(t, "weight"),
			})
		}
		table.Rows = rapid.SliceOfN(rapid.SliceOfN(rapid.StringN(0, 60, -1), 0, n), 0, 5).Draw(t, "rows")
		_, widths := tableColumns(table)
		sum := 0.0
		for i, w := range widths {
			sum += w
			if w < 2*cellPad+2 && contentWidth/float64(n) > 40 {
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
	weighted := document.Table{Columns: []document.Column{{Title: "a", Weight: 1}, {Title: "b", Weight: 3}}}
	if _, w := tableColumns(weighted); w[1] < 2.99*w[0] || w[1] > 3.01*w[0] {
		t.Errorf("columns of weights 1 and 3 are %v wide", w)
	}
	many := document.Table{}
	for range 11 {
		many.Columns = append(many.Columns, document.Column{Title: "Herzegovina"})
	}
	if size, _ := tableColumns(many); size >= tableSizes[0] {
		t.Errorf("a table of 11 columns is set in %v points", size)
	}
}
