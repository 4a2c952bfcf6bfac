package intake

import (
	"strings"

	"rapporteur/internal/attendance"
	"rapporteur/internal/engagement"
	"rapporteur/internal/registration"
)

// Readable says which reports can be read and where each is found, one a line.
func Readable() string {
	lines := []string{"Download one of these as it is, and leave its titles and column names alone."}
	report := func(kind, title, found string) {
		if found != "" {
			lines = append(lines, kind+": "+title+" ("+found+").")
		}
	}
	for _, f := range attendance.Formats() {
		report("Attendance", f.Title, f.Found)
	}
	for _, f := range registration.Formats() {
		report("Registrations", f.Title, f.Found)
	}
	for _, f := range engagement.Formats() {
		report("Answers", f.Title, f.Found)
	}
	return strings.Join(lines, "\n")
}

// The titles of what is in no list of formats.
var otherTitles = map[string]string{"outline": "Outline, as published", MappedTable: "Table, by columns that an officer chose"}

// TitleOf is the name of a format as an officer knows it, on screens and on paper.
func TitleOf(format string) string {
	if title := otherTitles[format]; title != "" {
		return title
	}
	for _, f := range attendance.Formats() {
		if f.ID == format {
			return f.Title
		}
	}
	for _, f := range registration.Formats() {
		if f.ID == format {
			return f.Title
		}
	}
	for _, f := range engagement.Formats() {
		if f.ID == format {
			return f.Title
		}
	}
	return format
}
