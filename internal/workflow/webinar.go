package workflow

import (
	"context"
	"slices"
	"strings"

	"rapporteur/internal/change"
	"rapporteur/internal/fault"
	"rapporteur/internal/registration"
	"rapporteur/internal/store"
	"rapporteur/internal/webinar"
)

// The attendance rule and activity type of a new webinar, until an officer sets others.
const (
	defaultRule     = "50%"
	defaultActivity = "webinar"
)

// NewWebinar makes a webinar from its outline; the outline's file is kept as a source. A project the register does not
// have yet is made with it. Title, times, capacity and Result come from the outline alone.
func (d *Desk) NewWebinar(ctx context.Context, file Upload) (webinar.Webinar, error) {
	return d.newWebinar(ctx, file, false)
}

func (d *Desk) newWebinar(ctx context.Context, file Upload, isSample bool) (webinar.Webinar, error) {
	outline, err := webinar.ReadOutline(file.Name, file.Data)
	if err != nil {
		if _, claim, bad := readTable(ctx, d.tables, file, FileSaid{}, opening{}); bad == nil {
			err = wrongKind(file, claim, "the outline of a webinar")
		}
		return webinar.Webinar{}, err
	}
	if outline.Project == "" {
		if outline.Project, err = d.onlyProject(ctx); err != nil {
			return webinar.Webinar{}, err
		}
	}
	if outline.Project == "" {
		return webinar.Webinar{}, fault.New(fault.Invalid, "The outline does not name its project.",
			"The project's short name stands above the title, before the table.").At(fault.Where{File: file.Name})
	}
	project, err := d.project(ctx, outline)
	if err != nil {
		return webinar.Webinar{}, err
	}
	var made webinar.Webinar
	_, err = d.do(ctx, d.change(change.WebinarNew, "", "new from an outline"), -1, func(tx *store.Tx) error {
		if err := tx.SaveProject(project); err != nil {
			return err
		}
		if _, err := tx.AddSource(store.Source{Name: file.Name, Kind: "outline", Format: "outline", Zone: outline.Zone, Rows: len(outline.Rows)}, file.Data); err != nil {
			return err
		}
		made, err = tx.NewWebinar(webinar.Webinar{
			Project: project.Code, ActivityType: defaultActivity, State: webinar.Planned, Outline: outline, Rule: defaultRule, Sample: isSample,
		})
		return err
	})
	return made, err
}

// onlyProject is the project of all webinars of the register but samples, "" where they are of several or there are none: an
// outline that does not name its project, as a page of the website may not, is taken for one of it, and its problems say so.
func (d *Desk) onlyProject(ctx context.Context) (string, error) {
	webinars, err := d.store.Webinars(ctx)
	if err != nil {
		return "", err
	}
	var codes []string
	for _, w := range webinars {
		if !w.Sample && !w.Removed && !slices.Contains(codes, w.Project) {
			codes = append(codes, w.Project)
		}
	}
	if len(codes) != 1 {
		return "", nil
	}
	return codes[0], nil
}

// project is the register's project of that code, else a new one.
func (d *Desk) project(ctx context.Context, o webinar.Outline) (webinar.Project, error) {
	p, err := d.store.Project(ctx, o.Project)
	if fault.Is(err, fault.NotFound) {
		return webinar.NewProject(o)
	}
	return p, err
}

// Webinars lists every webinar but removed samples.
func (d *Desk) Webinars(ctx context.Context) ([]webinar.Webinar, error) {
	all, err := d.store.Webinars(ctx)
	return slices.DeleteFunc(all, func(w webinar.Webinar) bool { return w.Removed }), err
}

// Webinar gives one by its id or a unique prefix of it.
func (d *Desk) Webinar(ctx context.Context, id string) (webinar.Webinar, error) {
	return d.store.Webinar(ctx, id)
}

// Setting is one field with its value; a list field has one Setting per entry.
type Setting struct{ Field, Value string }

// byField gathers the values of each field, and the fields in the order they are first named.
func byField(settings []Setting) (fields []string, values map[string][]string) {
	values = map[string][]string{}
	for _, s := range settings {
		if values[s.Field] == nil {
			fields = append(fields, s.Field)
		}
		values[s.Field] = append(values[s.Field], s.Value)
	}
	return fields, values
}

// EditWebinar sets fields of a webinar in one change. A project the register does not have yet is made with it.
func (d *Desk) EditWebinar(ctx context.Context, id string, settings []Setting, why string) (webinar.Webinar, error) {
	fields, values := byField(settings)
	return d.reviseWebinar(ctx, id, why, func(w *webinar.Webinar) error {
		for _, field := range fields {
			if err := webinar.Set(w, field, values[field]); err != nil {
				return err
			}
		}
		return nil
	})
}

// MoveWebinar takes a webinar to another state: planned, postponed, held, cancelled. Closing is CloseWebinar.
func (d *Desk) MoveWebinar(ctx context.Context, id string, to webinar.State, why string) (webinar.Webinar, error) {
	return d.reviseWebinar(ctx, id, why, func(w *webinar.Webinar) error { return w.MoveTo(to, why) })
}

func (d *Desk) reviseWebinar(ctx context.Context, id, why string, revise func(*webinar.Webinar) error) (webinar.Webinar, error) {
	w, err := d.store.Webinar(ctx, id)
	if err != nil {
		return w, err
	}
	expect, of := w.Version, w.Project
	if err := revise(&w); err != nil {
		return w, err
	}
	moved := w.Project != of
	var project webinar.Project
	if moved {
		if project, err = d.project(ctx, w.Outline); err != nil {
			return w, err
		}
		w.Project = project.Code
	}
	s, err := d.seating(ctx, w.ID)
	if err != nil {
		return w, err
	}
	if err := registration.CheckLimit(s.standings, w.Seats(), s.noSeat); err != nil {
		return w, err
	}
	_, err = d.do(ctx, d.change(change.WebinarEdit, w.ID, why), expect, func(tx *store.Tx) error {
		if moved {
			if err := tx.SaveProject(project); err != nil {
				return err
			}
		}
		w, err = tx.SaveWebinar(w)
		return err
	})
	return w, err
}

// Projects lists the projects.
func (d *Desk) Projects(ctx context.Context) ([]webinar.Project, error) { return d.store.Projects(ctx) }

// NewProject enters a project, with the fields given. Faults: exists (there is one of that code), invalid.
func (d *Desk) NewProject(ctx context.Context, code string, settings []Setting) (webinar.Project, error) {
	code = strings.Join(strings.Fields(code), " ")
	if code == "" {
		return webinar.Project{}, fault.New(fault.Invalid, "A project needs a code.", "Give its short name, as the outlines write it.")
	}
	p, err := d.store.Project(ctx, code)
	if err == nil {
		return p, fault.New(fault.Exists, "There is a project with this code already.", "Use project edit to change it.")
	}
	if !fault.Is(err, fault.NotFound) {
		return p, err
	}
	if p, err = webinar.NewProject(webinar.Outline{Project: code}); err != nil {
		return p, err
	}
	return d.reviseProject(ctx, p, settings)
}

// EditProject sets fields of a project. Faults: not-found, invalid.
func (d *Desk) EditProject(ctx context.Context, code string, settings []Setting) (webinar.Project, error) {
	p, err := d.store.Project(ctx, code)
	if err != nil {
		return p, err
	}
	return d.reviseProject(ctx, p, settings)
}

func (d *Desk) reviseProject(ctx context.Context, p webinar.Project, settings []Setting) (webinar.Project, error) {
	fields, values := byField(settings)
	for _, field := range fields {
		if err := p.Set(field, values[field]); err != nil {
			return p, err
		}
	}
	_, err := d.do(ctx, d.change(change.ProjectEdit, "", ""), -1, func(tx *store.Tx) error { return tx.SaveProject(p) })
	return p, err
}
