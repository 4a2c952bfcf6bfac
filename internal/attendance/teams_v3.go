package attendance

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"rapporteur/internal/participant"
	"rapporteur/internal/tabular"
)

// teamsAttendanceV3 is the attendance report of Microsoft Teams since 2022: "1. Summary", "2. Participants" (one row per
// person) and "3. In-Meeting Activities" (one row per join). Titles and columns follow the language of the program, so
// that the layout is known by its shape: numbered titles, and tables with two columns of times. The activities give the
// stays, the participants what is missing there; they are never added up.
var teamsAttendanceV3 = Format{ID: teamsV3ID, Title: "Teams attendance report",
	Found:  "in Teams: the meeting in the calendar, Attendance, Download",
	Detect: detectTeamsV3, Read: readTeamsV3}

const teamsV3ID = "teams_attendance_v3"

// numberedTitle is a section's title in any language.
var numberedTitle = pattern(`^[0-9]{1,2}[.)] ?\pL`)

// teamsSection is one numbered section: its rows without the title.
type teamsSection struct {
	rows  []tabular.Row
	table teamsTable
}

// teamsSections cuts a sheet at its numbered titles.
func teamsSections(s tabular.Sheet) []teamsSection {
	var out []teamsSection
	for _, row := range s.Rows {
		switch {
		case onlyFirst(row) && numberedTitle().MatchString(tabular.Clean(row.Cell(0))):
			out = append(out, teamsSection{})
		case len(out) > 0 && !row.Blank():
			last := &out[len(out)-1]
			last.rows = append(last.rows, row)
		}
	}
	for i := range out {
		out[i].table = teamsTableOf(out[i].rows)
	}
	return out
}

// teamsPeople finds the sections with two columns of times: the participants and, after them, the activities. A single
// one is the list when it carries ids. Either may be nil.
func teamsPeople(sections []teamsSection) (participants, activities *teamsSection) {
	var timed []*teamsSection
	for i := range sections {
		if sections[i].table.timed() {
			timed = append(timed, &sections[i])
		}
	}
	switch {
	case len(timed) == 0:
		return nil, nil
	case len(timed) > 1:
		return timed[0], timed[1]
	case timed[0].table.list:
		return timed[0], nil
	}
	return nil, timed[0]
}

func detectTeamsV3(f tabular.File) (int, string) {
	for _, s := range f.Sheets {
		sections := teamsSections(s)
		participants, activities := teamsPeople(sections)
		switch {
		case len(sections) < 2 || participants == nil && activities == nil:
		case participants != nil && activities != nil:
			return 95, "numbered sections with a list of participants and their joins, as Microsoft Teams writes them"
		default:
			return 80, "numbered sections with one table of participants, as Microsoft Teams writes them"
		}
	}
	return 0, ""
}

func readTeamsV3(f tabular.File, o Options) (Reading, error) {
	r := Reading{Format: teamsV3ID}
	_, r.Why = detectTeamsV3(f)
	for _, s := range f.Sheets {
		sections := teamsSections(s)
		participants, activities := teamsPeople(sections)
		if participants == nil && activities == nil {
			continue
		}
		var rows, list []personRow
		if activities != nil {
			rows = activities.people()
		}
		if participants != nil {
			list = participants.people()
		}
		meeting := r.teamsFrame(sections[0], len(list))
		meeting.near = fileDay(f.Name)
		rows = append(rows, complete(rows, list, o, meeting)...)
		r.RoleColumn = markTeamsRoles(rows)
		stripRepeatedTags(rows)
		return r, r.build(rows, meeting, o)
	}
	return r, r.build(nil, frame{}, o)
}

// teamsFrame reads the summary: pairs of a label and a value. Labels are translated, their order is not: the title
// comes first, then the number of participants (in a webinar's report beside that of registrations), then the start and
// the end. Where no number is that of the list it is a remark; the list counts.
func (r *Reading) teamsFrame(summary teamsSection, listed int) frame {
	var m frame
	if summary.table.timed() { // a copy without its summary
		return m
	}
	line, agrees := 0, false
	for i, row := range summary.rows {
		v := known(row.Cell(1))
		said, err := strconv.Atoi(v)
		switch {
		case i == 0:
			m.title = v
		case err == nil && m.start == "":
			line, agrees = row.Line, agrees || said == listed
		case looksLikeTime(v) && m.start == "":
			m.start = v
		case looksLikeTime(v) && m.end == "":
			m.end = v
		}
	}
	if line > 0 && listed > 0 && !agrees {
		r.problem(line, "The summary gives another number of participants than the list below it has; the list counts.")
	}
	return m
}

// people reads the rows under the header.
func (s teamsSection) people() []personRow {
	var out []personRow
	t := s.table
	for _, row := range s.rows[t.header+1:] {
		cell := func(column int) string { return known(row.Cell(column)) }
		out = append(out, personRow{
			line: row.Line, cells: row, kind: StayRow, unit: time.Minute,
			shown: cell(t.name), email: cell(t.email), platformID: cell(t.id), role: cell(t.role),
			join: cell(t.join), leave: cell(t.leave), total: cell(t.total),
		})
	}
	return out
}

// complete gives the activities the ids of the participants' list, and gives the rows of listed people without any
// activity. Such a person's first join and last leave are one stay only when the listed length says so; else the length
// is all that is known.
func complete(stays, list []personRow, o Options, meeting frame) []personRow {
	key := func(p personRow) [2]string {
		return [2]string{participant.FoldKey(p.shown), participant.NormaliseEmail(p.email)}
	}
	ids := map[[2]string]string{}
	for _, p := range list {
		if known, twice := ids[key(p)]; twice && known != p.platformID {
			ids[key(p)] = "" // two people the joins cannot be told apart for
			continue
		}
		ids[key(p)] = p.platformID
	}
	seen := map[[2]string]bool{}
	for i, p := range stays {
		seen[key(p)] = true
		if p.platformID == "" {
			stays[i].platformID = ids[key(p)]
		}
	}
	var missing []personRow
	m, err := newMoments(o, timesOf(slices.Concat(list, stays)), meeting)
	for _, p := range list {
		if seen[key(p)] {
			continue
		}
		join, leave := m.optional(p.join), m.optional(p.leave)
		length, ok := total(p.total, p.unit)
		p.ends = time.Minute
		if gap := leave.Sub(join) - length; err == nil && ok && gap.Abs() > time.Minute {
			p.note = "The file has no joins of this person; only the total of the list counts."
		}
		if !ok && p.total != "" {
			p.note = "The file has no joins of this person and the length in the list cannot be read; all the time from the first join to the last leave counts."
		}
		missing = append(missing, p)
	}
	return missing
}

// timesOf are the joins and leaves of rows.
func timesOf(rows []personRow) []string {
	var out []string
	for _, p := range rows {
		out = append(out, p.join, p.leave)
	}
	return out
}

// stripRepeatedTags takes a last bracket that several different names carry out of them: a guest tag in a language we
// have no word for. It goes into the name's evidence with the known ones.
func stripRepeatedTags(rows []personRow) {
	bearers := map[string]map[string]bool{}
	for _, p := range rows {
		if before, tag, ok := cutLastBracket(p.shown); ok && !participant.IsDevice(before) {
			tag = strings.ToLower(tag)
			if bearers[tag] == nil {
				bearers[tag] = map[string]bool{}
			}
			bearers[tag][participant.FoldKey(before)] = true
		}
	}
	for i, p := range rows {
		if before, tag, ok := cutLastBracket(p.shown); ok && len(bearers[strings.ToLower(tag)]) > 1 {
			rows[i].shown, rows[i].tag, rows[i].whole = before, tag, p.shown
		}
	}
}
