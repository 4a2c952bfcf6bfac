// Package chart builds the charts of the breakdown: for each an ECharts option (pure data, no JavaScript), an alternative
// text with the numbers, and a data table, all from the same struct.
//
// All gives every chart of a table in printed order; each chart has a file of its own with one builder, named in the list
// builders. What all charts share, fonts, colours and quiet axes, stands in the house theme and nowhere else. Options are
// made by go-echarts, never rendered by it: the window and the PDF draw the same bytes with the same script.
package chart

import (
	"time"

	"rapporteur/internal/breakdown"
	"rapporteur/internal/document"
)

// The charts' ids, in printed order.
const (
	Funnel        = "funnel"
	Concurrent    = "concurrent"
	Sectors       = "sectors"
	Beneficiaries = "beneficiaries"
)

// Chart is one picture. Option is the ECharts option JSON with sorted keys; Width and Height are CSS pixels on paper and
// screen; Finding says in a few words what the picture shows, Alt is a sentence with the numbers; Table holds the same
// numbers. The picture itself bears no title.
type Chart struct {
	ID      string         `json:"id"`
	Title   string         `json:"title"`
	Finding string         `json:"finding"`
	Option  []byte         `json:"-"`
	Width   int            `json:"width"`
	Height  int            `json:"height"`
	Alt     string         `json:"alt"`
	Table   document.Table `json:"-"`
}

// Options are what a chart needs beside the figures. Zone is the webinar's zone, for clock times; nil is UTC. At is the
// date that decides which name of a beneficiary is printed.
type Options struct {
	Zone *time.Location
	At   time.Time
}

// builders lists the charts in printed order.
var builders = []func(breakdown.Table, Options) Chart{funnel, concurrent, sectors, beneficiaries}

// All makes every chart of the breakdown. Without participants each says so; none is left out.
func All(t breakdown.Table, o Options) []Chart {
	if o.Zone == nil {
		o.Zone = time.UTC
	}
	list := make([]Chart, 0, len(builders))
	for _, build := range builders {
		list = append(list, build(t, o))
	}
	return list
}
