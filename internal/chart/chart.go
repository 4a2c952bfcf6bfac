// Package chart builds the charts of the breakdown: for each an ECharts option (pure data, no JavaScript), an alternative
// text with the numbers, and a data table, all from the same struct.
package chart

import "rapporteur/internal/document"

// Chart is one picture. Option is the ECharts option JSON with sorted keys; Width and Height are CSS pixels on paper and
// screen; Alt is a sentence with the numbers; Table holds the same numbers.
type Chart struct {
	ID     string         `json:"id"`
	Title  string         `json:"title"`
	Option []byte         `json:"-"`
	Width  int            `json:"width"`
	Height int            `json:"height"`
	Alt    string         `json:"alt"`
	Table  document.Table `json:"-"`
}
