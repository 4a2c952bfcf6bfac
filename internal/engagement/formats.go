package engagement

// Formats lists the layouts this package reads, in the order in which they are asked. No two of them claim one file. The
// survey table at the end claims none by itself: it reads what the officer says is a survey. Exports of forms bear the
// ids that they have as registrations: what was asked tells the two apart.
func Formats() []Format {
	return []Format{
		zoomPoll,
		zoomQA,
		eusurvey,
		eusurveyOld,
		limesurvey,
		msForms,
		googleForms,
		surveyTable,
	}
}
