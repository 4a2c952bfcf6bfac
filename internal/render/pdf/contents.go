package pdf

import (
	"fmt"
	"strconv"
)

// contentsText is the style of the entries: the sections; smaller headings are left out.
var contentsText = textStyle{bold, 9.5, 14, accent}

// composeContents lists the sections with their pages, which paginate finds before the list is drawn. It tells whether
// there are enough of them.
func (c *composition) composeContents() bool {
	var sections []*title
	for _, t := range c.titles {
		if t.level == 1 {
			sections = append(sections, t)
		}
	}
	if len(sections) < contentsFrom {
		return false
	}
	style := headingTexts[0]
	heading := c.root.child("H1")
	c.add(chunk{turn: true, height: style.leading + 14, keep: true, draw: func(cv *canvas, top float64) {
		cv.mark(heading, func() { cv.text(marginLeft, top+style.baseline(), style, "Contents") })
		cv.rule(marginLeft, top+style.leading+3, pageWidth-marginRight, 0.8, accent)
	}})
	list := c.root.child("TOC")
	for _, t := range sections {
		c.add(c.contentsEntry(list.child("TOCI"), t, numberWidth(sections, t)))
	}
	c.space = paragraphGap
	return true
}

// contentsEntry is one section, dotted to its page number. The texts of numbered sections stand under each other; a long
// one wraps before the page number.
func (c *composition) contentsEntry(e *element, t *title, indent float64) chunk {
	style := contentsText
	lines := wrapUpTo(4, t.text, style, contentWidth-indent-40)
	return chunk{
		before: 2.5,
		height: float64(len(lines)) * style.leading,
		calls:  c.calls(t.whole()),
		draw: func(cv *canvas, top float64) {
			number := strconv.Itoa(t.page)
			baseline := top + float64(len(lines)-1)*style.leading + style.baseline()
			right := pageWidth - marginRight
			cv.mark(e, func() {
				if t.number != "" {
					cv.text(marginLeft, top+style.baseline(), style, t.number+" ")
				}
				for i, l := range lines {
					cv.text(marginLeft+indent, top+float64(i)*style.leading+style.baseline(), style, l.text)
				}
				cv.text(right-style.face.width(" "+number, style.size), baseline, style, " "+number)
			})
			cv.leader(marginLeft+indent+lines[len(lines)-1].width+6, right-style.face.width("000", style.size)-6, baseline)
		},
	}
}

// numberWidth is the room for the number of a section: the same for all of its kind, which is figures or words (Annex A).
func numberWidth(sections []*title, of *title) float64 {
	widest := 0.0
	for _, t := range sections {
		if t.number != "" && isFigure(t.number) == isFigure(of.number) {
			widest = max(widest, contentsText.face.width(t.number, contentsText.size)+8)
		}
	}
	return widest
}

func isFigure(number string) bool { return number != "" && isDigit(rune(number[0])) }

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
