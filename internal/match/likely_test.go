package match

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// council invents the registrations of a small webinar: families of near names, short forms and lone surnames.
func council() []LinkRegistration {
	return []LinkRegistration{
		{ID: "goran", FirstName: "Goran", LastName: "Stefanovski", Email: "g.stefanovski@sud.example.mk", Country: "North Macedonia"},
		{ID: "dukagjin", FirstName: "Dukagjin", LastName: "Berisha", Email: "dberisha@gjykata.example.ks", Country: "Kosovo"},
		{ID: "nikola", FirstName: "Nikola", LastName: "Perović", Email: "wolf77@mail.example", Country: "Montenegro"},
		{ID: "aleksandar", FirstName: "Aleksandar", LastName: "Tomić", Email: "atomic@mup.example.rs", Country: "Serbia"},
		{ID: "galina", FirstName: "Galina", LastName: "Melnyk", Email: "melnyk@gp.example.ua", Country: "Ukraine"},
		{ID: "hasan", FirstName: "Hasan", LastName: "Kılıç", Email: "hkilic@egm.example.tr", Organisation: "Cyber Crime Department", Country: "Turkey"},
		{ID: "luka", FirstName: "Luka", LastName: "Babić", Email: "luka.babic@mup.example.rs", Country: "Serbia"},
		{ID: "sanja", FirstName: "Sanja", LastName: "Marić", Email: "sanja.maric@jt.example.rs", Organisation: "Appellate Prosecution Novi Sad", Country: "Serbia"},
		{ID: "vesna-1", FirstName: "Vesna", LastName: "Kos", Email: "vesna.kos@jt.example.rs", Organisation: "Higher Court", Country: "Serbia"},
		{ID: "vesna-2", FirstName: "Vesna", LastName: "Kos", Email: "v.kos12@mail.example", Organisation: "Police", Country: "Serbia"},
	}
}

// TestLinkByLikeness: each evidence that makes a link of a name that is not quite the registered one, and what guards it.
func TestLinkByLikeness(t *testing.T) {
	for _, c := range []struct {
		why  string
		row  LinkRow
		want []string
	}{
		{"two letters that changed places", LinkRow{DisplayName: "Goran Stefnaovski"}, []string{"auto goran"}},
		{"a letter more than any name has", LinkRow{DisplayName: "Dukagjin Berirsha"}, []string{"auto dukagjin"}},
		{"a slip, and an address that holds the registered spelling", LinkRow{DisplayName: "Goran Stefnaovski", Email: "stefanovski7@home.example"}, []string{"auto goran"}},
		{"a slip, and an address that says nothing of the name", LinkRow{DisplayName: "Goran Stefnaovski", Email: "sunny7@home.example"}, []string{"review goran"}},
		{"a slip, and an address with the other name alone", LinkRow{DisplayName: "Goran Stefnaovski", Email: "goran7@home.example"}, []string{"review goran"}},
		{"a slip, and an address that spells what is shown", LinkRow{DisplayName: "Goran Stefnaovski", Email: "gstefnaovski@home.example"}, []string{"review goran"}},
		{"another ending of the family name", LinkRow{DisplayName: "Goran Stefanovska"}, []string{"review goran"}},
		{"one vowel for another", LinkRow{DisplayName: "Goran Stefenovski"}, []string{"review goran"}},
		{"a woman's form of the given name", LinkRow{DisplayName: "Gorana Stefanovski"}, []string{"review goran"}},
		{"a short form", LinkRow{DisplayName: "Aco Tomić"}, []string{"auto aleksandar"}},
		{"a short form, the other way round", LinkRow{DisplayName: "Nikolina Perović"}, nil},
		{"a short form at an address of another country", LinkRow{DisplayName: "Aco Tomić", Email: "aco@gov.example.tr"}, []string{"review aleksandar"}},
		{"an initial beside a surname that one person bears", LinkRow{DisplayName: "H. Kilic"}, []string{"auto hasan"}},
		{"such an initial, at an address that says nothing of the name", LinkRow{DisplayName: "H. Kilic", Email: "sunny7@home.example"}, []string{"review hasan"}},
		{"a consonant less in a family name", LinkRow{DisplayName: "Goran Stefaovski"}, []string{"review goran"}},
		{"a consonant twice", LinkRow{DisplayName: "Goran Stefannovski"}, []string{"auto goran"}},
		{"a vowel twice", LinkRow{DisplayName: "Goraan Stefanovski"}, []string{"review goran"}},
		{"a given name and another initial at the own address", LinkRow{DisplayName: "Luka M.", Email: "luka.babic@mup.example.rs"}, []string{"auto luka"}},
		{"a given name but for a letter at the own address", LinkRow{DisplayName: "Lulka", Email: "luka.babic@mup.example.rs"}, []string{"auto luka"}},
		{"a family name and another's initial at the own address", LinkRow{DisplayName: "M. Babić", Email: "luka.babic@mup.example.rs"}, []string{"review luka"}},
		{"another given name, one letter away, at the own address", LinkRow{DisplayName: "Tanja", Email: "sanja.maric@jt.example.rs"}, []string{"review sanja"}},
		{"a letter in another's place at the own address", LinkRow{DisplayName: "Luza", Email: "luka.babic@mup.example.rs"}, []string{"review luka"}},
		{"an initial with the organisation beside it", LinkRow{DisplayName: "H. Kilic (Cyber Crime Department)"}, []string{"auto hasan"}},
		{"a given name, an initial and the organisation", LinkRow{DisplayName: "Hasan K. (Cyber Crime Department)"}, []string{"review hasan"}},
		{"a family name with another letter, which a colleague may bear", LinkRow{DisplayName: "Sanja Mirić - Appellate Prosecution Novi Sad"}, []string{"review sanja"}},
		{"a given name beside an initial, which many may bear", LinkRow{DisplayName: "Hasan K."}, []string{"review hasan"}},
		{"an initial at an address that spells another given name", LinkRow{DisplayName: "H. Kilic", Email: "hakilic.hatice@home.example"}, []string{"review hasan"}},
		{"an initial that does not fit", LinkRow{DisplayName: "M. Kilic"}, nil},
		{"h for g, as Ukrainian passports have it", LinkRow{DisplayName: "Halyna Melnyk"}, []string{"auto galina"}},
		{"one name shown, the other in the address", LinkRow{DisplayName: "Nikola", Email: "perovic@home.example"}, []string{"auto nikola"}},
		{"one name shown, a longer surname in the address", LinkRow{DisplayName: "Nikola", Email: "nikolaperovicmaric@home.example"}, []string{"review nikola"}},
		{"one name shown, another surname in the address", LinkRow{DisplayName: "Nikola", Email: "kovac@home.example"}, []string{"review nikola"}},
		{"a device at an address that spells a registered name", LinkRow{DisplayName: "iPad", Email: "goran.stefanovski@home.example"}, []string{"auto goran"}},
		{"a device at an address that spells half of one", LinkRow{DisplayName: "iPad", Email: "stefanovski@home.example"}, nil},
		{"a slip in a short name at the own address", LinkRow{DisplayName: "Lka Babić", Email: "luka.babic@mup.example.rs"}, []string{"auto luka"}},
		{"another short name at that address", LinkRow{DisplayName: "Una Babić", Email: "luka.babic@mup.example.rs"}, []string{"review luka"}},
		{"the registered address but for a letter", LinkRow{DisplayName: "Vesna Kos", Email: "vesna.koas@jt.example.rs"}, []string{"auto vesna-1"}},
		{"two of the name and no address", LinkRow{DisplayName: "Vesna Kos"}, []string{"review vesna-1", "review vesna-2"}},
	} {
		c.row.ID = "1"
		var got []string
		for _, d := range Link(council(), []LinkRow{c.row}) {
			got = append(got, d.Decision+" "+d.RegID)
		}
		slices.Sort(got)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.why, got, c.want)
		}
	}
}

// TestLinkTakesConnectionsApart: each person at a connection has a decision of their own.
func TestLinkTakesConnectionsApart(t *testing.T) {
	for _, c := range []struct {
		why  string
		row  LinkRow
		want []string
	}{
		{"two sure names", LinkRow{DisplayName: "Goran Stefanovski & Hasan Kılıç"}, []string{"auto goran", "auto hasan"}},
		{"a sure name and one that two bear", LinkRow{DisplayName: "Goran Stefanovski & Vesna Kos"}, []string{"auto goran", "review vesna-1", "review vesna-2"}},
		{"two given names, one of them the owner of the address", LinkRow{DisplayName: "Luka i Sanja", Email: "luka.babic@mup.example.rs"}, []string{"auto luka", "review sanja"}},
		{"two given names, no address", LinkRow{DisplayName: "Luka i Sanja"}, []string{"review luka", "review sanja"}},
		{"the owner of the address, and a name that two bear", LinkRow{DisplayName: "Goran Stefanovski, Vesna Kos", Email: "g.stefanovski@sud.example.mk"}, []string{"auto goran", "review vesna-1", "review vesna-2"}},
		{"one name and an office", LinkRow{DisplayName: "Goran Stefanovski, Basic Court Skopje"}, []string{"auto goran"}},
	} {
		c.row.ID = "1"
		var got []string
		for _, d := range Link(council(), []LinkRow{c.row}) {
			got = append(got, d.Decision+" "+d.RegID)
		}
		slices.Sort(got)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.why, got, c.want)
		}
	}
}

// TestGivenSlip: a letter's difference makes of a usual given name what nobody is called; and what guards the rule.
func TestGivenSlip(t *testing.T) {
	regs := council()
	for i := range 800 { // names enough to know what is none
		regs = append(regs, LinkRegistration{ID: fmt.Sprintf("more-%03d", i), FirstName: "Rista" + string(rune('a'+i%3)) + "c" + string(rune('a'+i/3%20)) + "m", LastName: "Zu" + string(rune('b'+i%20)) + "o" + string(rune('b'+i/20%20)) + "u" + string(rune('b'+i/400)) + "ar"})
	}
	for i, last := range strings.Fields("Todorov Micev Lazov Kitanov Simov") {
		regs = append(regs, LinkRegistration{ID: fmt.Sprintf("d-%d", i), FirstName: "Dimitar", LastName: last})
	}
	regs = append(regs, LinkRegistration{ID: "rare", FirstName: "Blagun", LastName: "Penev"})
	for _, c := range []struct{ why, shown, want string }{
		{"a letter missing", "Dmitar Kitanov", "auto d-3"},
		{"a letter for another", "Dimizar Kitanov", "auto d-3"},
		{"the woman's form with a slip", "Dimitaor Kitanov", "review d-3"},
		{"a given name that one person bears", "Blagum Penev", "review rare"},
	} {
		got := ""
		for _, d := range Link(regs, []LinkRow{{ID: "1", DisplayName: c.shown}}) {
			got += d.Decision + " " + d.RegID
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.why, got, c.want)
		}
	}
	if got := Link(council(), []LinkRow{{ID: "1", DisplayName: "Vesha Kos"}}); len(got) == 0 || got[0].Decision != "review" {
		t.Errorf("in a short list: %v", got)
	}
}

// A namesake is one in another alphabet too, where Greek χ is h or ch.
func TestLinkSeesNamesakesInGreek(t *testing.T) {
	regs := []LinkRegistration{{ID: "R1", FirstName: "Άγγελος", LastName: "Βλαχάς", Email: "av@mail.example"}, {ID: "R2", FirstName: "Angelos", LastName: "Vlachas", Email: "va@mail.example"}}
	for _, d := range Link(regs, []LinkRow{{ID: "1", DisplayName: "ΆΓΓΕΛΟΣ ΒΛΑΧΑΣ"}}) {
		if d.Decision != "review" {
			t.Errorf("%+v", d)
		}
	}
	if got := Link(regs[:1], []LinkRow{{ID: "1", DisplayName: "Άγγελος Βλαχάς"}}); len(got) != 1 || got[0].Decision != "auto" {
		t.Errorf("alone: %+v", got)
	}
}

// Of a name that the list holds in one field, or in the other's field each, nobody knows which part is the family's: an initial
// beside either is asked about.
func TestInitialBesideANameInOneField(t *testing.T) {
	for _, reg := range []LinkRegistration{{LastName: "Hasan Kilic"}, {FirstName: "Hasan Kilic"}, {FirstName: "Kilic", LastName: "Hasan"}} {
		reg.ID, reg.Organisation = "R1", "Cyber Crime Department"
		for _, shown := range []string{"Hasan K. (Cyber Crime Department)", "H. Kilic (Cyber Crime Department)"} {
			got := Link([]LinkRegistration{reg}, []LinkRow{{ID: "1", DisplayName: shown}})
			if len(got) != 1 || got[0].Decision != "review" {
				t.Errorf("%s: %+v", shown, got)
			}
		}
	}
}
