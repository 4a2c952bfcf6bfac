package ssr

import "regexp"

// serial finds the places where ECharts prints the number of the picture within its engine: ids and the references to
// them, inside of a tag. Text cannot look like that, since < is written as &lt; there.
var serial = regexp.MustCompile(`(<[^>]*?(?:id="|url\(#))zr\d+-`)

// steady takes the serial number out, so that the SVG does not depend on what was drawn before.
func steady(svg string) string { return serial.ReplaceAllString(svg, "${1}zr-") }
