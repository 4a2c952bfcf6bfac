package report

import (
	"slices"
	"strings"

	"rapporteur/internal/document"
	"rapporteur/internal/webinar"
)

// ownAcronyms are those that the report itself uses.
var ownAcronyms = []webinar.Acronym{
	{Short: "SHA-256", Meaning: "Secure Hash Algorithm, 256 bits: the fingerprint of a file"},
	{Short: "UTC", Meaning: "Coordinated Universal Time"},
}

// acronyms lists the abbreviations that outline and officers' texts spell out, and the report's own.
func acronyms(w *writer) {
	var texts []string
	for _, row := range w.Webinar.Outline.Rows {
		texts = append(texts, row.Text)
	}
	for _, id := range SectionIDs() {
		texts = append(texts, w.Texts[id])
	}
	known := slices.Clone(ownAcronyms)
	for _, a := range webinar.Acronyms(strings.Join(texts, "\n")) {
		if a.Meaning != "" && !slices.ContainsFunc(known, func(k webinar.Acronym) bool { return k.Short == a.Short }) {
			known = append(known, a)
		}
	}
	slices.SortFunc(known, func(a, b webinar.Acronym) int { return strings.Compare(a.Short, b.Short) })
	t := document.Table{ID: "acronyms", Caption: "Acronyms", RowHeader: true, Columns: []document.Column{{Title: "Acronym"}, {Title: "Meaning"}}}
	for _, a := range known {
		t.Rows = append(t.Rows, []string{a.Short, capital(a.Meaning)})
	}
	w.table(t)
}
