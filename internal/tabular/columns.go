package tabular

import "strconv"

// Columns finds a cell by the header of its column, never by its place: custom questions and new versions of a
// platform move columns. The key is HeaderKey of the header; a header that stands twice has its second column under
// the key with "#2" behind it, and so on.
type Columns map[string]int

// ColumnsOf reads a header row. Empty headers have no entry.
func ColumnsOf(header Row) Columns {
	columns := make(Columns, len(header.Cells))
	for i, cell := range header.Cells {
		key := HeaderKey(cell)
		if key == "" {
			continue
		}
		free := key
		for n := 2; ; n++ {
			if _, taken := columns[free]; !taken {
				break
			}
			free = key + "#" + strconv.Itoa(n)
		}
		columns[free] = i
	}
	return columns
}

// Index gives the 0-based column of the first of the names that is there, or -1. Names are synonyms, best first.
func (c Columns) Index(names ...string) int {
	for _, name := range names {
		if i, ok := c[HeaderKey(name)]; ok {
			return i
		}
	}
	return -1
}

// Has tells whether every name is there.
func (c Columns) Has(names ...string) bool {
	for _, name := range names {
		if c.Index(name) < 0 {
			return false
		}
	}
	return true
}

// Value gives the cleaned cell of the row in the first of the named columns, or "".
func (c Columns) Value(row Row, names ...string) string {
	return Clean(row.Cell(c.Index(names...)))
}

// FindHeader looks among the first limit rows (0: all) for one that has a column for each wanted entry; an entry is a
// list of synonyms. It gives the row's index in rows and its columns, or -1 and nil.
func FindHeader(rows []Row, limit int, wanted ...[]string) (int, Columns) {
	if limit <= 0 || limit > len(rows) {
		limit = len(rows)
	}
	for i, row := range rows[:limit] {
		columns := ColumnsOf(row)
		found := true
		for _, synonyms := range wanted {
			found = found && columns.Index(synonyms...) >= 0
		}
		if found {
			return i, columns
		}
	}
	return -1, nil
}
