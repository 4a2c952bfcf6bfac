package workflow

import (
	"cmp"
	"context"
	"slices"

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

// sorted is what files are, before they are planned: those of each kind, in the order in which they were given, those that
// take no part, and the plan of all when the columns of one are to be chosen, nil else.
type sorted struct {
	of    map[string][]Upload // by intake's Registrations and Attendance, and answers
	kinds []string            // of of, as they were met
	apart *apart
	open  *openPlan
}

// answers are polls, questions and surveys, which are planned together.
const answers = StepEngagement

func (s *sorted) take(u Upload, kind string) {
	if isAnswers(kind) {
		kind = answers
	}
	if len(s.of[kind]) == 0 {
		s.kinds = append(s.kinds, kind)
	}
	s.of[kind] = append(s.of[kind], u)
}

// sort tells what each file is: by the officer's word, by its format, or by the columns remembered for its header. Faults are
// those of the first file when none can take part.
func (d *Desk) sort(ctx context.Context, webinarID string, files []Upload, o ImportOptions) (*sorted, error) {
	w, err := d.toImport(ctx, webinarID)
	if err != nil {
		return nil, err
	}
	s := &sorted{of: map[string][]Upload{}, apart: newApart(files, o)}
	open := &openPlan{Plan: newPlan(w), tables: map[string]*tabular.File{}}
	for _, u := range files {
		if s.apart.repeated(u) {
			continue
		}
		file, claim, chosen, err := d.claimed(ctx, u, o.Kind, false, o)
		if fault.Is(err, fault.Ambiguous) && o.Step != "" { // what the officer is about to import decides
			if as, only := intake.DetectAs(*file, kindsIn(o.Step)...); only == nil && slices.Contains(kindsIn(o.Step), as.Kind) {
				claim, err = as, nil
			}
		}
		if err == nil && isAnswers(o.Kind) && !isAnswers(claim.Kind) {
			err = wrongKind(u, claim, o.Kind)
		}
		m, said := o.mapOf(u.SHA256())
		drafted := said && m.Draft && (err == nil || fault.Is(err, fault.Unknown))
		asked := o.Ask && fault.Is(err, fault.Unknown) && file != nil && intake.Mappable(*file)
		if err != nil && !drafted && !asked {
			if err := s.apart.set(ctx, u, err); err != nil {
				return nil, err
			}
			continue
		}
		if !drafted && !asked {
			s.take(u, claim.Kind)
			open.add(filePlan(u, file, claim, o.of(u)))
			continue
		}
		p := toChoose(u, file, claim, err, m, o)
		p.Chosen = chosen
		s.take(u, p.Kind)
		open.tables[p.SHA256] = file
		open.add(p)
	}
	if len(s.kinds) == 0 {
		return nil, s.apart.first
	}
	if len(open.tables) > 0 {
		s.open = open
	}
	return s, nil
}

// toChoose is the plan of a file whose columns are to be chosen; unknown is why no format claims it, nil when one does.
func toChoose(u Upload, file *tabular.File, claim intake.Claim, unknown error, m FileMapping, o ImportOptions) FilePlan {
	p := filePlan(u, file, claim, o.of(u))
	switch {
	case unknown != nil:
		p.Why = fault.From(unknown).Message
	case claim.Mapping == nil:
		p.Otherwise = claim.Format
	}
	if m.Kind == "" {
		m.Kind = cmp.Or(mappable(claim.Kind), mappable(o.Kind))
	}
	if m.Kind == "" && o.Step == answers {
		m.Kind = intake.GuessAnswers(*file)
	}
	if m.Kind == "" {
		m.Kind = cmp.Or(intake.TimedKind(*file), mappable(o.Step), intake.GuessKind(*file))
	}
	if len(m.Columns) == 0 && claim.Mapping != nil && claim.Kind == m.Kind {
		m.Mapping = *claim.Mapping
	}
	if len(m.Columns) == 0 {
		m.Mapping = intake.Suggest(*file, m.Kind)
	}
	look := intake.LookAt(*file, m.Kind, m.Mapping)
	p.Kind, p.Format, p.Title, p.Look = m.Kind, intake.MappedTable, FormatTitle(intake.MappedTable), &look
	return p
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
	if kind == intake.Attendance || kind == intake.Registrations || isAnswers(kind) {
		return kind
	}
	return ""
}

func isAnswers(kind string) bool { return slices.Contains(intake.EngagementKinds(), kind) }
