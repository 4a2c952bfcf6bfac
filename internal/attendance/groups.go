package attendance

import "slices"

// groups is a partition of the numbers 0 to n-1, joined step by step. The order of the joins never changes the result.
type groups []int

func newGroups(n int) groups {
	g := make(groups, n)
	for i := range g {
		g[i] = i
	}
	return g
}

// of gives the group of a number: its smallest member.
func (g groups) of(i int) int {
	for g[i] != i {
		g[i] = g[g[i]]
		i = g[i]
	}
	return i
}

// join makes the groups of two numbers one.
func (g groups) join(i, j int) {
	a, b := g.of(i), g.of(j)
	if a > b {
		a, b = b, a
	}
	g[b] = a
}

// joinAll makes the groups of all the numbers one.
func (g groups) joinAll(members []int) {
	for _, i := range members[min(1, len(members)):] {
		g.join(members[0], i)
	}
}

// lists gives the groups, each in rising order, ordered by their first member.
func (g groups) lists() [][]int {
	n, at := 0, make([]int, len(g)) // at[i]: which of the lists, where i is the first of its group
	sizes := make([]int, len(g))
	for i := range g {
		root := g.of(i)
		if root == i { // the first member is the smallest
			at[i] = n
			n++
		}
		sizes[at[root]]++
	}
	if n == 0 {
		return nil
	}
	out := rooms(sizes[:n])
	for i := range g {
		list := &out[at[g.of(i)]]
		*list = append(*list, i)
	}
	return out
}

// alike gives the numbers from 0 to n-1 that share a key with others, those of one key in rising order; "" is no key.
func alike(n int, key func(i int) string) [][]int {
	var at map[string]int
	of := make([]int, n) // which key, -1 for none
	var sizes []int
	for i := range n {
		k := key(i)
		if of[i] = -1; k == "" {
			continue
		}
		if at == nil {
			at = make(map[string]int, n-i)
		}
		list, known := at[k]
		if !known {
			list = len(sizes)
			at[k] = list
			sizes = append(sizes, 0)
		}
		of[i] = list
		sizes[list]++
	}
	for list, size := range sizes {
		if size == 1 {
			sizes[list] = 0
		}
	}
	all := rooms(sizes)
	for i, list := range of {
		if list >= 0 && sizes[list] > 0 {
			all[list] = append(all[list], i)
		}
	}
	return slices.DeleteFunc(all, func(list []int) bool { return len(list) == 0 })
}

// rooms gives empty lists with room for so many numbers each, all in one piece.
func rooms(sizes []int) [][]int {
	total := 0
	for _, size := range sizes {
		total += size
	}
	piece, out := make([]int, total), make([][]int, len(sizes))
	for i, size := range sizes {
		out[i], piece = piece[:0:size], piece[size:]
	}
	return out
}
