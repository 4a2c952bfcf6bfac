package sector

import "testing"

// TestPlacesAreNoWords: the name of a place, whatever word of another language it folds to, moves nobody out of the
// police. A reason quotes what the person wrote, not a longer name that stands in the list.
func TestPlacesAreNoWords(t *testing.T) {
	for country, places := range map[string][]string{
		"Albania":                {"Durrës", "Fier", "Laç", "Kukës"},
		"Bosnia and Herzegovina": {"Banja Luka", "Foča", "Široki Brijeg", "Sanski Most"},
		"Kosovo*":                {"Peja", "Mitrovica", "Drenas"},
		"Montenegro":             {"Bar", "Bijelo Polje", "Herceg Novi"},
		"North Macedonia":        {"Битола", "Debar", "Sveti Nikole"},
		"Serbia":                 {"Novi Sad", "Нови Сад", "Bor", "Užice", "Stara Pazova"},
		"Turkey":                 {"Van", "Ordu", "Batman", "Muş", "Iğdır"},
	} {
		for _, place := range places {
			for _, in := range []Input{
				{Organisation: place + " Police, Cybercrime Unit", JobTitle: "Inspector", Country: country},
				{Organisation: "Police Directorate " + place},
			} {
				if got := Classify(in); got.Group != Police {
					t.Errorf("%q: %s (%s)", in.Organisation, got.Group, got.Reason)
				}
			}
		}
	}
	for country, institution := range map[string]string{"Montenegro": "FIU", "Kosovo*": "FIU"} {
		got := Classify(Input{Organisation: institution, Country: country})
		if got.Class != "fiu" || got.Reason != "financial intelligence as the unit's work: “FIU”" {
			t.Errorf("%s, %s: %s (%s)", institution, country, got.Class, got.Reason)
		}
	}
}
