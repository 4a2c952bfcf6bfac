package identity

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// What marks sort out would not have been taken: tokens that are a letter apart, forms of one name, parts of one another.
func TestMarksSortOutNothingThatFits(t *testing.T) {
	stem := rapid.StringOfN(rapid.RuneFrom([]rune("abkmrзч1")), 2, 6, -1)
	ending := rapid.SampledFrom([]string{"", "a", "o", "ar", "ra", "ski", "ska", "ov", "ova", "ev", "eva", "os", "u", "xyz"})
	rapid.Check(t, func(t *rapid.T) {
		begin := stem.Draw(t, "stem")
		a, b := begin+ending.Draw(t, "ending"), begin+ending.Draw(t, "other ending")
		for range rapid.IntRange(0, 2).Draw(t, "changes") {
			a, b = b, changed(t, a)
		}
		setApart(t, a, b)
	})
	setApart(t, "kamberios", "kamberiu") // no others that fit differ by as many letters
}

func setApart(t interface{ Errorf(string, ...any) }, a, b string) {
	x, y := markOf(a), markOf(b)
	if x.far(y) && (Near(a, b) || Flip(a, b) || SurnameForms(a, b)) {
		t.Errorf("%q and %q are set apart", a, b)
	}
	if !mayBeAlike(x, y) && alike(a, b) {
		t.Errorf("%q and %q are alike", a, b)
	}
}

// changed puts another ending or one other letter into a token.
func changed(t *rapid.T, token string) string {
	letters := []rune(token)
	at := rapid.IntRange(0, len(letters)).Draw(t, "at")
	other := rapid.SampledFrom([]string{"a", "e", "f", "l", "n", "q", "ч", "ski", ""}).Draw(t, "letters")
	return string(letters[:at]) + other + string(letters[min(len(letters), at+rapid.IntRange(0, 1).Draw(t, "out")):])
}

// An address is compared with a name as it would be without marks.
func TestMarksOfAddresses(t *testing.T) {
	word := rapid.SampledFrom([]string{"ana", "anja", "kovac", "kovač", "hadži", "lj", "njegoš", "vlad", "zoran", "perić", "anna", "zajmi", "ч", "b"})
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(word, 1, 4)
		known := NewName(strings.Join(words.Draw(t, "name"), " "))
		l := NewLocal(strings.Join(words.Draw(t, "address"), rapid.SampledFrom([]string{"", ".", "_1"}).Draw(t, "between")))
		plain := l
		plain.mark = ^mark(0)
		if got, want := l.Fit(&known), plain.Fit(&known); got != want {
			t.Fatalf("%+v beside %+v: %+v, want %+v", l, known, got, want)
		}
	})
}
