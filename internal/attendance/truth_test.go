package attendance

import (
	"encoding/csv"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// The sample webinar's schedule, and what truth_persons.csv holds of each person who joined it.
var (
	sampleStart = time.Date(2020, 5, 28, 11, 0, 0, 0, time.UTC)
	sampleEnd   = sampleStart.Add(2 * time.Hour)
)

type truthPerson struct {
	role                   Role
	union, inWindow, joins int
}

const (
	sampleWebinar = "zoom_webinar_attendee/sample_2020.csv"
	sampleMeeting = "zoom_meeting_participants/sample_block.csv"
	sampleTeams   = "teams_attendance_v3/sample_2023.csv"
	sampleUnique  = "zoom_meeting_participants_unique/sample.csv"
)

func readCSV(t *testing.T, name string) [][]string {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil || len(rows) < 2 {
		t.Fatalf("%s: %v", name, err)
	}
	return rows[1:]
}

func integer(t *testing.T, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func truth(t *testing.T) (persons map[string]truthPerson, rows map[Source]string) {
	t.Helper()
	persons, rows = map[string]truthPerson{}, map[Source]string{}
	for _, r := range readCSV(t, "truth_persons.csv") {
		persons[r[0]] = truthPerson{Role(r[1]), integer(t, r[2]), integer(t, r[3]), integer(t, r[4])}
	}
	for _, r := range readCSV(t, "truth_rows.csv") {
		rows[Source{File: r[0], Line: integer(t, r[1])}] = r[2]
	}
	return persons, rows
}

// TestSamplesPersonByPerson compares every person of every combination of the sample's exports with the truth: no
// person holds rows of two people, presence is exact to the second, and the counts are those of the audience. The
// meeting report alone shows one person under two names without an address; that one stays two.
func TestSamplesPersonByPerson(t *testing.T) {
	persons, rows := truth(t)
	all := []string{sampleWebinar, sampleMeeting, sampleTeams}
	readings := map[string][]Record{}
	for _, name := range all {
		readings[name] = read(t, name, Options{Zone: bucharest(t), Date: sampleStart}).Records
	}
	for mask := 1; mask < 1<<len(all); mask++ {
		var files []string
		var records []Record
		for i, name := range all {
			if mask>>i&1 == 1 {
				files = append(files, name)
				records = append(records, readings[name]...)
			}
		}
		t.Run(strings.Join(files, "+"), func(t *testing.T) {
			onlyMeeting := len(files) == 1 && files[0] == sampleMeeting
			attended, seen := map[int]int{}, map[string]int{}
			for _, p := range Group(records) {
				id := personBehind(t, p, rows)
				seen[id]++
				want := persons[id]
				present := Presence(p, sampleStart, sampleEnd)
				if want.role == Attendee {
					for _, percent := range []int{10, 30, 50, 75} {
						if (Rule{Percent: percent}).Met(present, 7200) {
							attended[percent]++
						}
					}
				}
				if onlyMeeting && id == "P0136" {
					continue
				}
				if present != want.inWindow {
					t.Errorf("%s: presence %d s, want %d", id, present, want.inWindow)
				}
				union, _, joins := Minutes(p)
				if math.Abs(union-float64(want.union)/60) > 0.06 || joins != want.joins {
					t.Errorf("%s: %.1f minutes in %d joins, want %d s in %d", id, union, joins, want.union, want.joins)
				}
				if p.Role != want.role && !(onlyMeeting && want.role == Panelist && p.Role == Attendee) {
					t.Errorf("%s: role %s, want %s", id, p.Role, want.role)
				}
			}
			for id := range persons {
				want := 1
				if onlyMeeting && id == "P0136" {
					want = 2
				}
				if seen[id] != want {
					t.Errorf("%s stands as %d persons, want %d", id, seen[id], want)
				}
			}
			for percent, want := range map[int]int{10: 185, 30: 183, 50: 166, 75: 148} {
				if attended[percent] != want {
					t.Errorf("at %d%%: %d attended, want %d", percent, attended[percent], want)
				}
			}
		})
	}
}

// personBehind is the one person of the truth whose rows p holds.
func personBehind(t *testing.T, p Person, rows map[Source]string) string {
	t.Helper()
	var ids []string
	for _, r := range p.Records {
		for _, s := range r.Sources {
			ids = append(ids, rows[Source{File: s.File, Line: s.Line}])
		}
	}
	slices.Sort(ids)
	if ids = slices.Compact(ids); len(ids) != 1 || ids[0] == "" {
		t.Fatalf("a person holds the rows of %v", ids)
	}
	return ids[0]
}

// TestSampleCounts holds the counts of each file by its own marks.
func TestSampleCounts(t *testing.T) {
	for name, want := range map[string]Counts{
		sampleWebinar: {Rows: 381, Persons: 198, Attendees: 192, Panelists: 5, Hosts: 1, NoShows: 122},
		sampleMeeting: {Rows: 321, Persons: 199, Attendees: 198, Hosts: 1},
		sampleTeams:   {Rows: 259, Persons: 198, Attendees: 192, Panelists: 5, Hosts: 1},
		sampleUnique:  {Rows: 211, Persons: 199, Attendees: 199},
	} {
		r := read(t, name, Options{Zone: bucharest(t), Date: sampleStart})
		if got := Count(r, Group(r.Records)); got != want {
			t.Errorf("%s: %+v, want %+v", name, got, want)
		}
	}
}

// TestTotalsOnly: a file without times gives the platform's totals, at most the window, and nothing to a person who has
// a timed source.
func TestTotalsOnly(t *testing.T) {
	unique := read(t, sampleUnique, Options{Zone: bucharest(t)}).Records
	for _, p := range Group(unique) {
		if !p.TotalOnly || len(p.Stays) > 0 {
			t.Fatalf("%s has times", p.ID)
		}
		if got := Presence(p, sampleStart, sampleEnd); got > 7200 || got != min(int(p.Total.Seconds()), 7200) {
			t.Errorf("%s: presence %d of a total of %v", p.ID, got, p.Total)
		}
	}
	_, rows := truth(t)
	persons, _ := truth(t)
	timed := read(t, sampleMeeting, Options{Zone: bucharest(t)}).Records
	for _, p := range Group(slices.Concat(timed, unique)) {
		id := personBehind(t, p, rows)
		if !p.TotalOnly && id != "P0136" && Presence(p, sampleStart, sampleEnd) != persons[id].inWindow {
			t.Errorf("%s: the total changed a presence with times", id)
		}
	}
}
