package beneficiary

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestRowsKeepTheFixedOrder(t *testing.T) {
	want := []Code{"AL", "BA", "XK", "ME", "MK", "RS", "TR", "other", "unknown"}
	if got := Rows(); !slices.Equal(got, want) {
		t.Errorf("Rows() = %v, want %v", got, want)
	}
	if got := All(); !slices.Equal(got, want[:7]) {
		t.Errorf("All() = %v, want %v", got, want[:7])
	}
}

func TestParse(t *testing.T) {
	cases := map[Code][]string{
		Albania:              {"Albania", "SHQIPËRI", "Shqipëria", "shqiperi", "Republika e Shqipërisë", "Republic of Albania", "AL", "alb", "Albanija", "Албанија", "Arnavutluk", "Αλβανία", "Albanie", "Tirana, Albania", "Albanian", "shqiptare", "Arnavut", "🇦🇱", "Albania🇦🇱"},
		BosniaAndHerzegovina: {"Bosnia and Herzegovina", "BiH", "B i H", "B.i.H.", "B&H", "BIH", "ba", "Bosna i Hercegovina", "Босна и Херцеговина", "Bosnia & Herzegovina", "Bosnia-Herzegovina", "Bosnien und Herzegowina", "Bosnie-Herzégovine", "Bosna-Hersek", "Republika Srpska", "Federation of BiH", "Bosnia and Herzegowina", "Sarajevo (BiH)", "БиХ", "RS, BiH", "BiH / FBiH", "Brčko distrikt BiH", "bosanski", "Bosnian", "Federation BiH", "BiH, Banja Luka office", "Banja Luka, RS", "R. Srpska", "Rep. Srpska", "Srpska, BiH", "BH", "🇧🇦"},
		Kosovo:               {"Kosovo", "Kosovo*", "KOSOVO *", "Kosova", "Kosovë", "Kosove", "Косово", "XK", "RKS", "Kosovo (UNSCR 1244)", "Kosovo (under UNSCR 1244/1999)", "Republic of Kosovo", "Republika e Kosovës", "Pristina, Kosovo*", "Kosovo in line with UNSCR 1244", "Kosovo* (this designation is without prejudice to positions on status)", "Kosovar", "Le Kosovo", "🇽🇰", "Kosovo 🇽🇰", "Kosov?", "Kosov\ufffd", "Rep. e Kosovës", "*Kosovo", "Kosovo i Metohija"},
		Montenegro:           {"Montenegro", "Crna Gora", "Црна Гора", "MNE", "Mali i Zi", "Karadağ", "Monténégro", "Muntenegru", "Republic of Montenegro", "CG", "Montenegrin", "црногорски", "ЦГ", "Podgorica, ME"},
		NorthMacedonia:       {"North Macedonia", "Republic of North Macedonia", "The Republic of North Macedonia", "Северна Македонија", "Република Северна Македонија", "Macedonia", "FYROM", "F.Y.R.O.M.", "the former Yugoslav Republic of Macedonia", "MK", "MKD", "Severna Makedonija", "Maqedonia e Veriut", "Kuzey Makedonya", "Macedonia, The Former Yugoslav Republic of", "FYROM/ Macedonia", "FYR of Macedonia", "Р.С. Македонија", "македонски", "North-Macedonia", "Maq. e Veriut"},
		Serbia:               {"Serbia", "Srbija", "Србија", "Republika Srbija", "Република Србија", "RS", "SRB", "Serbien", "Serbie", "Sırbistan", "Belgrade / Serbia", " serbia ", "Sebria", "R. Srbija", "Serbian", "српски", "Serbia Belgrade", "🇷🇸", "Belgrade, RS", "N/A, Serbia"},
		Turkey:               {"Turkey", "Türkiye", "Turkiye", "TÜRKİYE", "türkiye", "Türkiye Cumhuriyeti", "T.C.", "Republic of Türkiye", "TR", "Türkei", "Turquie", "Turska", "Турција", "Τουρκία", "Turkey (Türkiye)", "TC", "Turkish", "Türkiye/Turkey", "TÜRKIYE", "Türkiye 🇹🇷", "T?rkiye"},
		Other:                {"Romania", "România", "Rumunija", "UK", "United States of America", "U.S.A.", "Germany", "Deutschland", "Ukraine", "Україна", "Hrvatska", "Republic of Moldova", "Moldova, Republic of", "Grčka", "Czech Republic", "Georgia", "Netherlands", "The Netherlands", "Other", "Drugo", "Tjetër", "NL", "Kibris", "KIBRIS", "Australia", "Austria", "Slovakia", "Slovenia", "🇬🇷", "RH", "Zagreb, RH", "Київ", "Zvicra", "Greqia"},
		Unknown:              {"", "  ", "-", "n/a", "NA", "none", "Yugoslavia", "Albania / Serbia", "Serbia and Montenegro", "Kosovo and Serbia", "Western Balkans", "Балкан", "xx", "Atlantis", "\u200b", "Srpska", "Српска", "USA / Serbia", "Georgia, USA", "AP Kosovo i Metohija, Srbija", "Kosovo (Serbia)", "🇷🇸🇧🇦", "🇦", "RS / ME"},
	}
	for want, spellings := range cases {
		for _, s := range spellings {
			if got := Parse(s); got != want {
				t.Errorf("Parse(%q) = %s, want %s", s, got, want)
			}
		}
	}
}

func TestEverySpellingBelongsToOneCountry(t *testing.T) {
	a := world()
	for line := range dataLines(countriesFile) {
		column := strings.Split(line, "\t")
		if code := a.code[key(a.english[column[0]])]; code != column[0] {
			t.Errorf("the English name of %s is read as %q", column[0], code)
		}
	}
	for line := range dataLines(spellingsFile) {
		code, names, _ := strings.Cut(line, "\t")
		for _, n := range strings.Split(names, "|") {
			if got := a.code[key(n)]; got != code {
				t.Errorf("%q stands under %s and %s", n, code, got)
			}
		}
	}
}

func TestParseIgnoresCaseAndMarks(t *testing.T) {
	for _, s := range []string{"Türkiye", "Shqipëria", "Bosna i Hercegovina", "Montenegro", "Северна Македонија", "Kosovë"} {
		if got := Parse(strings.ToUpper(s)); got != Parse(s) {
			t.Errorf("Parse(%q) = %s, want %s", strings.ToUpper(s), got, Parse(s))
		}
	}
}

func TestParseOther(t *testing.T) {
	cases := []struct {
		raw, name string
		ok        bool
	}{
		{"Rumunija", "Romania", true}, {"Česko", "Czechia", true}, {"Other country", "", true},
		{"Serbia", "", false}, {"", "", false}, {"Atlantis", "", false},
	}
	for _, c := range cases {
		name, ok := ParseOther(c.raw)
		if name != c.name || ok != c.ok {
			t.Errorf("ParseOther(%q) = %q, %v; want %q, %v", c.raw, name, ok, c.name, c.ok)
		}
	}
}

func TestNameByDate(t *testing.T) {
	day := func(s string) time.Time {
		at, err := time.Parse(time.DateOnly, s)
		if err != nil {
			t.Fatal(err)
		}
		return at
	}
	cases := []struct {
		code     Code
		on, want string
	}{
		{Turkey, "2020-05-28", "Turkey"}, {Turkey, "2022-05-31", "Turkey"}, {Turkey, "2022-06-01", "Türkiye"},
		{NorthMacedonia, "2019-02-11", "the former Yugoslav Republic of Macedonia"}, {NorthMacedonia, "2019-02-12", "North Macedonia"},
		{Kosovo, "2020-05-28", "Kosovo*"}, {Albania, "2020-05-28", "Albania"}, {BosniaAndHerzegovina, "2020-05-28", "Bosnia and Herzegovina"},
		{Montenegro, "2020-05-28", "Montenegro"}, {Serbia, "2020-05-28", "Serbia"},
		{Other, "2020-05-28", "Other countries"}, {Unknown, "2020-05-28", "Unknown"},
	}
	for _, c := range cases {
		if got := Name(c.code, day(c.on)); got != c.want {
			t.Errorf("Name(%s, %s) = %q, want %q", c.code, c.on, got, c.want)
		}
	}
	for _, code := range Rows() {
		if code != Other && Parse(Name(code, day("2023-01-01"))) != code {
			t.Errorf("the printed name of %s is not read back", code)
		}
	}
}

func TestNameChangesAtMidnightOfItsOwnZone(t *testing.T) {
	zone := time.FixedZone("+03", 3*3600)
	if got := Name(Turkey, time.Date(2022, 6, 1, 0, 30, 0, 0, zone)); got != "Türkiye" {
		t.Errorf("half past midnight of 1 June 2022, local time: %q", got)
	}
}

func TestMarkKosovo(t *testing.T) {
	cases := []struct{ name, text, want string }{
		{"territory", "Participants from Kosovo and Serbia.", "Participants from Kosovo* and Serbia."},
		{"institution", "Kosovo Police, Policia e Kosovës", "Kosovo* Police, Policia e Kosovës*"},
		{"capitals", "KOSOVO", "KOSOVO*"},
		{"Cyrillic", "Полиција, Косово", "Полиција, Косово*"},
		{"possessive", "Kosovo's police", "Kosovo*'s police"},
		{"marked already", "Kosovo* and Kosovo *", "Kosovo* and Kosovo *"},
		{"several", "Kosovo, Kosova, Kosovë", "Kosovo*, Kosova*, Kosovë*"},
		{"decomposed letters", "Kosove\u0308", "Kosove\u0308*"},
		{"surname", "Kosovac, Kosovich, Косовац", "Kosovac, Kosovich, Косовац"},
		{"place", "Kosovo Polje, Fushë Kosovë, Fushë-Kosovë, Fushe Kosove, Косово Поље", "Kosovo Polje, Fushë Kosovë, Fushë-Kosovë, Fushe Kosove, Косово Поље"},
		{"place and territory", "Kosovo Polje, Kosovo", "Kosovo Polje, Kosovo*"},
		{"addresses", "info@police.kosovo.example https://kosovo.example www.kosovo.example kosovo.example", "info@police.kosovo.example https://kosovo.example www.kosovo.example kosovo.example"},
		{"end of a sentence without blank", "in Kosovo.The next", "in Kosovo*.The next"},
		{"a byte that is no UTF-8", "\xff Kosovo", "\xff Kosovo*"},
		{"no such word", "Komora", "Komora"},
	}
	for _, c := range cases {
		if got := MarkKosovo(c.text); got != c.want {
			t.Errorf("%s: MarkKosovo(%q) = %q, want %q", c.name, c.text, got, c.want)
		}
	}
	for _, kind := range []string{FootnoteEU, FootnoteCouncilOfEurope, FootnoteUN} {
		if got := MarkKosovo("* " + Footnote(kind)); got != "* "+Footnote(kind) {
			t.Errorf("the %s footnote was marked: %q", kind, got)
		}
	}
	if got := MarkKosovoExcept("Hotel Kosovo, Kosovo", []string{"hotel kosovo"}); got != "Hotel Kosovo, Kosovo*" {
		t.Errorf("officer's exemption: %q", got)
	}
}

func TestMarkKosovoIsIdempotent(t *testing.T) {
	pieces := rapid.SampledFrom([]string{"Kosovo", "Kosova", "Kosovë", "Kosovës", "Косово", "*", " ", ",", "Polje", "Fushë", "-", "(", ".", "@", "\u0308", "Kosovac", "rest", "www.", Footnote(FootnoteEU)})
	doubled := regexp.MustCompile(`\*\*`)
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(pieces, 0, 12).Draw(t, "pieces"), "")
		once := MarkKosovo(text)
		if twice := MarkKosovo(once); twice != once {
			t.Fatalf("%q became %q, then %q", text, once, twice)
		}
		if !doubled.MatchString(text) && doubled.MatchString(once) {
			t.Fatalf("%q became %q", text, once)
		}
		if strings.ReplaceAll(once, "*", "") != strings.ReplaceAll(text, "*", "") {
			t.Fatalf("%q lost text: %q", text, once)
		}
	})
}

func TestFootnoteIsNeverMissing(t *testing.T) {
	if Footnote("") != Footnote(FootnoteEU) || Footnote("anything") != Footnote(FootnoteEU) {
		t.Error("an unknown kind must give the EU's footnote")
	}
	if Footnote(FootnoteUN) != "UNSCR 1244" || !strings.HasPrefix(Footnote(FootnoteCouncilOfEurope), "All reference to Kosovo") {
		t.Error("the footnotes are not the prescribed ones")
	}
}

func FuzzParse(f *testing.F) {
	f.Add("Kosovo (UNSCR 1244)")
	f.Add("\xff\x00")
	f.Add("ϓ")
	f.Add("🇽🇰🇽 Kosovo")
	f.Fuzz(func(t *testing.T, raw string) {
		if code := Parse(raw); !slices.Contains(Rows(), code) {
			t.Errorf("Parse gave %q", code)
		}
		if k := key(raw); key(k) != k {
			t.Errorf("key is not stable: %q, %q", k, key(k))
		}
	})
}
