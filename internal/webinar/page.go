package webinar

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rapporteur/internal/tabular"
)

// looksHTML tells a page or a copied table from text in which the publishing system left some tags.
var looksHTML = regexp.MustCompile(`(?i)<(?:!doctype\s+html|html|body|table|tbody|tr|td|dl)[\s>]`)

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
	r := pageReader{}
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
		return tableOfText(strings.Join(linesOf(root), "\n")), nil
	}
	// A saved page has menus above the outline: the three lines next to the table are the outline's own.
	if n := len(r.table.header); n > 3 {
		r.table.header = r.table.header[n-3:]
	}
	return r.table, nil
}

// pageReader walks a page in reading order and parts it at the rows.
type pageReader struct {
	table table
	rows  openRows
	block strings.Builder
}

func (r *pageReader) walk(n *html.Node) {
	switch {
	case n.Type == html.ElementNode && furniture[n.DataAtom]:
		return
	case isRow(n):
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
	var cells []*html.Node
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Td || c.DataAtom == atom.Th {
			cells = append(cells, c)
		}
	}
	if len(cells) == 0 {
		return
	}
	label := strings.Join(linesOf(cells[0]), " ")
	nested := find(n, func(m *html.Node) bool { return m != n && m.DataAtom == atom.Table }) != nil
	var lines []string
	for _, c := range cells[1:] {
		lines = append(lines, linesOf(c)...)
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
	case terminator.MatchString(label + " " + text):
	case len(cells) == 1 && len(r.rows) == 0:
		r.table.header = append(r.table.header, []string{label})
	case len(cells) == 1:
		r.rows.goOn("\n" + strings.Join(linesOf(cells[0]), "\n"))
	case label == "":
		r.rows.goOn("\n" + text)
	default:
		r.rows.add(label, text)
	}
}

// linesOf gives the text of a node, one line per block, list items with the bullet.
func linesOf(n *html.Node) []string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		switch {
		case n.Type == html.ElementNode && furniture[n.DataAtom]:
			return
		case n.Type == html.TextNode:
			b.WriteString(strings.ReplaceAll(n.Data, "\n", " "))
		case n.DataAtom == atom.Li:
			b.WriteString("\n" + bullet)
		case isBlock(n):
			b.WriteString("\n")
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		if isBlock(n) {
			b.WriteString("\n")
		}
	}
	walk(n)
	lines := strings.Split(b.String(), "\n")
	for i, line := range lines {
		lines[i] = tabular.Clean(line)
	}
	// A paragraph inside a list item leaves the bullet alone on its line.
	for i := 0; i+1 < len(lines); i++ {
		if lines[i] == strings.TrimSpace(bullet) && lines[i+1] != "" {
			lines[i], lines[i+1] = "", bullet+lines[i+1]
		}
	}
	return slices.DeleteFunc(lines, func(s string) bool { return s == "" })
}

func isRow(n *html.Node) bool { return n.Type == html.ElementNode && n.DataAtom == atom.Tr }

func isBlock(n *html.Node) bool {
	if n.Type != html.ElementNode {
		return false
	}
	switch n.DataAtom {
	case atom.P, atom.Br, atom.Div, atom.Ul, atom.Ol, atom.Li, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6,
		atom.Section, atom.Article, atom.Main, atom.Header, atom.Footer, atom.Aside, atom.Dl, atom.Dt, atom.Dd,
		atom.Table, atom.Tr, atom.Td, atom.Th, atom.Caption, atom.Blockquote, atom.Pre, atom.Hr, atom.Body:
		return true
	}
	return false
}

func find(n *html.Node, is func(*html.Node) bool) *html.Node {
	if is(n) {
		return n
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if m := find(c, is); m != nil {
			return m
		}
	}
	return nil
}
