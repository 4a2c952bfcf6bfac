package registration

import (
	"strings"

	"rapporteur/internal/tabular"
)

// choice is a column that holds a mark where the person chose its option.
type choice struct {
	option string
	column int
}

// marks are what a column of one choice holds: an X, a one, a yes or a no.
var marks = phrasesOf("x|1|0|true|false|yes|no|y|n|on|off|✓|✔|da|ne|po|jo|evet|hayır|oui|non|nu|ja|nein|да|не")

// isMark tells whether a cell of a choice's column marks or leaves blank. Signs alone, such as ✓, mark.
func isMark(cell string) bool {
	words := fold(cell)
	return len(words) == 0 || marks.are(words)
}

// isChosen tells whether a cell marks its choice.
func isChosen(cell string) bool {
	words := fold(cell)
	if len(words) == 0 {
		return strings.ContainsAny(cell, "✓✔☑☒✗✘×")
	}
	return !noWords.are(words)
}

// spread finds a question whose options have a column each: "Sex: Female" and "Sex: Male", "sex__female" and "sex__male",
// "Sex [Female]" and "Sex [Male]". Where a title has several colons, the cut that finds the most options is right. An option
// such as "Other" may hold a text in place of a mark.
func (l layout) spread(t *table, s fieldSet) {
	if l.has(s.field) {
		return
	}
	var best []choice
	for _, cut := range []func(string) (string, string, bool){lastColon, firstColon, underscores, brackets} {
		groups := map[string][]choice{}
		for i, cell := range t.header.Cells {
			question, option, ok := cut(tabular.Clean(cell))
			if !ok || t.used[i] || len(fold(option)) == 0 || !t.all(i, isMark) && !openOption(option) {
				continue
			}
			if words := fold(title(question)); s.isTitle(words) || s.asks(words) {
				groups[question] = append(groups[question], choice{tabular.Clean(option), i})
				if len(groups[question]) > max(1, len(best)) {
					best = groups[question]
				}
			}
		}
	}
	if len(best) > 1 {
		l.take(t, s.field, best)
	}
}

func (l layout) take(t *table, f field, found []choice) {
	for _, c := range found {
		t.used[c.column] = true
	}
	l.choices[f] = found
}

func firstColon(header string) (question, option string, ok bool) { return strings.Cut(header, ":") }

func lastColon(header string) (question, option string, ok bool) {
	i := strings.LastIndexByte(header, ':')
	if i < 0 {
		return "", "", false
	}
	return header[:i], header[i+1:], true
}

func underscores(header string) (question, option string, ok bool) {
	question, option, ok = strings.Cut(header, "__")
	return question, strings.ReplaceAll(option, "_", " "), ok
}

func brackets(header string) (question, option string, ok bool) {
	header, ok = strings.CutSuffix(strings.TrimSpace(header), "]")
	i := strings.LastIndexByte(header, '[')
	if !ok || i <= 0 {
		return "", "", false
	}
	return header[:i], header[i+1:], true
}

// spreadBare finds the columns of one question's options where the export leaves the question itself out: neighbours
// titled "Female" and "Male" that hold marks and nothing else. An option that says nothing by itself ("Other") belongs to
// those before it.
func (l layout) spreadBare(t *table) {
	for i := 0; i < len(t.whole); {
		found, f := t.bareOptions(i)
		if f == "" || l.has(f) {
			i++
			continue
		}
		l.take(t, f, found)
		i = found[len(found)-1].column + 1
	}
}

// bareOptions reads the options of one field from column i on; the field is "" when fewer than two stand there.
func (t *table) bareOptions(i int) ([]choice, field) {
	for _, f := range []field{sex, channel, country, sector} {
		var found []choice
		own := 0
		for k := i; k < len(t.whole) && !t.used[k] && t.all(k, isMark) && t.share(k, isChosen) > 0; k++ {
			option := tabular.Clean(t.header.Cells[k])
			open := openOption(option)
			if !open && !reads(f, option) || open && own == 0 {
				break
			}
			if !open {
				own++
			}
			found = append(found, choice{option, k})
		}
		if own > 1 {
			return found, f
		}
	}
	return nil, ""
}

// openOptions are options that any question may have.
var openOptions = phrasesOf("other*|prefer*|rather not|i prefer*|none|not stated|no answer|unknown|drugo|ostalo|друго|остало|tjetër|diğer|altele|altul|autre*|andere|keine angabe|belirtmek istemiyorum|ne želim*|не сакам*")

func openOption(option string) bool { return openOptions.begin(fold(option)) > 0 }

// underGroups puts the titles of the row above a header before those of the options beneath them, as Drupal 7 writes a
// question whose options have a column each: "Sex" above "Female", and "Male" under nothing. The options of a group end
// where a column holds anything but marks.
func underGroups(above, header tabular.Row, rows []tabular.Row) tabular.Row {
	t := newTable(header, rows)
	out := tabular.Row{Line: header.Line, Cells: append([]string(nil), header.Cells...)}
	group := ""
	for i, cell := range header.Cells {
		if over := tabular.Clean(above.Cell(i)); over != "" {
			group = over
		}
		if group == "" || !tabular.HasInk(cell) || !t.all(i, isMark) || isOwn(t.whole[i]) {
			group = ""
			continue
		}
		out.Cells[i] = group + ": " + cell
	}
	return out
}

// tellShortNames finds the columns whose answers carry their short names, as EUSurvey writes them on request behind each
// chosen option: in a column whose title carries one, every answer ends with one.
func (l *layout) tellShortNames(t *table) {
	l.shortNames = map[int]bool{}
	for _, i := range l.column {
		header := tabular.Clean(t.header.Cells[i])
		if title(header) != header && t.answered(i) && t.all(i, func(cell string) bool { return cell == "" || withoutShortNames(cell) != "" }) {
			l.shortNames[i] = true
		}
	}
}

// withoutShortNames takes the bracketed short name off each of the answers that a cell joins, "" when one has none.
func withoutShortNames(cell string) string {
	parts := strings.Split(cell, ";")
	for k, part := range parts {
		option := strings.TrimSpace(title(part))
		if short := strings.TrimPrefix(strings.TrimSpace(part), option); option == "" || short == "" || strings.ContainsAny(strings.TrimSpace(short), " ") {
			return ""
		}
		parts[k] = option
	}
	return strings.Join(parts, "; ")
}
