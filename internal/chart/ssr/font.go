package ssr

import (
	"strconv"
	"strings"
)

// defaultSize is ECharts' own size for text without a font, in CSS pixels.
const defaultSize = 12

// lineProbe is the letter whose width ECharts takes for the height of a line. Its own ratio is one em; a report font
// without Chinese letters would answer with the width of its empty box.
const lineProbe = "国"

// width answers ECharts' question how wide text is in a CSS font such as "normal bold 12px Noto Sans".
func width(measure Measure, text, font string) float64 {
	size, bold := parseFont(font)
	if text == lineProbe {
		return size
	}
	return finite(measure(text, size, bold))
}

// parseFont reads size (CSS pixels) and weight out of the CSS shorthand that ECharts writes: style, weight, size, family.
func parseFont(font string) (size float64, bold bool) {
	for _, word := range strings.Fields(font) {
		if text, ok := strings.CutSuffix(word, "px"); ok {
			if n, err := strconv.ParseFloat(text, 64); err == nil && n > 0 {
				return n, bold
			}
			break
		}
		if n, err := strconv.Atoi(word); word == "bold" || word == "bolder" || err == nil && n >= 600 {
			bold = true
		}
	}
	return defaultSize, bold
}
