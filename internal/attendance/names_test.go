package attendance

import (
	"reflect"
	"strings"
	"testing"
)

func TestSplitName(t *testing.T) {
	for _, c := range []struct {
		shown          string
		zoom           bool
		name, original string
		stripped       []string
	}{
		{"Ana Perin", true, "Ana Perin", "", nil},
		{"A. Perin (Ana Perin)", true, "A. Perin", "Ana Perin", nil},
		{"A. Perin (Ana Perin)", false, "A. Perin (Ana Perin)", "", nil},
		{"Ana Perin (phone)", true, "Ana Perin", "", []string{"phone"}},
		{"Ana Perin (phone) (Ana Perin-Kolar)", true, "Ana Perin", "Ana Perin-Kolar", []string{"phone"}},
		{"Galaxy A50 (Ana)", true, "Galaxy A50", "Ana", nil},
		{"Ana Perin (Ministry of Interior)", true, "Ana Perin", "", []string{"Ministry of Interior"}},
		{"Ana Perin (MUP)", false, "Ana Perin", "", []string{"MUP"}},
		{"Ana Perin (Unverified)", false, "Ana Perin", "", []string{"Unverified"}},
		{"Ana Perin (Doğrulanmamış)", false, "Ana Perin", "", []string{"Doğrulanmamış"}},
		{"Ana (Guest) Perin (External)", false, "Ana Perin", "", []string{"Guest", "External"}},
		{"Desk 4 (Ana Perin (MUP))", true, "Desk 4", "Ana Perin", []string{"MUP"}},
		{"Ana Perin (Ana Perin", true, "Ana Perin (Ana Perin", "", nil},
		{"(Ana Perin)", true, "(Ana Perin)", "", nil},
		{"Ana Perin ()", true, "Ana Perin", "", nil},
		{"(381) 64 *** 1212", true, "(381) 64 *** 1212", "", nil},
		{"Ana Perin (2)", true, "Ana Perin", "", []string{"2"}},
		{"Ana Perin (#2)", true, "Ana Perin", "", []string{"#2"}},
		{"Ana Perin (+381 64 555 1212)", true, "Ana Perin", "", []string{"+381 64 555 1212"}},
		{"@SUM(1+1)", true, "@SUM(1+1)", "", nil},
		{"Ana Perin (1+1)", false, "Ana Perin (1+1)", "", nil},
		{"Ana Perin (:-))", true, "Ana Perin (:-))", "", nil},
		{"iPhone (2)", true, "iPhone (2)", "", nil},
		{"Ana Perin (SPAK)", true, "Ana Perin", "", []string{"SPAK"}},
		{"Ana Perin (PERIN)", true, "Ana Perin", "PERIN", nil},
		{"PERIN Ana (SPAK)", true, "PERIN Ana", "", []string{"SPAK"}},
		{"Desk 4 (ANA)", true, "Desk 4", "ANA", nil},
		{"Ana Perin (Skopje)", true, "Ana Perin", "", []string{"Skopje"}},
		{"Ana Perin (Prokuror (Prishtina))", true, "Ana Perin", "", []string{"Prishtina", "Prokuror"}},
		{"Ana Perin (Laptop i ri)", true, "Ana Perin", "", []string{"Laptop i ri"}},
		{"Ana Perin (EXT)", false, "Ana Perin", "", []string{"EXT"}},
		{"Ana Perin (Convidada)", false, "Ana Perin", "", []string{"Convidada"}},
		{"Ana Perin (Interpreter 2)", true, "Ana Perin", "", []string{"Interpreter 2"}},
		{strings.Repeat("(a", 200) + strings.Repeat(")", 200), true, strings.Repeat("(a", 200) + strings.Repeat(")", 200), "", nil},
		{"Ana " + strings.Repeat("Perin", 60) + " (MUP)", false, "Ana " + strings.Repeat("Perin", 60) + " (MUP)", "", nil},
		{"", true, "", "", nil},
	} {
		name, original, stripped := splitName(c.shown, c.zoom)
		if name != c.name || original != c.original || !reflect.DeepEqual(stripped, c.stripped) {
			t.Errorf("%q: %q, %q, %q", c.shown, name, original, stripped)
		}
	}
}

func TestSameToken(t *testing.T) {
	for _, pair := range [][2]string{{"ana", "ana"}, {"perin", "perim"}, {"kolar", "kolr"}, {"kolr", "kolar"}, {"kolar", "kloar"}, {"kolara", "kolar"}} {
		if !sameToken(pair[0], pair[1]) || !sameToken(pair[1], pair[0]) {
			t.Errorf("%v differ", pair)
		}
	}
	for _, pair := range [][2]string{{"ana", "ane"}, {"ana", "anja"}, {"perin", "pelim"}, {"kolar", "kol"}, {"", "a"}, {"kolar", "klaor"}} {
		if sameToken(pair[0], pair[1]) || sameToken(pair[1], pair[0]) {
			t.Errorf("%v are taken for one", pair)
		}
	}
}
