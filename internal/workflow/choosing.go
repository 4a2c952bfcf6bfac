package workflow

import (
	"cmp"
	"context"

	"rapporteur/internal/fault"
	"rapporteur/internal/intake"
	"rapporteur/internal/tabular"
)

// openPlan is a plan that cannot be committed: the columns of some of its files are to be chosen. tables are those files, by
// hash.
type openPlan struct {
	Plan
	tables map[string]*tabular.File
}

// columnsToChoose tells what kind the files are, by the first, and gives the open plan when an officer is to choose the columns
// of one; nil when all are known.
func (d *Desk) columnsToChoose(ctx context.Context, webinarID string, files []Upload, o ImportOptions) (*openPlan, string, error) {
	w, err := d.toImport(ctx, webinarID)
	if err != nil {
		return nil, "", err
	}
	kind := ""
	open := &openPlan{Plan: Plan{Webinar: w.ID, Version: w.Version, Files: []FilePlan{}}, tables: map[string]*tabular.File{}}
	for i, u := range files {
		file, claim, chosen, err := d.claimed(ctx, u, o.Kind, false, o)
		m, said := o.mapOf(sumOf(u.Data))
		drafted := said && m.Draft && (err == nil || fault.Is(err, fault.Unknown))
		asked := o.Ask && fault.Is(err, fault.Unknown) && file != nil && intake.Mappable(*file)
		if err != nil && !drafted && !asked {
			if i == 0 || fault.Is(err, fault.Unknown) {
				return nil, "", err
			}
			break // the plan of the kind says it
		}
		if !drafted && !asked {
			if kind == "" {
				kind = claim.Kind
			}
			open.add(filePlan(u, file, claim, o.of(u)))
			continue
		}
		p := filePlan(u, file, claim, o.of(u))
		p.Chosen = chosen
		switch {
		case err != nil:
			p.Why = fault.From(err).Message
		case claim.Mapping == nil:
			p.Otherwise = claim.Format
		}
		if m.Kind == "" {
			m.Kind = cmp.Or(mappable(claim.Kind), o.Kind, o.Step, intake.GuessKind(*file))
		}
		if len(m.Columns) == 0 && claim.Mapping != nil && claim.Kind == m.Kind {
			m.Mapping = *claim.Mapping
		}
		if len(m.Columns) == 0 {
			m.Mapping = intake.Suggest(*file, m.Kind)
		}
		look := intake.LookAt(*file, m.Kind, m.Mapping)
		p.Kind, p.Format, p.Title, p.Look = m.Kind, intake.MappedTable, FormatTitle(intake.MappedTable), &look
		if kind == "" {
			kind = m.Kind
		}
		open.tables[p.SHA256] = file
		open.add(p)
	}
	if len(open.tables) == 0 {
		return nil, kind, nil
	}
	return open, kind, nil
}

// Look is a table as an officer chooses its columns.
type Look = intake.Look

// Open tells whether columns are to be chosen before the plan can be committed.
func (p *ImportPlan) Open() bool { return p.open != nil }

// Look shows a file whose columns are to be chosen under a mapping. Without columns they are suggested anew under the
// sheet and the header. Fault not-found when no columns of the file are to be chosen.
func (p *ImportPlan) Look(m FileMapping) (Look, error) {
	if p.open == nil || p.open.tables[m.SHA256] == nil {
		return Look{}, fault.New(fault.NotFound, "The file no longer waits for its columns.", "Choose it again.")
	}
	file := *p.open.tables[m.SHA256]
	switch {
	case m.Columns == nil && m.Header < 0:
		m.Mapping = intake.SuggestIn(file, m.Kind, m.Sheet)
	case m.Columns == nil:
		m.Mapping = intake.SuggestUnder(file, m.Kind, m.Sheet, m.Header)
	}
	return intake.LookAt(file, m.Kind, m.Mapping), nil
}

// File gives a file of the plan by its hash.
func (p *ImportPlan) File(sum string) (Upload, error) {
	for _, f := range p.Plan().Files {
		if f.SHA256 == sum {
			return Upload{Name: f.File, Data: f.data}, nil
		}
	}
	return Upload{}, fault.New(fault.NotFound, "The plan has no such file.", "Choose it again.")
}

// mappable is a kind of which columns can be chosen, "" for another.
func mappable(kind string) string {
	if kind == intake.Attendance || kind == intake.Registrations {
		return kind
	}
	return ""
}
