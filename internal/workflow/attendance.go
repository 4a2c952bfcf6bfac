package workflow

import (
	"context"

	"rapporteur/internal/attendance"
	"rapporteur/internal/change"
	"rapporteur/internal/intake"
	"rapporteur/internal/store"
)

// AttendancePlan is a plan with the records it would add.
type AttendancePlan struct {
	Plan
	readings []attendance.Reading
}

// PlanAttendance reads attendance files and says what importing them would do.
func (d *Desk) PlanAttendance(ctx context.Context, webinarID string, files []Upload, o ImportOptions) (*AttendancePlan, error) {
	w, err := d.toImport(ctx, webinarID)
	if err != nil {
		return nil, err
	}
	zone, name, from, err := zoned(o.Zone, w)
	if err != nil {
		return nil, err
	}
	known, err := d.store.Records(ctx, w.ID)
	if err != nil {
		return nil, err
	}
	start, end := w.Window()
	plan := &AttendancePlan{Plan: Plan{Webinar: w.ID, Version: w.Version, Files: []FilePlan{}}}
	for _, u := range files {
		d.say(stepOpening, 0, 0)
		table, claim, chosen, err := d.claimed(ctx, u, intake.Attendance, len(files) == 1, o)
		if err != nil {
			return nil, err
		}
		if claim.Kind != intake.Attendance {
			return nil, wrongKind(u, claim, intake.Attendance)
		}
		reading, err := intake.ReadAttendance(*table, claim, attendance.Options{Zone: zone, Date: w.Outline.Start, End: end, Seen: d.counting(stepReading, 0, rowsOf(table))})
		if err != nil {
			return nil, err
		}
		d.say(stepComparing, rowsOf(table), rowsOf(table))
		reading.Records = attendance.Recognise(known, reading.Records)
		p := filePlan(u, table, claim)
		p.Chosen = chosen
		p.Zone, p.ZoneFrom, p.DateOrder, p.Rows = name, from, reading.DateOrder, reading.Rows
		if reading.Zone != "" {
			p.Zone, p.ZoneFrom = reading.Zone, "file"
		}
		p.Problems = append(p.Problems, reading.Problems...)
		p.Problems = append(p.Problems, intake.AgainstSchedule(reading, start, end)...)
		if other, ok := intake.NotThisWebinar(reading, w.Outline.Title); ok {
			p.Problems = append(p.Problems, other)
		}
		p.settle(intake.PlanAttendance(known, reading.Records))
		known = append(known, reading.Records...)
		plan.add(p)
		plan.readings = append(plan.readings, reading)
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	}
	return plan, nil
}

// CommitAttendance writes exactly the plan, in one transaction; a plan without anything new writes nothing. Fault
// conflict when the webinar changed since.
func (d *Desk) CommitAttendance(ctx context.Context, p *AttendancePlan) error {
	if p.NoOp() {
		return nil
	}
	_, err := d.do(ctx, d.change(change.AttendanceImport, p.Webinar, ""), p.Version, func(tx *store.Tx) error {
		total, before := 0, 0
		for _, r := range p.readings {
			total += len(r.Records)
		}
		for i, file := range p.Files {
			source, err := tx.AddSource(file.source(), file.data)
			if err != nil {
				return err
			}
			tx.Seen = d.counting(stepWriting, before, total)
			before += len(p.readings[i].Records)
			if err := remember(tx, p.Webinar, file); err != nil {
				return err
			}
			if _, _, err := tx.AddRecords(p.Webinar, source.SHA256, p.readings[i].Records); err != nil {
				return err
			}
		}
		d.say(stepSaving, total, total)
		return nil
	})
	return err
}
