package match

import (
	"cmp"
	"math"
	"slices"

	"rapporteur/internal/identity"
)

// settle lets who is surely there speak for the rest. A registered person who is there under another name or address already is
// less likely to be this attendee too: "D. Hadžić" is Dino Hadžić, unless Dino Hadžić is there otherwise. Of each person, all that
// is sure was found before, and of what is likely the name that is nearest goes before the others, so that the order of the
// attendees changes nothing.
func (r *register) settle(verdicts []verdict, there []int) {
	seen, nearest := map[int]int{}, map[int]float64{} // by group: attendees that surely are it; the nearest name of those that likely are
	for _, g := range there {
		seen[g]++
	}
	for _, v := range verdicts {
		for g := range r.groupsOf(v) {
			seen[g]++
		}
		if v.alone != nil {
			g := r.all[v.alone.known].group
			nearest[g] = max(nearest[g], v.alone.nearness())
		}
	}
	likely := map[int]int{}
	for i := range verdicts {
		v := &verdicts[i]
		if v.alone == nil {
			continue
		}
		if g := r.all[v.alone.known].group; seen[g] == 0 && v.alone.nearness() == nearest[g] {
			v.alone.reasons = append(v.alone.reasons, v.alone.whyLikely()+", and this person is there in no other way")
			*v = verdict{certain: []claim{*v.alone}}
			likely[g]++
		}
	}
	for i := range verdicts {
		v := &verdicts[i]
		own := r.groupsOf(*v)
		otherwise := func(group int) bool { return seen[group]+likely[group] > rank(own[group]) }
		r.behind(v.open, otherwise)
		for p := range v.parts {
			r.behind(v.parts[p].open, otherwise)
		}
	}
}

// nearness orders the likely claims on one person: the very name before all others, whatever its marks and script.
func (c *claim) nearness() float64 {
	if c.fit.Kind == identity.Exact {
		return math.Inf(1)
	}
	return c.score
}

// whyLikely says why a likely claim is this person's and nobody else's.
func (c *claim) whyLikely() string {
	if c.fit.Kind == identity.Exact {
		return "another person's name comes near, but this is the very name"
	}
	return "nobody else's name comes near"
}

// groupsOf gives the groups that an attendee, or those at the attendee's connection, are taken for.
func (r *register) groupsOf(v verdict) map[int]bool {
	groups := map[int]bool{}
	for _, part := range v.each() {
		for _, c := range part.certain {
			groups[r.all[c.known].group] = true
		}
	}
	return groups
}

// ThereAlready is the reason against a candidate that somebody else in attendance is taken for.
const ThereAlready = "this person is there under another name or address already"

// behind puts candidates who are there otherwise behind those who are as likely and are not.
func (r *register) behind(open []claim, otherwise func(group int) bool) {
	const likelier = .9
	for i := range open {
		if c := &open[i]; !c.owned && otherwise(r.all[c.known].group) {
			c.score = math.Round(c.score*likelier*1000) / 1000
			c.reasons = append(slices.Clone(c.reasons), ThereAlready)
		}
	}
	slices.SortStableFunc(open, func(a, b claim) int { return cmp.Compare(b.score, a.score) })
}
