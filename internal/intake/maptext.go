package intake

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"rapporteur/internal/attendance"
	"rapporteur/internal/engagement"
	"rapporteur/internal/fault"
	"rapporteur/internal/tabular"
)

// otherNames are what the fields are called in the shapes of persons.
var otherNames = map[string]string{"name": "full_name", "first_join": "join", "last_leave": "leave"}

// fieldBegins finds where a field begins in a text such as "full_name=Name, surname,join=From": a title may hold commas.
var fieldBegins = regexp.MustCompile(`(?:^|,)\s*([a-z][a-z_]*)\s*=`)

// ignored is what a choice of columns as text calls a column of answers that is no question. No mapping holds it.
const ignored = "ignore"

// ChosenBy reads an officer's choice of columns as text, "FIELD=COLUMN,FIELD=COLUMN": a column is named by its title, its
// letter or its number. A field that several columns may have is named for each; of a table of answers every column under a
// title is a question that is not said to be another thing or to be ignored, unless the questions are named. sheet nil: the first sheet that has the columns; header nil: the first row that has them, 0: there
// is no header. Faults: invalid, not-found, ambiguous.
func ChosenBy(f tabular.File, kind, text string, sheet *string, header *int) (tabular.Mapping, error) {
	names, err := parseChoice(kind, text)
	if err != nil {
		return tabular.Mapping{}, fault.From(err).At(fault.Where{File: f.Name})
	}
	guess := Suggest(f, kind)
	var first error
	for _, s := range f.Sheets {
		if sheet != nil && s.Name != *sheet || len(s.Rows) == 0 {
			continue
		}
		lines := []int{headerFor(kind, s.Rows)}
		if s.Name == guess.Sheet {
			lines[0] = guess.Header
		}
		if header != nil {
			lines = []int{*header}
		} else {
			for _, row := range s.Rows[:min(len(s.Rows), headerDepth)] {
				lines = append(lines, row.Line)
			}
		}
		for _, line := range lines {
			m, err := resolve(f, kind, tabular.Mapping{Sheet: s.Name, Header: line}, names)
			if err == nil {
				return m, nil
			}
			if first == nil {
				first = err
			}
		}
	}
	if first == nil {
		first = fault.New(fault.NotFound, "The file has no such sheet.", "Choose one of its sheets.")
	}
	return tabular.Mapping{}, fault.From(first).At(fault.Where{File: f.Name})
}

// ChoiceFields lists the fields that a choice of columns as text may name.
func ChoiceFields(kind string) []string {
	if ofAnswers(kind) {
		return append(Fields(kind), ignored)
	}
	return Fields(kind)
}

// parseChoice gives the columns that a text names, by field.
func parseChoice(kind, text string) (map[string][]string, error) {
	names := map[string][]string{}
	fields := "The fields are: " + strings.Join(ChoiceFields(kind), ", ") + "."
	at := fieldBegins.FindAllStringSubmatchIndex(text, -1)
	for i, begin := range at {
		end := len(text)
		if i+1 < len(at) {
			end = at[i+1][0]
		}
		field, column := text[begin[2]:begin[3]], strings.TrimSpace(text[begin[1]:end])
		if other := otherNames[field]; other != "" {
			field = other
		}
		switch {
		case !slices.Contains(ChoiceFields(kind), field):
			return nil, fault.New(fault.Invalid, noField(kind, field), fields)
		case column == "" || len(names[field]) > 0 && field != ignored && !slices.Contains(Several(kind), field):
			return nil, fault.Newf(fault.Invalid, "Name each field once, with one column.", "The field “%s” is not given one column.", field)
		}
		names[field] = append(names[field], column)
	}
	if len(names) == 0 || at[0][0] > 0 && strings.TrimSpace(text[:at[0][0]]) != "" {
		return nil, fault.New(fault.Invalid, "The choice of columns cannot be read.", "Write FIELD=COLUMN,FIELD=COLUMN. "+fields)
	}
	return names, nil
}

func resolve(f tabular.File, kind string, m tabular.Mapping, names map[string][]string) (tabular.Mapping, error) {
	header, rows, err := m.Cut(f)
	if err != nil {
		return m, err
	}
	m.Columns = map[string]int{}
	said := map[int]bool{}
	for _, field := range ChoiceFields(kind) {
		for _, name := range names[field] {
			column, err := tabular.Column(header, name)
			if err == nil && column >= width(header, rows) {
				err = fault.Newf(fault.NotFound, "Name a column by its title, its letter or its number.", "There is no column “%s”.", name)
			}
			if err != nil {
				return m, err
			}
			said[column] = true
			if field != ignored {
				m.Columns[key(kind, field, column)] = column
			}
		}
	}
	if len(names[engagement.FieldQuestion])+len(names[engagement.FieldAnswer]) == 0 && ofAnswers(kind) {
		for name, column := range engagement.Suggest(engagement.Kind(kind), header, rows) {
			if field := tabular.FieldIn(name); !said[column] && (field == engagement.FieldQuestion || field == engagement.FieldAnswer) {
				m.Columns[name] = column
			}
		}
	}
	return m, nil
}

// key is the name under which a mapping holds a column of a field.
func key(kind, field string, column int) string {
	if slices.Contains(Several(kind), field) {
		return tabular.Several(field, column)
	}
	return field
}

// ChoiceOf writes a mapping as ChosenBy reads it. Columns whose titles say nothing, or the same twice, go by their letters.
func ChoiceOf(f tabular.File, kind string, m tabular.Mapping) string {
	header, _, err := m.Cut(f)
	if err != nil {
		return ""
	}
	var parts []string
	for _, field := range Fields(kind) {
		several := slices.Contains(Several(kind), field)
		for _, column := range m.All(field) {
			if name, ok := nameOf(header, column, several); ok {
				parts = append(parts, field+"="+name)
			}
		}
	}
	return strings.Join(parts, ",")
}

// nameOf is what a choice as text calls a column: its title, or its letter where the title says nothing, stands twice, would
// be read otherwise, or is a question. ok is false where another column's title is this one's letter.
func nameOf(header tabular.Row, column int, byLetter bool) (name string, ok bool) {
	name = tabular.Clean(header.Cell(column))
	got, err := tabular.Column(header, name)
	if !byLetter && err == nil && got == column && !fieldBegins.MatchString(","+name) && !strings.ContainsAny(name, `"'`+"`$\\!") {
		return name, true
	}
	name = tabular.ColumnLetters(column)
	got, err = tabular.Column(header, name)
	return name, err == nil && got == column
}

// KindOf tells which kind a choice of columns speaks of: attendance or a survey where it names a field that only they have,
// else registrations.
func KindOf(text string) string {
	for _, m := range fieldBegins.FindAllStringSubmatch(text, -1) {
		field := m[1]
		if other := otherNames[field]; other != "" {
			field = other
		}
		for _, kind := range []string{Attendance, Survey} {
			if slices.Contains(ChoiceFields(kind), field) && !slices.Contains(Fields(Registrations), field) {
				return kind
			}
		}
	}
	return Registrations
}

// TimedKind is Attendance for a table that no format claims and in which people seem to come and go, "" for another one:
// such a list is attendance on whichever screen it is dropped.
func TimedKind(f tabular.File) string {
	m := Suggest(f, Attendance)
	for _, field := range []string{"join", "leave"} {
		if _, ok := m.Columns[field]; !ok {
			return ""
		}
	}
	return Attendance
}

// GuessKind tells which kind a table that no format claims may be of.
func GuessKind(f tabular.File) string {
	m := Suggest(f, Attendance)
	if len(attendance.Lacks(m.Columns)) == 0 {
		return Attendance
	}
	return Registrations
}

// GuessAnswers tells which kind of answers a table that no format claims may hold: questions to the speakers where each row
// asks another question, else a survey.
func GuessAnswers(f tabular.File) string { return string(engagement.Guess(f)) }

// Headers lists the fingerprints of the rows of a file that may be a header, with where each stands. A sheet that seems to
// have no header goes by its shape.
func Headers(f tabular.File) (at []tabular.Mapping, fingerprints []string) {
	for _, s := range f.Sheets {
		if print := shapeOf(s.Rows); print != "" && headerOf(s.Rows) == 0 {
			at, fingerprints = append(at, tabular.Mapping{Sheet: s.Name}), append(fingerprints, print)
		}
		for _, row := range s.Rows[:min(len(s.Rows), headerDepth)] {
			if print := tabular.Fingerprint(row); print != "" && filled(row) > 1 {
				at, fingerprints = append(at, tabular.Mapping{Sheet: s.Name, Header: row.Line}), append(fingerprints, print)
			}
		}
	}
	return at, fingerprints
}

// Print names the tables that a choice of columns is remembered for: those of the same header, and where there is none
// those of the same shape. "" when the choice does not fit the file.
func Print(f tabular.File, m tabular.Mapping) string {
	header, rows, err := m.Cut(f)
	switch {
	case err != nil:
		return ""
	case m.Header == 0:
		return shapeOf(rows)
	}
	return tabular.Fingerprint(header)
}

// shapeOf names a table without a header by how many columns it has and by what most cells of each look like. "" for one of
// fewer than two columns.
func shapeOf(rows []tabular.Row) string {
	wide := width(tabular.Row{}, rows)
	if wide < 2 {
		return ""
	}
	shape := "shape"
	for column := range wide {
		n, best := map[string]int{}, "-"
		for _, row := range rows[:min(len(rows), widthRows)] {
			if cell := tabular.Clean(row.Cell(column)); cell != "" {
				n[attendance.Sort(cell)]++
			}
		}
		for _, sort := range slices.Sorted(maps.Keys(n)) {
			if n[sort] > n[best] {
				best = sort
			}
		}
		shape += ":" + best
	}
	return shape
}
