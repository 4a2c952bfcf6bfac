package pdf

import (
	"fmt"
	"strconv"
)

// contentsTexts are the styles of the entries by level; deeper headings are left out.
var contentsTexts = [...]textStyle{{bold, 10, 15, accent}, {regular, 9.5, 14, ink}}

// composeContents lists the headings with their pages, which paginate finds before the list is drawn.
func (c *composition) composeContents() {
	style := headingTexts[0]
	heading := c.root.child("H1")
	c.add(chunk{turn: true, height: style.leading + 14, keep: true, draw: func(cv *canvas, top float64) {
		cv.mark(heading, func() { cv.text(marginLeft, top+style.baseline(), style, "Contents") })
		cv.rule(marginLeft, top+style.leading+3, pageWidth-marginRight, 0.8, accent)
	}})
	list := c.root.child("TOC")
	for _, t := range c.titles {
		if t.level <= len(contentsTexts) {
			c.add(c.contentsEntry(list.child("TOCI"), t))
		}
	}
}

// contentsEntry is one heading, dotted to its page number. A long heading wraps before the number.
func (c *composition) contentsEntry(e *element, t *title) chunk {
	style := contentsTexts[t.level-1]
	indent, before := 0.0, 5.0
	if t.level > 1 {
		indent, before = 14, 1
	}
	lines := wrapUpTo(4, t.text, style, contentWidth-indent-40)
	return chunk{
		before: before,
		height: float64(len(lines)) * style.leading,
		calls:  c.calls(t.text),
		draw: func(cv *canvas, top float64) {
			number := strconv.Itoa(t.page)
			baseline := top + float64(len(lines)-1)*style.leading + style.baseline()
			right := pageWidth - marginRight
			cv.mark(e, func() {
				for i, l := range lines {
					cv.text(marginLeft+indent, top+float64(i)*style.leading+style.baseline(), style, l.text)
				}
				cv.text(right-style.face.width(" "+number, style.size), baseline, style, " "+number)
			})
			cv.leader(marginLeft+indent+lines[len(lines)-1].width+6, right-style.face.width("000", style.size)-6, baseline)
		},
	}
}

// leader draws the dots between a heading and its page number: a line of dashes without length and with round ends,
// drawn from the right, so that the dots of all entries stand under each other.
func (cv *canvas) leader(from, to, baseline float64) {
	if from >= to {
		return
	}
	cv.artifact(func() {
		cv.stroke(rule)
		cv.pdf.RawWriteStr(fmt.Sprintf("q 1 w 1 J [0 4] 0 d %.2f %.2f m %.2f %.2f l S Q", to, pageHeight-baseline+1, from, pageHeight-baseline+1))
	})
}
