package workflow

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"rapporteur/internal/fault"
	"rapporteur/internal/intake"
	"rapporteur/internal/tabular"
)

// ImportPlan is the plan of files of one kind, whichever it is. Kind is one of package intake's; files of polls, questions
// and surveys go together, and it is that of the first.
type ImportPlan struct {
	Kind          string
	attendance    *AttendancePlan
	registrations *RegistrationPlan
	engagement    *EngagementPlan
	open          *openPlan
}

// Plan is what would be done.
func (p *ImportPlan) Plan() Plan {
	switch {
	case p.open != nil:
		return p.open.Plan
	case p.attendance != nil:
		return p.attendance.Plan
	case p.engagement != nil:
		return p.engagement.Plan
	}
	return p.registrations.Plan
}

// Uploads are the files of the plan, to plan them again.
func (p *ImportPlan) Uploads() []Upload {
	var out []Upload
	for _, f := range p.Plan().Files {
		out = append(out, Upload{Name: f.File, Data: f.data})
	}
	return out
}

// PlanImport tells what kind the files are and says what importing them would do. Fault wrong-kind when they are of two
// kinds.
func (d *Desk) PlanImport(ctx context.Context, webinarID string, files []Upload, o ImportOptions) (*ImportPlan, error) {
	if len(files) == 0 {
		return nil, fault.New(fault.Invalid, "There is no file to import.", "Choose at least one.")
	}
	once := *d
	once.tables = &readOnce{from: d.tables, files: map[string]*tabular.File{}}
	d = &once
	p := &ImportPlan{Kind: o.Kind}
	var err error
	ofAnswers := slices.Contains(intake.EngagementKinds(), o.Kind)
	if o.Step == StepEngagement && o.Kind == "" {
		if ofAnswers, o.Step, err = d.holdsAnswers(ctx, files[0], o); err != nil {
			return nil, err
		}
	}
	if ofAnswers {
		if p.engagement, err = d.PlanEngagement(ctx, webinarID, files, o); err == nil && p.Kind == "" {
			p.Kind = p.engagement.Files[0].Kind
		}
		return p, err
	}
	d.say(stepOpening, 0, 0)
	var kind string
	if p.open, kind, err = d.columnsToChoose(ctx, webinarID, files, o); err != nil {
		return nil, err
	}
	p.Kind = cmp.Or(o.Kind, kind)
	if p.open != nil {
		return p, nil
	}
	switch p.Kind {
	case intake.Registrations:
		p.registrations, err = d.PlanRegistrations(ctx, webinarID, files, o)
	case intake.Attendance:
		p.attendance, err = d.PlanAttendance(ctx, webinarID, files, o)
	default:
		p.engagement, err = d.PlanEngagement(ctx, webinarID, files, o)
	}
	return p, err
}

// holdsAnswers tells whether a file that an officer is about to import among polls and surveys belongs there: what no format
// claims is taken as a survey. Of registrations and attendance it gives the step they belong to.
func (d *Desk) holdsAnswers(ctx context.Context, u Upload, o ImportOptions) (ofAnswers bool, step string, err error) {
	_, claim, err := readToImport(ctx, d.tables, u, o.of(u), intake.EngagementKinds()...)
	switch {
	case fault.Is(err, fault.Unknown):
		return true, o.Step, nil
	case err != nil:
		return false, "", err
	case slices.Contains(intake.EngagementKinds(), claim.Kind):
		return true, o.Step, nil
	}
	return false, claim.Kind, nil
}

// readOnce keeps the tables it has read: a file is asked what it is before it is planned.
type readOnce struct {
	from  Tables
	files map[string]*tabular.File // by name, hash and what was said
}

// Read implements Tables.
func (r *readOnce) Read(ctx context.Context, name string, data []byte, said tabular.Said) (*tabular.File, error) {
	key := strings.Join([]string{name, sumOf(data), said.Encoding, said.Delimiter}, "\x00")
	if f := r.files[key]; f != nil {
		return f, nil
	}
	f, err := r.from.Read(ctx, name, data, said)
	r.files[key] = f
	return f, err
}

// CommitImport writes exactly the plan; as CommitAttendance.
func (d *Desk) CommitImport(ctx context.Context, p *ImportPlan) error {
	switch {
	case p.open != nil:
		return fault.New(fault.Invalid, "The columns of a table are not chosen yet; nothing was imported.", "Choose them, then confirm the plan.")
	case p.attendance != nil:
		return d.CommitAttendance(ctx, p.attendance)
	case p.engagement != nil:
		return d.CommitEngagement(ctx, p.engagement)
	}
	return d.CommitRegistrations(ctx, p.registrations)
}
