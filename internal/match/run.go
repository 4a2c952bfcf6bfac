package match

import (
	"cmp"
	"slices"
	"time"

	"rapporteur/internal/attendance"
	"rapporteur/internal/identity"
	"rapporteur/internal/participant"
	"rapporteur/internal/progress"
	"rapporteur/internal/registration"
)

// attendee is one person of the attendance files on the way to a participant.
type attendee struct {
	person   attendance.Person
	shown    shown
	state    State
	known    int // the registration matched, -1 for none
	claim    claim
	open     []claim
	reasons  []string
	conflict bool
	decided  bool
	asked    int   // how many registrations there were when it was decided
	late     bool  // registrations that fit came after an answer that it is none
	answers  []int // the registrations that contradicting decisions named, newest first
	speaker  int   // the outline's speaker, -1 for none

	remembered []string // keys of the lessons that were followed
}

// Run matches the persons of the attendance files to the registrations. Staff is set apart, certain links are made,
// doubtful ones stay open with up to five candidates, the officer's decisions come last. Persons that belong to one
// registered person are one participant. The order of persons and standings changes nothing but which registrations a
// decision knew; among decisions the later one in the list is the newer.
func Run(in Input) Result {
	reg := newRegister(registered(in.Standings))
	attendees := arrivals(split(in.Persons, in.Splits, reg), reg)
	setStaff(attendees, in, reg)
	decide(attendees, in.Decisions, reg)
	remember(attendees, in, reg)
	offerLater(attendees, reg, in.Standings)
	judgeOpen(attendees, reg, in.Seen)
	keepApart(attendees, reg)
	return Result{Participants: unite(attendees, reg, in.Standings)}
}

// registered prepares the standings. Registrations of one main record are one person.
func registered(standings []registration.Standing) []known {
	sorted := slices.Clone(standings)
	slices.SortFunc(sorted, func(a, b registration.Standing) int { return cmp.Compare(a.ID, b.ID) })
	mains := mainRecords(sorted)
	groups := map[string]int{}
	all := make([]known, 0, len(sorted))
	for _, s := range sorted {
		main := mains[s.ID]
		if _, ok := groups[main]; !ok {
			groups[main] = len(groups)
		}
		full := s.FirstName + " " + s.LastName
		all = append(all, known{id: s.ID, title: registrantName(s), group: groups[main], name: identity.NewName(full), given: givenTokens(s.FirstName),
			email: participant.NormaliseEmail(s.Email), org: fold(s.Organisation), country: fold(s.Country),
			order: s.Submitted.UTC().Format(time.RFC3339)})
	}
	return all
}

// mainRecords follows every chain of duplicates to its main record.
func mainRecords(standings []registration.Standing) map[string]string {
	next := map[string]string{}
	for _, s := range standings {
		next[s.ID] = s.DuplicateOf
	}
	mains := map[string]string{}
	for id := range next {
		main := id
		for range next {
			up := next[main]
			if _, ok := next[up]; up == "" || !ok {
				break
			}
			main = up
		}
		mains[id] = main
	}
	return mains
}

// arrivals prepares the persons, sorted by id.
func arrivals(persons []attendance.Person, reg *register) []*attendee {
	sorted := slices.Clone(persons)
	slices.SortFunc(sorted, func(a, b attendance.Person) int { return cmp.Compare(a.ID, b.ID) })
	out := make([]*attendee, len(sorted))
	each(len(sorted), nil, func(i int) {
		out[i] = &attendee{person: sorted[i], shown: shownPerson(sorted[i], reg.mended), known: -1, speaker: -1}
	})
	return out
}

// shownPerson gathers every name, address and organisation of a person's records; mend writes the letters that a name lost.
func shownPerson(p attendance.Person, mend func(string) string) shown {
	names := slices.Concat([]string{p.Name}, p.Names)
	emails := slices.Concat([]string{p.Email}, p.Emails)
	var orgs, countries []string
	var records [][]identity.Name
	for _, r := range p.Records {
		names = append(names, r.Registrant, r.Original, r.Name)
		emails = append(emails, r.Email)
		orgs = append(orgs, r.Organisation)
		for _, text := range r.Stripped {
			orgs = append(orgs, participant.Strip(text).Organisations...)
		}
		if r.Country != "" {
			countries = append(countries, r.Country)
		}
		if len(p.Records) > 1 {
			if of := newShown([]string{mend(r.Registrant), mend(r.Original), mend(r.Name)}, nil, "").names; len(of) > 0 {
				records = append(records, of)
			}
		}
	}
	for i, name := range names {
		names[i] = mend(name)
	}
	slices.Sort(names)
	slices.Sort(emails)
	slices.Sort(countries)
	countries = slices.Compact(countries)
	country := ""
	if len(countries) == 1 {
		country = countries[0]
	}
	s := newShown(slices.Compact(names), slices.Compact(emails), country)
	s.records = records
	if len(p.Records) == 1 && len(s.names) > 0 { // a person's names are those of the records
		s.records = [][]identity.Name{s.names}
	}
	for _, o := range orgs {
		if o = fold(o); o != "" {
			s.orgs = append(s.orgs, o)
		}
	}
	slices.Sort(s.orgs)
	s.orgs = slices.Compact(s.orgs)
	return s
}

// nameless tells whether nothing shows who this is: no name of a human and no address.
func (s shown) nameless() bool { return len(s.names) == 0 && len(s.emails) == 0 }

// judgeOpen judges everybody who is neither staff nor decided.
func judgeOpen(attendees []*attendee, reg *register, seen progress.Seen) {
	var rest []*attendee
	var people []shown
	var there []int
	for _, a := range attendees {
		if a.known >= 0 {
			there = append(there, reg.all[a.known].group)
		}
		if a.state == "" {
			rest = append(rest, a)
			people = append(people, a.shown)
		}
	}
	for i, v := range reg.judgeAll(people, there, seen) {
		a := rest[i]
		a.open = v.open
		switch {
		case a.shown.nameless():
			a.state = Unidentified
			a.open = nil
			a.reasons = append(a.reasons, "only a device, a room or a number is shown")
		case len(v.certain) == 1:
			a.state, a.known, a.claim = Automatic, v.certain[0].known, v.certain[0]
			a.reasons = append(a.reasons, v.certain[0].reasons...)
		case len(v.certain) > 1:
			a.state, a.open = Open, v.certain
			a.reasons = append(a.reasons, "several registered people seem to sit at this connection")
		case len(v.open) > 0:
			a.state = Open
			a.reasons = append(a.reasons, why(v))
		default:
			a.state = WalkIn
			a.reasons = append(a.reasons, "no candidate: nobody of this name or address registered")
		}
	}
}

// why says in a sentence why an attendee stays open.
func why(v verdict) string {
	first := v.open[0]
	switch {
	case len(v.parts) > 0:
		return "several registered people seem to sit at this connection"
	case v.many:
		return "only a given name or initials are shown, and many registered people bear them"
	case len(v.open) > 1 && v.open[1].fit.Kind == identity.Exact && first.fit.Kind == identity.Exact:
		return "several registered people bear this name"
	case first.owned:
		return "the address is a registered one, but the name speaks against it or the address is used by several people"
	case first.fit.Kind == identity.Exact:
		return "the name is a registered one, but something beside it speaks of somebody else"
	}
	return "the name or address fits in part only"
}
