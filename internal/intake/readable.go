package intake

import (
	"strings"

	"rapporteur/internal/attendance"
	"rapporteur/internal/engagement"
	"rapporteur/internal/registration"
)

// Readable says which reports can be read and where each is found, one a line. platform narrows it to those whose titles
// begin with it, if there are any.
func Readable(platform string) string {
	lines := []string{"Download one of these as it is, and leave its titles and column names alone."}
	begun := len(lines)
	for _, f := range attendance.Formats() {
		lines = appendReport(lines, platform, "Attendance", f.Title, f.Found)
	}
	for _, f := range registration.Formats() {
		lines = appendReport(lines, platform, "Registrations", f.Title, f.Found)
	}
	for _, f := range engagement.Formats() {
		if f.Found == "" {
			continue
		}
		lines = appendReport(lines, platform, "Answers", f.Title, f.Found)
	}
	if len(lines) == begun && platform != "" {
		return Readable("")
	}
	return strings.Join(lines, "\n")
}

func appendReport(lines []string, platform, kind, title, found string) []string {
	if !strings.HasPrefix(title, platform) {
		return lines
	}
	return append(lines, kind+": "+title+" ("+found+").")
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
