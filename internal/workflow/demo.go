package workflow

import (
	"context"
	"fmt"
	"time"

	"rapporteur/internal/fault"
	"rapporteur/internal/sample"
	"rapporteur/internal/webinar"
)

// DemoClock is the clock of the sample's story: each act of the demo is a second later than the one before, so that the
// demo writes the same bytes wherever and whenever it runs.
func DemoClock() func() time.Time {
	at := time.Date(2020, 6, 2, 9, 0, 0, 0, time.UTC)
	return func() time.Time {
		at = at.Add(time.Second)
		return at
	}
}

// DemoIDs numbers the demo's identifiers.
func DemoIDs() func() string {
	n := 0
	return func() string {
		n++
		return fmt.Sprintf("01726b00-0000-7000-8000-%012x", n)
	}
}

// Demo is what the demo made: the webinar and the finished files.
type Demo struct {
	Dossier *Dossier
	PDF     []byte
	XLSX    []byte
	Outline []byte
}

// Demo does the whole job on the sample webinar. say is told each step.
func (d *Desk) Demo(ctx context.Context, say func(string)) (*Demo, error) {
	w, err := d.NewSample(ctx, say)
	if err != nil {
		return nil, err
	}
	say("writing the report")
	return d.demoFiles(ctx, w.ID)
}

func (d *Desk) demoFiles(ctx context.Context, id string) (*Demo, error) {
	var out Demo
	var err error
	if out.Dossier, err = d.Dossier(ctx, id, ""); err != nil {
		return nil, err
	}
	if !out.Dossier.Table.Reconciled() {
		return nil, fault.New(fault.Internal, "The figures of the sample do not reconcile.", "Send the figures to the developers.")
	}
	if out.PDF, err = d.PDF(ctx, id, ReportOptions{}); err != nil {
		return nil, err
	}
	if out.XLSX, err = d.XLSX(ctx, id, ReportOptions{}); err != nil {
		return nil, err
	}
	out.Outline = webinar.WriteHTML(out.Dossier.Webinar.Outline)
	return &out, nil
}

func uploads(files []sample.File) []Upload {
	var out []Upload
	for _, f := range files {
		out = append(out, Upload{Name: f.Name, Data: f.Data})
	}
	return out
}
