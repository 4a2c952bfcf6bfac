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

// TitleOf is the name of a format as an officer knows it.
func TitleOf(format string) string {
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
