package registration

import (
	"regexp"
	"slices"
	"strings"

	"rapporteur/internal/participant"
	"rapporteur/internal/tabular"
)

// layout says which column holds which field. Columns beyond the first of a field are not used. Choices are the fields
// whose answers are spread over one column per choice. ByAnswers are the columns that no title told, only their answers.
type layout struct {
	column       map[field]int
	choices      map[field][]choice
	byAnswers    []int
	surnameFirst bool         // a full name has the family name in front
	shortNames   map[int]bool // columns whose answers carry their short names: "Female (a2)"
}

// fold gives the form in which titles and answers are compared. A French article is a word by itself: "de l'institution".
func fold(s string) []string {
	if strings.ContainsAny(s, "'’") {
		s = elided.ReplaceAllString(s, "$1$2 ")
	}
	return participant.Tokens(s)
}

var elided = regexp.MustCompile(`(^|[\s(/])([lLdD])['’]`)

// title is a column's title without the short name that some exports put behind it: "First name (firstname)".
func title(header string) string {
	header = tabular.Clean(header)
	if open := strings.LastIndexByte(header, '('); open > 0 && strings.HasSuffix(header, ")") {
		return header[:open]
	}
	return header
}

// table is a form's header and rows while its columns are being told.
type table struct {
	header tabular.Row
	rows   []tabular.Row
	whole  [][]string // the titles without short names, folded
	used   []bool
}

func newTable(header tabular.Row, rows []tabular.Row) *table {
	t := &table{header: header, rows: rows, whole: make([][]string, len(header.Cells)), used: make([]bool, len(header.Cells))}
	for i, cell := range header.Cells {
		t.whole[i] = fold(title(cell))
		t.used[i] = len(t.whole[i]) == 0 || isOwn(t.whole[i]) || isOwn(fold(cell))
	}
	return t
}

// layoutOf finds the form's fields: by whole titles, then by the options of a question that has a column each, by titles
// within a group ("Name: First"), by phrases in longer questions, and last by the answers themselves. A column without
// any answer stands back behind one that has some.
func layoutOf(header tabular.Row, rows []tabular.Row) layout {
	t := newTable(header, rows)
	l := layout{column: map[field]int{}, choices: map[field][]choice{}}
	for _, emptyToo := range []bool{false, true} {
		l.byTitles(t, emptyToo)
	}
	l.spreadBare(t)
	l.assign(t, sector, false, func(i int) bool { return occupations.are(t.whole[i]) })
	l.accounts(t)
	for _, f := range answerFields {
		if l.assign(t, f, true, func(i int) bool { return t.answers(i, f) && !t.titledOtherwise(i, f) }) {
			l.byAnswers = append(l.byAnswers, l.column[f])
		}
	}
	l.assign(t, phone, false, func(i int) bool {
		return (phoneTitles.are(t.whole[i]) || phoneTitles.are(fold(withinGroup(t.header.Cells[i])))) &&
			t.mostly(i, func(cell string) bool { return strings.ContainsAny(cell, "0123456789") })
	})
	if i, ok := l.column[fullName]; ok {
		_, l.surnameFirst = asksBothNames(t.whole[i])
	}
	l.settleNames()
	return l
}

func (l layout) byTitles(t *table, emptyToo bool) {
	l.assign(t, fullName, emptyToo, func(i int) bool { both, _ := asksBothNames(t.whole[i]); return both })
	salutation := func(i int) bool { return salutations.are(t.whole[i]) && t.mostly(i, isSalutation) }
	l.assign(t, sex, emptyToo, func(i int) bool { return salutation(i) && !t.hasTitle(sex) })
	for _, s := range fieldSets() {
		l.assign(t, s.field, emptyToo, func(i int) bool {
			return t.isTitled(i, s) && !(s.field == jobTitle && salutation(i)) && !(s.field == sex && t.contradicts(i, sex))
		})
	}
	for _, s := range fieldSets() {
		l.spread(t, s)
	}
	for _, s := range fieldSets() {
		l.assign(t, s.field, emptyToo, func(i int) bool { return s.isTitle(fold(withinGroup(t.header.Cells[i]))) })
	}
	for _, s := range fieldSets() {
		l.assign(t, s.field, emptyToo, func(i int) bool { return s.asks(t.whole[i]) && !t.contradicts(i, s.field) })
	}
	// What is put in brackets may be the short name of a question, or what it asks: "Your place (institution)".
	for _, s := range fieldSets() {
		l.assign(t, s.field, emptyToo, func(i int) bool { return s.asks(fold(t.header.Cells[i])) && !t.contradicts(i, s.field) })
	}
}

// contradicts tells whether the answers of a column speak against a field that a longer question may ask for: "Where do you
// work?" is answered with an institution, or with a country.
func (t *table) contradicts(i int, f field) bool {
	return (f == organisation || f == sex) && t.answers(i, country)
}

// isTitled tells a column under a whole title of a field, or under one in several languages: "Име / Ime".
func (t *table) isTitled(i int, s fieldSet) bool {
	if s.isTitle(t.whole[i]) {
		return true
	}
	parts := strings.Split(title(t.header.Cells[i]), "/")
	return len(parts) > 1 && !slices.ContainsFunc(parts, func(part string) bool { return !s.isTitle(fold(part)) })
}

// assign gives a field the first unused column that fits, unless it has one. The channel and the consent may stand in a
// column without answers: that says something of everybody. A column of addresses holds addresses, or nothing.
func (l layout) assign(t *table, f field, emptyToo bool, fits func(i int) bool) bool {
	if l.has(f) {
		return false
	}
	for i := range t.whole {
		if t.used[i] || !fits(i) {
			continue
		}
		empty := !t.answered(i)
		if empty && !emptyToo && f != channel && f != consent || !empty && f == email && t.share(i, isAddress) == 0 {
			continue
		}
		l.column[f], t.used[i] = i, true
		return true
	}
	return false
}

// titledOtherwise tells whether a column has the whole title of another field: a second "Name" is not a sex, whatever it holds.
func (t *table) titledOtherwise(i int, f field) bool {
	return slices.ContainsFunc(fieldSets(), func(s fieldSet) bool { return s.field != f && s.isTitle(t.whole[i]) })
}

// accounts takes the addresses of those who signed in where the form itself asks for none: Google Forms collects them under
// "Username".
func (l layout) accounts(t *table) {
	for i := range t.whole {
		if !l.has(email) && t.used[i] && accountTitles.are(t.whole[i]) && t.mostly(i, isAddress) {
			l.column[email] = i
		}
	}
}

// hasTitle tells whether another column is titled as the field is.
func (t *table) hasTitle(f field) bool {
	for _, s := range fieldSets() {
		if s.field != f {
			continue
		}
		for i := range t.whole {
			if !t.used[i] && (s.isTitle(t.whole[i]) || s.asks(t.whole[i])) {
				return true
			}
		}
	}
	return false
}

// withinGroup is the last part of a title that stands under the title of a group: "Name: First", "name__first",
// "Name [First]".
func withinGroup(header string) string {
	if _, within, ok := brackets(header); ok {
		return within
	}
	header = title(header)
	for _, mark := range []string{": ", "__"} {
		if i := strings.LastIndex(header, mark); i > 0 {
			return header[i+len(mark):]
		}
	}
	return ""
}

// asksBothNames tells whether a title asks for the given and the family name in one cell, and whether the family name
// stands in front there: "Surname, first name".
func asksBothNames(words []string) (both, surnameFirst bool) {
	given, family := -1, -1
	for i := 0; i < len(words); {
		g, f := givenWords.begin(words[i:]), familyWords.begin(words[i:])
		switch {
		case f > 0 && f >= g:
			if family < 0 {
				family = i
			}
			i += f
		case g > 0:
			if given < 0 {
				given = i
			}
			i += g
		default:
			i++
		}
	}
	both = given >= 0 && family >= 0
	return both, both && given > family
}

// settleNames reads "Name" beside "Surname" as the given name, and drops a full name that two columns tell better.
func (l layout) settleNames() {
	full, hasFull := l.column[fullName]
	_, hasFirst := l.column[firstName]
	_, hasLast := l.column[lastName]
	switch {
	case hasFull && hasLast && !hasFirst:
		l.column[firstName] = full
		delete(l.column, fullName)
	case hasFull && hasFirst && !hasLast:
		l.column[lastName] = full
		delete(l.column, fullName)
	case hasFull && hasFirst && hasLast:
		delete(l.column, fullName)
	}
}

// fieldOf names the field a column holds.
func (l layout) fieldOf(column int) field {
	for f, i := range l.column {
		if i == column {
			return f
		}
	}
	return ""
}

// has tells whether the form asks for the field.
func (l layout) has(f field) bool {
	_, ok := l.column[f]
	return ok || len(l.choices[f]) > 0
}

// isForm tells whether the fields make a registration: a name and an address.
func (l layout) isForm() bool {
	return l.has(email) && (l.has(fullName) || l.has(lastName) || l.has(firstName))
}

// value is the answer of a row, cleaned.
func (l layout) value(row tabular.Row, f field) string {
	if i, ok := l.column[f]; ok {
		cell := tabular.Clean(row.Cell(i))
		if l.shortNames[i] {
			return withoutShortNames(cell)
		}
		return cell
	}
	var chosen []string
	for _, c := range l.choices[f] {
		switch cell := tabular.Clean(row.Cell(c.column)); {
		case !isMark(cell):
			chosen = append(chosen, cell)
		case isChosen(cell):
			chosen = append(chosen, c.option)
		}
	}
	return strings.Join(chosen, "; ")
}
