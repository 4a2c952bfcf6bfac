// Package report turns the computed table of a webinar into the outcome report for the donor: facts in, a neutral
// document and its spreadsheet annex out.
//
// Each section is one file that registers itself. Every figure is filled in from the one table; officers' own texts
// stand beside the generated ones, section by section. The same facts give the same document: there is no clock here.
package report

import (
	"sort"
	"time"

	"rapporteur/internal/beneficiary"
	"rapporteur/internal/breakdown"
	"rapporteur/internal/chart"
	"rapporteur/internal/document"
	"rapporteur/internal/engagement"
	"rapporteur/internal/registration"
	"rapporteur/internal/webinar"
)

// Copy says whom a report is for.
type Copy string

// The copies. Internal holds names. Donor holds full counts of every two-way table, no person-level row, and the
// institutions as an alphabetical list apart from roles.
const (
	Internal Copy = "internal"
	Donor    Copy = "donor"
)

// Source is an imported file, for the annex of sources of verification.
type Source struct {
	Name, Kind, Format, SHA256, Zone string
	Title                            string // of the format, in an officer's words
	Rows                             int
	ImportedAt                       time.Time
}

// Facts are everything a report says. Texts are the officer's, by section id.
type Facts struct {
	Webinar   webinar.Webinar
	Project   webinar.Project
	Table     breakdown.Table
	Members   []breakdown.Member
	Answers   []engagement.Tied
	Standings []registration.Standing
	Sources   []Source
	Texts     map[string]string
	Charts    []chart.Chart
	Decisions int
	Copy      Copy
	Final     bool
}

// section is one part of the report. Order sorts them; build writes the blocks and may write none.
type section struct {
	id, title string
	order     int
	build     func(*writer)
}

var registry []section

func register(s section) { registry = append(registry, s) }

func sections() []section {
	list := append([]section(nil), registry...)
	sort.Slice(list, func(i, j int) bool { return list[i].order < list[j].order })
	return list
}

// Section names a part of the report.
type Section struct{ ID, Title string }

// Sections lists the parts in printed order; each can hold an officer's text.
func Sections() []Section {
	var out []Section
	for _, s := range sections() {
		out = append(out, Section{s.id, s.title})
	}
	return out
}

// SectionIDs names the sections in printed order; each can hold an officer's text.
func SectionIDs() []string {
	var ids []string
	for _, s := range sections() {
		ids = append(ids, s.id)
	}
	return ids
}

// Build makes the document.
func Build(f Facts) document.Document {
	w := newWriter(f)
	for _, s := range sections() {
		w.open(s)
		s.build(w)
		w.close(s)
	}
	d := document.Document{
		Title:      w.print(f.Webinar.Outline.Title) + " – outcome report",
		Author:     f.Project.Code,
		Subject:    "Outcome report of a webinar",
		Language:   "en",
		Date:       f.Table.AsOf.UTC().Format(time.RFC3339),
		HeaderLeft: f.Project.Code, HeaderRight: w.print(f.Webinar.Outline.Title),
		FooterLeft: w.marking(),
		Cover:      w.cover(),
		Blocks:     w.blocks,
	}
	d.Footnotes = []document.Footnote{{Trigger: beneficiary.MarkedPattern(), Mark: "*", Text: beneficiary.Footnote(f.Project.KosovoNote)}}
	return d
}

func zoneOf(w webinar.Webinar) *time.Location {
	name := w.Outline.Zone
	if name == "" {
		name = webinar.DefaultZone
	}
	zone, err := time.LoadLocation(name)
	if err != nil {
		return time.UTC
	}
	return zone
}
