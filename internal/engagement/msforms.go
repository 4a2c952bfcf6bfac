package engagement

import (
	"slices"

	"rapporteur/internal/tabular"
)

// msForms is the export of Microsoft Forms, also of the polls that Teams makes with it: a running number, start and
// completion time, then address, name and the questions. Its titles are in the language of the account; its shape is not.
var msForms = Format{ID: msFormsID, Kind: Survey, Title: "Microsoft Forms answers",
	Detect: func(f tabular.File) (int, string) { return detectForm(f, isMSForms, msFormsWhy) },
	Read: func(f tabular.File, o Options) (Reading, error) {
		return readForm(f, msFormsID, msFormsWhy, o, isMSForms)
	}}

const (
	msFormsID  = "msforms_xlsx"
	msFormsWhy = "a running number, then start and completion times, as Microsoft Forms exports them"
)

func isMSForms(t table, above []tabular.Row) bool {
	return t.id == 0 && slices.Contains(t.times, 1) && slices.Contains(t.times, 2) && !isLimeSurvey(t, above) && !isEUSurvey(t, above)
}
