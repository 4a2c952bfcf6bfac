package engagement

import (
	"slices"
	"strings"

	"rapporteur/internal/participant"
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

// HeaderLine finds the line whose cells are the questions of a table of answers, which nobody can list; 0 where there seems to
// be none. It is the first one that holds nearly as many texts as any: above it stand a title or facts about the export,
// below it answers.
func HeaderLine(rows []tabular.Row) int {
	top := rows[:min(len(rows), headerDepth)]
	most, texts := 0, make([]int, len(top))
	for i, row := range top {
		for _, cell := range row.Cells {
			if cell = tabular.Clean(cell); cell != "" && !isFigure(cell) && !isMoment(cell) && participant.NormaliseEmail(cell) == "" {
				texts[i]++
			}
		}
		most = max(most, texts[i])
	}
	for i, row := range top {
		if i+1 < len(rows) && texts[i] > 1 && 4*texts[i] >= 3*most {
			return row.Line
		}
	}
	return 0
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

// numbered tells whether a column numbers the rows: each with a higher number than the one before, or, where there are enough
// rows to tell it from marks, with a lower one.
func (o table) numbered(column int) bool {
	const enough = 6
	rows := o.rows[:min(looked, len(o.rows))]
	up, down, before := true, len(rows) >= enough, 0
	for i, row := range rows {
		cell := tabular.Clean(row.Cell(column))
		n, number := numberOf(cell)
		if !isNumber(cell) || !number {
			return false
		}
		up, down = up && (i == 0 || n > before), down && (i == 0 || n < before)
		before = n
	}
	return len(rows) > 1 && (up || down) && !strings.Contains(o.header.Cell(column), "?")
}
