package tabular

import "strings"

// A spreadsheet program whose lists are parted by semicolons opens a file parted by commas with each line in one cell, and
// saves it so: as a workbook with one column, or as text in which lines that hold quotes are quoted as a whole.

// fewestUnparted is how many lines must stand in a cell each before a table is taken for one that was not parted.
const fewestUnparted = 3

// partLines parts the lines of such a table, and says so. Against the officer's word on the delimiter nothing is parted.
func partLines(f *File, limits Limits, said Said) error {
	for i, sheet := range f.Sheets {
		delimiter, ok := unparted(sheet.Rows)
		if !ok || said.Delimiter != "" && said.Delimiter != string(delimiter) {
			continue
		}
		p := parter{delimiter: delimiter, limits: limits, problems: f.Problems}
		if err := p.part(sheet.Rows); err != nil {
			return err
		}
		f.Sheets[i].Rows = p.rows
		p.problems.add(Problem{Message: "The lines of this table stood in one cell each, as a spreadsheet program saves a file that it did not part " +
			"into columns; they were parted."})
		f.Problems = p.problems.inOrder()
		f.Delimiter, f.DelimiterWhy = string(delimiter), "it parts the lines that stand in one cell each"
	}
	return nil
}

// unparted tells by the first rows whether lines stand in one cell each, and what parts them: more than half of the rows of
// one cell have three parts or more, with hardly a blank behind a delimiter. People write lists in a cell with blanks.
func unparted(rows []Row) (delimiter byte, ok bool) {
	var lines []string
	for _, row := range rows[:min(len(rows), sampleLines)] {
		if oneCell(row) {
			lines = append(lines, row.Cells[0])
		}
	}
	if len(lines) < fewestUnparted {
		return 0, false
	}
	most := 0
	for _, d := range []byte{'\t', ';', ',', '|'} {
		wide := 0
		for _, line := range lines {
			if count, spaced := delimiters(line, d); count >= 2 && 2*spaced <= count {
				wide++
			}
		}
		if wide > most {
			delimiter, most = d, wide
		}
	}
	return delimiter, most >= fewestUnparted && 2*most > len(lines)
}

func oneCell(row Row) bool { return len(row.Cells) == 1 }

// parter parts the rows of a table.
type parter struct {
	delimiter byte
	limits    Limits
	rows      []Row
	cells     int
	problems  problemList
}

// mostLines is over how many rows a quoted cell of an unparted line may reach.
const mostLines = 50

func (p *parter) part(rows []Row) error {
	for i := 0; i < len(rows); i++ {
		row := rows[i]
		if !oneCell(row) {
			p.rows = append(p.rows, row)
			continue
		}
		text, used := wholeLine(rows[i:])
		if strings.Count(text, `"`)%2 != 0 {
			text = strings.ReplaceAll(text, `"`, "")
			p.problems.add(Problem{Line: row.Line, Message: "A quotation mark of this line is not closed; the line was parted without regard to quotation marks."})
		}
		s := newScanner(text, p.delimiter, p.limits)
		s.quoting, s.cells = p.delimiter != '\t', p.cells
		found, err := s.all()
		if err != nil {
			return err
		}
		p.cells = s.cells
		for _, r := range found {
			p.rows = append(p.rows, Row{Line: row.Line + r.Line - 1, Cells: r.Cells})
		}
		for _, problem := range s.problems {
			problem.Line += row.Line - 1
			p.problems.add(problem)
		}
		i += used - 1
	}
	return nil
}

// wholeLine is the text of the first row, with those of the rows behind it that a quote of it runs on to, and how many rows
// that are.
func wholeLine(rows []Row) (text string, used int) {
	text = rows[0].Cells[0]
	for used = 1; strings.Count(text, `"`)%2 != 0 && used < min(len(rows), mostLines) && oneCell(rows[used]); used++ {
		text += "\n" + rows[used].Cells[0]
	}
	if strings.Count(text, `"`)%2 != 0 { // nothing closes it
		return rows[0].Cells[0], 1
	}
	return text, used
}
