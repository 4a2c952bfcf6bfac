package sector

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestOwnEntries(t *testing.T) {
	l := With([]Own{
		{Kind: OwnOrganisation, Text: "Kvarkon Sever", Country: "RS", Code: "police/cybercrime_unit"},
		{Kind: OwnOrganisation, Text: "Kvarkon Jug", Code: "officials"},
		{Kind: OwnTerm, Text: "digitaln* patrol*", Code: "police"},
		{Kind: OwnTerm, Text: "=DIP", Code: "fiu"},
		{Kind: OwnRule, Text: "honorary judge", Code: "ngo"},
		{Kind: OwnTerm, Text: "x", Code: "police"}, // no word: left out
	})
	for _, c := range []struct{ organisation, title, country, code, says string }{
		{"KVARKON „Север“", "", "Serbia", "police/cybercrime_unit", "kept for this organisation: “Kvarkon Sever”"},
		{"Kvarkon Sever", "", "Montenegro", "unknown", "nothing"},
		{"Kvarkon Sever, odjel", "", "Serbia", "unknown", "nothing"},
		{"Kvarkon Jug", "", "", "officials", "kept for this organisation"},
		{"Kvarkon Jug", "ministar", "", "public_authority", "kept for this organisation"},
		{"Kvarkon Sever", "sudija", "Serbia", "judiciary", "a judge by title"},
		{"", "Digitalna patrola", "", "police", "an entry of this office"},
		{"Odjel za cyber kriminal, digitalna patrola", "", "", "police/cybercrime_unit", "an entry of this office"},
		{"DIP", "analyst", "", "fiu", "an entry of this office: “=DIP”"},
		{"dip", "analyst", "", "unknown", "nothing"},
		{"Basic Court", "Honorary judge", "", "ngo", "a rule of this office"},
	} {
		got := l.Classify(Input{Organisation: c.organisation, JobTitle: c.title, Country: c.country})
		want, _ := ByCode(c.code)
		if got.Group != want.Group || got.Class != want.Class || got.Subtype != want.Subtype || !strings.HasPrefix(got.Reason, c.says) {
			t.Errorf("%+v: %s, %s, %s (%s)", c, got.Group, got.Class, got.Subtype, got.Reason)
		}
	}
	declared := l.Classify(Input{Declared: "Judiciary", Organisation: "Kvarkon Sever", Country: "Serbia"})
	if declared.Group != Judiciary || declared.Contradiction == "" {
		t.Errorf("declared: %+v", declared)
	}
	if With(nil).Version() != Version() || l.Version() == Version() {
		t.Error("the version does not name the own entries")
	}
}

func TestOwnEntryIsChecked(t *testing.T) {
	for name, o := range map[string]Own{
		"kind": {Kind: "word", Text: "Kvarkon", Code: "police"}, "no words": {Kind: OwnTerm, Text: "of - a", Code: "police"},
		"short stem": {Kind: OwnTerm, Text: "po*", Code: "police"}, "code": {Kind: OwnTerm, Text: "Kvarkon", Code: "policeman"},
		"unknown": {Kind: OwnTerm, Text: "Kvarkon", Code: "unknown"}, "country": {Kind: OwnTerm, Text: "Kvarkon", Country: "Atlantis", Code: "police"},
		"long": {Kind: OwnTerm, Text: strings.Repeat("kvarkon ", 60), Code: "police"},
	} {
		if _, err := o.Checked(); err == nil {
			t.Errorf("%s is taken", name)
		}
	}
	o, err := Own{Kind: OwnTerm, Text: "  Kvarkon\n Sever ", Country: "Srbija", Code: "police", Source: " list "}.Checked()
	if err != nil || o.Text != "Kvarkon Sever" || o.Country != "RS" || o.Source != "list" {
		t.Errorf("%+v, %v", o, err)
	}
	if o.Key() != (Own{Kind: OwnTerm, Text: "КВАРКОН север", Country: "RS"}).Key() || o.Key() == (Own{Kind: OwnTerm, Text: "kvarkon sever*", Country: "RS"}).Key() {
		t.Error("the key does not name what the entry fits")
	}
}

// The order in which entries are given changes nothing, and without any the words of the data files speak.
func TestOrderOfOwnEntries(t *testing.T) {
	word := rapid.SampledFrom([]string{"kvarkon", "sever", "police", "sud", "cyber*", "=FIU", "judge"})
	entry := rapid.Custom(func(t *rapid.T) Own {
		return Own{Kind: rapid.SampledFrom(Kinds()).Draw(t, "kind"), Text: strings.Join(rapid.SliceOfN(word, 1, 3).Draw(t, "text"), " "),
			Country: rapid.SampledFrom([]string{"", "RS", "AL"}).Draw(t, "country"), Code: rapid.SampledFrom([]string{"police", "fiu", "officials"}).Draw(t, "code")}
	})
	rapid.Check(t, func(t *rapid.T) {
		entries := rapid.SliceOfNDistinct(entry, 0, 6, Own.Key).Draw(t, "entries")
		in := Input{Organisation: strings.Join(rapid.SliceOfN(word, 0, 4).Draw(t, "organisation"), " "), JobTitle: "judge", Country: "RS"}
		other := rapid.Permutation(entries).Draw(t, "order")
		if a, b := With(entries).Classify(in), With(other).Classify(in); a != b {
			t.Fatalf("%+v: %+v or %+v", in, a, b)
		}
		if len(entries) == 0 && With(entries).Classify(in) != Classify(in) {
			t.Fatal("no entry says something")
		}
	})
}
