package attendance

import (
	"strings"
	"time"

	"rapporteur/internal/tabular"
)

// bbbLearningDashboard is the table of BigBlueButton's learning dashboard: one row per person with the first join, the
// last leave and the length of all connections together. Titles follow the language of the browser and the questions of
// polls follow them, with commas that are not escaped; so the columns are known by what they hold. There are no addresses.
// See bbb-learning-dashboard/src/services/UserService.js of github.com/bigbluebutton/bigbluebutton.
var bbbLearningDashboard = Format{ID: bbbID, Title: "BigBlueButton learning dashboard",
	Found:  "in the room: Learning Dashboard, Download session data",
	Detect: detectBBB, Read: readBBB}

const bbbID = "bbb_learning_dashboard"

// bbbTable says where the columns stand.
type bbbTable struct {
	shape
	name, moderator, join, left, total int
	moderates                          func(string) bool // whether a cell of the moderator's column says so
}

// fewestFigures is how many columns of activity stand between the name and the join: score, talk, webcam, messages,
// reactions, votes, raised hands; older versions have fewer.
const fewestFigures = 4

// bbbTableOf finds the table in a sheet.
func bbbTableOf(rows []tabular.Row) (bbbTable, bool) {
	for i := range min(len(rows), 5) {
		if width(rows[i]) < fewestFigures+4 {
			continue
		}
		s := shapeOf(rows[i:])
		t := bbbTable{shape: s, name: s.titled("name", "user"), moderator: s.titled("moderator"), join: s.titled("join"), left: s.titled("left"), total: s.titled("duration")}
		if t.name < 0 || t.moderator < 0 || t.join < 0 || t.left < 0 || t.total < 0 {
			t = bbbTable{shape: shapeOf(rows[i:])}
			if !t.byShape() {
				continue
			}
		}
		t.moderates = t.moderatorWord()
		return t, true
	}
	return bbbTable{}, false
}

// byShape finds the columns by what they hold: a length as a clock, before it the leave and the join, and before them
// figures and lengths as a clock or a dash.
func (t *bbbTable) byShape() bool {
	people := t.people()
	if len(people) == 0 {
		return false
	}
	for total := fewestFigures + 4 - 1; total < width(t.header); total++ {
		join, left := total-2, total-1
		if share(people, total, looksLikeClockLength) < 0.9 || share(people, join, looksLikeTime) < 0.9 {
			continue
		}
		if late := share(people, left, looksLikeTime); late < 0.9 && values(people, left) > 0 {
			continue
		}
		figures := 0
		for c := 2; c < join; c++ {
			if share(people, c, func(cell string) bool { return isNumber(cell) || looksLikeClockLength(cell) }) >= 0.9 || values(people, c) == 0 {
				figures++
			}
		}
		if figures < join-2 || share(people, 0, hasLetter) < 0.5 || values(people, 1) > 2 {
			continue
		}
		t.name, t.moderator, t.join, t.left, t.total = 0, 1, join, left, total
		return true
	}
	return false
}

// people are the first rows without the last one's answers of nobody, which has neither a figure nor a time.
func (t *bbbTable) people() []tabular.Row {
	var out []tabular.Row
	for _, row := range t.sample() {
		if cellAt(row, 1) != "" {
			out = append(out, row)
		}
	}
	return out
}

// moderatorWord tells which of the answers in the moderator's column means yes: a known word, else the one whose people
// all have the score 0, which the dashboard gives to moderators, while people of the other word have more.
func (t bbbTable) moderatorWord() func(string) bool {
	scored := map[string]bool{}
	unknown := false
	for _, row := range t.people() {
		word := cellAt(row, t.moderator)
		unknown = unknown || !isAnswer(word)
		scored[word] = scored[word] || strings.Trim(cellAt(row, t.moderator+1), "0.,") != ""
	}
	if !unknown || len(scored) < 2 {
		return isYes
	}
	return func(word string) bool {
		some, is := scored[word]
		return is && !some
	}
}

func detectBBB(f tabular.File) (int, string) {
	for _, s := range f.Sheets {
		if t, ok := bbbTableOf(s.Rows); ok {
			if t.columns.Has("moderator", "join", "left") {
				return 95, "the columns of BigBlueButton's learning dashboard"
			}
			return 80, "figures of activity, first join, last leave and length of each person, as BigBlueButton's learning dashboard has them"
		}
	}
	return 0, ""
}

func readBBB(f tabular.File, o Options) (Reading, error) {
	r := Reading{Format: bbbID, RoleColumn: true}
	_, r.Why = detectBBB(f)
	var rows []personRow
	moderators := 0
	for _, s := range f.Sheets {
		t, ok := bbbTableOf(s.Rows)
		if !ok {
			continue
		}
		for _, row := range t.rows {
			p := personRow{
				line: row.Line, cells: row, kind: StayRow, mark: Attendee, unit: time.Minute, ends: 30 * time.Second, shown: cellAt(row, t.name),
				join: cellAt(row, t.join), leave: cellAt(row, t.left), total: cellAt(row, t.total),
			}
			if p.join == "" && p.total == "" && cellAt(row, t.moderator) == "" {
				continue // the answers of nobody
			}
			if t.moderates(cellAt(row, t.moderator)) {
				p.mark = Panelist
				moderators++
			}
			rows = append(rows, p)
		}
	}
	if 2*moderators > len(rows) {
		r.problem(0, "More than half of the people are moderators of the room; all of them are taken for staff. If the room made "+
			"everybody a moderator, say who is no staff.")
	}
	return r, r.build(rows, frame{near: fileDay(f.Name)}, o)
}
