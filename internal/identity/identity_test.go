package identity

import (
	"testing"

	"pgregory.net/rapid"
)

func TestCompare(t *testing.T) {
	cases := []struct {
		shown, known string
		want         Kind
	}{
		{"Ana Kovač", "Ana Kovač", Exact},
		{"KOVAC ANA", "Ана Ковач", Exact},
		{"Djordje Petkovic", "Ђорђе Петковић", Exact},
		{"İlker Gür", "ilker gur", Exact},
		{"anakovac", "Ana Kovač", Exact},
		{"Ana M. Kovač", "Ana Kovač", Exact},
		{"Anja Kovač", "Ana Kovač", Variant},
		{"Anna Kovač", "Ana Kovač", Variant},
		{"Ana Kovač Perić", "Ana Kovač", Part},
		{"Ana Kovač", "Ana Kovač-Perić", Part},
		{"A. Kovač", "Ana Kovač", Initialed},
		{"Ana K.", "Ana Kovač", Initialed},
		{"Arta Shehu", "Arta Shehi", Flipped},
		{"Jovan Kovač", "Jovana Kovač", Flipped},
		{"Aleksandar Kovač", "Aleksandra Kovač", Flipped},
		{"Sanja Dimitrov", "Sanja Dimitrova", Slip},
		{"Biljana Stefnovska", "Biljana Stefanovska", Slip},
		{"D. Faruk", "Faruk Džafić", Initialed}, // its key begins with z
		{"Z. Faruk", "Faruk Džafić", Initialed},
		{"Vesna Grujpić", "Vesna Grujić", Slip}, // two letters apart once folded
		{"Vlora Nimonisrha", "Vlora Nimonisha", Slip},
		{"Besnik Bardi", "Besnik Bardhi", Variant}, // two names where dh is a letter of its own
		{"Ana Kovač", "Ana Petrova", Other},
		{"Ana Kovač", "Maja Petrova", NoFit},
		{"Ana", "Ana Kovač", OneName},
		{"Maja", "Ana Kovač", NoFit},
		{"", "Ana Kovač", NoFit},
	}
	for _, c := range cases {
		if got := Compare(NewName(c.shown), NewName(c.known)); got.Kind != c.want {
			t.Errorf("Compare(%q, %q) = %d, want %d", c.shown, c.known, got.Kind, c.want)
		} else if (got.Kind == NoFit) != (got.Reason == "") {
			t.Errorf("Compare(%q, %q): reason %q", c.shown, c.known, got.Reason)
		}
	}
}

func TestNamesContradict(t *testing.T) {
	for _, p := range [][2]string{
		{"Ana Kovač", "ana kovac"}, {"Ana Kovač", "Kovač Ana"}, {"Ana Kovač", "A. Kovač"}, {"Ana Kovač", "Ana"},
		{"Ana Kovač", "iPhone"}, {"Ana Kovač", ""}, {"Ana Kovač", "Ana Kovač-Perić"}, {"Ana Kovač", "akovac"},
		{"Ana Kovač", "Ана Ковач"}, {"Biljana Stefnovska", "Biljana Stefanovska"}, {"Dr Ana Kovač", "Ana Kovač (Guest)"},
		{"Sanja Dimitrov", "Sanja Dimitrova"}, {"Ana Kovač", "+38970***12"},
	} {
		if NamesContradict(p[0], p[1]) || NamesContradict(p[1], p[0]) {
			t.Errorf("%q and %q must not contradict", p[0], p[1])
		}
	}
	for _, p := range [][2]string{
		{"Ana Kovač", "Maja Kovač"}, {"Ana Kovač", "Ana Petrova"}, {"Jovan Kovač", "Jovana Kovač"}, {"Ana Kovač", "Maja"},
		{"Ana Kovač", "Bekim Prifti"},
	} {
		if !NamesContradict(p[0], p[1]) || !NamesContradict(p[1], p[0]) {
			t.Errorf("%q and %q must contradict", p[0], p[1])
		}
	}
}

func TestShareSurnameOrGivenOnly(t *testing.T) {
	for _, p := range [][2]string{
		{"Ana Kovač", "A. Kovač"}, {"Ana Kovač", "Kovač Ana"}, {"Ana Kovač", "Maja Kovač"}, {"Ana Stefanovska", "A Stefnovska"},
		{"Ana Kovač", "Ana"}, {"Ana Kovač", "iPhone (Ana)"}, {"Ana Kovač", "iPhone"}, {"Ana Kovač", "Ana K."}, {"Ana Kovač-Perić", "Ana Perić"},
	} {
		if !ShareSurnameOrGivenOnly(p[0], p[1]) || !ShareSurnameOrGivenOnly(p[1], p[0]) {
			t.Errorf("%q and %q share a surname, or one is a given name only", p[0], p[1])
		}
	}
	for _, p := range [][2]string{{"Ana Kovač", "Ana Petrova"}, {"Ana Kovač", "Maja Petrova"}, {"Ana Kovač", "Ana P."}} {
		if ShareSurnameOrGivenOnly(p[0], p[1]) || ShareSurnameOrGivenOnly(p[1], p[0]) {
			t.Errorf("%q and %q share no surname", p[0], p[1])
		}
	}
}

func TestLocal(t *testing.T) {
	cases := []struct {
		local, name string
		want        LocalKind
		whole       bool
	}{
		{"ana.kovac", "Ana Kovač", LocalFull, true}, {"kovacana77", "Ana Kovač", LocalFull, true}, {"ana.kovacperic", "Ana Kovač-Perić", LocalFull, true},
		{"ana.kovac.office", "Ana Kovač", LocalFull, false}, {"ana.kovac", "Ana Kovač-Perić", LocalFull, false},
		{"a.kovac", "Ana Kovač", LocalInitial, false}, {"akovac", "Ana Kovač", LocalInitial, false}, {"anakov21", "Ana Kovač", LocalLetters, false},
		{"kovac80", "Ana Kovač", LocalOne, false}, {"info", "Ana Kovač", LocalNone, false}, {"", "Ana Kovač", LocalNone, false},
		{"djordje.petkovic", "Ђорђе Петковић", LocalFull, true},
	}
	for _, c := range cases {
		if got := Local(c.local, NewName(c.name)); got.Kind != c.want || got.Whole != c.whole {
			t.Errorf("Local(%q, %q) = %d whole %v, want %d %v", c.local, c.name, got.Kind, got.Whole, c.want, c.whole)
		}
	}
}

// slow is the textbook recursion of the optimal string alignment distance.
func slow(a, b string) int {
	if a == "" || b == "" {
		return len(a) + len(b)
	}
	cost := 1
	if a[0] == b[0] {
		cost = 0
	}
	d := min(slow(a[1:], b)+1, slow(a, b[1:])+1, slow(a[1:], b[1:])+cost)
	if len(a) > 1 && len(b) > 1 && a[0] == b[1] && a[1] == b[0] {
		d = min(d, slow(a[2:], b[2:])+1)
	}
	return d
}

func TestDistanceAgreesWithTheTextbook(t *testing.T) {
	letters := rapid.StringOfN(rapid.RuneFrom([]rune("abc")), 0, 6, -1)
	rapid.Check(t, func(t *rapid.T) {
		a, b, limit := letters.Draw(t, "a"), letters.Draw(t, "b"), rapid.IntRange(0, 4).Draw(t, "limit")
		if got, want := Distance(a, b, limit), min(slow(a, b), limit+1); got != want {
			t.Fatalf("Distance(%q, %q, %d) = %d, want %d", a, b, limit, got, want)
		}
	})
}

func TestRulesAreSymmetricAndTotal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.String().Draw(t, "a"), rapid.String().Draw(t, "b")
		if NamesContradict(a, b) != NamesContradict(b, a) {
			t.Fatalf("NamesContradict(%q, %q) depends on the order", a, b)
		}
		if NamesContradict(a, a) {
			t.Fatalf("%q contradicts itself", a)
		}
		ShareSurnameOrGivenOnly(a, b)
		Local(a, NewName(b))
	})
}

// TestNearAgreesWithDistance: the quick way to find words a letter apart is the table's.
func TestNearAgreesWithDistance(t *testing.T) {
	letters := rapid.StringOfN(rapid.RuneFrom([]rune("abч")), 4, 7, -1)
	rapid.Check(t, func(t *rapid.T) {
		a, b := letters.Draw(t, "a"), letters.Draw(t, "b")
		if got, want := Near(a, b), a != b && Distance(a, b, 1) == 1; got != want {
			t.Fatalf("Near(%q, %q) = %v, want %v", a, b, got, want)
		}
	})
}
