package indicator

import (
	"cmp"
	"maps"
	"slices"
)

// mostBearers is how many persons of one name are asked about: a name that more of them bear says nothing.
const mostBearers = 8

// ask makes questions of what speaks for two persons without uniting them: certain evidence that something stands against,
// then the doubtful. Two persons who were both at one webinar are not asked about, for they were told apart there, nor whom
// an officer told apart.
func (l *linker) ask(byRoot map[int]*Person) []Question {
	asked, apart := map[pair]*Question{}, map[pair]bool{}
	for p := range l.decided.apart {
		apart[pairOf(l.person[p[0]], l.person[p[1]])] = true
	}
	for _, kind := range []struct {
		groups []group
		but    string
	}{{l.evidence.certain, ", but something speaks against it"}, {l.evidence.doubtful, ""}} {
		for _, g := range kind.groups {
			var roots []int
			for _, i := range g.members {
				roots = append(roots, l.person[i])
			}
			slices.Sort(roots)
			roots = slices.Compact(roots)
			if len(roots) < 2 || len(roots) > mostBearers {
				continue
			}
			for x, a := range roots {
				for _, b := range roots[x+1:] {
					if !apart[pair{a, b}] {
						l.askOf(asked, pair{a, b}, byRoot, g.reason+kind.but, g.score)
					}
				}
			}
		}
	}
	out := []Question{}
	for _, p := range slices.SortedFunc(maps.Keys(asked), func(a, b pair) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) }) {
		if q := asked[p]; q != nil && len(q.Reasons) > 0 {
			out = append(out, *q)
		}
	}
	slices.SortStableFunc(out, func(a, b Question) int {
		return cmp.Or(cmp.Compare(rank(b.Attended), rank(a.Attended)), cmp.Compare(b.Score, a.Score))
	})
	return out
}

// askOf adds a reason to the question on two persons. A question that must not be asked is kept as nil.
func (l *linker) askOf(asked map[pair]*Question, p pair, byRoot map[int]*Person, reason string, score float64) {
	q, known := asked[p]
	if !known {
		one, other := byRoot[p[0]], byRoot[p[1]]
		if !met(one, other) {
			q = &Question{One: one, Other: other, Reasons: []string{}, Attended: attended(one) && attended(other)}
		}
		asked[p] = q
	}
	if q == nil || slices.Contains(q.Reasons, reason) {
		return
	}
	// Only a name speaks for people of two countries/areas: they are two.
	if score < .7 && l.elsewhere(q.One, q.Other) {
		return
	}
	q.Reasons = append(q.Reasons, reason)
	q.Score = max(q.Score, score)
}

// met tells whether two persons were at one webinar, as two.
func met(one, other *Person) bool {
	return slices.ContainsFunc(one.Appearances, func(a *Appearance) bool {
		return slices.ContainsFunc(other.Appearances, func(b *Appearance) bool { return a.Webinar == b.Webinar })
	})
}

// elsewhere tells whether two persons name only different countries/areas.
func (l *linker) elsewhere(one, other *Person) bool {
	differs := false
	for _, a := range one.Appearances {
		for _, b := range other.Appearances {
			if a.place == "" || b.place == "" {
				continue
			}
			if a.place == b.place {
				return false
			}
			differs = true
		}
	}
	return differs
}

func attended(p *Person) bool { return slices.ContainsFunc(p.Appearances, (*Appearance).Attended) }

func rank(b bool) int {
	if b {
		return 1
	}
	return 0
}
