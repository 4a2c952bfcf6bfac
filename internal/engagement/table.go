package engagement

import (
	"slices"

	"rapporteur/internal/tabular"
)

// headerDepth is how many rows may stand above the header of a survey.
const headerDepth = 12

// looked is how many rows are looked at to tell what a column holds.
const looked = 100

// table is a header with the rows below it, and the columns by which form systems are known. id is -1 where the rows have no
// number; times are in order.
type table struct {
	header tabular.Row
	rows   []tabular.Row
	id     int
	times  []int
}

// tableOf reads a table under a header; ok is false when no row stands below, or when the header holds a time: such a row
// is an answer.
func tableOf(header tabular.Row, rows []tabular.Row) (o table, ok bool) {
	o = table{header: header, rows: rows, id: -1}
	if len(rows) == 0 || len(header.Cells) < 2 || slices.ContainsFunc(header.Cells, isMoment) {
		return o, false
	}
	for i, cell := range header.Cells {
		title := tabular.HeaderKey(cell)
		switch {
		case title == "":
		case o.id < 0 && (isOneOf(title, idTitles) || i == 0 && o.numbered(i)):
			o.id = i
		case o.all(i, isMoment):
			o.times = append(o.times, i)
		}
	}
	return o, true
}

// all tells whether a column has answers and nine of ten fit.
func (o table) all(column int, fits func(string) bool) bool {
	n, fitting := 0, 0
	for _, row := range o.rows[:min(looked, len(o.rows))] {
		if cell := tabular.Clean(row.Cell(column)); cell != "" {
			n++
			if fits(cell) {
				fitting++
			} else if n == 1 {
				return false // most columns are told by their first answer
			}
		}
	}
	return n > 0 && 10*fitting >= 9*n
}

// numbered tells whether a column numbers the rows: every cell another number.
func (o table) numbered(column int) bool {
	seen := map[string]bool{}
	for _, row := range o.rows[:min(looked, len(o.rows))] {
		cell := tabular.Clean(row.Cell(column))
		if !isNumber(cell) || seen[cell] {
			return false
		}
		seen[cell] = true
	}
	return len(seen) > 1
}
