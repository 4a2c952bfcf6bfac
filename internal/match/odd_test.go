package match

import (
	"fmt"
	"testing"

	"rapporteur/internal/attendance"
	"rapporteur/internal/registration"
)

// odd are names of which a reader of names keeps little or nothing.
var odd = []string{
	"", "+", "&", "a & b", "+1+cmd|' /C calc'!A0", "@SUM(1+1)", "-2+3", `=HYPERLINK("http://192.0.2.1/","Ana")`, "1 + 2 & 3", "A + B", "... & ...",
	"iPhone & iPad", "iPhone + Ana", "{{a}} + {{b}}", "👩🏽‍💻 & 🇪🇺", "<b>Ana</b> & <i>Jovan</i>", "Ana\u202eanA & x", "?? & ??", "()+()", "javascript:alert(1);x", `<img src="http://192.0.2.1/seen.png">`,
}

// TestRunTakesAnyName: no name of an attendee or a registration ends the program, under an own, a strange or no address.
func TestRunTakesAnyName(t *testing.T) {
	var standings []registration.Standing
	var persons []attendance.Person
	for i, name := range odd {
		own := fmt.Sprintf("p%d@unit%d.example", i, i)
		standings = append(standings, form(fmt.Sprintf("R%d", i), name, fmt.Sprintf("Person%d", i), own, name, name))
		for at, email := range []string{own, "stranger@elsewhere.example", ""} {
			for _, shown := range []string{name, fmt.Sprintf("%s Person%d", name, i), fmt.Sprintf("%s (%s)", name, name)} {
				persons = append(persons, seat(fmt.Sprintf("A%d-%d-%s", i, at, shown), shown, email, 0, 60))
			}
		}
	}
	if got := Run(Input{Standings: append(standings, desk...), Persons: persons}); len(got.Participants) == 0 {
		t.Error("nobody is left of the attendees")
	}
}
