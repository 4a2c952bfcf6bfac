package identity

import (
	"strings"
	"testing"
)

// TestMistyped: a slip of the keys makes a run of letters that no name of the list has; another name does not.
func TestMistyped(t *testing.T) {
	var s Spelling
	for _, n := range strings.Fields("petrovic petkovic jovanovic djorovic stefanovski trajkovski trajkoska marija biljana dragana berisha berani kovac kovacevic radic radevic radoevic marko marin goran kolmar komin omar") {
		s.Add(n)
	}
	for _, p := range [][2]string{{"jovanvoic", "jovanovic"}, {"stefanovksi", "stefanovski"}, {"bilbjana", "biljana"}, {"drgana", "dragana"}} {
		if !s.Mistyped(p[0], p[1]) {
			t.Errorf("%s is a slip of %s", p[0], p[1])
		}
	}
	for _, p := range [][2]string{
		{"radoevic", "radevic"}, // both are family names
		{"petkovic", "petrovic"},
		{"stefanovoski", "stefanovski"}, // another ending
		{"trajkovska", "trajkovski"},    // the woman's form
		{"marijan", "marija"},           // another ending
		{"marina", "marin"},
		{"berisa", "berishe"},   // two letters
		{"qberisha", "berisha"}, // another first letter
		{"komar", "kolmar"},     // the known one is no name of the list either, which a short list does not tell
		{"ana", "ada"},          // too short
	} {
		if s.Mistyped(p[0], p[1]) {
			t.Errorf("%s is no slip of %s", p[0], p[1])
		}
	}
}

func TestSameSound(t *testing.T) {
	if !SameSound("halina", "galina") || !SameSound("ihor", "igor") || SameSound("ihor", "ihor") || SameSound("ihor", "iror") || SameSound("hana", "gana2") {
		t.Error("h and g, and nothing else")
	}
}

// What warns of a namesake makes no match.
func TestMayBeSameSound(t *testing.T) {
	if !MayBeSameSound("vlacas", "vlahas") || SameSound("vlacas", "vlahas") || !MayBeSameSound("galina", "halina") || MayBeSameSound("galina", "calina") {
		t.Error("h and c, and h and g")
	}
}

// What is left of a damaged name is no initial.
func TestInitials(t *testing.T) {
	for full, want := range map[string]int{"A. Kovač": 1, "Lj. Kovač": 1, "Dž. Kovač": 1, "Ljl Kovač": 0, "Ana Kovač": 0} {
		if n := NewName(full); len(n.Initials) != want {
			t.Errorf("%s has %d initials, want %d", full, len(n.Initials), want)
		}
	}
}

// TestShortOf: the form stands for the name, not the name for the form, and not for another sex's name.
func TestShortOf(t *testing.T) {
	fold := func(s string) string { return NewName(s).Tokens[0] }
	for _, p := range [][2]string{{"Aco", "Александар"}, {"Nidžo", "Nikola"}, {"Fatoş", "Fatma"}, {"Fane", "Ștefan"}, {"Вова", "Volodymyr"}, {"Ted", "Edward"}, {"Γιάννης", "Ioannis"}, {"Beni", "Arben"}} {
		if !ShortOf(fold(p[0]), fold(p[1])) || ShortOf(fold(p[1]), fold(p[0])) || !Familiar(fold(p[1]), fold(p[0])) {
			t.Errorf("%s stands for %s", p[0], p[1])
		}
	}
	for _, p := range [][2]string{{"Jovana", "Jovan"}, {"Marko", "Marija"}, {"Ana", "Ivana"}, {"Elvis", "Elvir"}} {
		if ShortOf(fold(p[0]), fold(p[1])) {
			t.Errorf("%s does not stand for %s", p[0], p[1])
		}
	}
}

func TestAddressSlip(t *testing.T) {
	for _, p := range [][2]string{{"ana.kovac@sud.example", "ana.kvac@sud.example"}, {"ana.kovac@sud.example", "ana.kovca@sud.example"}} {
		if !AddressSlip(p[0], p[1]) {
			t.Errorf("%s is a slip of %s", p[0], p[1])
		}
	}
	for _, p := range [][2]string{
		{"ana.kovac@sud.example", "ana.kovac@sud.example"}, {"ana.kovac@sud.example", "ana.kovc@mup.example"}, {"ana.kovac1@sud.example", "ana.kovac2@sud.example"},
		{"ana@sud.example", "anna@sud.example"}, {"", ""}, {"no address", "no addres"},
	} {
		if AddressSlip(p[0], p[1]) {
			t.Errorf("%s is no slip of %s", p[0], p[1])
		}
	}
}

// TestLocalHeld: which names of the known one the address holds, and an initial that is a letter of the surname is none.
func TestLocalHeld(t *testing.T) {
	known := NewName("Faruk Hadžić")
	if f := Local("hadzic89", known); f.Kind != LocalOne || f.Held != 2 {
		t.Errorf("%+v", f)
	}
	if f := Local("hadzic", NewName("Haris Hadžić")); f.Kind != LocalOne {
		t.Errorf("the surname alone spells no initial: %+v", f)
	}
	if f := Local("fhadzic", known); f.Kind != LocalInitial {
		t.Errorf("%+v", f)
	}
}

// TestStrange: an address that holds a name beside other letters is of somebody with a longer or another name.
func TestStrange(t *testing.T) {
	known := NewName("Faruk Hadžović")
	for local, want := range map[string]bool{
		"hadzovic": false, "f.hadzovic77": false, "faruk.hadzovic": false, "farhadzovic": false, "hadzovicfaruk": false,
		"fikret.hadzovic": true, "hadzovici": true, "faruk.hadzovicperic": true, "hadzovic.office": true,
	} {
		l := NewLocal(local)
		if got := l.Strange(&known, l.Fit(&known).Held); got != want {
			t.Errorf("%s: %v, want %v", local, got, want)
		}
	}
}

// TestEndsOtherwise: the names of men and of women differ in their ends.
func TestEndsOtherwise(t *testing.T) {
	for _, p := range [][2]string{{"igoar", "igor"}, {"tomsa", "tomas"}, {"jovana", "jovan"}, {"marioa", "mario"}} {
		if !EndsOtherwise(p[0], p[1]) || !EndsOtherwise(p[1], p[0]) {
			t.Errorf("%s and %s end otherwise", p[0], p[1])
		}
	}
	for _, p := range [][2]string{{"andrei", "adrei"}, {"dimitar", "dmitar"}, {"goran", "gorzan"}} {
		if EndsOtherwise(p[0], p[1]) {
			t.Errorf("%s and %s end alike", p[0], p[1])
		}
	}
}
