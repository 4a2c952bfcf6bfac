package pdf

import "rapporteur/internal/document"

// Measures of the box of key facts.
const (
	factsPad     = 14.0
	factsGutter  = 16.0
	factsColumns = 3
	factsWidth   = (contentWidth - 2*factsPad - (factsColumns-1)*factsGutter) / factsColumns
)

var (
	factTitle = textStyle{bold, 10.5, 15, accent}
	factValue = textStyle{bold, 11.5, 15.5, ink}
	factLabel = textStyle{regular, 8, 11, muted}
)

// factCell is one fact, laid out over one column or more.
type factCell struct {
	x            float64
	label, value []line
	labelElement *element
	valueElement *element
}

func (f factCell) height() float64 {
	return float64(len(f.label))*factLabel.leading + float64(len(f.value))*factValue.leading
}

// composeKeyFacts draws a tinted box of three columns, the facts in reading order row by row; one that is too long for
// a column takes two, or the whole row. The box stays on one page where it can: its rows keep together.
func (c *composition) composeKeyFacts(k document.KeyFacts) {
	if len(k.Facts) == 0 {
		return
	}
	chunks := []chunk{c.factsTop(k.Title)}
	body := c.root.child("L")
	for _, row := range factRows(k.Facts) {
		chunks = append(chunks, c.factsRow(body, row))
	}
	last := &chunks[len(chunks)-1]
	last.keep = false
	c.add(chunks...)
	c.space = paragraphGap
}

// factRows puts the facts into rows as they fit.
func factRows(facts []document.Fact) [][]document.Fact {
	var rows [][]document.Fact
	used := factsColumns
	for _, f := range facts {
		if used+factSpan(f) > factsColumns {
			rows, used = append(rows, nil), 0
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], f)
		used += factSpan(f)
	}
	return rows
}

// factSpan is how many columns a fact takes to stand on one line.
func factSpan(f document.Fact) int {
	width := max(factLabel.face.width(f.Label, factLabel.size), factValue.face.width(f.Value, factValue.size))
	for n := 1; n < factsColumns; n++ {
		if width <= spanWidth(n) {
			return n
		}
	}
	return factsColumns
}

// spanWidth is the width of n columns.
func spanWidth(n int) float64 { return float64(n)*factsWidth + float64(n-1)*factsGutter }

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

// factsRow is one row of facts.
func (c *composition) factsRow(list *element, facts []document.Fact) chunk {
	cells := make([]factCell, len(facts))
	height, column := 0.0, 0
	var calls noteSet
	for i, f := range facts {
		item, span := list.child("LI"), factSpan(f)
		cells[i] = factCell{
			x:            marginLeft + factsPad + float64(column)*(factsWidth+factsGutter),
			label:        wrapUpTo(8, f.Label, factLabel, spanWidth(span)),
			value:        wrapUpTo(12, f.Value, factValue, spanWidth(span)),
			labelElement: item.child("Lbl"),
			valueElement: item.child("LBody"),
		}
		column += span
		height = max(height, cells[i].height())
		calls |= c.calls(f.Label, f.Value)
	}
	height += 9
	return chunk{height: height, keep: true, calls: calls, draw: func(cv *canvas, top float64) {
		cv.box(marginLeft, top, contentWidth, height+0.5, tint)
		cv.box(marginLeft, top, 3, height+0.5, accent)
		for _, cell := range cells {
			cv.lines(cell.labelElement, cell.x, top, factLabel, cell.label)
			cv.lines(cell.valueElement, cell.x, top+float64(len(cell.label))*factLabel.leading, factValue, cell.value)
		}
	}}
}
