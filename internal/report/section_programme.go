package report

import "rapporteur/internal/document"

func init() { register(section{"programme", "Programme and speakers", 40, programme}) }

func programme(w *writer) {
	speakers := w.Webinar.Outline.Speakers
	if len(speakers) == 0 {
		return
	}
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
