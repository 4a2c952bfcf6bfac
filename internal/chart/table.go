package chart

import (
	"strconv"

	"rapporteur/internal/document"
)

// sheet builds the data table of a chart: cells are strings or whole numbers.
func sheet(id, caption string, columns ...document.Column) document.Table {
	return document.Table{ID: id, Caption: caption, Columns: columns, RowHeader: true}
}

func number(title string) document.Column {
	return document.Column{Title: title, Align: document.Right}
}

// counted is a number with the name of its figure.
type counted struct {
	n      int
	figure string
}

// add appends a row. An int is printed and kept as a number for spreadsheets, also one with a figure; a string is text.
func add(t *document.Table, cells ...any) {
	row, numbers, figures := make([]string, len(cells)), make([]*float64, len(cells)), make([]string, len(cells))
	for i, c := range cells {
		if v, ok := c.(counted); ok {
			c, figures[i] = v.n, v.figure
		}
		switch v := c.(type) {
		case int:
			n := float64(v)
			row[i], numbers[i] = strconv.Itoa(v), &n
		case string:
			row[i] = v
		}
	}
	t.Rows = append(t.Rows, row)
	t.Numbers = append(t.Numbers, numbers)
	t.Figures = append(t.Figures, figures)
}
