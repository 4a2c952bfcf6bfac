package tabular

import (
	"strconv"

	"rapporteur/internal/fault"
)

// cellCounter counts rows and cells with content over all sheets of a workbook. A cell far to the right counts with the
// gap before it: 27 KB can hold 80 million such cells.
type cellCounter struct {
	limits      Limits
	rows, cells int
	bytes       int // of the texts of all cells
}

// content notes that the current cell holds something.
func (c *cellCounter) content(s *sheetPlace) error {
	where := fault.Where{Line: s.row}
	if s.column > c.limits.Columns {
		return fault.Newf(fault.TooLarge, "Delete the columns that are not needed and import it again.",
			"The sheet has more than %d columns.", c.limits.Columns).At(where)
	}
	if !s.counted {
		s.counted = true
		c.rows++
	}
	if s.column > s.width {
		c.cells += s.column - s.width
		s.width = s.column
	}
	if c.rows > c.limits.WorkbookRows {
		return fault.Newf(fault.TooLarge, "Export one webinar at a time, or save the sheet as .csv.",
			"The workbook has more than %d rows.", c.limits.WorkbookRows).At(where)
	}
	if c.cells > c.limits.WorkbookCells {
		return fault.Newf(fault.TooLarge, "Export one webinar at a time, or save the sheet as .csv.",
			"The workbook has more than %d cells.", c.limits.WorkbookCells).At(where)
	}
	return nil
}

// sheetPlace follows the places of cells; a row or cell without reference stands next to the one before.
type sheetPlace struct {
	inside      bool
	row, column int
	counted     bool // whether the row has content
	width       int  // the row's last column with content
}

func (s *sheetPlace) startRow(reference []byte) {
	s.row++
	if n, err := strconv.Atoi(string(reference)); err == nil {
		s.row = n
	}
	s.column, s.width, s.counted = 0, 0, false
}

func (s *sheetPlace) startCell(reference []byte) {
	s.column++
	column := 0
	for _, r := range reference {
		switch {
		case r >= 'a' && r <= 'z':
			r -= 'a' - 'A'
		case r < 'A' || r > 'Z':
			r = 0
		}
		if r == 0 || column > 1<<20 {
			break
		}
		column = column*26 + int(r-'A') + 1
	}
	if column > 0 {
		s.column = column
	}
}
