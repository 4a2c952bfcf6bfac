package tabular

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"rapporteur/internal/fault"
)

// What both kinds of workbook do with a cell once they know its text or its number.

// put puts the text of a cell in its column (from 1) of a row, no longer than allowed. The counter has refused columns
// beyond the limit. All cells together may hold no more than all parts of a workbook: cells can share one text.
func (c *cellCounter) put(cells []string, line, column int, text string, problems *problemList) ([]string, error) {
	for len(cells) < column {
		cells = append(cells, "")
	}
	if kept, cut := tooLong(text, c.limits.CellChars); cut {
		problems.add(Problem{Line: line, Column: strconv.Itoa(column), Message: "The text of this cell is longer than " +
			strconv.Itoa(c.limits.CellChars) + " characters; the rest was left out."})
		text = strings.Clone(kept)
	}
	if c.bytes += len(text); c.bytes > c.limits.Unzipped {
		return cells, fault.New(fault.TooLarge, "The cells of the workbook hold far more text than a webinar can have.",
			"Open it in a spreadsheet program, copy the table to a new workbook and save that.").At(fault.Where{Line: line})
	}
	cells[column-1] = text
	return cells, nil
}

// rowOf makes a row of its cells, without the empty ones at the end; false where nothing is left.
func rowOf(line int, cells []string) (Row, bool) {
	for len(cells) > 0 && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
	row := Row{Line: line, Cells: slices.Clone(cells)}
	return row, !row.Blank()
}

// numberText writes the number of a cell as its style wants it read: a date, a time or a duration, else the number itself,
// without exponent and without the noise of the sixteenth digit; false where it is no number that can be written so.
func numberText(n float64, kind dateKind, since1904 bool) (string, bool) {
	if math.IsInf(n, 0) || math.IsNaN(n) {
		return "", false
	}
	if kind != noDate {
		if date, ok := serialText(n, kind, since1904); ok {
			return date, true
		}
	}
	if math.Abs(n) > 1e21 {
		return "", false
	}
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(n, 'g', 15, 64), 64)
	if err != nil {
		return "", false
	}
	return strconv.FormatFloat(rounded, 'f', -1, 64), true
}
