package workflow

import (
	"testing"

	"rapporteur/internal/fault"
)

func TestByPrefix(t *testing.T) {
	ids := []string{"Rabcdef01", "Rabcdef02", "Rabc", "Rzzzz"}
	for _, c := range []struct {
		prefix, want string
		code         fault.Code
	}{
		{"Rabcdef01", "Rabcdef01", ""},
		{"Rzzz", "Rzzzz", ""},
		{"Rabc", "Rabc", ""}, // a whole id wins over those that begin with it
		{"Rabcd", "", fault.Ambiguous},
		{"Raaaa", "", fault.NotFound},
		{"Rabcdef011", "", fault.NotFound},
		{"Rzz", "", fault.Invalid},
		{"", "", fault.Invalid},
	} {
		got, err := byPrefix(ids, c.prefix, "registration")
		if got != c.want || c.code != "" && !fault.Is(err, c.code) || c.code == "" && err != nil {
			t.Errorf("%q: %q, %v", c.prefix, got, err)
		}
	}
	if got, err := byPrefix([]string{"Rsame1", "Rsame1"}, "Rsame", "registration"); got != "Rsame1" || err != nil {
		t.Errorf("the same id twice: %q, %v", got, err)
	}
}
