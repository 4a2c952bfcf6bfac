package registration_test

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rapporteur/internal/registration"
)

var update = flag.Bool("update", false, "write the golden files anew")

// withTruth are the samples that are compared with the truth about them.
var withTruth = map[string]bool{"registrations_website.csv": true, "registrations_eusurvey.xlsx": true, "registrations_eusurvey.xls": true,
	"zoom_webinar_registration_2020.csv": true, "teams_webinar_registration.csv": true}

// goldenOf writes a reading, a submission a line.
func goldenOf(t *testing.T, r registration.Reading) string {
	t.Helper()
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	line := func(v any) {
		if err := enc.Encode(v); err != nil {
			t.Fatal(err)
		}
	}
	line(map[string]any{"format": r.Format, "why": r.Why, "order": r.DateOrder, "zone": r.Zone, "platform": r.Platform, "incomplete": r.Incomplete})
	for _, p := range r.Problems {
		line(map[string]any{"problem": p.Message, "line": p.Line, "column": p.Column, "left_out": p.LeftOut})
	}
	for _, x := range r.Registrations {
		at := ""
		if !x.Submitted.IsZero() {
			at = x.Submitted.Format(time.RFC3339)
		}
		line([]any{x.Line, x.Serial, at, x.FirstName, x.LastName, x.Email, x.Organisation, x.JobTitle, x.Country, x.Sex, x.Sector, x.Channel, x.ChannelText, x.Consent})
	}
	return b.String()
}

// TestConformance reads every file under testdata/<format>/ that has no truth of its own, and compares it with the golden
// beside it. A new file is a new test.
func TestConformance(t *testing.T) {
	tried := 0
	for _, kind := range []string{"csv", "xlsx", "xls"} {
		files, err := filepath.Glob("testdata/*/*." + kind)
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range files {
			if withTruth[filepath.Base(path)] {
				continue
			}
			tried++
			t.Run(strings.TrimPrefix(filepath.ToSlash(path), "testdata/"), func(t *testing.T) {
				got := goldenOf(t, read(t, filepath.Base(filepath.Dir(path)), filepath.Base(path)))
				name := strings.TrimSuffix(path, filepath.Ext(path)) + ".golden.jsonl"
				if *update {
					if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
						t.Fatal(err)
					}
				}
				want, err := os.ReadFile(name)
				if err != nil {
					t.Fatal(err)
				}
				if got != string(want) {
					t.Errorf("differs from %s; run with -update and look at the difference", name)
				}
			})
		}
	}
	if tried < 11 {
		t.Errorf("only %d files were tried", tried)
	}
}
