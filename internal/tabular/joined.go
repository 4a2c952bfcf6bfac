package tabular

import (
	"cmp"
	"slices"
	"strings"
)

// Joined gives the file with each sheet that continues another one put beside it, row by row: a writer that may use no more
// columns goes on in a sheet of the same name with a number behind ("Content", "Content1", "Content2"). A row that stands
// in one of them alone stands in both; what both have in the same cells of a row, such as a title, stands once.
func (f File) Joined() File {
	var sheets []Sheet
	for _, s := range f.Sheets {
		if n := len(sheets); n > 0 && continues(s.Name, sheets[n-1].Name) {
			sheets[n-1].Rows = beside(sheets[n-1].Rows, s.Rows)
			continue
		}
		sheets = append(sheets, s)
	}
	f.Sheets = sheets
	return f
}

// continues tells whether a sheet's name is that of another one with a number behind.
func continues(name, of string) bool {
	number, same := strings.CutPrefix(name, of)
	number = strings.TrimPrefix(number, " ")
	return same && of != "" && isNumeral(number)
}

// beside puts the cells of a continued sheet behind the columns of the first.
func beside(rows, more []Row) []Row {
	width, lines := 0, map[int]int{}
	out := make([]Row, 0, len(rows))
	for i, row := range rows {
		width = max(width, len(row.Cells))
		lines[row.Line] = i
		out = append(out, row)
	}
	for _, row := range more {
		i, there := lines[row.Line]
		switch {
		case !there:
			out = append(out, Row{Line: row.Line, Cells: append(make([]string, width), row.Cells...)})
		case !slices.Equal(rows[i].Cells, row.Cells):
			cells := make([]string, width, width+len(row.Cells))
			copy(cells, rows[i].Cells)
			out[i].Cells = append(cells, row.Cells...)
		}
	}
	slices.SortStableFunc(out, func(a, b Row) int { return cmp.Compare(a.Line, b.Line) })
	return out
}
