package pdf

import (
	"strings"

	"rapporteur/internal/document"
)

// Distances around running text.
const (
	paragraphGap = 7.0
	itemGap      = 3.0
	listIndent   = 16.0
)

// headingKinds are the structure types of the heading levels.
var headingKinds = [...]string{"H1", "H2", "H3"}

// composeHeading keeps a heading with what follows it. Directly under another heading it stands closer. The lines of a
// long one hang behind its number.
func (c *composition) composeHeading(t *title, underHeading bool) {
	level := t.level - 1
	style := headingTexts[level]
	indent := 0.0
	if t.number != "" {
		indent = style.face.width(t.number, style.size) + style.size*0.7
	}
	lines := wrapUpTo(8, t.text, style, contentWidth-indent)
	e := c.root.child(headingKinds[level])
	ch := chunk{
		before: headingBefore[level],
		height: float64(len(lines))*style.leading + headingAfter[level],
		keep:   true,
		calls:  c.calls(t.whole()),
		title:  t,
	}
	if level == 0 {
		ch.height += 5
	}
	if underHeading {
		ch.before *= 0.5
	}
	ch.draw = func(cv *canvas, top float64) {
		cv.mark(e, func() {
			if t.number != "" {
				cv.text(marginLeft, top+style.baseline(), style, t.number+" ")
			}
			for i, l := range lines {
				cv.text(marginLeft+indent, top+float64(i)*style.leading+style.baseline(), style, l.text)
			}
		})
		if level == 0 {
			cv.rule(marginLeft, top+float64(len(lines))*style.leading+3, pageWidth-marginRight, 0.8, accent)
		}
	}
	c.add(ch)
}

// composeParagraph gives one chunk per line. One that announces something (it ends in a colon) stays with it.
func (c *composition) composeParagraph(p document.Paragraph) {
	style := bodyText
	if p.Small {
		style = smallText
	}
	chunks := c.textChunks(c.root.child("P"), p.Text, style, marginLeft, contentWidth, paragraphGap)
	if strings.HasSuffix(strings.TrimSpace(p.Text), ":") {
		chunks[len(chunks)-1].keep = true
	}
	c.add(chunks...)
}

// undivided is how many lines a text has at most that is never divided between pages.
const undivided = 5

// textChunks breaks a text into chunks of one line each. A short text stays whole; of a longer one no first or last line
// stands alone on a page.
func (c *composition) textChunks(e *element, text string, style textStyle, x, width, before float64) []chunk {
	lines := wrap(text, style.face, style.size, width)
	calls := c.lineCalls(text, lines)
	chunks := make([]chunk, len(lines))
	for i := range lines {
		chunks[i] = chunk{
			height: style.leading,
			keep:   i < len(lines)-1 && (len(lines) <= undivided || i == 0 || i == len(lines)-2),
			calls:  calls[i],
			draw: func(cv *canvas, top float64) {
				cv.lines(e, x, top, style, lines[i:i+1])
			},
		}
	}
	chunks[0].before = before
	return chunks
}
