package match

import "testing"

func TestEach(t *testing.T) {
	for _, n := range []int{0, 1, worth, 10 * worth} {
		calls := make([]int, n)
		each(n, func(i int) { calls[i]++ })
		for i, c := range calls {
			if c != 1 {
				t.Fatalf("call %d of %d happened %d times", i, n, c)
			}
		}
	}
	defer func() {
		if recover() != "broken" {
			t.Error("a panic in a call is not the caller's")
		}
	}()
	each(10*worth, func(i int) {
		if i == 3*worth {
			panic("broken")
		}
	})
}
