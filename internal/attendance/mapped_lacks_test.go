package attendance

import "testing"

func TestLacksOfDatesAndNames(t *testing.T) {
	for name, c := range map[string]struct {
		columns map[string]int
		lacks   int
	}{
		"a date and times":         {map[string]int{"full_name": 0, "date": 1, "join": 2}, 0},
		"a date without times":     {map[string]int{"full_name": 0, "date": 1, "minutes": 2}, 1},
		"a renamed name alone":     {map[string]int{"renamed_name": 0, "minutes": 1}, 0},
		"two columns for the name": {map[string]int{"renamed_name": 0, "full_name": 1, "minutes": 2}, 1},
		"a list of names":          {map[string]int{"full_name": 0}, 1},
		"of those who were there":  {map[string]int{"listed_name": 0}, 0},
		"with minutes too":         {map[string]int{"listed_name": 0, "minutes": 1}, 1},
		"and named twice":          {map[string]int{"listed_name": 0, "full_name": 1}, 1},
	} {
		if got := Lacks(c.columns); len(got) != c.lacks {
			t.Errorf("%s: %v", name, got)
		}
	}
}
