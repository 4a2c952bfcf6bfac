package webinar

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rapporteur/internal/tabular"
)

// linesOf gives the text of a node, one line per block, list items with the bullet. With links the address of a link
// stands in brackets behind its text.
func linesOf(n *html.Node, links bool) []string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		switch {
		case n.Type == html.ElementNode && furniture[n.DataAtom]:
			return
		case n.Type == html.ElementNode && listSign().MatchString(attribute(n, "style")): // the sign of a list in Word
			if sign := tabular.Clean(textOf(n)); strings.ContainsAny(sign, "0123456789") {
				b.WriteString(sign + " ")
			} else {
				b.WriteString(bullet)
			}
			return
		case n.Type == html.TextNode:
			b.WriteString(strings.ReplaceAll(n.Data, "\n", " "))
		case isRow(n) && len(cellsOf(n)) > 1: // a table in a cell: one line per row
			var texts []string
			for _, c := range cellsOf(n) {
				if text := strings.Join(linesOf(c, links), " "); text != "" {
					texts = append(texts, text)
				}
			}
			b.WriteString("\n" + strings.Join(texts, ", ") + "\n")
			return
		case n.DataAtom == atom.Li:
			b.WriteString("\n" + bullet)
		case isBlock(n):
			b.WriteString("\n")
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		if address := attribute(n, "href"); links && n.DataAtom == atom.A && webAddress().MatchString(address) && !webAddress().MatchString(textOf(n)) {
			b.WriteString(" (" + strings.TrimSpace(address) + ")")
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

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func textOf(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.WriteString(textOf(c))
	}
	return b.String()
}

func findAll(n *html.Node, is func(*html.Node) bool) []*html.Node {
	var found []*html.Node
	if is(n) {
		found = append(found, n)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		found = append(found, findAll(c, is)...)
	}
	return found
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
