package registration

import (
	"slices"
	"strings"

	"rapporteur/internal/tabular"
)

// The result export of EUSurvey: sheet "Content" with the rows "Alias" and "Export Date" on top, then, with or without a
// blank row between, the questions and the columns "Contribution Id", "Creation Date", "Last Update" … at the end, which
// an officer may leave out of the export. More than 253 columns go on in the sheet "Content1".
var euSurvey = Format{ID: surveyFormat, Detect: detectEUSurvey, Read: readEUSurvey}

const (
	surveyFormat       = "eusurvey_xlsx"
	surveyAlias        = "alias"
	surveyContribution = "contribution id|id de la contribution|identifiant de la contribution|beitrags id|id der beiträge|id contribuție|contribution"
	surveyCreated      = "creation date|date de création|erstellungsdatum|data creării"
	surveyUpdated      = "last update|dernière mise à jour|letzte aktualisierung|ultima actualizare"
)

func detectEUSurvey(file tabular.File) (int, string) {
	rows, at, ok := findSurvey(file)
	switch {
	case !ok:
		return 0, ""
	case hasAlias(rows):
		return 95, "the rows and columns of an EUSurvey result export (Alias, contribution id) beside name and address"
	case systemColumn(rows[at], surveyContribution) >= 0 && systemColumn(rows[at], surveyUpdated) >= 0:
		return 90, "the columns of an EUSurvey result export (contribution id, last update) beside name and address"
	}
	return 0, ""
}

func hasAlias(rows []tabular.Row) bool {
	return len(rows) > 0 && fold(rows[0].Cell(0)) == surveyAlias
}

// findSurvey gives the rows of the survey's sheets and the index of the header among them.
func findSurvey(file tabular.File) (rows []tabular.Row, at int, ok bool) {
	for i, sheet := range file.Sheets {
		rows := slices.Clone(sheet.Rows)
		for _, next := range file.Sheets[i+1:] {
			if sheet.Name != "" && strings.HasPrefix(next.Name, sheet.Name) && strings.Trim(next.Name[len(sheet.Name):], "0123456789") == "" {
				rows = besides(rows, next.Rows)
			}
		}
		for at, row := range rows[:min(headerDepth, len(rows))] {
			own := systemColumn(row, surveyContribution) >= 0 && (systemColumn(row, surveyCreated) >= 0 || systemColumn(row, surveyUpdated) >= 0)
			if (own || hasAlias(rows) && at > 0) && layoutOf(row).isForm() {
				return rows, at, true
			}
		}
	}
	return nil, 0, false
}

// besides puts the columns of a continued sheet behind those of the first, row by row.
func besides(rows, more []tabular.Row) []tabular.Row {
	width := 0
	for _, row := range rows {
		width = max(width, len(row.Cells))
	}
	byLine := map[int][]string{}
	for _, row := range more {
		byLine[row.Line] = row.Cells
	}
	out := make([]tabular.Row, len(rows))
	for i, row := range rows {
		cells := make([]string, width, width+len(byLine[row.Line]))
		copy(cells, row.Cells)
		out[i] = tabular.Row{Line: row.Line, Cells: append(cells, byLine[row.Line]...)}
	}
	return out
}

func readEUSurvey(file tabular.File, o Options) (Reading, error) {
	rows, at, ok := findSurvey(file)
	if !ok {
		return Reading{}, notThisFormat(file)
	}
	header := rows[at]
	_, why := detectEUSurvey(file)
	name := ""
	if len(file.Sheets) > 0 {
		name = file.Sheets[0].Name
	}
	return readForm(form{
		format: surveyFormat, why: why, file: file.Name, sheet: name,
		header: header, rows: rows[at+1:], layout: layoutOf(header),
		serial: -1, completed: -1, draft: -1,
		identity: systemColumn(header, surveyContribution),
		created:  systemColumn(header, surveyCreated),
		updated:  systemColumn(header, surveyUpdated),
	}, o)
}
