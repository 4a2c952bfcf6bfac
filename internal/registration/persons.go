package registration

import (
	"fmt"
	"strings"

	"rapporteur/internal/identity"
	"rapporteur/internal/participant"
	"rapporteur/internal/progress"
)

// sharedMailbox is the number of different names under one address from which it is an office's mailbox: its names
// are compared whole only.
const sharedMailbox = 50

// listedLines is how many lines a question names.
const listedLines = 3

// grouping gathers the registrations of each person. Groups are named by the index of one of their members.
type grouping struct {
	list      []Registration
	names     []string // full names
	keys      []string // fold keys of the names, without titles
	parent    []int
	why       []string // why the registration joined its group, "" for the first
	questions [][]string
}

// groupPersons finds the registrations that are one person's: equal addresses whose names do not contradict, or equal
// names (any order, any script) at the same organisation, or an officer's merge. Where that stays open (a name alone, a
// mailbox shared by names that cannot all be one person) it asks and joins nothing.
func groupPersons(list []Registration, merges []Merge, seen progress.Seen) *grouping {
	g := &grouping{list: list, names: make([]string, len(list)), keys: make([]string, len(list)), parent: make([]int, len(list)),
		why: make([]string, len(list)), questions: make([][]string, len(list))}
	byAddress, byName := map[string][]int{}, map[string][]int{}
	index := map[string]int{}
	for i, r := range list {
		g.parent[i] = i
		if !seen.Tick(i+1, len(list)) {
			return g
		}
		g.names[i] = r.FirstName + " " + r.LastName
		g.keys[i] = nameKey(g.names[i])
		index[r.ID] = i
		if address := participant.NormaliseEmail(r.Email); address != "" {
			byAddress[address] = append(byAddress[address], i)
		}
		if strings.Contains(g.keys[i], " ") { // a single name is too little to go by
			byName[g.keys[i]] = append(byName[g.keys[i]], i)
		}
	}
	for _, members := range byAddress {
		g.joinAddress(members)
	}
	for _, members := range byName {
		g.joinOrganisation(members)
	}
	for _, m := range merges {
		i, known := index[m.Duplicate]
		j, alsoKnown := index[m.Main]
		if known && alsoKnown {
			g.join(i, j, "an officer decided so")
		}
	}
	for _, members := range byName {
		g.askNames(members)
	}
	return g
}

// nameKey is the fold key of a full name without what people write around it: titles, ranks, the organisation.
// Two plain words have nothing around them.
func nameKey(name string) string {
	key := participant.FoldKey(name)
	if strings.Count(key, " ") > 1 {
		if stripped := identity.StrippedName(name).Key(); stripped != "" {
			return stripped
		}
	}
	return key
}

func (g *grouping) find(i int) int {
	for g.parent[i] != i {
		g.parent[i] = g.parent[g.parent[i]]
		i = g.parent[i]
	}
	return i
}

// join makes two groups one. The later member carries the reason.
func (g *grouping) join(i, j int, why string) {
	for _, m := range []int{i, j} {
		if g.why[m] == "" {
			g.why[m] = why
		}
	}
	a, b := g.find(i), g.find(j)
	g.parent[max(a, b)] = min(a, b)
}

// joinAddress joins the registrations under one address. Names that do not contradict are one person only if all names
// linked so agree with each other: a given name alone fits both of two colleagues, and then decides nothing.
func (g *grouping) joinAddress(members []int) {
	byKey := map[string][]int{}
	var keys []string
	for _, m := range members {
		if byKey[g.keys[m]] == nil {
			keys = append(keys, g.keys[m])
		}
		byKey[g.keys[m]] = append(byKey[g.keys[m]], m)
	}
	for _, key := range keys {
		for _, m := range byKey[key][1:] {
			g.join(byKey[key][0], m, "same address")
		}
	}
	if len(keys) < 2 || len(keys) > sharedMailbox {
		return
	}
	names := make([]string, len(keys))
	for i, key := range keys {
		names[i] = g.names[byKey[key][0]]
	}
	for _, set := range identity.Together(names) {
		for _, i := range set.Members[1:] {
			first, here := byKey[keys[set.Members[0]]][0], byKey[keys[i]][0]
			if set.Certain {
				g.join(first, here, "same address")
				continue
			}
			g.ask(here, []int{first}, "The same address is used by")
			g.ask(first, []int{here}, "The same address is used by")
		}
	}
}

// joinOrganisation joins equal names at equal organisations.
func (g *grouping) joinOrganisation(members []int) {
	first := map[string]int{}
	for _, m := range members {
		key := participant.FoldKey(g.list[m].Organisation)
		if key == "" {
			continue
		}
		f, seen := first[key]
		switch {
		case !seen:
			first[key] = m
		case !identity.NamesContradict(g.names[f], g.names[m]): // Ana and Anja fold alike and are two
			g.join(f, m, "same name and organisation")
		}
	}
}

// askNames asks about equal names that were not joined.
func (g *grouping) askNames(members []int) {
	if len(members) < 2 {
		return
	}
	for _, m := range members {
		var others []int
		for _, n := range members {
			if g.find(m) != g.find(n) {
				others = append(others, n)
			}
			if len(others) > listedLines {
				break
			}
		}
		g.ask(m, others, "The same name, with another address and organisation, is used by")
	}
}

// ask puts a question to a registration, naming the others by their lines.
func (g *grouping) ask(i int, others []int, what string) {
	if len(others) == 0 {
		return
	}
	var places []string
	for _, o := range others[:min(listedLines, len(others))] {
		places = append(places, place(g.list[o], g.list[i]))
	}
	more := ""
	if len(others) > listedLines {
		more = " and others"
	}
	g.questions[i] = append(g.questions[i], fmt.Sprintf("%s %s%s: is it one person?", what, strings.Join(places, ", "), more))
}

// place names a registration by file and line, the file only where it is another one than that of the reader's.
func place(r, from Registration) string {
	switch {
	case r.Line == 0:
		return "the one entered by hand"
	case r.File != from.File:
		return fmt.Sprintf("line %d of %s", r.Line, r.File)
	}
	return fmt.Sprintf("line %d", r.Line)
}
