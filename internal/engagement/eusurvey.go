package engagement

import (
	"strings"

	"rapporteur/internal/tabular"
)

// eusurvey is the result export of EUSurvey, of a form about the webinar: rows for alias and date of the export above the
// header, the contribution's id and times behind the questions.
var eusurvey = Format{ID: eusurveyID, Kind: Survey, Title: "EUSurvey export",
	Detect: func(f tabular.File) (int, string) { return detectForm(f, isEUSurvey, eusurveyWhy) },
	Read: func(f tabular.File, o Options) (Reading, error) {
		return readForm(f, eusurveyID, eusurveyWhy, o, isEUSurvey)
	}}

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
