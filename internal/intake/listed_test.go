package intake

import (
	"testing"

	"rapporteur/internal/tabular"
)

// TestListOfNames: a column of names can be chosen as a list of those who were there; a text of as many lines cannot.
func TestListOfNames(t *testing.T) {
	for _, c := range []struct {
		why      string
		text     string
		mappable bool
		header   int
	}{
		{"a list with a title", "Participants present\nAna Kovač\nMarko Ilić\nSudija Vesna Pajić (Osnovni sud)\n", true, 1},
		{"a list without one", "Ana Kovač\nМарко Илић\n", true, 0},
		{"a title in two lines above", "List of the webinar\n\nAna Kovač\nMarko Ilić\n", true, 1},
		{"a letter", "Dear colleagues,\nplease find attached the list.\nKind regards\nAna Kovač\n", false, 0},
		{"a list of dates", "Dates\n28.05.2020\n29.05.2020\n30.05.2020\n", false, 0},
		{"a name alone", "Ana Kovač\n", false, 0},
	} {
		f, err := tabular.Read("list.csv", []byte(c.text), tabular.DefaultLimits())
		if err != nil {
			t.Fatalf("%s: %v", c.why, err)
		}
		if got := Mappable(*f); got != c.mappable {
			t.Errorf("%s: mappable %t", c.why, got)
		} else if m := Suggest(*f, Attendance); got && m.Header != c.header {
			t.Errorf("%s: titles on line %d, want %d", c.why, m.Header, c.header)
		}
	}
}
