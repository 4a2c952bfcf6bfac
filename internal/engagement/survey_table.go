package engagement

import (
	"rapporteur/internal/fault"
	"rapporteur/internal/tabular"
)

// surveyTable is any table of answers with a header: a row per respondent and a column per question, or a row per answer with
// its question beside it. It claims no file, for
// a list of participants looks the same; the officer says that it is a survey.
var surveyTable = Format{ID: surveyTableID, Kind: Survey, Title: "Responses of a survey",
	Found:  "the export of Microsoft Forms, Google Forms, EUSurvey or LimeSurvey, or any table of answers that you say is a survey",
	Detect: func(tabular.File) (int, string) { return 0, "" }, Read: readSurveyTable}

const surveyTableID = "survey_table"

func readSurveyTable(f tabular.File, o Options) (Reading, error) {
	if l, ok := findLong(f); ok {
		return l.read(o)
	}
	lines := map[int]bool{}
	for _, of := range f.Sheets {
		if line := HeaderLine(of.Rows); line > 0 {
			lines[line] = true
		}
	}
	titled := func(t table, _ []tabular.Row) bool { return lines[t.header.Line] }
	if _, ok := findSheet(f, titled); !ok {
		return Reading{}, fault.New(fault.Unreadable, "The file holds no table with a header and answers below it.",
			"Leave one row of questions above the answers and save it again as CSV or XLSX.")
	}
	return readForm(f, surveyTableID, "a table of answers, by the officer's word", o, titled)
}
