package registration

// Formats lists the export formats this package reads, in the order in which they are asked.
func Formats() []Format {
	return []Format{drupalWebform, euSurvey, euSurveyOld, zoomRegistration, teamsRegistration, limeSurvey, msForms, googleForms}
}
