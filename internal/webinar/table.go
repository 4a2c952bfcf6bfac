package webinar

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/internal/tabular"
)

// table is an outline's form before any meaning: what stands before the first labelled row (blocks of lines), the rows,
// and what stands after the last. Heading is the line of the header that a page marks as its title.
type table struct {
	header  [][]string
	heading string
	rows    []Row
	footer  []string
}

var (
	terminator = pattern(`^[\s\-–—_=*]*[-–—_=*]{2,}[\s\-–—_=*]*$`)
	onlyURL    = pattern(`^(?i)(?:https?://)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?::\d+)?(?:/\S*)?$`)
	wideGap    = pattern(`[ \x{00a0}\x{2003}\x{2002}]{2,}`)
)

// isOutline tells an outline from another table: three labels of it known word by word, or four that seem to be some, two
// of which no other table has.
func (t table) isOutline() bool {
	exact, likely, telling := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, row := range t.rows {
		kind := kindOf(row.Label)
		if headerKinds[kind] {
			continue // printed above the rows as a rule
		}
		exact[exactKind(row.Label)] = true
		likely[kind] = true
		if slices.Contains([]string{rowSpeakers, rowLanguage, rowBackground, rowObjectives, rowOutcomes, rowResources, rowActivities}, kind) {
			telling[kind] = true
		}
	}
	delete(exact, "")
	delete(likely, "")
	return len(exact) >= 3 || len(likely) >= 4 && len(telling) >= 2
}

// tableOfText reads text as published (label TAB text) or as pasted (tabs turned into blanks, "Label: text", or the
// label on a line of its own).
func tableOfText(text string) table {
	lines := plainLines(text)
	known, exact := map[string]bool{}, map[string]bool{}
	for _, line := range lines {
		if label, _, tabbed := strings.Cut(line, "\t"); tabbed && kindOf(label) != "" {
			known[kindOf(label)] = true
			exact[exactKind(label)] = true
		}
	}
	delete(exact, "")
	split := splitPasted
	if len(exact) >= 2 || len(known) >= 3 {
		split = func(line string) (string, string) { return splitTabbed(line, known) }
	}
	var t table
	var rows openRows
	var ended, closed, gap bool
	above := ""
	for _, line := range lines {
		if strings.TrimSpace(line) == "" {
			gap = true
			continue
		}
		label, rest := split(line)
		if !gap && openBracket(above) && closesBracket(line) { // "(Central European Summer" · "Time: GMT +2 hours)"
			label, rest = "", line
		}
		if exactKind(label) == rowModerators && strings.TrimSpace(rest) != "" && kindOf(rows.last()) == rowSpeakers && !strings.Contains(line, "\t") {
			label, rest = "", line // "Moderator: …" is an entry among the speakers
		}
		switch {
		case terminator().MatchString(line):
			ended = len(rows) > 0
			closed = closed || ended
		case label != "":
			rows.add(label, rest)
			line = rest
			ended = false
		case len(rows) == 0:
			if gap || len(t.header) == 0 {
				t.header = append(t.header, nil)
			}
			last := len(t.header) - 1
			t.header[last] = append(t.header[last], tabular.Clean(line))
		case ended:
			t.footer = append(t.footer, tabular.Clean(line))
		default:
			rows.goOn(joint(rows[len(rows)-1].label, above, line, gap) + line)
		}
		gap, above = false, strings.TrimSpace(line)
	}
	t.rows = rows.close()
	if !closed {
		t.takeTrailingURL()
	}
	return t
}

var (
	quoteSign   = pattern(`^(?:>\s?)+`)
	headingSign = pattern(`^#{1,6}\s+`)
	strongSign  = pattern(`\*\*([^*\n]+)\*\*|__([^_\n]+)__`)
)

// plainLines gives the lines of a text without what mail programs and note-taking programs put into it: quote signs,
// heading signs, stars around strong words, bars around the cells of a table.
func plainLines(text string) []string {
	lines := strings.Split(text, "\n")
	bars := 0
	for i, line := range lines {
		line = plainLine(line)
		if cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|"); len(cells) == 2 && strings.HasPrefix(strings.TrimLeft(line, " "), "|") {
			line = strings.TrimSpace(cells[0]) + "\t" + strings.TrimSpace(cells[1])
			bars++
			if bars == 2 && terminator().MatchString(line) {
				line = "" // the line under the heads of the table
			}
		}
		lines[i] = line
	}
	return withoutMailHead(lines)
}

func plainLine(line string) string {
	line = quoteSign().ReplaceAllString(line, "")
	line = headingSign().ReplaceAllString(line, "")
	return strongSign().ReplaceAllString(line, "$1$2")
}

// withoutMailHead drops the block of lines "From: … Sent: … Subject: …" that stands above a forwarded text: its date and
// subject are not those of the webinar.
func withoutMailHead(lines []string) []string {
	for from := 0; from < len(lines); from++ {
		end := from
		for end < len(lines) && mailField().MatchString(strings.TrimSpace(lines[end])) {
			end++
		}
		if end-from >= 3 && slices.ContainsFunc(lines[from:end], senderField().MatchString) {
			lines = slices.Delete(lines, from, end)
			end = from
		}
		from = max(from, end-1)
	}
	return lines
}

var senderField = pattern(`(?i)^\s*(?:from|de)\s*:`)

// openRows are rows whose text still grows.
type openRows []*openRow

type openRow struct {
	label string
	text  strings.Builder
}

func (o *openRows) add(label, text string) {
	row := &openRow{label: tabular.Clean(stripTags(plainLine(label)))}
	row.text.WriteString(text)
	*o = append(*o, row)
}

// goOn appends to the text of the last row; before the first row there is nothing to append to.
func (o openRows) goOn(text string) {
	if len(o) > 0 {
		o[len(o)-1].text.WriteString(text)
	}
}

// last is the label of the last row.
func (o openRows) last() string {
	if len(o) == 0 {
		return ""
	}
	return o[len(o)-1].label
}

func (o openRows) close() []Row {
	var rows []Row
	for _, row := range o {
		rows = append(rows, Row{row.label, row.text.String()})
	}
	return rows
}

// joint tells whether a line goes on from the one above (text wrapped by a mail program) or is a paragraph of its own.
func joint(label, above, line string, gap bool) string {
	ownRow := strings.HasPrefix(line, "\t") // a row of the table whose label is empty
	line = strings.TrimSpace(line)
	if gap || ownRow || above == "" || strings.HasPrefix(line, "<") || dashBullet().MatchString(line) || bulletSign().MatchString(line[:min(len(line), 4)]) {
		return "\n"
	}
	if openBracket(above) && closesBracket(line) {
		return " "
	}
	unfinished := !strings.ContainsAny(above[len(above)-1:], ".:;!?>")
	wrapped := utf8.RuneCountInString(above) >= 60 && kindOf(label) != rowSpeakers
	if startsLower(line) || unfinished && wrapped {
		return " "
	}
	return "\n"
}

// splitTabbed finds the label of a row in text with tabs; a row without a label goes on from the one above. A line
// without a tab ("Language: English") is a row where none with a tab is of its kind.
func splitTabbed(line string, known map[string]bool) (label, rest string) {
	label, rest, tabbed := strings.Cut(line, "\t")
	switch {
	case !tabbed:
		label, rest, colon := strings.Cut(line, ":")
		if kind := exactKind(label); colon && kind != "" && !known[kind] && startsUpper(label) {
			return label, rest
		}
		return "", line
	case !hasWord(stripTags(plainLine(label))) || terminator().MatchString(line) || utf8.RuneCountInString(label) > 80:
		return "", line
	}
	return label, rest
}

// splitPasted finds a known label before a wide gap, a tab, a colon or a dash, or alone on its line; other lines have
// none.
func splitPasted(line string) (label, rest string) {
	line = strings.TrimLeftFunc(line, unicode.IsSpace)
	if label, rest, tabbed := strings.Cut(line, "\t"); tabbed && isLabel(label) {
		return label, rest
	}
	if gap := wideGap().FindStringIndex(line); gap != nil && isLabel(line[:gap[0]]) {
		return line[:gap[0]], line[gap[1]:]
	}
	if !startsUpper(line) {
		return "", line
	}
	if label, rest, ok := strings.Cut(line, ":"); ok && isLabel(label) {
		return label, rest
	}
	if dash := spacedDash().FindStringIndex(line); dash != nil && isLabel(line[:dash[0]]) {
		return line[:dash[0]], line[dash[1]:]
	}
	if isLabel(line) && !strings.HasSuffix(strings.TrimSpace(line), ".") {
		return strings.TrimRight(line, ": \t"), ""
	}
	return "", line
}

// takeTrailingURL moves an address that ends the last row's text to the footer: the published page prints it under
// the table, and text without the closing row has nothing between.
func (t *table) takeTrailingURL() {
	if len(t.rows) == 0 || len(t.footer) > 0 {
		return
	}
	last := &t.rows[len(t.rows)-1]
	text := strings.TrimSpace(last.Text)
	i := strings.LastIndexByte(text, '\n')
	if i < 0 || kindOf(last.Label) == rowWeb {
		return
	}
	if line := tabular.Clean(text[i+1:]); onlyURL().MatchString(line) {
		last.Text, t.footer = text[:i], []string{line}
	}
}

// openBracket tells whether a line ends inside a bracket.
func openBracket(line string) bool {
	return strings.LastIndexByte(line, '(') > strings.LastIndexByte(line, ')')
}

// closesBracket tells whether a line without a tab closes a bracket that was opened before it.
func closesBracket(line string) bool {
	shut := strings.IndexByte(line, ')')
	return shut >= 0 && !strings.ContainsAny(line[:shut], "(\t")
}

func startsUpper(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) {
			return unicode.IsUpper(r)
		}
	}
	return false
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}
