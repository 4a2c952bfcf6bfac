package workflow

import (
	"context"
	"slices"
	"sync"
	"time"

	"rapporteur/internal/attendance"
	"rapporteur/internal/breakdown"
	"rapporteur/internal/change"
	"rapporteur/internal/engagement"
	"rapporteur/internal/match"
	"rapporteur/internal/registration"
	"rapporteur/internal/report"
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
	Answers   []engagement.Tied
	Phases    []engagement.PhaseWord
	Sources   []store.Source
	Texts     map[string]string
	AsOf      time.Time
	Decisions int  // live decisions of officers on matches
	Finalised bool // a final donor copy was issued, and nothing has changed since
	Frozen    *Frozen

	loadedAt   int             // the webinar's count of changes to facts that it was loaded at
	input      breakdown.Input // what the table was computed from
	search     *searchText
	places     *places
	appear     *appearances
	lessons    []match.Lesson // of earlier webinars, that may say something here
	seatsTaken func() int     // counted when first asked for
	seatable   func() int     // as seatsTaken
}

// Dossier loads and computes. rule "" is the webinar's own; another one is a what-if and is not stored. What was
// computed stays in memory until the webinar or a project changes; callers leave it as it is.
func (d *Desk) Dossier(ctx context.Context, webinarID, rule string) (*Dossier, error) {
	var dossier *Dossier
	err := d.store.View(ctx, func(r store.Reads) error {
		w, err := r.Webinar(ctx, webinarID)
		if err != nil {
			return err
		}
		key := memoKey{webinar: w.ID, rule: rule}
		stamp := memoStamp{version: w.Version}
		if stamp.projects, err = r.ProjectChanges(ctx); err != nil {
			return err
		}
		if stamp.entries, err = r.OwnEntryChanges(ctx); err != nil {
			return err
		}
		lessons, taught, err := d.lessons(ctx, r, w)
		if err != nil {
			return err
		}
		stamp.lessons = taught
		if dossier = d.memo.get(key, stamp); dossier != nil {
			return nil
		}
		own := memoKey{webinar: w.ID}
		base := d.memo.get(own, stamp)
		if base == nil {
			if base, err = d.renewed(ctx, r, w, stamp, lessons); err != nil {
				return err
			}
			d.memo.put(own, stamp, base)
		}
		if dossier, err = base.under(rule); err != nil || dossier == base {
			return err
		}
		if err = dossier.thaw(ctx, r); err == nil {
			d.memo.put(key, stamp, dossier)
		}
		return err
	})
	return dossier, err
}

// renewed is the dossier of a webinar that has moved on. When only texts or files of the report were added, nobody is
// matched anew; when only what is remembered of earlier webinars has changed and nothing of it concerns the people here, the
// dossier is the one from before.
func (d *Desk) renewed(ctx context.Context, r store.Reads, w webinar.Webinar, stamp memoStamp, lessons []match.Lesson) (*Dossier, error) {
	facts, err := r.FactChanges(ctx, w.ID)
	if err != nil {
		return nil, err
	}
	var fresh *Dossier
	if earlier, at := d.memo.last(memoKey{webinar: w.ID}); earlier != nil && earlier.loadedAt == facts && at.projects == stamp.projects && at.entries == stamp.entries &&
		(at.lessons == stamp.lessons || slices.Equal(earlier.lessons, match.Taught(lessons, earlier.Persons))) {
		if at.version == stamp.version {
			return earlier, nil
		}
		c := *earlier
		fresh = &c
		fresh.Webinar, fresh.Frozen = w, nil
		if err = fresh.papers(ctx, r); err != nil {
			return nil, err
		}
		fresh.input.AsOf = fresh.AsOf
		fresh.Table, fresh.Members = breakdown.Compute(fresh.input)
	} else if fresh, err = load(ctx, r, w, lessons); err != nil {
		return nil, err
	}
	fresh.loadedAt = facts
	return fresh, fresh.thaw(ctx, r)
}

// papers loads what belongs to the report and changes no figure.
func (d *Dossier) papers(ctx context.Context, r store.Reads) error {
	var err error
	if d.Texts, err = r.Texts(ctx, d.Webinar.ID); err != nil {
		return err
	}
	if d.AsOf, err = r.LastChange(ctx, d.Webinar.ID); err != nil {
		return err
	}
	changes, err := r.LiveChanges(ctx, d.Webinar.ID)
	if err != nil {
		return err
	}
	issued, err := r.IssuedReports(ctx, d.Webinar.ID)
	if err != nil {
		return err
	}
	d.Finalised = false
	for n := 1; n <= min(len(changes), len(issued)) && changes[len(changes)-n].Kind == change.ReportIssue; n++ {
		d.Finalised = d.Finalised || issued[len(issued)-n].Copy == string(report.Donor)
	}
	return nil
}

// under is the dossier under another attendance rule; "" is the webinar's own.
func (d *Dossier) under(rule string) (*Dossier, error) {
	if rule == "" {
		return d, nil
	}
	c := *d
	var err error
	if c.Rule, err = attendance.ParseRule(rule); err != nil {
		return nil, err
	}
	c.input.Rule, c.search, c.appear, c.Frozen = c.Rule, &searchText{}, &appearances{}, nil
	c.Table, c.Members = breakdown.Compute(c.input)
	return &c, nil
}

// load reads the facts and computes, whether the webinar is closed or not.
func load(ctx context.Context, r store.Reads, w webinar.Webinar, lessons []match.Lesson) (*Dossier, error) {
	d := &Dossier{Webinar: w, search: &searchText{}, places: &places{}, appear: &appearances{}}
	var err error
	if d.Rule, err = attendance.ParseRule(w.Rule); err != nil {
		return nil, err
	}
	if d.Project, err = r.Project(ctx, w.Project); err != nil {
		return nil, err
	}
	if d.Standings, err = standings(ctx, r, w.ID); err != nil {
		return nil, err
	}
	noSeat := sync.OnceValue(func() map[string]bool {
		return registration.WithoutSeat(d.Standings, d.Webinar.Outline.Speakers, d.Project.OrganiserDomains)
	})
	d.seatsTaken = sync.OnceValue(func() int { return registration.Taken(d.Standings, noSeat()) })
	d.seatable = sync.OnceValue(func() int {
		events, err := registration.ConfirmAll(d.Standings, d.Webinar.Seats(), time.Time{}, noSeat())
		if err != nil { // no limit: confirming says what is missing
			return d.Table.Totals.Submitted
		}
		return len(events)
	})
	records, err := r.Records(ctx, w.ID)
	if err != nil {
		return nil, err
	}
	d.Persons = attendance.Group(records)
	d.lessons = match.Taught(lessons, d.Persons)
	if err := d.match(ctx, r); err != nil {
		return nil, err
	}
	if d.Sources, err = r.Sources(ctx, w.ID); err != nil {
		return nil, err
	}
	if err := d.papers(ctx, r); err != nil {
		return nil, err
	}
	overrides, err := overrides(ctx, r, w.ID)
	if err != nil {
		return nil, err
	}
	lexicon, err := lexicon(ctx, r)
	if err != nil {
		return nil, err
	}
	results, err := d.engagement(ctx, r)
	if err != nil {
		return nil, err
	}
	start, end := w.Window()
	d.input = breakdown.Input{
		Webinar: w.ID, Start: start, End: end, Rule: d.Rule, AsOf: d.AsOf, Seats: w.Seats(),
		Standings: d.Standings, Match: d.Match, Overrides: overrides, Lexicon: lexicon, Engagement: results,
		Compared: engagement.Compare(results, d.Answers),
	}
	if confirmed := d.confirmed(); d.input.Seats > 0 && confirmed > d.input.Seats {
		d.input.WithoutSeat = confirmed - d.SeatsTaken()
	}
	d.Table, d.Members = breakdown.Compute(d.input)
	return d, nil
}

func (d *Dossier) confirmed() int {
	n := 0
	for _, s := range d.Standings {
		if s.State == registration.Confirmed {
			n++
		}
	}
	return n
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
	splits, err := r.SplitDecisions(ctx, d.Webinar.ID)
	if err != nil {
		return err
	}
	d.Decisions = len(decisions)
	d.Match = match.Run(match.Input{
		Standings: d.Standings, Persons: d.Persons, Speakers: d.Webinar.Outline.Speakers,
		OrganiserDomains: d.Project.OrganiserDomains, Decisions: decisions, Staff: staff, Splits: splits, Lessons: d.lessons,
	})
	return nil
}

// engagement ties the answers to the people of the webinar and counts them question by question.
func (d *Dossier) engagement(ctx context.Context, r store.Reads) ([]engagement.Result, error) {
	answers, err := r.Answers(ctx, d.Webinar.ID)
	if err != nil {
		return nil, err
	}
	links, err := r.Links(ctx, d.Webinar.ID)
	if err != nil {
		return nil, err
	}
	if d.Phases, err = r.PhaseWords(ctx, d.Webinar.ID); err != nil {
		return nil, err
	}
	var results []engagement.Result
	results, d.Answers = engagement.Results(engagement.Input{Answers: answers, Links: links, Phases: d.Phases, Outcomes: d.Webinar.Outline.ExpectedOutcomes,
		Participants: d.Match.Participants, Standings: d.Standings})
	return results, nil
}

// standings judges the registrations of a webinar.
func standings(ctx context.Context, r store.Reads, webinarID string) ([]registration.Standing, error) {
	in, err := judged(ctx, r, webinarID)
	if err != nil {
		return nil, err
	}
	return registration.Judge(in), nil
}

// judged loads what the standings of a webinar's registrations rest on.
func judged(ctx context.Context, r store.Reads, webinarID string) (in registration.JudgeInput, err error) {
	if in.Registrations, err = r.Registrations(ctx, webinarID); err != nil {
		return in, err
	}
	if in.Events, err = r.RegistrationEvents(ctx, webinarID); err != nil {
		return in, err
	}
	in.Merges, err = r.Merges(ctx, webinarID)
	return in, err
}

func overrides(ctx context.Context, r store.Reads, webinarID string) (breakdown.Overrides, error) {
	o := breakdown.Overrides{Registrations: map[string]string{}, Records: map[string]string{},
		Countries: map[string]breakdown.CountryWord{}, RecordCountries: map[string]breakdown.CountryWord{}}
	all, err := r.SectorDecisions(ctx, webinarID)
	for _, s := range all { // oldest first: the newest stays
		if s.Registration != "" {
			o.Registrations[s.Registration] = s.Code
		}
		for _, key := range s.Records {
			o.Records[key] = s.Code
		}
	}
	if err != nil {
		return o, err
	}
	countries, err := r.CountryDecisions(ctx, webinarID)
	for _, c := range countries {
		word := breakdown.CountryWord{Country: c.Country, Reason: c.Reason}
		if c.Registration != "" {
			o.Countries[c.Registration] = word
		}
		for _, key := range c.Records {
			o.RecordCountries[key] = word
		}
	}
	return o, err
}

// SeatsTaken counts the seats given; speakers and the organiser's own people take none.
func (d *Dossier) SeatsTaken() int { return d.seatsTaken() }

// Undecided counts the registrations that confirming all would decide: those that get a seat, and those that must wait.
func (d *Dossier) Undecided() int { return d.seatable() }
