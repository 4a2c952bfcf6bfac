package attendance

import (
	"strings"

	"rapporteur/internal/tabular"
)

// hasAny tells whether one of the names is a column.
func hasAny(c tabular.Columns, names ...string) bool { return c.Index(names...) >= 0 }

// value is the cleaned cell under the first of the names that is a column, "" for every way in which platforms write
// "unknown".
func value(row tabular.Row, c tabular.Columns, names ...string) string {
	return known(row.Cell(c.Index(names...)))
}

// known is the cleaned text, "" for every way in which platforms write "unknown".
func known(cell string) string { return knownOf(tabular.Clean(cell)) }

// knownOf is known of a text that is clean.
func knownOf(s string) string {
	if s == "" || len(s) > len("(null)") || strings.IndexByte("-nN(\xe2", s[0]) < 0 { // as long as the longest of them, and begun as they are
		return s
	}
	switch strings.ToLower(s) {
	case "-", "--", "---", "–", "—", "n/a", "na", "null", "none", "(null)":
		return ""
	}
	return s
}

// second gives names under which to look for a column's second appearance first: flat exports repeat the meeting's own
// columns before the person's columns of the same name.
func second(names []string) []string {
	var out []string
	for _, n := range names {
		out = append(out, n+"#2")
	}
	return append(out, names...)
}

// onlyFirst tells whether a row holds something in column 1 and nothing else: a section's title.
func onlyFirst(row tabular.Row) bool {
	if !tabular.HasInk(row.Cell(0)) {
		return false
	}
	for _, c := range row.Cells[1:] {
		if tabular.HasInk(c) {
			return false
		}
	}
	return true
}

// nextRow is the first row after i that is not blank; ok is false at the end.
func nextRow(rows []tabular.Row, i int) (row tabular.Row, ok bool) {
	for i++; i < len(rows); i++ {
		if !rows[i].Blank() {
			return rows[i], true
		}
	}
	return tabular.Row{}, false
}
