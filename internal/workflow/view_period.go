package workflow

import (
	"context"
	"time"

	"rapporteur/internal/fault"
	"rapporteur/internal/indicator"
)

// CountedView is a person whom a figure of a period counts, and how often.
type CountedView struct {
	OnePersonView
	Times int `json:"times"`
}

// CountedWebinar is a webinar that a figure of a period counts. Start is UTC; Attended is its figure, that of a closed one as
// it was frozen.
type CountedWebinar struct {
	ID       string `json:"id"`
	Title    string `json:"title"`
	Start    string `json:"start"`
	Zone     string `json:"zone"`
	State    string `json:"state"`
	Attended int    `json:"attended"`
}

// WhoView is what a figure of a period counts: persons, webinars or institutions. N is the figure, but that participations
// are counted as they are now.
type WhoView struct {
	N            int                     `json:"n"`
	Persons      []CountedView           `json:"persons"`
	Webinars     []CountedWebinar        `json:"webinars"`
	Institutions []indicator.Institution `json:"institutions"`
}

// Who gives what a figure of a period counts, as indicator.Who names them. Faults: as Figures; not-found when there is no
// such figure.
func (d *Desk) Who(ctx context.Context, project, period, figure string) (WhoView, error) {
	all, code, p, err := d.ofPeriod(ctx, project, period)
	if err != nil {
		return WhoView{}, err
	}
	behind, ok := indicator.Who(all.Persons, all.webinars(), code, p, figure)
	if !ok {
		return WhoView{}, fault.New(fault.NotFound, "There is no such figure.", "Open the figures of the period again.")
	}
	v := WhoView{N: behind.N(), Persons: []CountedView{}, Webinars: []CountedWebinar{}, Institutions: list(behind.Institutions)}
	for _, c := range behind.Persons {
		v.Persons = append(v.Persons, CountedView{ViewOnePerson(c.Person), c.Times})
	}
	for _, id := range behind.Webinars {
		w := all.dossier(id)
		start := ""
		if at := w.Webinar.Outline.Start; !at.IsZero() {
			start = at.UTC().Format(time.RFC3339)
		}
		v.Webinars = append(v.Webinars, CountedWebinar{ID: id, Title: w.Webinar.Outline.Title, Start: start, Zone: w.Webinar.Outline.Zone,
			State: string(w.Webinar.State), Attended: w.Table.Totals.Attended})
	}
	return v, nil
}
