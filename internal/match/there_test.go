package match

import (
	"slices"
	"strings"
	"testing"

	"rapporteur/internal/attendance"
	"rapporteur/internal/registration"
)

// TestUnlessThere: what is no more than likely is made a match unless the person is there otherwise; then it is asked about,
// and who is not there yet stands before who is.
func TestUnlessThere(t *testing.T) {
	regs := []LinkRegistration{
		{ID: "dino", FirstName: "Dino", LastName: "Hadžić", Email: "dino@mail.example", Country: "Bosnia and Herzegovina"},
		{ID: "tijana", FirstName: "Tijana", LastName: "Vasić", Email: "tijana@mail.example", Country: "Serbia"},
		{ID: "tijana-g", FirstName: "Tijana Gordana", LastName: "Vasić", Email: "gordana@mail.example", Country: "Serbia"},
		{ID: "mira-1", FirstName: "Mira", LastName: "Lazić", Email: "one@mail.example", Organisation: "Police", Country: "Serbia"},
		{ID: "mira-2", FirstName: "Mira", LastName: "Lazić", Email: "two@mail.example", Organisation: "Court", Country: "Serbia"},
		{ID: "goran", FirstName: "Goran", LastName: "Stefanovski", Email: "goran@mail.example", Country: "North Macedonia"},
		{ID: "zoja", FirstName: "Zoja", LastName: "Krstevska", Email: "zoja.krstevska@mail.example", Country: "North Macedonia"},
	}
	row := func(id, name, email string) LinkRow { return LinkRow{ID: id, DisplayName: name, Email: email} }
	for _, c := range []struct {
		why  string
		rows []LinkRow
		want []string
	}{
		{"an initial", []LinkRow{row("1", "D. Hadžić", "")}, []string{"1 auto dino"}},
		{"an initial, the person is there", []LinkRow{row("1", "D. Hadžić", ""), row("2", "Dino Hadžić", "dino@mail.example")}, []string{"1 review dino", "2 auto dino"}},
		{"an initial twice", []LinkRow{row("1", "D. Hadžić", ""), row("2", "D. Hadžić", "")}, []string{"1 auto dino", "2 auto dino"}},
		{"a slip", []LinkRow{row("1", "Goran Stefnaovski", "")}, []string{"1 auto goran"}},
		{"a slip, the person is there", []LinkRow{row("1", "Goran Stefnaovski", ""), row("2", "iPad", "goran@mail.example")}, []string{"1 review goran", "2 auto goran"}},
		{"a name that is a part of another's", []LinkRow{row("1", "Tijana Vasić", "")}, []string{"1 auto tijana"}},
		{"such a name, its person is there", []LinkRow{row("1", "Tijana Vasić", ""), row("2", "T. Vasić", "tijana@mail.example")}, []string{"1 review tijana", "1 review tijana-g", "2 auto tijana"}},
		{"such a name at an unknown address", []LinkRow{row("1", "Tijana Vasić", "sunny@mail.example")}, []string{"1 review tijana", "1 review tijana-g"}},
		{"two namesakes, one is there", []LinkRow{row("1", "Mira Lazić", ""), row("2", "Mira Lazić", "one@mail.example")}, []string{"1 review mira-2", "1 review mira-1", "2 auto mira-1"}},
		{"a slip and an initial, both no more than likely", []LinkRow{row("1", "Goran Stefnaovski", ""), row("2", "G. Stefanovski", "")}, []string{"1 auto goran", "2 review goran"}},
		{"the very name with and without marks", []LinkRow{row("1", "Tijana Vasić", ""), row("2", "Tijana Vasic", "")}, []string{"1 auto tijana", "2 auto tijana"}},
		{"a device at an address with an initial and the name", []LinkRow{row("1", "iPad", "z.krstevska@home.example")}, []string{"1 auto zoja"}},
		{"such a device, the person is there", []LinkRow{row("1", "iPad", "z.krstevska@home.example"), row("2", "Zoja Krstevska", "")}, []string{"1 review zoja", "2 auto zoja"}},
	} {
		for range 2 {
			var got []string
			for _, d := range Link(regs, c.rows) {
				got = append(got, d.RowID+" "+d.Decision+" "+d.RegID)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%s: %v, want %v", c.why, got, c.want)
			}
			slices.Reverse(c.rows)
		}
	}
}

// TestWhyUnlessThere: the reason says whether another person's name comes near.
func TestWhyUnlessThere(t *testing.T) {
	regs := []LinkRegistration{{ID: "1", FirstName: "Tijana", LastName: "Vasić"}, {ID: "2", FirstName: "Tijana Gordana", LastName: "Vasić"}, {ID: "3", FirstName: "Dino", LastName: "Hadžić"}}
	for shown, why := range map[string]string{"Tijana Vasić": "another person's name comes near", "D. Hadžić": "nobody else's name comes near"} {
		if got := Link(regs, []LinkRow{{ID: "1", DisplayName: shown}}); len(got) != 1 || got[0].Decision != "auto" || !strings.Contains(got[0].Reason, why) {
			t.Errorf("%s: %+v", why, got)
		}
	}
}

// TestRunUnlessThere: in the register an officer's answer makes somebody there too.
func TestRunUnlessThere(t *testing.T) {
	standings := []registration.Standing{form("R1", "Dino", "Hadžić", "dino@mail.example", "Court", "Bosnia and Herzegovina")}
	persons := []attendance.Person{seat("A1", "D. Hadžić", "", 0, 60), seat("A2", "Galaxy", "someone@mail.example", 0, 60)}
	state := func(decisions ...Decision) State {
		for _, p := range Run(Input{Standings: standings, Persons: persons, Decisions: decisions}).Participants {
			if p.Persons[0].ID == "A1" {
				if p.State == Open && !strings.Contains(strings.Join(p.Candidates[0].Reasons, "; "), "already") {
					t.Errorf("reasons %v", p.Candidates[0].Reasons)
				}
				return p.State
			}
		}
		return ""
	}
	if got := state(); got != Automatic {
		t.Errorf("alone: %s", got)
	}
	if got := state(Decision{Records: []string{"kA2"}, Registration: "R1"}); got != Open {
		t.Errorf("the person is there on another's word: %s", got)
	}
}

// TestNobodyIsThereBesideOneself: who shares a connection is not there otherwise because of that very connection.
func TestNobodyIsThereBesideOneself(t *testing.T) {
	standings := []registration.Standing{
		form("R1", "Dino", "Hadžić", "dino@mail.example", "Court", "Serbia"),
		form("R2", "Marko", "Ilić", "marko@mail.example", "Court", "Serbia"),
		form("R3", "Marina", "Ilić", "marina@mail.example", "Court", "Serbia"),
	}
	said := func(others ...attendance.Person) bool {
		persons := append([]attendance.Person{seat("A1", "Dino Hadžić & M. Ilić", "", 0, 60)}, others...)
		for _, p := range Run(Input{Standings: standings, Persons: persons}).Participants {
			if p.Persons[0].ID == "A1" && len(p.Candidates) == 3 {
				for _, c := range p.Candidates {
					if c.Registration == "R1" {
						return slices.Contains(c.Reasons, ThereAlready)
					}
				}
			}
		}
		t.Fatal("the connection is not asked about")
		return false
	}
	if said() {
		t.Error("the connection alone makes its own person be there already")
	}
	if !said(seat("A2", "Dino Hadžić", "dino@mail.example", 0, 60)) {
		t.Error("who is there beside the connection too is not said to be")
	}
}
