package attendance

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"rapporteur/internal/tabular"
)

// shapeRows is how many rows are looked at to tell what a column holds. More would not change the answer, and detection
// asks it of every file.
const shapeRows = 300

// shape is a header with the rows under it. Columns are found by their titles where those are known, else by what they
// hold; one that was found is not offered again.
type shape struct {
	header  tabular.Row
	rows    []tabular.Row // all rows under the header
	columns tabular.Columns
	taken   map[int]bool
	width   int // the number of columns with a title or a value
}

// shapeOf takes the rows from a header on.
func shapeOf(rows []tabular.Row) shape {
	s := shape{header: rows[0], rows: rows[1:], columns: tabular.ColumnsOf(rows[0]), taken: map[int]bool{}, width: width(rows[0])}
	for _, row := range s.sample() {
		s.width = max(s.width, width(row))
	}
	return s
}

// sample are the rows that stand for all.
func (s shape) sample() []tabular.Row { return s.rows[:min(len(s.rows), shapeRows)] }

// share is the part of a column's filled cells that pass the test.
func (s shape) share(column int, test func(string) bool) float64 {
	return share(s.sample(), column, test)
}

// holds tells whether most filled cells of a column pass the test.
func (s shape) holds(column int, test func(string) bool) bool { return s.share(column, test) > 0.6 }

// titled finds a column by its title, -1 without: one of the titles whole, in any of the languages given.
func (s shape) titled(titles ...string) int { return s.take(s.columns.Index(titles...)) }

// stem finds the first free column whose title holds one of the stems.
func (s shape) stem(stems ...string) int {
	for i := range s.header.Cells {
		title := tabular.HeaderKey(s.header.Cell(i))
		if title != "" && !s.taken[i] && slices.ContainsFunc(stems, func(stem string) bool { return strings.Contains(title, stem) }) {
			return s.take(i)
		}
	}
	return -1
}

// first finds the first free column from the given one on that passes the test.
func (s shape) first(from int, test func(column int) bool) int {
	for i := max(from, 0); i < s.width; i++ {
		if !s.taken[i] && test(i) {
			return s.take(i)
		}
	}
	return -1
}

func (s shape) take(column int) int {
	if column >= 0 {
		s.taken[column] = true
	}
	return column
}

// all lists the columns that pass the test, free or not.
func (s shape) all(test func(column int) bool) []int {
	var out []int
	for i := range s.width {
		if test(i) {
			out = append(out, i)
		}
	}
	return out
}

// any is the first column that passes the test, free or not; -1 without.
func (s shape) any(test func(column int) bool) int {
	if all := s.all(test); len(all) > 0 {
		return all[0]
	}
	return -1
}

// says tells whether a column's title holds one of the stems.
func (s shape) says(column int, stems []string) bool {
	title := lowered(s.header.Cell(column))
	return column >= 0 && slices.ContainsFunc(stems, func(stem string) bool { return strings.Contains(title, stem) })
}

// times lists the columns of dates with a time of day.
func (s shape) times() []int {
	return s.all(func(i int) bool { return s.holds(i, looksLikeTime) })
}

// email finds the column of addresses.
func (s shape) email() int {
	if i := s.stem("mail", "posta", "correo", "courriel", "пошта", "почта", "имејл", "имейл"); i >= 0 {
		return i
	}
	return s.first(0, func(i int) bool { return s.holds(i, looksLikeAddress) })
}

// names finds the columns of given and family names, -1 for what there is not.
func (s shape) names() (given, family int) {
	return s.titled(givenTitles...), s.titled(familyTitles...)
}

// cellAt is a row's cleaned cell, "" for a column there is not and for every way to write "unknown".
func cellAt(row tabular.Row, column int) string { return known(row.Cell(column)) }

// looksLikeClock tells whether a text is a time of day without a date.
func looksLikeClock(s string) bool {
	_, ok := clockOf(s)
	return ok
}

// clockOf reads a time of day that stands alone, also as a spreadsheet's part of a day.
func clockOf(s string) (time.Duration, bool) {
	if clock, ok := tabular.ParseClock(s); ok {
		return clock, true
	}
	part, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64)
	if err != nil || part <= 0 || part >= 1 {
		return 0, false
	}
	return time.Duration(part*86400+0.5) * time.Second, true
}

// threeClocks is a length as hours, minutes and seconds.
var threeClocks = pattern(`^[0-9]{1,3}:[0-9]{2}:[0-9]{2}$`)

// looksLikeClockLength tells whether a text is a length as hours, minutes and seconds.
func looksLikeClockLength(s string) bool { return threeClocks().MatchString(s) }

// isNumber tells whether a text is a number, with a point or a comma.
func isNumber(s string) bool {
	_, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64)
	return err == nil
}

// squeezed is a title without blanks and signs between its words: platforms write "UtcEventTimestamp" and "UTC Event
// Timestamp" for one column.
func squeezed(title string) string {
	return strings.NewReplacer(" ", "", "_", "", "-", "").Replace(tabular.HeaderKey(title))
}

// squeezedColumns are the columns of a header by their squeezed titles.
func squeezedColumns(header tabular.Row) tabular.Columns {
	cells := make([]string, len(header.Cells))
	for i, cell := range header.Cells {
		cells[i] = squeezed(cell)
	}
	return tabular.ColumnsOf(tabular.Row{Cells: cells})
}

// sections cuts rows at those that hold a title and nothing else. The part before the first title has the title "".
func sections(rows []tabular.Row) []section {
	out := []section{{}}
	for _, row := range rows {
		if onlyFirst(row) {
			out = append(out, section{title: tabular.HeaderKey(row.Cell(0))})
			continue
		}
		if last := &out[len(out)-1]; !row.Blank() {
			last.rows = append(last.rows, row)
		}
	}
	return out
}

// section is a part of a sheet under a title.
type section struct {
	title string
	rows  []tabular.Row
}
