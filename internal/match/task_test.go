package match

import (
	"testing"

	"rapporteur/internal/attendance"
	"rapporteur/internal/registration"
)

// Interpreters and technical accounts are staff by the word beside their names, unless they registered; the officer's word
// stands above it.
func TestInterpretersAreStaff(t *testing.T) {
	in := Input{Standings: []registration.Standing{form("R1", "Vera", "Tesar", "vera@court.example", "Court", "Serbia")},
		Persons: []attendance.Person{seat("1", "Jan Modry (Interpreter)", "jan@words.example", 0, 60), seat("2", "IT support", "", 0, 60),
			seat("3", "Vera Tesar (interpreter)", "vera@court.example", 0, 60), seat("4", "Interpreter 1", "", 0, 60), seat("5", "Jan Modry", "jm@other.example", 70, 90)}}
	states := func() map[string]State {
		out := map[string]State{}
		for _, p := range Run(in).Participants {
			out[p.Name] = p.State
			if p.State == Staff && len(p.Reasons) == 0 {
				t.Error("no reason is said")
			}
		}
		return out
	}
	got := states()
	for name, want := range map[string]State{"Jan Modry (Interpreter)": Staff, "IT support": Staff, "Vera Tesar (interpreter)": Automatic, "Interpreter 1": Staff, "Jan Modry": WalkIn} {
		if got[name] != want {
			t.Errorf("%s: %s, want %s", name, got[name], want)
		}
	}
	in.Staff = []StaffDecision{{Records: []string{"k1"}, Staff: false}}
	if got := states()["Jan Modry (Interpreter)"]; got != WalkIn {
		t.Errorf("by the officer's word: %s", got)
	}
}
