package match

import (
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur/internal/attendance"
	"rapporteur/internal/registration"
	"rapporteur/internal/webinar"
)

var noon = time.Date(2020, 5, 28, 11, 0, 0, 0, time.UTC)

// seat is an attendee with one record per id given: present from minute from to minute to.
func seat(id, name, email string, from, to int) attendance.Person {
	stay := attendance.Stay{Join: noon.Add(time.Duration(from) * time.Minute), Leave: noon.Add(time.Duration(to) * time.Minute)}
	return attendance.Person{ID: id, Name: name, Email: email, Role: attendance.Attendee, Stays: []attendance.Stay{stay},
		Records: []attendance.Record{{Key: "k" + id, Name: name, Email: email, Join: stay.Join, Leave: stay.Leave}}}
}

func form(id, first, last, email, org, country string) registration.Standing {
	return registration.Standing{State: registration.Confirmed, Registration: registration.Registration{ID: id, FirstName: first, LastName: last,
		Email: email, Organisation: org, Country: country, Submitted: noon.Add(-time.Hour)}}
}

var desk = []registration.Standing{
	form("R1", "Ana", "Kovač", "ana.kovac@sud.example.rs", "Basic Court", "Serbia"),
	form("R2", "Јован", "Петровиќ", "jovan@mail.example", "Ministry of Justice", "North Macedonia"),
	form("R3", "Biljana", "Stefanovska", "b.stefanovska@mvr.example.mk", "Ministry of Interior", "North Macedonia"),
	form("R4", "Şükrü", "Işık", "sukru.isik@egm.example.tr", "National Police", "Turkey"),
	form("R5", "Maja", "Ilić", "office@sud.example.rs", "Basic Court", "Serbia"),
	form("R6", "Petar", "Ilić", "office@sud.example.rs", "Basic Court", "Serbia"),
	form("R7", "Elira", "Gjata", "elira@mail.example", "FIU", "Albania"),
	form("R8", "Elira", "Gjata", "elira.gjata@police.example.al", "Police", "Albania"),
}

func only(t *testing.T, in Input) Participant {
	t.Helper()
	r := Run(in)
	if len(r.Participants) != 1 {
		t.Fatalf("%d participants, want 1", len(r.Participants))
	}
	return r.Participants[0]
}

// TestRunAsksWhereOneRecordShowsAnother: who used one address comes as one attendee, and is asked about when a record of
// it shows somebody else.
func TestRunAsksWhereOneRecordShowsAnother(t *testing.T) {
	for _, c := range []struct {
		second string
		state  State
	}{
		{"Ana", Automatic}, {"iPhone", Automatic}, {"KOVAC A.", Automatic}, {"akovac", Automatic}, {"Ana Kovač-Perić", Automatic},
		{"Tijana", Open}, {"Goran Kovač", Open}, {"Bekim Prifti", Open}, {"iPhone (Bekim)", Open},
	} {
		p := seat("A1", "Ana Kovač", "ana.kovac@sud.example.rs", 0, 60)
		p.Records = append(p.Records, attendance.Record{Key: "kB", Name: c.second, Email: p.Email, Join: noon, Leave: noon.Add(time.Minute)})
		p.Names = []string{"Ana Kovač", c.second}
		if got := only(t, Input{Standings: desk, Persons: []attendance.Person{p}}); got.State != c.state {
			t.Errorf("with %q: %s, want %s", c.second, got.State, c.state)
		}
	}
}

func TestRunJudgesOneAttendee(t *testing.T) {
	cases := []struct {
		why, name, email string
		state            State
		registration     string
		candidate        string
	}{
		{"same address and name", "Ana Kovač", "ana.kovac@sud.example.rs", Automatic, "R1", ""},
		{"same address, device name", "iPhone", "ANA.KOVAC+x@sud.example.rs", Automatic, "R1", ""},
		{"same address, another name", "Bekim Prifti", "ana.kovac@sud.example.rs", Open, "", "R1"},
		{"same address, another registrant's name", "Şükrü Işık", "ana.kovac@sud.example.rs", Open, "", "R4"},
		{"same address, sister of the name", "Jovana Petrović", "jovan@mail.example", Open, "", "R2"},
		{"the name in another script and order", "PETROVIKJ Jovan", "", Automatic, "R2", ""},
		{"dotless i and s with cedilla", "sukru isik", "", Automatic, "R4", ""},
		{"title, organisation and guest mark", "Dr Ana Kovač - Basic Court (Guest)", "", Automatic, "R1", ""},
		{"a slip of the keys", "Biljana Stefnovska", "", Automatic, "R3", ""},
		{"another ending", "Biljana Stefanovski", "", Open, "", "R3"},
		{"an initial beside a surname that one person bears", "B. Stefanovska", "", Automatic, "R3", ""},
		{"an initial, the address spells the rest", "B. Stefanovska", "biljana.stefanovska@mail.example", Automatic, "R3", ""},
		{"a given name only", "Biljana", "", Open, "", "R3"},
		{"a device with a given name", "iPhone (Biljana)", "", Open, "", "R3"},
		{"a longer name", "Ana Kovač Perić", "", Open, "", "R1"},
		{"the name at another country's address", "Ana Kovač", "ana.kovac@gov.example.al", Open, "", "R1"},
		{"an address of two registrants", "Ilić", "office@sud.example.rs", Open, "", "R5"},
		{"two registrants of one name", "Elira Gjata", "", Open, "", "R7"},
		{"two of one name, one address", "Elira Gjata", "elira.gjata@police.example.al", Automatic, "R8", ""},
		{"a stranger", "Bekim Prifti", "bekim@mail.example", WalkIn, "", ""},
		{"a stranger of the same surname", "Goran Kovač", "", WalkIn, "", ""},
		{"a bare device", "Galaxy A50", "", Unidentified, "", ""},
		{"a number", "+38970***12", "", Unidentified, "", ""},
		{"a room", "Conference Room 2", "", Unidentified, "", ""},
	}
	for _, c := range cases {
		p := only(t, Input{Standings: desk, Persons: []attendance.Person{seat("A1", c.name, c.email, 0, 60)}})
		if p.State != c.state || p.Registration != c.registration {
			t.Errorf("%s: %s %q, want %s %q (%v)", c.why, p.State, p.Registration, c.state, c.registration, p.Candidates)
			continue
		}
		if len(p.Reasons) == 0 {
			t.Errorf("%s: no reason", c.why)
		}
		if (len(p.Candidates) > 0) != (c.state == Open) {
			t.Errorf("%s: candidates %v", c.why, p.Candidates)
		}
		if c.candidate != "" && p.Candidates[0].Registration != c.candidate {
			t.Errorf("%s: first candidate %v, want %s", c.why, p.Candidates[0], c.candidate)
		}
	}
}

func TestStaffIsSetApartReversibly(t *testing.T) {
	speakers := []webinar.Speaker{{Name: "Mr Goran Delić"}}
	host := seat("A1", "Webinars", "w@desk.example", 0, 120)
	host.Role = attendance.Host
	persons := []attendance.Person{host, seat("A2", "Delić Goran", "gd@agency.example", 0, 60), seat("A3", "iPad", "gd@agency.example", 60, 90),
		seat("A4", "Mira Lakić", "mira@sub.office.example", 0, 60), seat("A5", "Ana Kovač", "ana.kovac@sud.example.rs", 0, 60)}
	in := Input{Standings: desk, Persons: persons, Speakers: speakers, OrganiserDomains: []string{"office.example"}}
	states := func(in Input) map[string]State {
		out := map[string]State{}
		for _, p := range Run(in).Participants {
			for _, a := range p.Persons {
				out[a.ID] = p.State
			}
		}
		return out
	}
	got := states(in)
	for id, want := range map[string]State{"A1": Staff, "A2": Staff, "A3": Staff, "A4": Staff, "A5": Automatic} {
		if got[id] != want {
			t.Errorf("%s is %s, want %s", id, got[id], want)
		}
	}
	in.Staff = []StaffDecision{{[]string{"kA4"}, false}, {[]string{"kA5"}, true}}
	if got = states(in); got["A4"] != WalkIn || got["A5"] != Staff {
		t.Errorf("after the officer's word: %v", got)
	}
	in.Staff = append(in.Staff, StaffDecision{[]string{"kA5"}, false})
	if got = states(in); got["A5"] != Automatic {
		t.Errorf("the newest word must count: %v", got)
	}
}

// Whoever is none of the registered by an officer's word is offered a registration that came after it, and stays a walk-in
// until the next answer; one that was known, or that is another submission of a person who was, is not offered.
func TestALaterRegistrationIsOffered(t *testing.T) {
	shown := seat("A1", "Bekim Prifti", "", 0, 60)
	one := form("R9", "Bekim", "Prifti", "bekim@nine.example", "Police", "Albania")
	twin := form("R8", "Bekim", "Prifti", "bekim@eight.example", "Police", "Albania")
	twin.DuplicateOf = "R9"
	none := func(known int) []Decision { return []Decision{{Records: []string{"kA1"}, Known: known}} }
	other := form("R1", "Vera", "Tesar", "vera@one.example", "Court", "Serbia")
	for _, c := range []struct {
		name      string
		standings []registration.Standing
		decisions []Decision
		late      bool
	}{
		{"it came later", []registration.Standing{other, one}, none(1), true},
		{"it was there", []registration.Standing{one, other}, none(1), false},
		{"another submission of one who was there", []registration.Standing{one, other, twin}, none(2), false},
		{"somebody else came later", []registration.Standing{other}, none(0), false},
		{"it was answered again", []registration.Standing{other, one}, append(none(1), none(2)...), false},
	} {
		p := only(t, Input{Standings: c.standings, Persons: []attendance.Person{shown}, Decisions: c.decisions})
		if p.State != WalkIn || p.Late != c.late || (len(p.Candidates) == 1) != c.late || c.late && p.Candidates[0].Registration != "R9" {
			t.Errorf("%s: %+v", c.name, p)
		}
	}
}

func TestDecisionsOverride(t *testing.T) {
	stranger := seat("A1", "Bekim Prifti", "", 0, 60)
	in := Input{Standings: desk, Persons: []attendance.Person{stranger}, Decisions: []Decision{{Records: []string{"kA1"}, Registration: "R1"}}}
	if p := only(t, in); p.State != Decided || p.Registration != "R1" || p.Conflict {
		t.Errorf("decided: %+v", p)
	}
	in.Decisions = append(in.Decisions, Decision{Records: []string{"kA1"}, Registration: ""})
	if p := only(t, in); p.State != WalkIn || !slices.Contains(p.Reasons, "the officer said: none") {
		t.Errorf("the newest must count: %+v", p)
	}
	in.Persons = []attendance.Person{seat("A1", "iPhone", "", 0, 60)}
	if p := only(t, in); p.State != WalkIn {
		t.Errorf("none lifts a device out: %s", p.State)
	}
	in.Decisions = []Decision{{Records: []string{"kA1"}, Registration: "R99"}}
	if p := only(t, in); p.State != Unidentified || !p.Conflict {
		t.Errorf("a registration that is gone: %+v", p)
	}
}

func TestDecisionsInConflictAreShown(t *testing.T) {
	two := seat("A1", "Bekim Prifti", "", 0, 60)
	two.Records = append(two.Records, attendance.Record{Key: "other", Name: "Bekim Prifti"})
	in := Input{Standings: desk, Persons: []attendance.Person{two}, Decisions: []Decision{{Records: []string{"other"}, Registration: "R2"}, {Records: []string{"kA1"}, Registration: "R1"}}}
	if p := only(t, in); p.Registration != "R1" || !p.Conflict {
		t.Errorf("two answers in one person: %+v", p)
	}
	in = Input{Standings: desk, Persons: []attendance.Person{seat("A1", "Bekim Prifti", "b@mail.example", 0, 60), seat("A2", "Ali Uzun", "a@mail.example", 0, 60)},
		Decisions: []Decision{{Records: []string{"kA1", "kA2"}, Registration: ""}}}
	for _, p := range Run(in).Participants {
		if p.State != WalkIn || !p.Conflict {
			t.Errorf("one answer in two persons: %+v", p)
		}
	}
}

func TestPersonsOfOneRegistrationAreOneParticipant(t *testing.T) {
	twin := form("R0", "Ana", "Kovac", "ana@home.example", "Basic Court", "Serbia")
	twin.DuplicateOf = "R1"
	in := Input{Standings: append(slices.Clone(desk), twin), Persons: []attendance.Person{
		seat("A2", "Ana Kovač", "ana@home.example", 0, 30), seat("A1", "Ana Kovač", "", 40, 60), seat("A3", "iPhone", "ana@home.example", 10, 20)}}
	p := only(t, in)
	if p.ID != "A1" || p.Registration != "R1" || p.Matched != "R0" || len(p.Persons) != 3 || p.Name != "Ana Kovač" || p.Email != "ana@home.example" {
		t.Errorf("%+v", p)
	}
}

func TestTwoAddressesAtOneTimeNeverMergeSilently(t *testing.T) {
	in := Input{Standings: desk, Persons: []attendance.Person{
		seat("A1", "Ana Kovač", "somebody@mail.example", 0, 60), seat("A2", "Ana Kovač", "ana.kovac@sud.example.rs", 30, 90)}}
	r := Run(in).Participants
	if len(r) != 2 || r[0].State != Open || r[1].State != Automatic || r[0].Candidates[0].Registration != "R1" {
		t.Fatalf("%+v", r)
	}
	if !slices.ContainsFunc(r[0].Reasons, func(s string) bool { return strings.Contains(s, "another address") }) {
		t.Errorf("reasons %v", r[0].Reasons)
	}
}

func TestASecondAddressThatSpellsTheNameCountsAtAnotherTimeOnly(t *testing.T) {
	second := func(from, to int) []Participant {
		return Run(Input{Standings: desk, Persons: []attendance.Person{
			seat("A1", "Ana Kovač", "ana.kovac@sud.example.rs", 0, 60), seat("A2", "Ana Kovač", "kovac.ana@mail.example", from, to)}}).Participants
	}
	if r := second(60, 90); len(r) != 1 || r[0].State != Automatic || len(r[0].Persons) != 2 {
		t.Errorf("one after the other: %+v", r)
	}
	if r := second(59, 90); len(r) != 2 || r[1].State != Open {
		t.Errorf("at one time: %+v", r)
	}
}

func TestWalkInsOfOneNameAreOneUnlessTheirAddressesDiffer(t *testing.T) {
	persons := []attendance.Person{seat("A1", "Bekim Prifti", "b@mail.example", 0, 30), seat("A2", "Prifti Bekim", "", 40, 60)}
	if p := only(t, Input{Standings: desk, Persons: persons}); p.State != WalkIn || len(p.Persons) != 2 {
		t.Errorf("%+v", p)
	}
	persons[1].Email, persons[1].Records[0].Email = "other@mail.example", "other@mail.example"
	if r := Run(Input{Standings: desk, Persons: persons}); len(r.Participants) != 2 {
		t.Errorf("%d participants, want 2", len(r.Participants))
	}
}
