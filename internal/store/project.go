package store

import (
	"context"
	"strings"

	"rapporteur/internal/fault"
	"rapporteur/internal/webinar"
)

// SaveProject adds a project, or a new version of one.
func (tx *Tx) SaveProject(p webinar.Project) error {
	domains, err := asJSON(p.OrganiserDomains)
	if err != nil {
		return err
	}
	err = tx.exec(`INSERT INTO project (code, change_id) VALUES (?, ?) ON CONFLICT (code) DO NOTHING`, p.Code, tx.change.ID)
	if err != nil {
		return err
	}
	const insert = `INSERT INTO project_version
		(change_id, n, project_code, title, organiser_domains, kosovo_note, credit_line, disclaimer) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`
	version := tx.next()
	if err := tx.exec(insert, tx.change.ID, version, p.Code, p.Title, domains, p.KosovoNote, p.CreditLine, p.Disclaimer); err != nil {
		return err
	}
	for _, r := range p.Results {
		err := tx.exec(`INSERT INTO result (change_id, version_n, n, number, text) VALUES (?, ?, ?, ?, ?)`,
			tx.change.ID, version, tx.next(), r.Number, r.Text)
		if err != nil {
			return err
		}
	}
	return nil
}

// Projects lists the projects by code.
func (r Reads) Projects(ctx context.Context) ([]webinar.Project, error) {
	const query = `SELECT v.project_code, v.title, v.organiser_domains, v.kosovo_note, v.credit_line, v.disclaimer,
			coalesce(r.number, 0), coalesce(r.text, ''), r.n IS NOT NULL
		FROM live_project_version v LEFT JOIN result r ON r.change_id = v.change_id AND r.version_n = v.n
		WHERE NOT EXISTS (SELECT 1 FROM live_project_version later WHERE later.project_code = v.project_code
			AND (later.seq > v.seq OR (later.seq = v.seq AND later.n > v.n)))
		ORDER BY v.project_code, r.n`
	projects := []webinar.Project{}
	_, err := scanAll(ctx, r.q, func(r row) (struct{}, error) {
		p := webinar.Project{Results: []webinar.Result{}, OrganiserDomains: []string{}}
		var result webinar.Result
		var has bool
		err := r.Scan(&p.Code, &p.Title, fromJSON{&p.OrganiserDomains}, &p.KosovoNote, &p.CreditLine, &p.Disclaimer,
			&result.Number, &result.Text, &has)
		if last := len(projects) - 1; last < 0 || projects[last].Code != p.Code {
			projects = append(projects, p)
		}
		if has {
			last := &projects[len(projects)-1]
			last.Results = append(last.Results, result)
		}
		return struct{}{}, err
	}, query)
	return projects, err
}

// Project gives the project of a code, in any case of its letters. Fault: not-found.
func (r Reads) Project(ctx context.Context, code string) (webinar.Project, error) {
	projects, err := r.Projects(ctx)
	if err != nil {
		return webinar.Project{}, err
	}
	for _, p := range projects {
		if p.Code == code {
			return p, nil
		}
	}
	for _, p := range projects {
		if strings.EqualFold(p.Code, code) {
			return p, nil
		}
	}
	return webinar.Project{}, fault.New(fault.NotFound, "There is no project with this code.", "Look for it in the list of projects.")
}

// ActivityType is a kind of activity that a project reports on.
type ActivityType struct {
	Code string
	Name string
}

// ActivityTypes lists them in their fixed order.
func (r Reads) ActivityTypes(ctx context.Context) ([]ActivityType, error) {
	return scanAll(ctx, r.q, func(r row) (a ActivityType, err error) { return a, r.Scan(&a.Code, &a.Name) },
		`SELECT code, name FROM activity_type ORDER BY n`)
}
