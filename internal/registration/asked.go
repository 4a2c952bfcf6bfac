package registration

import "rapporteur/internal/tabular"

// AskedField is a column in which a table asks for something of a registration: Field is its name as in the JSON of a
// registration, or full_name, or consent. Named: the title is the field's own, not a question that holds its words.
type AskedField struct {
	Field  string
	Column int
	Named  bool
}

// AskedFields tells which columns under a header ask for a field of a registration, in the order of the columns. A form
// about the webinar itself is told from a registration by it.
func AskedFields(header tabular.Row, rows []tabular.Row) []AskedField {
	l := layoutOf(header, rows)
	var out []AskedField
	for i, cell := range header.Cells {
		f := l.fieldOf(i)
		if f == "" {
			continue
		}
		named := false
		for _, s := range fieldSets() {
			named = named || s.field == f && s.isTitle(fold(title(cell)))
		}
		out = append(out, AskedField{Field: string(f), Column: i, Named: named})
	}
	return out
}

// IsFormsOwn tells whether a column is the form system's own (a number, a language, an address of the network) and
// answers no question.
func IsFormsOwn(header string) bool {
	return isOwn(fold(title(header))) || isOwn(fold(header))
}
