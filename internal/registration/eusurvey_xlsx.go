package registration

import (
	"strings"
	"time"

	"rapporteur/internal/tabular"
)

// The result export of EUSurvey: sheet "Content" with the rows "Alias" and "Export Date" on top, then, with or without a
// blank row between, the questions and the columns "Contribution Id", "Creation Date", "Last Update" … at the end, in the
// language of the officer's screen, and only as far as chosen for the export. More than 254 columns go on in the sheet
// "Content1", which has the same rows on top.
var euSurvey = surveyIn(surveyFormat, "EUSurvey export", "in EUSurvey: the survey's Results, Export, XLSX",
	func(file tabular.File) bool { return file.Encoding != tabular.OldWorkbook })

const (
	surveyFormat = "eusurvey_xlsx"
	surveySheet  = "Content"
)

// The titles of the survey's own columns. Other languages are told by what the columns hold.
var (
	surveyAlias        = phrasesOf("alias")
	surveyContribution = phrasesOf("contribution id|id de la contribution|identifiant de la contribution|beitrags id|id der beiträge|id contribuție|id doprinosa|contribution")
	surveyCreated      = phrasesOf("creation date|date de création|erstellungsdatum|erstellt am|data creării|datum izrade|datum stvaranja")
	surveyUpdated      = phrasesOf("last update|last updated|dernière mise à jour|letzte aktualisierung|ultima actualizare|zadnje ažuriranje|posljednje ažuriranje")
)

// surveyIn is the export in one of the kinds of files in which EUSurvey writes it.
func surveyIn(id, title, found string, in func(tabular.File) bool) Format {
	find := func(file tabular.File) (form, int) {
		if !in(file) {
			return form{}, 0
		}
		f, confidence := findSurvey(file)
		f.format = id
		return f, confidence
	}
	return Format{ID: id, Title: title, Found: found,
		Detect: func(file tabular.File) (int, string) {
			f, confidence := find(file)
			return confidence, f.why
		},
		Read: func(file tabular.File, o Options) (Reading, error) {
			f, confidence := find(file)
			if confidence == 0 {
				return Reading{}, notThisFormat(file)
			}
			return readForm(f, o)
		}}
}

// findSurvey finds the header among the survey's sheets and tells its columns; the confidence is 0 where there is none.
func findSurvey(file tabular.File) (f form, confidence int) {
	for _, sheet := range EUSurveyTable(file).Sheets {
		rows := sheet.Rows
		aliased := len(rows) > 0 && surveyAlias.are(fold(rows[0].Cell(0)))
		for at, header := range rows[:min(headerDepth, len(rows))] {
			f = form{
				file: file.Name, sheet: sheet.Name, header: header, rows: rows[at+1:],
				serial: -1, completed: -1, draft: -1,
				identity: columnOf(header, surveyContribution), created: columnOf(header, surveyCreated), updated: columnOf(header, surveyUpdated),
			}
			if !f.hasTail() && !(aliased && at > 0) && !strings.HasPrefix(sheet.Name, surveySheet) {
				continue
			}
			if f.layout = layoutOf(header, f.rows); !f.layout.isForm() {
				continue
			}
			if f.tellTail(); !f.hasTail() && !aliased {
				continue
			}
			f.layout.tellShortNames(newTable(header, f.rows))
			if aliased {
				f.why = "the rows and columns of an EUSurvey result export (Alias, contribution id) beside name and address"
				return f, 95
			}
			f.why = "the columns of an EUSurvey result export (contribution id, last update) beside name and address"
			return f, 90
		}
	}
	return form{}, 0
}

// hasTail tells whether the survey's own columns are known: the id and a time.
func (f *form) hasTail() bool { return f.identity >= 0 && (f.created >= 0 || f.updated >= 0) }

// tellTail tells the survey's own columns by what they hold, where their titles are in a language not listed: the id is a
// UUID, the first time behind it and the questions is that of the contribution, the second that of the last edit.
func (f *form) tellTail() {
	t := newTable(f.header, f.rows)
	last := f.identity
	for _, column := range f.layout.column {
		last = max(last, column)
	}
	for i := last + 1; i < len(t.whole) && f.identity < 0; i++ {
		if t.mostly(i, isUUID) {
			f.identity, last = i, i
		}
	}
	for i := last + 1; i < len(t.whole); i++ {
		switch {
		case i == f.created || i == f.updated || !t.mostly(i, isDate):
		case f.created < 0 && (f.updated < 0 || i < f.updated):
			f.created = i
		case f.updated < 0:
			f.updated = i
		}
	}
}

// isUUID tells an id such as 56d30a71-d241-3958-c65f-1ffa27813c59.
func isUUID(text string) bool {
	return len(text) == 36 && strings.Count(text, "-") == 4 && strings.Trim(strings.ToLower(text), "0123456789abcdef-") == ""
}

// isDate tells a date, whatever its order.
func isDate(text string) bool {
	for _, order := range []string{"dmy", "mdy"} {
		if _, err := (tabular.DateLayout{Order: order}).Parse(text, time.UTC); err == nil {
			return true
		}
	}
	return false
}
