package sector

import (
	"encoding/csv"
	"os"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestClassifyRules reads testdata/rules.csv: one case for each rule and false friend.
func TestClassifyRules(t *testing.T) {
	data, err := os.ReadFile("testdata/rules.csv")
	if err != nil {
		t.Fatal(err)
	}
	r := csv.NewReader(strings.NewReader(string(data)))
	r.Comment = '#'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[1:] {
		in := Input{Declared: row[0], Organisation: row[1], JobTitle: row[2], Country: row[3], EmailDomain: row[4]}
		got := Classify(in)
		contradicts := ""
		if got.Contradiction != "" {
			contradicts = "yes"
		}
		if string(got.Group) != row[5] || string(got.Class) != row[6] || string(got.Subtype) != row[7] || contradicts != row[8] {
			t.Errorf("%q: %s, %s, %s, contradiction %q (%s); want %s", row[:5], got.Group, got.Class, got.Subtype, got.Contradiction, got.Reason, row[5:])
		}
	}
}

func TestTaxonomy(t *testing.T) {
	if len(Groups()) != 6 || Groups()[0] != Judiciary || Groups()[5] != Unknown {
		t.Errorf("groups %v", Groups())
	}
	for _, c := range Classes() {
		if l, ok := ByCode(string(c)); !ok || l.Group != GroupOf(c) || l.Class != c && c != "judiciary" {
			t.Errorf("ByCode(%s) = %+v, %v", c, l, ok)
		}
	}
	for code, want := range map[string]ResultGroup{
		"police/cybercrime_unit": GroupCybercrimeUnit, "police/financial_investigation": GroupFinancialInvestigation, "fiu": GroupFIU,
		"judiciary/judicial_cooperation": GroupJudicialCooperation, "public_authority/judicial_cooperation": GroupJudicialCooperation,
		"prosecution/judicial_cooperation": GroupJudicialCooperation, "police": "", "prosecution": "", "officials": "", "unknown": "",
	} {
		l, ok := ByCode(code)
		if !ok || ResultGroupOf(l) != want {
			t.Errorf("%s: %v, group %q, want %q", code, ok, ResultGroupOf(l), want)
		}
	}
	for code, want := range map[string]IPA3{"judiciary": IPA3Courts, "prosecution/judicial_cooperation": IPA3Prosecutors, "defence": IPA3Lawyers,
		"public_authority/judicial_cooperation": IPA3OtherLegal, "public_authority": "", "fiu": "", "police": "", "officials": ""} {
		if l, _ := ByCode(code); IPA3Of(l) != want {
			t.Errorf("%s: IPA III class %q, want %q", code, IPA3Of(l), want)
		}
	}
	for _, c := range Classes() {
		found := false
		for _, x := range levels {
			found = found || x.class == c && x.subtype == ""
		}
		if !found {
			t.Errorf("%s has no place in the second level", c)
		}
	}
	for _, code := range []string{"", "judge", "judiciary/cybercrime_unit", "fiu/x", "officials/fiu", "police/"} {
		if _, ok := ByCode(code); ok {
			t.Errorf("ByCode(%q) is taken", code)
		}
	}
}

func TestClassifyAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := Input{rapid.String().Draw(t, "d"), rapid.String().Draw(t, "o"), rapid.String().Draw(t, "t"), rapid.String().Draw(t, "c"), rapid.String().Draw(t, "e")}
		got := Classify(in)
		if got.Class != "" && GroupOf(got.Class) != got.Group {
			t.Fatalf("%s is no class of %s", got.Class, got.Group)
		}
	})
}

// Case and swapped fields do not change the class.
func TestSymmetry(t *testing.T) {
	for _, c := range [][2]string{
		{"Okružni sud", "sudija"}, {"Savcılık", "savcı"}, {"State Police, Cybercrime Sector", "chief"}, {"Dhoma e Avokatisë", "avokat"},
		{"Financial Intelligence Unit", "analyst"}, {"Faculty of Law", "professor"},
	} {
		want := Classify(Input{Organisation: c[0], JobTitle: c[1]})
		for _, in := range []Input{
			{Organisation: c[1], JobTitle: c[0]}, {Organisation: strings.ToUpper(c[0]), JobTitle: strings.ToUpper(c[1])}, {Organisation: c[1] + ", " + c[0]},
		} {
			if got := Classify(in); got.Class != want.Class || got.Subtype != want.Subtype {
				t.Errorf("%+v: %s %s, want %s %s", in, got.Class, got.Subtype, want.Class, want.Subtype)
			}
		}
	}
}

func BenchmarkClassify(b *testing.B) {
	in := Input{Declared: "Police / law enforcement", Organisation: "Ministry of Interior, Department for High-Tech Crime", JobTitle: "police inspector", Country: "Serbia"}
	for b.Loop() {
		Classify(in)
	}
}

func TestChoices(t *testing.T) {
	seen, labels := map[string]bool{}, map[Label]string{}
	for _, c := range Choices() {
		l, ok := ByCode(c.Code)
		if !ok || l.Group != c.Group || seen[c.Code] {
			t.Errorf("%s: %+v, taken %v, seen %v", c.Code, l, ok, seen[c.Code])
		}
		if other, twice := labels[l]; twice {
			t.Errorf("%s and %s are one label", c.Code, other)
		}
		if seen[c.Code], labels[l] = true, c.Code; (c.Finer == "") != (c.Code == string(c.Group)) {
			t.Errorf("%s is named %q", c.Code, c.Finer)
		}
	}
	for _, c := range Classes() {
		if l, _ := ByCode(string(c)); labels[l] == "" {
			t.Errorf("the class %s cannot be chosen", c)
		}
	}
}
