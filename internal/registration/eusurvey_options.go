package registration

import (
	"slices"
	"strings"

	"rapporteur/internal/tabular"
)

// EUSurveyTable gives an EUSurvey export with its continued sheets side by side, and with each option that has a column
// under its question. On request EUSurvey gives a question with several options a column for each: its own column stays
// empty, those behind it bear the options alone as titles and say Yes or No in every row. They are titled as other systems
// do it: "Which channels? [INTERPOL]".
//
// Source: its own exporter (EUSurvey/EUSURVEY on GitHub, CommonExcelExportCreator, getSplitMCQ).
func EUSurveyTable(file tabular.File) tabular.File {
	file = file.Joined()
	for i, sheet := range file.Sheets {
		for at, header := range sheet.Rows[:min(headerDepth, len(sheet.Rows))] {
			if titled, ok := underQuestions(header, sheet.Rows[at+1:]); ok {
				file.Sheets[i].Rows = slices.Clone(sheet.Rows)
				file.Sheets[i].Rows[at] = titled
				break
			}
		}
	}
	return file
}

// underQuestions titles the options of a header; false where none has a column of its own.
func underQuestions(header tabular.Row, rows []tabular.Row) (tabular.Row, bool) {
	if len(rows) == 0 || !slices.ContainsFunc(rows[0].Cells, isYesOrNo) {
		return header, false
	}
	t := newTable(header, rows)
	titled := tabular.Row{Line: header.Line, Cells: slices.Clone(header.Cells)}
	found := false
	for i := 0; i < len(header.Cells); i++ {
		question := tabular.Clean(header.Cells[i])
		if question == "" || t.used[i] || t.answered(i) {
			continue
		}
		end := i + 1
		rules := asksConsent(t.whole[i])
		for end < len(header.Cells) && t.isSplitOption(end) && (rules || !asksConsent(t.whole[end])) {
			end++
		}
		// One column alone may be a question of its own behind one that nobody answered, save where a consent is asked for.
		if options := end - i - 1; options == 0 || options == 1 && !rules {
			continue
		}
		found = true
		titled.Cells[i] = ""
		for k := i + 1; k < end; k++ {
			titled.Cells[k] = question + " [" + tabular.Clean(header.Cells[k]) + "]"
		}
		i = end - 1
	}
	return titled, found
}

// isSplitOption tells the column of an option: Yes or No in every row, under a title that is no question by itself.
func (t *table) isSplitOption(i int) bool {
	option := tabular.Clean(t.header.Cells[i])
	return option != "" && !t.used[i] && !strings.HasSuffix(option, "?") && t.all(i, isYesOrNo)
}

// isYesOrNo tells the two words that EUSurvey writes, whatever the language of the survey.
func isYesOrNo(cell string) bool {
	cell = tabular.Clean(cell)
	return cell == "Yes" || cell == "No"
}

// asksConsent tells a title that asks to accept the rules.
func asksConsent(words []string) bool {
	return slices.ContainsFunc(fieldSets(), func(s fieldSet) bool { return s.field == consent && (s.isTitle(words) || s.asks(words)) })
}
