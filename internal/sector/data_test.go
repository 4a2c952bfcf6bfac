package sector

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"rapporteur/internal/beneficiary"
)

func TestDataFilesAreWellFormed(t *testing.T) {
	for _, name := range termFiles {
		for i, column := range readTable(name) {
			if !slices.Contains(meaningNames[:], column[0]) {
				t.Errorf("%s, entry %d: no meaning %q", name, i+1, column[0])
			}
			for _, c := range countryList(column[1]) {
				if beneficiary.ISO(c) != c {
					t.Errorf("%s, entry %d: no country %q", name, i+1, c)
				}
			}
			for _, term := range strings.Split(column[3], "|") {
				if len(patternsOf(term)) == 0 {
					t.Errorf("%s, entry %d: %q has no word", name, i+1, term)
				}
			}
		}
	}
	for i, column := range readTable("declared") {
		for _, code := range strings.Split(column[0], ",") {
			if _, ok := ByCode(code); !ok {
				t.Errorf("declared, entry %d: no answer %q", i+1, code)
			}
		}
	}
	for i, column := range readTable("domains") {
		if _, ok := ByCode(column[1]); !ok {
			t.Errorf("domains, entry %d: no class %q", i+1, column[1])
		}
	}
}

// A term that means two things in one country would be decided by chance.
func TestNoTermMeansTwoThings(t *testing.T) {
	lex := compiled()
	seen := map[string]entry{}
	for _, entries := range lex.starting {
		for _, e := range entries {
			countries := e.countries
			if countries == nil {
				countries = []string{"*"}
			}
			for _, c := range countries {
				key := fmt.Sprint(c, e.patterns)
				if other, ok := seen[key]; ok && other.means != e.means {
					t.Errorf("%q means %s and %s in %s", e.term, meaningNames[other.means], meaningNames[e.means], c)
				}
				seen[key] = e
			}
		}
	}
}

func TestEveryMeaningIsRead(t *testing.T) {
	used := map[meaning]bool{}
	for _, entries := range compiled().starting {
		for _, e := range entries {
			used[e.means] = true
		}
	}
	for m, name := range meaningNames {
		if name == "" || !used[meaning(m)] {
			t.Errorf("no term means %q", name)
		}
	}
}
