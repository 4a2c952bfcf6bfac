package participant

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// The rules give what the library's replacer gives by the same pairs.
func TestSpellingsAreAReplacer(t *testing.T) {
	ours, theirs := newSpellings(digraphs), strings.NewReplacer(digraphs...)
	piece := rapid.SampledFrom(append([]string{"a", "h", "d", "z", "j", "ж", "q", "y", "hadj", "\x00"}, digraphs...))
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(piece).Draw(t, "pieces"), "")
		if got, want := ours.apply(text), theirs.Replace(text); got != want {
			t.Fatalf("%q becomes %q, want %q", text, got, want)
		}
	})
}
