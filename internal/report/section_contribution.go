package report

import (
	"fmt"
	"strconv"

	"rapporteur/internal/beneficiary"
	"rapporteur/internal/document"
	"rapporteur/internal/sector"
)

func init() { register(section{"contribution", "Contribution to the Result", 80, contribution}) }

// contribution shows the four groups that the Result names, country/area by country/area.
func contribution(w *writer) {
	o := w.Webinar.Outline
	if o.Result > 0 {
		text := "Result " + strconv.Itoa(o.Result)
		if t := w.Project.ResultText(o.Result); t != "" {
			text += ": " + t
		}
		w.say(text + ".")
	}
	if len(o.ResultGroups) == 0 {
		return
	}
	cells, sums := w.coverage()
	var columns []string
	for _, group := range sector.ResultGroups() {
		columns = append(columns, group.Title())
	}
	g := newGrid("result_groups", fmt.Sprintf("The groups of Result %d by country/area, attended", o.Result), "Country/area", append(columns, "Total")...)
	for _, b := range beneficiary.Rows() {
		var line []any
		n := 0
		for _, group := range sector.ResultGroups() {
			cell := cells[[2]string{string(group), string(b)}]
			line = append(line, cell)
			n += cell
		}
		g.row(w.place(string(b)), append(line, n)...)
	}
	all := 0
	var line []any
	for _, group := range sector.ResultGroups() {
		line = append(line, sums[string(group)])
		all += sums[string(group)]
	}
	g.total("All", append(line, all)...)
	w.table(g.table)
	w.say(count(all, "participant", "participants")+" from the four groups attended;",
		"each of the groups was represented from "+count(w.allFour(cells), "project country/area", "project countries/area")+".")
	if gaps := w.gaps(cells); len(gaps) > 0 {
		w.sub("Groups without a participant")
		w.add(document.List{Items: gaps})
	}
}

func (w *writer) coverage() (cells map[[2]string]int, sums map[string]int) {
	cells, sums = map[[2]string]int{}, map[string]int{}
	for _, r := range w.Table.Groups {
		cells[[2]string{r.Group, r.Beneficiary}] = r.Attended
		sums[r.Group] += r.Attended
	}
	return cells, sums
}

// allFour counts the project countries/area with somebody from every group.
func (w *writer) allFour(cells map[[2]string]int) int {
	n := 0
	for _, b := range projectCodes() {
		full := true
		for _, group := range sector.ResultGroups() {
			full = full && cells[[2]string{string(group), string(b)}] > 0
		}
		if full {
			n++
		}
	}
	return n
}

// gaps names, group by group, the project countries/area from which nobody attended.
func (w *writer) gaps(cells map[[2]string]int) []string {
	var out []string
	for _, group := range sector.ResultGroups() {
		var missing []string
		for _, b := range projectCodes() {
			if cells[[2]string{string(group), string(b)}] == 0 {
				missing = append(missing, w.place(string(b)))
			}
		}
		if len(missing) > 0 {
			out = append(out, group.Title()+": "+join(missing))
		}
	}
	return out
}
