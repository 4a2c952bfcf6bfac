package match

import (
	"slices"
	"testing"
	"time"

	"rapporteur/internal/attendance"
	"rapporteur/internal/registration"
)

// row is a row of the platform, from and to in minutes after the start.
func row(name, email string, from, to int) attendance.Record {
	r := attendance.Record{Kind: attendance.StayRow, Name: name, Email: email, Organisation: "Court of Testville", JobTitle: "Judge",
		Join: noon.Add(time.Duration(from) * time.Minute), Leave: noon.Add(time.Duration(to) * time.Minute)}
	r.Key = attendance.Key(r)
	return r
}

func keysOf(records ...attendance.Record) (keys []string) {
	for _, r := range records {
		keys = append(keys, r.Key)
	}
	return keys
}

func enrolled(first, last, email string) registration.Standing {
	return registration.Standing{Registration: registration.Registration{ID: "R" + first, FirstName: first, LastName: last, Email: email}, State: registration.Confirmed}
}

func named(t *testing.T, result Result) map[string]Participant {
	t.Helper()
	out := map[string]Participant{}
	for _, p := range result.Participants {
		if _, twice := out[p.Name]; twice {
			t.Errorf("two participants of one name")
		}
		out[p.Name] = p
	}
	return out
}

func present(p Participant) int {
	var stays []attendance.Stay
	for _, a := range p.Persons {
		stays = append(stays, a.Stays...)
	}
	n := 0
	for _, s := range attendance.Union(stays) {
		n += int(s.Leave.Sub(s.Join) / time.Second)
	}
	return n
}

func sharedRoom() (Input, []attendance.Record) {
	rows := []attendance.Record{row("Room 3", "vera.tesar@court.example", 0, 60), row("Room 3", "vera.tesar@court.example", 70, 90)}
	return Input{
		Persons:   attendance.Group(rows),
		Standings: []registration.Standing{enrolled("Vera", "Tesar", "vera.tesar@court.example"), enrolled("Igor", "Probny", "igor@court.example")},
	}, rows
}

// Each who sat at a connection is matched as anybody else and has its presence; the address, and what the platform says of
// its owner's work, stay with the owner.
func TestSplit(t *testing.T) {
	in, rows := sharedRoom()
	if before := Run(in).Participants; len(before) != 1 || before[0].Shared() {
		t.Fatalf("before: %d participants", len(before))
	}
	in.Splits = []SplitDecision{{Records: keysOf(rows[0]), Names: []string{"Vera Tesar", "Igor Probny", "Stranger Unknown"}}}
	got := named(t, Run(in))
	if len(got) != 3 {
		t.Fatalf("%d participants, want 3", len(got))
	}
	for name, want := range map[string]struct {
		state        State
		registration string
		email        string
		job          string
	}{
		"Vera Tesar": {Automatic, "RVera", "vera.tesar@court.example", "Judge"}, "Igor Probny": {Automatic, "RIgor", "", ""}, "Stranger Unknown": {WalkIn, "", "", ""},
	} {
		p := got[name]
		if _, job := p.Work(); p.State != want.state || p.Registration != want.registration || p.Email != want.email || job != want.job {
			t.Errorf("state %s, registration %q, address %q, job %q", p.State, p.Registration, p.Email, job)
		}
		if present(p) != 80*60 || !p.Shared() || !slices.Contains(p.Reasons, sharing) {
			t.Errorf("%d seconds, shared %t, reasons %v", present(p), p.Shared(), p.Reasons)
		}
		if !slices.Equal(sortedCopy(p.Connection()), sortedCopy(keysOf(rows...))) {
			t.Errorf("connection of %d records", len(p.Connection()))
		}
	}
	in.Splits = append(in.Splits, SplitDecision{Records: keysOf(rows...)})
	if back := Run(in).Participants; len(back) != 1 || back[0].Shared() || back[0].Name != "Room 3" {
		t.Errorf("taken back: %d participants", len(back))
	}
}

// A decision on one of the sharers is that one's alone, and stays when a fuller file brings further rows of the connection.
func TestDecisionOnASharer(t *testing.T) {
	in, rows := sharedRoom()
	in.Splits = []SplitDecision{{Records: keysOf(rows...), Names: []string{"Vera Tesar", "Igor"}}}
	var igor Participant
	for _, p := range Run(in).Participants {
		if p.Name == "Igor" {
			igor = p
		}
	}
	if igor.State != Open || len(igor.Candidates) == 0 {
		t.Fatalf("a given name alone is %s", igor.State)
	}
	in.Decisions = []Decision{{Records: keysOf(igor.Persons[0].Records...), Registration: "RIgor"}}
	in.Persons = attendance.Group(append(rows, row("Room 3", "vera.tesar@court.example", 95, 100)))
	got := named(t, Run(in))
	if p := got["Igor"]; p.State != Decided || p.Registration != "RIgor" || p.Conflict || present(p) != 85*60 {
		t.Errorf("with a fuller file: %s, conflict %t, %d seconds", p.State, p.Conflict, present(p))
	}
	if p := got["Vera Tesar"]; p.State != Automatic {
		t.Errorf("the other one: %s", p.State)
	}
}

// Who came back alone was alone: the others are not credited with it.
func TestARowOfOneSharerIsTheirs(t *testing.T) {
	rows := []attendance.Record{row("Vera Tesar & Igor Probny", "v@court.example", 0, 30), row("Vera Tesar", "v@court.example", 40, 120)}
	in := Input{Persons: attendance.Group(rows), Splits: []SplitDecision{{Records: keysOf(rows...), Names: []string{"Vera Tesar", "Igor Probny"}}}}
	got := named(t, Run(in))
	if v, i := present(got["Vera Tesar"]), present(got["Igor Probny"]); v != 110*60 || i != 30*60 {
		t.Errorf("%d and %d seconds", v, i)
	}
}

// An address that may be of two of them is nobody's.
func TestAnAddressOfTwoSharersIsNobodys(t *testing.T) {
	rows := []attendance.Record{row("Office", "tesar@court.example", 0, 30)}
	in := Input{Persons: attendance.Group(rows), Splits: []SplitDecision{{Records: keysOf(rows...), Names: []string{"Vera Tesar", "Jan Tesar"}}},
		Standings: []registration.Standing{enrolled("Vera", "Tesar", "tesar@court.example"), enrolled("Jan", "Tesar", "tesar@court.example")}}
	for _, p := range Run(in).Participants {
		if p.Email != "" {
			t.Error("the address is somebody's")
		}
	}
}

func TestSharedNames(t *testing.T) {
	for display, want := range map[string][]string{
		"Vera & Igor Probny":       {"Vera", "Igor Probny"},
		"Vera Tesar i Igor Probny": {"Vera Tesar", "Igor Probny"},
		"Vera Tesar, Igor Probny":  {"Vera Tesar", "Igor Probny"},
		"Tesar, Vera":              nil,
		"Vera Tesar":               nil,
		"":                         nil,
	} {
		if got := SharedNames(display); !slices.Equal(got, want) {
			t.Errorf("%q: %q", display, got)
		}
	}
}

// Contradicting answers are shown with the registrations that they named.
func TestAConflictNamesItsAnswers(t *testing.T) {
	rows := []attendance.Record{row("Vera T", "v@court.example", 0, 30), row("Vera T", "v@court.example", 40, 60)}
	in := Input{Persons: attendance.Group(rows), Standings: []registration.Standing{enrolled("Vera", "Tesar", "vt@court.example"), enrolled("Igor", "Probny", "i@court.example")},
		Decisions: []Decision{{Records: keysOf(rows[0]), Registration: "RVera"}, {Records: keysOf(rows[1]), Registration: "RIgor"}}}
	p := Run(in).Participants[0]
	if !p.Conflict || len(p.Candidates) != 2 || p.Candidates[0].Registration != "RIgor" || p.Candidates[1].Registration != "RVera" {
		t.Fatalf("conflict %t, candidates %+v", p.Conflict, p.Candidates)
	}
	in.Decisions = append(in.Decisions, Decision{Records: keysOf(rows...), Registration: "RVera"})
	if p := Run(in).Participants[0]; p.Conflict || p.Registration != "RVera" || len(p.Candidates) != 0 {
		t.Errorf("after an answer for all: conflict %t, %+v", p.Conflict, p.Candidates)
	}
}

func sortedCopy(list []string) []string { return slices.Sorted(slices.Values(list)) }
