package xlsx

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/unicode/norm"

	"rapporteur/internal/document"
	"rapporteur/internal/fault"
)

// Widths of columns in characters of the default font.
const (
	minColumn = 8
	maxColumn = 60
)

// sheetWriter writes rows one after the other.
type sheetWriter struct {
	stream *excelize.StreamWriter
	styles *styles
	row    int // the last row written
}

// writeSheet writes the tables with a blank row between two.
func writeSheet(f *excelize.File, st *styles, name string, s Sheet) error {
	stream, err := f.NewStreamWriter(name)
	if err != nil {
		return unwritable(err)
	}
	w := &sheetWriter{stream: stream, styles: st}
	widths := columnWidths(s.Tables)
	for i := len(widths); i > 0; i-- { // excelize writes them in the reverse order of the calls; readers expect them ascending
		if err := stream.SetColWidth(i, i, widths[i-1]); err != nil {
			return unwritable(err)
		}
	}
	if len(s.Tables) == 1 {
		if err := w.freeze(s.Tables[0]); err != nil {
			return err
		}
	}
	for i, t := range s.Tables {
		if i > 0 {
			w.row++
		}
		if err := w.table(t, s.Footnotes); err != nil {
			return err
		}
	}
	if err := stream.Flush(); err != nil {
		return unwritable(err)
	}
	return nil
}

// freeze keeps the header row of a sheet's only table in view.
func (w *sheetWriter) freeze(t document.Table) error {
	header := 1
	if t.Caption != "" {
		header = 2
	}
	corner, err := excelize.CoordinatesToCellName(1, header+1)
	if err != nil {
		return unwritable(err)
	}
	if err := w.stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: header, TopLeftCell: corner, ActivePane: "bottomLeft"}); err != nil {
		return unwritable(err)
	}
	return nil
}

// table writes caption, header, rows, notes and the footnotes that the table calls.
func (w *sheetWriter) table(t document.Table, footnotes []document.Footnote) error {
	if t.Caption != "" {
		if err := w.line(t.Caption, w.styles.caption); err != nil {
			return err
		}
	}
	header := make([]any, len(t.Columns))
	for i, c := range t.Columns {
		header[i] = excelize.Cell{StyleID: w.styles.header(c.Align), Value: clean(c.Title)}
	}
	if err := w.write(header); err != nil {
		return err
	}
	for r, row := range t.Rows {
		total := r == t.Sum()
		cells := make([]any, len(row))
		for i, text := range row {
			c, err := w.cell(t, r, i, text, total)
			if err != nil {
				return err
			}
			cells[i] = c
		}
		if err := w.write(cells); err != nil {
			return err
		}
	}
	for _, n := range t.Notes {
		if err := w.line(n, w.styles.note); err != nil {
			return err
		}
	}
	for _, n := range footnotes {
		called, err := calls(t, n.Trigger)
		if err != nil {
			return err
		}
		if called {
			if err := w.line(noteLabel(n), w.styles.note); err != nil {
				return err
			}
		}
	}
	return nil
}

// cell is a number where the table holds one, else text.
func (w *sheetWriter) cell(t document.Table, r, column int, text string, total bool) (excelize.Cell, error) {
	align := document.Left
	if column < len(t.Columns) {
		align = t.Columns[column].Align
	}
	var value any = clean(text)
	format := textFormat
	if r < len(t.Numbers) && column < len(t.Numbers[r]) && t.Numbers[r][column] != nil {
		if n := *t.Numbers[r][column]; !math.IsNaN(n) && !math.IsInf(n, 0) {
			value, format = n, numberFormat(text, n)
		}
	}
	style, err := w.styles.body(align, total, format)
	return excelize.Cell{StyleID: style, Value: value}, err
}

// line writes a row of one text.
func (w *sheetWriter) line(text string, style int) error {
	return w.write([]any{excelize.Cell{StyleID: style, Value: clean(text)}})
}

// write appends a row.
func (w *sheetWriter) write(cells []any) error {
	w.row++
	if w.row > maxRows {
		return fault.New(fault.TooLarge, "The table has more rows than a spreadsheet can hold.", "Write a smaller part of it.")
	}
	at, err := excelize.CoordinatesToCellName(1, w.row)
	if err != nil {
		return unwritable(err)
	}
	if err := w.stream.SetRow(at, cells); err != nil {
		return unwritable(err)
	}
	return nil
}

// columnWidths gives each column room for its widest cell, within limits; captions and notes run over the next cells.
func columnWidths(tables []document.Table) []float64 {
	var widths []float64
	see := func(i int, text string) {
		for len(widths) <= i {
			widths = append(widths, minColumn)
		}
		for line := range strings.SplitSeq(text, "\n") {
			widths[i] = max(widths[i], min(math.Ceil(float64(utf8.RuneCountInString(line))*1.1+2), maxColumn))
		}
	}
	for _, t := range tables {
		for i, c := range t.Columns {
			see(i, c.Title)
		}
		for _, row := range t.Rows {
			for i, text := range row {
				see(i, text)
			}
		}
	}
	return widths
}

// calls tells whether the trigger of a footnote matches in any text of the table.
func calls(t document.Table, trigger string) (bool, error) {
	if trigger == "" {
		return false, nil
	}
	pattern, err := regexp.Compile(trigger)
	if err != nil {
		return false, fault.New(fault.Invalid, "A footnote of the spreadsheet is called by no readable pattern.", "Tell the developers.").Because(err)
	}
	texts := append([]string{t.Caption}, t.Notes...)
	for _, c := range t.Columns {
		texts = append(texts, c.Title)
	}
	for _, row := range t.Rows {
		texts = append(texts, row...)
	}
	return slices.ContainsFunc(texts, func(text string) bool { return pattern.MatchString(norm.NFC.String(text)) }), nil
}

// noteLabel is the printed footnote: its mark, unless the prescribed text brings it along, and the text.
func noteLabel(n document.Footnote) string {
	if n.Mark == "" || strings.HasPrefix(n.Text, n.Mark) {
		return n.Text
	}
	return n.Mark + " " + n.Text
}
