package webinar

import (
	"bytes"
	"html"
	"slices"
	"strings"
)

// WriteText writes an outline in the published layout: project, long title and title above, one row per label (label,
// TAB, text; further paragraphs in rows without a label, list items in one line with bullets), the closing row of
// dashes, the web address. UTF-8, LF. A row whose text still says what the fields say is written as it was read; others
// are written from the fields. ReadOutline of the result gives the same outline.
func WriteText(o Outline) []byte {
	var b bytes.Buffer
	header, rows := printable(o)
	for _, line := range header {
		b.WriteString(line + "\n\n")
	}
	for _, row := range rows {
		for i, line := range tabbedLines(row.Text) {
			if i == 0 {
				b.WriteString(row.Label)
			}
			b.WriteString("\t" + line + "\n")
		}
	}
	b.WriteString("--\t---\n")
	if o.WebReference != "" {
		b.WriteString("\n" + o.WebReference + "\n")
	}
	return b.Bytes()
}

// tabbedLines puts the items of a list behind each other; every other paragraph has a line of its own.
func tabbedLines(text string) []string {
	var lines []string
	for _, line := range strings.Split(text, "\n") {
		if n := len(lines); n > 0 && strings.HasPrefix(line, bullet) && strings.HasPrefix(lines[n-1], bullet) {
			lines[n-1] += " " + line
			continue
		}
		lines = append(lines, line)
	}
	return lines
}

// WriteHTML writes an outline as a complete page with the published table: plain, accessible (a heading, row headers, a
// language), without scripts, and with every text escaped. ReadOutline of the result gives the same outline.
func WriteHTML(o Outline) []byte {
	var b bytes.Buffer
	header, rows := printable(o)
	heading := o.Title
	if heading == "" {
		heading = "Outline"
	}
	b.WriteString("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n" +
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + html.EscapeString(heading) + "</title>\n" +
		"<style>\nbody{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}\n" +
		"table{border-collapse:collapse;width:100%}\nth,td{border:1px solid #767676;padding:.5rem .75rem;text-align:left;vertical-align:top}\n" +
		"th{width:11rem}\n</style>\n</head>\n<body>\n<main>\n")
	b.WriteString("<header class=\"" + headerClass + "\">\n")
	for i, line := range header {
		tag := "p"
		if i == len(header)-1 && line == o.Title {
			tag = "h1"
		}
		b.WriteString("<" + tag + ">" + html.EscapeString(line) + "</" + tag + ">\n")
	}
	b.WriteString("</header>\n<table aria-label=\"Outline\">\n<tbody>\n")
	for _, row := range rows {
		b.WriteString("<tr><th scope=\"row\">" + html.EscapeString(row.Label) + "</th><td>")
		writeBlocks(&b, strings.Split(row.Text, "\n"))
		b.WriteString("</td></tr>\n")
	}
	b.WriteString("</tbody>\n</table>\n")
	if o.WebReference != "" {
		b.WriteString("<p>" + link(o.WebReference) + "</p>\n")
	}
	b.WriteString("</main>\n</body>\n</html>\n")
	return b.Bytes()
}

// writeBlocks writes paragraphs and lists.
func writeBlocks(b *bytes.Buffer, lines []string) {
	inList := false
	for _, line := range lines {
		text, item := strings.CutPrefix(line, bullet)
		if item != inList {
			b.WriteString(map[bool]string{true: "<ul>", false: "</ul>"}[item])
			inList = item
		}
		tag := "p"
		if item {
			tag = "li"
		}
		b.WriteString("<" + tag + ">" + html.EscapeString(text) + "</" + tag + ">")
	}
	if inList {
		b.WriteString("</ul>")
	}
}

// link writes a web address as a link; anything else as text.
func link(address string) string {
	text := html.EscapeString(address)
	if !onlyURL().MatchString(address) {
		return text
	}
	target := text
	if !strings.Contains(target, "://") {
		target = "https://" + target
	}
	return `<a href="` + target + `">` + text + "</a>"
}

// printable gives the lines above the table and the rows of an outline.
func printable(o Outline) (header []string, rows []Row) {
	rows = slices.Clone(o.Rows)
	// What the kept rows say by themselves, with the header as it stands.
	was := interpret(table{rows: rows})
	for _, p := range rowPrinters {
		if p.same(o, was) {
			continue
		}
		rows = replaceRow(rows, p.kinds, p.print(o))
	}
	inRows := slices.ContainsFunc(rows, func(r Row) bool { return headerKinds[kindOf(r.Label)] }) // printed a second time
	for _, lines := range [][]string{o.Header, o.headerLines()} {
		if len(lines) > 0 && !inRows && o.headerFits(lines) {
			return lines, rows
		}
	}
	above := slices.Concat(labelled("Project", o.Project), labelled("Project title", o.ProjectTitle), labelled("Title", o.Title))
	return nil, append(above, rows...)
}

func labelled(label, value string) []Row {
	if value == "" {
		return nil
	}
	return []Row{{label, value}}
}

// replaceRow puts new rows in the place of the rows of some kinds; where there are none, behind the last row that is
// published before them.
func replaceRow(rows []Row, kinds []string, with []Row) []Row {
	place := -1
	var kept []Row
	for _, row := range rows {
		if slices.Contains(kinds, kindOf(row.Label)) {
			if place < 0 {
				place = len(kept)
			}
			continue
		}
		kept = append(kept, row)
	}
	if place < 0 {
		place = len(kept)
		for i := len(kept) - 1; i >= 0; i-- {
			if order := slices.Index(publishedOrder, kindOf(kept[i].Label)); order >= 0 && order < slices.Index(publishedOrder, kinds[0]) {
				break
			}
			place = i
		}
	}
	return slices.Insert(kept, place, with...)
}
