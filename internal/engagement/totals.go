package engagement

import (
	"slices"
	"sync"

	"rapporteur/internal/participant"
	"rapporteur/internal/tabular"
)

// totalWords begin the rows that a person adds beneath a table, folded, in the languages of the region.
var totalWords = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	for _, word := range []string{"total", "totals", "sum", "average", "mean", "avg", "count", "ukupno", "zbir", "zbroj", "prosjek", "prosek", "вкупно", "просек", "укупно", "збир",
		"gjithsej", "shuma", "mesatarja", "toplam", "ortalama", "suma", "media", "medie", "moyenne", "somme", "summe", "gesamt", "insgesamt", "durchschnitt", "mittelwert"} {
		set[participant.FoldKey(word)] = true
	}
	return set
})

// withoutTotals gives the rows without those that add up the others: a word for it stands in front, in a column that is no
// question, and numbers behind it. What is left out is noted.
func (r *Reading) withoutTotals(rows []tabular.Row, questions []int) []tabular.Row {
	return slices.DeleteFunc(slices.Clone(rows), func(row tabular.Row) bool {
		front := slices.IndexFunc(row.Cells, tabular.HasInk)
		if front < 0 || slices.Contains(questions, front) || !totalWords()[participant.FoldKey(row.Cell(front))] {
			return false
		}
		for _, cell := range row.Cells[front+1:] {
			if cell = tabular.Clean(cell); cell != "" && !isFigure(cell) {
				return false
			}
		}
		r.leaveOut(row.Line, "This row adds up the others; it is no answer.")
		return true
	})
}

// isFigure tells a number, a share or a mean.
func isFigure(cell string) bool {
	for _, sign := range cell {
		if (sign < '0' || sign > '9') && sign != '.' && sign != ',' && sign != '%' && sign != ' ' {
			return false
		}
	}
	return true
}
