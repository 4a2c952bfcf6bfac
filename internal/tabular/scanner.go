package tabular

import (
	"strconv"
	"strings"

	"rapporteur/internal/fault"
	"rapporteur/internal/progress"
)

// scanner cuts a text into records by RFC 4180, and by what real exports do against it: quotes inside quoted cells are
// not doubled, cells without quotes begin with one, Excel-guarded cells stand as ="…" without quotes, records are of
// different widths. Each liberty that changes what a cell says is a problem with its line.
type scanner struct {
	text      string
	at        int // next byte
	line      int // physical line of at, from 1
	delimiter byte
	quoting   bool          // whether a quote at the start of a cell opens it
	bareCR    bool          // whether a carriage return alone ends a line (old Macintosh files: no line feed anywhere)
	zeros     bool          // whether there are zero bytes
	every     bool          // whether a row of delimiters alone is kept
	seen      progress.Seen // told how many bytes are cut
	width     int           // the number of cells of the last record, empty ones too
	limits    Limits
	cells     int
	current   []string // the cells of the current record
	spare     []string // room for the cells of records to come
	problems  problemList
	repairs   int  // quotes not used as RFC 4180 says
	reasons   int  // quoted cells that had to be quoted
	open      span // the last cell whose quote is never closed
}

// span is where something begins.
type span struct{ at, line int }

func newScanner(text string, delimiter byte, limits Limits) *scanner {
	return &scanner{text: text, line: 1, delimiter: delimiter, quoting: true,
		bareCR: !strings.Contains(text, "\n"), zeros: strings.Contains(text, "\x00"), limits: limits}
}

// tellEvery is how many records, tags or the like are read between two words about them.
const tellEvery = 1024

// all reads the records that are not blank, and with every also those of empty cells.
func (s *scanner) all() ([]Row, error) {
	var rows []Row
	before, last := 0, 0 // widths of the last two records
	for n := 0; s.at < len(s.text); n++ {
		if n%tellEvery == 0 && !s.seen.Tell(s.at, len(s.text)) {
			return nil, progress.ErrEnded
		}
		row, err := s.record()
		if err != nil {
			return nil, err
		}
		if row.Blank() && !(s.every && s.width > 1) {
			continue
		}
		if len(rows) == s.limits.TextRows {
			return nil, fault.Newf(fault.TooLarge, "Export one webinar at a time.",
				"The file has more than %d rows.", s.limits.TextRows).At(fault.Where{Line: row.Line})
		}
		rows = append(rows, row)
		before, last = last, s.width
	}
	if err := s.cutOff(rows); err != nil {
		return nil, err
	}
	if last < before && !strings.HasSuffix(s.text, "\n") && !strings.HasSuffix(s.text, "\r") {
		s.problems.add(Problem{Line: rows[len(rows)-1].Line,
			Message: "The last line has fewer cells than the one before and no line end: the file seems to be cut off here."})
	}
	return rows, nil
}

// record reads one record, line end included. Empty cells at its end are left out, so that rows padded by a
// spreadsheet program to its full width cost nothing.
func (s *scanner) record() (Row, error) {
	row := Row{Line: s.line}
	s.current = s.current[:0]
	for column := 0; ; column++ {
		cell := s.cell(column)
		s.width = column + 1
		if cell != "" {
			if column >= s.limits.Columns {
				return row, fault.Newf(fault.TooLarge, "Delete the columns that are not needed and import it again.",
					"The file has more than %d columns.", s.limits.Columns).At(fault.Where{Line: row.Line})
			}
			for len(s.current) < column {
				s.current = append(s.current, "")
			}
			s.current = append(s.current, cell)
		}
		if s.at < len(s.text) && s.text[s.at] == s.delimiter {
			s.at++
			continue
		}
		s.endLine()
		break
	}
	row.Cells = s.keep(s.current)
	s.cells += len(row.Cells)
	if s.cells > s.limits.TextCells {
		return row, fault.Newf(fault.TooLarge, "Export one webinar at a time.",
			"The file has more than %d cells.", s.limits.TextCells).At(fault.Where{Line: row.Line})
	}
	return row, nil
}

// keep copies the cells of a record to room that many records share: one allocation for some hundred records.
func (s *scanner) keep(cells []string) []string {
	const block = 4096
	if len(cells) > len(s.spare) {
		s.spare = make([]string, max(block, len(cells)))
	}
	kept := s.spare[:len(cells):len(cells)]
	s.spare = s.spare[len(cells):]
	copy(kept, cells)
	return kept
}

// cell reads up to the delimiter, the line end or the end of the text, which it leaves.
func (s *scanner) cell(column int) string {
	line := s.line
	var cell string
	rest := s.text[s.at:]
	switch {
	case s.quoting && strings.HasPrefix(rest, `"`):
		cell = s.quoted(s.at+1, column)
	case strings.HasPrefix(rest, `="`):
		cell = s.guarded()
	default:
		cell = s.plain()
	}
	cell = unguard(cell)
	if s.zeros && strings.Contains(cell, "\x00") {
		cell = strings.ReplaceAll(cell, "\x00", "")
		s.problem(line, column, "A zero byte stood in this cell and was left out.")
	}
	if kept, cut := tooLong(cell, s.limits.CellChars); cut {
		s.problem(line, column, "The text of this cell is longer than "+strconv.Itoa(s.limits.CellChars)+
			" characters; the rest was left out.")
		cell = kept
	}
	return cell
}

// plain reads a cell without quotes.
func (s *scanner) plain() string {
	start, i := s.at, s.at
	for i < len(s.text) {
		c := s.text[i]
		if c == s.delimiter || c <= '\r' && s.lineEnds(i) {
			break
		}
		i++
	}
	s.at = i
	return s.text[start:i]
}

// guarded reads ="…", Excel's way to keep a text from being turned into a date or a number.
func (s *scanner) guarded() string {
	start := s.at
	if end := strings.IndexAny(s.text[start+2:], "\"\r\n"); end >= 0 && s.text[start+2+end] == '"' {
		if after := start + 2 + end + 1; s.cellEnds(after) {
			s.at = after
			return s.text[start:after]
		}
	}
	return s.plain()
}

// unguard gives the text within ="…".
func unguard(cell string) string {
	if len(cell) < 3 || !strings.HasPrefix(cell, `="`) || !strings.HasSuffix(cell, `"`) {
		return cell
	}
	return strings.ReplaceAll(cell[2:len(cell)-1], `""`, `"`)
}

// lineEnds tells whether a line ends at place i.
func (s *scanner) lineEnds(i int) bool {
	switch s.text[i] {
	case '\n':
		return true
	case '\r':
		return s.bareCR || i+1 < len(s.text) && s.text[i+1] == '\n' || i+1 == len(s.text)
	}
	return false
}

// cellEnds tells whether a cell may end before place i.
func (s *scanner) cellEnds(i int) bool {
	return i == len(s.text) || s.text[i] == s.delimiter || s.lineEnds(i)
}

// endLine steps over the line end at the current place, if there is one.
func (s *scanner) endLine() {
	if s.at == len(s.text) {
		return
	}
	if s.text[s.at] == '\r' && s.at+1 < len(s.text) && s.text[s.at+1] == '\n' {
		s.at++
	}
	s.at++
	s.line++
}

func (s *scanner) problem(line, column int, message string) {
	s.problems.add(Problem{Line: line, Column: strconv.Itoa(column + 1), Message: message})
}
