package indicator

import (
	"cmp"
	"slices"
	"strconv"

	"rapporteur/internal/beneficiary"
	"rapporteur/internal/breakdown"
	"rapporteur/internal/match"
	"rapporteur/internal/participant"
	"rapporteur/internal/sector"
	"rapporteur/internal/webinar"
)

// Count counts the webinars of a project ("" for all projects) in a period. A person's sector, beneficiary and sex are
// those of the latest attendance in the period, each from the latest one that says it; what changed is listed.
func Count(persons Persons, webinars []Webinar, project string, period Period) Figures {
	f, _ := newCounter("").count(persons, webinars, project, period)
	return f
}

func newCounter(wanted string) *counter {
	return &counter{in: map[string]Webinar{}, before: map[string]bool{}, rows: map[cell]*Row{}, coverage: map[coverageCell]int{},
		institutions: map[string]bool{}, activities: map[string]*Activity{}, repeats: map[int]int{}, now: map[string]int{}, behind: behind{wanted: wanted, place: map[string]int{}}}
}

func (c *counter) count(persons Persons, webinars []Webinar, project string, period Period) (Figures, Behind) {
	f := Figures{Period: period.Text, Project: project, Changes: []Changed{}, Differing: []string{}, Repeats: []Repeat{}, Activities: []Activity{}}
	c.take(&f, webinars, project, period)
	for _, p := range persons.All {
		c.add(&f, p)
	}
	for _, q := range persons.Questions {
		if c.attendances(q.One) != nil && c.attendances(q.Other) != nil {
			f.Questions++
		}
	}
	c.finish(&f)
	return f, c.behind.found
}

type cell struct {
	group sector.Group
	code  beneficiary.Code
	sex   participant.Sex
}

type coverageCell struct {
	group sector.ResultGroup
	code  beneficiary.Code
}

type counter struct {
	in           map[string]Webinar // of the period
	before       map[string]bool    // webinars before it
	rows         map[cell]*Row
	coverage     map[coverageCell]int
	institutions map[string]bool
	activities   map[string]*Activity
	repeats      map[int]int
	now          map[string]int // attended by webinar as computed now
	behind
}

// take finds the webinars that count: what was cancelled or postponed has no participations.
func (c *counter) take(f *Figures, webinars []Webinar, project string, period Period) {
	for _, w := range webinars {
		if project != "" && w.Project != project {
			continue
		}
		if period.Precedes(w.Start, w.Zone) {
			c.before[w.ID] = true
		}
		if !period.Holds(w.Start, w.Zone) {
			continue
		}
		switch w.State {
		case webinar.Cancelled:
			f.Cancelled++
			c.webinar(w.ID, "cancelled")
			continue
		case webinar.Postponed:
			f.Postponed++
			c.webinar(w.ID, "postponed")
			continue
		case webinar.Planned:
			f.Planned++
			c.webinar(w.ID, "planned")
		default:
			f.Held++
			c.webinar(w.ID, "held")
		}
		c.in[w.ID] = w
		f.Participations += w.Attended
		c.activity(w.Activity).Webinars++
		c.webinar(w.ID, "webinars", w.Activity)
		c.activity(w.Activity).Participations += w.Attended
	}
}

func (c *counter) activity(kind string) *Activity {
	if c.activities[kind] == nil {
		c.activities[kind] = &Activity{Type: kind}
	}
	return c.activities[kind]
}

// attendances are a person's participations in the period, oldest first.
func (c *counter) attendances(p *Person) []*Appearance {
	var out []*Appearance
	for _, a := range p.Appearances {
		if _, in := c.in[a.Webinar]; in && a.Attended() {
			out = append(out, a)
		}
	}
	return out
}

func (c *counter) add(f *Figures, p *Person) {
	attended := c.attendances(p)
	if len(attended) == 0 {
		return
	}
	f.UniquePersons++
	c.person(p, "unique_persons")
	webinars, types, open := map[string]bool{}, map[string]bool{}, true
	var profile breakdown.Profile
	for i, a := range attended {
		m := a.Member
		webinars[a.Webinar] = true
		types[c.in[a.Webinar].Activity] = true
		c.now[a.Webinar]++
		c.person(p, "participations")
		c.person(p, "participations", c.in[a.Webinar].Activity)
		c.person(p, "participations", string(m.Profile.Group), string(m.Profile.Beneficiary), string(m.Profile.Sex))
		open = open && m.Participant.State == match.Open
		if m.Participant.State == match.WalkIn {
			f.WalkIns++
			c.person(p, "walk_ins")
		}
		for _, o := range a.orgs {
			c.institutions[o] = true
			c.institution(o, a, p)
		}
		c.row(m.Profile).Participations++
		profile = c.later(f, p, a.Webinar, profile, m.Profile, i == 0)
	}
	c.row(profile).Persons++
	c.person(p, "unique_persons", string(profile.Group), string(profile.Beneficiary), string(profile.Sex))
	if profile.ResultGroup != "" {
		c.coverage[coverageCell{profile.ResultGroup, profile.Beneficiary}]++
	}
	for t := range types {
		c.activity(t).UniquePersons++
		c.person(p, "unique_persons", t)
	}
	c.repeats[len(webinars)]++
	c.person(p, "repeats", strconv.Itoa(len(webinars)))
	if open {
		f.OpenPersons++
		c.person(p, "open_persons")
	}
	if slices.ContainsFunc(p.Appearances, func(a *Appearance) bool { return c.before[a.Webinar] && a.Attended() }) {
		f.Returning++
		c.person(p, "returning")
	} else {
		f.New++
		c.person(p, "new")
	}
}

// later is a profile after a later attendance: what that one does not say stays, what it says otherwise is listed.
func (c *counter) later(f *Figures, p *Person, webinar string, old, now breakdown.Profile, first bool) breakdown.Profile {
	if first {
		return now
	}
	changed := func(field, from, to string, unknown string) bool {
		if to == unknown || to == from {
			return false
		}
		if from != unknown {
			f.Changes = append(f.Changes, Changed{Person: p.ID, Field: field, From: from, To: to, Webinar: webinar})
		}
		return true
	}
	group := old.Group
	if changed("sector", string(old.Group), string(now.Group), string(sector.Unknown)) || now.Group == group {
		old.Group, old.Class, old.Subtype, old.ResultGroup = now.Group, now.Class, now.Subtype, now.ResultGroup
	}
	if changed("beneficiary", string(old.Beneficiary), string(now.Beneficiary), string(beneficiary.Unknown)) {
		old.Beneficiary = now.Beneficiary
	}
	if changed("sex", string(old.Sex), string(now.Sex), string(participant.NotStated)) {
		old.Sex = now.Sex
	}
	return old
}

func (c *counter) row(p breakdown.Profile) *Row {
	k := cell{p.Group, p.Beneficiary, p.Sex}
	if c.rows[k] == nil {
		c.rows[k] = &Row{Sector: string(k.group), Beneficiary: string(k.code), Sex: string(k.sex)}
	}
	return c.rows[k]
}

// finish lists what was counted in the fixed orders, and checks it.
func (c *counter) finish(f *Figures) {
	f.UniqueInstitutions = len(c.institutions)
	f.Rows, f.Coverage = []Row{}, []Coverage{}
	inRows, personsInRows := 0, 0
	for _, g := range sector.Groups() {
		for _, b := range beneficiary.Rows() {
			for _, s := range breakdown.Sexes() {
				if r := c.rows[cell{g, b, s}]; r != nil {
					f.Rows = append(f.Rows, *r)
					inRows += r.Participations
					personsInRows += r.Persons
				}
			}
		}
	}
	for _, g := range sector.ResultGroups() {
		for _, b := range beneficiary.Rows() {
			f.Coverage = append(f.Coverage, Coverage{Group: string(g), Beneficiary: string(b), N: c.coverage[coverageCell{g, b}]})
		}
	}
	repeated := 0
	for n, persons := range c.repeats {
		f.Repeats = append(f.Repeats, Repeat{Webinars: n, Persons: persons})
		repeated += persons
	}
	slices.SortFunc(f.Repeats, func(a, b Repeat) int { return a.Webinars - b.Webinars })
	for _, a := range c.activities {
		f.Activities = append(f.Activities, *a)
	}
	slices.SortFunc(f.Activities, func(a, b Activity) int { return cmp.Compare(a.Type, b.Type) })
	now := 0
	for id, w := range c.in {
		now += c.now[id]
		if c.now[id] != w.Attended {
			f.Differing = append(f.Differing, id)
			c.webinar(id, "differing")
		}
	}
	slices.Sort(f.Differing)
	check := func(name string, left, right int, ok bool) {
		f.Checks = append(f.Checks, Check{Name: name, Left: left, Right: right, OK: ok})
	}
	f.Checks = []Check{}
	if len(f.Differing) == 0 {
		check("participations = the attended of every webinar", f.Participations, now, f.Participations == now)
	}
	check("participations counted now = their sum by sector, beneficiary and sex", now, inRows, now == inRows)
	check("unique persons = their sum by sector, beneficiary and sex", f.UniquePersons, personsInRows, f.UniquePersons == personsInRows)
	check("unique persons = their sum by number of webinars", f.UniquePersons, repeated, f.UniquePersons == repeated)
	check("unique persons = new + returning", f.UniquePersons, f.New+f.Returning, f.UniquePersons == f.New+f.Returning)
	check("unique persons ≤ participations counted now", f.UniquePersons, now, f.UniquePersons <= now)
}
