package workflow

import (
	"context"
	"strings"
	"time"

	"rapporteur/internal/attendance"
	"rapporteur/internal/breakdown"
	"rapporteur/internal/match"
	"rapporteur/internal/participant"
	"rapporteur/internal/registration"
	"rapporteur/internal/store"
	"rapporteur/internal/webinar"
)

// Dossier is everything known of one webinar at one moment: the facts of the register and what the stages compute from
// them. Nothing in it is stored, save the table of a closed webinar: that is the frozen one, and Frozen (else nil) says
// where it would be another one now.
type Dossier struct {
	Webinar   webinar.Webinar
	Project   webinar.Project
	Standings []registration.Standing
	Persons   []attendance.Person
	Match     match.Result
	Rule      attendance.Rule
	Table     breakdown.Table
	Members   []breakdown.Member
	Sources   []store.Source
	Texts     map[string]string
	AsOf      time.Time
	Decisions int // live decisions of officers on matches
	Frozen    *Frozen
}

// Dossier loads and computes. rule "" is the webinar's own; another one is a what-if and is not stored.
func (d *Desk) Dossier(ctx context.Context, webinarID, rule string) (*Dossier, error) {
	var dossier *Dossier
	err := d.store.View(ctx, func(r store.Reads) error {
		var err error
		if dossier, err = compute(ctx, r, webinarID, rule); err != nil {
			return err
		}
		return dossier.thaw(ctx, r)
	})
	return dossier, err
}

// compute loads the facts and computes, whether the webinar is closed or not.
func compute(ctx context.Context, r store.Reads, webinarID, rule string) (*Dossier, error) {
	w, err := r.Webinar(ctx, webinarID)
	if err != nil {
		return nil, err
	}
	if rule == "" {
		rule = w.Rule
	}
	d := &Dossier{Webinar: w}
	if d.Rule, err = attendance.ParseRule(rule); err != nil {
		return nil, err
	}
	if d.Project, err = r.Project(ctx, w.Project); err != nil {
		return nil, err
	}
	if d.Standings, err = standings(ctx, r, w.ID); err != nil {
		return nil, err
	}
	records, err := r.Records(ctx, w.ID)
	if err != nil {
		return nil, err
	}
	d.Persons = attendance.Group(records)
	if err := d.match(ctx, r); err != nil {
		return nil, err
	}
	if d.Sources, err = r.Sources(ctx, w.ID); err != nil {
		return nil, err
	}
	if d.Texts, err = r.Texts(ctx, w.ID); err != nil {
		return nil, err
	}
	if d.AsOf, err = r.LastChange(ctx, w.ID); err != nil {
		return nil, err
	}
	overrides, err := overrides(ctx, r, w.ID)
	if err != nil {
		return nil, err
	}
	start, end := w.Window()
	d.Table, d.Members = breakdown.Compute(breakdown.Input{
		Webinar: w.ID, Start: start, End: end, Rule: d.Rule, AsOf: d.AsOf, Seats: w.Seats(),
		Standings: d.Standings, Match: d.Match, Overrides: overrides,
	})
	return d, nil
}

func (d *Dossier) match(ctx context.Context, r store.Reads) error {
	decisions, err := r.Decisions(ctx, d.Webinar.ID)
	if err != nil {
		return err
	}
	staff, err := r.StaffDecisions(ctx, d.Webinar.ID)
	if err != nil {
		return err
	}
	d.Decisions = len(decisions)
	d.Match = match.Run(match.Input{
		Standings: d.Standings, Persons: d.Persons, Speakers: d.Webinar.Outline.Speakers,
		OrganiserDomains: d.Project.OrganiserDomains, Decisions: decisions, Staff: staff,
	})
	return nil
}

// standings judges the registrations of a webinar.
func standings(ctx context.Context, r store.Reads, webinarID string) ([]registration.Standing, error) {
	all, err := r.Registrations(ctx, webinarID)
	if err != nil {
		return nil, err
	}
	events, err := r.RegistrationEvents(ctx, webinarID)
	if err != nil {
		return nil, err
	}
	merges, err := r.Merges(ctx, webinarID)
	if err != nil {
		return nil, err
	}
	return registration.Judge(registration.JudgeInput{Registrations: all, Events: events, Merges: merges}), nil
}

func overrides(ctx context.Context, r store.Reads, webinarID string) (breakdown.Overrides, error) {
	o := breakdown.Overrides{Registrations: map[string]string{}, Records: map[string]string{}}
	all, err := r.SectorDecisions(ctx, webinarID)
	for _, s := range all { // oldest first: the newest stays
		if s.Registration != "" {
			o.Registrations[s.Registration] = s.Code
		}
		for _, key := range s.Records {
			o.Records[key] = s.Code
		}
	}
	return o, err
}

// withoutSeat names the registrations of speakers and of the organiser's own people: they take no seat.
func withoutSeat(list []registration.Standing, w webinar.Webinar, p webinar.Project) map[string]bool {
	speakers := map[string]bool{}
	for _, s := range w.Outline.Speakers {
		speakers[participant.FoldKey(s.Name)] = true
	}
	out := map[string]bool{}
	for _, s := range list {
		domain := participant.EmailDomain(s.Email)
		for _, own := range p.OrganiserDomains {
			if strings.EqualFold(domain, own) {
				out[s.ID] = true
			}
		}
		if speakers[participant.FoldKey(s.FirstName+" "+s.LastName)] {
			out[s.ID] = true
		}
	}
	return out
}
