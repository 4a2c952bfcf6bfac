package tabular

// Unindented gives the file without the empty columns that stand before the first one with content, sheet by sheet: a
// margin that somebody left, or a column whose content was deleted. Formats count columns from where a table begins;
// who is shown letters of columns counts from the sheet's own first.
func (f File) Unindented() File {
	var sheets []Sheet
	for i, s := range f.Sheets {
		n := indent(s.Rows)
		if n == 0 {
			continue
		}
		if sheets == nil {
			sheets = append(sheets, f.Sheets...)
		}
		rows := make([]Row, len(s.Rows))
		for j, row := range s.Rows {
			rows[j] = Row{Line: row.Line, Cells: row.Cells[min(n, len(row.Cells)):]}
		}
		sheets[i].Rows = rows
	}
	if sheets != nil {
		f.Sheets = sheets
	}
	return f
}

// indent is the number of columns before the first with content.
func indent(rows []Row) int {
	least := -1
	for _, row := range rows {
		for i, cell := range row.Cells {
			if least >= 0 && i >= least {
				break
			}
			if HasInk(cell) {
				least = i
			}
		}
		if least == 0 {
			return 0
		}
	}
	return max(least, 0)
}
