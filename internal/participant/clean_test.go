package participant

import (
	"testing"

	"pgregory.net/rapid"
)

// What the quick ways pass over is what the long ways leave as it is.
func TestQuickWays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune("abčŽıЂωé .@-_+A\u00a0\u00ad\u034f\u200b\u0600\ufeff\u0000\n,;<"))).Draw(t, "text")
		if at := rapid.IntRange(-10, len(text)).Draw(t, "cut"); at >= 0 {
			text = text[at:] // may leave half a letter
		}
		if isClean(text) && cleaned(text) != text {
			t.Fatalf("%q is not clean", text)
		}
		if isPlainEmail(text) && normalised(text) != text {
			t.Fatalf("%q is not normalised", text)
		}
	})
}
