package engagement

import (
	"slices"

	"rapporteur/internal/tabular"
)

// googleForms is the table of answers of Google Forms, as a file or as a copy of its sheet: the time first, then the
// questions. The title of the first column is in the language of the account.
var googleForms = Format{ID: googleFormsID, Kind: Survey, Title: "Google Forms answers",
	Detect: func(f tabular.File) (int, string) { return detectForm(f, isGoogleForms, googleFormsWhy) },
	Read: func(f tabular.File, o Options) (Reading, error) {
		return readForm(f, googleFormsID, googleFormsWhy, o, isGoogleForms)
	}}

const (
	googleFormsID  = "googleforms_csv"
	googleFormsWhy = "the time in the first column, then the questions, as Google Forms exports them"
)

func isGoogleForms(t table, above []tabular.Row) bool {
	return len(above) == 0 && slices.Equal(t.times, []int{0}) && t.id < 0 && !isEUSurvey(t, above) && !isLimeSurvey(t, above)
}
