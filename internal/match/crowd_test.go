package match

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// An address that very many registered with tells of nobody, and costs no comparison with all of them: whoever is one of them
// is found by the name, and asked about.
func TestAnAddressOfMany(t *testing.T) {
	var regs []LinkRegistration
	for i := range 400 {
		regs = append(regs, LinkRegistration{ID: fmt.Sprintf("R%03d", i), FirstName: "G" + vowels(i), LastName: "F" + vowels(7*i+3), Email: "office@court.example"})
	}
	last := regs[len(regs)-1]
	r := newRegister(groupPersons(regs))
	s := newShown([]string{last.FirstName + " " + last.LastName}, []string{last.Email}, "")
	if found, all := r.candidates(s); len(found) > 2*common || all {
		t.Errorf("%d compared, all %v", len(found), all)
	}
	v := r.judge(s)
	if len(v.certain) > 0 || len(v.open) == 0 || r.all[v.open[0].known].id != last.ID || !v.open[0].owned {
		t.Errorf("%+v", v)
	}
	if stranger := r.judge(newShown([]string{"Ylli Prela"}, []string{last.Email}, "")); len(stranger.certain) > 0 {
		t.Errorf("a stranger at the address: %+v", stranger)
	}
}

// vowels spells a number so that no two are a letter apart.
func vowels(n int) string {
	word := ""
	for range 4 {
		word += []string{"bamo", "deru", "goti", "kavu", "lespi"}[n%5]
		n /= 5
	}
	return word
}

// Rows that show the same are judged once, and each has its line.
func TestRowsThatShowTheSame(t *testing.T) {
	rows := []LinkRow{{ID: "1", DisplayName: "Ana Kovač", JoinTime: "10:00"}, {ID: "2", DisplayName: "Ana Kovač", Email: "ana@court.example"}, {ID: "3", DisplayName: "Ana Kovač", JoinTime: "11:00"}}
	if different, place := differentRows(rows); len(different) != 2 || fmt.Sprint(place) != "[0 1 0]" {
		t.Errorf("%v at %v", different, place)
	}
	lines := Link([]LinkRegistration{{ID: "R1", FirstName: "Ana", LastName: "Kovač", Email: "ana@court.example"}}, rows)
	if len(lines) != 3 || lines[0].RowID != "1" || lines[2].RowID != "3" || lines[2].Decision != "auto" {
		t.Errorf("%+v", lines)
	}
}

// Words without end cost no more than names: of them fewer are compared, and no slip is looked for in a word that is none.
func TestNamesWithoutEnd(t *testing.T) {
	const words = 24
	var regs []LinkRegistration
	for i := range 2 * mostCandidates {
		regs = append(regs, LinkRegistration{ID: fmt.Sprintf("R%04d", i), FirstName: strings.Repeat("Lespi ", words), LastName: "F" + vowels(i)})
	}
	r := newRegister(groupPersons(regs))
	s := newShown([]string{strings.Repeat("Lespi ", words) + "F" + vowels(5)}, nil, "")
	if found, all := r.candidates(s); len(found) > mostCandidates/2 || all || !slices.Contains(found, 5) {
		t.Errorf("%d compared, all %v", len(found), all)
	}
	if n := forms(strings.Repeat("a", 300)); n != 1 {
		t.Errorf("a word of 300 letters has %d forms", n)
	}
}

// Two rows with two addresses at one time are said to be one person's also where one of them is a connection at which somebody
// else sits whom nobody knows for certain.
func TestAtOnceAtASharedConnection(t *testing.T) {
	regs := []LinkRegistration{{ID: "R1", FirstName: "Ana", LastName: "Kovač"}, {ID: "R2", FirstName: "Vera", LastName: "Tesar"}, {ID: "R3", FirstName: "Vera", LastName: "Tesar"}}
	rows := []LinkRow{
		{ID: "1", DisplayName: "Vera Tesar & Ana Kovač", Email: "one@x.example", JoinTime: "10:00", LeaveTime: "11:00"},
		{ID: "2", DisplayName: "Ana Kovač", Email: "two@y.example", JoinTime: "10:30", LeaveTime: "11:30"},
		{ID: "3", DisplayName: "Ana Kovač", Email: "two@y.example", JoinTime: "11:00", LeaveTime: "11:30"},
	}
	found := 0
	for _, d := range Link(regs, rows) {
		if d.RegID != "R1" {
			continue
		}
		found++
		if said := strings.Contains(d.Reason, "at the same time"); d.Decision != "auto" || said != (d.RowID != "3") {
			t.Errorf("%+v", d)
		}
	}
	if found != len(rows) {
		t.Errorf("%d lines", found)
	}
}
