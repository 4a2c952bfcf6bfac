package engagement

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

// bucharest is the zone of every file of testdata.
func bucharest(t testing.TB) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Bucharest")
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

// claimant is the one format that claims a file.
func claimant(t testing.TB, f tabular.File) Format {
	t.Helper()
	var claimed []Format
	for _, format := range Formats() {
		if confidence, why := format.Detect(f); confidence > 0 {
			if why == "" {
				t.Errorf("%s: %s claims without a reason", f.Name, format.ID)
			}
			claimed = append(claimed, format)
		}
	}
	if len(claimed) != 1 {
		t.Fatalf("%s: %d formats claim the file, want 1", f.Name, len(claimed))
	}
	return claimed[0]
}

type golden struct {
	Format, Why, Title, Start, DateOrder string
	Kind                                 Kind
	Counts                               Counts
	Problems                             []tabular.Problem
	Answers                              []string // one JSON object each, so that a change shows as one line
}

func goldenOf(t *testing.T, r Reading) []byte {
	t.Helper()
	g := golden{Format: r.Format, Why: r.Why, Title: r.Title, DateOrder: r.DateOrder, Kind: r.Kind, Counts: Count(r), Problems: r.Problems}
	if !r.Start.IsZero() {
		g.Start = r.Start.UTC().Format(time.RFC3339)
	}
	for _, a := range r.Answers {
		line, err := json.Marshal(map[string]any{"line": a.Line, "phase": a.Phase, "q": a.Question, "given": a.Given, "name": a.Name, "email": a.Email,
			"at": a.At.UTC().Format(time.RFC3339), "picked": a.Picked})
		if err != nil {
			t.Fatal(err)
		}
		g.Answers = append(g.Answers, string(line))
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

// TestConformance reads every file under testdata/<format>/ and compares it with the golden beside it. A new file is a
// new test.
func TestConformance(t *testing.T) {
	files, err := filepath.Glob("testdata/*/*.csv")
	if err != nil || len(files) == 0 {
		t.Fatalf("no test files: %v", err)
	}
	books, err := filepath.Glob("testdata/*/*.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	files = append(files, books...)
	for _, path := range files {
		t.Run(strings.TrimPrefix(filepath.ToSlash(path), "testdata/"), func(t *testing.T) {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			f, err := tabular.Read(filepath.Base(path), data, tabular.DefaultLimits())
			if err != nil {
				t.Fatal(err)
			}
			start := time.Date(2026, 5, 19, 7, 0, 0, 0, time.UTC)
			r, err := claimant(t, *f).Read(*f, Options{Zone: bucharest(t), Date: start, Start: start, End: start.Add(2 * time.Hour)})
			if err != nil {
				t.Fatal(err)
			}
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

// TestSampleTruth compares the two sample reports with the truth about them.
func TestSampleTruth(t *testing.T) {
	for path, want := range map[string]Counts{
		"testdata/zoom_poll/sample_2020.csv": {Responses: 58, Respondents: 58, Questions: 2},
		"testdata/zoom_qa/sample_2020.csv":   {Responses: 14, Respondents: 9, Anonymous: 5, Questions: 14},
	} {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		f, err := tabular.Read(filepath.Base(path), data, tabular.DefaultLimits())
		if err != nil {
			t.Fatal(err)
		}
		r, err := claimant(t, *f).Read(*f, Options{Zone: bucharest(t)})
		if err != nil {
			t.Fatal(err)
		}
		if got := Count(r); got != want {
			t.Errorf("%s: %+v, want %+v", path, got, want)
		}
	}
}

// TestFormatList pins the formats and their order.
func TestFormatList(t *testing.T) {
	var got []string
	for _, f := range Formats() {
		got = append(got, f.ID+"="+string(f.Kind))
	}
	want := "zoom_poll=poll zoom_qa=questions eusurvey_xlsx=survey eusurvey_xls=survey limesurvey_csv=survey msforms_xlsx=survey googleforms_csv=survey survey_table=survey"
	if strings.Join(got, " ") != want {
		t.Errorf("formats are %v, want %s", got, want)
	}
}
