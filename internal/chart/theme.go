package chart

import (
	"encoding/json"
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"
)

// width is that of every chart, in CSS pixels: printed over the width of an A4 page, 12 pixels become about 8.5 points.
const width = 680

// The colours of everything that is no data. Text reaches 4.5:1 on white.
const (
	ink    = "#1F2933" // labels
	pale   = "#52606D" // notes
	axis   = "#9AA5B1" // the line bars stand on
	grid   = "#E4E7EB" // lines of scale
	accent = "#0072B2" // the one series of a chart without groups
	wash   = "#D6E6F2" // the area under it
)

const (
	fontFamily = "Noto Sans"
	fontSize   = 12
)

// house is the theme of all charts: the last hand on every option. The report's font, no motion, no tools, flat colours.
// Ticks, when set, are the positions along the horizontal axis that bear a mark and a label.
type house struct {
	charts.BaseConfigurationVisitor
	ticks []int
}

// Visit implements charts.ConfigurationVisitor.
func (house) Visit(option map[string]any) {
	delete(option, "toolbox")
	option["animation"] = false
	option["color"] = []string{accent}
	option["textStyle"] = map[string]any{"fontFamily": fontFamily, "fontSize": fontSize, "color": ink}
	option["backgroundColor"] = "#FFFFFF"
}

// VisitGrid lets the plot shrink until the axis labels are inside of the picture.
func (house) VisitGrid(grids []opts.Grid) any {
	list := make([]any, len(grids))
	for i, g := range grids {
		list[i] = struct {
			opts.Grid
			OuterBoundsMode    string `json:"outerBoundsMode"`
			OuterBoundsContain string `json:"outerBoundsContain"`
		}{g, "same", "axisLabel"}
	}
	return list
}

// VisitTitleOpt has no title drawn, only the note under it: the caption of the figure bears the title.
func (house) VisitTitleOpt(t opts.Title) any {
	t.Left, t.Top = "0", noteTop
	t.SubtitleStyle = &opts.TextStyle{Color: pale, FontSize: fontSize, LineHeight: lineHeight}
	return struct {
		opts.Title
		ItemGap         int    `json:"itemGap"`
		Padding         int    `json:"padding"`
		BackgroundColor string `json:"backgroundColor"`
	}{t, 0, 0, "transparent"}
}

// VisitSeriesOpt has a line mark the points that ask for it, however close they stand.
func (house) VisitSeriesOpt(series charts.MultiSeries) any {
	list := make([]any, len(series))
	for i, s := range series {
		list[i] = struct {
			charts.SingleSeries
			ShowAllSymbol bool `json:"showAllSymbol,omitempty"`
		}{s, s.Type == types.ChartLine}
	}
	return list
}

// VisitLegendOpt has small, quiet keys in the corner that switch nothing off: a chart without a part of its people would
// be another chart.
func (house) VisitLegendOpt(l opts.Legend) any {
	return struct {
		opts.Legend
		Icon            string          `json:"icon"`
		ItemWidth       int             `json:"itemWidth"`
		ItemHeight      int             `json:"itemHeight"`
		ItemStyle       map[string]int  `json:"itemStyle"`
		TextStyle       *opts.TextStyle `json:"textStyle"`
		Padding         int             `json:"padding"`
		BackgroundColor string          `json:"backgroundColor"`
		SelectedMode    bool            `json:"selectedMode"`
	}{l, "rect", 12, 12, map[string]int{"borderWidth": 0}, &opts.TextStyle{Color: ink, FontSize: fontSize}, 0, "transparent", false}
}

// VisitYAxis takes the marks off, breaks long names of rows into lines and draws the axis over the bars' outlines. A scale
// keeps room for a number above its highest value.
func (house) VisitYAxis(axes []opts.YAxis) any {
	list := make([]any, len(axes))
	for i, a := range axes {
		var gap []any
		if a.Type == "value" {
			gap = []any{0, "10%"}
		}
		list[i] = struct {
			opts.YAxis
			BoundaryGap []any         `json:"boundaryGap,omitempty"`
			Z           int           `json:"z"`
			AxisTick    opts.AxisTick `json:"axisTick"`
			AxisLabel   any           `json:"axisLabel"`
		}{a, gap, overBars, opts.AxisTick{Show: opts.Bool(false)}, struct {
			*opts.AxisLabel
			Width    int    `json:"width"`
			Overflow string `json:"overflow"`
		}{a.AxisLabel, nameWidth, "break"}}
	}
	return list
}

// overBars is a layer above that of the series, which is 2.
const overBars = 3

// nameWidth is the widest a row's name gets before it is broken, in CSS pixels.
const nameWidth = 200

// VisitXAxis puts marks and labels where the chart wants them.
func (h house) VisitXAxis(axes []opts.XAxis) any {
	if h.ticks == nil {
		return axes
	}
	list := make([]any, len(axes))
	for i, a := range axes {
		list[i] = struct {
			opts.XAxis
			BoundaryGap bool `json:"boundaryGap"`
			AxisLabel   any  `json:"axisLabel"`
			AxisTick    any  `json:"axisTick"`
		}{a, false,
			struct {
				*opts.AxisLabel
				CustomValues []int `json:"customValues"`
			}{a.AxisLabel, h.ticks},
			struct {
				*opts.AxisTick
				CustomValues []int `json:"customValues"`
			}{a.AxisTick, h.ticks}}
	}
	return list
}

// lineHeight is that of the note, in CSS pixels.
const lineHeight = 17

// noteTop keeps the tops of letters inside of the picture.
const noteTop = "3"

// under gives the top of what stands below a note of so many lines.
func under(lines int) string { return strconv.Itoa(lines*lineHeight + 13) }

// drawable is what every go-echarts chart can do.
type drawable interface {
	Accept(charts.ConfigurationVisitor)
	Validate()
	JSON() map[string]any
}

// option writes the chart as data: keys sorted, <, > and & escaped.
func option(c drawable, theme house) []byte {
	c.Accept(theme)
	c.Validate()
	var plain map[string]any
	must(json.Unmarshal(marshal(c.JSON()), &plain))
	return marshal(plain) // encoding/json sorts the keys of maps only
}

func marshal(v any) []byte {
	data, err := json.Marshal(v)
	must(err)
	return data
}

// must stops at what cannot happen: options hold strings, finite numbers and booleans only.
func must(err error) {
	if err != nil {
		panic(err)
	}
}
