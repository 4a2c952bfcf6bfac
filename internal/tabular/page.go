package tabular

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"

	"rapporteur/internal/fault"
	"rapporteur/internal/progress"
)

// Older platforms and form systems call a file ".xls" that is a web page with a table in it; spreadsheet programs open it.
// Such a table is read as theirs: a row's Line is its number in the table, for the page may be written on one line.

const (
	// A page is a table of data from this width and height on; narrower ones lay out a page, or are an outline.
	pageColumns = 3
	pageRows    = 2
	// maxTables is how deep tables may stand in each other, and how many a page may have.
	maxTables = 200
)

// readPage reads the tables of a web page, each as a sheet. A page without one is refused.
func readPage(data []byte, limits Limits, said Said, seen progress.Seen) (*File, error) {
	if err := said.check(); err != nil {
		return nil, err
	}
	if len(data) > limits.TextBytes {
		return nil, errTextTooLarge(limits)
	}
	d, err := decodePage(data, said.Encoding)
	if err != nil {
		return nil, err
	}
	p := pageReader{limits: limits, problems: d.problems}
	if err := p.walk(d.text, seen); err != nil {
		return nil, err
	}
	if len(p.sheets) == 0 {
		return nil, kindPage.refusal()
	}
	return &File{Encoding: d.encoding, EncodingWhy: d.why, EncodingUnsure: d.unsure, Alternatives: d.alternatives(data),
		Sheets: p.sheets, Problems: p.problems.inOrder()}, nil
}

// decodePage goes by the encoding that a page declares, where its bytes do not tell another.
func decodePage(data []byte, said string) (decoded, error) {
	if _, wide := sniffWide(data); said == "" && !wide && !utf8.Valid(data) && strings.Contains(strings.ToLower(string(head(data, 1024))), "charset") {
		declared, name, _ := charset.DetermineEncoding(data, "")
		if text, err := declared.NewDecoder().Bytes(data); err == nil && name != "utf-8" {
			return decoded{text: string(text), encoding: name, why: "the page says so"}, nil
		}
	}
	return decode(data, said)
}

// pageReader walks a page and keeps the tables that are open, the innermost last.
type pageReader struct {
	limits   Limits
	open     []*pageTable
	seen     int
	cells    int
	sheets   []Sheet
	problems problemList
}

// blankLines takes the line ends of the source, which are blanks on the page, and bytes without meaning out of a text.
var blankLines = strings.NewReplacer("\r", " ", "\n", " ", "\x00", "")

// pageTable is a table while it is read.
type pageTable struct {
	rows   []Row
	cells  []string
	inRow  bool
	cell   *strings.Builder // nil between cells
	span   int
	number int
	widest int
}

func (p *pageReader) walk(text string, seen progress.Seen) error {
	z, read := html.NewTokenizer(strings.NewReader(text)), 0
	for n := 0; ; n++ {
		if n%tellEvery == 0 && !seen.Tell(read, len(text)) {
			return progress.ErrEnded
		}
		kind := z.Next()
		read += len(z.Raw())
		switch kind {
		case html.ErrorToken:
			for len(p.open) > 0 { // cut off, or never closed
				if err := p.endTable(); err != nil {
					return err
				}
			}
			return nil
		case html.TextToken:
			if t := p.table(); t != nil && t.cell != nil {
				t.cell.WriteString(html.UnescapeString(blankLines.Replace(string(z.Raw()))))
			}
		case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
			if err := p.tag(z, kind); err != nil {
				return err
			}
		}
	}
}

// table is the innermost open table, nil outside of any.
func (p *pageReader) table() *pageTable {
	if len(p.open) == 0 {
		return nil
	}
	return p.open[len(p.open)-1]
}

func (p *pageReader) tag(z *html.Tokenizer, kind html.TokenType) error {
	name, more := z.TagName()
	tag, t := atom.Lookup(name), p.table()
	switch {
	case tag == atom.Table && kind != html.EndTagToken:
		if p.seen++; p.seen > maxTables {
			return fault.New(fault.TooLarge, "The page holds far more tables than an export has.", hintXLSX)
		}
		p.open = append(p.open, &pageTable{})
	case t == nil:
	case tag == atom.Table:
		return p.endTable()
	case tag == atom.Tr:
		if err := p.endRow(); err != nil {
			return err
		}
		t.inRow = kind != html.EndTagToken
	case tag == atom.Td || tag == atom.Th:
		if err := p.endCell(); err != nil || kind == html.EndTagToken {
			return err
		}
		t.inRow, t.cell, t.span = true, &strings.Builder{}, 1
		for more {
			var key, value []byte
			key, value, more = z.TagAttr()
			if n, err := strconv.Atoi(string(value)); err == nil && string(key) == "colspan" && n > 1 {
				t.span = min(n, p.limits.Columns)
			}
		}
	case t.cell != nil && (tag == atom.Br || tag == atom.P || tag == atom.Div || tag == atom.Li):
		t.cell.WriteByte('\n')
	}
	return nil
}

func (p *pageReader) endCell() error {
	t := p.table()
	if t.cell == nil {
		return nil
	}
	text, cut := tooLong(strings.TrimSpace(t.cell.String()), p.limits.CellChars)
	if cut {
		p.problems.add(Problem{Line: t.number + 1, Column: strconv.Itoa(len(t.cells) + 1), Message: "The text of this cell is longer than " +
			strconv.Itoa(p.limits.CellChars) + " characters; the rest was left out."})
	}
	t.cells = append(t.cells, text)
	for ; t.span > 1; t.span-- {
		t.cells = append(t.cells, "")
	}
	t.cell = nil
	if len(t.cells) > 2*p.limits.Columns { // blank ones at the end may yet go
		return p.tooMany(p.limits.Columns, "columns")
	}
	return nil
}

func (p *pageReader) tooMany(n int, what string) error {
	return fault.Newf(fault.TooLarge, "Export one webinar at a time.", "The page has more than %d %s.", n, what).At(fault.Where{Line: p.table().number + 1})
}

func (p *pageReader) endRow() error {
	if err := p.endCell(); err != nil {
		return err
	}
	t := p.table()
	if !t.inRow {
		return nil
	}
	t.number++
	t.inRow = false
	row := Row{Line: t.number, Cells: t.cells}
	for len(row.Cells) > 0 && row.Cells[len(row.Cells)-1] == "" {
		row.Cells = row.Cells[:len(row.Cells)-1]
	}
	t.cells = nil
	p.cells += len(row.Cells)
	switch {
	case len(row.Cells) > p.limits.Columns:
		return p.tooMany(p.limits.Columns, "columns")
	case t.number > p.limits.TextRows:
		return p.tooMany(p.limits.TextRows, "rows")
	case p.cells > p.limits.TextCells:
		return p.tooMany(p.limits.TextCells, "cells")
	}
	if !row.Blank() {
		t.rows, t.widest = append(t.rows, row), max(t.widest, len(row.Cells))
	}
	return nil
}

// endTable keeps the table where it is one of data.
func (p *pageReader) endTable() error {
	if err := p.endRow(); err != nil {
		return err
	}
	t := p.table()
	p.open = p.open[:len(p.open)-1]
	if t.widest >= pageColumns && len(t.rows) >= pageRows {
		name := ""
		if len(p.sheets) > 0 {
			name = "Table " + strconv.Itoa(len(p.sheets)+1)
		}
		p.sheets = append(p.sheets, Sheet{Name: name, Rows: t.rows})
	}
	return nil
}
