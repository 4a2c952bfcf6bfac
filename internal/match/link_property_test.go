package match

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// tables draws small tables full of clashes: few names, damaged in several ways, few addresses, overlapping times.
func tables(t *rapid.T) ([]LinkRegistration, []LinkRow) {
	given := []string{"Ana", "Anja", "Jovan", "Jovana", "Šefik", "Ђорђе", "Aleksandar", "Aco", "Galina", "İlker", ""}
	surname := []string{"Kovač", "Kovačević", "Petrović", "Petrovikj", "Shala", "Kos-Marić", "Ковач", "Işık", ""}
	address := []string{"", "ana.kovac@sud.example.rs", "office@sud.example.rs", "kovac@mail.example", "j.petrovic@mup.example.ba", "ana.kovacc@sud.example.rs", "no address"}
	draw := func(list []string, what string) string { return rapid.SampledFrom(list).Draw(t, what) }
	var regs []LinkRegistration
	for i := range rapid.IntRange(0, 9).Draw(t, "registrations") {
		regs = append(regs, LinkRegistration{ID: fmt.Sprintf("R%d", i), FirstName: draw(given, "first"), LastName: draw(surname, "last"), Email: draw(address, "email"),
			Phone: draw([]string{"", "+38970111222", "+38970333222"}, "phone"), Organisation: draw([]string{"", "Court", "Police"}, "organisation"),
			JobTitle: draw([]string{"", "Judge"}, "title"), Country: draw([]string{"", "Serbia", "Albania"}, "country"), RegisteredAt: draw([]string{"1", "2"}, "at")})
	}
	damage := []string{"%s %s", "%[2]s %[1]s", "%[2]s, %[1]s", "Dr. %s %s", "%s %s (Court)", "Police | %s %s", "%s %s & Ana Kovač", "%.1s. %s", "%s", "iPhone", "+38970***222", "???", "👩🏽 %s %s"}
	var rows []LinkRow
	for i := range rapid.IntRange(0, 9).Draw(t, "rows") {
		join := rapid.IntRange(10, 14).Draw(t, "join")
		name := fmt.Sprintf(draw(damage, "damage"), draw(given, "given"), draw(surname, "surname"))
		rows = append(rows, LinkRow{ID: fmt.Sprintf("A%d", i), DisplayName: strings.TrimSpace(name), Email: draw(address, "mail"), CountryRegion: draw([]string{"", "Serbia", "Albania"}, "from"),
			JoinTime: fmt.Sprint(join), LeaveTime: fmt.Sprint(join + rapid.IntRange(0, 3).Draw(t, "stay"))})
	}
	return regs, rows
}

// TestLinkPropertyOrderChangesNothing: the same rows in any order give the same decisions, each with its reason and once.
func TestLinkPropertyOrderChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		regs, rows := tables(t)
		want := Link(regs, rows)
		seen := map[string]bool{}
		for _, d := range want {
			if d.Reason == "" || d.Score <= 0 || d.Score > 1 || seen[d.RowID+d.RegID] {
				t.Fatalf("%+v", d)
			}
			seen[d.RowID+d.RegID] = true
		}
		rng := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		regs, rows = slices.Clone(regs), slices.Clone(rows)
		rng.Shuffle(len(regs), func(i, j int) { regs[i], regs[j] = regs[j], regs[i] })
		rng.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
		if got := Link(regs, rows); !reflect.DeepEqual(got, want) {
			t.Fatalf("another order gives\n%v\nwant\n%v", got, want)
		}
	})
}

// TestLinkPropertySaysOverlaps: two rows of one registration that overlap in time and show two addresses say so, and no
// others do.
func TestLinkPropertySaysOverlaps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		regs, rows := tables(t)
		groups := map[string]int{}
		for _, k := range groupPersons(regs) {
			groups[k.id] = k.group
		}
		row := map[string]LinkRow{}
		for _, r := range rows {
			row[r.ID] = r
		}
		decisions := slices.DeleteFunc(Link(regs, rows), func(d LinkDecision) bool { return d.Decision != "auto" })
		for _, d := range decisions {
			said := false
			for _, e := range decisions {
				a, b := row[d.RowID], row[e.RowID]
				x, y := newShown(nil, []string{a.Email}, ""), newShown(nil, []string{b.Email}, "")
				said = said || groups[d.RegID] == groups[e.RegID] && addressesDiffer(x, y) && a.JoinTime < b.LeaveTime && b.JoinTime < a.LeaveTime
			}
			// Of several people at one connection the sentence stands at each.
			if several := strings.Contains(d.Reason, "several people"); strings.Contains(d.Reason, "at the same time") != said && !several {
				t.Fatalf("%+v: overlaps %t", d, said)
			}
		}
	})
}

// TestLinkTakesAnyTable: hostile tables give few decisions, soon, and no wrong one.
func TestLinkTakesAnyTable(t *testing.T) {
	long := strings.Repeat("Љ", 300)
	regs := []LinkRegistration{{ID: "R1", FirstName: long, LastName: long}, {ID: "R2"}, {ID: "R3", FirstName: "👩🏽‍💻"}, {ID: "R4", FirstName: "Ana", LastName: strings.Repeat("a b ", 300)}}
	rows := []LinkRow{{ID: "1", DisplayName: long}, {ID: "2"}, {ID: "3", DisplayName: "👩🏽‍💻🇪🇺"}, {ID: "4", DisplayName: strings.Repeat("& ", 200)}, {ID: "5", DisplayName: strings.Repeat("Ana ", 300)}}
	for _, d := range Link(regs, rows) {
		if d.Decision == "auto" {
			t.Errorf("%+v", d)
		}
	}
	// One name on every row, and one address on every registration: nobody is anybody for sure.
	var same []LinkRegistration
	var everybody []LinkRow
	for i := range 2 * mostBearers {
		same = append(same, LinkRegistration{ID: fmt.Sprintf("R%05d", i), FirstName: "Ana", LastName: "Kovač", Email: fmt.Sprintf("p%d@mail.example", i)})
	}
	for i := range 200 {
		everybody = append(everybody, LinkRow{ID: fmt.Sprint(i), DisplayName: "Ana Kovač", Email: fmt.Sprintf("x%d@home.example", i)})
	}
	for _, d := range Link(same, everybody) {
		if d.Decision == "auto" {
			t.Fatalf("%+v", d)
		}
	}
}
