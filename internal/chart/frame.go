package chart

import (
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
)

// Sizes of what stands around a picture that is handed out by itself, in pixels. A line of the footnote holds so many
// letters at most.
const (
	frameEdge    = 12
	frameTitle   = 30
	frameLine    = 14
	frameFont    = 10
	frameLetters = 118
	frameHead    = 14
)

// Framed is a chart's picture as it is handed out by itself: under its title, and over the footnote of Kosovo* where the
// name stands in it, for it will be looked at apart from the page. svg is the picture that the option gives.
func Framed(c Chart, svg, footnote string) string {
	var notes []string
	if slices.ContainsFunc(c.Table.Rows, func(row []string) bool { return slices.ContainsFunc(row, hasKosovo) }) {
		notes = wrapped("* "+footnote, frameLetters)
	}
	width, height := c.Width+2*frameEdge, c.Height+2*frameEdge+frameTitle+frameLine*len(notes)
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" font-family="%s" fill="%s">`,
		width, height, width, height, fontFamily, ink)
	fmt.Fprintf(&b, `<rect width="%d" height="%d" fill="#FFFFFF"/>`, width, height)
	line := func(y, size int, weight, text string) {
		fmt.Fprintf(&b, `<text x="%d" y="%d" font-size="%d" font-weight="%s">`, frameEdge, y, size, weight)
		_ = xml.EscapeText(&b, []byte(text)) // a builder takes everything
		b.WriteString(`</text>`)
	}
	line(frameEdge+frameHead, frameHead, "bold", c.Title)
	fmt.Fprintf(&b, `<g transform="translate(%d,%d)">%s</g>`, frameEdge, frameEdge+frameTitle, svg)
	for i, note := range notes {
		line(frameEdge+frameTitle+c.Height+frameLine*(i+1), frameFont, "normal", note)
	}
	b.WriteString(`</svg>`)
	return b.String()
}

func hasKosovo(text string) bool { return strings.Contains(text, "Kosovo*") }

// wrapped parts a text into lines of at most so many letters, between words.
func wrapped(text string, letters int) []string {
	var lines []string
	for _, word := range strings.Fields(text) {
		if n := len(lines); n > 0 && len([]rune(lines[n-1]))+1+len([]rune(word)) <= letters {
			lines[n-1] += " " + word
			continue
		}
		lines = append(lines, word)
	}
	return lines
}
