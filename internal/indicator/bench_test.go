package indicator

import (
	"fmt"
	"testing"
)

// year are 100 webinars of 300 persons out of 6,000, some of whom write their address or office otherwise at times.
func year() [][]Appearance {
	given := []string{"Mira", "Petar", "Lea", "Jovana", "Ardit", "Elira", "Goran", "Selin", "Emre", "Blerta", "Nikola", "Teodora", "Hana", "Damir", "Sanja"}
	family := []string{"Lovren", "Dragas", "Horvat", "Krasniq", "Demirel", "Petkov", "Hodzha", "Sulejmani", "Stanic", "Marusic", "Bektash", "Ilievski", "Vukotic", "Gashi", "Novakov"}
	countries := []string{"Albania", "Bosnia and Herzegovina", "Kosovo*", "Montenegro", "North Macedonia", "Serbia", "Turkey"}
	var all [][]Appearance
	for w := range 100 {
		var guests []guest
		for i := range 300 {
			n := (i*19 + w*37 + i*w) % 6000
			g := guest{fmt.Sprintf("%s %s%s", given[n%15], family[n/15%15], string(rune('a'+n/225%26))), fmt.Sprintf("p%d@office%d.example", n, n%90),
				fmt.Sprintf("Institution of region %d", n%90), countries[n%7]}
			if (n+w)%11 == 0 {
				g.email = fmt.Sprintf("p%d@mail.example", n)
			}
			if (n+w)%23 == 0 {
				g.org = ""
			}
			guests = append(guests, g)
		}
		all = append(all, at(w, guests...))
	}
	return all
}

// BenchmarkAppear: the appearances of a webinar of 300, as often as it changes.
func BenchmarkAppear(b *testing.B) {
	one := year()[0]
	var guests []guest
	for _, a := range one {
		guests = append(guests, guest{a.Name, a.Email, a.Organisation, a.Registrations[0].Country})
	}
	for b.Loop() {
		at(0, guests...)
	}
}

// BenchmarkYear: persons and figures of 100 webinars of 300, after any change.
func BenchmarkYear(b *testing.B) {
	all := year()
	webinars := held(all)
	var f Figures
	for b.Loop() {
		f = Count(Link(all, nil), webinars, "", Period{})
	}
	b.ReportMetric(float64(f.UniquePersons), "persons")
	b.ReportMetric(float64(f.Questions), "questions")
}
