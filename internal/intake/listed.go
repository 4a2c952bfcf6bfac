package intake

import (
	"slices"
	"unicode"

	"rapporteur/internal/participant"
	"rapporteur/internal/tabular"
)

// Mappable tells whether a file holds a table in which columns can be chosen: one of two columns or more, or a list of names.
func Mappable(f tabular.File) bool {
	return slices.ContainsFunc(f.Sheets, func(s tabular.Sheet) bool { return width(tabular.Row{}, s.Rows) > 1 || listsNames(s.Rows) })
}

// listsNames tells whether a table of one column is a list of names and no text: hardly a row below its first is no name.
func listsNames(rows []tabular.Row) bool {
	const fewest, most = 2, 10 // names; rows among which one may be something else
	names, others := 0, 0
	for i, row := range rows {
		switch {
		case row.Blank():
		case looksNamed(row.Cell(0)):
			names++
		case i > 0:
			others++
		}
	}
	return width(tabular.Row{}, rows) == 1 && names >= fewest && others*most <= names+others
}

// listTitle gives the line of a list's title, 0 where its first line is a name already.
func listTitle(rows []tabular.Row) int {
	if first := slices.IndexFunc(rows, func(row tabular.Row) bool { return !row.Blank() }); first >= 0 && listsNames(rows) && !looksNamed(rows[first].Cell(0)) {
		return rows[first].Line
	}
	return 0
}

// looksNamed tells whether a text looks like a human's full name: a few words, none with a digit, each with a capital.
func looksNamed(text string) bool {
	const fewest, most = 2, 6
	words := participant.Words(participant.Strip(text).Name)
	return len(words) >= fewest && len(words) <= most && !slices.ContainsFunc(words, func(word string) bool {
		return !unicode.IsUpper([]rune(word)[0]) || slices.ContainsFunc([]rune(word), unicode.IsDigit)
	})
}
