package indicator

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
)

// Link makes persons of the appearances of all webinars. Answers come oldest first. The order of the webinars and of the
// appearances changes nothing.
func Link(webinars [][]Appearance, answers []Decision) Persons {
	var all []*Appearance
	for _, w := range webinars {
		for i := range w {
			all = append(all, &w[i])
		}
	}
	slices.SortFunc(all, func(a, b *Appearance) int { return cmp.Compare(a.ID, b.ID) })
	l := linker{all: all, evidence: weigh(all), decided: decide(all, answers), apart: map[pair]bool{}}
	for l.unite(); l.again(); {
		l.unite()
	}
	return l.persons()
}

type linker struct {
	all      []*Appearance
	evidence evidence
	decided  decided
	apart    map[pair]bool // what the officer told apart, as far as evidence would unite it
	person   []int         // of each appearance: the smallest member of its person
}

// again adds what the officer told apart and evidence united, and tells whether there is any. Whom evidence leaves apart
// anyway is not touched, so that telling apart what was told to be one restores what was before.
func (l *linker) again() bool {
	before := len(l.apart)
	for p := range l.decided.apart {
		if l.person[p[0]] == l.person[p[1]] {
			l.apart[p] = true
		}
	}
	return len(l.apart) > before
}

// mayNotBeOne tells whether two appearances are never united by evidence: two persons of one webinar, which was judged
// there; people of two countries/areas, unless address and organisation are the same; whom an officer told apart.
func (l *linker) mayNotBeOne(i, j int) bool {
	if l.apart[pairOf(i, j)] {
		return true
	}
	a, b := l.all[i], l.all[j]
	together := func() bool { return l.decided.together.find(i) == l.decided.together.find(j) }
	if a.Webinar == b.Webinar {
		return !together()
	}
	if a.place == "" || b.place == "" || a.place == b.place {
		return false
	}
	return !(shares(a.emails, b.emails) && shares(a.orgs, b.orgs)) && !together()
}

func shares(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}

// unite joins what certain evidence and the officer's word join, then parts what may not be one.
func (l *linker) unite() {
	joined := newSets(len(l.all))
	for i := range l.all {
		joined.join(i, l.decided.together.find(i))
	}
	for _, g := range l.evidence.certain {
		for _, m := range g.members[1:] {
			joined.join(g.members[0], m)
		}
	}
	members := make([][]int, len(l.all))
	for i := range l.all {
		root := joined.find(i)
		members[root] = append(members[root], i)
	}
	groups := make([][]group, len(l.all))
	for _, g := range l.evidence.certain {
		root := joined.find(g.members[0])
		groups[root] = append(groups[root], g)
	}
	l.person = make([]int, len(l.all))
	for root, m := range members {
		if len(m) == 1 {
			l.person[root] = root
			continue
		}
		if l.plain(m) {
			for _, i := range m {
				l.person[i] = root
			}
			continue
		}
		l.part(m, groups[root])
	}
}

// plain tells quickly that nothing in a set speaks against its being one person.
func (l *linker) plain(members []int) bool {
	webinars := make(map[string]bool, len(members))
	place, clash := "", false
	for _, i := range members {
		a := l.all[i]
		clash = clash || webinars[a.Webinar] || len(l.apart) > 0 && l.decided.touched[i] || place != "" && a.place != "" && a.place != place
		webinars[a.Webinar] = true
		place = cmp.Or(place, a.place)
	}
	if !clash {
		return true
	}
	for x, i := range members {
		for _, j := range members[x+1:] {
			if l.mayNotBeOne(i, j) {
				return false
			}
		}
	}
	return true
}

// part divides a set in which some may not be one. Those are gathered first, as far as evidence joins them and nothing
// speaks against it, the officer's word before all, then the stronger evidence; the others follow those to whom alone
// evidence leads. Whoever could be one of two stays alone and is asked about.
func (l *linker) part(members []int, groups []group) {
	contested := map[int]bool{}
	for x, i := range members {
		for _, j := range members[x+1:] {
			if l.mayNotBeOne(i, j) {
				contested[i], contested[j] = true, true
			}
		}
	}
	for _, i := range members { // whom the officer joined with a contested one stands where that one stands
		for _, j := range members {
			if contested[j] && l.decided.together.find(i) == l.decided.together.find(j) {
				contested[i] = true
				break
			}
		}
	}
	s := setsOf(members)
	for _, i := range members {
		if j := l.decided.together.find(i); j != i {
			s.join(i, j)
		}
	}
	groups = slices.Clone(groups)
	slices.SortStableFunc(groups, func(a, b group) int { return cmp.Compare(b.score, a.score) })
	for _, g := range groups {
		l.gather(s, members, slices.DeleteFunc(slices.Clone(g.members), func(i int) bool { return !contested[i] }))
	}
	l.follow(s, members, groups, contested)
	for _, i := range members {
		l.person[i] = s.find(i)
	}
}

// gather joins those of a group who may be one.
func (l *linker) gather(s few, members, some []int) {
	for x, i := range some {
		for _, j := range some[x+1:] {
			if a, b := s.find(i), s.find(j); a != b && l.mayJoin(s, members, a, b) {
				s.join(a, b)
			}
		}
	}
}

func (l *linker) mayJoin(s few, members []int, a, b int) bool {
	for _, i := range members {
		if s.find(i) != a {
			continue
		}
		for _, j := range members {
			if s.find(j) == b && l.mayNotBeOne(i, j) {
				return false
			}
		}
	}
	return true
}

// follow joins those about whom nothing is contested, first with each other, then with the contested to whom they lead, if
// all of those are one by now.
func (l *linker) follow(s few, members []int, groups []group, contested map[int]bool) {
	free := setsOf(members)
	for _, i := range members {
		if j := l.decided.together.find(i); !contested[i] && !contested[j] {
			free.join(i, j)
		}
	}
	for _, g := range groups {
		first := -1
		for _, i := range g.members {
			if contested[i] {
				continue
			}
			if first >= 0 {
				free.join(first, i)
			}
			first = i
		}
	}
	leads := map[int]map[int]bool{}
	lead := func(i, to int) {
		root := free.find(i)
		if leads[root] == nil {
			leads[root] = map[int]bool{}
		}
		leads[root][s.find(to)] = true
	}
	for _, g := range groups {
		for _, i := range g.members {
			for _, j := range g.members {
				if !contested[i] && contested[j] {
					lead(i, j)
				}
			}
		}
	}
	for _, i := range members {
		if contested[i] {
			continue
		}
		s.join(free.find(i), i)
	}
	for root, to := range leads {
		if len(to) == 1 {
			for block := range to {
				s.join(root, block)
			}
		}
	}
}

// persons makes the answer of what was united.
func (l *linker) persons() Persons {
	byRoot := map[int]*Person{}
	out := Persons{All: []*Person{}, Questions: []Question{}, Conflicts: l.decided.ignored}
	for i, a := range l.all {
		p := byRoot[l.person[i]]
		if p == nil {
			p = &Person{ID: personID(a.ID), Reasons: []string{}}
			byRoot[l.person[i]] = p
			out.All = append(out.All, p)
		}
		p.Appearances = append(p.Appearances, a)
		p.Conflict = p.Conflict || l.decided.conflicts[i]
		p.Decided = p.Decided || l.decided.touched[i]
	}
	for _, g := range l.evidence.certain {
		for _, i := range g.members[1:] {
			if p := byRoot[l.person[i]]; l.person[i] == l.person[g.members[0]] && !slices.Contains(p.Reasons, g.reason) {
				p.Reasons = append(p.Reasons, g.reason)
			}
		}
	}
	for i := range l.all {
		if j := l.decided.together.find(i); j != i && l.person[i] == l.person[j] {
			if p := byRoot[l.person[i]]; !slices.Contains(p.Reasons, officerSaid) {
				p.Reasons = append(p.Reasons, officerSaid)
			}
		}
	}
	for _, p := range out.All {
		slices.SortFunc(p.Appearances, func(a, b *Appearance) int { return cmp.Or(a.Start.Compare(b.Start), cmp.Compare(a.ID, b.ID)) })
		slices.Sort(p.Reasons)
	}
	names := make(map[*Person]string, len(out.All))
	for _, p := range out.All {
		names[p] = strings.ToLower(p.Latest().Name)
	}
	slices.SortFunc(out.All, func(a, b *Person) int { return cmp.Or(cmp.Compare(names[a], names[b]), cmp.Compare(a.ID, b.ID)) })
	out.Questions = l.ask(byRoot)
	return out
}

const officerSaid = "the officer said so"

// personID names a person by the first appearance in the order of their IDs, without telling anything of it.
func personID(appearance string) string {
	sum := sha256.Sum256([]byte("person " + appearance))
	return "p" + hex.EncodeToString(sum[:8])
}
