package attendance

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rapporteur/internal/tabular"
)

var update = flag.Bool("update", false, "write the golden files anew")

// bucharest is the zone of every sample.
func bucharest(t testing.TB) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Bucharest")
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

// readTable reads a file of testdata as a table.
func readTable(t testing.TB, path string) tabular.File {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", path))
	if err != nil {
		t.Fatal(err)
	}
	f, err := tabular.Read(filepath.Base(path), data, tabular.DefaultLimits())
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return *f
}

// read reads a file of testdata in the one format that claims it.
func read(t testing.TB, path string, o Options) Reading {
	t.Helper()
	f := readTable(t, path).Unindented() // as package intake hands it over
	var claimed []Format
	for _, format := range Formats() {
		if confidence, why := format.Detect(f); confidence > 0 {
			if why == "" {
				t.Errorf("%s: %s claims without a reason", path, format.ID)
			}
			claimed = append(claimed, format)
		}
	}
	if len(claimed) != 1 {
		t.Fatalf("%s: %d formats claim the file, want 1", path, len(claimed))
	}
	r, err := claimed[0].Read(f, o)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	for i := range r.Records {
		r.Records[i].Sources = []Source{{File: path, Name: filepath.Base(path), Line: r.Records[i].Line}}
	}
	return r
}

type goldenPerson struct {
	Name, Email string
	Names       []string
	Role        Role
	Minutes     float64
	Summed      float64
	Joins       int
	First, Last string
	Open        bool
	Lines       []int
	Stripped    []string `json:",omitempty"`
	IDs         []string `json:",omitempty"`
}

type golden struct {
	Format, Why, Title, Start, End, DateOrder string
	RoleColumn                                bool
	Counts                                    Counts
	Problems                                  []tabular.Problem
	Persons                                   []string // one JSON object each, so that a change shows as one line
}

func goldenOf(t *testing.T, r Reading) []byte {
	t.Helper()
	persons := Group(r.Records)
	g := golden{
		Format: r.Format, Why: r.Why, Title: r.Title, Start: stamp(r.Start), End: stamp(r.End), DateOrder: r.DateOrder,
		RoleColumn: r.RoleColumn, Counts: Count(r, persons), Problems: r.Problems,
	}
	for _, p := range persons {
		total, summed, joins := Minutes(p)
		out := goldenPerson{Name: p.Name, Email: p.Email, Names: p.Names, Role: p.Role, Minutes: total, Summed: summed, Joins: joins}
		for _, s := range p.Stays {
			out.Open = out.Open || s.Open
		}
		if u := Union(p.Stays); len(u) > 0 {
			out.First, out.Last = stamp(u[0].Join), stamp(u[len(u)-1].Leave)
		}
		if n := len(p.Spans); n > 0 {
			out.First, out.Last = stamp(p.Spans[0].Join), stamp(p.Spans[n-1].Leave)
		}
		for _, rec := range p.Records {
			out.Lines = append(out.Lines, rec.Line)
			out.Stripped = union(out.Stripped, rec.Stripped)
			if rec.PlatformID != "" {
				out.IDs = union(out.IDs, []string{rec.PlatformID})
			}
		}
		line, err := json.Marshal(out)
		if err != nil {
			t.Fatal(err)
		}
		g.Persons = append(g.Persons, string(line))
	}
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(g); err != nil {
		t.Fatal(err)
	}
	return []byte(strings.ReplaceAll(b.String(), `\"`, `'`))
}

func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

// testFiles lists the tables under testdata/<format>/.
func testFiles(t *testing.T) []string {
	t.Helper()
	var files []string
	for _, pattern := range []string{"testdata/*/*.csv", "testdata/*/*.xlsx"} {
		found, err := filepath.Glob(pattern)
		if err != nil || len(found) == 0 {
			t.Fatalf("no test files %s: %v", pattern, err)
		}
		files = append(files, found...)
	}
	return files
}

// TestConformance reads every file under testdata/<format>/ without a date given and compares it with the golden beside
// it. A new file is a new test.
func TestConformance(t *testing.T) {
	files := testFiles(t)
	for _, path := range files {
		t.Run(strings.TrimPrefix(filepath.ToSlash(path), "testdata/"), func(t *testing.T) {
			rel, _ := filepath.Rel("testdata", path)
			r := read(t, rel, Options{Zone: bucharest(t)})
			if want := filepath.Base(filepath.Dir(path)); r.Format != want {
				t.Errorf("format is %s, want %s", r.Format, want)
			}
			got := goldenOf(t, r)
			name := strings.TrimSuffix(path, filepath.Ext(path)) + ".golden.json"
			if *update {
				if err := os.WriteFile(name, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != string(want) {
				t.Errorf("differs from %s; run with -update and look at the difference", name)
			}
		})
	}
}

// TestFormatList pins the formats and their order.
func TestFormatList(t *testing.T) {
	var got []string
	for _, f := range Formats() {
		got = append(got, f.ID)
	}
	want := "zoom_webinar_attendee zoom_meeting_participants zoom_meeting_participants_unique teams_attendance_list_2020 " +
		"teams_attendance_report_2021 teams_attendance_v3 teams_live_event webex_attendance gotowebinar_attendee " +
		"google_meet_attendance bbb_learning_dashboard livestorm_registrants blackboard_attendance"
	if strings.Join(got, " ") != want {
		t.Errorf("formats are %v, want %s", got, want)
	}
}
