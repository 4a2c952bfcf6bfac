package workflow

import (
	"context"
	"strings"

	"rapporteur/internal/change"
	"rapporteur/internal/fault"
	"rapporteur/internal/sector"
	"rapporteur/internal/store"
)

// mostEntries bounds what is added at once.
const mostEntries = 5000

// OwnEntryView is an institution, a term or a rule that officers added. Sector is the printed name of its code; Webinar is
// the id of the webinar at which it was said of one person, Title that webinar's, both "" for one of the settings.
type OwnEntryView struct {
	ID      string `json:"id"`
	Kind    string `json:"kind" enum:"rule,organisation,term"`
	Text    string `json:"text"`
	Country string `json:"country" doc:"ISO code; empty where it holds everywhere"`
	Code    string `json:"code"`
	Sector  string `json:"sector"`
	Source  string `json:"source"`
	Who     string `json:"who"`
	At      string `json:"at" doc:"UTC"`
	Webinar string `json:"webinar"`
	Title   string `json:"title"`
}

// lexicon is the words of the program with the officers' own entries over them.
func lexicon(ctx context.Context, r store.Reads) (*sector.Lexicon, error) {
	all, err := r.OwnEntries(ctx)
	entries := make([]sector.Own, 0, len(all))
	for _, o := range all {
		entries = append(entries, o.Own)
	}
	return sector.With(entries), err
}

// OwnEntries lists the officers' institutions, terms and rules, the latest first.
func (d *Desk) OwnEntries(ctx context.Context) ([]OwnEntryView, error) {
	out := []OwnEntryView{}
	err := d.store.View(ctx, func(r store.Reads) error {
		all, err := r.OwnEntries(ctx)
		if err != nil {
			return err
		}
		titles := map[string]string{}
		for i := len(all) - 1; i >= 0; i-- {
			o := all[i]
			if _, known := titles[o.Webinar]; !known && o.Webinar != "" {
				w, err := r.Webinar(ctx, o.Webinar)
				if err != nil {
					return err
				}
				titles[o.Webinar] = w.Outline.Title
			}
			out = append(out, OwnEntryView{ID: o.ID, Kind: string(o.Kind), Text: o.Text, Country: o.Country, Code: o.Code, Sector: sector.Printed(o.Code),
				Source: o.Source, Who: o.Who, At: utc(o.At), Webinar: o.Webinar, Title: titles[o.Webinar]})
		}
		return nil
	})
	return out, err
}

// AddOwnEntries adds institutions, terms and rules for every webinar of the register: one change. One that is not in order
// refuses all. Fault invalid says which.
func (d *Desk) AddOwnEntries(ctx context.Context, entries []sector.Own, why string) error {
	if len(entries) == 0 || len(entries) > mostEntries {
		return fault.Newf(fault.Invalid, "", "From 1 to %d entries can be added at once.", mostEntries)
	}
	checked := make([]sector.Own, len(entries))
	for i, o := range entries {
		var err error
		if checked[i], err = o.Checked(); err != nil {
			return err
		}
	}
	_, err := d.store.Do(ctx, d.change(change.SectorEntries, "", why), -1, func(tx *store.Tx) error {
		for _, o := range checked {
			if err := tx.AddOwnEntry(o); err != nil {
				return err
			}
		}
		return nil
	})
	return err
}

// ImportOwnEntries adds the entries of a table with the columns text and code, and where there are such kind, country and
// source. Without a kind an entry is a term. It returns how many were added. Faults: those of reading; invalid with the line.
func (d *Desk) ImportOwnEntries(ctx context.Context, u Upload) (int, error) {
	t, err := plainTable(u, "text")
	if err != nil {
		return 0, err
	}
	if !t.columns.Has("code") {
		return 0, fault.New(fault.WrongKind, "The table has no column “code”.", "It needs the columns text and code; kind, country and source may stand beside them.").
			At(fault.Where{File: u.Name})
	}
	var entries []sector.Own
	for _, r := range t.rows {
		if r.Blank() {
			continue
		}
		v := func(name string) string { return strings.TrimSpace(t.columns.Value(r, name)) }
		o := sector.Own{Kind: sector.Kind(strings.ToLower(v("kind"))), Text: v("text"), Country: v("country"), Code: strings.ToLower(v("code")), Source: v("source")}
		if o.Kind == "" {
			o.Kind = sector.OwnTerm
		}
		if o, err = o.Checked(); err != nil {
			return 0, fault.From(err).At(fault.Where{File: u.Name, Line: r.Line})
		}
		entries = append(entries, o)
	}
	return len(entries), d.AddOwnEntries(ctx, entries, u.Name)
}

// RemoveOwnEntry takes an entry back, by its id or a unique prefix: it is read no more.
func (d *Desk) RemoveOwnEntry(ctx context.Context, id, why string) error {
	all, err := d.store.OwnEntries(ctx)
	if err != nil {
		return err
	}
	ids := make([]string, len(all))
	for i, o := range all {
		ids[i] = o.ID
	}
	if id, err = byPrefix(ids, id, "entry"); err != nil {
		return err
	}
	_, err = d.store.Do(ctx, d.change(change.SectorEntries, "", why), -1, func(tx *store.Tx) error {
		for _, o := range all {
			if o.ID == id {
				return tx.RemoveOwnEntry(o.Own)
			}
		}
		return nil
	})
	return err
}

// UndoOwnEntries takes back the last change of institutions and terms. Fault not-found where there is none.
func (d *Desk) UndoOwnEntries(ctx context.Context, why string) (change.Change, error) {
	return d.store.UndoOwnEntries(ctx, d.who, why)
}
