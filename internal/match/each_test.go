package match

import (
	"slices"
	"testing"
)

func TestEach(t *testing.T) {
	for _, n := range []int{0, 1, worth, 10 * worth} {
		calls := make([]int, n)
		each(n, nil, func(i int) { calls[i]++ })
		for i, c := range calls {
			if c != 1 {
				t.Fatalf("call %d of %d happened %d times", i, n, c)
			}
		}
	}
	told := []int{}
	calls := make([]bool, 10*worth)
	each(len(calls), func(done, total int) bool {
		told = append(told, done)
		return done < len(calls)/2 && total == len(calls)
	}, func(i int) { calls[i] = true })
	if last := told[len(told)-1]; last < len(calls)/2 || !slices.IsSorted(told) || calls[len(calls)-1] {
		t.Errorf("told %v, and the last call happened: %t", told, calls[len(calls)-1])
	}
	defer func() {
		if recover() != "broken" {
			t.Error("a panic in a call is not the caller's")
		}
	}()
	each(10*worth, nil, func(i int) {
		if i == 3*worth {
			panic("broken")
		}
	})
}
