package indicator

import "slices"

// pair names two appearances by their places, the smaller first.
type pair [2]int

func pairOf(i, j int) pair { return pair{min(i, j), max(i, j)} }

// decided are the officers' answers worked out on the appearances that are there: together holds who is one person by
// them, apart the pairs that are not.
type decided struct {
	together  sets
	apart     map[pair]bool
	touched   map[int]bool // appearances that an answer in force is about
	conflicts map[int]bool // appearances in an answer that is not followed, or that fell apart
	ignored   []string     // IDs of those answers
}

// decide applies the answers, the newest first: on two appearances the newest counts, and an older answer that would
// contradict newer ones by way of a third appearance is not followed and shown as a conflict. Both sides of an answer name
// whole persons as they stood then; appearances that came since are not spoken of.
func decide(all []*Appearance, answers []Decision) decided {
	d := decided{together: newSets(len(all)), apart: map[pair]bool{}, touched: map[int]bool{}, conflicts: map[int]bool{}}
	if len(answers) == 0 {
		return d
	}
	byKey := map[string][]int{}
	for i, a := range all {
		for _, k := range a.Keys {
			byKey[a.Webinar+"/"+k] = append(byKey[a.Webinar+"/"+k], i)
		}
	}
	said := map[pair]bool{}
	for _, answer := range slices.Backward(answers) {
		one, fell := resolve(byKey, answer.One)
		other, alsoFell := resolve(byKey, answer.Other)
		if fell || alsoFell {
			d.contradicted(answer, one, other)
		}
		for _, i := range one {
			for _, j := range other {
				p := pairOf(i, j)
				if i == j || said[p] {
					continue
				}
				said[p] = true
				if !d.follow(p, answer.Same) {
					d.contradicted(answer, []int{i}, []int{j})
				}
			}
		}
	}
	slices.Sort(d.ignored)
	return d
}

// follow takes an answer on two appearances and tells whether nothing newer contradicts it.
func (d *decided) follow(p pair, same bool) bool {
	i, j := d.together.find(p[0]), d.together.find(p[1])
	switch {
	case same && i != j:
		for apart := range d.apart {
			if a, b := d.together.find(apart[0]), d.together.find(apart[1]); a == i && b == j || a == j && b == i {
				return false
			}
		}
		d.together.join(i, j)
	case !same && i == j:
		return false
	case !same:
		d.apart[p] = true
	}
	d.touched[p[0]], d.touched[p[1]] = true, true
	return true
}

func (d *decided) contradicted(answer Decision, sides ...[]int) {
	for _, side := range sides {
		for _, i := range side {
			d.conflicts[i] = true
		}
	}
	if !slices.Contains(d.ignored, answer.ID) {
		d.ignored = append(d.ignored, answer.ID)
	}
}

// resolve finds the appearances of a side. fell: the keys of one of them stand in two appearances by now.
func resolve(byKey map[string][]int, side []Subject) (found []int, fell bool) {
	for _, s := range side {
		var here []int
		for _, k := range s.Keys {
			here = append(here, byKey[s.Webinar+"/"+k]...)
		}
		slices.Sort(here)
		here = slices.Compact(here)
		fell = fell || len(here) > 1
		found = append(found, here...)
	}
	slices.Sort(found)
	return slices.Compact(found), fell
}

// sets are numbers united step by step; a set goes by its smallest number.
type sets []int

func newSets(n int) sets {
	s := make(sets, n)
	for i := range s {
		s[i] = i
	}
	return s
}

func (s sets) find(i int) int {
	for s[i] != i {
		s[i] = s[s[i]]
		i = s[i]
	}
	return i
}

func (s sets) join(i, j int) {
	i, j = s.find(i), s.find(j)
	s[max(i, j)] = min(i, j)
}

// few are sets of some numbers, with the same words.
type few map[int]int

func setsOf(members []int) few {
	s := make(few, len(members))
	for _, m := range members {
		s[m] = m
	}
	return s
}

func (s few) find(i int) int {
	for s[i] != i {
		s[i] = s[s[i]]
		i = s[i]
	}
	return i
}

func (s few) join(i, j int) {
	i, j = s.find(i), s.find(j)
	s[max(i, j)] = min(i, j)
}
