package webinar

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/internal/tabular"
)

// table is an outline's form before any meaning: what stands before the first labelled row (blocks of lines), the rows,
// and what stands after the last.
type table struct {
	header [][]string
	rows   []Row
	footer []string
}

var (
	terminator = regexp.MustCompile(`^[\s\-–—_=*]*[-–—_=*]{2,}[\s\-–—_=*]*$`)
	onlyURL    = regexp.MustCompile(`^(?i)(?:https?://)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?::\d+)?(?:/\S*)?$`)
	wideGap    = regexp.MustCompile(`[ \x{00a0}\x{2003}\x{2002}]{2,}`)
)

// tableOfText reads text as published (label TAB text) or as pasted (tabs turned into blanks, "Label: text", or the
// label on a line of its own).
func tableOfText(text string) table {
	lines := strings.Split(text, "\n")
	known := 0
	for _, line := range lines {
		label, _, tabbed := strings.Cut(line, "\t")
		if tabbed && kindOf(label) != "" {
			known++
		}
	}
	split := splitPasted
	if known >= 2 {
		split = splitTabbed
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
		switch {
		case terminator.MatchString(line):
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

// openRows are rows whose text still grows.
type openRows []*openRow

type openRow struct {
	label string
	text  strings.Builder
}

func (o *openRows) add(label, text string) {
	row := &openRow{label: tabular.Clean(label)}
	row.text.WriteString(text)
	*o = append(*o, row)
}

// goOn appends to the text of the last row; before the first row there is nothing to append to.
func (o openRows) goOn(text string) {
	if len(o) > 0 {
		o[len(o)-1].text.WriteString(text)
	}
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
	if gap || ownRow || above == "" || strings.HasPrefix(line, "<") || dashBullet.MatchString(line) || bulletSign.MatchString(line[:min(len(line), 4)]) {
		return "\n"
	}
	unfinished := !strings.ContainsAny(above[len(above)-1:], ".:;!?>")
	wrapped := utf8.RuneCountInString(above) >= 60 && kindOf(label) != rowSpeakers
	if startsLower(line) || unfinished && wrapped {
		return " "
	}
	return "\n"
}

// splitTabbed finds the label of a row in text with tabs; a row without a label goes on from the one above.
func splitTabbed(line string) (label, rest string) {
	label, rest, tabbed := strings.Cut(line, "\t")
	if !tabbed || tabular.Clean(label) == "" || terminator.MatchString(line) || utf8.RuneCountInString(label) > 80 {
		return "", line
	}
	return label, rest
}

// splitPasted finds a known label before a wide gap, a tab or a colon, or alone on its line; other lines have none.
func splitPasted(line string) (label, rest string) {
	line = strings.TrimLeftFunc(line, unicode.IsSpace)
	if label, rest, tabbed := strings.Cut(line, "\t"); tabbed && kindOf(label) != "" {
		return label, rest
	}
	if gap := wideGap.FindStringIndex(line); gap != nil && kindOf(line[:gap[0]]) != "" {
		return line[:gap[0]], line[gap[1]:]
	}
	if label, rest, ok := strings.Cut(line, ":"); ok && kindOf(label) != "" && startsUpper(label) {
		return label, rest
	}
	if kindOf(line) != "" && startsUpper(line) && !strings.HasSuffix(strings.TrimSpace(line), ".") {
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
	if line := tabular.Clean(text[i+1:]); onlyURL.MatchString(line) {
		last.Text, t.footer = text[:i], []string{line}
	}
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
