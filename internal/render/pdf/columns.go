package pdf

import (
	"slices"
	"strings"

	"rapporteur/internal/document"
)

// cellPad is the blank left and right of a cell's text in a table of this size.
func cellPad(size float64) float64 { return size * 0.42 }

// cellInset is the blank left of a cell's text: more where a text stands right of figures, which would touch it.
func cellInset(columns []document.Column, i int, size float64) float64 {
	if i > 0 && columns[i].Align == document.Left && columns[i-1].Align == document.Right {
		return cellPad(size) * 3
	}
	return cellPad(size)
}

// tableSizes are tried from the first on: a table with many columns is set smaller before its words are broken. A long
// list is a register, not a figure to be read at a glance: it starts at listSize.
var tableSizes = [...]float64{8.5, 8, 7.5, 7, 6.5}

const (
	listSize = 7.5
	longList = 15 // rows
)

// columnNeed is what a column asks for, padding included: its longest word, its longest cell on one line, and, where there
// is room besides, its header in a few lines.
type columnNeed struct{ least, natural, header float64 }

// tableColumns chooses the size of a table's text and the widths of its columns, which together fill the page.
func tableColumns(t document.Table) (size float64, widths []float64) {
	var needs []columnNeed
	for _, size = range tableSizes {
		if len(t.Rows) > longList && size > listSize {
			continue
		}
		needs = columnNeeds(t, size, longestUnbroken(len(t.Columns)))
		least := 0.0
		for _, n := range needs {
			least += n.least
		}
		if least <= contentWidth {
			break
		}
	}
	widths = shareWidth(t.Columns, needs)
	if len(t.Rows) > longList {
		saveLines(t, size, needs, widths)
	}
	return size, widths
}

// longestUnbroken is the width up to which a word is kept whole in a table of so many columns: one monstrous word must
// not set the whole table small.
func longestUnbroken(columns int) float64 {
	return contentWidth * min(0.75, max(0.18, 1.5/float64(columns)))
}

// headerLines is how many lines a header takes at most where there is room.
const headerLines = 3

// columnNeeds measures all cells. Words wider than unbroken may be broken, and no cell asks for more than the page. An
// empty column keeps room for a letter.
func columnNeeds(t document.Table, size, unbroken float64) []columnNeed {
	needs := make([]columnNeed, len(t.Columns))
	for i, col := range t.Columns {
		w := longestWord(col.Title, bold, size)
		needs[i] = columnNeed{w, w, widthInLines(col.Title, bold, size, w)}
	}
	for r, row := range t.Rows {
		f := regular
		if r == t.Sum() {
			f = bold
		}
		for i := range min(len(row), len(needs)) {
			for text := range strings.SplitSeq(row[i], "\n") {
				needs[i].natural = max(needs[i].natural, f.width(text, size))
			}
			needs[i].least = max(needs[i].least, longestWord(row[i], f, size))
		}
	}
	for i := range needs {
		pads := cellInset(t.Columns, i, size) + cellPad(size) + 0.5
		needs[i].least = min(max(needs[i].least, size), unbroken) + pads
		needs[i].natural = max(min(needs[i].natural+pads, contentWidth), needs[i].least)
		needs[i].header = max(needs[i].header+pads, needs[i].natural)
	}
	return needs
}

// longestWord is the width of the widest part between blanks.
func longestWord(text string, f face, size float64) float64 {
	widest := 0.0
	for word := range strings.FieldsSeq(text) {
		widest = max(widest, f.width(word, size))
	}
	return widest
}

// widthInLines is the width from least on at which a header takes no more than headerLines lines.
func widthInLines(text string, f face, size, least float64) float64 {
	for width := least; width < contentWidth; width += size {
		if len(wrap(text, f, size, width)) <= headerLines {
			return width
		}
	}
	return least
}

// shareWidth divides the width of the page. Columns get their longest cell where there is room for all; else their
// longest word, and the rest goes to the columns that are content with little first. Where not even the longest words fit,
// the widest columns give way.
func shareWidth(columns []document.Column, needs []columnNeed) []float64 {
	least, natural, header := make([]float64, len(needs)), make([]float64, len(needs)), make([]float64, len(needs))
	for i, n := range needs {
		least[i], natural[i], header[i] = n.least, n.natural, n.header
	}
	switch {
	case sum(least) >= contentWidth:
		return fair(least, contentWidth)
	case sum(natural) > contentWidth:
		return widen(least, natural, contentWidth)
	case sum(header) > contentWidth:
		return widen(natural, header, contentWidth)
	}
	return stretch(columns, header, contentWidth-sum(header))
}

// widen brings widths nearer to what is wanted until they fill the room.
func widen(from, wanted []float64, room float64) []float64 {
	more := make([]float64, len(from))
	for i := range from {
		more[i] = wanted[i] - from[i]
	}
	widths := fair(more, room-sum(from))
	for i := range widths {
		widths[i] += from[i]
	}
	return widths
}

func sum(widths []float64) float64 {
	total := 0.0
	for _, w := range widths {
		total += w
	}
	return total
}

// fair gives each its want where the room suffices, and else as much to all who want more: the smaller wants are met
// first (max-min fairness).
func fair(wants []float64, room float64) []float64 {
	order := make([]int, len(wants))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case wants[a] < wants[b]:
			return -1
		case wants[a] > wants[b]:
			return 1
		}
		return 0
	})
	given := make([]float64, len(wants))
	for n, i := range order {
		given[i] = min(wants[i], room/float64(len(order)-n))
		room -= given[i]
	}
	return given
}

// stretch widens columns that need less than the page. Columns of figures become equally wide where there is room, so
// that they can be compared; text columns take the rest.
func stretch(columns []document.Column, natural []float64, spare float64) []float64 {
	widths := slices.Clone(natural)
	figures, widest := 0, 0.0
	for i, c := range columns {
		if c.Align != document.Left {
			figures++
			widest = max(widest, natural[i])
		}
	}
	asked := 0.0
	for i, c := range columns {
		if c.Align != document.Left {
			asked += widest - natural[i]
		}
	}
	if asked <= spare {
		for i, c := range columns {
			if c.Align != document.Left {
				widths[i] = widest
			}
		}
		spare -= asked
	}
	// A column of text takes two parts of the rest, a column of figures one.
	parts := 2*(len(columns)-figures) + figures
	for i, c := range columns {
		n := 2.0
		if c.Align != document.Left {
			n = 1
		}
		widths[i] += spare * n / float64(parts)
	}
	return widths
}
