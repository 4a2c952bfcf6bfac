package workflow

import (
	"cmp"
	"slices"
	"strconv"

	"rapporteur/internal/intake"
	"rapporteur/internal/tabular"
)

// Remark is one sentence on a file with the places it holds for: how many rows, and the first of their lines. LeftOut: the
// rows take no part in the import.
type Remark struct {
	Message string `json:"message"`
	Column  string `json:"column"`
	Count   int    `json:"count"`
	Lines   []int  `json:"lines"`
	LeftOut bool   `json:"left_out"`
}

// fewLines is how many lines of a remark are named.
const fewLines = 12

// grouped puts problems of one sentence together, in the order in which they are met; those that leave rows out first.
func grouped(problems []tabular.Problem) []Remark {
	type place struct{ message, column string }
	at := map[place]int{}
	out := []Remark{}
	for _, p := range problems {
		key := place{p.Message, p.Column}
		i, ok := at[key]
		if !ok {
			i = len(out)
			at[key] = i
			out = append(out, Remark{Message: p.Message, Column: p.Column, Lines: []int{}, LeftOut: p.LeftOut})
		}
		if out[i].Count++; p.Line > 0 && len(out[i].Lines) < fewLines {
			out[i].Lines = append(out[i].Lines, p.Line)
		}
	}
	slices.SortStableFunc(out, func(a, b Remark) int {
		switch {
		case a.LeftOut == b.LeftOut:
			return 0
		case a.LeftOut:
			return -1
		}
		return 1
	})
	return out
}

// leftOut counts the rows that the reader could not use.
func leftOut(problems []tabular.Problem) int {
	n := 0
	for _, p := range problems {
		if p.LeftOut {
			n++
		}
	}
	return n
}

// leftRow is a row that takes no part, with its reason and as it stands in the file.
type leftRow struct {
	line   int
	reason string
	cells  []string
}

// leaveOut lists the rows that take no part: those the readers could not use, and those the comparison skips.
func (p *FilePlan) leaveOut(table *tabular.File, skipped []intake.Skip) {
	for _, x := range p.Problems {
		if x.LeftOut {
			p.left = append(p.left, leftRow{line: x.Line, reason: x.Message})
		}
	}
	for _, s := range skipped {
		p.left = append(p.left, leftRow{line: s.Line, reason: s.Reason})
	}
	rows := make(map[int][]string, len(p.left))
	for _, l := range p.left {
		rows[l.line] = nil
	}
	for _, s := range table.Sheets {
		for _, r := range s.Rows {
			cells, wanted := rows[r.Line]
			switch {
			case !wanted:
			case cells != nil: // in two sheets: which of them is not known
				rows[r.Line] = []string{}
			default:
				rows[r.Line] = slices.Clone(r.Cells) // a row shares its room with many others, which the plan does not keep
			}
		}
	}
	for i := range p.left {
		p.left[i].cells = rows[p.left[i].line]
	}
	slices.SortStableFunc(p.left, func(a, b leftRow) int { return cmp.Compare(a.line, b.line) })
	p.LeftOut = len(p.left)
	for _, l := range p.left {
		p.Skipped[l.reason]++
	}
}

// LeftOutCSV lists the rows that take no part in an import, each with its file, line and reason and as it stands in the
// file, as CSV.
func (p Plan) LeftOutCSV() ([]byte, error) {
	header, rows, widest := []string{"file", "line", "reason"}, [][]string{}, 0
	for _, f := range p.Files {
		for _, l := range f.left {
			rows = append(rows, append([]string{f.File, strconv.Itoa(l.line), l.reason}, l.cells...))
			widest = max(widest, len(l.cells))
		}
	}
	for i := range widest {
		header = append(header, "column "+strconv.Itoa(i+1))
	}
	return CSV(header, rows)
}
