package webinar

import (
	"html"
	"slices"
	"strings"

	"rapporteur/internal/tabular"
)

// bullet opens every line of a list in a Row's text, whatever sign or tag the source used.
const bullet = "• "

var (
	entityPattern = pattern(`&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});`)
	itemTag       = pattern(`(?i)<li(?:\s[^<>]*)?>`)
	breakTag      = pattern(`(?i)</?(?:p|br|ul|ol|div|tr|td|th|table|tbody|h[1-6]|section|dl|dt|dd|blockquote)(?:\s[^<>]*)?/?>|</li\s*>`)
	plainTag      = pattern(`(?i)</?(?:b|i|u|em|strong|span|a|font|sup|sub|small|mark|abbr|o:p)(?:\s[^<>]*)?/?>`)
	bulletSign    = pattern(`\s*[•▪◦‣●■○◆❖►▸➢➤✓✔\x{f0b7}\x{f0a7}\x{f0d8}\x{f0fc}\x{2043}]\s*`)
	dashBullet    = pattern(`^\s*[-–—*·]\s+`)
)

// plainHyphens are the hyphens that word processors put in for "-".
var plainHyphens = strings.NewReplacer("\u2010", "-", "\u2011", "-", "&#8208;", "-", "&#8209;", "-")

// blocks gives the paragraphs of a cell: markup that the publishing system left in the text is taken out (tags may be
// unclosed), every list item becomes a line that starts with the bullet, blanks are collapsed, empty lines dropped.
// blocks of the joined result is the result again.
func blocks(cell string) []string {
	cell = plainHyphens.Replace(cell)
	for i := 0; i < 4; i++ { // markup escaped more often than that is nobody's
		next := stripTags(entityPattern().ReplaceAllStringFunc(cell, html.UnescapeString))
		if next == cell {
			break
		}
		cell = next
	}
	var lines []string
	for _, line := range strings.Split(strongSign().ReplaceAllString(cell, "$1$2"), "\n") {
		if dashBullet().MatchString(line) {
			line = dashBullet().ReplaceAllString(line, bullet)
		}
		for i, part := range bulletSign().Split(line, -1) {
			part = tabular.Clean(part)
			switch {
			case part == "" || terminator().MatchString(part): // a line of dashes only is drawn, not said
			case i > 0:
				lines = append(lines, bullet+part)
			default:
				lines = append(lines, part)
			}
		}
	}
	return lines
}

func stripTags(s string) string {
	if !strings.ContainsRune(s, '<') {
		return s
	}
	s = itemTag().ReplaceAllString(s, "\n"+bullet)
	s = breakTag().ReplaceAllString(s, "\n")
	return plainTag().ReplaceAllString(s, "")
}

// items are the entries of a list row. With bullets an unbulleted first line is an introduction, and a line in lower
// case goes on from the entry above it (text that was wrapped). Without bullets each paragraph is an entry; a single
// paragraph is parted at its numbers "1) … 2) …", else at its semicolons. A full stop never parts anything.
func items(lines []string) []string {
	bulleted := false
	for _, line := range lines {
		bulleted = bulleted || strings.HasPrefix(line, bullet)
	}
	if !bulleted && len(lines) == 1 {
		if lines = splitNumbered(lines[0]); len(lines) == 1 {
			lines = slices.DeleteFunc(splitOutside(lines[0], ';'), func(s string) bool { return strings.TrimSpace(s) == "" })
		}
	}
	list := []string{}
	open := false
	for _, line := range lines {
		text, isItem := strings.CutPrefix(line, bullet)
		switch {
		case bulleted && !isItem && !open:
			continue
		case bulleted && !isItem && startsLower(text):
			list[len(list)-1] += " " + text
			continue
		case !bulleted && strings.HasSuffix(text, ":"):
			continue
		}
		open = true
		list = append(list, text)
	}
	for i, item := range list {
		item = itemNumber().ReplaceAllString(strings.TrimSpace(item), "")
		item = strings.TrimSpace(strings.TrimSuffix(strings.TrimRight(item, " "), ";"))
		list[i] = strings.TrimSuffix(strings.TrimSuffix(item, "; and"), ", and")
	}
	return list
}

var (
	itemNumber   = pattern(`^(?:\(?\d{1,2}[.)]|\(?[a-z]\)|\(?[ivx]{1,4}\))\s+`)
	inlineNumber = pattern(`(?:^|\s)\(?(\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+`)
)

// splitNumbered parts "1) a 2) b 3) c" where the numbers run 1, 2, 3 …, a, b, c … or i, ii, iii …; an introduction before
// them ends in a colon and is left out.
func splitNumbered(line string) []string {
	marks := inlineNumber().FindAllStringSubmatchIndex(line, -1)
	if len(marks) < 2 || marks[0][0] != 0 && !strings.HasSuffix(strings.TrimSpace(line[:marks[0][0]]), ":") {
		return []string{line}
	}
	for _, number := range []func(int) string{
		func(i int) string { return itoa(i + 1) },
		func(i int) string { return string(rune('a' + i)) },
		func(i int) string { return strings.ToLower(romanNumbers[min(i, len(romanNumbers)-1)]) },
	} {
		var parts []string
		for i, m := range marks {
			if line[m[2]:m[3]] != number(i) {
				break
			}
			end := len(line)
			if i+1 < len(marks) {
				end = marks[i+1][0]
			}
			parts = append(parts, strings.TrimSpace(line[m[1]:end]))
		}
		if len(parts) == len(marks) {
			return parts
		}
	}
	return []string{line}
}

// flat joins the lines of a row into one text.
func flat(lines []string) string {
	return strings.ReplaceAll(strings.Join(lines, " "), bullet, "")
}
