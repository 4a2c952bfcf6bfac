package registration_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"rapporteur/internal/attendance"
	"rapporteur/internal/registration"
	"rapporteur/internal/tabular"
)

var start = time.Date(2020, 5, 28, 11, 0, 0, 0, time.UTC)

func bucharest(t *testing.T) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Bucharest")
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

// read reads a sample with the one format that claims it.
func read(t *testing.T, format, name string) registration.Reading {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", format, name))
	if err != nil {
		t.Fatal(err)
	}
	return readBytes(t, format, name, data)
}

func readBytes(t *testing.T, format, name string, data []byte) registration.Reading {
	t.Helper()
	return readWith(t, format, name, data, registration.Options{Zone: bucharest(t), Date: start})
}

func readWith(t *testing.T, format, name string, data []byte, o registration.Options) registration.Reading {
	t.Helper()
	file, err := tabular.Read(name, data, tabular.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	var claims []registration.Format
	for _, f := range registration.Formats() {
		if confidence, why := f.Detect(*file); confidence > 0 {
			if why == "" {
				t.Errorf("%s claims the file without a reason", f.ID)
			}
			claims = append(claims, f)
		}
	}
	if len(claims) != 1 || claims[0].ID != format {
		t.Fatalf("%d claims %v, want %s alone", len(claims), ids(claims), format)
	}
	for _, f := range attendance.Formats() {
		if confidence, why := f.Detect(*file); confidence > 0 {
			t.Errorf("%s claims registrations with %d: %s", f.ID, confidence, why)
		}
	}
	reading, err := claims[0].Read(*file, o)
	if err != nil {
		t.Fatal(err)
	}
	return reading
}

func ids(formats []registration.Format) []string {
	var out []string
	for _, f := range formats {
		out = append(out, f.ID)
	}
	return out
}

type verdict struct{ serial, decision, duplicateOf string }

func truth(t *testing.T) []verdict {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", "truth.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var list []verdict
	for _, r := range records[1:] {
		list = append(list, verdict{r[0], r[1], r[2]})
	}
	return list
}

// The sample's truth, row by row: 330 submissions of 314 persons, 300 seats.
func TestSampleIsJudgedRowByRow(t *testing.T) {
	want := truth(t)
	for _, source := range []struct{ format, name string }{
		{"drupal_webform_csv", "registrations_website.csv"},
		{"eusurvey_xlsx", "registrations_eusurvey.xlsx"},
		{"eusurvey_xls", "registrations_eusurvey.xls"}, // the same, saved by LibreOffice in the old format
	} {
		t.Run(source.format, func(t *testing.T) {
			reading := read(t, source.format, source.name)
			if len(reading.Problems) > 0 || reading.Incomplete > 0 {
				t.Errorf("problems %v, incomplete %d, want none", reading.Problems, reading.Incomplete)
			}
			regs := reading.Registrations
			if len(regs) != len(want) {
				t.Fatalf("registrations = %d, want %d", len(regs), len(want))
			}
			events, err := registration.ConfirmAll(registration.Judge(registration.JudgeInput{Registrations: regs}), 300, start.Add(-30*time.Hour), nil)
			if err != nil {
				t.Fatal(err)
			}
			serial := map[string]string{}
			for i, r := range regs {
				serial[r.ID] = strconv.Itoa(i + 1)
			}
			persons, linked := 0, 0
			for i, s := range registration.Judge(registration.JudgeInput{Registrations: regs, Events: events}) {
				got := verdict{strconv.Itoa(i + 1), string(s.State), serial[s.DuplicateOf]}
				if got != want[i] {
					t.Errorf("line %d: %v, want %v", s.Line, got, want[i])
				}
				if s.DuplicateOf == "" {
					persons++
				} else {
					linked++
				}
				if (s.State == registration.Barred || s.State == registration.Duplicate || s.State == registration.Waiting) && s.Reason == "" {
					t.Errorf("line %d: %s without a reason", s.Line, s.State)
				}
			}
			if persons != 314 || linked != 16 {
				t.Errorf("persons = %d, linked = %d, want 314 and 16", persons, linked)
			}
		})
	}
}

// The same submissions have the same keys, whatever the export.
func TestKeysAgreeAcrossFormats(t *testing.T) {
	website := read(t, "drupal_webform_csv", "registrations_website.csv").Registrations
	survey := read(t, "eusurvey_xlsx", "registrations_eusurvey.xlsx").Registrations
	seen := map[string]bool{}
	for i := range website {
		if website[i].ID != survey[i].ID {
			t.Errorf("row %d: keys differ", i+1)
		}
		if seen[website[i].ID] {
			t.Errorf("row %d: key stands twice", i+1)
		}
		seen[website[i].ID] = true
	}
}

// The reports of the platforms hold the submissions that were confirmed, in their order: row by row the same as on the
// website, the address in small letters. None came through the website.
func TestPlatformSamplesRowByRow(t *testing.T) {
	website := read(t, "drupal_webform_csv", "registrations_website.csv").Registrations
	var want []registration.Registration
	for i, v := range truth(t) {
		if v.decision == "confirmed" {
			want = append(want, website[i])
		}
	}
	for _, source := range []struct {
		format, name, platform, zone string
		line                         int
	}{
		{"zoom_webinar_registration", "zoom_webinar_registration_2020.csv", "Zoom", "", 7},
		{"teams_webinar_registration", "teams_webinar_registration.csv", "Microsoft Teams", "UTC", 2},
	} {
		t.Run(source.format, func(t *testing.T) {
			reading := read(t, source.format, source.name)
			if len(reading.Problems) != 1 || reading.Incomplete > 0 || reading.Platform != source.platform || reading.Zone != source.zone {
				t.Errorf("problems %v, incomplete %d, platform %q, zone %q", reading.Problems, reading.Incomplete, reading.Platform, reading.Zone)
			}
			if len(reading.Registrations) != len(want) {
				t.Fatalf("%d registrations, want %d", len(reading.Registrations), len(want))
			}
			for i, r := range reading.Registrations {
				w := want[i]
				if r.ID != w.ID || r.FirstName != w.FirstName || r.LastName != w.LastName || r.Organisation != w.Organisation || r.JobTitle != w.JobTitle ||
					r.Country != w.Country || r.Sex != "" || !strings.EqualFold(r.Email, w.Email) || !r.Submitted.Equal(w.Submitted) {
					t.Errorf("row %d differs from submission %s", i+1, w.Serial)
				}
				if r.Sector != "" && r.Sector != w.Sector || r.Channel != registration.Other || r.Line != source.line+i {
					t.Errorf("row %d: channel %q, line %d, sector %q", i+1, r.Channel, r.Line, r.Sector)
				}
			}
			for _, s := range registration.Judge(registration.JudgeInput{Registrations: reading.Registrations}) {
				if s.State != registration.Barred || s.DuplicateOf != "" {
					t.Errorf("line %d is %s", s.Line, s.State)
				}
			}
		})
	}
}
