package report

import (
	"slices"
	"strings"
)

// platforms are the beginnings of the ids of attendance formats, with the platform's name.
var platforms = []struct{ prefix, name string }{
	{"zoom", "Zoom"}, {"teams", "Microsoft Teams"}, {"webex", "Cisco Webex"}, {"gotowebinar", "GoToWebinar"},
	{"google_meet", "Google Meet"}, {"bbb", "BigBlueButton"}, {"livestorm", "Livestorm"}, {"blackboard", "Blackboard Collaborate"},
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
