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

// teamsTableOf finds the columns by their shape, since their names are translated: the name first, then two columns of
// times, then the length, the address, the id where there is one, and the role. Addresses are found by their sign where
// they are not in that place.
func teamsTableOf(rows []tabular.Row) teamsTable {
	t := teamsTable{name: -1, join: -1, leave: -1, total: -1, email: -1, id: -1, role: -1}
	for i, row := range rows {
		if width(row) >= 5 {
			t.header = i
			break
		}
	}
	if t.header+1 >= len(rows) || width(rows[t.header]) < 5 {
		return t
	}
	header, body := rows[t.header], rows[t.header+1:]
	for c := range header.Cells {
		if share(body, c, looksLikeTime) <= 0.5 {
			continue
		}
		switch {
		case t.join < 0:
			t.join = c
		case t.leave < 0:
			t.leave = c
		}
	}
	if t.leave < 0 || t.join == 0 {
		t.join, t.leave = -1, -1
		return t
	}
	t.name, t.total = 0, t.leave+1
	for c := t.leave + 1; c < len(header.Cells); c++ {
		title := tabular.HeaderKey(header.Cell(c))
		isAddress := strings.Contains(title, "mail") || strings.Contains(title, "posta") || strings.Contains(title, "correo") ||
			strings.Contains(title, "пошта") || share(body, c, looksLikeAddress) > 0.5
		isID := strings.Contains(title, "upn") || strings.Contains(title, "id)")
		switch {
		case title == "":
		case t.id < 0 && (isID || isAddress && t.email >= 0):
			t.id = c
		case t.email < 0 && isAddress:
			t.email = c
		}
	}
	if t.email < 0 && width(header) > t.leave+2 {
		t.email = t.leave + 2
	}
	t.role = lastTitled(header, max(t.email, t.id))
	if t.id < 0 && t.email >= 0 && t.role-t.email == 2 {
		t.id = t.email + 1
	}
	t.list = t.id >= 0
	return t
}

// width is the number of cells up to the last that holds something.
func width(row tabular.Row) int { return lastTitled(row, -1) + 1 }

// lastTitled is the last column after the given one that holds something, -1 without.
func lastTitled(row tabular.Row, after int) int {
	for c := len(row.Cells) - 1; c > after; c-- {
		if tabular.Clean(row.Cell(c)) != "" {
			return c
		}
	}
	return -1
}

// share is the part of a column's cells with a value that pass the test; 0 when all are empty.
func share(rows []tabular.Row, column int, test func(string) bool) float64 {
	filled, passed := 0, 0
	for _, row := range rows {
		if v := known(row.Cell(column)); v != "" {
			filled++
			if test(v) {
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

func looksLikeAddress(s string) bool { return strings.Contains(s, "@") }
