package ssr

import "regexp"

// serial finds the places where ECharts prints the number of the picture within its engine: ids and the references to
// them, inside of a tag. Text cannot look like that, since < is written as &lt; there.
var serial = regexp.MustCompile(`(<[^>]*?(?:id="|url\(#))zr\d+-`)

// blankEnd is the blank a line keeps where it was broken. It would put lines that end at one edge out of line.
var blankEnd = regexp.MustCompile(` +</text>`)

// steady takes the serial number out, so that the SVG does not depend on what was drawn before, and blank line ends.
func steady(svg string) string {
	return blankEnd.ReplaceAllString(serial.ReplaceAllString(svg, "${1}zr-"), "</text>")
}
