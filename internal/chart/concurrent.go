package chart

import (
	"fmt"
	"time"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"rapporteur/internal/breakdown"
	"rapporteur/internal/document"
)

// concurrent shows how many participants were present at the instant each minute of the window starts, in the clock
// time of the webinar's zone.
func concurrent(t breakdown.Table, o Options) Chart {
	const title = "Participants present at each minute"
	table := sheet(Concurrent, title, document.Column{Title: "Time"}, number("Present"))
	clocks := make([]string, len(t.Minutes))
	points := make([]any, len(t.Minutes))
	for i, m := range t.Minutes {
		clocks[i] = m.Start.In(o.Zone).Format("15:04")
		points[i] = m.Present
		add(&table, clocks[i], counted{m.Present, breakdown.PresentFigure(m.Start)})
	}
	note := "No participant with known times was present in the window."
	alt, finding := note, "Nobody was present at a known time"
	if peak := peakOf(t.Minutes); peak >= 0 {
		points[peak] = marked(t.Minutes[peak].Present, peak, len(points))
		first, last := t.Minutes[0].Present, t.Minutes[len(clocks)-1].Present
		finding = fmt.Sprintf("At most %d were present at once, at %s", t.Minutes[peak].Present, clocks[peak])
		most := fmt.Sprintf("Most at once: %d, at %s.", t.Minutes[peak].Present, clocks[peak])
		note = most + " Clock times: " + zoneName(o.Zone, t.Minutes[0].Start) + "."
		alt = fmt.Sprintf("Participants present at each minute from %s to %s. %s %s present in the first minute, %d in the last. Clock times: %s.",
			clocks[0], clocks[len(clocks)-1], most, count(first, "was", "were"), last, zoneName(o.Zone, t.Minutes[0].Start))
		table.Notes = []string{"Clock times: " + zoneName(o.Zone, t.Minutes[0].Start) + "."}
	}
	clocks, points = closed(t.Minutes, clocks, points, o.Zone)
	return Chart{
		ID: Concurrent, Title: title, Width: width, Height: 240,
		Finding: finding,
		Option:  option(line(note, clocks, points), house{ticks: ticks(t.Minutes, o.Zone)}),
		Alt:     alt,
		Table:   table,
	}
}

// point is the one place of the line that bears a mark and its number; all others are plain numbers.
type point struct {
	Value      int         `json:"value"`
	Symbol     string      `json:"symbol"`
	SymbolSize int         `json:"symbolSize"`
	Label      *opts.Label `json:"label"`
}

// marked makes a value stand out. Its number stands above the line; near an end of it, on the side that has room.
func marked(value, at, of int) point {
	align := "center"
	switch {
	case at*20 < of:
		align = "left"
	case (at+1)*20 > of*19:
		align = "right"
	}
	return point{Value: value, Symbol: "circle", SymbolSize: 7,
		Label: &opts.Label{Show: opts.Bool(true), Position: "top", Align: align, Color: ink, FontSize: fontSize, FontWeight: "bold"}}
}

// closed adds the instant at which the last minute ends, without a value: the axis ends where the webinar does.
func closed(minutes []breakdown.Minute, clocks []string, points []any, zone *time.Location) ([]string, []any) {
	if len(minutes) == 0 {
		return clocks, points
	}
	end := minutes[len(minutes)-1].Start.Add(time.Minute)
	return append(clocks, end.In(zone).Format("15:04")), append(points, nil)
}

// peakOf is the first minute with the most participants, -1 when nobody was ever present.
func peakOf(minutes []breakdown.Minute) int {
	peak, most := -1, 0
	for i, m := range minutes {
		if m.Present > most {
			peak, most = i, m.Present
		}
	}
	return peak
}

// zoneName names the zone with its distance from UTC on that day.
func zoneName(zone *time.Location, at time.Time) string {
	if zone == time.UTC {
		return "UTC"
	}
	return zone.String() + at.In(zone).Format(" (UTC-07:00)")
}

// ticks are the minutes that bear a label: whole quarters, halves or hours of the clock, a dozen at most.
func ticks(minutes []breakdown.Minute, zone *time.Location) []int {
	for _, step := range []int{1, 5, 10, 15, 30, 60, 120, 240} {
		if len(minutes) == 0 || len(minutes) > 12*step {
			continue
		}
		var out []int
		for i := range len(minutes) + 1 { // the last one is the end
			at := minutes[0].Start.Add(time.Duration(i) * time.Minute).In(zone)
			if (at.Hour()*60+at.Minute())%step == 0 {
				out = append(out, i)
			}
		}
		return out
	}
	return nil
}

// line draws steps: what was counted at the start of a minute is shown until the next.
func line(note string, clocks []string, points []any) *charts.Line {
	c := charts.NewLine()
	c.SetGlobalOptions(
		charts.WithTitleOpts(opts.Title{Subtitle: note}),
		charts.WithLegendOpts(opts.Legend{Show: opts.Bool(false)}),
		charts.WithTooltipOpts(opts.Tooltip{Show: opts.Bool(true), Trigger: "axis"}),
		charts.WithGridOpts(opts.Grid{Left: "0", Right: "16", Top: under(1), Bottom: "4"}),
		charts.WithXAxisOpts(opts.XAxis{
			Type:      "category",
			AxisLine:  &opts.AxisLine{Show: opts.Bool(true), LineStyle: &opts.LineStyle{Color: axis}},
			AxisTick:  &opts.AxisTick{Show: opts.Bool(true), LineStyle: &opts.LineStyle{Color: axis}},
			AxisLabel: &opts.AxisLabel{Show: opts.Bool(true), Color: ink, FontSize: fontSize},
		}),
		charts.WithYAxisOpts(opts.YAxis{
			Type: "value", Min: 0, MinInterval: 1, SplitNumber: 4,
			SplitLine: &opts.SplitLine{Show: opts.Bool(true), LineStyle: &opts.LineStyle{Color: grid}},
			AxisLabel: &opts.AxisLabel{Show: opts.Bool(true), Color: pale, FontSize: fontSize},
		}),
	)
	c.SetXAxis(clocks)
	c.AddSeries("Present", nil,
		charts.WithLineChartOpts(opts.LineChart{Step: "end", Symbol: "none"}),
		charts.WithLineStyleOpts(opts.LineStyle{Color: accent, Width: 1.5}),
		charts.WithItemStyleOpts(opts.ItemStyle{Color: accent}),
		charts.WithAreaStyleOpts(opts.AreaStyle{Color: wash, Opacity: opts.Float(1)}),
		charts.WithSeriesOpts(func(s *charts.SingleSeries) { s.Data = points }),
	)
	return c
}
