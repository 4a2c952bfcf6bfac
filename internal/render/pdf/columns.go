package pdf

import (
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

// tableSizes are tried from the first on: a table with many columns is set smaller before its words are broken.
var tableSizes = [...]float64{8.5, 8, 7.5, 7, 6.5}

// Words wider than this part of the page are broken: first only those that fill a table nearly alone, and where no size
// can do so, shorter ones too.
var breakable = [...]float64{0.75, 0.33}

// columnNeed is what a column asks for, padding included: its longest word, and its longest cell on one line.
type columnNeed struct{ least, natural float64 }

// tableColumns chooses the size of a table's text and the widths of its columns, which together fill the page.
func tableColumns(t document.Table) (size float64, widths []float64) {
	var needs []columnNeed
	for _, part := range breakable {
		for _, size = range tableSizes {
			needs = columnNeeds(t, size, part*contentWidth)
			sum := 0.0
			for _, n := range needs {
				sum += n.least
			}
			if sum <= contentWidth {
				return size, shareWidth(t.Columns, needs)
			}
		}
	}
	return size, shareWidth(t.Columns, needs)
}

// columnNeeds measures all cells. Headers may wrap, so they count by their longest word only; words wider than unbroken
// may be broken, and no cell asks for more than the page. An empty column keeps room for a letter.
func columnNeeds(t document.Table, size, unbroken float64) []columnNeed {
	needs := make([]columnNeed, len(t.Columns))
	for i, col := range t.Columns {
		w := longestWord(col.Title, bold, size)
		needs[i] = columnNeed{w, w}
	}
	for r, row := range t.Rows {
		f := regular
		if t.Total && r == len(t.Rows)-1 {
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

// shareWidth divides the width of the page. Columns with a weight share what the others leave, each by its weight;
// columns without one get their longest cell where there is room for all, and else their longest word and a part of the
// rest as large as their need.
func shareWidth(columns []document.Column, needs []columnNeed) []float64 {
	widths := make([]float64, len(columns))
	var weights, least, natural float64
	for i, c := range columns {
		weights += c.Weight
		least += needs[i].least
		natural += needs[i].natural
	}
	switch {
	case least >= contentWidth:
		for i, n := range needs {
			widths[i] = n.least * contentWidth / least
		}
	case weights > 0:
		shareByWeight(columns, needs, weights, widths)
	case natural <= contentWidth:
		stretch(columns, needs, contentWidth-natural, widths)
	default:
		part := (contentWidth - least) / (natural - least)
		for i, n := range needs {
			widths[i] = n.least + (n.natural-n.least)*part
		}
	}
	return widths
}

// shareByWeight gives columns without a weight their natural width, but never so much that a weighted one falls under
// its longest word.
func shareByWeight(columns []document.Column, needs []columnNeed, weights float64, widths []float64) {
	rest, asked := contentWidth, 0.0
	for i, c := range columns {
		rest -= needs[i].least
		widths[i] = needs[i].least
		if c.Weight == 0 {
			asked += needs[i].natural - needs[i].least
		}
	}
	if asked > 0 {
		given := min(asked, rest)
		for i, c := range columns {
			if c.Weight == 0 {
				widths[i] += (needs[i].natural - needs[i].least) * given / asked
			}
		}
		rest -= given
	}
	// What is left goes to the weighted columns that are furthest below their share.
	target, fixed := 0.0, 0.0
	for i, c := range columns {
		if c.Weight == 0 {
			fixed += widths[i]
		}
	}
	target = contentWidth - fixed
	over := 0.0
	for i, c := range columns {
		if c.Weight > 0 {
			over += max(target*c.Weight/weights-widths[i], 0)
		}
	}
	for i, c := range columns {
		if c.Weight > 0 && over > 0 {
			widths[i] += max(target*c.Weight/weights-widths[i], 0) * rest / over
		}
	}
}

// stretch widens columns that need less than the page. Columns of figures become equally wide where there is room, so
// that they can be compared; text columns take the rest.
func stretch(columns []document.Column, needs []columnNeed, spare float64, widths []float64) {
	figures, widest := 0, 0.0
	for i, c := range columns {
		widths[i] = needs[i].natural
		if c.Align != document.Left {
			figures++
			widest = max(widest, needs[i].natural)
		}
	}
	asked := 0.0
	for i, c := range columns {
		if c.Align != document.Left {
			asked += widest - needs[i].natural
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
}
