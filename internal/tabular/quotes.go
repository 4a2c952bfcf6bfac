package tabular

import (
	"slices"
	"strings"

	"rapporteur/internal/fault"
)

// maxQuoted is how far a quoted cell may reach. A quote whose partner is farther away was never meant to open a cell.
const maxQuoted = 256 << 10

// quoted reads a cell whose text begins at from, after its quote. Three readings are tried, the strictest first: quotes
// inside are doubled (the cell may span lines); quotes inside stand alone (the cell ends on its line); the first quote
// is a letter like any other.
func (s *scanner) quoted(from, column int) string {
	if end, text, ok := s.strict(from); ok {
		if s.delimiter == '\t' && strings.ContainsAny(text, "\"\r\n\t,") {
			s.reasons++
		}
		s.line += s.linesIn(from, end)
		s.at = end + 1
		return text
	}
	s.repairs++
	lineEnd := from
	for lineEnd < len(s.text) && !s.lineEnds(lineEnd) {
		lineEnd++
	}
	for i := from; i < lineEnd; i++ {
		if s.text[i] == '"' && s.cellEnds(i+1) {
			s.problem(s.line, column, "A quotation mark inside the cell is not doubled as it should be; it was kept as text.")
			s.at = i + 1
			return strings.ReplaceAll(s.text[from:i], `""`, `"`)
		}
	}
	s.problem(s.line, column, "A quotation mark opens the cell and is not closed on the line; it was kept as text.")
	return s.plain()
}

// strict finds the closing quote by RFC 4180: quotes inside are doubled, a cell end follows the closing one.
func (s *scanner) strict(from int) (end int, text string, ok bool) {
	limit := min(len(s.text), from+maxQuoted)
	doubled := false
	for i := from; i < limit; i++ {
		if s.text[i] != '"' {
			continue
		}
		if i+1 < len(s.text) && s.text[i+1] == '"' {
			doubled = true
			i++
			continue
		}
		if !s.cellEnds(i + 1) {
			return 0, "", false
		}
		text = s.text[from:i]
		if doubled {
			text = strings.ReplaceAll(text, `""`, `"`)
		}
		return i, text, true
	}
	if limit == len(s.text) {
		s.open = span{at: from - 1, line: s.line}
	}
	return 0, "", false
}

// linesIn counts the physical line ends in a part of the text.
func (s *scanner) linesIn(from, to int) int {
	if s.bareCR {
		return strings.Count(s.text[from:to], "\r")
	}
	return strings.Count(s.text[from:to], "\n")
}

// cutOff judges a quote that is never closed. Where the record it stands in, or those after it, are as wide as the
// records before, it is a stray quote. Otherwise, or when the file ends on that very line without a line end, it was
// cut off in the middle of a cell, and who stands behind the cut is unknown.
func (s *scanner) cutOff(rows []Row) error {
	if s.open.line == 0 {
		return nil
	}
	at := slices.IndexFunc(rows, func(r Row) bool { return r.Line == s.open.line })
	if at < 0 {
		return nil
	}
	width := func(r Row) int { return len(r.Cells) }
	if at > 0 {
		least := width(slices.MinFunc(rows[max(0, at-3):at], func(a, b Row) int { return width(a) - width(b) }))
		after := rows[at+1 : min(len(rows), at+4)]
		narrow := func(r Row) bool { return width(r) < max(2, least) }
		whole := !narrow(rows[at]) && (at+1 < len(rows) || strings.HasSuffix(s.text, "\n") || strings.HasSuffix(s.text, "\r"))
		if whole || len(after) > 0 && !slices.ContainsFunc(after, narrow) {
			return nil
		}
	}
	return fault.New(fault.Unreadable,
		"The file ends in the middle of a cell: a quotation mark opens it and nothing closes it. The file seems to be cut off.",
		"Export or copy it again, completely.").At(fault.Where{Line: s.open.line})
}

// clearlyQuoted tells whether a file with tabs was quoted by a spreadsheet program: every quote follows the rule, some
// cell could not stand without, none holds a tab, and a record over several lines is as wide as another.
func (s *scanner) clearlyQuoted(rows []Row) bool {
	if s.repairs > 0 || s.reasons == 0 {
		return false
	}
	widths := map[int]int{}
	for _, row := range rows {
		widths[len(row.Cells)]++
	}
	for _, row := range rows {
		for _, cell := range row.Cells {
			if strings.Contains(cell, "\t") || strings.Contains(cell, "\n") && widths[len(row.Cells)] < 2 {
				return false
			}
		}
	}
	return true
}
