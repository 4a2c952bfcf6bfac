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

// Whatever the figures: the shares printed of the confirmed add up, joined and attended are the rates themselves, and none
// is further from its true value than a tenth.
func TestSharesOfTheConfirmedAddUp(t *testing.T) {
	tenths := func(s string) int {
		n, err := strconv.Atoi(strings.NewReplacer(".", "", "\u00a0%", "").Replace(s))
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	rapid.Check(t, func(t *rapid.T) {
		n := Totals{AttendedConfirmed: rapid.IntRange(0, 400).Draw(t, "attended"), ShortConfirmed: rapid.IntRange(0, 400).Draw(t, "short"),
			NoShows: rapid.IntRange(0, 400).Draw(t, "no-shows")}
		n.JoinedConfirmed = n.AttendedConfirmed + n.ShortConfirmed
		n.Confirmed = n.JoinedConfirmed + n.NoShows
		of := n.OfConfirmed()
		if n.Confirmed < MinBase {
			if none := Rate(0, n.Confirmed); of != (OfConfirmed{none, none, none, none}) {
				t.Fatalf("shares of %d: %v", n.Confirmed, of)
			}
			return
		}
		joined, attended, short, noShow := tenths(of.Joined), tenths(of.Attended), tenths(of.Short), tenths(of.NoShow)
		if joined+noShow != 1000 || attended+short != joined {
			t.Fatalf("%v do not add up", of)
		}
		if of.Joined != Rate(n.JoinedConfirmed, n.Confirmed) || of.Attended != Rate(n.AttendedConfirmed, n.Confirmed) {
			t.Fatalf("%v are not the rates", of)
		}
		for _, c := range [][2]int{{short, n.ShortConfirmed}, {noShow, n.NoShows}} {
			if off := c[0]*n.Confirmed - 1000*c[1]; off > n.Confirmed || off < -n.Confirmed {
				t.Fatalf("%d of %d is printed as %d tenths", c[1], n.Confirmed, c[0])
			}
		}
	})
}
