package workflow

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"rapporteur/internal/beneficiary"
	"rapporteur/internal/document"
	"rapporteur/internal/render/xlsx"
	"rapporteur/internal/sector"
)

// PersonFile is everything held of a person as a file: "json", or "xlsx" to be read. Faults: not-found, invalid.
func (d *Desk) PersonFile(ctx context.Context, prefix, kind string) (name string, data []byte, err error) {
	r, err := d.PersonRecord(ctx, prefix)
	if err != nil {
		return "", nil, err
	}
	name = "person-" + r.Person.ID + "-contains-names." + kind
	var out bytes.Buffer
	switch kind {
	case "json":
		e := json.NewEncoder(&out)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		err = e.Encode(r)
	case "xlsx":
		var all *Everybody
		if all, err = d.Everybody(ctx); err == nil {
			err = xlsx.Write(&out, personBook(r, all.asOf()))
		}
	default:
		err = ErrPersonFile()
	}
	return name, out.Bytes(), err
}

// asOf is when a webinar was last changed, so that the same register gives the same file.
func (e *Everybody) asOf() time.Time {
	var at time.Time
	for _, d := range e.dossiers {
		if d.AsOf.After(at) {
			at = d.AsOf
		}
	}
	return at
}

// personBook lays what is held of a person out in sheets.
func personBook(r PersonRecord, at time.Time) xlsx.Book {
	area := func(code string) string { return beneficiary.Name(beneficiary.Code(code), at) }
	group := func(code string) string { return sector.Group(code).Title() }
	facts := table("Person", "Field", "Value")
	facts.Rows = [][]string{{"Name", r.Person.Name}, {"E-mail", r.Person.Email}, {"Organisation", r.Person.Organisation}, {"Sector", group(r.Person.Sector)},
		{"Country/area", area(r.Person.Beneficiary)}, {"Webinars registered for", fmt.Sprint(r.Person.Registered)}, {"Webinars joined", fmt.Sprint(r.Person.Joined)},
		{"Webinars attended", fmt.Sprint(r.Person.Attended)}, {"One person because of", strings.Join(r.Reasons, "; ")}}
	registrations := table("Registrations", "Webinar", "Start", "First name", "Last name", "E-mail", "Phone, its beginning", "Organisation", "Job title", "Country", "Sex", "Sector", "Source", "Submitted", "State", "Reason", "File", "Line", "SHA-256")
	presences := table("Presence", "Webinar", "Start", "Match", "Reasons", "Attended", "Seconds", "Rule", "Sector", "Country/area", "Sex", "Stays")
	records := table("Attendance records", "Webinar", "Name", "Registrant", "E-mail", "Phone, its beginning", "Organisation", "Job title", "Country", "Join", "Leave", "Total seconds", "Kind", "File", "Line", "SHA-256")
	answers := table("Answers", "Webinar", "Question", "Answer", "Name", "E-mail", "At", "File", "Line")
	decisions := table("Decisions", "Webinar", "Kind", "Answer", "Who", "When", "Why", "Candidates shown")
	for _, w := range r.Webinars {
		for _, x := range w.Registrations {
			registrations.Rows = append(registrations.Rows, []string{w.Title, w.Start, x.FirstName, x.LastName, x.Email, x.Phone, x.Organisation, x.JobTitle, x.Country, x.Sex,
				x.Sector, x.Source, x.Submitted, x.State, x.Reason, x.File, fmt.Sprint(x.Line), x.SHA256})
		}
		if w.Participant != "" {
			var stays []string
			for _, s := range w.Stays {
				stays = append(stays, s.Join+" – "+s.Leave)
			}
			presences.Rows = append(presences.Rows, []string{w.Title, w.Start, w.Match, strings.Join(w.Reasons, "; "), yesNo(w.Attended), fmt.Sprint(w.Seconds), w.Rule,
				group(w.Profile.Sector), area(w.Profile.Beneficiary), w.Profile.Sex, strings.Join(stays, "; ")})
		}
		for _, x := range w.Records {
			records.Rows = append(records.Rows, []string{w.Title, x.Written, x.Registrant, x.Email, x.Phone, x.Organisation, x.JobTitle, x.Country, x.Join, x.Leave, fmt.Sprint(x.TotalSeconds), x.Kind, x.File, fmt.Sprint(x.Line), x.SHA256})
		}
		for _, x := range w.Answers {
			file, line := "", ""
			if len(x.Sources) > 0 {
				file, line = x.Sources[0].Name, fmt.Sprint(x.Sources[0].Line)
			}
			answers.Rows = append(answers.Rows, []string{w.Title, x.Question, strings.Join(x.Given, "; "), x.Respondent, x.Email, x.At, file, line})
		}
		for _, x := range w.Acts {
			var shown []string
			for _, c := range x.Shown {
				shown = append(shown, fmt.Sprintf("%s (%.2f)", c.Name, c.Score))
			}
			said := x.Value
			if x.Kind == "match" {
				said = x.Registration
				if said == "" {
					said = "none"
				}
			}
			decisions.Rows = append(decisions.Rows, []string{w.Title, x.Kind, said, x.Who, x.At, x.Why, strings.Join(shown, "; ")})
		}
	}
	for _, x := range r.Answers {
		said := "another person than " + strings.Join(x.Names, ", ")
		if x.Same {
			said = "one person"
		}
		decisions.Rows = append(decisions.Rows, []string{"all webinars", "person", said, x.Who, x.At, x.Why, strings.Join(x.Shown, "; ")})
	}
	book := xlsx.Book{Title: "Everything held of a person", Date: utc(at)}
	for _, t := range []document.Table{facts, registrations, presences, records, answers, decisions} {
		if len(t.Rows) == 0 {
			t.Notes = append(t.Notes, "Nothing is held.")
		}
		t.Notes = append(t.Notes, "Internal: contains personal data. Times are UTC.")
		if slices.ContainsFunc(t.Rows, func(row []string) bool { return slices.Contains(row, area(string(beneficiary.Kosovo))) }) {
			t.Notes = append(t.Notes, beneficiary.Footnote(""))
		}
		book.Sheets = append(book.Sheets, xlsx.Sheet{Name: t.Caption, Tables: []document.Table{t}})
	}
	return book
}

func table(caption string, columns ...string) document.Table {
	t := document.Table{ID: strings.ToLower(caption), Caption: caption}
	for _, c := range columns {
		t.Columns = append(t.Columns, document.Column{Title: c})
	}
	return t
}

func yesNo(yes bool) string {
	if yes {
		return "yes"
	}
	return "no"
}
