package tabular

import (
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
			return r.endCell()
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
func (r *sheetReader) endCell() error {
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
		return nil
	}
	var err error
	r.cells, err = r.count.put(r.cells, r.place.row, r.place.column, text, r.problems)
	return err
}

func (r *sheetReader) endRow() {
	if row, ok := rowOf(r.place.row, r.cells); ok {
		r.rows = append(r.rows, row)
	}
}

// number writes the number of a cell as numberText does; whole numbers in digits stay as they are written, and so does
// what is no number.
func (r *sheetReader) number(text string) string {
	kind := noDate
	if r.style >= 0 && r.style < len(r.book.formats) {
		kind = r.book.formats[r.style]
	}
	if kind == noDate && isNumeral(text) {
		return text
	}
	n, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return text
	}
	if written, ok := numberText(n, kind, r.book.since1904); ok {
		return written
	}
	return text
}

// isNumeral tells a whole number in digits: numbers of persons and meetings are kept digit by digit.
func isNumeral(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
