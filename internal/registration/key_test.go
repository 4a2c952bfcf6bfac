package registration_test

import (
	"strings"
	"testing"
	"time"

	"rapporteur/internal/registration"
)

// keyed gives a registration its content key.
func keyed(first, last, email, clock string) registration.Registration {
	at, err := time.Parse("15:04:05", clock)
	if err != nil {
		panic(err)
	}
	r := registration.Registration{FirstName: first, LastName: last, Email: email, Submitted: opening.Truncate(24 * time.Hour).Add(at.Sub(at.Truncate(24 * time.Hour)))}
	r.ID = registration.Key(r)
	return r
}

// A spreadsheet drops the seconds of the times it saves; the submissions stay those they were.
func TestRecogniseWithoutSeconds(t *testing.T) {
	known := []registration.Registration{
		keyed("Ana", "Kovač", "ana@mail.example", "10:01:17"), keyed("Ivo", "Perić", "ivo@mail.example", "10:02:00"),
		keyed("Eva", "Tomić", "eva@mail.example", "10:03:50"), keyed("Eva", "Tomić", "eva@mail.example", "10:03:10"),
	}
	for name, c := range map[string]struct {
		incoming []registration.Registration
		want     []int // the known one, -1 for none
	}{
		"seconds lost":          {[]registration.Registration{keyed("Ana", "Kovač", "ana@mail.example", "10:01:00")}, []int{0}},
		"seconds gained":        {[]registration.Registration{keyed("Ivo", "Perić", "ivo@mail.example", "10:02:31")}, []int{1}},
		"another minute":        {[]registration.Registration{keyed("Ana", "Kovač", "ana@mail.example", "10:02:00")}, []int{-1}},
		"another second":        {[]registration.Registration{keyed("Ana", "Kovač", "ana@mail.example", "10:01:18")}, []int{-1}},
		"another person":        {[]registration.Registration{keyed("Ane", "Kovač", "ana@mail.example", "10:01:00")}, []int{-1}},
		"twice in one minute":   {[]registration.Registration{keyed("Eva", "Tomić", "eva@mail.example", "10:03:00"), keyed("Eva", "Tomić", "eva@mail.example", "10:03:00")}, []int{3, 2}},
		"one of them as it was": {[]registration.Registration{keyed("Eva", "Tomić", "eva@mail.example", "10:03:00"), keyed("Eva", "Tomić", "eva@mail.example", "10:03:10")}, []int{2, 3}},
		"no time":               {[]registration.Registration{{ID: "R9", FirstName: "Ana", LastName: "Kovač", Email: "ana@mail.example"}}, []int{-1}},
	} {
		before := c.incoming[0].ID
		for i, got := range registration.Recognise(known, c.incoming) {
			want := c.incoming[i].ID
			if c.want[i] >= 0 {
				want = known[c.want[i]].ID
			}
			if got.ID != want {
				t.Errorf("%s, row %d: not the submission it should be", name, i+1)
			}
		}
		if c.incoming[0].ID != before {
			t.Errorf("%s: the input was changed", name)
		}
	}
}

func TestDiffering(t *testing.T) {
	a := registration.Registration{Organisation: "Основен суд", JobTitle: "Judge", Country: "Serbia", Sector: "Judiciary", Channel: registration.Website, Consent: registration.Refused}
	b := registration.Registration{Organisation: "Osnoven sud", JobTitle: "Adviser", Country: "", Sector: "Police", Channel: registration.Website, Consent: registration.Accepted}
	var fields []string
	for _, d := range registration.Differing(a, b) {
		fields = append(fields, d.Field+": "+d.Before+" → "+d.After)
	}
	if got := strings.Join(fields, ", "); got != "job title: Judge → Adviser, sector: Judiciary → Police, rules of engagement: refused → accepted" {
		t.Errorf("differing: %s", got)
	}
	b.Submitted = time.Date(2020, 5, 1, 10, 0, 0, 0, time.UTC)
	if got := registration.Changed(a, b, time.UTC); len(got) != 6 || got[0] != (registration.Difference{Field: "completed", After: "2020-05-01 10:00:00"}) {
		t.Errorf("changed: %+v", got)
	}
	if got := registration.Differing(a, a); len(got) > 0 {
		t.Errorf("differing from itself: %v", got)
	}
}
