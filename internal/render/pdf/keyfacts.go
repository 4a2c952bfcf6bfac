package pdf

import "rapporteur/internal/document"

// Measures of the box of key facts.
const (
	factsPad    = 14.0
	factsGutter = 22.0
	factsWidth  = (contentWidth - 2*factsPad - factsGutter) / 2
)

var (
	factTitle = textStyle{bold, 10.5, 15, accent}
	factValue = textStyle{bold, 12, 16, ink}
	factLabel = textStyle{regular, 8, 11, muted}
)

// factCell is one fact, laid out.
type factCell struct {
	label, value []line
	labelElement *element
	valueElement *element
}

func (f factCell) height() float64 {
	return float64(len(f.label))*factLabel.leading + float64(len(f.value))*factValue.leading
}

// composeKeyFacts draws a tinted box of two columns, the facts in reading order row by row. The box stays on one page
// where it can: its rows keep together.
func (c *composition) composeKeyFacts(k document.KeyFacts) {
	if len(k.Facts) == 0 {
		return
	}
	chunks := []chunk{c.factsTop(k.Title)}
	body := c.root.child("L")
	for i := 0; i < len(k.Facts); i += 2 {
		chunks = append(chunks, c.factsRow(body, k.Facts[i:min(i+2, len(k.Facts))]))
	}
	last := &chunks[len(chunks)-1]
	last.keep = false
	c.add(chunks...)
	c.add(chunk{height: paragraphGap, draw: func(*canvas, float64) {}})
}

// factsTop is the upper edge of the box with its title.
func (c *composition) factsTop(title string) chunk {
	height := factsPad
	var lines []line
	var e *element
	if title != "" {
		lines = wrapUpTo(4, title, factTitle, contentWidth-2*factsPad)
		height += float64(len(lines))*factTitle.leading + 2
		e = c.root.child("P")
	}
	return chunk{before: paragraphGap + 3, height: height, keep: true, calls: c.calls(title), draw: func(cv *canvas, top float64) {
		cv.box(marginLeft, top, contentWidth, height+0.5, tint)
		cv.box(marginLeft, top, 3, height+0.5, accent)
		if e != nil {
			cv.lines(e, marginLeft+factsPad, top+factsPad-3, factTitle, lines)
		}
	}}
}

// factsRow is one row of one or two facts.
func (c *composition) factsRow(list *element, facts []document.Fact) chunk {
	cells := make([]factCell, len(facts))
	height := 0.0
	var calls noteSet
	for i, f := range facts {
		item := list.child("LI")
		cells[i] = factCell{
			label:        wrapUpTo(8, f.Label, factLabel, factsWidth),
			value:        wrapUpTo(12, f.Value, factValue, factsWidth),
			labelElement: item.child("Lbl"),
			valueElement: item.child("LBody"),
		}
		height = max(height, cells[i].height())
		calls |= c.calls(f.Label, f.Value)
	}
	height += 9
	return chunk{height: height, keep: true, calls: calls, draw: func(cv *canvas, top float64) {
		cv.box(marginLeft, top, contentWidth, height+0.5, tint)
		cv.box(marginLeft, top, 3, height+0.5, accent)
		for i, cell := range cells {
			x := marginLeft + factsPad + float64(i)*(factsWidth+factsGutter)
			cv.lines(cell.labelElement, x, top, factLabel, cell.label)
			cv.lines(cell.valueElement, x, top+float64(len(cell.label))*factLabel.leading, factValue, cell.value)
		}
	}}
}
