package webinar

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rapporteur/internal/tabular"
)

var (
	// looksHTML tells a page or a copied table from text in which the publishing system left some tags; mayBeHTML is
	// text with tags at all.
	looksHTML = pattern(`(?i)<(?:!doctype\s+html|html|body|table|tbody|tr|td|dl)[\s>]|^\s*<(?:!--|[a-z])`)
	mayBeHTML = pattern(`(?i)<(?:div|p|h[1-6]|section|article|strong|b|span)[\s>]`)
	listSign  = pattern(`(?i)mso-list:\s*ignore`)
)

// furniture is what a saved page carries around the outline.
var furniture = map[atom.Atom]bool{atom.Script: true, atom.Style: true, atom.Nav: true, atom.Head: true,
	atom.Template: true, atom.Noscript: true, atom.Button: true, atom.Svg: true, atom.Iframe: true}

// tableOfPage reads the HTML table of a published outline: rows of a label cell and text cells. A page without such a
// table is read as pasted text, one line per block.
func tableOfPage(page string) (table, error) {
	if lower := strings.ToLower(page); strings.Contains(lower, "<tr") && !strings.Contains(lower, "<table") {
		page = "<table>" + page + "</table>" // copied rows: without the table the parser would drop their tags
	}
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return table{}, err
	}
	if main := find(root, func(n *html.Node) bool { return n.DataAtom == atom.Main || n.DataAtom == atom.Article }); main != nil &&
		find(main, isRow) != nil {
		root = main
	}
	r := pageReader{tables: map[*html.Node]bool{}}
	r.walk(root)
	r.endBlock()
	r.table.rows = r.rows.close()
	known := 0
	for _, row := range r.table.rows {
		if kindOf(row.Label) != "" {
			known++
		}
	}
	if known < 2 {
		r.table = tableOfText(strings.Join(linesOf(root, true), "\n\n"))
	}
	if headings := findAll(root, func(n *html.Node) bool { return n.DataAtom == atom.H1 }); len(headings) == 1 {
		if text := strings.Join(linesOf(headings[0], false), " "); !isNoise(text) {
			r.table.heading = flat(blocks(text))
		}
	}
	if own := find(root, func(n *html.Node) bool { return n.DataAtom == atom.Header && attribute(n, "class") == headerClass }); own != nil {
		r.table.header = nil
		for _, line := range linesOf(own, false) {
			r.table.header = append(r.table.header, []string{line})
		}
	} else {
		r.table.takeTrailingURL()
		r.table.header = nearest(r.table.header, r.table.heading)
	}
	return r.table, nil
}

// headerClass marks the lines above the table on pages that we write.
const headerClass = "outline"

// nearest gives the three lines next to the table, and the heading where it stands above them: a saved page has menus
// above the outline.
func nearest(header [][]string, heading string) [][]string {
	header = slices.DeleteFunc(header, func(block []string) bool { return isNoise(strings.Join(block, " ")) })
	n := len(header)
	if n <= 3 {
		return header
	}
	for _, block := range header[:n-3] {
		if heading != "" && strings.Join(block, " ") == heading {
			return append([][]string{block}, header[n-2:]...)
		}
	}
	return header[n-3:]
}

// pageReader walks a page in reading order and parts it at the rows.
type pageReader struct {
	table  table
	rows   openRows
	block  strings.Builder
	tables map[*html.Node]bool // whether a table has labelled rows
}

// labelled tells whether a row belongs to a table with a label that we know: others are menus and layout.
func (r *pageReader) labelled(row *html.Node) bool {
	t := tableOfRow(row)
	known, seen := r.tables[t]
	if !seen {
		for _, other := range findAll(t, isRow) {
			if cells := cellsOf(other); len(cells) > 0 && tableOfRow(other) == t && len(strings.Join(linesOf(cells[0], false), " ")) <= 80 {
				known = known || kindOf(labelOf(&cells)) != ""
			}
		}
		r.tables[t] = known
	}
	return known
}

func tableOfRow(row *html.Node) *html.Node {
	t := row.Parent
	for t != nil && t.DataAtom != atom.Table {
		t = t.Parent
	}
	return t
}

func cellsOf(row *html.Node) []*html.Node {
	var cells []*html.Node
	for c := row.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Td || c.DataAtom == atom.Th {
			cells = append(cells, c)
		}
	}
	return cells
}

// labelOf gives the label of a row's cells, a column of numbers before it left out.
func labelOf(cells *[]*html.Node) string {
	label := strings.Join(linesOf((*cells)[0], false), " ")
	for len(*cells) > 2 && label != "" && !hasWord(label) {
		*cells = (*cells)[1:]
		label = strings.Join(linesOf((*cells)[0], false), " ")
	}
	return label
}

func (r *pageReader) walk(n *html.Node) {
	switch {
	case n.Type == html.ElementNode && furniture[n.DataAtom]:
		return
	case isRow(n) && r.labelled(n):
		r.endBlock()
		r.row(n)
		return
	case n.Type == html.TextNode:
		// A line break in the source is a blank on the page.
		r.block.WriteString(strings.ReplaceAll(n.Data, "\n", " "))
	}
	block := isBlock(n)
	if block {
		r.endBlock()
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.walk(c)
	}
	if block {
		r.endBlock()
	}
}

// endBlock closes a stretch of text outside of the rows.
func (r *pageReader) endBlock() {
	text := tabular.Clean(r.block.String())
	r.block.Reset()
	switch {
	case text == "":
	case len(r.rows) > 0:
		r.table.footer = append(r.table.footer, text)
	default:
		r.table.header = append(r.table.header, []string{text})
	}
}

// row takes one table row. A row of a layout table around the real one is walked into.
func (r *pageReader) row(n *html.Node) {
	cells := cellsOf(n)
	if len(cells) == 0 {
		return
	}
	label := labelOf(&cells)
	nested := find(n, func(m *html.Node) bool { return m != n && m.DataAtom == atom.Table }) != nil
	var lines []string
	for _, c := range cells[1:] {
		lines = append(lines, linesOf(c, kindOf(label) == rowResources)...)
	}
	text := strings.Join(lines, "\n")
	switch {
	case nested && kindOf(label) == "":
		for _, c := range cells {
			for child := c.FirstChild; child != nil; child = child.NextSibling {
				r.walk(child)
			}
		}
		r.endBlock()
	case terminator().MatchString(label + " " + text):
	case len(cells) == 1 && isSection(label):
	case len(cells) == 1 && len(r.rows) == 0:
		r.table.header = append(r.table.header, []string{label})
	case len(cells) == 1:
		r.rows.goOn("\n" + strings.Join(linesOf(cells[0], kindOf(r.rows.last()) == rowResources), "\n"))
	case label == "":
		r.rows.goOn("\n" + text)
	case !hasWord(stripTags(label)): // no label: the text goes on
		r.rows.goOn("\n" + label + " " + text)
	default:
		r.rows.add(label, text)
	}
}
