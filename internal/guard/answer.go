package guard

import (
	"encoding/binary"

	"rapporteur/internal/tabular"
)

// Caps on the numbers in an answer. The limits of package tabular are tighter; these bound what the parent allocates
// when the child is no longer itself.
const (
	maxLine     = 1 << 31
	maxProblems = 100_000
	maxSheets   = 10_000
	maxFew      = 100 // alternatives, and words shown of each
)

// answerReader cuts an answer. After the first defect it gives zero values only and ended is false.
type answerReader struct {
	rest   string
	broken bool
	source string // the file, from at on
	at     int
	spare  []string // room for the cells of rows to come
}

// number reads a number up to most.
func (r *answerReader) number(most int) int {
	if r.rest != "" && r.rest[0] < 0x80 && int(r.rest[0]) <= most { // as nearly all are
		n := int(r.rest[0])
		r.rest = r.rest[1:]
		return n
	}
	n, size := binary.Uvarint([]byte(r.rest[:min(len(r.rest), binary.MaxVarintLen64)]))
	if size <= 0 || n > uint64(most) {
		r.fail()
		return 0
	}
	r.rest = r.rest[size:]
	return int(n)
}

// count reads how many things follow; each takes at least one byte, so no more can be than bytes are left.
func (r *answerReader) count(most int) int {
	return r.number(min(most, len(r.rest)))
}

func (r *answerReader) text() string {
	n := r.count(maxAnswer)
	if n > len(r.rest) {
		r.fail()
		return ""
	}
	s := r.rest[:n]
	r.rest = r.rest[n:]
	return s
}

func (r *answerReader) fail() { r.broken, r.rest = true, "" }

// ended tells whether the answer is read completely and without defect.
func (r *answerReader) ended() bool { return !r.broken && r.rest == string(rune(answerEnd)) }

func (r *answerReader) file() *tabular.File {
	limits := tabular.DefaultLimits()
	file := &tabular.File{Encoding: r.text(), EncodingWhy: r.text(), EncodingUnsure: r.number(1) == 1}
	for range r.count(maxFew) {
		a := tabular.Alternative{Encoding: r.text(), Letters: []string{}}
		for range r.count(maxFew) {
			a.Letters = append(a.Letters, r.text())
		}
		file.Alternatives = append(file.Alternatives, a)
	}
	file.Delimiter, file.DelimiterWhy = r.text(), r.text()
	for range r.count(maxProblems) {
		file.Problems = append(file.Problems, tabular.Problem{Line: r.number(maxLine), Column: r.text(), Message: r.text()})
	}
	for range r.count(maxSheets) {
		sheet := tabular.Sheet{Name: r.text()}
		rows := r.count(max(limits.TextRows, limits.WorkbookRows))
		sheet.Rows = make([]tabular.Row, 0, rows)
		for range rows {
			sheet.Rows = append(sheet.Rows, r.row(limits.Columns))
		}
		file.Sheets = append(file.Sheets, sheet)
	}
	return file
}

// cells gives room for the cells of a row, of which many rows share one piece. No more is made than can follow.
func (r *answerReader) cells(n int) []string {
	const piece = 4096
	if r.spare == nil || n > len(r.spare) {
		r.spare = make([]string, max(n, min(piece, len(r.rest))))
	}
	cells := r.spare[:n:n]
	r.spare = r.spare[n:]
	return cells
}

func (r *answerReader) row(columns int) tabular.Row {
	row := tabular.Row{Line: r.number(maxLine)}
	row.Cells = r.cells(r.count(columns))
	for i := range row.Cells {
		row.Cells[i] = r.cell()
	}
	return row
}

func (r *answerReader) cell() string {
	further := r.number(1 + farthest)
	if further == 0 {
		return r.text()
	}
	from := r.at + further - 1
	n := r.number(len(r.source))
	if from+n > len(r.source) {
		r.fail()
		return ""
	}
	r.at = from + n
	return r.source[from:r.at]
}
