package engagement

import (
	"rapporteur/internal/tabular"
)

// limesurvey is the result export of LimeSurvey: its own columns first, a question with several options in one column for
// each. A response without a time of submission was never finished.
var limesurvey = Format{ID: limesurveyID, Kind: Survey, Title: "LimeSurvey responses",
	Detect: func(f tabular.File) (int, string) { return detectForm(f, isLimeSurvey, limesurveyWhy) },
	Read:   readLimeSurvey}

const (
	limesurveyID  = "limesurvey_csv"
	limesurveyWhy = "the columns of a LimeSurvey export (date of submission, last page)"
)

var (
	limeSubmitted = []string{"submitdate", "date submitted", "submitdate. date submitted"}
	limePage      = []string{"lastpage", "last page", "lastpage. last page"}
)

func isLimeSurvey(t table, _ []tabular.Row) bool {
	c := tabular.ColumnsOf(t.header)
	return c.Index(limeSubmitted...) >= 0 && c.Index(limePage...) >= 0
}

func readLimeSurvey(f tabular.File, o Options) (Reading, error) {
	s, _ := findSheet(f, isLimeSurvey)
	submitted := tabular.ColumnsOf(s.header).Index(limeSubmitted...)
	r := Reading{Format: limesurveyID, Kind: Survey, Why: limesurveyWhy}
	var finished []tabular.Row
	for _, row := range s.rows {
		if known(row.Cell(submitted)) == "" {
			r.leaveOut(row.Line, "This response was never finished.")
			continue
		}
		finished = append(finished, row)
	}
	s.rows = finished
	return r, r.buildSheet(&s, o)
}
