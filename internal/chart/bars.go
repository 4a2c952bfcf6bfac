package chart

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// lying are horizontal bars, one row per name from top to bottom. There is no scale: each bar bears its number.
type lying struct {
	note  string // above the bars, lines parted by "\n"
	lines int    // of the note
	names []string
	top   int // the value of a bar of full length
	room  int // pixels at the right, for the number behind the longest bar
}

func (l lying) bar() *charts.Bar {
	c := charts.NewBar()
	c.SetGlobalOptions(
		charts.WithTitleOpts(opts.Title{Subtitle: l.note}),
		charts.WithLegendOpts(opts.Legend{Show: opts.Bool(false)}),
		charts.WithTooltipOpts(opts.Tooltip{Show: opts.Bool(true), Trigger: "item"}),
		charts.WithGridOpts(opts.Grid{Left: "0", Right: strconv.Itoa(l.room), Top: under(l.lines), Bottom: "4"}),
		charts.WithXAxisOpts(opts.XAxis{Type: "value", Show: opts.Bool(false), Min: 0, Max: max(1, l.top)}),
		charts.WithYAxisOpts(opts.YAxis{
			Type: "category", Inverse: opts.Bool(true),
			AxisLine:  &opts.AxisLine{Show: opts.Bool(true), LineStyle: &opts.LineStyle{Color: axis}},
			AxisLabel: &opts.AxisLabel{Show: opts.Bool(true), Interval: "0", Color: ink, FontSize: fontSize},
		}),
	)
	c.SetXAxis(l.names).XYReversal()
	return c
}

// one is a bar with its own colour and the text behind it.
type one struct {
	value  int
	label  string
	colour string
}

// single adds the only series: each bar with its own text.
func single(c *charts.Bar, name string, bars []one) {
	data := make([]opts.BarData, len(bars))
	for i, b := range bars {
		look := opts.ItemStyle{Color: b.colour}
		if b.value > 0 { // the outline of nothing would be a stroke on the axis
			look.BorderColor, look.BorderWidth = edge(b.colour), 1
		}
		data[i] = opts.BarData{Value: b.value, Label: behind(b.label), ItemStyle: &look}
	}
	c.AddSeries(name, data, charts.WithBarChartOpts(opts.BarChart{BarWidth: barWidth}))
}

const barWidth = "62%"

// behind is a label at the end of a bar.
func behind(text string) *opts.Label {
	return &opts.Label{Show: opts.Bool(true), Position: "right", Formatter: text, Color: ink, FontSize: fontSize}
}

// edge gives the outline of a bar: the same colour, darker. Some of the groups' colours are too light to stand out on
// paper by themselves; with the outline every bar reaches 3:1 against white (WCAG 2.2, 1.4.11).
func edge(colour string) string {
	var r, g, b int
	if _, err := fmt.Sscanf(colour, "#%02x%02x%02x", &r, &g, &b); err != nil {
		return ink
	}
	return fmt.Sprintf("#%02X%02X%02X", r*6/10, g*6/10, b*6/10)
}

func highest(values []int) int {
	if len(values) == 0 {
		return 0
	}
	return slices.Max(values)
}
