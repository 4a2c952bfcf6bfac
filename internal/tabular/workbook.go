package tabular

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"rapporteur/internal/fault"
)

// readWorkbook reads every sheet of an .xlsx file as a stream.
func readWorkbook(data []byte, limits Limits) (file *File, err error) {
	if err := preflight(data, limits); err != nil {
		return nil, err
	}
	defer func() {
		if p := recover(); p != nil { // a hostile part may still find a hole in the library
			file, err = nil, errPartDamaged
		}
	}()
	// Two equal sizes: a part between them would be written to a temporary file, with the names in it.
	size := int64(limits.Unzipped)
	book, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: size, UnzipXMLSizeLimit: size})
	if err != nil {
		return nil, errPartDamaged.Because(err)
	}
	defer book.Close()
	if err := markDates(book); err != nil {
		return nil, errPartDamaged.Because(err)
	}
	properties, err := book.GetWorkbookProps()
	if err != nil {
		return nil, errPartDamaged.Because(err)
	}
	r := workbookReader{book: book, limits: limits, since1904: properties.Date1904 != nil && *properties.Date1904}
	return r.all()
}

// workbookReader reads the sheets of an open workbook.
type workbookReader struct {
	book      *excelize.File
	limits    Limits
	since1904 bool
	cells     int
	problems  problemList
}

func (r *workbookReader) all() (*File, error) {
	file := &File{Encoding: "xlsx"}
	for _, name := range r.book.GetSheetList() {
		sheet, err := r.sheet(name)
		if err != nil {
			f := fault.From(err)
			where := f.Where
			where.Sheet = name
			return nil, f.At(where)
		}
		if len(sheet.Rows) > 0 {
			file.Sheets = append(file.Sheets, sheet)
		}
	}
	if len(file.Sheets) == 0 {
		return nil, fault.New(fault.Unreadable, "The workbook holds no rows.", "Export it again from the platform.")
	}
	file.Problems = r.problems.inOrder()
	return file, nil
}

// sheet reads the rows with content of one sheet.
func (r *workbookReader) sheet(name string) (Sheet, error) {
	sheet := Sheet{Name: name}
	rows, err := r.book.Rows(name)
	if err != nil {
		return sheet, errPartDamaged.Because(err)
	}
	defer rows.Close()
	for line := 1; rows.Next(); line++ {
		cells, err := rows.Columns()
		if err != nil {
			return sheet, errPartDamaged.Because(err).At(fault.Where{Line: line})
		}
		row := Row{Line: line, Cells: r.texts(cells, line)}
		if row.Blank() {
			continue
		}
		r.cells += len(row.Cells)
		if r.cells > r.limits.WorkbookCells {
			return sheet, fault.Newf(fault.TooLarge, "Export one webinar at a time, or save the sheet as .csv.",
				"The workbook has more than %d cells.", r.limits.WorkbookCells).At(fault.Where{Line: line})
		}
		sheet.Rows = append(sheet.Rows, row)
	}
	if err := rows.Error(); err != nil {
		return sheet, errPartDamaged.Because(err)
	}
	return sheet, nil
}

// texts gives the cells of a row as text, without the empty ones at its end.
func (r *workbookReader) texts(cells []string, line int) []string {
	for len(cells) > 0 && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
	for i, cell := range cells {
		cell = r.unmark(cell)
		if kept, cut := tooLong(cell, r.limits.CellChars); cut {
			r.problems.add(Problem{Line: line, Column: strconv.Itoa(i + 1), Message: "The text of this cell is longer than " +
				strconv.Itoa(r.limits.CellChars) + " characters; the rest was left out."})
			cell = strings.Clone(kept)
		}
		cells[i] = cell
	}
	return cells
}
