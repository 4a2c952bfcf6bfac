package report

import (
	"fmt"
	"strings"

	"rapporteur/internal/beneficiary"
	"rapporteur/internal/document"
	"rapporteur/internal/sector"
)

func init() { register(section{"contribution", "Contribution to the Result", 80, contribution}) }

// contribution says what the webinar brought to the Result and shows the four groups that Result 7 names, country/area by
// country/area.
func contribution(w *writer) {
	o := w.Webinar.Outline
	if o.Result == 0 {
		return
	}
	w.say(sentence("Result " + w.resultLine()))
	if !w.attendanceKnown() {
		return
	}
	w.say(w.reach(), w.groupsReached())
	if !w.namesGroups() || w.Table.Totals.Attended == 0 {
		return
	}
	cells, sums := w.coverage()
	w.table(w.coverageTable(cells, sums).table)
	if gaps := w.gaps(cells); len(gaps) > 0 && len(sums) > 0 {
		w.sub("Where a group had no participant")
		w.add(document.List{Items: gaps})
	}
}

// namesGroups tells whether the Result is about the four groups: the outline says so, or the project's text of the Result.
func (w *writer) namesGroups() bool {
	if len(w.Webinar.Outline.ResultGroups) > 0 {
		return true
	}
	text := strings.ToLower(w.Project.ResultText(w.Webinar.Outline.Result))
	for _, group := range sector.ResultGroups() {
		title, _, _ := strings.Cut(group.Title(), " (")
		if !strings.Contains(text, strings.ToLower(title)) {
			return false
		}
	}
	return true
}

// reach counts the officials of the target groups that the webinar reached.
func (w *writer) reach() string {
	target := w.target()
	if target == 0 {
		return "Nobody of the four target groups attended."
	}
	text := count(target, "participant", "participants") + " of the four target groups attended"
	if from := w.fromReached(); from != "" {
		text += "; the participants came from " + from
	}
	return text + "."
}

func (w *writer) coverageTable(cells map[[2]string]int, sums map[string]int) *grid {
	var columns []string
	for _, group := range sector.ResultGroups() {
		columns = append(columns, group.Title())
	}
	g := newGrid("result_groups", fmt.Sprintf("Attended, by country/area and group of Result %d", w.Webinar.Outline.Result), "Country/area", append(columns, "Total")...)
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
	return g
}

// coverage counts those who attended by group and country/area; what is nought is left out.
func (w *writer) coverage() (cells map[[2]string]int, sums map[string]int) {
	cells, sums = map[[2]string]int{}, map[string]int{}
	for _, r := range w.Table.Groups {
		if r.Attended > 0 {
			cells[[2]string{r.Group, r.Beneficiary}] = r.Attended
			sums[r.Group] += r.Attended
		}
	}
	return cells, sums
}

// allFourSentence says from where somebody of every group came.
func (w *writer) allFourSentence(cells map[[2]string]int) string {
	var full []string
	for _, b := range projectCodes() {
		if every(cells, b) {
			full = append(full, w.place(string(b)))
		}
	}
	switch len(full) {
	case 0:
		return "No project country/area was represented by all four groups."
	case len(projectCodes()):
		return "Every project country/area was represented by all four groups."
	case 1:
		return full[0] + " was represented by all four groups."
	}
	return join(full) + " were each represented by all four groups."
}

// every tells whether somebody of each group came from there.
func every(cells map[[2]string]int, b beneficiary.Code) bool {
	for _, group := range sector.ResultGroups() {
		if cells[[2]string{string(group), string(b)}] == 0 {
			return false
		}
	}
	return true
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
		switch {
		case len(missing) == len(projectCodes()):
			out = append(out, group.Title()+": all project countries/area")
		case len(missing) > 0:
			out = append(out, group.Title()+": "+join(missing))
		}
	}
	return out
}

// lower writes a printed name inside of a sentence.
func lower(title string) string {
	if title == "" {
		return ""
	}
	return strings.ToLower(title[:1]) + title[1:]
}
