package attendance

import (
	"strconv"
	"time"

	"rapporteur/internal/participant"
	"rapporteur/internal/progress"
	"rapporteur/internal/tabular"
)

// teamsReport2021 is the attendance report of Microsoft Teams of 2021 and 2022 (meetingAttendanceReport.csv): pairs of a
// label and a value about the meeting, then one table with a row per join. Titles follow the language of the program; the
// layout is known by its shape: a name, two times, a length with its units, an address, a role.
var teamsReport2021 = Format{ID: teamsReport2021ID, Title: "Teams attendance report of 2021",
	Found:  "in Teams, until 2022: the chat of the meeting, meetingAttendanceReport.csv",
	Detect: detectTeamsReport2021, Read: readTeamsReport2021}

const teamsReport2021ID = "teams_attendance_report_2021"

// widestTeamsReport is how many columns the table has at most.
const widestTeamsReport = 8

// teamsReportOf finds the table in a sheet: its columns and the rows above it. ok is false when there is none.
func teamsReportOf(rows []tabular.Row) (t teamsTable, ok bool) {
	sample := rows[:min(len(rows), shapeRows)]
	t = teamsTableOf(sample)
	if !t.timed() || t.name < 0 || t.name > t.join || width(sample[t.header]) > widestTeamsReport || t.total < 0 || t.role < 0 {
		return t, false
	}
	for _, row := range sample[:t.header] {
		if width(row) > 2 {
			return t, false
		}
	}
	s := shapeOf(sample[t.header:])
	if hasAny(s.columns, "guest", "attended") || hasNumberedTitle(sample[:t.header]) {
		return t, false
	}
	known := s.columns.Has("join time", "leave time", "duration", "role") && hasAny(s.columns, "full name", "name")
	if known {
		return t, true
	}
	// Lists of meetings have names, two times, lengths and addresses too, but no words for roles and no summary above.
	ours := s.share(t.role, isRoleWord) > 0 || teamsSummary(sample[:t.header]).start != ""
	return t, ours && t.email >= 0 && s.holds(t.total, looksLikeUnits) && len(s.times()) == 2 && s.holds(t.role, hasLetter)
}

// hasNumberedTitle tells whether the rows have the titles of the later report.
func hasNumberedTitle(rows []tabular.Row) bool {
	for _, row := range rows {
		if onlyFirst(row) && numberedTitle().MatchString(tabular.Clean(row.Cell(0))) {
			return true
		}
	}
	return false
}

func detectTeamsReport2021(f tabular.File) (int, string) {
	for _, s := range f.Sheets {
		t, ok := teamsReportOf(s.Rows)
		if !ok {
			continue
		}
		if pairs := teamsSummary(s.Rows[:t.header]); pairs.start != "" {
			return 90, "a summary of the meeting and a row per join, as Microsoft Teams wrote them in 2021"
		}
		return 70, "a row per join with name, times, length, address and role, as Microsoft Teams wrote them in 2021"
	}
	return 0, ""
}

func readTeamsReport2021(f tabular.File, o Options) (Reading, error) {
	r := Reading{Format: teamsReport2021ID}
	_, r.Why = detectTeamsReport2021(f)
	for _, s := range f.Sheets {
		t, ok := teamsReportOf(s.Rows)
		if !ok {
			continue
		}
		section := teamsSection{rows: s.Rows, table: t}
		var rows []personRow
		for _, p := range section.people() {
			p.ends = time.Minute // in-between versions give first join and last leave
			if p.shown != "" || p.email != "" || p.join != "" {
				rows = append(rows, p)
			}
		}
		r.RoleColumn = markTeamsRoles(rows)
		stripRepeatedTags(rows)
		summary := teamsSummary(s.Rows[:t.header])
		summary.near = fileDay(f.Name)
		if err := r.build(rows, summary.frame, o); err != nil {
			return r, err
		}
		r.compare(o.Compared, summary.line, summary.people, "people", over(r.Records, anybody, people),
			func(progress.Seen) int { return differentNames(rows) }, is(len(rows)))
		return r, nil
	}
	return r, r.build(nil, frame{}, o)
}

// summary is what a file says of the meeting, with the number of people it gives, "" without, and where.
type summary struct {
	frame
	people string
	line   int
}

// teamsSummary reads the pairs above the table by what the values are, whatever the labels: a number, a title, a start
// and an end.
func teamsSummary(rows []tabular.Row) summary {
	var m summary
	for _, row := range rows {
		v := known(row.Cell(1))
		_, err := strconv.Atoi(v)
		switch {
		case v == "":
		case looksLikeTime(v) && m.start == "":
			m.start = v
		case looksLikeTime(v) && m.end == "":
			m.end = v
		case err == nil && m.people == "":
			m.people, m.line = v, row.Line
		case m.title == "" && m.start == "":
			m.title = v
		}
	}
	return m
}

// differentNames counts the names with their addresses.
func differentNames(rows []personRow) int {
	seen := map[[2]string]bool{}
	for _, p := range rows {
		seen[[2]string{participant.FoldKey(p.shown), participant.NormaliseEmail(p.email)}] = true
	}
	return len(seen)
}
