package intake

import (
	"maps"
	"slices"
	"strings"

	"rapporteur/internal/tabular"
)

// Look is a table as an officer maps it: the mapping so far, what it lacks, and what there is to choose from.
type Look struct {
	Kind    string          `json:"kind" enum:"attendance,registrations,poll,questions,survey"`
	Mapping tabular.Mapping `json:"mapping"`
	Fields  []string        `json:"fields"`  // that the kind may have, in their order
	Several []string        `json:"several"` // of them those that several columns may have
	Lacks   []string        `json:"lacks"`   // sentences; empty when the table can be read
	Sheets  []string        `json:"sheets"`
	Lines   []Line          `json:"lines"` // the first rows of the sheet: one of them may be the header
	Columns []Column        `json:"columns"`
}

// Line is a row at the top of a sheet, its cells joined.
type Line struct {
	Line int    `json:"line"`
	Text string `json:"text"`
}

// Column is a column of the table: its letter, its title ("" without), up to three different values, and the field that it
// is chosen for ("" for none).
type Column struct {
	Letter  string   `json:"letter"`
	Title   string   `json:"title"`
	Samples []string `json:"samples"`
	Field   string   `json:"field"`
}

// LookAt shows a table under a mapping.
func LookAt(f tabular.File, kind string, m tabular.Mapping) Look {
	l := Look{Kind: kind, Mapping: m, Fields: Fields(kind), Several: Several(kind), Lacks: Lacks(f, kind, m), Sheets: []string{}, Lines: []Line{}, Columns: []Column{}}
	if l.Mapping.Columns == nil {
		l.Mapping.Columns = map[string]int{}
	}
	for _, sheet := range f.Sheets {
		l.Sheets = append(l.Sheets, sheet.Name)
		if sheet.Name == m.Sheet {
			for _, row := range sheet.Rows[:min(len(sheet.Rows), headerDepth)] {
				l.Lines = append(l.Lines, Line{row.Line, shorten(strings.Join(cells(row), " · "), 120)})
			}
		}
	}
	header, rows, err := m.Cut(f)
	if err != nil {
		return l
	}
	for i := range width(header, rows) {
		c := Column{Letter: tabular.ColumnLetters(i), Title: shorten(tabular.Clean(header.Cell(i)), 120), Samples: samples(rows, i)}
		for _, name := range slices.Sorted(maps.Keys(m.Columns)) {
			if field := fieldOf(kind, name); m.Columns[name] == i && slices.Contains(l.Fields, field) {
				c.Field = field
			}
		}
		l.Columns = append(l.Columns, c)
	}
	return l
}

// samples are the first three different values of a column.
func samples(rows []tabular.Row, column int) []string {
	out := []string{}
	seen := map[string]bool{}
	for _, row := range rows {
		cell := shorten(tabular.Clean(row.Cell(column)), 60)
		if cell == "" || seen[cell] {
			continue
		}
		seen[cell] = true
		if out = append(out, cell); len(out) == 3 {
			break
		}
	}
	return out
}

func cells(row tabular.Row) []string {
	var out []string
	for _, cell := range row.Cells {
		if cell = tabular.Clean(cell); cell != "" {
			out = append(out, cell)
		}
	}
	return out
}

// shorten cuts a long text and says so with a sign.
func shorten(text string, longest int) string {
	if runes := []rune(text); len(runes) > longest {
		return string(runes[:longest-1]) + "…"
	}
	return text
}
