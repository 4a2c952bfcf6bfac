package beneficiary

import "testing"

// A country/area is read in the cases and scripts of the region's languages.
func TestParseCases(t *testing.T) {
	for want, spellings := range map[Code][]string{
		Albania:              {"Shqipërisë", "u Albaniji", "Албанији", "Albaniei", "d'Albanie", "Αλβανίας", "Arnavutluk'un", "Republikës së Shqipërisë"},
		BosniaAndHerzegovina: {"Bosne i Hercegovine", "Bosni i Hercegovini", "Босне и Херцеговине", "Bosnjës dhe Hercegovinës", "Republike Srpske", "Βοσνία-Ερζεγοβίνη", "Federaciji BiH"},
		Kosovo:               {"na Kosovu", "Косову", "Kosova'nın", "Kosovo¹", "Kosovo*¹", "Kosovo (UNSC 1244)", "Κοσόβου", "Republikës së Kosovës", "Kosovo [UNSCR 1244/99]"},
		Montenegro:           {"Crnoj Gori", "Црној Гори", "Malit të Zi", "Muntenegrului", "Μαυροβουνίου", "Karadağ'ın"},
		NorthMacedonia:       {"Severne Makedonije", "Северне Македоније", "Maqedonisë së Veriut", "Macedoniei de Nord", "Βόρειας Μακεδονίας", "Kuzey Makedonya'nın"},
		Serbia:               {"u Srbiji", "Републике Србије", "Serbisë", "Serbiei", "Σερβίας", "Sırbistan'ın"},
		Turkey:               {"Turske", "Turqisë", "Türkiye'nin", "Turciei", "Τουρκίας"},
		Other:                {"Rumuniji", "Hrvatskoj", "Greqisë", "Bullgari"},
		Unknown:              {"Srbija i Crna Gora", "Kosovo / Srbija", "Macedonia and Albania"},
	} {
		for _, s := range spellings {
			if got := Parse(s); got != want {
				t.Errorf("Parse(%q) = %s, want %s", s, got, want)
			}
		}
	}
}

func TestWithin(t *testing.T) {
	for text, want := range map[string]string{
		"Ministarstvo pravde Crne Gore": "ME", "Policia e Kosovës": "XK", "MUP Republike Srpske": "BA", "Policija, Sremska Mitrovica": "RS",
		"Mali suçlar": "", "Romanian Police": "", "EU Office": "", "Srbija i Crna Gora": "",
	} {
		if got, _ := Within(text); got != want {
			t.Errorf("Within(%q) = %q, want %q", text, got, want)
		}
	}
}

// An ISO code is taken for itself, whatever else its letters say in the region.
func TestOfISO(t *testing.T) {
	for code, want := range map[string]Code{"ME": Montenegro, "XK": Kosovo, "CG": Other, "NA": Other, "RO": Other, "": Unknown, "ZZ": Unknown} {
		if got := OfISO(code); got != want {
			t.Errorf("OfISO(%q) = %s, want %s", code, got, want)
		}
	}
	if Parse("CG") != Montenegro || English("CG") == English("ME") {
		t.Error("a bare CG is Crna Gora where people write it, and another country as an ISO code")
	}
	seen := map[string]bool{}
	for i, c := range Countries() {
		if ISO(Picked(c)) != c {
			t.Errorf("%s, picked from the list, is read as %q", c, ISO(Picked(c)))
		}
		if seen[c] || English(c) == "" || i < 7 && Code(c) != All()[i] {
			t.Errorf("%d: %s", i, c)
		}
		seen[c] = true
	}
	for kind, endings := range callings() {
		for ending, code := range endings {
			if code != "" && English(code) == "" {
				t.Errorf("%s %s: no country %q", kind, ending, code)
			}
		}
	}
}
