package ssr

import "regexp"

// serial finds the places where ECharts prints the number of the picture within its engine: ids, the references to them
// and the classes of hover styles. In text these characters cannot stand so, since a quote is written as &quot; there.
var serial = regexp.MustCompile(`((?:id|class)="|(?:url\(|href=")#)zr\d+-`)

// steady takes the serial number out, so that the SVG does not depend on what was drawn before.
func steady(svg string) string { return serial.ReplaceAllString(svg, "${1}zr-") }
