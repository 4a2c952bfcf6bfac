package workflow

import (
	"context"
	"time"

	"rapporteur/internal/attendance"
	"rapporteur/internal/change"
	"rapporteur/internal/intake"
	"rapporteur/internal/store"
	"rapporteur/internal/tabular"
)

// AttendancePlan is a plan with the records it would add.
type AttendancePlan struct {
	Plan
	readings []attendance.Reading
}

// PlanAttendance reads attendance files and says what importing them would do.
func (d *Desk) PlanAttendance(ctx context.Context, webinarID string, files []Upload, o ImportOptions) (*AttendancePlan, error) {
	p, err := d.planAttendance(ctx, webinarID, files, o)
	if err == nil {
		p.Effects, err = d.foresee(ctx, p.Plan, nil, p)
	}
	return p, err
}

func (d *Desk) planAttendance(ctx context.Context, webinarID string, files []Upload, o ImportOptions) (*AttendancePlan, error) {
	w, err := d.toImport(ctx, webinarID)
	if err != nil {
		return nil, err
	}
	known, err := d.store.Records(ctx, w.ID)
	if err != nil {
		return nil, err
	}
	sources, err := d.store.Sources(ctx, w.ID)
	if err != nil {
		return nil, err
	}
	start, end := w.Window()
	plan := &AttendancePlan{Plan: newPlan(w)}
	for i, u := range summed(files) {
		said := o.of(u)
		zone, name, from, err := zoned(said.Zone, w)
		if err != nil {
			return nil, err
		}
		table, claim, chosen, err := d.claimed(ctx, u, intake.Attendance, len(files) == 1, o)
		if err != nil {
			return nil, err
		}
		if claim.Kind != intake.Attendance {
			return nil, wrongKind(u, claim, intake.Attendance)
		}
		options := attendance.Options{Zone: zone, Date: w.Outline.Start, End: end,
			Seen: d.counting(ctx, stepReading), Compared: d.counting(ctx, stepSumming)}
		reading, open, err := withOrder(said, func(order string) (attendance.Reading, error) {
			options.DateOrder = order
			return intake.ReadAttendance(*table, claim, options)
		})
		if err == nil {
			err = ctx.Err() // a reading that was ended is worth nothing
		}
		if err != nil {
			return nil, err
		}
		d.say(stepComparing, 0, len(reading.Records))
		reading.Records = attendance.Recognise(known, reading.Records)
		if reading.Zone != "" {
			name, from = reading.Zone, "file"
		}
		p := filePlan(u, table, claim, said)
		p.Chosen = chosen
		p.assumeDates(reading.Dates, open, said, zone)
		p.assumeZone(name, from)
		p.Rows = reading.Rows
		p.Problems = append(p.Problems, reading.Problems...)
		if other, ok := intake.NotThisWebinar(reading, w.Outline.Title); ok {
			p.Problems = append(p.Problems, other)
		}
		compared := intake.PlanAttendance(known, reading.Records, zone, d.counting(ctx, stepComparing))
		if len(p.Asks()) == 0 {
			joins := attendance.FirstJoins(reading.Records)
			p.Problems = append(p.Problems, intake.AgainstSchedule(reading, joins, start, end)...)
			p.meet(sources, func() (tabular.Problem, bool) { return intake.Familiar(known, reading.Records, compared) })
			p.offer(intake.OfferShift(reading, joins, zone, start, end, func(other *time.Location) (attendance.Reading, error) {
				options.Zone, options.Seen, options.Compared = other, d.counting(ctx, stepShifting), nil
				return intake.ReadAttendance(*table, claim, options)
			}))
			if i < len(files)-1 { // those of the next file are compared with them
				known = append(known, reading.Records...)
			}
		}
		p.settle(table, compared)
		plan.add(p)
		plan.readings = append(plan.readings, reading)
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	}
	return plan, nil
}

// CommitAttendance writes exactly the plan, in one transaction; a plan without anything new writes nothing. Faults:
// conflict when the webinar changed since, ambiguous when the plan waits for the officer's word.
func (d *Desk) CommitAttendance(ctx context.Context, p *AttendancePlan) error {
	return d.carryOut(ctx, p.Plan, change.AttendanceImport, "", p)
}

func (p *AttendancePlan) rows() int {
	n := 0
	for _, r := range p.readings {
		n += len(r.Records)
	}
	return n
}

func (p *AttendancePlan) write(tx *store.Tx, count func(before int) func(int)) error {
	before := 0
	for i, file := range p.Files {
		source, err := tx.AddSource(file.source(), file.data)
		if err != nil {
			return err
		}
		tx.Seen = count(before)
		before += len(p.readings[i].Records)
		if err := remember(tx, p.Webinar, file); err != nil {
			return err
		}
		if _, _, err := tx.AddRecords(p.Webinar, source.SHA256, p.readings[i].Records); err != nil {
			return err
		}
	}
	return nil
}
