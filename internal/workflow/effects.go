package workflow

import (
	"context"
	"iter"
	"slices"

	"rapporteur/internal/attendance"
	"rapporteur/internal/match"
	"rapporteur/internal/progress"
	"rapporteur/internal/registration"
	"rapporteur/internal/store"
	"rapporteur/internal/webinar"
)

// Effects are what follows from an import, as the stages tell that own it; nil where it brings nothing of a kind. They are
// known only of a plan that can be carried out.
type Effects struct {
	Registrations *registration.Effect `json:"registrations,omitempty"`
	Attendance    *match.Effect        `json:"attendance,omitempty"`
}

// foresee asks the stages what an import brings: its attendance is matched with its registrations, as it would be.
func (d *Desk) foresee(ctx context.Context, p Plan, r *RegistrationPlan, a *AttendancePlan) (Effects, error) {
	var e Effects
	if p.Asks() || p.Writes == 0 {
		return e, nil
	}
	d.say(stepForeseeing, 0, 0)
	err := d.store.View(ctx, func(reads store.Reads) error {
		w, err := reads.Webinar(ctx, p.Webinar)
		if err != nil {
			return err
		}
		list, err := judged(ctx, reads, w.ID)
		if err != nil {
			return err
		}
		project, err := reads.Project(ctx, w.Project)
		if err != nil {
			return err
		}
		var standings []registration.Standing
		if r == nil || r.Writes == 0 {
			standings = registration.Judge(list)
		} else {
			incoming := r.all()
			list.Seen = d.counting(ctx, stepForeseeing)
			var effect registration.Effect
			effect, standings = registration.Foresee(list, incoming, w.Seats(), func(of []registration.Standing) map[string]bool {
				return registration.WithoutSeat(of, w.Outline.Speakers, project.OrganiserDomains)
			})
			e.Registrations = &effect
			moved := map[string]bool{}
			for _, ids := range effect.Behind["moved"] {
				moved[ids[0]] = true
			}
			r.moved = slices.DeleteFunc(slices.Clone(list.Registrations), func(known registration.Registration) bool { return !moved[known.ID] })
		}
		if a != nil && a.Writes > 0 {
			d.say(stepMatching, 0, 0)
			effect, err := foreseenAttendance(ctx, reads, w, project, standings, a.all(), d.counting(ctx, stepMatching))
			e.Attendance = &effect
			return err
		}
		return nil
	})
	if err == nil {
		err = ctx.Err() // what the stages say of work that was ended is worth nothing
	}
	return e, err
}

func foreseenAttendance(ctx context.Context, r store.Reads, w webinar.Webinar, project webinar.Project, standings []registration.Standing, incoming iter.Seq[attendance.Record], seen progress.Seen) (match.Effect, error) {
	in := match.Input{Standings: standings, Speakers: w.Outline.Speakers, OrganiserDomains: project.OrganiserDomains, Seen: seen}
	known, err := r.Records(ctx, w.ID)
	if err != nil {
		return match.Effect{}, err
	}
	if in.Decisions, err = r.Decisions(ctx, w.ID); err != nil {
		return match.Effect{}, err
	}
	if in.Staff, err = r.StaffDecisions(ctx, w.ID); err != nil {
		return match.Effect{}, err
	}
	if in.Splits, err = r.SplitDecisions(ctx, w.ID); err != nil {
		return match.Effect{}, err
	}
	return match.Foresee(in, known, incoming), nil
}

// all are the registrations of all files.
func (p *RegistrationPlan) all() []registration.Registration {
	var out []registration.Registration
	for _, r := range p.readings {
		out = append(out, r.Registrations...)
	}
	return out
}

// all are the records of all files, each with its place, as the register would give them.
func (p *AttendancePlan) all() iter.Seq[attendance.Record] {
	return func(yield func(attendance.Record) bool) {
		for i, r := range p.readings {
			for _, rec := range r.Records {
				rec.Sources = []attendance.Source{{File: p.Files[i].SHA256, Name: p.Files[i].File, Line: rec.Line}}
				if !yield(rec) {
					return
				}
			}
		}
	}
}
