package intake

import (
	"strings"
	"testing"
	"time"

	"rapporteur/internal/attendance"
)

// stays makes one stay for each name, from one minute after the start to another; minutes below zero leave it open.
func stays(from, to int, names ...string) []attendance.Record {
	var out []attendance.Record
	for i, name := range names {
		r := attendance.Record{Kind: attendance.StayRow, Line: i + 2, Name: name, Join: start.Add(time.Duration(from) * time.Minute), Leave: end, Open: to < 0}
		if to >= 0 {
			r.Leave = start.Add(time.Duration(to) * time.Minute)
		}
		r.Key = attendance.Key(r)
		out = append(out, r)
	}
	return out
}

// A copy, an earlier and a later one, and the second file of a meeting that was begun again are told; two rooms are not.
func TestFamiliar(t *testing.T) {
	people := []string{"Ana Alfa", "Boro Beta", "Ceca Gama"}
	first := stays(0, 50, people...)
	for name, c := range map[string]struct {
		known, incoming []attendance.Record
		says            string
	}{
		"the same rows":        {first, stays(0, 50, people...), "another copy"},
		"while it ran":         {first, stays(0, -1, people...), "an earlier copy"},
		"after it ended":       {stays(0, -1, people...), first, "later or fuller copy"},
		"begun again":          {first, stays(60, 110, people...), "begun again"},
		"the first part last":  {stays(60, 110, people...), first, "begun again"},
		"another room":         {first, stays(5, 50, "Dino Delta", "Eva Eta"), ""},
		"another part, others": {first, stays(60, 110, "Dino Delta", "Eva Eta"), ""},
		"the next day":         {first, stays(24*60, 24*60+50, people...), ""},
		"nothing known":        {nil, first, ""},
	} {
		got, ok := Familiar(c.known, c.incoming, PlanAttendance(c.known, c.incoming, time.UTC, nil))
		if ok != (c.says != "") || !strings.Contains(got.Message, c.says) {
			t.Errorf("%s: %q", name, got.Message)
		}
	}
}

// A shift by whole hours is offered with the zone that mends it, and never where the joins lie right.
func TestOfferShift(t *testing.T) {
	for zone, want := range map[string]string{"Europe/Bucharest": "", "UTC": "Etc/GMT-3", "Europe/Belgrade": "Etc/GMT-3", "Asia/Tashkent": "Etc/GMT-3", "Asia/Kolkata": ""} {
		loc, err := time.LoadLocation(zone)
		if err != nil {
			t.Fatal(err)
		}
		now := sample(t, zone)
		got, ok := OfferShift(now, attendance.FirstJoins(now.Records), loc, start, end, func(other *time.Location) (attendance.Reading, error) { return sample(t, other.String()), nil })
		if got.Zone != want || ok != (want != "") || ok && (got.Within <= got.Before || got.Within > got.Stays) {
			t.Errorf("%s: %+v", zone, got)
		}
		if _, ok := OfferShift(now, attendance.FirstJoins(now.Records), loc, start, end, func(*time.Location) (attendance.Reading, error) { return now, nil }); ok {
			t.Errorf("%s: a zone is offered that changes nothing", zone)
		}
	}
}
