package match

import (
	"cmp"
	"math"
	"slices"
)

// settle lets who is surely there speak for the rest. A registered person who is there under another name or address already is
// less likely to be this attendee too: "D. Hadžić" is Dino Hadžić, unless Dino Hadžić is there otherwise. Of each person, all that
// is sure was found before, so that the order of the attendees changes nothing.
func (r *register) settle(verdicts []verdict, there []int) {
	seen := map[int]int{} // group → attendees that surely are it
	for _, g := range there {
		seen[g]++
	}
	for _, v := range verdicts {
		for _, part := range v.each() {
			for _, c := range part.certain {
				seen[r.all[c.known].group]++
			}
		}
	}
	for i := range verdicts {
		v := &verdicts[i]
		if v.alone != nil && seen[r.all[v.alone.known].group] == 0 {
			v.alone.reasons = append(v.alone.reasons, "nobody else's name comes near, and this person is there in no other way")
			*v = verdict{certain: []claim{*v.alone}}
			continue
		}
		r.behind(v.open, seen)
		for p := range v.parts {
			r.behind(v.parts[p].open, seen)
		}
	}
}

// ThereAlready is the reason against a candidate that somebody else in attendance surely is.
const ThereAlready = "this person is there under another name or address already"

// behind puts candidates who are there otherwise behind those who are as likely and are not.
func (r *register) behind(open []claim, seen map[int]int) {
	const likelier = .9
	for i := range open {
		if c := &open[i]; !c.owned && seen[r.all[c.known].group] > 0 {
			c.score = math.Round(c.score*likelier*1000) / 1000
			c.reasons = append(slices.Clone(c.reasons), ThereAlready)
		}
	}
	slices.SortStableFunc(open, func(a, b claim) int { return cmp.Compare(b.score, a.score) })
}
