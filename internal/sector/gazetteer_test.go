package sector

import (
	"strings"
	"testing"

	"rapporteur/internal/beneficiary"
)

// classesOf are the classes that an institution of the gazetteer may have by its meaning. Of a ministry of interior the
// person's work decides.
var classesOf = map[string][]Class{
	"court": {ClassJudiciary}, "judicial_body": {ClassJudiciary}, "prosecution": {ClassProsecution}, "police": {ClassPolice},
	"police_financial": {ClassPolice}, "police_school": {ClassPolice, ClassAcademia}, "fiu": {ClassFIU}, "university": {ClassAcademia},
	"ministry_interior": {ClassPublicAuthority, ClassPolice}, "ministry_interior_police": {ClassPublicAuthority, ClassPolice},
	"ministry_justice": {ClassPublicAuthority}, "ministry": {ClassPublicAuthority}, "authority": {ClassPublicAuthority},
	"authority_task": {ClassPublicAuthority}, "customs": {ClassPublicAuthority}, "central_bank": {ClassPublicAuthority}, "bar": {ClassDefence},
}

// Each institution stands on one line with its country, its name and where it is known from, and whichever of its names is
// written, it is what the line says.
func TestGazetteer(t *testing.T) {
	names, countries := map[string]bool{}, map[string]int{}
	for _, column := range readTable(gazetteer) {
		means, country, name, source := column[0], column[1], column[2], column[4]
		if names[country+name] || name == "" || len(source) < 10 || beneficiary.ISO(country) != country {
			t.Errorf("%s, %q, source %q: named twice, or a column is empty", country, name, source)
		}
		names[country+name] = true
		countries[country]++
		for _, form := range strings.Split(column[3], "|") {
			in := Input{Organisation: strings.NewReplacer("*", "", "=", "").Replace(form), Country: country}
			got, fits := Classify(in), false
			for _, c := range classesOf[means] {
				fits = fits || got.Class == c
			}
			if !fits {
				t.Errorf("%s, %q of %s: %s (%s)", country, form, name, got.Class, got.Reason)
			}
		}
	}
	for _, c := range beneficiary.All() {
		if countries[string(c)] < 40 {
			t.Errorf("%s has only %d institutions", c, countries[string(c)])
		}
	}
	if len(names) < 400 {
		t.Errorf("the gazetteer has %d institutions", len(names))
	}
}
