package report

import (
	"slices"

	"rapporteur/internal/beneficiary"
	"rapporteur/internal/breakdown"
	"rapporteur/internal/participant"
	"rapporteur/internal/sector"
)

// Grid is a table of figures for a screen. Its last column and its last row are sums. Shares are the percentages of the
// last row without its sum, "" below the smallest base; there are none where the columns are only a part of those who
// attended.
type Grid struct {
	ID      string    `json:"id"`
	First   string    `json:"first"` // heads the titles of the rows
	Columns []string  `json:"columns"`
	Rows    []GridRow `json:"rows"`
	Shares  []string  `json:"shares"`
}

// GridRow is one row of a grid.
type GridRow struct {
	Title string     `json:"title"`
	Cells []GridCell `json:"cells"`
}

// GridCell is a number with the name under which Behind gives the people it counts.
type GridCell struct {
	Figure string `json:"figure"`
	N      int    `json:"n"`
}

// header is a code of a dimension with its printed name; the code "" sums over all.
type header struct{ code, title string }

// Grids are the tables of those who attended: country/area by sector (id "place"), the same for each sex ("place/women",
// …), sector by sex ("sex"), country/area by the groups of the Result ("groups").
func Grids(f Facts) []Grid {
	w := &writer{Facts: f}
	var sectors, places, sexes, groups []header
	for _, g := range sector.Groups() {
		sectors = append(sectors, header{string(g), g.Title()})
	}
	for _, b := range beneficiary.Rows() {
		places = append(places, header{string(b), w.print(w.place(string(b)))})
	}
	_, _, other, _ := w.bySex()
	for _, s := range breakdown.Sexes() {
		if s != participant.OtherSex || other > 0 {
			sexes = append(sexes, header{string(s), sexTitle(string(s))})
		}
	}
	for _, g := range sector.ResultGroups() {
		groups = append(groups, header{string(g), g.Title()})
	}
	byPlace := func(id, sex string) Grid {
		return gridOf(id, "Country/area", places, sectors, func(place, sector string) GridCell { return w.cell(sector, place, sex) })
	}
	out := []Grid{byPlace("place", "")}
	for _, s := range sexes {
		out = append(out, byPlace("place/"+s.code, s.code))
	}
	contribution := gridOf("groups", "Country/area", places, groups, w.groupCell)
	contribution.Shares = []string{}
	return append(out, gridOf("sex", "Sector", sectors, sexes, func(sector, sex string) GridCell { return w.cell(sector, "", sex) }), contribution)
}

// cell counts those of a sector, a beneficiary and a sex who attended; "" is any.
func (w *writer) cell(sector, place, sex string) GridCell {
	c := GridCell{Figure: "cell/" + sector + "/" + place + "/" + sex}
	for _, r := range w.Table.Rows {
		if fits(sector, r.Sector) && fits(place, r.Beneficiary) && fits(sex, r.Sex) {
			c.N += r.Attended
		}
	}
	return c
}

// groupCell counts those of a group of the Result and a beneficiary who attended; "" is any, of a group any of the four.
func (w *writer) groupCell(place, group string) GridCell {
	c := GridCell{Figure: "group/" + group + "/" + place}
	for _, r := range w.Table.Groups {
		if fits(group, r.Group) && fits(place, r.Beneficiary) {
			c.N += r.Attended
		}
	}
	return c
}

func fits(want, have string) bool { return want == "" || want == have }

// gridOf lays out rows and columns with their sums.
func gridOf(id, first string, rows, columns []header, cell func(row, column string) GridCell) Grid {
	g := Grid{ID: id, First: first}
	columns = append(slices.Clip(columns), header{"", "Total"})
	for _, c := range columns {
		g.Columns = append(g.Columns, c.title)
	}
	for _, r := range append(slices.Clip(rows), header{"", "All"}) {
		line := GridRow{Title: r.title}
		for _, c := range columns {
			line.Cells = append(line.Cells, cell(r.code, c.code))
		}
		g.Rows = append(g.Rows, line)
	}
	var sums []int
	for _, c := range g.Rows[len(rows)].Cells[:len(columns)-1] {
		sums = append(sums, c.N)
	}
	g.Shares = breakdown.Shares(sums)
	return g
}
