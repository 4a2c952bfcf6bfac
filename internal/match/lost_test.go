package match

import "testing"

func TestLostLettersAreMended(t *testing.T) {
	r := newRegister(groupPersons([]LinkRegistration{
		{ID: "R1", FirstName: "Đorđe", LastName: "Šarčić"}, {ID: "R2", FirstName: "Ana", LastName: "Nikšić"}, {ID: "R3", FirstName: "Ana", LastName: "Nikčić"},
		{ID: "R4", FirstName: "Željka", LastName: "Čubrić-Ünal"}, {ID: "R5", FirstName: "Ćo", LastName: "Ana"},
	}))
	for shown, want := range map[string]string{
		"?or?e ?ar?i?":                           "Đorđe Šarčić",
		"??or??e ??ar??i??":                      "Đorđe Šarčić", // each of a letter's two bytes
		"\ufffdar\ufffdi\ufffd, \ufffdor\ufffde": "Šarčić, Đorđe",
		"ANA NIK?I?":                             "ANA NIK?I?", // of two registered names
		"?eljka ?ubri?-?nal (SUD)":               "Željka Čubrić-Ünal (SUD)",
		"?o":                                     "?o", // too little is left
		"Ana?":                                   "Ana?",
		"🙂 Ana":                                  "🙂 Ana",
	} {
		if got := r.mended(shown); got != want {
			t.Errorf("mended(%q) = %q, want %q", shown, got, want)
		}
	}
}

// A name whose letters are lost is the one registered name that would have lost them so; one that is nobody's is not made
// another by what is left of it.
func TestLinkWithLostLetters(t *testing.T) {
	regs := []LinkRegistration{{ID: "R1", FirstName: "Đorđe", LastName: "Šarčić"}, {ID: "R2", FirstName: "Erion", LastName: "Bardi"}}
	for shown, want := range map[string]string{"?or?e ?ar?i?": "auto R1", "Erion Bardi": "auto R2", "Erion Bardi?": "review R2", "Erion Bardi\ufffd": "review R2"} {
		got := ""
		for _, d := range Link(regs, []LinkRow{{ID: "A1", DisplayName: shown}}) {
			got += d.Decision + " " + d.RegID
		}
		if got != want {
			t.Errorf("%q is %q, want %q", shown, got, want)
		}
	}
}
