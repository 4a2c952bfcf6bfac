package pdf

import (
	"fmt"

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

// composeHeading keeps a heading with what follows it. Directly under another heading it stands closer.
func (c *composition) composeHeading(t *title, underHeading bool) {
	level := t.level - 1
	style := headingTexts[level]
	lines := wrapUpTo(8, t.text, style, contentWidth)
	e := c.root.child(headingKinds[level])
	ch := chunk{
		before: headingBefore[level],
		height: float64(len(lines))*style.leading + headingAfter[level],
		keep:   true,
		calls:  c.calls(t.text),
		title:  t,
	}
	if level == 0 {
		ch.height += 5
	}
	if underHeading {
		ch.before *= 0.5
	}
	ch.draw = func(cv *canvas, top float64) {
		cv.lines(e, marginLeft, top, style, lines)
		if level == 0 {
			cv.rule(marginLeft, top+float64(len(lines))*style.leading+3, pageWidth-marginRight, 0.8, accent)
		}
	}
	c.add(ch)
}

// composeParagraph gives one chunk per line; no first or last line stands alone on a page.
func (c *composition) composeParagraph(p document.Paragraph) {
	style := bodyText
	if p.Small {
		style = smallText
	}
	c.add(c.textChunks(c.root.child("P"), p.Text, style, marginLeft, contentWidth, paragraphGap)...)
}

// textChunks breaks a text into chunks of one line each.
func (c *composition) textChunks(e *element, text string, style textStyle, x, width, before float64) []chunk {
	lines := wrap(text, style.face, style.size, width)
	calls := c.lineCalls(text, lines)
	chunks := make([]chunk, len(lines))
	for i := range lines {
		chunks[i] = chunk{
			height: style.leading,
			keep:   len(lines) > 1 && (i == 0 || i == len(lines)-2),
			calls:  calls[i],
			draw: func(cv *canvas, top float64) {
				cv.lines(e, x, top, style, lines[i:i+1])
			},
		}
	}
	chunks[0].before = before
	return chunks
}

// composeList prints bullets or numbers before the items.
func (c *composition) composeList(l document.List) {
	list := c.root.child("L")
	for i, text := range l.Items {
		item := list.child("LI")
		labelElement := item.child("Lbl")
		label, sign, shift := bodyText.in(secondary).bolder(), "•", 4.0
		if l.Numbered {
			label, sign = bodyText.in(secondary), fmt.Sprintf("%d.", i+1)
			shift = listIndent - 5 - label.face.width(sign, label.size)
		}
		before := itemGap
		if i == 0 {
			before = paragraphGap
		}
		chunks := c.textChunks(item.child("LBody"), text, bodyText, marginLeft+listIndent, contentWidth-listIndent, before)
		body := chunks[0].draw
		chunks[0].draw = func(cv *canvas, top float64) {
			cv.mark(labelElement, func() {
				cv.text(marginLeft+shift, top+bodyText.baseline(), label, sign)
			})
			body(cv, top)
		}
		c.add(chunks...)
	}
}
