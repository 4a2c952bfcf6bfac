package workflow

import (
	"context"
	"slices"

	"rapporteur/internal/change"
	"rapporteur/internal/store"
)

// part is what an import adds of one kind of files. count tells of the rows that it writes, after those before.
type part interface {
	rows() int
	write(tx *store.Tx, count func(before int) func(int)) error
}

// carryOut writes exactly a plan, all its parts in one transaction as one change; a plan without anything new writes
// nothing. Faults: conflict when the webinar changed since, ambiguous when the plan waits for the officer's word.
func (d *Desk) carryOut(ctx context.Context, p Plan, kind change.Kind, why string, parts ...part) error {
	if err := p.answered(); err != nil || p.NoOp() {
		return err
	}
	_, err := d.do(ctx, d.change(kind, p.Webinar, why), p.Version, func(tx *store.Tx) error {
		total, done := 0, 0
		for _, one := range parts {
			total += one.rows()
		}
		for _, one := range parts {
			if err := one.write(tx, func(before int) func(int) { return d.writing(done+before, total) }); err != nil {
				return err
			}
			done += one.rows()
		}
		d.say(stepSaving, total, total)
		return nil
	})
	return err
}

// parts are the parts of a plan that write something, in the officer's order, with the kind of change that they are
// together.
func (p *ImportPlan) parts() (parts []part, kind change.Kind) {
	take := func(one part, writes int, of change.Kind) {
		if writes == 0 {
			return
		}
		if kind = of; len(parts) > 0 {
			kind = change.FilesImport
		}
		parts = append(parts, one)
	}
	if r := p.registrations; r != nil {
		take(r, r.Writes, change.RegistrationsImport)
	}
	if a := p.attendance; a != nil {
		take(a, a.Writes, change.AttendanceImport)
	}
	if e := p.engagement; e != nil {
		take(e, e.Writes, change.EngagementImport)
	}
	return parts, kind
}

// join makes the parts one plan: the files in the officer's order of work, and the version of the earliest part, so that a
// register that changed while they were read refuses the whole.
func (p *ImportPlan) join(apart []Apart) {
	var of []Plan
	if r := p.registrations; r != nil {
		of = append(of, r.Plan)
	}
	if a := p.attendance; a != nil {
		of = append(of, a.Plan)
	}
	if e := p.engagement; e != nil {
		of = append(of, e.Plan)
	}
	whole := Plan{Webinar: of[0].Webinar, Version: of[0].Version, Files: []FilePlan{}, Apart: apart}
	for _, one := range of {
		whole.Version = min(whole.Version, one.Version)
		for _, f := range one.Files {
			whole.add(f)
		}
	}
	p.whole = whole
}

// Kinds lists the kinds of the plan's files, each once, in the order of the files.
func (p *ImportPlan) Kinds() []string {
	kinds := []string{}
	for _, f := range p.Plan().Files {
		if !slices.Contains(kinds, f.Kind) {
			kinds = append(kinds, f.Kind)
		}
	}
	return kinds
}
