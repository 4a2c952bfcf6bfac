package chart

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"rapporteur/internal/beneficiary"
	"rapporteur/internal/breakdown"
	"rapporteur/internal/document"
	"rapporteur/internal/participant"
)

// sexStyle is how a part of a bar looks and is called. Text on a fill reaches 4.5:1, each fill 3:1 on white, and the
// four differ in lightness too, for grey print.
type sexStyle struct {
	name, words  string
	fill, letter string
}

var sexStyles = map[participant.Sex]sexStyle{
	participant.Women:     {"Women", "women", "#4B2E83", "#FFFFFF"},
	participant.Men:       {"Men", "men", "#2A7F86", "#FFFFFF"},
	participant.OtherSex:  {"Other", "other", "#B35806", "#FFFFFF"},
	participant.NotStated: {"Not stated", "not stated", "#8F8F8F", "#000000"},
}

// place is a row of the chart: a beneficiary, the other countries together, or unknown.
type place struct {
	name  string
	code  string
	all   int
	bySex []int // in the order of the chart's series
}

// beneficiaries shows the participants who attended by beneficiary in the fixed order, each bar parted by declared sex.
func beneficiaries(t breakdown.Table, o Options) Chart {
	sexes := sexesOf(t)
	places := placesOf(t, o, sexes)
	const title = "Participants who attended, by country/area and declared sex"
	columns := []document.Column{{Title: "Country/area"}, number("Attended")}
	for _, s := range sexes {
		columns = append(columns, number(sexStyles[s].name))
	}
	table := sheet(Beneficiaries, title, columns...)
	plot := lying{note: attendedNote(t), lines: 1, room: 44}
	sums := []counted{{figure: "attended"}}
	for _, s := range sexes {
		sums = append(sums, counted{figure: "cell///" + string(s)})
	}
	var told []string
	var values []int
	for _, p := range places {
		plot.names = append(plot.names, p.name)
		plot.top = max(plot.top, p.all)
		values = append(values, p.all)
		cells := []any{p.name, counted{p.all, "cell//" + p.code + "/"}}
		sums[0].n += p.all
		for i, v := range p.bySex {
			cells = append(cells, counted{v, "cell//" + p.code + "/" + string(sexes[i])})
			sums[i+1].n += v
		}
		add(&table, cells...)
		told = append(told, p.tell(sexes))
	}
	total(&table, sums...)
	bar := plot.bar()
	stack(bar, places, sexes, plot.top)
	return Chart{
		ID: Beneficiaries, Title: title, Width: width, Height: 310,
		Finding: largest("Largest number", t.Totals.Attended, plot.names, values, beneficiary.Name(beneficiary.Unknown, o.At)),
		Option:  option(bar, house{}),
		Alt:     fmt.Sprintf("%s by country/area: %s.", whoAttended(t), strings.Join(told, "; ")),
		Table:   table,
	}
}

// sexesOf gives the parts of the bars in the fixed order. "Other" is left out where nobody declared it.
func sexesOf(t breakdown.Table) []participant.Sex {
	var out []participant.Sex
	for _, s := range breakdown.Sexes() {
		if s != participant.OtherSex || slices.ContainsFunc(t.Rows, func(r breakdown.Row) bool { return r.Sex == string(s) && r.Attended > 0 }) {
			out = append(out, s)
		}
	}
	return out
}

func placesOf(t breakdown.Table, o Options, sexes []participant.Sex) []place {
	var out []place
	rows := t.By(breakdown.ByBeneficiary, breakdown.BySex)
	for _, code := range beneficiary.Rows() {
		p := place{name: beneficiary.Name(code, o.At), code: string(code), bySex: make([]int, len(sexes))}
		for _, r := range rows {
			if i := slices.Index(sexes, participant.Sex(r.Sex)); i >= 0 && r.Beneficiary == string(code) {
				p.bySex[i] += r.Attended
				p.all += r.Attended
			}
		}
		out = append(out, p)
	}
	return out
}

// tell says a row in words; parts that are nought are left out.
func (p place) tell(sexes []participant.Sex) string {
	var parts []string
	for i, v := range p.bySex {
		switch {
		case v == 1 && sexes[i] == participant.Women:
			parts = append(parts, "1 woman")
		case v == 1 && sexes[i] == participant.Men:
			parts = append(parts, "1 man")
		case v > 0:
			parts = append(parts, fmt.Sprintf("%d %s", v, sexStyles[sexes[i]].words))
		}
	}
	return p.name + " " + bracket(strconv.Itoa(p.all), strings.Join(parts, ", "))
}

// stack adds a series for each sex, and one without length that bears the sums behind the bars.
func stack(c *charts.Bar, places []place, sexes []participant.Sex, top int) {
	style := charts.WithBarChartOpts(opts.BarChart{Stack: "all", BarWidth: barWidth})
	var legend []string
	for i, s := range sexes {
		look := sexStyles[s]
		legend = append(legend, look.name)
		data := make([]opts.BarData, len(places))
		for row, p := range places {
			data[row] = opts.BarData{Value: p.bySex[i], Label: inside(p.bySex[i], top, look.letter)}
		}
		c.AddSeries(look.name, data, style, charts.WithItemStyleOpts(opts.ItemStyle{Color: look.fill, BorderColor: "#FFFFFF", BorderWidth: 1}))
	}
	sums := make([]opts.BarData, len(places))
	for row, p := range places {
		sums[row] = opts.BarData{Value: 0, Label: behind(strconv.Itoa(p.all))}
	}
	c.AddSeries("Attended", sums, style)
	c.SetGlobalOptions(charts.WithLegendOpts(opts.Legend{
		Show: opts.Bool(true), Data: legend, Right: "0", Top: noteTop,
	}))
}

// inside is the number on a part of a bar; a part too short for it bears none, the table has it.
func inside(value, top int, colour string) *opts.Label {
	text := strconv.Itoa(value)
	const barSpace, digit, margin = 430, 7, 6 // pixels: the longest bar at its shortest, a figure of 12 px, both sides
	if value*barSpace < top*(len(text)*digit+margin) || value == 0 {
		return &opts.Label{Show: opts.Bool(false)}
	}
	return &opts.Label{Show: opts.Bool(true), Position: "inside", Color: colour, FontSize: fontSize}
}
