package tabular

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"rapporteur/internal/fault"
)

// lastRow is the last row a sheet can have (ECMA-376; Excel's own limit).
const lastRow = 1 << 20

// sheetReader hears a worksheet part and keeps its rows with content.
type sheetReader struct {
	book     *workbook
	count    *cellCounter
	problems *problemList
	rows     []Row

	place  sheetPlace
	last   int // the row before
	cells  []string
	kind   string // of the current cell: n, s, str, inlineStr, b, e, d
	style  int
	value  strings.Builder // of the current cell's v
	open   bool            // within v
	inline richText
	within bool // within is
}

func (r *sheetReader) tag(name, attributes []byte, closing bool) error {
	switch string(name) {
	case "sheetData":
		r.place.inside = !closing
		return nil
	}
	if !r.place.inside {
		return nil
	}
	switch string(name) {
	case "row":
		if closing {
			r.endRow()
			return nil
		}
		return r.startRow(attributes)
	case "c":
		if closing {
			r.endCell()
			return nil
		}
		r.startCell(attributes)
	case "v":
		r.open = !closing
	case "is":
		r.within = !closing
	case "f":
	default:
		if r.within {
			r.inline.tag(name, closing)
		}
		return nil
	}
	if closing || string(name) == "c" {
		return nil
	}
	return r.count.content(&r.place)
}

func (r *sheetReader) text(raw []byte, literal bool) {
	switch {
	case r.open:
		r.value.WriteString(textOf(raw, literal))
	case r.within:
		r.inline.text(raw, literal)
	}
}

func (r *sheetReader) startRow(attributes []byte) error {
	r.place.startRow(attribute(attributes, "r"))
	// Rows that go back would stand in another order than on the screen of a spreadsheet program, which refuses them too.
	if r.place.row <= r.last || r.place.row > lastRow {
		return errPartDamaged.At(fault.Where{Line: max(r.last, 0)})
	}
	r.last = r.place.row
	r.cells = r.cells[:0]
	return nil
}

func (r *sheetReader) startCell(attributes []byte) {
	r.place.startCell(attribute(attributes, "r"))
	r.kind = string(attribute(attributes, "t"))
	r.style = -1
	if n, err := strconv.Atoi(string(attribute(attributes, "s"))); err == nil {
		r.style = n
	}
	r.value.Reset()
}

// endCell puts the cell's text in its place.
func (r *sheetReader) endCell() {
	inline := r.inline.take()
	text := r.value.String()
	switch r.kind {
	case "s":
		if n, err := strconv.Atoi(strings.TrimSpace(text)); err == nil && n >= 0 && n < len(r.book.texts) {
			text = r.book.texts[n]
		}
	case "inlineStr":
		text = inline
	case "str":
		text = unescaped(text)
	case "b":
		text = map[string]string{"0": "FALSE", "1": "TRUE", "false": "FALSE", "true": "TRUE"}[strings.TrimSpace(text)]
	case "e", "d":
	default:
		text = r.number(strings.TrimSpace(text))
	}
	if text == "" {
		return
	}
	// The counter has refused columns beyond the limit.
	for len(r.cells) < r.place.column {
		r.cells = append(r.cells, "")
	}
	column := r.place.column - 1
	if kept, cut := tooLong(text, r.count.limits.CellChars); cut {
		r.problems.add(Problem{Line: r.place.row, Column: strconv.Itoa(column + 1), Message: "The text of this cell is longer than " +
			strconv.Itoa(r.count.limits.CellChars) + " characters; the rest was left out."})
		text = strings.Clone(kept)
	}
	r.cells[column] = text
}

func (r *sheetReader) endRow() {
	for len(r.cells) > 0 && r.cells[len(r.cells)-1] == "" {
		r.cells = r.cells[:len(r.cells)-1]
	}
	row := Row{Line: r.place.row, Cells: slices.Clone(r.cells)}
	if !row.Blank() {
		r.rows = append(r.rows, row)
	}
}

// number writes the number of a cell as its style wants it read: a date, a time or a duration, else the number itself,
// without exponent and without the noise of the sixteenth digit. Anything else stays as it is.
func (r *sheetReader) number(text string) string {
	kind := noDate
	if r.style >= 0 && r.style < len(r.book.formats) {
		kind = r.book.formats[r.style]
	}
	if kind == noDate && isNumeral(text) {
		return text
	}
	n, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsInf(n, 0) || math.IsNaN(n) {
		return text
	}
	if kind != noDate {
		if date, ok := serialText(n, kind, r.book.since1904); ok {
			return date
		}
	}
	if math.Abs(n) > 1e21 {
		return text
	}
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(n, 'g', 15, 64), 64)
	if err != nil {
		return text
	}
	return strconv.FormatFloat(rounded, 'f', -1, 64)
}

// isNumeral tells a whole number in digits: numbers of persons and meetings are kept digit by digit.
func isNumeral(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
