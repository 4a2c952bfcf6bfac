package pdf

import (
	"rapporteur/internal/document"
	"rapporteur/internal/fault"
)

// rowPad is the blank above and below a row's text.
const rowPad = 3.2

// tableLayout is what the rows of one table have in common.
type tableLayout struct {
	c       *composition
	table   document.Table
	element *element
	style   textStyle
	widths  []float64
	head    *chunk
}

// cell is the text of a cell, broken into lines.
type cell struct {
	element *element
	style   textStyle
	lines   []line
}

// shortTable is how many rows a table has at most that is not divided between pages: it is read at a glance.
const shortTable = 13

// composeTable draws caption, header row, rows and notes. A short table stays whole. Of a longer one caption, header
// row and first three rows stay together, as do the last two rows and the first note; the header row returns on each page.
func (c *composition) composeTable(t document.Table) error {
	if len(t.Columns) == 0 {
		return fault.New(fault.Invalid, "A table of the report has no columns.", "Tell the developers.")
	}
	for _, row := range t.Rows {
		if len(row) > len(t.Columns) {
			return fault.New(fault.Invalid, "A table of the report has a row that is longer than its header.", "Tell the developers.")
		}
	}
	l := &tableLayout{c: c, table: t, element: c.root.child("Table")}
	size, widths := tableColumns(t)
	l.widths = widths
	l.style = textStyle{regular, size, size * 1.36, ink}
	if t.Caption != "" {
		c.composeCaption(l.element.child("Caption"), t.Caption)
	}
	head := l.headChunk()
	l.head = &head
	c.add(head)
	first := len(c.chunks)
	for r := range t.Rows {
		c.add(l.rowChunks(r)...)
	}
	if len(t.Rows) <= shortTable {
		for i := first; i < len(c.chunks)-1; i++ {
			c.chunks[i].keep = true
		}
	}
	for i, n := range t.Notes {
		before := 2.0
		if i == 0 {
			before = 5
		}
		c.add(c.textChunks(c.root.child("P"), n, smallText, marginLeft, contentWidth, before)...)
	}
	c.space = paragraphGap
	return nil
}

// room is the width of the text in a cell of column i.
func (l *tableLayout) room(i int) float64 {
	return l.widths[i] - cellInset(l.table.Columns, i, l.style.size) - cellPad(l.style.size)
}

// headChunk is the header row: bold, on a tint, a strong rule under it.
func (l *tableLayout) headChunk() chunk {
	row := l.element.child("TR")
	cells := make([]cell, len(l.table.Columns))
	texts := make([]string, len(cells))
	style := l.style.bolder().in(accent)
	deepest := 0
	for i, col := range l.table.Columns {
		e := row.child("TH")
		e.scope = "Column"
		texts[i] = col.Title
		cells[i] = cell{e, style, wrapUpTo(12, col.Title, style, l.room(i))}
		deepest = max(deepest, len(cells[i].lines))
	}
	height := float64(deepest)*style.leading + 2*rowPad
	return chunk{before: captionGap(l.table.Caption), height: height, keep: true, calls: l.c.calls(texts...),
		draw: func(cv *canvas, top float64) {
			cv.box(marginLeft, top, contentWidth, height, tint)
			for i, cl := range cells { // short headers stand at the foot, beside the figures
				l.drawCell(cv, cl, i, top+float64(deepest-len(cl.lines))*style.leading)
			}
			cv.rule(marginLeft, top+height, pageWidth-marginRight, 0.9, accent)
		}}
}

// rowChunks is one row: one chunk, or several when it is taller than a page.
func (l *tableLayout) rowChunks(r int) []chunk {
	row := l.element.child("TR")
	texts := l.table.Rows[r]
	total := r == l.table.Sum()
	foot := l.table.Total && r >= l.table.Sum()
	style := l.style
	if total {
		style = style.bolder()
	}
	cells := make([]cell, len(l.table.Columns))
	deepest := 1
	for i := range cells {
		e := row.child("TD")
		if l.table.RowHeader && i == 0 {
			e.kind, e.scope = "TH", "Row"
		}
		text := ""
		if i < len(texts) {
			text = texts[i]
		}
		shown := style
		if text == "0" && !total { // what is there stands out among what is not
			shown = style.in(muted)
		}
		cells[i] = cell{e, shown, wrap(text, style.face, style.size, l.room(i))}
		deepest = max(deepest, len(cells[i].lines))
	}
	most := max(1, int((bodyHeight*0.8-l.head.height)/style.leading))
	var chunks []chunk
	for from := 0; from < deepest; from += most {
		to := min(from+most, deepest)
		chunks = append(chunks, l.rowPart(cells, from, to, rowLook{sum: total, tinted: foot, ruled: to == deepest && !foot}))
	}
	calls := l.c.calls(texts...)
	for i := range chunks {
		chunks[i].calls = calls
		chunks[i].head = l.head
	}
	last := &chunks[len(chunks)-1]
	count := len(l.table.Rows)
	last.keep = (r < 2 && r < count-1) || r == count-2 || (r == count-1 && len(l.table.Notes) > 0)
	return chunks
}

// rowLook is what stands around the text of a row: a sum has a strong rule above, the rows at the foot a tint.
type rowLook struct{ sum, tinted, ruled bool }

// rowPart draws lines [from, to) of a row's cells.
func (l *tableLayout) rowPart(cells []cell, from, to int, look rowLook) chunk {
	height := float64(to-from)*l.style.leading + 2*rowPad
	return chunk{height: height, draw: func(cv *canvas, top float64) {
		if look.tinted {
			cv.box(marginLeft, top, contentWidth, height, tint)
		}
		if look.sum {
			cv.rule(marginLeft, top, pageWidth-marginRight, 0.9, accent)
		}
		for i, cl := range cells {
			cl.lines = cl.lines[min(from, len(cl.lines)):min(to, len(cl.lines))]
			l.drawCell(cv, cl, i, top)
		}
		if look.ruled {
			cv.rule(marginLeft, top+height, pageWidth-marginRight, 0.4, rule)
		}
	}}
}

// drawCell prints a cell of column i, aligned by the visible width of each line.
func (l *tableLayout) drawCell(cv *canvas, cl cell, i int, top float64) {
	if len(cl.lines) == 0 {
		return
	}
	left := marginLeft
	for _, w := range l.widths[:i] {
		left += w
	}
	cv.mark(cl.element, func() {
		for n, ln := range cl.lines {
			x := left + cellInset(l.table.Columns, i, cl.style.size)
			switch l.table.Columns[i].Align {
			case document.Right:
				x = left + l.widths[i] - cellPad(cl.style.size) - ln.width
			case document.Centre:
				x = left + (l.widths[i]-ln.width)/2
			}
			cv.text(x, top+rowPad+float64(n)*cl.style.leading+cl.style.baseline(), cl.style, ln.text)
		}
	})
}
