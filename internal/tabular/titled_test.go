package tabular

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// A title is found wherever a header's key is equal, however quickly most cells are passed over.
func TestTitled(t *testing.T) {
	const key = "Join time"
	mark := rapid.OneOf(rapid.Just(""), rapid.SampledFrom([]string{"", " ", "\u00a0", "\u200b", "\ufeff", "\t", "x", "ä", "\x00"}))
	cell := rapid.Custom(func(t *rapid.T) string {
		words := rapid.SampledFrom([]string{"join", "JOİN", "Joın", "time", "TİME", "j"})
		return mark.Draw(t, "before") + words.Draw(t, "first") + rapid.SampledFrom([]string{" ", " ", "  ", "\u202f", ""}).Draw(t, "between") + words.Draw(t, "second") + mark.Draw(t, "behind")
	})
	rapid.Check(t, func(t *rapid.T) {
		row := Row{Cells: rapid.SliceOfN(cell, 0, 3).Draw(t, "cells")}
		want := slices.ContainsFunc(row.Cells, func(c string) bool { return HeaderKey(c) == HeaderKey(key) })
		if got := row.Titled(strings.ToLower(key)); got != want {
			t.Fatalf("%q: %v, want %v", row.Cells, got, want)
		}
	})
}
