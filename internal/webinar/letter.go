package webinar

import (
	"html"
	"slices"
	"strings"
	"unicode/utf8"

	"rapporteur/internal/tabular"
)

// block is a piece of a document in reading order: a paragraph, or a table.
type block struct {
	sign   string // of a list item: the bullet, or its number
	title  bool   // in the style of the document's title
	pieces []piece
	rows   [][]cell // of a table
}

// piece is a stretch of a paragraph's text: tabs and line breaks in it as such. Address is where a link leads.
type piece struct{ text, address string }

type cell []block

func (b block) isTable() bool { return b.rows != nil }

// plainText is a paragraph's text without its sign.
func (b block) plainText() string {
	var text strings.Builder
	for _, p := range b.pieces {
		text.WriteString(p.text)
	}
	return text.String()
}

// line is a paragraph as pasted text: the sign in front, the address of a link in brackets behind its words.
func (b block) line() string {
	var text strings.Builder
	for _, p := range b.pieces {
		text.WriteString(p.text)
		if webAddress().MatchString(p.address) && !webAddress().MatchString(p.text) {
			text.WriteString(" (" + p.address + ")")
		}
	}
	line := text.String()
	if b.sign != "" && strings.TrimSpace(line) != "" {
		return b.sign + strings.TrimLeft(line, " \t")
	}
	return line
}

// tableOfBlocks gives a document's blocks the form of an outline. Its table of labelled rows is read as that of a page;
// a document without one, or with more of its rows in running text, as pasted text.
func tableOfBlocks(blocks []block) (table, error) {
	text := tableOfText(strings.Join(linesOfBlocks(blocks), "\n"))
	var titles []string
	for _, b := range blocks {
		if b.title && !isNoise(tabular.Clean(b.plainText())) {
			titles = append(titles, tabular.Clean(b.plainText()))
		}
	}
	if len(titles) == 1 {
		text.heading = titles[0]
	}
	if !slices.ContainsFunc(blocks, block.isTable) {
		return text, nil
	}
	page, err := tableOfPage(pageOfBlocks(blocks, len(titles) == 1))
	if err != nil {
		return table{}, err
	}
	mixed, err := tableThenText(blocks, len(titles) == 1)
	if err != nil {
		return table{}, err
	}
	if mixed.isOutline() && mixed.kinds() > max(page.kinds(), text.kinds()) {
		return mixed, nil
	}
	if page.isOutline() && page.kinds() >= text.kinds() || !text.isOutline() {
		return page, nil
	}
	return text, nil
}

// tableThenText gives a document the form of an outline whose rows stand in a table first and in paragraphs behind it.
func tableThenText(blocks []block, titled bool) (table, error) {
	behind := len(blocks)
	for behind > 0 && !blocks[behind-1].isTable() {
		behind--
	}
	t, err := tableOfPage(pageOfBlocks(blocks[:behind], titled))
	if err != nil {
		return table{}, err
	}
	rest := tableOfText(strings.Join(linesOfBlocks(blocks[behind:]), "\n"))
	t.rows = append(t.rows, rest.rows...)
	t.footer = slices.Concat(slices.Concat(rest.header...), rest.footer)
	return t, nil
}

// kinds counts the kinds of rows that a table has.
func (t table) kinds() int {
	kinds := map[string]bool{}
	for _, row := range t.rows {
		kinds[kindOf(row.Label)] = true
	}
	delete(kinds, "")
	return len(kinds)
}

// linesOfBlocks gives a document as lines of text. Paragraphs are parted by blank lines, save in a document whose
// paragraphs are the lines of a text that a mail program wrapped. The label of a table's row stands before a tab, and the
// paragraphs behind it begin with one.
func linesOfBlocks(blocks []block) []string {
	wrapped := isWrapped(blocks)
	var lines []string
	for _, b := range blocks {
		switch {
		case b.isTable():
			for _, row := range b.rows {
				lines = append(lines, lineOfRow(row)...)
			}
		default:
			lines = append(lines, strings.Split(b.line(), "\n")...)
			if wrapped {
				continue
			}
		}
		lines = append(lines, "")
	}
	return lines
}

func lineOfRow(row []cell) []string {
	var lines []string
	for i, c := range row {
		inner := slices.DeleteFunc(linesOfBlocks(c), func(s string) bool { return strings.TrimSpace(s) == "" })
		switch {
		case i == 0:
			lines = append(lines, strings.Join(inner, " "))
		case len(inner) > 0:
			lines[len(lines)-1] += "\t" + inner[0]
			for _, more := range inner[1:] {
				lines = append(lines, "\t"+more)
			}
		}
	}
	return lines
}

// isWrapped tells a text whose lines became paragraphs: some go on in small letters from a long one that does not end.
func isWrapped(blocks []block) bool {
	const shortest, enough = 50, 3
	goesOn, above := 0, ""
	for _, b := range blocks {
		text := strings.TrimSpace(b.plainText())
		if n := utf8.RuneCountInString(above); n >= shortest && n <= 100 && b.sign == "" && startsLower(text) && !strings.ContainsAny(above[len(above)-1:], ".:;!?") {
			goesOn++
		}
		if above = text; b.isTable() || b.sign != "" {
			above = ""
		}
	}
	return goesOn >= enough
}

// pageOfBlocks writes the blocks as a page. The title is a heading where there is one.
func pageOfBlocks(blocks []block, titled bool) string {
	var b strings.Builder
	writePage(&b, blocks, titled)
	return b.String()
}

func writePage(b *strings.Builder, blocks []block, titled bool) {
	for _, x := range blocks {
		if x.isTable() {
			b.WriteString("<table>")
			for _, row := range x.rows {
				b.WriteString("<tr>")
				for _, c := range row {
					b.WriteString("<td>")
					writePage(b, c, false)
					b.WriteString("</td>")
				}
				b.WriteString("</tr>")
			}
			b.WriteString("</table>")
			continue
		}
		tag := "p"
		switch {
		case titled && x.title:
			tag = "h1"
		case x.sign == bullet:
			tag = "li"
		}
		b.WriteString("<" + tag + ">")
		if x.sign != bullet {
			b.WriteString(html.EscapeString(x.sign))
		}
		for _, p := range x.pieces {
			text := strings.ReplaceAll(html.EscapeString(p.text), "\n", "<br>")
			if p.address != "" {
				text = `<a href="` + html.EscapeString(p.address) + `">` + text + "</a>"
			}
			b.WriteString(text)
		}
		b.WriteString("</" + tag + ">")
	}
}
