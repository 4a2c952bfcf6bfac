package beneficiary

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestParse(t *testing.T) {
	for want, spellings := range map[Code][]string{
		"AL":    {"Albania", "ALBANIA", " albania ", "AL", "ALB", "Shqipëria", "Republic of Albania", "Albanija", "Αλβανία"},
		"BA":    {"Bosnia and Herzegovina", "Bosnia & Herzegovina", "BiH", "Bosna i Hercegovina", "БОСНА И ХЕРЦЕГОВИНА", "Bosnien und Herzegowina", "Republika Srpska", "Bosnia-Herzegovina"},
		"XK":    {"Kosovo*", "Kosovo", "Kosova", "Косово", "Kosovo (UNSCR 1244)", "Kosovo *", "KOSOVO*", "XK", "Republika e Kosovës"},
		"ME":    {"Montenegro", "Crna Gora", "Црна Гора", "Mali i Zi", "MNE", "Podgorica, Montenegro"},
		"MK":    {"North Macedonia", "Republic of North Macedonia", "FYROM", "Северна Македонија", "Maqedonia e Veriut", "Macedonia"},
		"RS":    {"Serbia", "Srbija", "Србија", "Republika Srbija", "Serbie", "Sırbistan"},
		"TR":    {"Turkey", "Türkiye", "TÜRKİYE", "Turkiye", "turkiye", "Türkei", "T.C."},
		Other:   {"Romania", "România", "Republic of Moldova", "Germany", "Deutschland", "USA", "United Kingdom", "The Netherlands", "France"},
		Unknown: {"", "  ", "-", "n/a", "Atlantis", "Albania, Serbia", "*"},
	} {
		for _, s := range spellings {
			if got := Parse(s); got != want {
				t.Errorf("Parse(%q) = %s, want %s", s, got, want)
			}
		}
	}
}

func TestNamesByDate(t *testing.T) {
	day := func(s string) time.Time { d, _ := time.Parse(time.DateOnly, s); return d }
	for _, c := range []struct {
		code Code
		at   string
		want string
	}{
		{"TR", "2022-05-31", "Turkey"}, {"TR", "2022-06-01", "Türkiye"}, {"XK", "2020-05-28", "Kosovo*"},
		{"MK", "2019-02-11", "the former Yugoslav Republic of Macedonia"}, {"MK", "2019-02-12", "North Macedonia"},
		{Other, "2020-01-01", "Other countries"}, {Unknown, "2020-01-01", "Unknown"},
	} {
		if got := Name(c.code, day(c.at)); got != c.want {
			t.Errorf("Name(%s, %s) = %q, want %q", c.code, c.at, got, c.want)
		}
	}
}

func TestMarkKosovo(t *testing.T) {
	for in, want := range map[string]string{
		"Police of Kosovo":      "Police of Kosovo*",
		"Kosovo*, Serbia":       "Kosovo*, Serbia",
		"Policia e Kosovës":     "Policia e Kosovës*",
		"KOSOVO POLICE":         "KOSOVO* POLICE",
		"Косово и Србија":       "Косово* и Србија",
		"Ana Kosovac":           "Ana Kosovac",
		"Kosovo Polje":          "Kosovo Polje",
		"Court of Fushë Kosovë": "Court of Fushë Kosovë",
		"office@kosovo.example": "office@kosovo.example",
		"Kosovo. And Kosovo!":   "Kosovo*. And Kosovo*!",
		"It is Kosovo's police": "It is Kosovo*'s police",
		noteEU:                  noteEU,
		"\xff Kosovo":           "\xff Kosovo*",
	} {
		if got := MarkKosovo(in); got != want {
			t.Errorf("MarkKosovo(%q) = %q, want %q", in, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOf(rapid.SampledFrom([]string{"Kosovo", "Kosovo*", " ", ",", "Polje", "Fushë ", "Косово", "ac", "*", "é", "\xff"})).Draw(t, "parts")
		once := MarkKosovo(strings.Join(parts, ""))
		if twice := MarkKosovo(once); twice != once {
			t.Fatalf("not idempotent: %q, then %q", once, twice)
		}
	})
}
