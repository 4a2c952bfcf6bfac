package tabular

import (
	"errors"
	"strings"

	"rapporteur/internal/fault"
	"rapporteur/internal/progress"
)

// readText reads a table in text form: decode, find the delimiter, cut into records.
func readText(data []byte, limits Limits, said Said, every bool, seen progress.Seen) (*File, error) {
	if err := said.check(); err != nil {
		return nil, err
	}
	d, err := decode(data, said.Encoding)
	if err != nil {
		return nil, err
	}
	text := strings.TrimSuffix(d.text, "\x1a") // the end mark of DOS programs
	delimiter, declared := declaredDelimiter(text)
	why := "the file's first line says so"
	if !declared {
		delimiter, why = guessDelimiter(text), "it cuts the lines most evenly"
	}
	if said.Delimiter != "" {
		delimiter, why = said.Delimiter[0], "you said so"
	}
	rows, found, err := scan(text, delimiter, limits, every, seen)
	if err != nil {
		return nil, err
	}
	if declared && len(rows) > 0 {
		rows = rows[1:]
	}
	if len(rows) == 0 {
		return nil, fault.New(fault.Unreadable, "The file holds nothing but blanks.", "Export it again from the platform.")
	}
	for _, p := range found {
		d.problems.add(p)
	}
	return &File{
		Encoding:       d.encoding,
		EncodingWhy:    d.why,
		EncodingUnsure: d.unsure,
		Alternatives:   d.alternatives(data),
		Delimiter:      string(delimiter),
		DelimiterWhy:   why,
		Sheets:         []Sheet{{Rows: rows}},
		Problems:       d.problems.inOrder(),
	}, nil
}

// scan cuts the text into records. Files with tabs have no quoting, save those a spreadsheet program wrote.
func scan(text string, delimiter byte, limits Limits, every bool, seen progress.Seen) ([]Row, problemList, error) {
	if delimiter == '\t' && strings.Contains(text, `"`) {
		s := newScanner(text, delimiter, limits)
		s.every, s.seen = every, seen.Part(0, 2)
		rows, err := s.all()
		if errors.Is(err, progress.ErrEnded) || err == nil && s.clearlyQuoted(rows) {
			return rows, s.problems, err
		}
		seen = seen.Part(1, 2)
	}
	s := newScanner(text, delimiter, limits)
	s.every, s.seen = every, seen
	s.quoting = delimiter != '\t'
	rows, err := s.all()
	return rows, s.problems, err
}

// tooLong tells whether a cell has more characters than allowed, and gives its kept part.
func tooLong(cell string, chars int) (string, bool) {
	if len(cell) <= chars {
		return cell, false
	}
	n := 0
	for i := range cell {
		if n == chars {
			return cell[:i], true
		}
		n++
	}
	return cell, false
}
