package report

import (
	"slices"
	"strconv"
	"strings"

	"rapporteur/internal/chart"
	"rapporteur/internal/document"
	"rapporteur/internal/sector"
)

// Sheet is one sheet of the spreadsheet annex: tables one below the other.
type Sheet struct {
	Name   string
	Tables []document.Table
}

// Annex gives the sheets that go with a report: the main figures, every table of the report, and what its charts were
// drawn from. The figures are those of the report. The internal copy holds the full breakdown besides; in the donor copy a
// cell of sector, country/area and sex together could be a single person.
func Annex(f Facts) []Sheet {
	w := newWriter(f)
	for _, s := range sections() {
		w.open(s)
		s.build(w)
		w.pending = nil
	}
	sheets := []Sheet{{Name: "Key facts", Tables: []document.Table{w.factsTable(), w.totalsTable()}}}
	add := func(name string, t document.Table) {
		sheets = append(sheets, Sheet{Name: name, Tables: []document.Table{t}})
	}
	if w.Copy != Donor && w.attendanceKnown() {
		add("Breakdown", w.rowsTable())
	}
	for _, t := range w.tables {
		name := sheetNames[t.ID]
		if strings.HasPrefix(t.ID, engagementTables) {
			name = sheetNames[engagementTables]
		}
		if name == "" {
			name = t.ID
		}
		if last := &sheets[len(sheets)-1]; last.Name == name { // the questions of a webinar share a sheet
			last.Tables = append(last.Tables, t)
			continue
		}
		add(name, t)
	}
	if w.attendanceKnown() {
		for _, c := range w.Charts {
			if c.ID == chart.Beneficiaries {
				add("Country-area by sex", c.Table)
			}
		}
		add("Presence by minute", w.minutesTable())
	}
	if list := w.listedInstitutions(); len(list) > 0 {
		t := document.Table{ID: "institutions", Caption: "Institutions attending", Columns: []document.Column{{Title: "Institution"}}}
		for _, name := range list {
			t.Rows = append(t.Rows, []string{w.print(name)})
		}
		add("Institutions", t)
	}
	for i := range sheets { // what the copy may be used for stands on each sheet, as on each page
		last := &sheets[i].Tables[len(sheets[i].Tables)-1]
		last.Notes = append(slices.Clone(last.Notes), w.marking())
	}
	return sheets
}

var sheetNames = map[string]string{
	"speakers": "Speakers", "registration_states": "Registration", "funnel": "Attendance",
	"sector_beneficiary": "Sector by country-area", "sector_sex": "Sector by sex", "result_groups": "Result groups",
	"standings": "By registration", "acronyms": "Acronyms", "match_classes": "Matching", "sensitivity": "Sensitivity", "checks": "Reconciliation", "sources": "Sources", "fingerprints": "SHA-256",
	"participants": "Participants", engagementTables: "Engagement", "questions_asked": "Questions asked", "answers_written": "Own words",
}

// engagementTables begins the ids of the tables of one question each.
const engagementTables = "engagement_"

func (w *writer) factsTable() document.Table {
	g := newGrid("key_facts", w.print(w.Webinar.Outline.Title), "Fact", "Value")
	g.table.Columns[1].Align = document.Left
	for _, f := range w.facts() {
		if n, err := strconv.Atoi(f.Value); err == nil {
			g.row(f.Label, n)
		} else {
			g.row(f.Label, f.Value)
		}
	}
	return g.table
}

// figureRow is a total with its printed name.
type figureRow struct {
	name  string
	value int
}

// totalsTable lists every total; those of the attendance once it is known.
func (w *writer) totalsTable() document.Table {
	n := w.Table.Totals
	rows := []figureRow{
		{"Speakers", len(w.Webinar.Outline.Speakers)}, {"Capacity", w.Webinar.Outline.Capacity},
		{"Submissions", n.Submissions}, {"Registered persons", n.Persons},
		{"Further submissions of the same persons", n.Further}, {"Confirmed", n.Confirmed}, {"Waiting list", n.Waiting},
		{"Declined", n.Declined}, {"Withdrawn", n.Withdrawn}, {"Duplicates", n.Duplicates}, {"Barred", n.Barred}, {"Submitted", n.Submitted},
	}
	if w.attendanceKnown() {
		rows = append(rows,
			figureRow{"Joined", n.Joined}, figureRow{"Attended", n.Attended}, figureRow{"Attended, confirmed", n.AttendedConfirmed},
			figureRow{"Attended, registered but not confirmed", n.AttendedRegistered}, figureRow{"Attended, walk-ins", n.WalkIns},
			figureRow{"Attended, open", n.Open}, figureRow{"Attended, declared by a list without times", n.AttendedDeclared}, figureRow{"Short stays", n.Short}, figureRow{"No-shows", n.NoShows},
			figureRow{"Staff and speakers", n.Staff}, figureRow{"Unidentified", n.Unidentified},
			figureRow{"Institutions attending", len(w.institutions())}, figureRow{"Project countries/area reached", w.reached()},
			figureRow{"Attended, target groups", w.target()})
	}
	g := newGrid("totals", "Totals", "Figure", "Value")
	for _, r := range rows {
		g.row(r.name, r.value)
	}
	return g.table
}

func (w *writer) rowsTable() document.Table {
	g := newGrid("breakdown", "Sector, country/area and sex", "Sector", "Country/area", "Sex", "Joined", "Attended", "Walk-ins")
	joined, attended, walkIns := 0, 0, 0
	for _, r := range w.Table.Rows {
		g.row(sector.Group(r.Sector).Title(), w.place(r.Beneficiary), sexTitle(r.Sex), r.Joined, r.Attended, r.WalkIns)
		joined, attended, walkIns = joined+r.Joined, attended+r.Attended, walkIns+r.WalkIns
	}
	g.total("All", "", "", joined, attended, walkIns)
	return g.table
}

func (w *writer) minutesTable() document.Table {
	g := newGrid("minutes", "Participants present at the start of each minute", "Time", "Present")
	for _, m := range w.Table.Minutes {
		g.row(m.Start.In(w.zone).Format("15:04"), m.Present)
	}
	if len(w.Table.Minutes) > 0 {
		g.note("Clock times: " + w.zone.String() + w.Table.Minutes[0].Start.In(w.zone).Format(" (UTC-07:00)") + ".")
	}
	return g.table
}

func sexTitle(code string) string {
	switch code {
	case "women":
		return "Women"
	case "men":
		return "Men"
	case "other":
		return "Other"
	}
	return "Not stated"
}
