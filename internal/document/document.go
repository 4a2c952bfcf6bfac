// Package document is the neutral form of everything that is printed: blocks in order, drawn by render/pdf and
// render/xlsx. It knows no layout and no product words.
package document

// Block is one of Heading, Paragraph, List, Table, Figure, PageBreak, KeyFacts.
type Block interface{ block() }

// Heading opens a section. Level is 1 to 3. Number ("3", "Annex A") stands before the text, "" for none. ID is a stable
// name for links and the outline of the PDF.
type Heading struct {
	Level  int
	Number string
	Text   string
	ID     string
}

// Paragraph is running text. Small is for notes under a table or figure.
type Paragraph struct {
	Text  string
	Small bool
}

// List is a bulleted or numbered list. First is the number of the first item, 0 for 1. Paired sets two items side by
// side, for long lists of short ones.
type List struct {
	Items    []string
	Numbered bool
	First    int
	Paired   bool
}

// Align says how a column stands.
type Align int

// Column alignments.
const (
	Left Align = iota
	Right
	Centre
)

// Column is a table column; its width follows from its content.
type Column struct {
	Title string
	Align Align
}

// Table has a caption ("Table 3. …" is numbered by the renderer's caller), columns and rows of text cells. The header
// row repeats on each page. Total marks the last row as a sum; with Shares it is the last but one, and the last holds the
// shares of the sum. RowHeader says the first column is a heading of its row. Numbers, when set, holds the number behind a
// cell for spreadsheets: Numbers[r][c] is nil for text. Figures, when set, names the figure in a cell, by which a screen
// opens the people behind it; "" for none.
type Table struct {
	ID        string
	Caption   string
	Columns   []Column
	Rows      [][]string
	Numbers   [][]*float64
	Figures   [][]string
	Total     bool
	Shares    bool
	RowHeader bool
	Notes     []string
}

// Sum is the index of the row of sums, -1 when the table has none.
func (t Table) Sum() int {
	switch {
	case !t.Total:
		return -1
	case t.Shares:
		return len(t.Rows) - 2
	}
	return len(t.Rows) - 1
}

// Figure is a picture of vectors: SVG text of ECharts' subset, width and height in SVG units, Alt the sentence that
// replaces it. Option is the ECharts option it was drawn from; SVG is filled in before rendering.
type Figure struct {
	ID      string
	Caption string
	Alt     string
	Option  []byte
	SVG     string
	Width   float64
	Height  float64
}

// Fact is one line of a key-facts box.
type Fact struct{ Label, Value string }

// KeyFacts is the box of the main figures.
type KeyFacts struct {
	Title string
	Facts []Fact
}

// PageBreak starts a new page.
type PageBreak struct{}

func (Heading) block()   {}
func (Paragraph) block() {}
func (List) block()      {}
func (Table) block()     {}
func (Figure) block()    {}
func (KeyFacts) block()  {}
func (PageBreak) block() {}

// Footnote is printed at the foot of each page with a text, charts included, in which Trigger matches: a regular
// expression (RE2), for texts in normal form C.
type Footnote struct {
	Trigger string
	Mark    string
	Text    string
}

// Cover is the first page. The document's FooterLeft, which says what the copy may be used for, stands on it too.
type Cover struct {
	Kicker     string // project line, over the title
	Title      string
	Subtitle   string // "Outcome report"
	Lines      []Fact // date, place, result …
	Status     string // "Draft" or "Final"
	Text       []string
	Disclaimer string
}

// Document is what a renderer gets. Date (RFC 3339, UTC) is the document's own date, never the clock. HeaderLeft,
// HeaderRight and FooterLeft stand on every page, on the cover FooterLeft alone; "page x of y" is added by the renderer.
type Document struct {
	Title                               string
	Author                              string
	Subject                             string
	Language                            string // BCP 47, "en"
	Date                                string
	HeaderLeft, HeaderRight, FooterLeft string
	Cover                               Cover
	Blocks                              []Block
	Footnotes                           []Footnote
}
