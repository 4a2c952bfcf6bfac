package workflow

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"time"

	"rapporteur/internal/change"
	"rapporteur/internal/fault"
	"rapporteur/internal/indicator"
	"rapporteur/internal/match"
	"rapporteur/internal/participant"
	"rapporteur/internal/store"
)

// appearances are those of a dossier, made when somebody asks for them.
type appearances struct {
	once sync.Once
	list []indicator.Appearance
}

// Appearances are the persons of the webinar, for the count over webinars.
func (d *Dossier) Appearances() []indicator.Appearance {
	d.appear.once.Do(func() {
		d.appear.list = indicator.Appear(d.Webinar.ID, d.Webinar.Outline.Start, d.Standings, d.Members)
	})
	return d.appear.list
}

// Everybody are the persons of all webinars at one moment, with the webinars they come from. Version is that of the answers
// on persons. What is in it is left as it is.
type Everybody struct {
	indicator.Persons
	Answers []store.PersonDecision
	Version int

	dossiers []*Dossier // by the order of the webinars
	search   sync.Once
	texts    []string // folded, as All
}

// everybodyMemo keeps what was worked out last.
type everybodyMemo struct {
	mu   sync.Mutex
	last *Everybody
}

// Everybody works out who is one person over all webinars. The sample counts as long as there is no other webinar. What was
// worked out stays in memory until a webinar, a project or an answer changes.
func (d *Desk) Everybody(ctx context.Context) (*Everybody, error) {
	now := &Everybody{}
	all, err := d.counted(ctx)
	if err != nil {
		return nil, err
	}
	for _, id := range all {
		dossier, err := d.Dossier(ctx, id, "")
		if err != nil {
			return nil, err
		}
		now.dossiers = append(now.dossiers, dossier)
	}
	err = d.store.View(ctx, func(r store.Reads) (err error) {
		if now.Version, err = r.RegisterVersion(ctx); err == nil {
			now.Answers, err = r.PersonDecisions(ctx)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	d.everybody.mu.Lock()
	defer d.everybody.mu.Unlock()
	if last := d.everybody.last; last != nil && last.Version == now.Version && slices.Equal(last.dossiers, now.dossiers) {
		return last, nil
	}
	lists := make([][]indicator.Appearance, len(now.dossiers))
	for i, dossier := range now.dossiers {
		lists[i] = dossier.Appearances()
	}
	answers := make([]indicator.Decision, len(now.Answers))
	for i, a := range now.Answers {
		answers[i] = a.Decision
	}
	now.Persons = indicator.Link(lists, answers)
	d.everybody.last = now
	return now, nil
}

// counted are the ids of the webinars whose people are counted.
func (d *Desk) counted(ctx context.Context) ([]string, error) {
	all, err := d.Webinars(ctx)
	if err != nil {
		return nil, err
	}
	var ids, samples []string
	for _, w := range all {
		if w.Sample {
			samples = append(samples, w.ID)
		} else {
			ids = append(ids, w.ID)
		}
	}
	if len(ids) == 0 {
		return samples, nil
	}
	return ids, nil
}

// Figures count the webinars of a project ("" for all) in a period, which reads as indicator.ParsePeriod says. Faults:
// invalid, not-found.
func (d *Desk) Figures(ctx context.Context, project, period string) (indicator.Figures, error) {
	all, code, p, err := d.ofPeriod(ctx, project, period)
	if err != nil {
		return indicator.Figures{}, err
	}
	return indicator.Count(all.Persons, all.webinars(), code, p), nil
}

// ofPeriod gives what the figures of a project and a period are counted from.
func (d *Desk) ofPeriod(ctx context.Context, project, period string) (all *Everybody, code string, p indicator.Period, err error) {
	if p, err = indicator.ParsePeriod(period); err != nil {
		return nil, "", p, err
	}
	if project != "" {
		known, err := d.store.Project(ctx, project)
		if err != nil {
			return nil, "", p, err
		}
		code = known.Code
	}
	all, err = d.Everybody(ctx)
	return all, code, p, err
}

func (e *Everybody) webinars() []indicator.Webinar {
	var out []indicator.Webinar
	for _, d := range e.dossiers {
		zone, err := time.LoadLocation(d.Webinar.Outline.Zone)
		if err != nil {
			zone = time.UTC
		}
		out = append(out, indicator.Webinar{ID: d.Webinar.ID, Project: d.Webinar.Project, Activity: d.Webinar.ActivityType, State: d.Webinar.State,
			Start: d.Webinar.Outline.Start, Zone: zone, Attended: d.Table.Totals.Attended})
	}
	return out
}

// Latest is the start of the latest webinar, by which countries/areas are named.
func (e *Everybody) Latest() time.Time {
	var at time.Time
	for _, d := range e.dossiers {
		if d.Webinar.Outline.Start.After(at) {
			at = d.Webinar.Outline.Start
		}
	}
	return at
}

// Periods are the half-years in which a webinar starts, the latest first.
func (e *Everybody) Periods() []string {
	out := []string{}
	for _, w := range e.webinars() {
		if w.Start.IsZero() {
			continue
		}
		at := w.Start.In(w.Zone)
		if text := fmt.Sprintf("%04d-H%d", at.Year(), 1+(int(at.Month())-1)/6); !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	slices.Sort(out)
	slices.Reverse(out)
	return out
}

func (e *Everybody) dossier(webinarID string) *Dossier {
	for _, d := range e.dossiers {
		if d.Webinar.ID == webinarID {
			return d
		}
	}
	return nil
}

// person finds a person by the id or a unique prefix of it.
func (e *Everybody) person(prefix string) (*indicator.Person, error) {
	ids := make([]string, len(e.All))
	for i, p := range e.All {
		ids[i] = p.ID
	}
	id, err := byPrefix(ids, prefix, "person")
	if err != nil {
		return nil, err
	}
	return e.All[slices.Index(ids, id)], nil
}

// The parts of everybody that a list shows.
const (
	AllPersons     = "all"
	Returning      = "several" // attended more than one webinar
	WalkedIn       = "walk_ins"
	NotCertain     = "open"
	InConflict     = "conflict"
	NeverAttending = "not_attended"
)

// Found lists the persons of a part whose names, addresses and organisations hold every word of a query.
func (e *Everybody) Found(part, query string) []*indicator.Person {
	words := participant.FineTokens(query)
	if len(words) > 0 {
		e.search.Do(func() {
			for _, p := range e.All {
				var text []string
				for _, a := range p.Appearances {
					text = append(text, a.Name, a.Email, a.Organisation)
				}
				e.texts = append(e.texts, folded(text...))
			}
		})
	}
	out := []*indicator.Person{}
	for i, p := range e.All {
		if inPart(p, part) && (len(words) == 0 || finds(words, e.texts[i])) {
			out = append(out, p)
		}
	}
	return out
}

func inPart(p *indicator.Person, part string) bool {
	attended, state := 0, map[match.State]bool{}
	for _, a := range p.Appearances {
		if a.Attended() {
			attended++
		}
		if a.Member != nil {
			state[a.Member.Participant.State] = true
		}
	}
	switch part {
	case Returning:
		return attended > 1
	case WalkedIn:
		return state[match.WalkIn]
	case NotCertain:
		return state[match.Open]
	case InConflict:
		return p.Conflict
	case NeverAttending:
		return attended == 0
	}
	return true
}

// SamePerson records the officer's word that two persons are one, or are two. Each is given by its id or a unique prefix.
// version is the one of the answers that the officer saw, 0: not said. Faults: not-found, invalid, conflict.
func (d *Desk) SamePerson(ctx context.Context, one, other string, same bool, version int, why string) error {
	all, err := d.Everybody(ctx)
	if err != nil {
		return err
	}
	a, err := all.person(one)
	if err != nil {
		return err
	}
	b, err := all.person(other)
	if err != nil {
		return err
	}
	if a == b {
		return fault.New(fault.Invalid, "These are one person already.", "To tell apart what was united, name the webinars that belong to somebody else.")
	}
	var shown []string
	for _, q := range all.Questions {
		if q.One == a && q.Other == b || q.One == b && q.Other == a {
			shown = q.Reasons
		}
	}
	return d.answer(ctx, version, why, store.PersonDecision{Shown: shown,
		Decision: indicator.Decision{Same: same, One: subjects(a.Appearances), Other: subjects(b.Appearances)}})
}

// PartPerson records the officer's word that the person at some webinars is somebody else than at the others. webinars are
// their ids or unique prefixes. Faults as SamePerson.
func (d *Desk) PartPerson(ctx context.Context, person string, webinars []string, version int, why string) error {
	all, err := d.Everybody(ctx)
	if err != nil {
		return err
	}
	p, err := all.person(person)
	if err != nil {
		return err
	}
	var at []string
	for _, a := range p.Appearances {
		at = append(at, a.Webinar)
	}
	named := map[string]bool{}
	for _, prefix := range webinars {
		id, err := byPrefix(at, prefix, "webinar")
		if err != nil {
			return err
		}
		named[id] = true
	}
	var one, other []*indicator.Appearance
	for _, a := range p.Appearances {
		if named[a.Webinar] {
			one = append(one, a)
		} else {
			other = append(other, a)
		}
	}
	if len(one) == 0 || len(other) == 0 {
		return fault.New(fault.Invalid, "Nobody would be left on one side.", "Name some of the webinars of the person, and not all of them.")
	}
	return d.answer(ctx, version, why, store.PersonDecision{Shown: p.Reasons, Decision: indicator.Decision{One: subjects(one), Other: subjects(other)}})
}

func (d *Desk) answer(ctx context.Context, version int, why string, a store.PersonDecision) error {
	_, err := d.store.Do(ctx, d.change(change.PersonDecide, "", why), -1, func(tx *store.Tx) error {
		if err := tx.ExpectRegister(version); err != nil {
			return err
		}
		return tx.AddPersonDecision(a)
	})
	return err
}

func subjects(list []*indicator.Appearance) []indicator.Subject {
	var out []indicator.Subject
	for _, a := range list {
		out = append(out, indicator.Subject{Webinar: a.Webinar, Keys: a.Keys})
	}
	return out
}

// TakeBack takes back an answer on persons or the forgetting of what was remembered: the one with this id, the last for "".
// version as in SamePerson. Faults: not-found, conflict.
func (d *Desk) TakeBack(ctx context.Context, id string, version int, why string) (change.Change, error) {
	return d.store.UndoRegister(ctx, id, version, d.who, why)
}
