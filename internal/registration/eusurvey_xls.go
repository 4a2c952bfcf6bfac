package registration

import "rapporteur/internal/tabular"

// The result export of EUSurvey as it long was: a workbook of the old Excel format with the rows and columns of the newer
// one (eusurvey_xlsx.go).
var euSurveyOld = surveyIn("eusurvey_xls", "EUSurvey export, old Excel format", "in EUSurvey: the survey's Results, Export, XLS",
	func(file tabular.File) bool { return file.Encoding == tabular.OldWorkbook })
