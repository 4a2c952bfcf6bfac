package report

import (
	"rapporteur/internal/document"
	"rapporteur/internal/webinar"
)

func init() { register(section{"programme", "Programme and speakers", 40, programme}) }

func programme(w *writer) {
	speakers := w.Webinar.Outline.Speakers
	if len(speakers) == 0 {
		return
	}
	w.say(w.localTimes())
	t := document.Table{ID: "speakers", Caption: "Speakers", RowHeader: true,
		Columns: []document.Column{{Title: "Name"}, {Title: "Position"}, {Title: "Organisation"}, {Title: "Part"}}}
	for _, s := range speakers {
		part := "Speaker"
		if s.Moderator {
			part = "Moderator"
		}
		role := s.Role
		if s.Note != "" {
			role += " (" + s.Note + ")"
		}
		t.Rows = append(t.Rows, []string{s.Name, role, s.Organisation, part})
	}
	t.Notes = []string{"Speakers and staff are not counted among the participants."}
	w.table(t, people)
}

// localTimes gives the start on the clocks of the office, the project countries/area and the headquarters.
func (w *writer) localTimes() string {
	start, _ := w.Webinar.Window()
	if start.IsZero() || w.calledOff() {
		return ""
	}
	var order []string
	places := map[string][]string{}
	for _, l := range webinar.LocalTimes(start) {
		at := l.Time.Format("15:04")
		if places[at] == nil {
			order = append(order, at)
		}
		places[at] = append(places[at], l.Place)
	}
	var parts []string
	for _, at := range order {
		parts = append(parts, at+" in "+join(places[at]))
	}
	text := "The webinar started at " + parts[0]
	for _, p := range parts[1:] {
		text += ", " + p
	}
	return text + "."
}
