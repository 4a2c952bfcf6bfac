package match

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
)

func linkTables() ([]LinkRegistration, []LinkRow) {
	regs := []LinkRegistration{
		{ID: "R1", FirstName: "Ana", LastName: "Kovač", Email: "ana.kovac@sud.example.rs", Organisation: "Basic Court", JobTitle: "Judge", Country: "Serbia"},
		{ID: "R2", FirstName: "Јован", LastName: "Петровиќ", Email: "jovan@mail.example", Phone: "+38970111222", Country: "North Macedonia"},
		{ID: "R3", FirstName: "Şükrü", LastName: "Işık", Email: "s.isik@egm.example.tr", Country: "Turkey"},
		{ID: "R4", FirstName: "Ana", LastName: "Kovac", Email: "ana@home.example", Organisation: "Basic Court", JobTitle: "Judge", Country: "Serbia"},
		{ID: "R5", FirstName: "Elira", LastName: "Gjata", Email: "e@mail.example", Organisation: "Police", JobTitle: "Inspector", Country: "Albania"},
		{ID: "R6", FirstName: "Elira", LastName: "Gjata", Email: "eg@mail.example", Organisation: "Court", JobTitle: "Judge", Country: "Albania"},
	}
	rows := []LinkRow{
		{ID: "1", DisplayName: "Judge Ana Kovac", Email: "ana@home.example"},
		{ID: "2", DisplayName: "Jovan Petrovikj", CountryRegion: "North Macedonia"},
		{ID: "3", DisplayName: "S. Işık", Email: "sukru.isik@mail.example"},
		{ID: "4", DisplayName: "Galaxy S10", Email: "sukru.isik@mail.example"},
		{ID: "5", DisplayName: "Elira Gjata"},
		{ID: "6", DisplayName: "Elira Gjata (Court)"},
		{ID: "7", DisplayName: "Ana Kovač & Şükrü Işık"},
		{ID: "8", DisplayName: "+389 70 111 222"},
		{ID: "9", DisplayName: "Bekim Prifti", Email: "bekim@mail.example"},
		{ID: "A", DisplayName: "iPhone"},
	}
	return regs, rows
}

func TestLink(t *testing.T) {
	regs, rows := linkTables()
	want := map[string][]string{"1": {"auto R4"}, "2": {"auto R2"}, "3": {"auto R3"}, "4": {"auto R3"}, "5": {"review R5", "review R6"},
		"6": {"auto R6"}, "7": {"auto R1", "auto R3"}, "8": {"auto R2"}}
	got := map[string][]string{}
	for _, d := range Link(regs, rows) {
		got[d.RowID] = append(got[d.RowID], d.Decision+" "+d.RegID)
		if d.Reason == "" || d.Score <= 0 || d.Score > 1 {
			t.Errorf("row %s: score %v, reason %q", d.RowID, d.Score, d.Reason)
		}
	}
	for _, lines := range got {
		slices.Sort(lines)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

func TestLinkDependsOnNoOrder(t *testing.T) {
	regs, rows := linkTables()
	want := Link(regs, rows)
	for seed := range uint64(20) {
		rng := rand.New(rand.NewPCG(seed, 3))
		rng.Shuffle(len(regs), func(i, j int) { regs[i], regs[j] = regs[j], regs[i] })
		rng.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
		if got := Link(regs, rows); !reflect.DeepEqual(got, want) {
			t.Fatalf("another order gives\n%v\nwant\n%v", got, want)
		}
	}
}

// TestLinkSureOrAsked: what makes a link without asking, and what the like of it does not.
func TestLinkSureOrAsked(t *testing.T) {
	regs := []LinkRegistration{
		{ID: "ana", FirstName: "Ana", LastName: "Kovač", Email: "ana.kovac@sud.example.rs", Organisation: "Basic Court", Country: "Serbia"},
		{ID: "edlira", FirstName: "Edlira", LastName: "Kapllani", Email: "edlira@mail.example", Organisation: "Police", Country: "Albania"},
		{ID: "bor", FirstName: "Bor", LastName: "Tešić", Email: "bor@mail.example", Organisation: "Police", Country: "Serbia"},
	}
	for _, c := range []struct {
		why  string
		row  LinkRow
		want []string
	}{
		{"a namesake of another authority abroad", LinkRow{DisplayName: "Ana Kovač (SPAK)", CountryRegion: "Albania"}, []string{"review ana"}},
		{"a namesake of another authority, nobody knows where", LinkRow{DisplayName: "Ana Kovač (SPAK)"}, []string{"review ana"}},
		{"another authority, from the registrant's country", LinkRow{DisplayName: "Ana Kovač (SPAK)", CountryRegion: "Serbia"}, []string{"auto ana"}},
		{"the name once more in brackets", LinkRow{DisplayName: "Ana Kovač (Ana Kovac)"}, []string{"auto ana"}},
		{"the registrant's organisation and a part of it", LinkRow{DisplayName: "Ana Kovač (Basic Court Novi Sad)"}, []string{"auto ana"}},
		{"the registrant's own country beside the name, from abroad", LinkRow{DisplayName: "Ana Kovač (Serbia)", CountryRegion: "Germany"}, []string{"auto ana"}},
		{"a device at the registered address", LinkRow{DisplayName: "iPhone", Email: "ana.kovac@sud.example.rs"}, []string{"auto ana"}},
		{"lost letters at the registered address", LinkRow{DisplayName: "??? ?????", Email: "ana.kovac@sud.example.rs"}, []string{"review ana"}},
		{"a doubled letter less in name and address", LinkRow{DisplayName: "Edlira Kaplani", Email: "edlira.kaplani@mail.example"}, []string{"review edlira"}},
		{"a doubled letter less in the name only", LinkRow{DisplayName: "Edlira Kaplani", Email: "edlira.kapllani@home.example"}, []string{"auto edlira"}},
		{"two people, parted by a sign", LinkRow{DisplayName: "Ana Kovač / Bor Tešić"}, []string{"auto ana", "auto bor"}},
		{"two people, parted by a sign, from abroad", LinkRow{DisplayName: "Ana Kovač, Bor Tešić", CountryRegion: "Germany"}, []string{"auto ana", "auto bor"}},
		{"two people, an organisation beside the first", LinkRow{DisplayName: "Ana Kovač (Basic Court) & Bor Tešić"}, []string{"auto ana", "auto bor"}},
		{"two people, an organisation behind both", LinkRow{DisplayName: "Ana Kovač & Edlira Kapllani (Basic Court)"}, []string{"auto ana", "review edlira"}},
		{"two people beside the name of such a country", LinkRow{DisplayName: "Ana Kovač & Bor Tešić (Bosnia & Herzegovina)", CountryRegion: "Serbia"}, []string{"auto ana", "auto bor"}},
		{"one person, of a country with a word that parts two", LinkRow{DisplayName: "Ana Kovač Lukić, Bosnia and Herzegovina", Email: "ana.kovac@sud.example.rs"}, []string{"auto ana"}},
	} {
		c.row.ID = "1"
		var got []string
		for _, d := range Link(regs, []LinkRow{c.row}) {
			got = append(got, d.Decision+" "+d.RegID)
		}
		slices.Sort(got)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.why, got, c.want)
		}
	}
}

// TestLinkSaysOverlaps: two addresses at one time are never one person silently.
func TestLinkSaysOverlaps(t *testing.T) {
	regs := []LinkRegistration{{ID: "ana", FirstName: "Ana", LastName: "Kovač", Email: "ana.kovac@sud.example.rs"}}
	row := func(id, email, join, leave string) LinkRow {
		return LinkRow{ID: id, DisplayName: "Ana Kovač", Email: email, JoinTime: join, LeaveTime: leave}
	}
	for _, c := range []struct {
		why   string
		other LinkRow
		said  bool
	}{
		{"another address at the same time", row("2", "kovac.ana@home.example", "10:30", "11:30"), true},
		{"another address later", row("2", "kovac.ana@home.example", "11:00", "11:30"), false},
		{"the same address at the same time", row("2", "Ana.Kovac@sud.example.rs", "10:30", "11:30"), false},
		{"no address at the same time", row("2", "", "10:30", "11:30"), false},
	} {
		for _, d := range Link(regs, []LinkRow{row("1", "ana.kovac@sud.example.rs", "10:00", "11:00"), c.other}) {
			if said := strings.Contains(d.Reason, "at the same time"); d.Decision != "auto" || said != c.said {
				t.Errorf("%s: row %s is %s, %q", c.why, d.RowID, d.Decision, d.Reason)
			}
		}
	}
}

// TestLinkAsksAboutNamesakes: what is known of one row says nothing of a namesake's, and an organisation that may be that
// of two who bear the name decides for neither.
func TestLinkAsksAboutNamesakes(t *testing.T) {
	regs := []LinkRegistration{
		{ID: "ana", FirstName: "Ana", LastName: "Kovač", Email: "ana.kovac@sud.example.rs", Organisation: "Basic Court", Country: "Serbia"},
		{ID: "kate-1", FirstName: "Katerina", LastName: "Cvetanova", Email: "mars@jt.example.mk", Organisation: "Police", Country: "North Macedonia"},
		{ID: "kate-2", FirstName: "Katerina", LastName: "Cvetanova", Email: "venus@jt.example.mk", Organisation: "Court", Country: "North Macedonia"},
		{ID: "long", FirstName: "Svetlana Ana", LastName: "Todić", Email: "moon@jt.example.rs", Organisation: "Ministry, Sector 7", Country: "Serbia"},
		{ID: "short", FirstName: "Jelena", LastName: "Borić", Email: "jelena@jt.example.rs", Organisation: "Ministry, Sector 9", Country: "Serbia"},
		{ID: "short-2", FirstName: "Jelena Vera", LastName: "Borić", Email: "vera@jt.example.rs", Organisation: "Ministry, Sector 7", Country: "Serbia"},
	}
	rows := func(name, email, again, country string) []LinkRow {
		return []LinkRow{{ID: "1", DisplayName: name, Email: email}, {ID: "2", DisplayName: again, CountryRegion: country}}
	}
	for _, c := range []struct {
		why  string
		rows []LinkRow
		want []string
	}{
		{"the name again with another authority, from abroad", rows("Ana Kovač", "ana.kovac@sud.example.rs", "Ana Kovač (SPAK)", "Albania"), []string{"1 auto ana", "2 review ana"}},
		{"a short form again that two may be called by", rows("Kate Cvetanova", "mars@jt.example.mk", "Kate Cvetanova", ""), []string{"1 auto kate-1", "2 review kate-1", "2 review kate-2"}},
		{"a part of the name again", rows("Svetlana Todić", "moon@jt.example.rs", "Svetlana Todić", ""), []string{"1 auto long", "2 review long"}},
		{"an organisation of two", rows("Jelena Borić, Ministry", "", "Jelena Borić, Ministry, Sector 7", ""), []string{"1 review short", "1 review short-2", "2 review short", "2 review short-2"}},
		{"an organisation of one of two", rows("Jelena Borić, Ministry, Sector 9", "", "iPad", ""), []string{"1 auto short"}},
	} {
		var got []string
		for _, d := range Link(regs, c.rows) {
			got = append(got, d.RowID+" "+d.Decision+" "+d.RegID)
		}
		slices.Sort(got)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.why, got, c.want)
		}
	}
}

// TestLinkKnowsOnePersonTwice: what makes two registrations one person's, and what leaves them two colleagues'.
func TestLinkKnowsOnePersonTwice(t *testing.T) {
	reg := func(id, email, phone string) LinkRegistration {
		return LinkRegistration{ID: id, FirstName: "Vesna", LastName: "Kos", Email: email, Phone: phone, Organisation: "Court", JobTitle: "Judge", Country: "Serbia"}
	}
	for _, c := range []struct {
		why  string
		regs []LinkRegistration
		one  bool
	}{
		{"two addresses, one telephone", []LinkRegistration{reg("a", "vk@sud.example.rs", "+38164123456"), reg("b", "vk@home.example", "064 123 456")}, true},
		{"two addresses, no telephone", []LinkRegistration{reg("a", "vk@sud.example.rs", ""), reg("b", "vk@home.example", "")}, true},
		{"one address, a telephone and none", []LinkRegistration{reg("a", "vk@sud.example.rs", "+38164123456"), reg("b", "vk@sud.example.rs", "")}, true},
		{"two addresses, a telephone and none", []LinkRegistration{reg("a", "vk@sud.example.rs", "+38164123456"), reg("b", "vk@home.example", "")}, true},
		{"two addresses, two telephones", []LinkRegistration{reg("a", "vk@sud.example.rs", "+38164123456"), reg("b", "vk@home.example", "+38164999999")}, false},
	} {
		got := Link(c.regs, []LinkRow{{ID: "1", DisplayName: "Vesna Kos"}})
		if one := len(got) == 1 && got[0].Decision == "auto"; one != c.one {
			t.Errorf("%s: one person is %t", c.why, one)
		}
	}
}
