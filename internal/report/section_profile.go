package report

import (
	"strconv"

	"rapporteur/internal/beneficiary"
	"rapporteur/internal/breakdown"
	"rapporteur/internal/document"
	"rapporteur/internal/participant"
	"rapporteur/internal/sector"
)

func init() { register(section{"profile", "Participants' profile", 70, profile}) }

func profile(w *writer) {
	n := w.Table.Totals
	if !w.attendanceKnown() {
		return
	}
	if n.Attended == 0 {
		w.say("Nobody attended under the rule.")
		return
	}
	w.say("Tables and charts of this section count the "+count(n.Attended, "participant", "participants")+" who attended.", w.audience(), w.origin())
	w.say("Country/area and sex are as the participants declared them; the sector is as declared, or else follows from organisation and title.",
		"What is not known is shown as unknown or not stated.")
	w.chart("sectors")
	w.table(w.sectorsByBeneficiary())
	w.chart("beneficiaries")
	w.table(w.sectorsBySex())
}

// audience is the share of the four target groups.
func (w *writer) audience() string {
	n := w.target()
	who := rate(n, w.Table.Totals.Attended) + " belong"
	switch n {
	case 0:
		who = "Nobody of them belongs"
	case 1:
		who += "s"
	}
	return who + " to the four target groups: " +
		join([]string{lower(sector.Judiciary.Title()), lower(sector.Prosecution.Title()), lower(sector.Police.Title()), lower(sector.Officials.Title())}) + "."
}

// target counts those of the four target groups who attended.
func (w *writer) target() int {
	n := 0
	for _, r := range w.Table.By(breakdown.BySector) {
		switch sector.Group(r.Sector) {
		case sector.Judiciary, sector.Prosecution, sector.Police, sector.Officials:
			n += r.Attended
		}
	}
	return n
}

func (w *writer) sectorsByBeneficiary() document.Table {
	var columns []string
	for _, s := range sector.Groups() {
		columns = append(columns, s.Title())
	}
	g := newGrid("sector_beneficiary", "Attended, by country/area and sector", "Country/area", append(columns, "Total")...)
	cells := map[[2]string]int{}
	sums := map[string]int{}
	for _, r := range w.Table.By(breakdown.BySector, breakdown.ByBeneficiary) {
		cells[[2]string{r.Sector, r.Beneficiary}] = r.Attended
		sums[r.Sector+"/"] += r.Attended
		sums[r.Beneficiary] += r.Attended
	}
	for _, b := range beneficiary.Rows() {
		var line []any
		for _, s := range sector.Groups() {
			line = append(line, cells[[2]string{string(s), string(b)}])
		}
		g.row(w.place(string(b)), append(line, sums[string(b)])...)
	}
	var values []int
	for _, s := range sector.Groups() {
		values = append(values, sums[string(s)+"/"])
	}
	g.sums(values, w.Table.Totals.Attended)
	return g.table
}

func (w *writer) sectorsBySex() document.Table {
	sexes := []participant.Sex{participant.Women, participant.Men}
	titles := []string{"Women", "Men"}
	if _, _, other, _ := w.bySex(); other > 0 {
		sexes, titles = append(sexes, participant.OtherSex), append(titles, "Other")
	}
	sexes, titles = append(sexes, participant.NotStated), append(titles, "Not stated")
	g := newGrid("sector_sex", "Attended, by sector and sex", "Sector", append(titles, "Total")...)
	cells := map[[2]string]int{}
	sums := map[string]int{}
	for _, r := range w.Table.By(breakdown.BySector, breakdown.BySex) {
		cells[[2]string{r.Sector, r.Sex}] = r.Attended
		sums[r.Sector] += r.Attended
		sums[r.Sex+"/"] += r.Attended
	}
	for _, s := range sector.Groups() {
		var line []any
		for _, x := range sexes {
			line = append(line, cells[[2]string{string(s), string(x)}])
		}
		g.row(s.Title(), append(line, sums[string(s)])...)
	}
	var values []int
	for _, x := range sexes {
		values = append(values, sums[string(x)+"/"])
	}
	g.sums(values, w.Table.Totals.Attended)
	g.note("Sex as declared at registration; it is never inferred from a name.")
	return g.table
}

// sums closes a table with the row of sums and, where the base allows, the row of shares; a note names the base.
func (g *grid) sums(values []int, all int) {
	var line, shared []any
	shares := breakdown.Shares(values)
	for i, v := range values {
		line, shared = append(line, v), append(shared, shares[i])
	}
	g.total("All", append(line, all)...)
	if all >= breakdown.MinBase {
		g.row("Share", append(shared, "100.0\u00a0%")...)
		g.table.Shares = true
	}
	g.note(base(all))
}

// base names the base of the percentages, or says why there are none.
func base(n int) string {
	if n < breakdown.MinBase {
		return "No percentages are given, because the base is under " + strconv.Itoa(breakdown.MinBase) + "."
	}
	return "Base of the percentages: n = " + strconv.Itoa(n) + "."
}
