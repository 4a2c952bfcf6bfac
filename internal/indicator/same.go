package indicator

import (
	"cmp"
	"maps"
	"slices"

	"rapporteur/internal/identity"
)

// group are appearances that one piece of evidence speaks of. An appearance is named by its place in the list.
type group struct {
	members []int
	reason  string
	score   float64
}

// mostNames is the number of different names under one address from which it is an office's mailbox.
const mostNames = 20

// evidence is what speaks for one person: certain unites, the rest is asked.
type evidence struct{ certain, doubtful []group }

// weigh looks for equal addresses whose names do not contradict each other, and for equal full names at the same
// organisation: the two rules by which registrations of one webinar are one person. Less than that is doubtful.
func weigh(all []*Appearance) evidence {
	var e evidence
	e.byAddress(all)
	e.byName(all)
	return e
}

func (e *evidence) byAddress(all []*Appearance) {
	under := map[string][]int{}
	for i, a := range all {
		for _, address := range a.emails {
			under[address] = append(under[address], i)
		}
	}
	for _, address := range slices.Sorted(maps.Keys(under)) {
		if members := under[address]; len(members) > 1 {
			e.address(all, members)
		}
	}
}

// address judges the appearances under one address by the names that they show.
func (e *evidence) address(all []*Appearance, members []int) {
	var texts []string
	index := map[string]int{}
	nameless := []int{}
	bearers := map[int][]int{}
	for _, m := range members {
		if len(all[m].names) == 0 {
			nameless = append(nameless, m)
			continue
		}
		n := all[m].names[0]
		at, known := index[n.key]
		if !known {
			at = len(texts)
			index[n.key] = at
			texts = append(texts, n.text)
		}
		bearers[at] = append(bearers[at], m)
	}
	if len(texts) == 0 || len(texts) > mostNames {
		for at := range texts { // an office's mailbox: equal names are one person's, and no other is asked about
			e.certain = addGroup(e.certain, bearers[at], "same address and name", 1)
		}
		return
	}
	var sets []identity.Set
	if len(texts) == 1 {
		sets = []identity.Set{{Members: []int{0}, Certain: true}}
	} else {
		sets = identity.Together(texts)
	}
	for _, set := range sets {
		var together []int
		for _, at := range set.Members {
			together = append(together, bearers[at]...)
			if !set.Certain {
				e.certain = addGroup(e.certain, bearers[at], "same address and name", 1)
			}
		}
		if len(sets) == 1 { // a device under the address of one person
			together = append(together, nameless...)
		}
		slices.Sort(together)
		if set.Certain {
			e.certain = addGroup(e.certain, together, "same address, and the names agree", 1)
		} else {
			e.doubtful = addGroup(e.doubtful, together, "the same address is used under names that need not be one person's", .8)
		}
	}
	if len(sets) == 2 && len(texts) == 2 { // married since, or two who share an address
		x, y := identity.StrippedName(texts[0]), identity.StrippedName(texts[1])
		if identity.Compare(x, y).Kind == identity.Other {
			e.doubtful = addGroup(e.doubtful, members, "same address, but one of the names is another one", .7)
		}
	}
}

func (e *evidence) byName(all []*Appearance) {
	under := map[string][]int{}
	for i, a := range all {
		for _, n := range a.names {
			if n.fine != "" {
				under[n.fine] = append(under[n.fine], i)
			}
		}
	}
	for _, fine := range slices.Sorted(maps.Keys(under)) {
		members := under[fine]
		if len(members) < 2 {
			continue
		}
		e.organisation(all, members)
		e.doubtful = addGroup(e.doubtful, members, "same name", .6)
	}
	e.nearNames(all)
}

// organisation unites the bearers of one name at one organisation, apart by country/area: ministries of two countries
// have the same name.
func (e *evidence) organisation(all []*Appearance, members []int) {
	type office struct{ org, place string }
	at, places := map[office][]int{}, map[string][]string{}
	for _, m := range members {
		for _, o := range all[m].orgs {
			at[office{o, all[m].place}] = append(at[office{o, all[m].place}], m)
			if !slices.Contains(places[o], all[m].place) {
				places[o] = append(places[o], all[m].place)
			}
		}
	}
	for _, o := range slices.Sorted(maps.Keys(places)) {
		known := slices.DeleteFunc(slices.Clone(places[o]), func(p string) bool { return p == "" })
		if len(known) < 2 {
			var together []int
			for _, p := range places[o] {
				together = append(together, at[office{o, p}]...)
			}
			slices.Sort(together)
			e.certain = addGroup(e.certain, slices.Compact(together), "same name and organisation", .95)
			continue
		}
		slices.Sort(known)
		for _, p := range known {
			e.certain = addGroup(e.certain, at[office{o, p}], "same name, organisation and country/area", .95)
		}
	}
}

// mostNear is how many people with one word of the name in common are compared at one organisation.
const mostNear = 60

// nearNames asks about names that are nearly equal at one organisation: a letter, an initial, a part.
func (e *evidence) nearNames(all []*Appearance) {
	type block struct{ org, token string }
	under := map[block][]int{}
	seen := map[string]bool{} // of several appearances that show the same, one is enough
	for i, a := range all {
		if len(a.names) == 0 || a.names[0].fine == "" && len(a.names[0].name.Initials) == 0 {
			continue
		}
		for _, o := range a.orgs {
			if key := o + "|" + a.names[0].key; !seen[key] {
				seen[key] = true
				for _, t := range a.names[0].name.Tokens {
					under[block{o, t}] = append(under[block{o, t}], i)
				}
			}
		}
	}
	blocks := slices.SortedFunc(maps.Keys(under), func(a, b block) int { return cmp.Or(cmp.Compare(a.org, b.org), cmp.Compare(a.token, b.token)) })
	for _, b := range blocks {
		members := under[b]
		if len(members) > mostNear {
			continue
		}
		for i, m := range members {
			for _, n := range members[i+1:] {
				switch f := identity.Compare(all[m].names[0].name, all[n].names[0].name); f.Kind {
				case identity.Slip, identity.Initialed, identity.Part, identity.Variant:
					e.doubtful = append(e.doubtful, group{[]int{m, n}, f.Reason + ", same organisation", .5})
				}
			}
		}
	}
}

func addGroup(list []group, members []int, reason string, score float64) []group {
	if len(members) < 2 {
		return list
	}
	return append(list, group{members, reason, score})
}
