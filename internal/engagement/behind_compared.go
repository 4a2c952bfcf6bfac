package engagement

import (
	"slices"
	"strings"
)

// BehindCompared gives the answers that a figure of a comparison counts. The figure is the comparison's id and behind a stroke
// all/before, all/after, both/before or both/after, with nothing more, /typed or /answers/NUMBER (from 1, as they stand in
// the comparison) behind it; or raised, same, lowered or other, which gives the answers after with what was answered
// before. ok is false when there is no such figure.
func BehindCompared(comparisons []Comparison, tied []Tied, figure string) (behind []Tied, ok bool) {
	id, part, _ := strings.Cut(figure, "/")
	at := slices.IndexFunc(comparisons, func(c Comparison) bool { return c.ID == id })
	if at < 0 {
		return nil, false
	}
	c := comparisons[at]
	before, after := answersOf(tied, c.BeforeID), answersOf(tied, c.AfterID)
	both := bothTimes(before, after)
	if moves := map[string]*int{"raised": &c.Raised, "same": &c.Same, "lowered": &c.Lowered, "other": &c.Other}; moves[part] != nil {
		behind = []Tied{}
		for i, t := range seconds(both) {
			if c.tally(both[i]) == moves[part] {
				behind = append(behind, t)
			}
		}
		return behind, true
	}
	sides := map[string][]Tied{"all/before": before, "all/after": after, "both/before": firsts(both), "both/after": seconds(both)}
	for side, all := range sides {
		rest, of := strings.CutPrefix(part, side)
		if !of {
			continue
		}
		rows := c.All.Answers
		if strings.HasPrefix(side, "both") {
			rows = c.Both.Answers
		}
		keep := partOf(rows, rest)
		if keep == nil {
			return nil, false
		}
		return append([]Tied{}, slices.DeleteFunc(slices.Clone(all), func(t Tied) bool { return !keep(t) })...), true
	}
	return nil, false
}

// partOf tells which answers a part of one side counts; nil when there is no such part.
func partOf(rows []BothWays, part string) func(Tied) bool {
	gave := func(t Tied, key string) bool {
		return slices.ContainsFunc(t.Given, func(g string) bool { return optionKey(g) == key })
	}
	if part == "" {
		return func(Tied) bool { return true }
	}
	if part == "/typed" {
		return func(t Tied) bool {
			return slices.ContainsFunc(t.Given, func(g string) bool {
				return !slices.ContainsFunc(rows, func(r BothWays) bool { return optionKey(r.Answer) == optionKey(g) })
			})
		}
	}
	number, ok := strings.CutPrefix(part, "/answers/")
	n, isNumber := numberOf(number)
	if !ok || !isNumber || n < 1 || n > len(rows) {
		return nil
	}
	return func(t Tied) bool { return gave(t, optionKey(rows[n-1].Answer)) }
}
