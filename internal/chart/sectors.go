package chart

import (
	"fmt"
	"strconv"

	"rapporteur/internal/breakdown"
	"rapporteur/internal/document"
	"rapporteur/internal/sector"
)

// sectors shows the participants who attended by sector, in the fixed order and colours, unknown included.
func sectors(t breakdown.Table, _ Options) Chart {
	attended := map[string]int{}
	for _, r := range t.By(breakdown.BySector) {
		attended[r.Sector] += r.Attended
	}
	groups := sector.Groups()
	values := make([]int, len(groups))
	for i, g := range groups {
		values[i] = attended[string(g)]
	}
	shares := breakdown.Shares(values)
	const title = "Participants who attended, by sector"
	table := sheet(Sectors, title, document.Column{Title: "Sector"}, number("Attended"), number("Share"))
	plot := lying{note: attendedNote(t), lines: 1, top: highest(values), room: 90}
	var bars []one
	var told []string
	for i, g := range groups {
		plot.names = append(plot.names, g.Title())
		bars = append(bars, one{values[i], bracket(strconv.Itoa(values[i]), shares[i]), g.Colour()})
		told = append(told, g.Title()+" "+bracket(strconv.Itoa(values[i]), shares[i]))
		add(&table, g.Title(), counted{values[i], "cell/" + string(g) + "//"}, shares[i])
	}
	total(&table, counted{t.Totals.Attended, "attended"})
	bar := plot.bar()
	single(bar, "Attended", bars)
	return Chart{
		ID: Sectors, Title: title, Width: width, Height: 250,
		Finding: largest("Largest group", t.Totals.Attended, plot.names, values, sector.Unknown.Title()),
		Option:  option(bar, house{}),
		Alt:     fmt.Sprintf("%s by sector: %s.", whoAttended(t), join(told)),
		Table:   table,
	}
}

// attendedNote is what stands over the bars of a chart of those who attended.
func attendedNote(t breakdown.Table) string {
	if t.Totals.Attended == 0 {
		return "No participant attended."
	}
	return "n = " + strconv.Itoa(t.Totals.Attended)
}

// whoAttended opens the sentence of such a chart.
func whoAttended(t breakdown.Table) string {
	if t.Totals.Attended == 0 {
		return "No participant attended;"
	}
	return count(t.Totals.Attended, "participant", "participants") + " attended;"
}

// total ends a data table with the sum; text columns stay empty.
func total(t *document.Table, values ...counted) {
	cells := []any{"Total"}
	for _, v := range values {
		cells = append(cells, v)
	}
	for len(cells) < len(t.Columns) {
		cells = append(cells, "")
	}
	add(t, cells...)
	t.Total = true
}
