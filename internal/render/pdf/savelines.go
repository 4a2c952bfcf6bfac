package pdf

import (
	"math"

	"rapporteur/internal/document"
)

const (
	sampleRows = 150 // of a long table, evenly taken
	maxMoves   = 40
)

// widthSteps are the widths that are tried to be moved from one column to another, in points.
var widthSteps = [...]float64{64, 32, 16, 8, 4}

// saveLines moves width between columns as long as the table takes fewer lines by it: a column that breaks few cells
// gives to one that breaks many. No column falls under its longest word.
func saveLines(t document.Table, size float64, needs []columnNeed, widths []float64) {
	cells := cellWidths(t, size, needs)
	best := linesOf(cells, widths)
	for range maxMoves {
		from, to, step, least := -1, -1, 0.0, best
		for a := range widths {
			for b := range widths {
				for _, s := range widthSteps {
					if a == b || widths[a]-s < needs[a].least {
						continue
					}
					widths[a], widths[b] = widths[a]-s, widths[b]+s
					if n := linesOf(cells, widths); n < least {
						from, to, step, least = a, b, s, n
					}
					widths[a], widths[b] = widths[a]+s, widths[b]-s
				}
			}
		}
		if from < 0 {
			return
		}
		widths[from], widths[to], best = widths[from]-step, widths[to]+step, least
	}
}

// cellWidths measures the cells on one line, padding included, of a sample of the rows.
func cellWidths(t document.Table, size float64, needs []columnNeed) [][]float64 {
	var rows [][]float64
	every := max(1, len(t.Rows)/sampleRows)
	for r := 0; r < len(t.Rows); r += every {
		row := make([]float64, len(needs))
		for i := range min(len(t.Rows[r]), len(needs)) {
			row[i] = regular.width(t.Rows[r][i], size) + cellInset(t.Columns, i, size) + cellPad(size) + 0.5
		}
		rows = append(rows, row)
	}
	return rows
}

// linesOf is about how many lines rows take: a text that is broken fills its lines by nine tenths.
func linesOf(rows [][]float64, widths []float64) int {
	total := 0
	for _, row := range rows {
		most := 1
		for i, w := range row {
			if w > widths[i] {
				most = max(most, int(math.Ceil(w/(0.9*widths[i]))))
			}
		}
		total += most
	}
	return total
}
