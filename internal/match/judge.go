package match

import (
	"cmp"
	"slices"

	"rapporteur/internal/identity"
	"rapporteur/internal/participant"
)

// claim is one registration an attendee may be. Score is 0 to 1, reasons are for the officer.
type claim struct {
	known   int
	fit     identity.Fit
	local   identity.LocalFit
	owned   bool // the address is this person's
	direct  bool // the address is that of this very registration
	typed   bool // the address is that of this registration but for one letter
	foreign bool // address or organisation of another country
	sameOrg bool
	whole   bool // what is shown and what the address holds make up the whole name
	strange bool // the address holds some of the name beside a word that is none of it
	score   float64
	reasons []string
}

// verdict is what the evidence says of one attendee: certain registrations (more than one only for a shared
// connection) or the candidates to ask about, best first. Parts are the verdicts on the people at a shared connection where
// some are certain and others are not.
type verdict struct {
	certain []claim
	open    []claim
	parts   []verdict
	alone   *claim // the claim that is certain unless its person is there otherwise; it stands in open too
	many    bool   // only a given name or initials, and more than a few bear them
}

// most is how many candidates an officer is shown.
const most = 5

// floor is the score below which a registration is no candidate.
const floor = .3

// judge weighs one attendee against the register.
func (r *register) judge(s shown) verdict {
	if s.phone != "" && len(s.names) == 0 && len(s.emails) == 0 {
		return r.byPhone(s)
	}
	v := r.weigh(s)
	v.explain()
	return v
}

// explain puts the reasons of each claim into words.
func (v *verdict) explain() {
	for _, claims := range [][]claim{v.certain, v.open} {
		for i := range claims {
			claims[i].reasons = append(claims[i].words(), claims[i].reasons...)
		}
	}
	if v.alone != nil {
		v.alone.reasons = append(v.alone.words(), v.alone.reasons...)
	}
	for i := range v.parts {
		v.parts[i].explain()
	}
}

func (r *register) weigh(s shown) verdict {
	together, several := r.shared(s)
	if len(together.certain) > 1 {
		return together
	}
	claims, all := r.claims(s)
	c, how := r.certain(s, claims)
	if how == sure && (all || c.owned) {
		if together.names(r, c) {
			return together // the others at the connection are asked about
		}
		return verdict{certain: []claim{c}}
	}
	if several {
		return together
	}
	v := r.ask(claims)
	if how == unlessThere && all {
		v.alone = &c
	}
	return v
}

// each gives what was found of each person at a connection.
func (v verdict) each() []verdict {
	if len(v.parts) > 0 {
		return v.parts
	}
	return []verdict{v}
}

// names tells whether a claim is certain of one of the people at a shared connection.
func (v *verdict) names(r *register, c claim) bool {
	return slices.ContainsFunc(v.parts, func(part verdict) bool {
		return len(part.certain) == 1 && r.all[part.certain[0].known].group == r.all[c.known].group
	})
}

// claims compares the attendee with every candidate the indexes give, one claim per person, best first. all is false where
// there were too many of them.
func (r *register) claims(s shown) (found []claim, all bool) {
	w := r.weighing(&s)
	candidates, all := r.candidates(s)
	var out []claim
	for _, i := range candidates {
		if c := w.claim(i); c.score > 0 {
			out = append(out, c)
		}
	}
	return r.onePerPerson(out), all
}

func (r *register) onePerPerson(claims []claim) []claim {
	slices.SortFunc(claims, func(a, b claim) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(rank(b.direct), rank(a.direct)), cmp.Compare(r.all[a.known].order, r.all[b.known].order),
			cmp.Compare(r.all[a.known].id, r.all[b.known].id))
	})
	seen := map[int]bool{}
	return slices.DeleteFunc(claims, func(c claim) bool {
		g := r.all[c.known].group
		again := seen[g]
		seen[g] = true
		return again
	})
}

func rank(b bool) int {
	if b {
		return 1
	}
	return 0
}

// weighing is an attendee beside what the register says of what is shown.
type weighing struct {
	*register
	s      *shown
	owners [][]int          // of each address: the groups that registered with it
	crowds []map[int]bool   // of each address: the same where they are very many, else nil
	ends   []string         // of each address: its national ending
	lands  []map[string]int // of each organisation: the countries it registered from
}

func (r *register) weighing(s *shown) weighing {
	w := weighing{register: r, s: s}
	if len(s.emails) > 0 {
		w.owners, w.crowds, w.ends = make([][]int, len(s.emails)), make([]map[int]bool, len(s.emails)), make([]string, len(s.emails))
	}
	for i, e := range s.emails {
		w.owners[i], w.crowds[i], w.ends[i] = r.owners(e), r.crowds[e], national(e)
	}
	for _, o := range s.orgs {
		w.lands = append(w.lands, r.countries[o])
	}
	return w
}

// owns tells whether a group registered with one of the attendee's addresses.
func (w *weighing) owns(address, group int) bool {
	if crowd := w.crowds[address]; crowd != nil {
		return crowd[group]
	}
	return slices.Contains(w.owners[address], group)
}

// claim compares the attendee with one registration. Its score is 0 where nothing speaks for it.
func (w *weighing) claim(i int) (c claim) {
	k, s := &w.all[i], w.s
	c.known = i
	for n := range s.names {
		f := s.names[n].Fit(&k.name)
		if f.Kind == identity.Part && len(f.Missing) == 0 && within(f.Extra, k.org, k.country) {
			f = identity.Fit{Kind: identity.Exact, Shared: f.Shared, Reason: "same name, with the organisation behind it"}
		}
		if f.Kind > c.fit.Kind {
			c.fit = f
		}
	}
	for j, e := range s.emails {
		if w.owns(j, k.group) {
			c.owned = true
			c.direct = c.direct || e == k.email
		}
		c.typed = c.typed || c.fit.Kind > identity.Other && identity.AddressSlip(e, k.email)
		if l := s.locals[j].Fit(&k.name); l.Kind > c.local.Kind {
			c.local = l
			c.strange = l.Held != 0 && !l.Whole && s.locals[j].Strange(&k.name, l.Held)
		}
	}
	if c.beside() {
		return c
	}
	c.whole = c.madeUp(k.name)
	c.sameOrg = s.organisation(k.org) >= partBeside
	c.foreign = !c.owned && w.foreign(k)
	c.score = w.score(s, &c)
	return c
}

// foreign tells whether an address or an organisation speaks of another country than the registration's: what counts as
// a country's ending or organisation is learned from the registrations themselves.
func (w *weighing) foreign(k *known) bool {
	for _, end := range w.ends {
		if end != "" && end != k.nation && len(k.ends) > 0 && k.ends[end] == 0 {
			return true
		}
	}
	for i, seen := range w.lands {
		if len(seen) > 0 && k.country != "" && seen[k.country] == 0 && w.s.orgs[i] != k.org {
			return true
		}
	}
	return false
}

// madeUp tells whether each name of the known one is either shown or held by the address.
func (c *claim) madeUp(known identity.Name) bool {
	switch c.fit.Kind {
	case identity.OneName, identity.Initialed, identity.Part:
	default:
		return false
	}
	if c.local.Held == 0 || c.strange || len(c.fit.Extra) > 0 || c.fit.Slip[0] != "" {
		return false
	}
	for i, t := range known.Tokens {
		if c.local.Held>>i&1 == 0 && !slices.Contains(c.fit.Shared, t) {
			return false
		}
	}
	return true
}

// beside tells whether a claim is worth nothing: one name is the same, another contradicts it, and no address speaks for
// it. Most comparisons end so.
func (c *claim) beside() bool {
	return c.fit.Kind == identity.Other && !c.owned && c.local.Kind < identity.LocalInitial
}

func within(tokens []string, phrases ...string) bool {
	have := map[string]bool{}
	for _, p := range phrases {
		for _, t := range participant.Tokens(p) {
			have[t] = true
		}
	}
	for _, t := range tokens {
		if !have[t] {
			return false
		}
	}
	return true
}

// ask keeps the candidates worth asking about.
func (r *register) ask(claims []claim) verdict {
	var v verdict
	bare := 0
	for _, c := range claims {
		if c.score < floor || c.fit.Kind == identity.Distant && !c.owned && c.local.Kind < identity.LocalInitial {
			continue
		}
		if c.fit.Kind <= identity.OnlyLetters && !c.owned && c.local.Kind <= identity.LocalOne {
			bare++
		}
		if len(v.open) < most {
			v.open = append(v.open, c)
		}
	}
	v.many = bare > few && v.open[0].fit.Kind <= identity.OnlyLetters && v.open[0].local.Kind <= identity.LocalOne && !v.open[0].owned
	return v
}
