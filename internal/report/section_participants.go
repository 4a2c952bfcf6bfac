package report

import (
	"sort"
	"strconv"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"rapporteur/internal/breakdown"
	"rapporteur/internal/document"
	"rapporteur/internal/sector"
)

func init() {
	register(section{"annex_participants", annexPrefix + "Participants", 220, participants})
}

// participants lists the participants by name in the internal copy, and only the institutions in the donor copy.
func participants(w *writer) {
	if w.Copy == Donor {
		w.pending.Text = annexPrefix + "Institutions"
		w.institutionList()
		return
	}
	t := document.Table{ID: "participants", Caption: "Participants who joined", RowHeader: true, Columns: []document.Column{
		{Title: "Name"}, {Title: "Institution"}, {Title: "Sector"}, {Title: "Country/area"}, {Title: "Minutes", Align: document.Right}, {Title: "Attended"}}}
	walkIns := false
	for _, m := range w.joined() {
		attended := "no"
		if m.Attended {
			attended = "yes"
		}
		printed := strconv.FormatFloat(float64(m.Seconds)/60, 'f', 1, 64)
		if m.Declared {
			printed = "declared"
		}
		minutes, _ := strconv.ParseFloat(printed, 64) // the annex shows the printed figure
		organisation := ""
		if m.Standing != nil {
			organisation = m.Standing.Organisation
		}
		walkIns = walkIns || m.Standing == nil
		t.Rows = append(t.Rows, []string{nameOf(m), organisation, shortTitle(m.Profile.Group), w.place(string(m.Profile.Beneficiary)),
			printed, attended})
		number := &minutes
		if m.Declared {
			number = nil
		}
		t.Numbers = append(t.Numbers, []*float64{nil, nil, nil, nil, number, nil})
	}
	if len(t.Rows) == 0 {
		return
	}
	t.Notes = []string{"Minutes present during the webinar. Internal: this table is in no other copy."}
	if walkIns {
		t.Notes = append(t.Notes, "Who has no registration stands here under the name shown on the platform.")
	}
	w.table(t, people)
}

// shortTitle is a group's name in a long list.
func shortTitle(g sector.Group) string {
	if g == sector.OtherGroup {
		return "Other participants"
	}
	return g.Title()
}

// institutionList lists the institutions of those who attended, apart from roles and people.
func (w *writer) institutionList() {
	all, listed := w.institutions(), w.listedInstitutions()
	if len(all) == 0 {
		return
	}
	w.say("Those who attended came from "+count(len(all), "institution", "institutions")+".", w.withheld(len(all)-len(listed)))
	w.listed(document.List{Items: listed, Paired: true})
}

// nameOf is the registered name where there is a registration, else the name shown in the attendance file.
func nameOf(m breakdown.Member) string {
	if m.Standing == nil {
		return m.Participant.Name
	}
	return strings.Join(nonEmpty([]string{m.Standing.LastName, m.Standing.FirstName}), ", ")
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
