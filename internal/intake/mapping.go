package intake

import (
	"maps"
	"slices"
	"strings"

	"rapporteur/internal/attendance"
	"rapporteur/internal/engagement"
	"rapporteur/internal/fault"
	"rapporteur/internal/registration"
	"rapporteur/internal/tabular"
)

// MappedTable is the format id of a table that an officer has mapped, of any kind.
const MappedTable = attendance.MappedTable

// Fields lists the fields that a table of a kind may have, in the order in which they are asked for.
func Fields(kind string) []string {
	switch {
	case kind == Registrations:
		return registration.MappedFields()
	case ofAnswers(kind):
		return engagement.MappedFields(engagement.Kind(kind))
	}
	return attendance.MappedFields()
}

// Several lists the fields of a kind that several columns may have.
func Several(kind string) []string {
	if ofAnswers(kind) {
		return []string{engagement.FieldQuestion}
	}
	return []string{}
}

func ofAnswers(kind string) bool { return slices.Contains(EngagementKinds(), kind) }

// lacksOf says what a kind needs, whatever the table.
func lacksOf(kind string, m tabular.Mapping, header tabular.Row) []string {
	switch {
	case kind == Registrations:
		return registration.Lacks(m.Columns)
	case ofAnswers(kind):
		return engagement.Lacks(engagement.Kind(kind), m, header)
	}
	return attendance.Lacks(m.Columns)
}

// Lacks says what stands in the way of reading a table under a mapping, in sentences; empty when nothing does.
func Lacks(f tabular.File, kind string, m tabular.Mapping) []string {
	header, rows, err := m.Cut(f)
	if err != nil {
		e := fault.From(err)
		return []string{e.Message + " " + e.Hint}
	}
	lacks := lacksOf(kind, m, header)
	wide := width(header, rows)
	fields := map[int]string{}
	for _, field := range slices.Sorted(maps.Keys(m.Columns)) {
		column := m.Columns[field]
		switch {
		case !slices.Contains(Fields(kind), fieldOf(kind, field)):
			lacks = append(lacks, noField(kind, field))
		case column < 0 || column >= wide:
			lacks = append(lacks, "The table has no column "+tabular.ColumnLetters(max(column, 0))+".")
		case fields[column] != "":
			lacks = append(lacks, "Column "+tabular.ColumnLetters(column)+" is chosen for two fields.")
		default:
			fields[column] = field
		}
	}
	return lacks
}

// fieldOf is the field that a name in a mapping speaks of.
func fieldOf(kind, name string) string {
	if field := tabular.FieldIn(name); slices.Contains(Several(kind), field) {
		return field
	}
	return name
}

func noField(kind, field string) string {
	return "There is no field “" + field + "” in " + kindWords[kind] + "."
}

var kindWords = map[string]string{Attendance: "attendance", Registrations: "registrations", Poll: "a poll", Questions: "questions to the speakers", Survey: "a survey"}

// Mapped is the claim of a table as an officer has mapped it. Fault invalid when the mapping lacks something.
func Mapped(f tabular.File, kind string, m tabular.Mapping) (Claim, error) {
	if lacks := Lacks(f, kind, m); len(lacks) > 0 {
		return Claim{}, fault.New(fault.Invalid, strings.Join(lacks, " "), "The fields are: "+strings.Join(Fields(kind), ", ")+".").
			At(fault.Where{File: f.Name, Sheet: m.Sheet})
	}
	return Claim{Kind: kind, Format: MappedTable, Why: "your own choice of the columns", Confidence: 100, Mapping: &m}, nil
}

// Suggest tells which sheet, which header and which columns a table of a kind may have: by the titles of the columns, and
// by what stands in them. An officer looks at it before anything is read by it.
func Suggest(f tabular.File, kind string) tabular.Mapping {
	best, most := tabular.Mapping{Columns: map[string]int{}}, -1
	for _, sheet := range f.Sheets {
		m := tabular.Mapping{Sheet: sheet.Name, Header: headerFor(kind, sheet.Rows)}
		m.Columns = suggestColumns(f, kind, m)
		if len(sheet.Rows) > 0 && len(m.Columns) > most {
			best, most = m, len(m.Columns)
		}
	}
	return best
}

// SuggestIn is Suggest where the officer has said which sheet.
func SuggestIn(f tabular.File, kind, sheet string) tabular.Mapping {
	for _, s := range f.Sheets {
		if s.Name == sheet {
			return SuggestUnder(f, kind, sheet, headerFor(kind, s.Rows))
		}
	}
	return SuggestUnder(f, kind, sheet, 0)
}

// SuggestUnder is Suggest where the officer has said which sheet and which header.
func SuggestUnder(f tabular.File, kind, sheet string, header int) tabular.Mapping {
	m := tabular.Mapping{Sheet: sheet, Header: header}
	m.Columns = suggestColumns(f, kind, m)
	return m
}

func suggestColumns(f tabular.File, kind string, m tabular.Mapping) map[string]int {
	header, rows, err := m.Cut(f)
	if err != nil {
		return map[string]int{}
	}
	if ofAnswers(kind) {
		return engagement.Suggest(engagement.Kind(kind), header, rows)
	}
	found := registration.Suggest(header, rows)
	if kind == Attendance {
		taken := map[int]bool{}
		for field, column := range found {
			if !slices.Contains(attendance.MappedFields(), field) || field == "country" && allTell(rows, column) ||
				field == "job_title" && attendance.HoldsRoles(header, rows, column) {
				delete(found, field)
				continue
			}
			taken[column] = true
		}
		for field, column := range attendance.Suggest(header, rows, taken) {
			found[field] = column
		}
	}
	return found
}

// allTell tells whether a column holds answers and no places: "No" is also the code of a country.
func allTell(rows []tabular.Row, column int) bool {
	for _, row := range rows {
		if cell := tabular.Clean(row.Cell(column)); cell != "" && !attendance.Answers(cell) {
			return false
		}
	}
	return true
}

// widthRows is how many rows are looked at to tell how wide a table is.
const widthRows = 300

func width(header tabular.Row, rows []tabular.Row) int {
	wide := len(header.Cells)
	for _, row := range rows[:min(len(rows), widthRows)] {
		wide = max(wide, len(row.Cells))
	}
	return wide
}
