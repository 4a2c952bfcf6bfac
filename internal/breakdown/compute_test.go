package breakdown

import (
	"encoding/json"
	"fmt"
	"reflect"
	"testing"
	"time"

	"pgregory.net/rapid"

	"rapporteur/internal/attendance"
	"rapporteur/internal/match"
	"rapporteur/internal/registration"
)

var start = time.Date(2021, 3, 4, 9, 0, 0, 0, time.UTC)

// stay is a stay in minutes from the start of the window.
func stay(from, to int) attendance.Stay {
	return attendance.Stay{Join: start.Add(time.Duration(from) * time.Minute), Leave: start.Add(time.Duration(to) * time.Minute)}
}

func person(id string, stays ...attendance.Stay) attendance.Person {
	return attendance.Person{ID: id, Stays: stays}
}

func standing(id string, state registration.State, country, sex, sector string) registration.Standing {
	return registration.Standing{State: state, Registration: registration.Registration{ID: id, Country: country, Sex: sex, Sector: sector}}
}

func input() Input {
	rule, _ := attendance.ParseRule("50%")
	return Input{
		Webinar: "w", Start: start, End: start.Add(100 * time.Minute), Rule: rule, AsOf: start, Seats: 3,
		Standings: []registration.Standing{
			standing("r1", registration.Confirmed, "Albania", "Female", "Judge"),
			standing("r2", registration.Confirmed, "Kosovo*", "Male", "Police"),
			standing("r3", registration.Confirmed, "Serbia", "", "Prosecutor"),
			standing("r4", registration.Waiting, "Turkey", "Male", "FIU"),
			{State: registration.Duplicate, DuplicateOf: "r1", Registration: registration.Registration{ID: "r5"}},
			{State: registration.Barred, DuplicateOf: "r2", Registration: registration.Registration{ID: "r6"}},
			standing("r7", registration.Barred, "Montenegro", "Female", "Police"),
		},
		Match: match.Result{Participants: []match.Participant{
			{ID: "a1", State: match.Automatic, Registration: "r1", Persons: []attendance.Person{person("a1", stay(-10, 30), stay(20, 60))}},
			{ID: "a2", State: match.Decided, Registration: "r2", Persons: []attendance.Person{person("a2", stay(0, 49)), person("a2b", stay(40, 49))}},
			{ID: "a4", State: match.Automatic, Registration: "r4", Persons: []attendance.Person{person("a4", stay(0, 100))}},
			{ID: "a5", State: match.Open, Persons: []attendance.Person{person("a5", stay(0, 100))}},
			{ID: "a6", State: match.WalkIn, Persons: []attendance.Person{person("a6", stay(0, 100))}},
			{ID: "a7", State: match.Staff, Persons: []attendance.Person{person("a7", stay(0, 100))}},
			{ID: "a8", State: match.Unidentified, Persons: []attendance.Person{person("a8", stay(0, 100))}},
			{ID: "a9", State: match.Automatic, Registration: "r3", Persons: []attendance.Person{person("a9")}},
		}},
	}
}

func TestTotals(t *testing.T) {
	table, members := Compute(input())
	want := Totals{
		Submissions: 7, Persons: 5, Further: 2, FurtherBarred: 1, BarredPersons: 1, Confirmed: 3, Waiting: 1, Duplicates: 1, Barred: 2,
		Joined: 5, JoinedConfirmed: 2, JoinedRegistered: 1, JoinedWalkIns: 1, JoinedOpen: 1,
		Attended: 4, AttendedConfirmed: 1, AttendedRegistered: 1, WalkIns: 1, Open: 1,
		Unidentified: 1, Short: 1, ShortConfirmed: 1, NoShows: 1, Staff: 1, Automatic: 2, Decided: 1, Attendees: 7,
	}
	if table.Totals != want {
		t.Errorf("totals\n got %+v\nwant %+v", table.Totals, want)
	}
	if !table.Reconciled() {
		t.Errorf("checks %+v", table.Checks)
	}
	if members[0].Seconds != 60*60 {
		t.Errorf("overlapping stays from before the window count %d s, want 3600", members[0].Seconds)
	}
	if table.Minutes[25].Present != 5 || table.Minutes[49].Present != 4 {
		t.Errorf("present at minutes 25 and 49: %d and %d, want 5 and 4", table.Minutes[25].Present, table.Minutes[49].Present)
	}
}

// The officer's open participant counts, and is unknown in every respect.
func TestOpenIsUnknown(t *testing.T) {
	table, _ := Compute(input())
	for _, r := range table.Rows {
		if r.Sector == "unknown" && r.Beneficiary == "unknown" && r.Sex == "not_stated" {
			if r.Attended != 2 || r.WalkIns != 1 {
				t.Errorf("unknown row %+v, want the open one and the walk-in", r)
			}
			return
		}
	}
	t.Error("there is no unknown row")
}

// Each identity turns false when one of its figures is changed.
func TestChecksCanFail(t *testing.T) {
	in := input()
	table, members := Compute(in)
	for i := range reflect.TypeFor[Totals]().NumField() {
		broken := table
		reflect.ValueOf(&broken.Totals).Elem().Field(i).SetInt(999)
		bad := 0
		for _, c := range checks(broken, members, in.Seats, 0) {
			if !c.OK {
				bad++
			}
		}
		name := reflect.TypeFor[Totals]().Field(i).Name
		unchecked := map[string]bool{"JoinedConfirmed": true, "JoinedRegistered": true}
		if (bad == 0) != unchecked[name] {
			t.Errorf("%s changed: %d checks fail", name, bad)
		}
	}
	over := members[0]
	over.Seconds = 999999
	if named(checks(table, []Member{over}, in.Seats, 0), "participants with more presence than the window").OK {
		t.Error("presence beyond the window passes")
	}
	if named(checks(table, members, 2, 0), "confirmed above the confirmation limit").OK {
		t.Error("three confirmed at a limit of two pass")
	}
	if !named(checks(table, members, 2, 1), "confirmed above the confirmation limit").OK {
		t.Error("a speaker who is confirmed takes a seat")
	}
}

// named finds a check.
func named(list []Check, name string) Check {
	for _, c := range list {
		if c.Name == name {
			return c
		}
	}
	panic("there is no check " + name)
}

// Each side of a check is the sum of its terms.
func TestTermsAddUp(t *testing.T) {
	table, members := Compute(input())
	for _, c := range checks(table, members, 2, 0) {
		if c.Left != sum(c.LeftTerms) || c.Right != sum(c.RightTerms) || len(c.LeftTerms) == 0 {
			t.Errorf("%+v", c)
		}
	}
}

// A table that was kept before the further submissions were told apart says them too, and has no list that is null.
func TestEarlierTables(t *testing.T) {
	var table Table
	text := `{"totals": {"submissions": 330, "persons": 314, "duplicates": 13, "barred": 20}, "checks": [{"name": "a", "left": 1, "right": 1, "ok": true}]}`
	if err := json.Unmarshal([]byte(text), &table); err != nil {
		t.Fatal(err)
	}
	if n := table.Totals; n.Further != 16 || n.FurtherBarred != 3 || n.BarredPersons != 17 {
		t.Errorf("%+v", n)
	}
	if c := table.Checks[0]; c.LeftTerms == nil || c.RightTerms == nil || !c.OK {
		t.Errorf("%+v", c)
	}
	computed, _ := Compute(input())
	kept, err := json.Marshal(computed)
	if err != nil {
		t.Fatal(err)
	}
	var again Table
	if err := json.Unmarshal(kept, &again); err != nil || !reflect.DeepEqual(again, computed) {
		t.Errorf("%v: %+v, want %+v", err, again, computed)
	}
}

func TestSensitivityRulesParse(t *testing.T) {
	for _, r := range sensitivityRules {
		if _, err := attendance.ParseRule(r); err != nil {
			t.Errorf("%s: %v", r, err)
		}
	}
}

func TestOrderChangesNothing(t *testing.T) {
	want, _ := Compute(input())
	rapid.Check(t, func(t *rapid.T) {
		in := input()
		in.Standings = rapid.Permutation(in.Standings).Draw(t, "standings")
		in.Match.Participants = rapid.Permutation(in.Match.Participants).Draw(t, "participants")
		if got, _ := Compute(in); !reflect.DeepEqual(got, want) {
			t.Fatal("another order gives another table")
		}
	})
}

// Whatever the people and their stays, every identity holds.
func TestIdentitiesHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := input()
		in.Seats = 0
		states := []match.State{match.Automatic, match.Decided, match.Open, match.WalkIn, match.Unidentified, match.Staff}
		in.Match.Participants = nil
		free := []string{"r1", "r2", "r3", "r4", "r7"}
		for i := range rapid.IntRange(0, 12).Draw(t, "n") {
			p := match.Participant{ID: fmt.Sprint("p", i), State: rapid.SampledFrom(states).Draw(t, "state")}
			if p.State == match.Automatic || p.State == match.Decided {
				if len(free) == 0 {
					continue
				}
				p.Registration, free = free[0], free[1:]
			}
			for range rapid.IntRange(0, 3).Draw(t, "stays") {
				from := rapid.IntRange(-30, 120).Draw(t, "from")
				p.Persons = append(p.Persons, person(p.ID, stay(from, from+rapid.IntRange(0, 90).Draw(t, "length"))))
			}
			in.Match.Participants = append(in.Match.Participants, p)
		}
		table, members := Compute(in)
		if !table.Reconciled() {
			t.Fatalf("checks %+v", table.Checks)
		}
		for _, m := range members {
			if m.Seconds > table.Window.Seconds {
				t.Fatal("more presence than the window")
			}
		}
	})
}

func TestBy(t *testing.T) {
	table, _ := Compute(input())
	for _, dims := range [][]Dimension{{BySector}, {ByBeneficiary}, {BySex}, {BySector, BySex}, {}} {
		n := 0
		for _, r := range table.By(dims...) {
			n += r.Attended
		}
		if n != table.Totals.Attended {
			t.Errorf("by %v: %d, want %d", dims, n, table.Totals.Attended)
		}
	}
}

// TestTotalWithinItsTimes: a person of whom a file gives a total and its first and last time counts no more than those
// hold of the window; of two such files the longer total counts, within the times of both.
func TestTotalWithinItsTimes(t *testing.T) {
	known := func(minutes int, spans ...attendance.Stay) attendance.Person {
		return attendance.Person{TotalOnly: true, Total: time.Duration(minutes) * time.Minute, Spans: spans}
	}
	for name, c := range map[string]struct {
		persons []attendance.Person
		want    int // minutes
	}{
		"two devices at once":         {[]attendance.Person{known(80, stay(20, 60))}, 40},
		"two rows":                    {[]attendance.Person{known(30, stay(-20, 20)), known(45, stay(30, 80))}, 45},
		"one of the two has no times": {[]attendance.Person{known(30, stay(0, 10)), known(45)}, 45},
		"another file has the stays":  {[]attendance.Person{known(90, stay(0, 100)), person("a", stay(10, 30))}, 20},
	} {
		if got := attendance.Presence(whole(match.Participant{Persons: c.persons}), start, start.Add(100*time.Minute)); got != c.want*60 {
			t.Errorf("%s: %d s, want %d minutes", name, got, c.want)
		}
	}
}

// TestDeclared: who is declared to have been there joined and attended under every rule, is in no presence, and gives way
// to what any file says of the time.
func TestDeclared(t *testing.T) {
	declared := attendance.Person{ID: "d", Declared: true}
	in := input()
	in.Match.Participants = append(in.Match.Participants,
		match.Participant{ID: "b1", State: match.WalkIn, Persons: []attendance.Person{declared}},
		match.Participant{ID: "b2", State: match.Automatic, Registration: "r3", Persons: []attendance.Person{declared}},
		match.Participant{ID: "b3", State: match.Staff, Persons: []attendance.Person{declared}},
		match.Participant{ID: "b4", State: match.WalkIn, Persons: []attendance.Person{declared, person("x", stay(0, 20))}},
		match.Participant{ID: "b5", State: match.WalkIn, Persons: []attendance.Person{declared, {ID: "y", TotalOnly: true, Total: 20 * time.Minute}}},
	)
	before, _ := Compute(input())
	for _, text := range []string{"1%", "50%", "100%", "100min", "1440min"} {
		rule, err := attendance.ParseRule(text)
		if err != nil {
			t.Fatal(err)
		}
		without := input()
		without.Rule, in.Rule = rule, rule
		was, _ := Compute(without)
		table, members := Compute(in)
		n := table.Totals
		reached := 0 // b4 and b5 were there for 20 minutes
		if rule.Met(1200, 6000) {
			reached = 2
		}
		if n.AttendedDeclared != 2 || n.Joined != was.Totals.Joined+4 || n.Attended != was.Totals.Attended+2+reached || n.Short != was.Totals.Short+2-reached ||
			n.AttendedConfirmed != was.Totals.AttendedConfirmed+1 || n.Staff != was.Totals.Staff+1 {
			t.Errorf("at %s: %+v, without them %+v", text, n, was.Totals)
		}
		if !table.Reconciled() || !named(table.Checks, "attended by presence + declared by a list = attended").OK {
			t.Errorf("at %s: %+v", text, table.Checks)
		}
		for _, m := range members {
			if m.Declared != (m.Participant.ID == "b1" || m.Participant.ID == "b2" || m.Participant.ID == "b3") || m.Declared && m.Seconds != 0 {
				t.Errorf("%s: declared %v, %d s", m.Participant.ID, m.Declared, m.Seconds)
			}
		}
	}
	in.Rule = input().Rule
	table, _ := Compute(in)
	for i, s := range table.Sensitivity {
		more := 2
		if s.Rule == "10%" {
			more = 4
		}
		if s.Attended != before.Sensitivity[i].Attended+more {
			t.Errorf("at %s: %d attended, want %d more than %d", s.Rule, s.Attended, more, before.Sensitivity[i].Attended)
		}
	}
	if table.Minutes[50].Present != before.Minutes[50].Present {
		t.Error("somebody whose times nobody knows is present at an instant")
	}
	for _, c := range before.Checks {
		if c.Name == "attended by presence + declared by a list = attended" {
			t.Error("nobody is declared, and yet it is checked")
		}
	}
}
