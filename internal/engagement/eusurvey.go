package engagement

import (
	"strings"

	"rapporteur/internal/registration"
	"rapporteur/internal/tabular"
)

// eusurvey is the result export of EUSurvey, of a form about the webinar: rows for alias and date of the export above the
// header, the contribution's id and times behind the questions. More than 254 columns go on in the sheet "Content1",
// and options may have a column each.
var eusurvey = euSurveyIn(eusurveyID, "EUSurvey export", func(f tabular.File) bool { return f.Encoding != tabular.OldWorkbook })

// euSurveyIn is the export in one of the kinds of files in which EUSurvey writes it.
func euSurveyIn(id, title string, in func(tabular.File) bool) Format {
	return Format{ID: id, Kind: Survey, Title: title,
		Detect: func(f tabular.File) (int, string) {
			if !in(f) {
				return 0, ""
			}
			return detectForm(registration.EUSurveyTable(f), isEUSurvey, eusurveyWhy)
		},
		Read: func(f tabular.File, o Options) (Reading, error) {
			return readForm(registration.EUSurveyTable(f), id, eusurveyWhy, o, isEUSurvey)
		}}
}

const (
	eusurveyID  = "eusurvey_xlsx"
	eusurveyWhy = "the rows and columns of an EUSurvey result export"
)

func isEUSurvey(t table, above []tabular.Row) bool {
	for _, row := range above {
		if tabular.HeaderKey(row.Cell(0)) == "alias" && len(row.Cells) == 2 {
			return len(t.header.Cells) > 2
		}
	}
	for _, cell := range t.header.Cells {
		if strings.HasPrefix(tabular.HeaderKey(cell), "contribution id") {
			return true
		}
	}
	return false
}
