package workflow

import (
	"cmp"
	"context"
	"slices"
	"time"

	"rapporteur/internal/breakdown"
	"rapporteur/internal/change"
	"rapporteur/internal/engagement"
	"rapporteur/internal/fault"
	"rapporteur/internal/match"
	"rapporteur/internal/store"
	"rapporteur/internal/webinar"
)

// Frozen says of a closed webinar when its figures were frozen, by which rule and versions, and where they would be
// others if they were computed now.
type Frozen struct {
	At          time.Time              `json:"at"`
	Rule        string                 `json:"rule"`
	Taxonomy    string                 `json:"taxonomy"`
	Matcher     string                 `json:"matcher"`
	Differences []breakdown.Difference `json:"differences"`
}

// CloseWebinar freezes the figures of a webinar that was held and whose breakdown reconciles, together with one row per
// participant without name or address, in one change; ReopenWebinar takes it back. With accept, a closed webinar takes the figures
// as they are computed now, where they differ, in place of those frozen before. Fault barred: the webinar was not held, is closed already, or
// its figures do not reconcile.
func (d *Desk) CloseWebinar(ctx context.Context, id string, accept bool, why string) (webinar.Webinar, error) {
	var now *Dossier
	var differs bool
	err := d.store.View(ctx, func(r store.Reads) (err error) {
		w, err := r.Webinar(ctx, id)
		if err != nil {
			return err
		}
		lessons, _, err := d.lessons(ctx, r, w)
		if err != nil {
			return err
		}
		if now, err = load(ctx, r, w, lessons); err != nil {
			return err
		}
		frozen, ok, err := r.Frozen(ctx, now.Webinar.ID)
		differs = ok && len(breakdown.Differences(frozen.Table, now.Table)) > 0
		return err
	})
	if err != nil {
		return webinar.Webinar{}, err
	}
	w := now.Webinar
	expect, planned := w.Version, w.StateReason
	if !accept || !differs || w.State != webinar.Closed {
		if err := w.MoveTo(webinar.Closed, why); err != nil {
			return w, err
		}
	}
	w.StateReason = planned // the report names it as the reason of a change of plan; that of the closing stands with the change
	for _, c := range now.Table.Checks {
		if !c.OK {
			return w, fault.Newf(fault.Barred, "Look at the breakdown and mend what does not hold; then close the webinar.",
				"The figures do not reconcile, so that the webinar cannot be closed: %s (%d and %d).", c.Name, c.Left, c.Right)
		}
	}
	_, err = d.do(ctx, d.change(change.WebinarClose, w.ID, why), expect, func(tx *store.Tx) error {
		if w, err = tx.SaveWebinar(w); err != nil {
			return err
		}
		return tx.Freeze(w.ID, store.Frozen{Rule: now.Table.Rule, Taxonomy: now.input.Lexicon.Version(), Matcher: match.Version,
			Table: impersonal(now.Table), Rows: frozenRows(now.Members, tx.NewID)})
	})
	return w, err
}

// impersonal takes out of a table what leads to a person.
func impersonal(t breakdown.Table) breakdown.Table {
	t.Contradictions = slices.Clone(t.Contradictions)
	for i := range t.Contradictions {
		t.Contradictions[i].Registration = ""
	}
	return t
}

// frozenRows gives one row per participant under a new key, in an order that says nothing of who it was.
func frozenRows(members []breakdown.Member, newID func() string) []store.FrozenRow {
	rows := []store.FrozenRow{}
	for _, m := range members {
		if m.Joined {
			rows = append(rows, store.FrozenRow{Sector: string(m.Profile.Group), Beneficiary: string(m.Profile.Beneficiary),
				Sex: string(m.Profile.Sex), Seconds: m.Seconds, Declared: m.Declared})
		}
	}
	slices.SortFunc(rows, func(a, b store.FrozenRow) int {
		return cmp.Or(cmp.Compare(a.Sector, b.Sector), cmp.Compare(a.Beneficiary, b.Beneficiary), cmp.Compare(a.Sex, b.Sex),
			cmp.Compare(a.Seconds, b.Seconds))
	})
	for i := range rows {
		rows[i].Person = newID()
	}
	return rows
}

// thaw puts the frozen figures of a closed webinar in the place of those just computed. A what-if by another rule stays
// computed.
func (d *Dossier) thaw(ctx context.Context, r store.Reads) error {
	if d.Webinar.State != webinar.Closed {
		return nil
	}
	f, ok, err := r.Frozen(ctx, d.Webinar.ID)
	if err != nil || !ok || f.Rule != d.Table.Rule {
		return err
	}
	d.Frozen = &Frozen{At: f.FrozenAt, Rule: f.Rule, Taxonomy: f.Taxonomy, Matcher: f.Matcher,
		Differences: breakdown.Differences(f.Table, d.Table)}
	d.Table = f.Table
	if d.Table.Engagement == nil { // frozen before answers were imported
		d.Table.Engagement = []engagement.Result{}
	}
	if d.Table.Compared == nil { // frozen before questions were compared
		d.Table.Compared = []engagement.Comparison{}
	}
	return nil
}
