package identity

import "slices"

// A Set are names that stand under one address and are linked by not contradicting each other, as indexes in order. It is
// certain that they are one person's only when all of them agree with each other: a given name alone fits both of two
// colleagues, and then decides nothing.
type Set struct {
	Members []int
	Certain bool
}

// Together parts the different names under one address into the sets that may be one person's, in order of their first
// names. A name that agrees with no other is a set of its own.
func Together(names []string) []Set {
	agrees := make([][]bool, len(names))
	for i := range names {
		agrees[i] = make([]bool, len(names))
		for j := range names {
			agrees[i][j] = i == j || !NamesContradict(names[i], names[j])
		}
	}
	var sets []Set
	for _, linked := range components(agrees) {
		certain := true
		for _, i := range linked {
			for _, j := range linked {
				certain = certain && (agrees[i][j] || agrees[j][i])
			}
		}
		sets = append(sets, Set{linked, certain})
	}
	return sets
}

// components parts the numbers 0 … n-1 into sets linked by agreement, in order.
func components(agrees [][]bool) [][]int {
	seen := make([]bool, len(agrees))
	var sets [][]int
	for start := range agrees {
		if seen[start] {
			continue
		}
		set := []int{start}
		seen[start] = true
		for k := 0; k < len(set); k++ {
			for j := range agrees {
				if !seen[j] && (agrees[set[k]][j] || agrees[j][set[k]]) {
					seen[j] = true
					set = append(set, j)
				}
			}
		}
		slices.Sort(set)
		sets = append(sets, set)
	}
	return sets
}
