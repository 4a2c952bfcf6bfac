package attendance

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
	at := map[int]int{}
	var out [][]int
	for i := range g {
		root := g.of(i)
		n, ok := at[root]
		if !ok {
			n = len(out)
			at[root] = n
			out = append(out, nil)
		}
		out[n] = append(out[n], i)
	}
	return out
}
