package registration

import (
	"fmt"
	"slices"

	"rapporteur/internal/fault"
	"rapporteur/internal/tabular"
)

// MappedTable is the format id of a table that an officer has mapped.
const MappedTable = "mapped_table"

// submitted is the field of the completion time, which is no question of a form.
const submitted = "submitted"

// MappedFields lists the fields that a mapped table may have, in the order in which they are asked for.
func MappedFields() []string {
	out := []string{}
	for _, f := range []field{fullName, firstName, lastName, email, organisation, jobTitle, country, sex, sector, submitted, channel, consent} {
		out = append(out, string(f))
	}
	return out
}

// Lacks says what a mapping needs before its table can be read, in sentences; empty when nothing.
func Lacks(columns map[string]int) []string {
	lacks := []string{}
	if !slices.ContainsFunc([]field{fullName, firstName, lastName, email}, func(f field) bool { _, ok := columns[string(f)]; return ok }) {
		lacks = append(lacks, "Nothing says who the people are: choose the column of their names, or of their e-mail addresses.")
	}
	return lacks
}

// Suggest tells, by titles and answers, which column may hold which field of a registration. A table without a header is
// told by its answers alone.
func Suggest(header tabular.Row, rows []tabular.Row) map[string]int {
	if len(header.Cells) == 0 {
		for _, row := range rows {
			for len(header.Cells) < len(row.Cells) {
				header.Cells = append(header.Cells, fmt.Sprint(len(header.Cells)+1)) // a title that says nothing
			}
		}
	}
	found := map[string]int{}
	for f, i := range layoutOf(header, rows).column {
		found[string(f)] = i
	}
	taken := func(i int) bool {
		for _, other := range found {
			if other == i {
				return true
			}
		}
		return false
	}
	t := newTable(header, rows)
	_, full := found[string(fullName)]
	_, last := found[string(lastName)]
	timed := false
	for i := range t.whole {
		switch {
		case taken(i):
		case !timed && t.mostly(i, isDate):
			found[submitted], timed = i, true
		case !full && !last && t.mostly(i, isFullName) && 5*t.different(i) >= 4*t.filled(i):
			found[string(fullName)], full = i, true
		}
	}
	return found
}

// isFullName tells a text of two to four words of letters, as names are.
func isFullName(text string) bool {
	words := fold(text)
	return len(words) >= 2 && len(words) <= 4 && !containsDigit(text)
}

func containsDigit(text string) bool {
	return slices.ContainsFunc([]rune(text), func(r rune) bool { return r >= '0' && r <= '9' })
}

// ReadMapped reads a table as an officer has mapped it. How rows without a channel came is the officer's word or unknown.
// Faults: invalid for a mapping that lacks something, not-found for a sheet or header that is not there, those of all
// formats.
func ReadMapped(file tabular.File, m tabular.Mapping, o Options) (Reading, error) {
	if lacks := Lacks(m.Columns); len(lacks) > 0 {
		return Reading{}, fault.New(fault.Invalid, lacks[0], "Map the columns again.").At(fault.Where{File: file.Name, Sheet: m.Sheet})
	}
	header, rows, err := m.Cut(file)
	if err != nil {
		return Reading{}, err
	}
	f := form{
		format: MappedTable, why: "your own choice of the columns", file: file.Name, sheet: m.Sheet, header: header, rows: rows,
		layout: layout{column: map[field]int{}, choices: map[field][]choice{}},
		serial: -1, identity: -1, completed: -1, created: -1, updated: -1, draft: -1, unknown: true,
	}
	for _, name := range MappedFields() {
		column, ok := m.Columns[name]
		_, first := m.Columns[string(firstName)]
		_, last := m.Columns[string(lastName)]
		switch {
		case !ok || name == string(fullName) && first && last: // two columns tell the name better than one
		case name == submitted:
			f.completed = column
		default:
			f.layout.column[field(name)] = column
		}
	}
	if i, ok := f.layout.column[fullName]; ok {
		_, f.layout.surnameFirst = asksBothNames(fold(title(header.Cell(i))))
	}
	r, err := readForm(f, o)
	if err == nil && len(r.Registrations) == 0 {
		err = fault.New(fault.Unreadable, "No row of this table can be read under these columns.",
			"Look whether the header and the columns are the right ones.").At(fault.Where{File: file.Name, Sheet: m.Sheet})
	}
	if err == nil && !f.layout.has(channel) && o.Channel == "" {
		r.Problems = append([]tabular.Problem{{Message: "The table does not say how the registrations came: none of them can be confirmed. " +
			"If it is the list of the website's form, say that its rows came by the website."}}, r.Problems...)
	}
	return r, err
}

// Titled says how surely a text is the title of a column of registrations: 2 for a whole title, 1 for a question that
// holds the words of one, 0 for neither.
func Titled(text string) int {
	words := fold(title(text))
	if both, _ := asksBothNames(words); both || isOwn(words) {
		return 2
	}
	sure := 0
	for _, s := range fieldSets() {
		switch {
		case s.isTitle(words):
			return 2
		case s.asks(words):
			sure = 1
		}
	}
	return sure
}
