package tabular

import (
	"encoding/binary"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"rapporteur/internal/fault"
)

// xlsColumns is how many columns a sheet of an old workbook has.
const xlsColumns = 256

// xlsErrors are the errors a formula can have, by number ([MS-XLS] 2.5.10).
var xlsErrors = map[byte]string{
	0x00: "#NULL!", 0x07: "#DIV/0!", 0x0f: "#VALUE!", 0x17: "#REF!", 0x1d: "#NAME?", 0x24: "#NUM!", 0x2a: "#N/A", 0x2b: "#GETTING_DATA",
}

// xlsSheetReader hears the records of a sheet. Writers give the cells in any order: they are put in place here.
type xlsSheetReader struct {
	book *xlsBook
	rows map[int]*xlsRow

	awaited bool // the text of the formula at line and column is to come
	line    int
	column  int
}

// xlsRow is a row on its way.
type xlsRow struct {
	place sheetPlace
	cells []string
}

// readSheet reads the records of a sheet to its end, and gives where that is. Charts within it are passed over.
func (b *xlsBook) readSheet(r *xlsRecords, s *xlsListed) (end int, err error) {
	v := &xlsSheetReader{book: b, rows: map[int]*xlsRow{}}
	for depth := 0; ; {
		id, body, err := r.next()
		if err != nil {
			return 0, err
		}
		switch {
		case id == xlsBegin:
			depth++
		case id == xlsEnd && depth > 0:
			depth--
		case id == xlsEnd:
			if v.awaited {
				return 0, errBookDamaged.At(fault.Where{Line: v.line})
			}
			for _, line := range slices.Sorted(maps.Keys(v.rows)) {
				if row, ok := rowOf(line, v.rows[line].cells); ok {
					s.rows = append(s.rows, row)
				}
			}
			return r.at, nil
		case depth == 0:
			if err := v.record(id, body, r); err != nil {
				return 0, err
			}
		}
	}
}

// record hears one record of the sheet.
func (v *xlsSheetReader) record(id uint16, body []byte, r *xlsRecords) error {
	switch id {
	case xlsNumber, xlsRK, xlsManyRK, xlsLabel, xlsRichLabel, xlsTextNumber, xlsBool, xlsFormula:
	case xlsResult:
		return v.result(body, r)
	default:
		if v.book.alone && id != xlsSheet { // it tells its styles itself
			return v.book.ofBook(id, body, r)
		}
		return nil
	}
	if v.awaited {
		return errBookDamaged.At(fault.Where{Line: v.line})
	}
	if len(body) < 6 {
		return errBookDamaged
	}
	v.line, v.column = int(binary.LittleEndian.Uint16(body))+1, int(binary.LittleEndian.Uint16(body[2:]))+1
	err := v.cell(id, binary.LittleEndian.Uint16(body[4:]), body[6:], r)
	if err != nil {
		f := fault.From(err)
		where := f.Where
		where.Line = v.line
		return f.At(where)
	}
	return nil
}

// xlsLengths are the bytes a cell has behind its place and style, at least.
var xlsLengths = map[uint16]int{xlsNumber: 8, xlsRK: 4, xlsManyRK: 6, xlsTextNumber: 4, xlsBool: 2, xlsFormula: 8, xlsLabel: 2, xlsRichLabel: 2}

func (v *xlsSheetReader) cell(id, style uint16, value []byte, r *xlsRecords) error {
	if len(value) < xlsLengths[id] {
		return errBookDamaged
	}
	switch id {
	case xlsNumber:
		return v.number(style, math.Float64frombits(binary.LittleEndian.Uint64(value)))
	case xlsRK:
		return v.number(style, rkNumber(value))
	case xlsManyRK:
		return v.many(style, value)
	case xlsLabel, xlsRichLabel:
		text, err := v.book.textOf(value, r, 2)
		if err != nil {
			return err
		}
		return v.put(text)
	case xlsTextNumber:
		n := binary.LittleEndian.Uint32(value)
		if uint64(n) >= uint64(len(v.book.texts)) {
			return errBookDamaged
		}
		return v.put(v.book.texts[n])
	case xlsBool:
		return v.boolean(value[0], value[1] != 0)
	}
	return v.formula(style, value)
}

// many reads numbers that stand side by side, each with its style, and the number of the last column behind them.
func (v *xlsSheetReader) many(style uint16, value []byte) error {
	n := len(value) / 6 // the first style is cut off already, the last column is no style
	if len(value) != 6*n || int(binary.LittleEndian.Uint16(value[6*n-2:])) != v.column+n-2 {
		return errBookDamaged
	}
	for i := range n {
		if err := v.number(style, rkNumber(value[6*i:])); err != nil {
			return err
		}
		style = binary.LittleEndian.Uint16(value[6*i+4:])
		v.column++
	}
	return nil
}

// rkNumber reads a number in four bytes: a whole one of 30 bits or the upper half of a double, in hundredths or not
// ([MS-XLS] 2.5.217).
func rkNumber(value []byte) float64 {
	bits := binary.LittleEndian.Uint32(value)
	n := math.Float64frombits(uint64(bits&^3) << 32)
	if bits&2 != 0 {
		n = float64(int32(bits) >> 2)
	}
	if bits&1 != 0 {
		n /= 100
	}
	return n
}

// formula takes the result that a formula had when the book was saved: a number, or what two bytes at the end announce.
func (v *xlsSheetReader) formula(style uint16, value []byte) error {
	if value[6] != 0xff || value[7] != 0xff {
		return v.number(style, math.Float64frombits(binary.LittleEndian.Uint64(value)))
	}
	switch value[0] {
	case 0:
		v.awaited = true
	case 1:
		return v.boolean(value[2], false)
	case 2:
		return v.boolean(value[2], true)
	case 3: // no letters
	default:
		return errBookDamaged
	}
	return nil
}

// result reads the text of the formula before.
func (v *xlsSheetReader) result(body []byte, r *xlsRecords) error {
	if !v.awaited {
		return errBookDamaged
	}
	v.awaited = false
	text, err := v.book.textOf(body, r, 2)
	if err != nil {
		return err
	}
	return v.put(text)
}

func (v *xlsSheetReader) boolean(value byte, isError bool) error {
	text, known := map[byte]string{0: "FALSE", 1: "TRUE"}[value]
	if isError {
		text, known = xlsErrors[value]
	}
	if !known {
		return errBookDamaged
	}
	return v.put(text)
}

// exact is the bound below which a double holds every whole number.
const exact = 1 << 53

// number puts a number in its place as its style wants it read; whole ones digit by digit.
func (v *xlsSheetReader) number(style uint16, n float64) error {
	kind := v.book.kindOf(style)
	if kind == noDate && math.Abs(n) < exact && n == math.Trunc(n) {
		return v.put(strconv.FormatInt(int64(n), 10))
	}
	text, ok := numberText(n, kind, v.book.since1904)
	if !ok {
		text = strconv.FormatFloat(n, 'G', 15, 64)
	}
	return v.put(text)
}

// put puts a text in the current place.
func (v *xlsSheetReader) put(text string) error {
	if v.column > xlsColumns {
		return errBookDamaged
	}
	if text == "" {
		return nil
	}
	row := v.rows[v.line]
	if row == nil {
		row = &xlsRow{place: sheetPlace{row: v.line}}
		v.rows[v.line] = row
	}
	if strings.ContainsRune(text, utf8.RuneError) {
		p := brokenLetter(v.line)
		p.Column = strconv.Itoa(v.column)
		v.book.problems.add(p)
	}
	row.place.column = v.column
	if err := v.book.count.content(&row.place); err != nil {
		return err
	}
	var err error
	row.cells, err = v.book.count.put(row.cells, v.line, v.column, text, &v.book.problems)
	return err
}
