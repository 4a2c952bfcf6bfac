package sector

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestCutWords: people shorten the words of an institution and put a dot. A cut word is read beside a whole one, never alone,
// and an exact reading goes before it.
func TestCutWords(t *testing.T) {
	for _, c := range []struct{ organisation, title, country, want, quoted string }{
		{"Fin. obavj. odjeljenje", "", "Bosnia and Herzegovina", "fiu", "Fin. obavj. odjeljenje"},
		{"Min. pravde, Dir. za međ. pravosudnu saradnju", "", "Montenegro", "public_authority/judicial_cooperation", "Min. pravde"},
		{"Сектор за комп. криминал и диг. форензика", "", "North Macedonia", "police/cybercrime_unit", ""},
		{"Mali Suçları Arş. Kur.", "", "Turkey", "fiu", "Mali Suçları Arş. Kur"},
		{"Jandarma Gn. Komutanlığı", "", "Turkey", "police", ""},
		{"Adm. Court", "", "Serbia", "judiciary", "Adm. Court"},
		{"Public Pros. Office", "", "Kosovo*", "prosecution", ""},
		{"Public Proc. Office", "", "Albania", "public_authority", ""},                      // procurement: two letters are left out of the other
		{"Court Int. Cooperation", "", "Serbia", "judiciary/judicial_cooperation", "Court"}, // no court interpreter
		{"Sud. vještak", "", "Bosnia and Herzegovina", "unknown", ""},
		{"Pros.", "", "Serbia", "unknown", ""},
		{"Min. unutr. posl. TK", "pravnik", "Bosnia and Herzegovina", "public_authority", "Min. unutr"},
		{"Prosecut.", "", "Serbia", "unknown", ""},
		{"Jud. Pros.", "", "Serbia", "unknown", ""},
		{"Ministry of Justice.", "", "Serbia", "public_authority", "Ministry of Justice"},
	} {
		got := Classify(Input{Organisation: c.organisation, JobTitle: c.title, Country: c.country})
		label := strings.TrimSuffix(string(got.Class)+"/"+string(got.Subtype), "/")
		if label != c.want || !strings.Contains(got.Reason, c.quoted) {
			t.Errorf("%q: %s (%s), want %s", c.organisation, label, got.Reason, c.want)
		}
	}
	if got := Classify(Input{Organisation: "Fin. obavj. odjeljenje", Country: "BA"}); !strings.HasSuffix(got.Reason, ", a word shortened") {
		t.Errorf("the reason does not say that a word is shortened: %s", got.Reason)
	}
}

// A dot behind a whole word moves nobody: it ends a sentence, or a line that was pasted.
func TestDotBehindWholeWord(t *testing.T) {
	rows := readRows(t, "labelled.csv")
	rapid.Check(t, func(t *rapid.T) {
		row := rapid.SampledFrom(rows).Draw(t, "row")
		in := undeclared(row)
		want := Classify(in)
		if r := []rune(in.Organisation); len(r) == 0 || r[len(r)-1] == '.' || len(strings.Fields(in.Organisation)) < 2 {
			return
		}
		in.Organisation += "."
		got := Classify(in)
		if got.Class != want.Class && want.Class != ClassUnknown {
			t.Fatalf("%q: %s with a dot, %s without (%s)", in.Organisation, got.Class, want.Class, got.Reason)
		}
	})
}
