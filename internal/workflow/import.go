package workflow

import (
	"context"

	"rapporteur/internal/fault"
	"rapporteur/internal/intake"
	"rapporteur/internal/progress"
	"rapporteur/internal/tabular"
)

// ImportPlan is the plan of files that were given together, of whichever kinds: one part for each step that they belong to.
// Kind is one of package intake's, that of the first file.
type ImportPlan struct {
	Kind          string
	registrations *RegistrationPlan
	attendance    *AttendancePlan
	engagement    *EngagementPlan
	open          *openPlan
	whole         Plan
	rows          planIndex
}

// Plan is what would be done.
func (p *ImportPlan) Plan() Plan {
	if p.open != nil {
		return p.open.Plan
	}
	return p.whole
}

// Uploads are the files of the plan and those that it sets apart, to plan them again.
func (p *ImportPlan) Uploads() []Upload {
	var out []Upload
	for _, f := range p.Plan().Files {
		out = append(out, Upload{Name: f.File, Data: f.data})
	}
	for _, a := range p.Plan().Apart {
		out = append(out, Upload{Name: a.File, Data: a.data})
	}
	return out
}

// PlanImport tells what the files are and says what importing them would do. Files of several kinds are one plan. A file
// that cannot take part is set apart with its reason, as long as another one can.
func (d *Desk) PlanImport(ctx context.Context, webinarID string, files []Upload, o ImportOptions) (*ImportPlan, error) {
	if len(files) == 0 {
		return nil, fault.New(fault.Invalid, "There is no file to import.", "Choose at least one.")
	}
	once := *d
	once.tables = &readOnce{from: d.tables, files: map[tableKey]*tabular.File{}, claims: map[*tabular.File][]intake.Claim{}}
	d, files = &once, summed(files)
	p := &ImportPlan{}
	s, err := d.sort(ctx, webinarID, files, o)
	if err != nil {
		return nil, err
	}
	if p.open = s.open; p.open != nil {
		p.open.Apart = s.apart.list
		p.Kind = p.open.Files[0].Kind
		return p, nil
	}
	if err := d.planParts(ctx, webinarID, s, o, p); err != nil {
		return nil, err
	}
	p.join(s.apart.list)
	p.Kind = p.whole.Files[0].Kind
	p.whole.Effects, err = d.foresee(ctx, p.whole, p.registrations, p.attendance)
	return p, err
}

// planParts plans the files kind by kind, in the officer's order.
func (d *Desk) planParts(ctx context.Context, webinarID string, s *sorted, o ImportOptions, p *ImportPlan) error {
	taken := false
	for _, of := range []struct {
		kind string
		plan func([]Upload) error
	}{
		{intake.Registrations, func(files []Upload) (err error) {
			p.registrations, err = d.planRegistrations(ctx, webinarID, files, o)
			return err
		}},
		{intake.Attendance, func(files []Upload) (err error) {
			p.attendance, err = d.planAttendance(ctx, webinarID, files, o)
			return err
		}},
		{answers, func(files []Upload) (err error) {
			p.engagement, err = d.PlanEngagement(ctx, webinarID, files, o)
			return err
		}},
	} {
		ok, err := s.apart.without(ctx, s.of[of.kind], of.plan)
		if err != nil {
			return err
		}
		taken = taken || ok
	}
	if !taken {
		return s.apart.first
	}
	return nil
}

// readOnce keeps the tables it has read, and the formats that claim them: a file is asked what it is before it is planned.
type readOnce struct {
	from   Tables
	files  map[tableKey]*tabular.File
	claims map[*tabular.File][]intake.Claim
}

// tableKey is bytes and how they are read: the bytes by where they are, since they stay there until all is planned.
type tableKey struct {
	name  string
	first *byte
	size  int
	said  tabular.Said
}

// detect is intake.DetectAs, which asks each format once in all where tables are read once.
func detect(tables Tables, f *tabular.File, seen progress.Seen, kinds ...string) (intake.Claim, error) {
	once, ok := tables.(*readOnce)
	if !ok {
		return intake.Among(*f, intake.Claims(*f, seen), kinds...)
	}
	claims, asked := once.claims[f]
	if !asked {
		claims = intake.Claims(*f, seen)
		once.claims[f] = claims
	}
	return intake.Among(*f, claims, kinds...)
}

// Read implements Tables.
func (r *readOnce) Read(ctx context.Context, name string, data []byte, said tabular.Said, seen progress.Seen) (*tabular.File, error) {
	key := tableKey{name: name, size: len(data), said: said}
	if len(data) > 0 {
		key.first = &data[0]
	}
	if f := r.files[key]; f != nil {
		return f, nil
	}
	f, err := r.from.Read(ctx, name, data, said, seen)
	r.files[key] = f
	return f, err
}

// CommitImport writes exactly the plan; as CommitAttendance.
func (d *Desk) CommitImport(ctx context.Context, p *ImportPlan) error {
	if p.open != nil {
		return fault.New(fault.Invalid, "The columns of a table are not chosen yet; nothing was imported.", "Choose them, then confirm the plan.")
	}
	why := ""
	if p.registrations != nil {
		why = p.registrations.why
	}
	parts, kind := p.parts()
	return d.carryOut(ctx, p.whole, kind, why, parts...)
}
