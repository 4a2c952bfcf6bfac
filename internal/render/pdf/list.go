package pdf

import (
	"fmt"

	"rapporteur/internal/document"
)

// Measures of a list in two columns.
const (
	pairGutter = 18.0
	pairWidth  = (contentWidth - pairGutter) / 2
	pairLines  = 6 // an item of more lines stands in a row of its own
)

// shortList is how many lines a list has at most that is not divided between pages.
const shortList = 6

// composeList prints bullets or numbers before the items. A short list stays whole; of a longer one the first two items
// stay together, and the last two.
func (c *composition) composeList(l document.List) {
	list := c.root.child("L")
	n, from := len(l.Items), len(c.chunks)
	for i := 0; i < n; i++ {
		before := itemGap
		if i == 0 {
			before = paragraphGap
		}
		if l.Paired && c.pairable(l.Items[i]) && (i == n-1 || c.pairable(l.Items[i+1])) {
			c.add(c.pair(list, l.Items[i:min(i+2, n)], before))
			i++
			continue
		}
		chunks := c.item(list, l, i, before)
		if n > 1 && (i == 0 || i == n-2) {
			chunks[len(chunks)-1].keep = true
		}
		c.add(chunks...)
	}
	if len(c.chunks)-from <= shortList {
		for i := from; i < len(c.chunks)-1; i++ {
			c.chunks[i].keep = true
		}
	}
}

// item is one item of a list over the whole width.
func (c *composition) item(list *element, l document.List, i int, before float64) []chunk {
	item := list.child("LI")
	labelElement := item.child("Lbl")
	label, sign, shift := bodyText.in(secondary).bolder(), "•", 4.0
	if l.Numbered {
		label, sign = bodyText.in(secondary), fmt.Sprintf("%d.", max(l.First, 1)+i)
		shift = listIndent - 5 - label.face.width(sign, label.size)
	}
	chunks := c.textChunks(item.child("LBody"), l.Items[i], bodyText, marginLeft+listIndent, contentWidth-listIndent, before)
	body := chunks[0].draw
	chunks[0].draw = func(cv *canvas, top float64) {
		cv.mark(labelElement, func() {
			cv.text(marginLeft+shift, top+bodyText.baseline(), label, sign)
		})
		body(cv, top)
	}
	return chunks
}

// pairText is the style of items set side by side.
var pairText = textStyle{regular, 9, 12.5, ink}

// pairable tells whether an item is short enough to stand beside another.
func (c *composition) pairable(text string) bool {
	return len(wrap(text, pairText.face, pairText.size, pairWidth-listIndent)) <= pairLines
}

// pair is a row of one or two items.
func (c *composition) pair(list *element, items []string, before float64) chunk {
	type half struct {
		label, body *element
		lines       []line
	}
	halves := make([]half, len(items))
	deepest := 0
	for i, text := range items {
		item := list.child("LI")
		halves[i] = half{item.child("Lbl"), item.child("LBody"), wrap(text, pairText.face, pairText.size, pairWidth-listIndent)}
		deepest = max(deepest, len(halves[i].lines))
	}
	return chunk{before: before, height: float64(deepest) * pairText.leading, calls: c.calls(items...), draw: func(cv *canvas, top float64) {
		for i, h := range halves {
			x := marginLeft + float64(i)*(pairWidth+pairGutter)
			cv.mark(h.label, func() { cv.text(x+4, top+pairText.baseline(), pairText.in(secondary).bolder(), "•") })
			cv.lines(h.body, x+listIndent, top, pairText, h.lines)
		}
	}}
}
