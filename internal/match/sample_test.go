package match

import (
	"encoding/csv"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"testing"
	"time"

	"rapporteur/internal/attendance"
	"rapporteur/internal/registration"
	"rapporteur/internal/tabular"
	"rapporteur/internal/webinar"
)

const (
	zoomWebinar = "zoom_webinar_attendee_2020.csv"
	zoomMeeting = "zoom_meeting_participants_header_detailed.csv"
	teams       = "teams_attendance_2023.csv"
)

func table(t testing.TB, name string) [][]string {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", "sample", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows[1:]
}

// sample is the invented webinar: who each registration and each attendance row truly is.
type sample struct {
	standings []registration.Standing
	personOf  map[string]string // registration → person
	rowOf     map[string]string // file:line → person
	roleOf    map[string]string // person → role
}

func loadSample(t testing.TB) sample {
	s := sample{personOf: map[string]string{}, rowOf: map[string]string{}, roleOf: map[string]string{}}
	for _, r := range table(t, "registrations.csv") {
		at, err := time.Parse(time.RFC3339, r[8])
		if err != nil {
			t.Fatal(err)
		}
		s.standings = append(s.standings, registration.Standing{DuplicateOf: r[1], Registration: registration.Registration{
			ID: r[0], FirstName: r[3], LastName: r[4], Email: r[5], Organisation: r[6], Country: r[7], Submitted: at}})
		s.personOf[r[0]] = r[2]
	}
	for _, r := range table(t, "truth_rows.csv") {
		s.rowOf[r[0]+":"+r[1]] = r[2]
		if r[3] != "activity" {
			s.roleOf[r[2]] = r[3]
		}
	}
	return s
}

func readRecords(t testing.TB, name string) []attendance.Record {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "sample", name))
	if err != nil {
		t.Fatal(err)
	}
	file, err := tabular.Read(name, data, tabular.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	zone, err := time.LoadLocation("Europe/Bucharest")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range attendance.Formats() {
		if n, _ := f.Detect(*file); n > 0 {
			reading, err := f.Read(*file, attendance.Options{Zone: zone, Date: time.Date(2020, 5, 28, 11, 0, 0, 0, time.UTC)})
			if err != nil {
				t.Fatal(err)
			}
			for i := range reading.Records {
				reading.Records[i].Sources = []attendance.Source{{File: name, Name: name, Line: reading.Records[i].Line}}
			}
			return reading.Records
		}
	}
	t.Fatalf("no format claims %s", name)
	return nil
}

func (s sample) input(t testing.TB, files ...string) Input {
	var records []attendance.Record
	for _, f := range files {
		records = append(records, readRecords(t, f)...)
	}
	return Input{Standings: s.standings, Persons: attendance.Group(records), OrganiserDomains: []string{"cproc.example"},
		Speakers: []webinar.Speaker{{Name: "Radu Albescu"}, {Name: "Ms Oana Mihăescu"}, {Name: "Conor Delahunty"},
			{Name: "İsmail Özbay"}, {Name: "Mr Gustavo Galindez"}}}
}

// people gives the true persons behind a participant's rows.
func (s sample) people(p Participant) map[string]bool {
	out := map[string]bool{}
	for _, person := range p.Persons {
		for _, r := range person.Records {
			for _, src := range r.Sources {
				out[s.rowOf[src.Name+":"+strconv.Itoa(src.Line)]] = true
			}
		}
	}
	return out
}

func TestSampleMatchesNobodyWrongly(t *testing.T) {
	s := loadSample(t)
	cases := []struct {
		files []string
		want  map[State]int
	}{
		{[]string{zoomWebinar}, map[State]int{Automatic: 184, Open: 2, WalkIn: 6, Staff: 6}},
		{[]string{zoomMeeting}, map[State]int{Automatic: 182, Open: 5, WalkIn: 6, Staff: 6}},
		{[]string{teams}, map[State]int{Automatic: 182, Open: 4, WalkIn: 6, Staff: 6}},
		{[]string{zoomWebinar, zoomMeeting}, map[State]int{Automatic: 184, Open: 2, WalkIn: 6, Staff: 6}},
		{[]string{zoomWebinar, zoomMeeting, teams}, map[State]int{Automatic: 184, Open: 2, WalkIn: 6, Staff: 6}},
	}
	for _, c := range cases {
		result := Run(s.input(t, c.files...))
		n := map[State]int{}
		for _, p := range result.Participants {
			n[p.State]++
			people := s.people(p)
			if len(people) != 1 {
				t.Errorf("%v: participant %s (%s) holds rows of %d people", c.files, p.ID, p.State, len(people))
			}
			for person := range people {
				switch role := s.roleOf[person]; {
				case p.State == Staff && role == "attendee", p.State != Staff && (role == "host" || role == "panelist"):
					t.Errorf("%v: %s is %s, true role %s", c.files, p.ID, p.State, role)
				case p.State == Automatic && s.personOf[p.Registration] != person:
					t.Errorf("%v: %s was matched to somebody else's registration %s", c.files, p.ID, p.Registration)
				case p.State == WalkIn && hasRegistration(s, person):
					t.Errorf("%v: %s is registered and came out as a walk-in", c.files, p.ID)
				}
			}
		}
		if !maps.Equal(n, c.want) {
			t.Errorf("%v: %v, want %v", c.files, n, c.want)
		}
	}
}

func hasRegistration(s sample, person string) bool {
	for _, p := range s.personOf {
		if p == person {
			return true
		}
	}
	return false
}

func TestRunDependsOnNoOrder(t *testing.T) {
	s := loadSample(t)
	in := s.input(t, zoomMeeting, teams)
	want := Run(in)
	for seed := range uint64(3) {
		rng := rand.New(rand.NewPCG(seed, 7))
		rng.Shuffle(len(in.Standings), func(i, j int) { in.Standings[i], in.Standings[j] = in.Standings[j], in.Standings[i] })
		rng.Shuffle(len(in.Persons), func(i, j int) { in.Persons[i], in.Persons[j] = in.Persons[j], in.Persons[i] })
		if got := Run(in); !reflect.DeepEqual(got, want) {
			t.Fatal("another order gives another result")
		}
	}
}
