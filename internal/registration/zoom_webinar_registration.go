package registration

import (
	"rapporteur/internal/tabular"
)

// Zoom's registration report of a webinar or meeting: a title, a row on the webinar, the title of a section, then one row
// per registrant with the time of registration, Zoom's approval and the questions that the page asked, in any order
// (support.zoom.com, KB0065642). Rows and header may differ in width.
var zoomRegistration = Format{ID: zoomFormat, Title: "Zoom registration report",
	Found:  "on zoom.us: Account Management, Reports, Webinar, Registration Report",
	Detect: detectZoom, Read: readZoom}

const zoomFormat = "zoom_webinar_registration"

// zoomTitles are the titles that stand above the table.
var zoomTitles = phrasesOf("registration report|webinar registration report|meeting registration report|registrant details|registration details|registrants")

func detectZoom(file tabular.File) (int, string) {
	p, confidence := findZoom(file)
	return confidence, p.why
}

// findZoom finds the report; the confidence is 0 where there is none.
func findZoom(file tabular.File) (page, int) {
	isTitle := func(row tabular.Row) bool { return zoomTitles.are(fold(row.Cell(0))) }
	p, ok := findPage(file, zoomStanding, isTitle, func(p page) bool { return p.standing >= 0 || p.titled })
	if !ok {
		return page{}, 0
	}
	p.format, p.platform = zoomFormat, "Zoom"
	if p.titled {
		p.why = "the title of Zoom's registration report, with name, address and time of registration"
		return p, 95
	}
	p.why = "the columns of Zoom's registration report: time of registration and approval status, no join or leave times"
	return p, 90
}

func readZoom(file tabular.File, o Options) (Reading, error) {
	p, confidence := findZoom(file)
	if confidence == 0 {
		return Reading{}, notThisFormat(file)
	}
	return readForm(p.form, o)
}
