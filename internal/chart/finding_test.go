package chart

import (
	"testing"

	"rapporteur/internal/breakdown"
)

func TestLargest(t *testing.T) {
	names := []string{"Judges", "Police", "Others", "Unknown"}
	for want, values := range map[string][]int{
		"Largest: Police, 5 of the 9 who attended":                         {2, 5, 1, 1},
		"Largest: Judges and Police, 4 each of the 9 who attended":         {4, 4, 1, 0},
		"Largest: Judges, Police and Others, 3 each of the 9 who attended": {3, 3, 3, 0},
		"Largest: Others, 2 of the 9 who attended":                         {0, 0, 2, 7},
		"Unknown for all 9 who attended":                                   {0, 0, 0, 9},
		"Nobody attended":                                                  {0, 0, 0, 0},
	} {
		sum := 0
		for _, v := range values {
			sum += v
		}
		if got := largest("Largest", sum, names, values, "Unknown"); got != want {
			t.Errorf("%v: %q, want %q", values, got, want)
		}
	}
}

func TestCame(t *testing.T) {
	for want, n := range map[string]breakdown.Totals{
		"Nobody was confirmed":                            {},
		"3 of the 10 confirmed attended":                  {Confirmed: 10, AttendedConfirmed: 3},
		"150 of the 300 confirmed attended (50.0\u00a0%)": {Confirmed: 300, AttendedConfirmed: 150},
	} {
		if got := came(n); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
