package workflow

import (
	"context"
	"slices"
	"strings"
	"time"

	"rapporteur/internal/change"
	"rapporteur/internal/fault"
	"rapporteur/internal/intake"
	"rapporteur/internal/registration"
	"rapporteur/internal/store"
	"rapporteur/internal/tabular"
	"rapporteur/internal/webinar"
)

// RegistrationPlan is a plan with the registrations it would add.
type RegistrationPlan struct {
	Plan
	why      string
	readings []registration.Reading
	moved    []registration.Registration // known ones that will stand otherwise
}

// PlanRegistrations reads registration exports and says what importing them would do.
func (d *Desk) PlanRegistrations(ctx context.Context, webinarID string, files []Upload, o ImportOptions) (*RegistrationPlan, error) {
	p, err := d.planRegistrations(ctx, webinarID, files, o)
	if err == nil {
		p.Effects, err = d.foresee(ctx, p.Plan, p, nil)
	}
	return p, err
}

func (d *Desk) planRegistrations(ctx context.Context, webinarID string, files []Upload, o ImportOptions) (*RegistrationPlan, error) {
	w, err := d.toImport(ctx, webinarID)
	if err != nil {
		return nil, err
	}
	known, err := d.store.Registrations(ctx, w.ID)
	if err != nil {
		return nil, err
	}
	sources, err := d.store.Sources(ctx, w.ID)
	if err != nil {
		return nil, err
	}
	plan := &RegistrationPlan{Plan: newPlan(w)}
	for _, u := range summed(files) {
		said := o.of(u)
		zone, name, from, err := zoned(said.Zone, w)
		if err != nil {
			return nil, err
		}
		table, claim, chosen, err := d.claimed(ctx, u, intake.Registrations, len(files) == 1, o)
		if err != nil {
			return nil, err
		}
		if claim.Kind != intake.Registrations {
			return nil, wrongKind(u, claim, intake.Registrations)
		}
		reading, open, err := withOrder(said, func(order string) (registration.Reading, error) {
			return intake.ReadRegistrations(*table, claim, registration.Options{
				Zone: zone, ZoneSaid: said.Zone != "", Channel: registration.Channel(o.Channel), Date: w.Outline.Start, DateOrder: order,
				Seen: d.counting(ctx, stepReading),
			})
		})
		if err != nil {
			return nil, err
		}
		d.say(stepComparing, 0, len(reading.Registrations))
		reading.Registrations = registration.Recognise(known, reading.Registrations)
		if reading.Zone != "" {
			name, from = reading.Zone, "format"
		}
		p := filePlan(u, table, claim, said)
		p.Chosen = chosen
		p.assumeDates(reading.Dates, open, said, zone)
		p.assumeZone(name, from)
		p.Rows = len(reading.Registrations) + leftOut(reading.Problems)
		p.Problems = append(p.Problems, reading.Problems...)
		compared := intake.PlanRegistrations(known, reading.Registrations, zone, d.counting(ctx, stepComparing))
		if len(p.Asks()) == 0 {
			p.meet(sources, func() (tabular.Problem, bool) { return intake.FamiliarList(compared) })
			known = append(known, reading.Registrations...)
		}
		p.settle(table, compared)
		plan.add(p)
		plan.readings = append(plan.readings, reading)
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	}
	plan.why = becauseSaid(o, plan.readings)
	return plan, nil
}

// becauseSaid is the reason kept with an import whose channel is the officer's word: the page of a platform is none of the
// website, so that its registrations came through the website is said of it by name.
func becauseSaid(o ImportOptions, readings []registration.Reading) string {
	if o.Channel == "" {
		return o.Reason
	}
	why := "the officer said that rows without a channel came by: " + o.Channel
	var platforms []string
	for _, r := range readings {
		if r.Platform != "" && o.Channel == string(registration.Website) && !slices.Contains(platforms, r.Platform) {
			platforms = append(platforms, r.Platform)
		}
	}
	if len(platforms) > 0 {
		why = "the officer said that the registrations made on " + strings.Join(platforms, " and ") + " came through the website"
	}
	if o.Reason != "" {
		why += " (" + o.Reason + ")"
	}
	return why
}

// CommitRegistrations writes exactly the plan, in one transaction; a plan without anything new writes nothing. Faults
// as CommitAttendance.
func (d *Desk) CommitRegistrations(ctx context.Context, p *RegistrationPlan) error {
	return d.carryOut(ctx, p.Plan, change.RegistrationsImport, p.why, p)
}

func (p *RegistrationPlan) rows() int {
	n := 0
	for _, r := range p.readings {
		n += len(r.Registrations)
	}
	return n
}

func (p *RegistrationPlan) write(tx *store.Tx, count func(before int) func(int)) error {
	before := 0
	for i, file := range p.Files {
		source, err := tx.AddSource(file.source(), file.data)
		if err != nil {
			return err
		}
		tx.Seen = count(before)
		before += len(p.readings[i].Registrations)
		if err := remember(tx, p.Webinar, file); err != nil {
			return err
		}
		if _, _, err := tx.AddRegistrations(p.Webinar, source.SHA256, p.readings[i].Registrations); err != nil {
			return err
		}
	}
	return nil
}

// Registrations lists a webinar's registrations with their standing; state "" lists all.
func (d *Desk) Registrations(ctx context.Context, webinarID string, state registration.State) ([]registration.Standing, error) {
	w, err := d.store.Webinar(ctx, webinarID)
	if err != nil {
		return nil, err
	}
	all, err := standings(ctx, d.store.Reads, w.ID)
	if err != nil || state == "" {
		return all, err
	}
	kept := []registration.Standing{}
	for _, s := range all {
		if s.State == state {
			kept = append(kept, s)
		}
	}
	return kept, nil
}

// AddRegistration enters one registration by hand: a person who wrote or called. It is barred like any that did not
// come through the website.
func (d *Desk) AddRegistration(ctx context.Context, webinarID string, r registration.Registration) (registration.Registration, error) {
	w, err := d.store.Webinar(ctx, webinarID)
	if err != nil {
		return r, err
	}
	for _, field := range []*string{&r.FirstName, &r.LastName, &r.Email, &r.Organisation, &r.JobTitle, &r.Country, &r.Sex, &r.Sector} {
		*field = tabular.Clean(*field)
	}
	if r.FirstName == "" && r.LastName == "" {
		return r, fault.New(fault.Invalid, "A registration needs a name.", "Give the first name or the last name.")
	}
	r.Submitted = d.now().UTC().Truncate(time.Second)
	r.ID = registration.Key(r)
	_, err = d.do(ctx, d.change(change.RegistrationAdd, w.ID, "entered by hand"), w.Version, func(tx *store.Tx) error {
		added, _, err := tx.AddRegistrations(w.ID, "", []registration.Registration{r})
		if err == nil && added == 0 {
			err = fault.New(fault.Exists, "This registration is there already.", "Look for it in the list of registrations.")
		}
		return err
	})
	return r, err
}

// seating is what every act on seats needs.
type seating struct {
	webinar   webinar.Webinar
	standings []registration.Standing
	noSeat    map[string]bool
}

func (d *Desk) seating(ctx context.Context, webinarID string) (seating, error) {
	var s seating
	var err error
	if s.webinar, err = d.store.Webinar(ctx, webinarID); err != nil {
		return s, err
	}
	if s.standings, err = standings(ctx, d.store.Reads, s.webinar.ID); err != nil {
		return s, err
	}
	project, err := d.store.Project(ctx, s.webinar.Project)
	if err != nil {
		return s, err
	}
	s.noSeat = registration.WithoutSeat(s.standings, s.webinar.Outline.Speakers, project.OrganiserDomains)
	return s, nil
}

// Confirm gives seats: to every eligible registration in order when ids is empty, else to the named ones. It returns
// what was decided; nothing to decide writes nothing.
func (d *Desk) Confirm(ctx context.Context, webinarID string, ids []string, why string) ([]registration.Event, error) {
	return d.seat(ctx, webinarID, why, func(s seating, at time.Time) ([]registration.Event, error) {
		if len(ids) == 0 {
			return registration.ConfirmAll(s.standings, s.webinar.Seats(), at, s.noSeat)
		}
		full, err := resolve(s.standings, ids)
		if err != nil {
			return nil, err
		}
		return registration.Confirm(s.standings, full, s.webinar.Seats(), at, s.noSeat)
	})
}

// Decline refuses registrations; the reason is kept.
func (d *Desk) Decline(ctx context.Context, webinarID string, ids []string, why string) ([]registration.Event, error) {
	return d.seat(ctx, webinarID, why, func(s seating, at time.Time) ([]registration.Event, error) {
		full, err := resolve(s.standings, ids)
		if err != nil {
			return nil, err
		}
		return registration.Decline(s.standings, full, at, why)
	})
}

// Withdraw takes a registration back at the person's wish; the first waiting is promoted until the start.
func (d *Desk) Withdraw(ctx context.Context, webinarID, id, why string) ([]registration.Event, error) {
	return d.seat(ctx, webinarID, why, func(s seating, at time.Time) ([]registration.Event, error) {
		full, err := resolve(s.standings, []string{id})
		if err != nil {
			return nil, err
		}
		start, _ := s.webinar.Window()
		return registration.Withdraw(s.standings, full[0], s.webinar.Seats(), at, start, s.noSeat)
	})
}

// Merge records the officer's word that two registrations are one person's: the first counts with the second.
func (d *Desk) Merge(ctx context.Context, webinarID, duplicate, main, why string) error {
	s, err := d.seating(ctx, webinarID)
	if err != nil {
		return err
	}
	ids, err := resolve(s.standings, []string{duplicate, main})
	if err != nil {
		return err
	}
	if ids[0] == ids[1] {
		return fault.New(fault.Invalid, "A registration cannot be merged with itself.", "Name two registrations.")
	}
	_, err = d.do(ctx, d.change(change.RegistrationMerge, s.webinar.ID, why), s.webinar.Version, func(tx *store.Tx) error {
		return tx.AddMerge(s.webinar.ID, registration.Merge{Duplicate: ids[0], Main: ids[1]})
	})
	return err
}

func (d *Desk) seat(ctx context.Context, webinarID, why string, decide func(seating, time.Time) ([]registration.Event, error)) ([]registration.Event, error) {
	s, err := d.seating(ctx, webinarID)
	if err != nil {
		return nil, err
	}
	events, err := decide(s, d.now().UTC())
	if err != nil || len(events) == 0 {
		return events, err
	}
	_, err = d.do(ctx, d.change(change.RegistrationState, s.webinar.ID, why), s.webinar.Version, func(tx *store.Tx) error {
		return tx.AddRegistrationEvents(s.webinar.ID, events)
	})
	return events, err
}

// resolve turns unique prefixes of registration ids into ids.
func resolve(list []registration.Standing, prefixes []string) ([]string, error) {
	ids := make([]string, len(list))
	for i, s := range list {
		ids[i] = s.ID
	}
	var out []string
	for _, p := range prefixes {
		id, err := byPrefix(ids, p, "registration")
		if err != nil {
			return nil, err
		}
		out = append(out, id)
	}
	return out, nil
}
