// Package sample holds the sample webinar that the program carries: an outline, the registrations as two forms export
// them, the attendance as three platforms export it, and the officer's decisions on the attendees that no rule can
// match. All people, addresses and units in it are invented.
//
// The two registration files hold the same registrations, and the three attendance files the same attendance: importing
// more than one shows that nothing is counted twice.
package sample

import (
	"bytes"
	"embed"
	"encoding/csv"
	"fmt"
)

//go:embed files
var files embed.FS

// File is an export as an officer would get it: its name without folder, and its bytes.
type File struct {
	Name string
	Data []byte
}

// Decision is the officer's answer for one attendee. Attendee is a prefix of the attendee's id; Registration a prefix of
// the registration's id, or "none" for a walk-in; Why is the reason that is kept with it.
type Decision struct {
	Attendee     string
	Registration string
	Why          string
}

// Outline is the outline of the sample webinar as text.
func Outline() []byte { return read("outline-sample.txt").Data }

// Registrations are the registration files: the website's form, and a survey tool's.
func Registrations() []File {
	return []File{read("registrations_website.csv"), read("registrations_eusurvey.xlsx")}
}

// Attendance are the attendance files of three platforms.
func Attendance() []File {
	return []File{
		read("zoom_webinar_attendee_2020.csv"),
		read("zoom_meeting_participants_header_detailed.csv"),
		read("teams_attendance_2023.csv"),
	}
}

// Decisions are the officer's decisions, in the order they are made. They stand in files/decisions.csv under the headers
// attendee, registration, why.
func Decisions() []Decision {
	rows, err := csv.NewReader(bytes.NewReader(read("decisions.csv").Data)).ReadAll()
	if err != nil {
		panic(fmt.Errorf("the embedded decisions are broken: %w", err)) // built in, read by the tests
	}
	var out []Decision
	for _, r := range rows[1:] {
		out = append(out, Decision{Attendee: r[0], Registration: r[1], Why: r[2]})
	}
	return out
}

// read gives an embedded file. The names are constants of this package, read by the tests.
func read(name string) File {
	data, err := files.ReadFile("files/" + name)
	if err != nil {
		panic(err)
	}
	return File{Name: name, Data: data}
}
