package report

import (
	"sort"
	"strconv"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"rapporteur/internal/breakdown"
	"rapporteur/internal/document"
)

func init() {
	register(section{"annex_sources", annexPrefix + "Sources of verification", 200, sources})
	register(section{"annex_resources", annexPrefix + "Relevant resources", 210, resources})
	register(section{"annex_participants", annexPrefix + "Participants", 220, participants})
}

// sources names every imported file and its fingerprint, so that a reader can check that the figures come from it.
func sources(w *writer) {
	g := newGrid("sources", "Imported files", "File", "Format", "Rows", "Imported")
	g.table.Columns = []document.Column{{Title: "File", Weight: 40}, {Title: "Format", Weight: 30},
		{Title: "Rows", Align: document.Right, Weight: 10}, {Title: "Imported", Weight: 20}}
	sums := document.Table{ID: "fingerprints", Caption: "SHA-256 of the imported files", RowHeader: true,
		Columns: []document.Column{{Title: "File", Weight: 28}, {Title: "SHA-256", Weight: 72}}}
	for _, s := range w.Sources {
		g.row(s.Name, s.Format, s.Rows, s.ImportedAt.In(w.zone).Format("2 Jan 2006"))
		sums.Rows = append(sums.Rows, []string{s.Name, s.SHA256})
	}
	w.table(g.table)
	w.table(sums)
}

func resources(w *writer) {
	var items []string
	for _, r := range w.Webinar.Outline.Resources {
		if r.Owner == "" {
			items = append(items, r.Title)
		} else {
			items = append(items, r.Owner+": "+r.Title)
		}
	}
	w.list(items)
}

// participants lists the participants by name in the internal copy, and only the institutions in the donor copy.
func participants(w *writer) {
	if w.Copy == Donor {
		w.pending.Text = annexPrefix + "Institutions"
		w.list(w.institutions())
		return
	}
	t := document.Table{ID: "participants", Caption: "Participants who joined", RowHeader: true, Columns: []document.Column{
		{Title: "Name", Weight: 24}, {Title: "Institution", Weight: 30}, {Title: "Sector", Weight: 20},
		{Title: "Country/area", Weight: 16}, {Title: "Minutes", Align: document.Right, Weight: 8}, {Title: "Attended", Weight: 9}}}
	for _, m := range w.joined() {
		attended := "no"
		if m.Attended {
			attended = "yes"
		}
		minutes := float64(m.Seconds) / 60
		organisation := ""
		if m.Standing != nil {
			organisation = m.Standing.Organisation
		}
		t.Rows = append(t.Rows, []string{nameOf(m), organisation, m.Profile.Group.Title(), w.place(string(m.Profile.Beneficiary)),
			strconv.FormatFloat(minutes, 'f', 1, 64), attended})
		t.Numbers = append(t.Numbers, []*float64{nil, nil, nil, nil, &minutes, nil})
	}
	t.Notes = []string{"Minutes in the window. Internal: this table is in no other copy."}
	w.table(t, people)
}

// nameOf is the registered name where there is a registration, else the name shown in the attendance file.
func nameOf(m breakdown.Member) string {
	if m.Standing != nil {
		return m.Standing.LastName + ", " + m.Standing.FirstName
	}
	return m.Participant.Name
}

// joined sorts the participants by name, then by id.
func (w *writer) joined() []breakdown.Member {
	var list []breakdown.Member
	for _, m := range w.Members {
		if m.Joined {
			list = append(list, m)
		}
	}
	order := collate.New(language.English)
	sort.SliceStable(list, func(i, j int) bool { return order.CompareString(nameOf(list[i]), nameOf(list[j])) < 0 })
	return list
}
