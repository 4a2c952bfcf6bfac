package workflow

import (
	"cmp"
	"context"
	"slices"
	"time"

	"rapporteur/internal/change"
	"rapporteur/internal/fault"
	"rapporteur/internal/intake"
	"rapporteur/internal/store"
	"rapporteur/internal/tabular"
)

// FileMapping is an officer's choice of the columns of one file, named by its SHA-256. Draft: it is not made yet. A draft
// without columns begins with those that are remembered, else with a suggestion.
type FileMapping struct {
	SHA256 string
	Kind   string
	tabular.Mapping
	Draft bool
}

// ColumnChoice is a choice of columns as a command takes it: "FIELD=COLUMN,…", and where the table stands when that is not
// found by itself.
type ColumnChoice struct {
	Text   string
	Sheet  *string
	Header *int
}

// mapOf finds the choice made for a file.
func (o ImportOptions) mapOf(sum string) (FileMapping, bool) {
	i := slices.IndexFunc(o.Maps, func(m FileMapping) bool { return m.SHA256 == sum })
	if i < 0 {
		return FileMapping{}, false
	}
	return o.Maps[i], true
}

// claimed reads one file through the guarded child and tells what it is: by the officer's choice of its columns, by a
// format, or by the columns remembered for its header; chosen is then when they were chosen. kind "" takes columns of
// any kind, answers those of polls, questions and surveys. A choice as text is for what no format claims, and for a file
// alone. What the officer calls a survey is one, whatever its table looks like. Faults: those of reading and of
// detection; wrong-kind for an outline, with where it belongs.
func (d *Desk) claimed(ctx context.Context, u Upload, kind string, alone bool, o ImportOptions) (file *tabular.File, claim intake.Claim, chosen string, err error) {
	said := o.of(u)
	if err = said.check(); err != nil {
		return nil, claim, "", err
	}
	watch := d.opening(ctx)
	if file, err = d.tables.Read(ctx, u.Name, u.Data, said.table(), watch.opened); err != nil {
		return nil, claim, "", notAnOutline(ctx, u, err)
	}
	if m, ok := o.mapOf(u.SHA256()); ok && !m.Draft {
		claim, err = intake.Mapped(*file, m.Kind, m.Mapping)
		return file, claim, "", err
	}
	claim, err = detect(d.tables, file, watch.recognised, kindsIn(kind)...)
	unknown := fault.Is(err, fault.Unknown)
	if o.Columns.Text != "" && (unknown || err == nil && alone) {
		as := cmp.Or(o.Kind, kind)
		if as == answers {
			as = intake.Survey
		}
		m, err := intake.ChosenBy(*file, as, o.Columns.Text, o.Columns.Sheet, o.Columns.Header)
		if err == nil {
			claim, err = intake.Mapped(*file, as, m)
		}
		return file, claim, "", err
	}
	byWord := kind == intake.Survey && claim.Kind != intake.Survey && (err == nil || unknown)
	if unknown || byWord {
		known, err := d.store.RememberedColumns(ctx)
		if err != nil {
			return nil, claim, "", err
		}
		if claim, at, ok := rememberedClaim(*file, kindsIn(cmp.Or(kind, o.Kind)), kindsIn(o.Step), known); ok {
			return file, claim, utc(at), nil
		}
	}
	if byWord {
		claim, err = intake.AsSurvey(*file)
	}
	return file, claim, "", notAnOutline(ctx, u, err)
}

// kindsIn are the kinds that a word for some of them means, none for "".
func kindsIn(kind string) []string {
	switch kind {
	case "":
		return nil
	case answers:
		return intake.EngagementKinds()
	}
	return []string{kind}
}

// notAnOutline says of a file that is no table and the outline of a webinar where it belongs.
func notAnOutline(ctx context.Context, u Upload, err error) error {
	if err != nil && ctx.Err() == nil && isOutline(u) {
		return fault.New(fault.WrongKind, "This file is the outline of a webinar: it holds neither registrations nor attendance.",
			"It belongs to the first step, where a new webinar is made from it (webinar new).").At(fault.Where{File: u.Name})
	}
	return err
}

// rememberedClaim finds columns that an officer chose for a table of the same header: of any kind where kinds is empty, the
// preferred ones first.
func rememberedClaim(f tabular.File, kinds, preferred []string, known []store.ColumnMapping) (claim intake.Claim, at time.Time, ok bool) {
	places, prints := intake.Headers(f)
	other := func(k store.ColumnMapping) bool { return !slices.Contains(preferred, k.Kind) }
	known = slices.Concat(slices.DeleteFunc(slices.Clone(known), other), slices.DeleteFunc(slices.Clone(known), func(k store.ColumnMapping) bool { return !other(k) }))
	for _, k := range known {
		for i, print := range prints {
			if print != k.Fingerprint || len(kinds) > 0 && !slices.Contains(kinds, k.Kind) {
				continue
			}
			m := places[i]
			m.Columns = k.Columns
			if claim, err := intake.Mapped(f, k.Kind, m); err == nil {
				claim.Why = "the columns that you chose for such a table on " + k.ChosenAt.Format("2 January 2006")
				return claim, k.ChosenAt, true
			}
		}
	}
	return intake.Claim{}, time.Time{}, false
}

// fingerprint names the tables that a choice of columns is remembered for, "" without a choice.
func fingerprint(f *tabular.File, m *tabular.Mapping) string {
	if m == nil {
		return ""
	}
	return intake.Print(*f, *m)
}

// remember keeps the columns of a mapped file for the next table of its header.
func remember(tx *store.Tx, webinarID string, p FilePlan) error {
	if p.mapping == nil || p.header == "" || p.Chosen != "" {
		return nil
	}
	return tx.RememberColumns(webinarID, store.ColumnMapping{Kind: p.Kind, Fingerprint: p.header, Columns: p.mapping.Columns})
}

// SuggestColumns shows a table that no format claims, with the columns it may have, and that choice as a command takes it.
func (d *Desk) SuggestColumns(ctx context.Context, u Upload, kind string) (look intake.Look, choice string, err error) {
	file, err := d.tables.Read(ctx, u.Name, u.Data, tabular.Said{}, nil)
	if err != nil {
		return look, "", err
	}
	if !intake.Mappable(*file) {
		return look, "", fault.New(fault.Unknown, "The file holds no table.", "").At(fault.Where{File: u.Name})
	}
	m := intake.Suggest(*file, kind)
	return intake.LookAt(*file, kind, m), intake.ChoiceOf(*file, kind, m), nil
}

// ForgetColumns has the columns forgotten that are remembered for the headers of a file. Nothing remembered writes nothing.
func (d *Desk) ForgetColumns(ctx context.Context, webinarID string, u Upload) error {
	w, err := d.toImport(ctx, webinarID)
	if err != nil {
		return err
	}
	file, err := d.tables.Read(ctx, u.Name, u.Data, tabular.Said{}, nil)
	if err != nil {
		return err
	}
	known, err := d.store.RememberedColumns(ctx)
	if err != nil {
		return err
	}
	_, prints := intake.Headers(*file)
	var forget []store.ColumnMapping
	for _, k := range known {
		if slices.Contains(prints, k.Fingerprint) {
			forget = append(forget, store.ColumnMapping{Kind: k.Kind, Fingerprint: k.Fingerprint})
		}
	}
	if len(forget) == 0 {
		return nil
	}
	_, err = d.do(ctx, d.change(change.ColumnsForget, w.ID, ""), w.Version, func(tx *store.Tx) error {
		for _, k := range forget {
			if err := tx.RememberColumns(w.ID, k); err != nil {
				return err
			}
		}
		return nil
	})
	return err
}
