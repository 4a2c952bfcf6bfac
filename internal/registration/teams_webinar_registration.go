package registration

import (
	"time"

	"rapporteur/internal/tabular"
)

// The registrations of a Microsoft Teams webinar: names, address, time and status of the registration, then the questions
// of the page. Teams keeps the times in UTC and names no zone (learn.microsoft.com, virtualEventRegistration).
var teamsRegistration = Format{ID: teamsFormat, Title: "Teams webinar registrations",
	Found:  "in Teams: the webinar in the calendar, Manage event, Reports, Registration",
	Detect: detectTeams, Read: readTeams}

const teamsFormat = "teams_webinar_registration"

func detectTeams(file tabular.File) (int, string) {
	p, confidence := findTeams(file)
	return confidence, p.why
}

// findTeams finds the report; the confidence is 0 where there is none.
func findTeams(file tabular.File) (page, int) {
	if _, zoom := findZoom(file); zoom > 0 {
		return page{}, 0
	}
	untitled := func(tabular.Row) bool { return false }
	p, ok := findPage(file, teamsStanding, untitled, func(p page) bool { return p.standing >= 0 })
	if !ok {
		return page{}, 0
	}
	p.format, p.platform, p.zone = teamsFormat, "Microsoft Teams", time.UTC
	p.why = "the columns of a Microsoft Teams webinar's registrations: time and status of registration, no join or leave times"
	return p, 90
}

func readTeams(file tabular.File, o Options) (Reading, error) {
	p, confidence := findTeams(file)
	if confidence == 0 {
		return Reading{}, notThisFormat(file)
	}
	return readForm(p.form, o)
}
