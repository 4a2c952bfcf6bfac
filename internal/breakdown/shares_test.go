package breakdown

import (
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestShares(t *testing.T) {
	for _, c := range []struct {
		values []int
		want   string
	}{
		{[]int{1, 1, 1}, ""},                                       // base under 20
		{[]int{10, 9}, ""},                                         // 19 is under 20
		{[]int{10, 10}, "50.0\u00a0%|50.0\u00a0%"},                 // 20 is not
		{[]int{10, 10, 10}, "33.4\u00a0%|33.3\u00a0%|33.3\u00a0%"}, // the tie goes to the first row
		{[]int{0, 166}, "0.0\u00a0%|100.0\u00a0%"},
		{[]int{}, ""},
	} {
		got := Shares(c.values)
		if len(got) != len(c.values) || strings.Trim(strings.Join(got, "|"), "|") != c.want {
			t.Errorf("Shares(%v) = %v, want\u00a0%q", c.values, got, c.want)
		}
	}
}

func TestSharesAddUpToAHundred(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(rapid.IntRange(0, 500), 1, 12).Draw(t, "values")
		base := 0
		for _, v := range values {
			base += v
		}
		tenths := 0
		for _, s := range Shares(values) {
			n, _ := strconv.Atoi(strings.NewReplacer(".", "", "\u00a0%", "").Replace(s))
			tenths += n
		}
		if base >= MinBase && tenths != 1000 {
			t.Fatalf("the shares of %v add up to %d tenths", values, tenths)
		}
	})
}

func TestRate(t *testing.T) {
	for _, c := range []struct {
		part, base int
		want       string
	}{{0, 0, "n/a"}, {5, 19, ""}, {152, 300, "50.7\u00a0%"}, {1, 2000, "0.1\u00a0%"}, {20, 20, "100.0\u00a0%"}} {
		if got := Rate(c.part, c.base); got != c.want {
			t.Errorf("Rate(%d, %d) = %q, want\u00a0%q", c.part, c.base, got, c.want)
		}
	}
}
