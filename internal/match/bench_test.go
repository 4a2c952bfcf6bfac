package match

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
)

// crowd invents n registrations and as many rows of people who mostly are registered, with the names and the damage of
// the region; the same for the same n.
func crowd(n int) ([]LinkRegistration, []LinkRow) {
	rng := rand.New(rand.NewPCG(7, uint64(n)))
	pick := func(list []string) string { return list[rng.IntN(len(list))] }
	given := strings.Fields("Ana Jovan Đorđe Šefik Besa Agim Çiğdem Ștefan Živka Ljubica Gëzim Hatice Nađa Ilir Ognjen Vesna")
	begin := strings.Fields("Petr Jov Krst Hus Meh Gash Kara Dumitr Stoj Angel Beri Vuk Zek Mil Tod Rist Paun Qer Xhem Ţăr")
	middle := strings.Fields("a e i o u ov an in el ar ič ost")
	end := strings.Fields("ović ić evski ovska aj i oğlu escu eanu ev ova beqi")
	var regs []LinkRegistration
	for i := range n {
		first, last := pick(given), pick(begin)+pick(middle)+pick(end)
		regs = append(regs, LinkRegistration{ID: fmt.Sprintf("R%05d", i), FirstName: first, LastName: last,
			Email: fmt.Sprintf("p%d@mail.example", i), Organisation: "Court " + strconv.Itoa(i%40), Country: "Serbia"})
	}
	var rows []LinkRow
	for i := range n {
		r := regs[rng.IntN(n)]
		row := LinkRow{ID: strconv.Itoa(i), DisplayName: r.FirstName + " " + r.LastName}
		switch rng.IntN(8) {
		case 0:
			row.DisplayName = strings.ToUpper(r.LastName) + ", " + r.FirstName
		case 1:
			row.DisplayName = string([]rune(r.FirstName)[:1]) + ". " + r.LastName
		case 2:
			row.DisplayName = "Dr " + row.DisplayName + " (" + r.Organisation + ")"
		case 3:
			row.DisplayName = pick(given) + " " + pick(begin) + pick(middle) + pick(end)
		default:
			row.Email = r.Email
		}
		rows = append(rows, row)
	}
	return regs, rows
}

func BenchmarkLink(b *testing.B) {
	for _, n := range []int{300, 3000, 10000} {
		regs, rows := crowd(n)
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Link(regs, rows)
			}
		})
	}
}
