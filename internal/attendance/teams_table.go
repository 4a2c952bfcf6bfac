package attendance

import (
	"strings"
	"time"

	"rapporteur/internal/tabular"
)

// teamsTable says where the columns of a Teams section stand, -1 for a column it does not have. header is the row of
// the header within the section. list: one row per person (it carries an id), not per join.
type teamsTable struct {
	header                                    int
	name, join, leave, total, email, id, role int
	list                                      bool
}

func (t teamsTable) timed() bool { return t.join >= 0 && t.leave >= 0 }

// teamsTableOf finds the columns: by their English names, and where those are translated by what they hold. Two columns
// of times, the join before the leave; behind them the length, the address, the id where there is one, and the role.
func teamsTableOf(rows []tabular.Row) teamsTable {
	t := teamsTable{name: -1, join: -1, leave: -1, total: -1, email: -1, id: -1, role: -1}
	for i, row := range rows {
		if width(row) >= 5 {
			t.header = i
			break
		}
	}
	if len(rows) == 0 || width(rows[t.header]) < 5 {
		return t
	}
	header, body := rows[t.header], rows[t.header+1:]
	c := tabular.ColumnsOf(header)
	t.join, t.leave = c.Index("first join", "join time"), c.Index("last leave", "leave time")
	for i := 0; i < len(header.Cells) && t.leave < 0; i++ {
		switch {
		case share(body, i, looksLikeTime) <= 0.5:
		case t.join < 0:
			t.join = i
		case i != t.join:
			t.leave = i
		}
	}
	if !t.timed() {
		return t
	}
	taken := map[int]bool{t.join: true, t.leave: true}
	find := func(known int, holds func(column int) bool) int {
		for i := 0; known < 0 && i < width(header); i++ {
			if !taken[i] && holds(i) {
				known = i
			}
		}
		taken[known] = true
		return known
	}
	t.id = find(c.Index("participant id (upn)"), func(i int) bool {
		title := tabular.HeaderKey(header.Cell(i))
		return strings.Contains(title, "upn") || strings.HasSuffix(title, "id)")
	})
	t.email = find(c.Index("email"), func(i int) bool {
		title := tabular.HeaderKey(header.Cell(i))
		return strings.Contains(title, "mail") || strings.Contains(title, "posta") || strings.Contains(title, "correo") ||
			strings.Contains(title, "пошта") || share(body, i, looksLikeAddress) > 0.5
	})
	t.total = find(c.Index("in-meeting duration", "duration"), func(i int) bool { return share(body, i, looksLikeUnits) > 0.5 })
	t.role = find(c.Index("role"), func(i int) bool { return i > t.leave && share(body, i, isRoleWord) > 0 && values(body, i) <= mostRoles })
	t.name = find(c.Index("name", "full name"), func(i int) bool { return share(body, i, hasLetter) > 0.5 }) // a number may stand before it
	t.name = find(t.name, func(int) bool { return true })
	t.role = find(t.role, func(i int) bool { n := values(body, i); return i > t.leave && n > 0 && n <= mostRoles })
	t.role = find(t.role, func(i int) bool { return i == width(header)-1 })
	t.list = t.id >= 0
	return t
}

// width is the number of cells up to the last that holds something.
func width(row tabular.Row) int { return lastTitled(row, -1) + 1 }

// lastTitled is the last column after the given one that holds something, -1 without.
func lastTitled(row tabular.Row, after int) int {
	for c := len(row.Cells) - 1; c > after; c-- {
		if tabular.HasInk(row.Cell(c)) {
			return c
		}
	}
	return -1
}

// longest is how many bytes a cell may have that is asked what it is: a name, an address, a time. Words without end are
// none of these, and looking through them would take seconds.
const longest = 1000

// share is the part of a column's cells with a value that pass the test; 0 when all are empty.
func share(rows []tabular.Row, column int, test func(string) bool) float64 {
	filled, passed := 0, 0
	for _, row := range rows {
		if v := known(row.Cell(column)); v != "" {
			filled++
			if len(v) <= longest && test(v) {
				passed++
			}
		}
	}
	if filled == 0 {
		return 0
	}
	return float64(passed) / float64(filled)
}

// looksLikeTime tells whether a text is a date with a time of day.
func looksLikeTime(s string) bool {
	if !strings.Contains(s, ":") && !strings.Contains(s, ".") {
		return false
	}
	for _, order := range []string{"dmy", "mdy"} {
		if _, err := (tabular.DateLayout{Order: order}).Parse(s, time.UTC); err == nil {
			return true
		}
	}
	return false
}

// mostRoles is how many different words a column of roles holds at most: organizer, co-organizer, presenter, attendee.
const mostRoles = 4

// values counts the different values of a column.
func values(rows []tabular.Row, column int) int {
	seen := map[string]bool{}
	for _, row := range rows {
		if v := known(row.Cell(column)); v != "" {
			seen[v] = true
		}
	}
	return len(seen)
}

// unitsOfNobody is a length with units in any language.
var unitsOfNobody = pattern(`^[0-9]+ ?\pL+\.?( [0-9]+ ?\pL+\.?){0,2}$`)

// looksLikeUnits tells whether a text is numbers with units, known or not.
func looksLikeUnits(s string) bool { return looksLikeLength(s) || unitsOfNobody().MatchString(s) }

func looksLikeLength(s string) bool {
	_, ok := tabular.ParseDuration(s, 0)
	return ok
}

func isRoleWord(s string) bool { return roleOf(s) == Host || roleOf(s) == Panelist }

func looksLikeAddress(s string) bool { return strings.Contains(s, "@") }
