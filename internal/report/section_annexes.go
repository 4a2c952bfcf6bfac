package report

import (
	"strings"

	"rapporteur/internal/document"
)

func init() {
	register(section{"annex_sources", annexPrefix + "Sources of verification", 200, sources})
	register(section{"annex_outline", annexPrefix + "Outline as published", 205, outline})
	register(section{"annex_resources", annexPrefix + "Relevant resources", 210, resources})
	register(section{"annex_acronyms", annexPrefix + "Acronyms", 215, acronyms})
}

// sources names every imported file and its fingerprint, so that a reader can check that the figures come from it.
func sources(w *writer) {
	if len(w.Sources) == 0 {
		return
	}
	w.say("The figures of this report come from these files and from the officers' decisions on them.")
	g := newGrid("sources", "Imported files", "File", "Format", "Rows", "Imported")
	g.table.Columns = []document.Column{{Title: "File"}, {Title: "Format"}, {Title: "Rows", Align: document.Right}, {Title: "Imported"}}
	sums := document.Table{ID: "fingerprints", Caption: "SHA-256 of the imported files", RowHeader: true,
		Columns: []document.Column{{Title: "File"}, {Title: "SHA-256"}}}
	for _, s := range w.Sources {
		name := w.fileName(s.Name)
		g.row(name, s.Title, s.Rows, s.ImportedAt.In(w.zone).Format("2 Jan 2006"))
		sums.Rows = append(sums.Rows, []string{name, s.SHA256})
	}
	sums.Notes = []string{"A file whose SHA-256 is the same is the same file, byte for byte."}
	w.table(g.table)
	w.table(sums)
}

// outline prints the published concept note row by row.
func outline(w *writer) {
	for _, row := range w.Webinar.Outline.Rows {
		if row.Text == "" {
			continue
		}
		w.sub(row.Label)
		w.text(strings.ReplaceAll(row.Text, "\n", "\n\n")) // a line of a row is a paragraph
	}
}

func resources(w *writer) {
	var items []string
	for _, r := range w.Webinar.Outline.Resources {
		text := r.Title
		if r.Owner != "" {
			text = r.Owner + ": " + r.Title
		}
		if r.URL != "" && r.URL != r.Title {
			text += ", " + r.URL
		}
		items = append(items, text)
	}
	w.list(items)
}
