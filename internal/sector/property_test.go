package sector

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"rapporteur/internal/beneficiary"
)

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"Тужилаштво": "tuzilastvo", "TUŽILAŠTVO": "tuzilastvo", "İSTANBUL": "istanbul", "ısı": "isi", "Đorđe": "dorde",
		"полиција": "policija", "Gjykatë": "gjykate", "Njegoš": "njegos", "е\u0301": "e",
	} {
		if got := fold(in); got != want {
			t.Errorf("fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestTokens(t *testing.T) {
	for in, want := range map[string]string{
		"Ministry of the Interior":   "ministry interior",
		"Banka Sever a.d.":           "banka sever a.d",
		"Firma d.o.o. Beograd":       "firma doo beograd",
		"Türk Bankası A. Ş.":         "turk bankasi a.s",
		"M.U.P. Srbije":              "mup srbije",
		"Banka a.d. Bl. Luka":        "banka a.d bl luka",
		"cour d'appel":               "cour appel",
		"prosecutor’s office":        "prosecutor office",
		"Sektor 4, odsjek 12":        "sektor 4 odsjek 12",
		"finansijsko-obavještajna":   "finansijsko obavjestajna",
		"\u200bSud\u00a0u Podgorici": "sud podgorici",
		"":                           "",
	} {
		var got []string
		for _, token := range tokensOf(in) {
			got = append(got, token.text)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("tokensOf(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestOneEdit(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"procuror", "pocuror", true}, {"inspektor", "inpektor", true}, {"diicot", "diicto", true}, {"judge", "judgge", true},
		{"police", "policy", true}, {"police", "police", true}, {"court", "counts", false}, {"abcd", "badc", false}, {"a", "", true},
	} {
		if withinOne(c.a, c.b) != c.want || withinOne(c.b, c.a) != c.want {
			t.Errorf("withinOne(%q, %q) is not %v", c.a, c.b, c.want)
		}
	}
}

// A label hangs on the words alone: not on case, diacritics, or the field they stand in.
func TestLabelHangsOnWordsAlone(t *testing.T) {
	bare := func(s string) string {
		var b strings.Builder
		for _, r := range norm.NFD.String(s) {
			if r < 0x300 || r > 0x36f {
				b.WriteRune(r)
			}
		}
		return norm.NFC.String(b.String())
	}
	for _, row := range readRows(t, "labelled.csv") {
		in := undeclared(row)
		want := Classify(in)
		for name, other := range map[string]Input{
			"capitals":       {Organisation: strings.ToUpper(in.Organisation), JobTitle: strings.ToUpper(in.JobTitle), Country: in.Country, EmailDomain: in.EmailDomain},
			"no diacritics":  {Organisation: bare(in.Organisation), JobTitle: bare(in.JobTitle), Country: in.Country, EmailDomain: in.EmailDomain},
			"swapped fields": {Organisation: in.JobTitle, JobTitle: in.Organisation, Country: in.Country, EmailDomain: in.EmailDomain},
			"one field":      {Organisation: in.JobTitle + ", " + in.Organisation, Country: in.Country, EmailDomain: in.EmailDomain},
		} {
			if got := Classify(other); got.Class != want.Class || got.Subtype != want.Subtype {
				t.Errorf("%s, %q: %s/%s (%s), want %s/%s (%s)", name, in, got.Class, got.Subtype, got.Reason, want.Class, want.Subtype, want.Reason)
			}
		}
	}
}

// Any text gives a label that holds together, and what was declared stands.
func TestClassifyHoldsTogether(t *testing.T) {
	word := rapid.SampledFrom([]string{"police", "sud", "тужилаштво", "hâkim", "FIU", "bank", "of", "cybercrime", "MUP", "a.d.", "avokat", "former", "ngo", "\xff", "", "İ", "ministry", "interior", "Kosovo", "?"})
	text := rapid.Custom(func(t *rapid.T) string { return strings.Join(rapid.SliceOfN(word, 0, 5).Draw(t, "words"), " ") })
	country := rapid.SampledFrom([]string{"", "Serbia", "Turkey", "Kosovo*", "Romania", "x"})
	rapid.Check(t, func(t *rapid.T) {
		in := Input{Declared: text.Draw(t, "declared"), Organisation: text.Draw(t, "organisation"), JobTitle: text.Draw(t, "title"), Country: country.Draw(t, "country")}
		got := Classify(in)
		if got.Class == "" && got.Group != Officials && got.Group != OtherGroup || got.Class != "" && GroupOf(got.Class) != got.Group {
			t.Fatalf("%+v: class %q is not of group %q", in, got.Class, got.Group)
		}
		if got.Subtype != "" && !allowed(got.Class, got.Subtype) {
			t.Fatalf("%+v: subtype %q is not of class %q", in, got.Subtype, got.Class)
		}
		if got.Reason == "" {
			t.Fatalf("%+v: no reason", in)
		}
		if a, ok := readDeclared(in.Declared, beneficiary.ISO(in.Country)); ok && len(a.groups) == 1 && got.Group != a.groups[0] {
			t.Fatalf("%+v: declared %s, labelled %s", in, a.groups[0], got.Group)
		}
	})
}

func FuzzClassify(f *testing.F) {
	f.Add("Police", "A. Ş.", "d.o.o", "Serbia", "gov.rs")
	f.Add("\x00", ".a", "é.é.", "*", ".")
	f.Fuzz(func(t *testing.T, declared, organisation, title, country, domain string) {
		Classify(Input{Declared: declared, Organisation: organisation, JobTitle: title, Country: country, EmailDomain: domain})
	})
}

func BenchmarkCompile(b *testing.B) {
	for b.Loop() {
		compile()
	}
}
