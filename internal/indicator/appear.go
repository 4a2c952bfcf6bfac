package indicator

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"rapporteur/internal/beneficiary"
	"rapporteur/internal/breakdown"
	"rapporteur/internal/identity"
	"rapporteur/internal/match"
	"rapporteur/internal/participant"
	"rapporteur/internal/registration"
)

// Appear gives the appearances of a webinar that starts at a time (UTC), sorted by ID. Staff and unidentified persons in
// attendance are no participants and have none; who registered and is staff at the webinar has one by the registration.
func Appear(webinar string, start time.Time, standings []registration.Standing, members []breakdown.Member) []Appearance {
	r := reader{places: map[string]place{}, orgs: map[string]string{}}
	groups := map[string]*Appearance{}
	var out []*Appearance
	for _, main := range []bool{true, false} {
		for _, s := range standings {
			id := cmp.Or(s.DuplicateOf, s.ID)
			if (s.DuplicateOf == "") != main {
				continue
			}
			a := groups[id]
			if a == nil {
				a = &Appearance{ID: webinar + "/" + id, Webinar: webinar, Start: start}
				groups[id] = a
				out = append(out, a)
			}
			a.Registrations = append(a.Registrations, s)
			a.Keys = append(a.Keys, s.ID)
		}
	}
	for i := range members {
		m := &members[i]
		if !m.Joined {
			continue
		}
		a := groups[m.Participant.Registration]
		if m.Participant.Registration == "" || a == nil || a.Member != nil {
			a = &Appearance{Webinar: webinar, Start: start}
			out = append(out, a)
		}
		a.Member = m
		records := len(a.Keys)
		for _, p := range m.Participant.Persons {
			for _, record := range p.Records {
				a.Keys = append(a.Keys, record.Key)
			}
		}
		slices.Sort(a.Keys[records:])
		if a.ID == "" {
			a.ID = webinar + "/" + a.Keys[0]
		}
	}
	list := make([]Appearance, len(out))
	for i, a := range out {
		r.describe(a)
		slices.Sort(a.Keys)
		a.Keys = slices.Compact(a.Keys)
		list[i] = *a
	}
	slices.SortFunc(list, func(a, b Appearance) int { return cmp.Compare(a.ID, b.ID) })
	return list
}

// reader reads what tells who a person is. Countries and organisations repeat: each spelling is read once.
type reader struct {
	places map[string]place
	orgs   map[string]string // key by spelling
}

type place struct {
	code beneficiary.Code
	key  string
}

func (r reader) describe(a *Appearance) {
	a.Beneficiary = beneficiary.Unknown
	for _, s := range a.Registrations {
		a.registeredName(s.FirstName + " " + s.LastName)
		a.addEmail(s.Email)
		r.addOrganisation(a, s.Organisation, s.JobTitle)
		r.addPlace(a, s.Country)
	}
	m := a.Member
	if m == nil {
		return
	}
	for _, p := range m.Participant.Persons {
		for _, e := range append([]string{p.Email}, p.Emails...) {
			a.addEmail(e)
		}
	}
	if len(a.Registrations) > 0 {
		return
	}
	a.shownName(m.Participant.Name)
	for _, p := range m.Participant.Persons {
		for _, n := range p.Names {
			a.shownName(n)
		}
	}
	a.Email = cmp.Or(a.Email, m.Participant.Email)
	organisation, jobTitle := m.Participant.Work()
	r.addOrganisation(a, organisation, jobTitle)
	if m.Participant.State == match.Open {
		return
	}
	a.Beneficiary = m.Profile.Beneficiary
	if a.Beneficiary != beneficiary.Unknown && a.Beneficiary != beneficiary.Other {
		a.place = string(a.Beneficiary)
	}
}

// registeredName takes the name of a registration. One of two words has no title or office around it.
func (a *Appearance) registeredName(text string) {
	words := strings.Fields(text)
	text = strings.Join(words, " ")
	if len(words) == 2 {
		a.addName(text, identity.NewName(text))
		return
	}
	a.addName(text, identity.StrippedName(text))
}

// shownName takes a name from an attendance file, which may be a device or a number.
func (a *Appearance) shownName(text string) {
	text = strings.Join(strings.Fields(text), " ")
	if participant.IsPhoneName(text) || participant.IsDevice(text) {
		a.Name = cmp.Or(a.Name, text)
		return
	}
	a.addName(text, identity.StrippedName(text))
}

func (a *Appearance) addName(text string, name identity.Name) {
	a.Name = cmp.Or(a.Name, text)
	if name.Empty() {
		return
	}
	n := named{text: text, name: name, key: name.Key()}
	if name.Full() {
		all := slices.Concat(name.Fine, name.Initials)
		slices.Sort(all)
		n.fine = strings.Join(all, " ")
	}
	if !slices.ContainsFunc(a.names, func(o named) bool { return o.key == n.key && o.fine == n.fine }) {
		a.names = append(a.names, n)
	}
}

func (a *Appearance) addEmail(text string) {
	e := participant.NormaliseEmail(text)
	if e == "" {
		return
	}
	a.Email = cmp.Or(a.Email, text)
	if !slices.Contains(a.emails, e) {
		a.emails = append(a.emails, e)
	}
}

func (r reader) addOrganisation(a *Appearance, organisation, jobTitle string) {
	a.Organisation, a.JobTitle = cmp.Or(a.Organisation, organisation), cmp.Or(a.JobTitle, jobTitle)
	key, known := r.orgs[organisation]
	if !known {
		key = participant.FoldKey(organisation)
		r.orgs[organisation] = key
	}
	if key != "" && !slices.Contains(a.orgs, key) {
		a.orgs = append(a.orgs, key)
	}
}

func (r reader) addPlace(a *Appearance, country string) {
	p, known := r.places[country]
	if !known {
		p = placeOf(country)
		r.places[country] = p
	}
	if a.place == "" && p.key != "" {
		a.Beneficiary, a.place = p.code, p.key
	}
}

func placeOf(country string) place {
	code := beneficiary.Parse(country)
	switch code {
	case beneficiary.Unknown:
		return place{}
	case beneficiary.Other:
		name, _ := beneficiary.ParseOther(country)
		return place{code, string(code) + " " + cmp.Or(name, participant.FoldKey(country))}
	}
	return place{code, string(code)}
}
