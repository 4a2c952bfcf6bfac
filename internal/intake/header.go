package intake

import (
	"slices"

	"rapporteur/internal/attendance"
	"rapporteur/internal/engagement"
	"rapporteur/internal/registration"
	"rapporteur/internal/tabular"
)

// headerDepth is how many rows may stand above the header of a table.
const headerDepth = 20

// headerFor finds the line of the header of a table of a kind, 0 where it seems to have none.
func headerFor(kind string, rows []tabular.Row) int {
	if ofAnswers(kind) {
		return engagement.HeaderLine(rows)
	}
	if line := headerOf(rows); line > 0 {
		return line
	}
	return listTitle(rows)
}

// headerOf finds the line of a table's header, 0 where it seems to have none: the row that holds most titles, else the
// first one above the first value. A group's titles stand above those of the columns, which hold more.
func headerOf(rows []tabular.Row) int {
	best, most := 0, 0
	for _, row := range rows[:min(len(rows), headerDepth)] {
		titles, values := 0, 0
		for _, cell := range row.Cells {
			cell = tabular.Clean(cell)
			switch {
			case cell == "":
			case attendance.IsValue(cell):
				values++
			case attendance.Titled(cell):
				titles += 2
			default:
				titles += registration.Titled(cell)
			}
		}
		if values == 0 && titles > most && filled(row) > 1 {
			best, most = row.Line, titles
		}
	}
	if most >= 2 {
		return best
	}
	for i, row := range rows[:min(len(rows), headerDepth)] {
		if filled(row) < 2 {
			continue
		}
		tells := func(cell string) bool {
			return attendance.IsValue(tabular.Clean(cell)) || attendance.Answers(tabular.Clean(cell))
		}
		if !slices.ContainsFunc(row.Cells, tells) && i+1 < len(rows) && slices.ContainsFunc(rows[i+1].Cells, tells) {
			return row.Line
		}
		break
	}
	return 0
}

func filled(row tabular.Row) int {
	n := 0
	for _, cell := range row.Cells {
		if tabular.HasInk(cell) {
			n++
		}
	}
	return n
}
