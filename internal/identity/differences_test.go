package identity

import (
	"slices"
	"strings"
	"testing"
)

func TestDifferences(t *testing.T) {
	for _, c := range []struct {
		shown, known string
		want         []string
	}{
		{"Ana Kovac", "Ana Kovač", []string{"c → č"}},
		{"Kovac Ana", "Ana Kovač", []string{"names in another order", "c → č"}},
		{"Kovač, Ana", "Ana Kovač", nil},
		{"ANA KOVAČ", "Ana Kovač", nil},
		{"Ana Kovaač", "Ana Kovač", []string{"one a more shown"}},
		{"Ana Kova", "Ana Kovač", []string{"one č missing"}},
		{"Ana Kobač", "Ana Kovač", []string{"b → v"}},
		{"Ана Ковач", "Ana Kovač", []string{"another script"}},
		{"A. Kovač", "Ana Kovač", []string{"initial a for ana"}},
		{"Ana Maria Kovač", "Ana Kovač", []string{"only shown: maria"}},
		{"Ana Kovač", "Ana Kovač Horvat", []string{"only registered: horvat"}},
		{"Ana Kovac (Court)", "Ana Kovač", []string{"c → č"}},
		{"iPhone", "Ana Kovač", nil},
		{"Peter Smith", "Ana Kovač", nil},
		{"", "Ana", nil},
	} {
		if got := Differences(c.shown, c.known); !slices.Equal(got, c.want) {
			t.Errorf("%q, %q: %q", c.shown, c.known, got)
		}
	}
}

// Names of any length and kind are answered, and equal ones never differ.
func FuzzDifferences(f *testing.F) {
	f.Add("Ana Kovač", "Kovac Ana")
	f.Add(strings.Repeat("ab ", 100), strings.Repeat("ba", 150))
	f.Fuzz(func(t *testing.T, a, b string) {
		if len(a) > 600 || len(b) > 600 {
			return
		}
		if got := Differences(a, b); len(got) > mostDifferences {
			t.Errorf("%d differences", len(got))
		}
	})
}
