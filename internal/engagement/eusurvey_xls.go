package engagement

import "rapporteur/internal/tabular"

// eusurveyOld is the export of EUSurvey in a workbook of the old Excel format.
var eusurveyOld = euSurveyIn("eusurvey_xls", "EUSurvey export, old Excel format", func(f tabular.File) bool { return f.Encoding == tabular.OldWorkbook })
