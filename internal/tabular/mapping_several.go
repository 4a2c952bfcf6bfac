package tabular

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Several is the name under which a mapping holds one column (0-based) of a field that several columns may have:
// "question#3" for column C.
func Several(field string, column int) string { return field + "#" + strconv.Itoa(column+1) }

// FieldIn is the field that a name in a mapping speaks of.
func FieldIn(name string) string {
	field, _, _ := strings.Cut(name, "#")
	return field
}

// All gives the columns of a field in their order.
func (m Mapping) All(field string) []int {
	var out []int
	for _, name := range slices.Sorted(maps.Keys(m.Columns)) {
		if FieldIn(name) == field {
			out = append(out, m.Columns[name])
		}
	}
	slices.Sort(out)
	return out
}

// At gives the column of a field that has one, -1 without.
func (m Mapping) At(field string) int {
	if i, ok := m.Columns[field]; ok {
		return i
	}
	return -1
}
