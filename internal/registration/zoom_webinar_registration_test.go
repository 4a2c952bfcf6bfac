package registration_test

import (
	"strings"
	"testing"

	"rapporteur/internal/registration"
)

var zoomBlock = [][]string{
	{"Registration Report"},
	{"Report Generated:", "Mar 24, 2021 8:00 PM"},
	{"Topic", "Webinar ID", "Scheduled Time", "Duration (minutes)", "# Registered", "# Cancelled"},
	{"Cybercrime and cryptocurrency", "123 4567 8901", "Mar 25, 2021 1:00 PM", "90", "5", "0"},
	{"Attendee Details"},
}

var zoomCols = []col{{"First Name", "first"}, {"Last Name", "last"}, {"Email", "email"}, {"Organization", "org"}, {"Job Title", "job"},
	{"Registration Time", "at"}, {"Approval Status", "=approved"}, {"Country/Region", "country"}}

func TestZoomRegistrations(t *testing.T) {
	const words = "Jan 2, 2006 15:04:05"
	tryAll(t, "zoom_webinar_registration", map[string]made{
		"as downloaded": {above: zoomBlock, cols: zoomCols, people: latin, time: words, bom: true, channel: registration.Other},
		"newer spelling": {above: [][]string{{"Registration Report", "", ""}, {"Report generated time", "05/20/2026 10:00:00 AM"}, {"Topic", "Webinar ID", "Scheduled Time", "# Registrants", "# Cancelled registrants"}, {"X", "1", "03/25/2021 01:00:00 PM", "5", "0"}, {"Registrant Details", ""}},
			cols:   []col{{"First name", "first"}, {"Last name", "last"}, {"Email address", "email"}, {"Registration time", "at"}, {"Approval status", "=approved"}, {"Source name", "="}},
			people: latin, time: "01/02/2006 03:04:05 PM", channel: registration.Other},
		"questions of the page": {above: zoomBlock, people: latin, time: words, crlf: true, channel: registration.Website, consent: registration.Accepted,
			cols: []col{{"First Name", "first"}, {"Last Name", "last"}, {"Email", "email"}, {"Which institution do you work for, and where?", "org"}, {"Your \"exact\" position,\nas printed on your card", "job"},
				{"Sex (for statistics only)", "sex"}, {"Which sector do you represent?", "sector"}, {"How did you submit this registration?", "=website"}, {"Do you accept the rules of engagement?", "=Yes, I do"},
				{"What do you expect, in a sentence?", "=Much, and more\nof it"}, {"Registration Time", "at"}, {"Approval Status", "=approved"}, {"Country/Region", "country"}}},
		"columns in another order": {above: zoomBlock, people: latin, time: words, channel: registration.Other,
			cols: []col{{"Approval Status", "=approved"}, {"Registration Time", "at"}, {"Country/Region Name", "country"}, {"Email", "email"}, {"Last Name", "last"}, {"First Name", "first"}}},
		"without the block, saved in a semicolon locale": {cols: zoomCols, people: latin, time: "2.1.2006. 15:04", comma: ';', code: cp1250, seconds: "m", channel: registration.Other},
		"Turkish names and code page":                    {cols: zoomCols, people: turkish, time: "02.01.2006 15:04:05", comma: ';', code: cp1254, channel: registration.Other},
		"workbook":                                       {above: zoomBlock, cols: zoomCols, people: latin, xlsx: true, channel: registration.Other},
		"tabs in UTF-16":                                 {cols: zoomCols, people: cyrillic, comma: '\t', code: utf16le, channel: registration.Other},
		"translated, without the block": {people: latin, time: "02.01.2006 15:04:05", comma: ';', bom: true, channel: registration.Other,
			cols: []col{{"Vorname", "first"}, {"Nachname", "last"}, {"E-Mail", "email"}, {"Organisation", "org"}, {"Registrierungszeit", "at"}, {"Genehmigungsstatus", "=genehmigt"}, {"Land/Region", "country"}}},
		"nobody":     {above: zoomBlock, cols: zoomCols, problems: 0},
		"one person": {above: zoomBlock, cols: zoomCols, people: latin[:1], time: words, channel: registration.Other},
		"full name":  {cols: []col{{"Name", "full"}, {"Email", "email"}, {"Registration Time", "at"}, {"Approval Status", "=approved"}}, people: latin, channel: registration.Other},
		"wider rows": {above: zoomBlock, cols: append(append([]col{}, zoomCols...), col{"", "=x"}, col{"", "=y"}), people: latin, time: words, channel: registration.Other},
		"the officer's word": {above: zoomBlock, cols: zoomCols, people: latin, time: words, channel: registration.Website, options: registration.Options{Channel: registration.Website},
			check: func(t *testing.T, r registration.Reading) {
				if !strings.Contains(r.Problems[0].Message, "officer's word") || r.Platform != "Zoom" {
					t.Errorf("it is not said: %v", r.Problems)
				}
			}},
	})
}

// A registration that Zoom lists as cancelled or denied is kept and takes no seat, whatever is said of the file; titles of
// sections are no people.
func TestEndedRegistrationsTakeNoSeat(t *testing.T) {
	cols := append([]col{}, zoomCols...)
	cols[6].what = "approved/cancelled/denied/pending/approved"
	m := made{above: zoomBlock, cols: cols, people: latin, time: "Jan 2, 2006 15:04:05", problems: 2, options: registration.Options{Channel: registration.Website}}
	m.check = func(t *testing.T, r registration.Reading) {
		for i, s := range registration.Judge(registration.JudgeInput{Registrations: r.Registrations}) {
			if ended := i == 1 || i == 2; (s.State == registration.Barred) != ended {
				t.Errorf("row %d is %s", i+1, s.State)
			} else if ended && (s.Channel != registration.Ended || s.Reason != "The platform lists it as cancelled or refused, so it takes no seat.") {
				t.Errorf("row %d came by %q and is barred because: %s", i+1, s.Channel, s.Reason)
			}
		}
	}
	m.try(t, "zoom_webinar_registration")

	text := "First Name,Last Name,Email,Registration Time,Approval Status\nAna,Kovač,ana@sud.example,2021-03-09 08:15:30,approved\nDenied Registrants,,,,\nFirst Name,Last Name,Email,Registration Time,Approval Status\nIvo,Perić,ivo@mup.example,2021-03-09 09:15:30,denied\n"
	r := readBytes(t, "zoom_webinar_registration", "registration.csv", []byte(text))
	if len(r.Registrations) != 2 || r.Registrations[1].Line != 5 || len(r.Problems) != 3 || r.Problems[1].Line != 3 {
		t.Errorf("registrations %d, problems %v", len(r.Registrations), r.Problems)
	}
}
