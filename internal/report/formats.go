package report

import (
	"slices"
	"strings"
)

// platforms are the beginnings of the ids of attendance formats, with the platform's name.
var platforms = []struct{ prefix, name string }{
	{"zoom", "Zoom"}, {"teams", "Microsoft Teams"}, {"webex", "Cisco Webex"}, {"gotowebinar", "GoToWebinar"},
	{"google_meet", "Google Meet"}, {"meet", "Google Meet"}, {"bbb", "BigBlueButton"}, {"bigbluebutton", "BigBlueButton"},
	{"livestorm", "Livestorm"}, {"blackboard", "Blackboard Collaborate"}, {"bluejeans", "BlueJeans"}, {"drupal", "Drupal"}, {"eusurvey", "EUSurvey"},
}

// formatTitles are the words for formats whose id says too little.
var formatTitles = map[string]string{
	"outline":                          "Outline, as published",
	"drupal_webform_csv":               "Drupal web form (CSV)",
	"eusurvey_xlsx":                    "EUSurvey (XLSX)",
	"zoom_webinar_attendee":            "Zoom, webinar attendee report",
	"zoom_meeting_participants":        "Zoom, meeting participants",
	"zoom_meeting_participants_unique": "Zoom, unique meeting participants",
	"teams_attendance_list_2020":       "Microsoft Teams, attendance list of 2020",
	"teams_attendance_report_2021":     "Microsoft Teams, attendance report of 2021",
	"teams_attendance_v3":              "Microsoft Teams, attendance report",
	"teams_live_event":                 "Microsoft Teams, live event",
	"webex_attendance":                 "Cisco Webex, attendance report",
	"gotowebinar_attendee":             "GoToWebinar, attendee report",
	"google_meet_attendance":           "Google Meet, attendance report",
	"bbb_learning_dashboard":           "BigBlueButton, learning dashboard",
	"livestorm_registrants":            "Livestorm, registrants with attendance",
	"blackboard_attendance":            "Blackboard Collaborate, attendance report",
	"googleforms_csv":                  "Google Forms, answers",
	"limesurvey_csv":                   "LimeSurvey, responses",
	"msforms_xlsx":                     "Microsoft Forms, answers",
	"teams_webinar_registration":       "Microsoft Teams, webinar registrations",
	"zoom_webinar_registration":        "Zoom, registration report",
	"survey_table":                     "Table of a survey",
	"zoom_poll":                        "Zoom, poll report",
	"zoom_qa":                          "Zoom, question report",
}

// formatTitle is a format in an officer's words; an id without any is parted into its own.
func formatTitle(id string) string {
	if title, ok := formatTitles[id]; ok {
		return title
	}
	words := strings.ReplaceAll(id, "_", " ")
	for _, p := range platforms {
		if rest, ok := strings.CutPrefix(id, p.prefix); ok {
			if rest = strings.TrimSpace(strings.ReplaceAll(rest, "_", " ")); rest == "" {
				return p.name
			}
			return p.name + ", " + rest
		}
	}
	return words
}

// platformNames are the platforms whose files give the attendance, each once, in the order of import.
func (w *writer) platformNames() []string {
	var names []string
	for _, s := range w.Sources {
		if s.Kind != attendanceKind {
			continue
		}
		for _, p := range platforms {
			if strings.HasPrefix(s.Format, p.prefix) {
				if !slices.Contains(names, p.name) {
					names = append(names, p.name)
				}
				break
			}
		}
	}
	return names
}

// attendanceKind is the kind of a source that holds attendance.
const attendanceKind = "attendance"
