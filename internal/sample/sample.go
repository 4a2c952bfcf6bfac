// Package sample is the embedded sample webinar: an outline, registrations and an attendance file of invented people, and
// the officer's decisions on the doubtful ones. It feeds the demo.
package sample

import (
	"embed"
	"encoding/csv"
	"strings"
)

//go:embed files
var files embed.FS

//go:embed decisions.csv
var decisions string

// File is one embedded file: its name and bytes.
type File struct {
	Name string
	Data []byte
}

// Decision is the sample officer's answer for one attendee: a registration or "none".
type Decision struct{ Attendee, Registration, Why string }

func read(name string) File {
	data, err := files.ReadFile("files/" + name)
	if err != nil {
		panic(err) // embedded at build time: cannot be missing
	}
	return File{name, data}
}

// Outline is the published outline as text.
func Outline() []byte { return read("outline-sample.txt").Data }

// Registrations are the registration files in the order of import.
func Registrations() []File { return []File{read("registrations_website.csv")} }

// Attendance are the attendance files in the order of import.
func Attendance() []File { return []File{read("zoom_webinar_attendee_2020.csv")} }

// Decisions are the officer's answers in order.
func Decisions() []Decision {
	r := csv.NewReader(strings.NewReader(decisions))
	r.Comment = '#'
	rows, err := r.ReadAll()
	if err != nil {
		panic(err) // embedded at build time: a test reads it
	}
	var out []Decision
	for _, row := range rows {
		out = append(out, Decision{row[0], row[1], row[2]})
	}
	return out
}
