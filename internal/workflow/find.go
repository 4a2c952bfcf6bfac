package workflow

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"rapporteur/internal/participant"
	"rapporteur/internal/registration"
	"rapporteur/internal/report"
)

// Hit is something that a search found. Kind is "webinar", "section" (of the report), "person" (in attendance) or
// "registration"; ID is its own, Webinar and Title are those of the webinar it belongs to. Start and Zone are the webinar's.
type Hit struct {
	Kind    string `json:"kind" enum:"webinar,section,person,registration"`
	ID      string `json:"id"`
	Name    string `json:"name"`
	Detail  string `json:"detail"`
	Webinar string `json:"webinar"`
	Title   string `json:"title"`
	Start   string `json:"start"`
	Zone    string `json:"zone"`
}

// Find looks for every word of a query: in the people of a webinar ("" for those of all webinars), in the sections of its
// report, and in the titles of all webinars. Of each kind it gives the first few, at most limit; a person in attendance
// stands for the registration the person is matched to. Without a word it gives the webinars alone, all of them.
func (d *Desk) Find(ctx context.Context, webinarID, query string, limit int) ([]Hit, error) {
	all, err := d.Webinars(ctx)
	if err != nil {
		return nil, err
	}
	words := participant.FineTokens(query)
	people, sections, webinars := []Hit{}, []Hit{}, []Hit{}
	for _, w := range all {
		at := Hit{Webinar: w.ID, Title: w.Outline.Title, Start: utc(w.Outline.Start), Zone: w.Outline.Zone}
		if finds(words, folded(w.Outline.Title)) && (len(words) == 0 || len(webinars) < limit) {
			webinars = append(webinars, at.of("webinar", w.ID, w.Outline.Title, ""))
		}
		if len(words) == 0 || webinarID != "" && webinarID != w.ID {
			continue
		}
		dossier, err := d.Dossier(ctx, w.ID, "")
		if err != nil {
			return nil, err
		}
		people = append(people, dossier.people(at, query, limit)...)
		if webinarID == "" {
			continue
		}
		for _, s := range report.Sections() {
			if finds(words, folded(s.Title)) {
				sections = append(sections, at.of("section", s.ID, s.Title, ""))
			}
		}
	}
	found := append(people[:min(len(people), 2*limit)], sections[:min(len(sections), limit)]...)
	return append(found, webinars...), nil
}

func (h Hit) of(kind, id, name, detail string) Hit {
	h.Kind, h.ID, h.Name, h.Detail = kind, id, name, detail
	return h
}

// people are the first in attendance, then the first who registered and are none of them.
func (d *Dossier) people(at Hit, query string, limit int) []Hit {
	attended := d.MembersIn("", query)
	matched, out := map[string]bool{}, []Hit{}
	for i, m := range attended {
		matched[m.Participant.Registration], matched[m.Participant.Matched] = true, true
		if i < limit {
			v := ViewMember(m)
			out = append(out, at.of("person", m.Participant.ID, v.Shown, cmp.Or(v.Organisation, m.Participant.Email)))
		}
	}
	registered := slices.DeleteFunc(slices.Clone(d.Registered("", query)), func(s registration.Standing) bool { return matched[s.ID] })
	for _, s := range Page(registered, 0, limit) {
		out = append(out, at.of("registration", s.ID, strings.TrimSpace(s.FirstName+" "+s.LastName), cmp.Or(s.Organisation, s.Email)))
	}
	return out
}
