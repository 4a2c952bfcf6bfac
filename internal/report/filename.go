package report

import (
	"strings"
	"unicode"

	"rapporteur/internal/participant"
	"rapporteur/internal/webinar"
)

// Paper is what a file about a webinar holds.
type Paper string

// The papers. A chart's is "chart-" and its id.
const (
	OutcomeReport Paper = "outcome-report"
	OutcomeAnnex  Paper = "outcome-report-annex"
	OutlinePage   Paper = "outline"
)

// longestTitle is how many letters of a title a file name holds at most: with all else a name has 120 at most.
const longestTitle = 50

// FileName names a file about a webinar: the paper, the day of the webinar in its zone, and its title, in plain letters
// of every file system. ending is the file's kind with its dot.
func FileName(w webinar.Webinar, p Paper, ending string) string {
	return strings.Join(nameParts(w, p), "-") + ending
}

// ReportName names the file of a report ("pdf") or its annex ("xlsx"). A final one says that it is; an internal copy says
// in its name what it holds.
func ReportName(w webinar.Webinar, c Copy, kind string, final bool) string {
	paper := OutcomeReport
	if kind == "xlsx" {
		paper = OutcomeAnnex
	}
	parts := nameParts(w, paper)
	if final {
		parts = append(parts, "final")
	}
	parts = append(parts, string(c))
	if c == Internal {
		parts = append(parts, "contains-names")
	}
	return strings.Join(parts, "-") + "." + kind
}

// nameParts begins with the paper, so that no title makes the name of a device or a hidden file. What a webinar does not
// have is left out.
func nameParts(w webinar.Webinar, p Paper) []string {
	parts := []string{string(p)}
	if start, _ := w.Window(); !start.IsZero() {
		parts = append(parts, start.In(zoneOf(w)).Format("2006-01-02"))
	}
	if title := slug(w.Outline.Title); title != "" {
		parts = append(parts, title)
	}
	return parts
}

// slug writes a text in small plain letters and digits, its words joined by hyphens, cut at the end of a word. It is "" when
// no letter of it has a plain one.
func slug(text string) string {
	var b strings.Builder
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }) {
		word = strings.Map(plain, participant.Latin(word))
		if word == "" {
			continue
		}
		if b.Len() == 0 {
			b.WriteString(word[:min(len(word), longestTitle)])
			continue
		}
		if b.Len()+1+len(word) > longestTitle {
			break
		}
		b.WriteString("-" + word)
	}
	return b.String()
}

func plain(r rune) rune {
	if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
		return r
	}
	return -1
}
