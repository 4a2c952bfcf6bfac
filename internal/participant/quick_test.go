package participant

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

// Each quick way gives what the plain way gives.

func TestComposedTextsStayAsTheyAre(t *testing.T) {
	for r := range rune(utf8.MaxRune) + 1 {
		if s := string(r); isComposed(s) && norm.NFC.String(s) != s {
			t.Errorf("%U changes", r)
		}
	}
	text := rapid.StringOf(rapid.OneOf(rapid.RuneFrom([]rune("aćđž ʼ˚Ѐђјё҃̀̈ͅ")), rapid.Rune()))
	rapid.Check(t, func(t *rapid.T) {
		if s := text.Draw(t, "text"); isComposed(s) && norm.NFC.String(s) != s {
			t.Fatalf("%q changes", s)
		}
	})
}

func TestQuickKeys(t *testing.T) {
	word := rapid.OneOf(rapid.StringMatching(`[A-Za-z0-9]{0,12}`), rapid.StringMatching(`[djzhcqwxytnligsk]{1,8}`), rapid.String())
	rapid.Check(t, func(t *rapid.T) {
		w := word.Draw(t, "word")
		for name, pair := range map[string][2]string{"Fold": {Fold(w), fold(w)}, "Fine": {Fine(w), fine(w)}, "Latin": {Latin(w), lettersOf(w)}} {
			if pair[0] != pair[1] {
				t.Fatalf("%s(%q) = %q, want %q", name, w, pair[0], pair[1])
			}
		}
	})
}

func TestCallers(t *testing.T) {
	var names []string
	for name := range callerNames {
		names = append(names, name, strings.ToUpper(name))
	}
	piece := rapid.OneOf(rapid.SampledFrom(names), rapid.SampledFrom([]string{" 3", "_+38", "xX", "*", "İ", "ſ", "K", strings.Repeat("a", 60)}), rapid.StringN(0, 3, 6))
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(piece, 0, 3).Draw(t, "pieces"), "")
		if got, want := isCaller(s), callerNames[strings.ToLower(strings.TrimRight(s, "0123456789*xX+()_:#- "))]; got != want {
			t.Fatalf("%q: %v, want %v", s, got, want)
		}
	})
}
