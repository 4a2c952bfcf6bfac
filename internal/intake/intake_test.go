package intake

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rapporteur/internal/attendance"
	"rapporteur/internal/engagement"
	"rapporteur/internal/fault"
	"rapporteur/internal/registration"
	"rapporteur/internal/tabular"
)

var update = flag.Bool("update", false, "write the golden files anew")

// table makes a table of lines with commas.
func table(lines ...string) tabular.File {
	var rows []tabular.Row
	for i, l := range lines {
		rows = append(rows, tabular.Row{Line: i + 1, Cells: strings.Split(l, ",")})
	}
	return tabular.File{Name: "table.csv", Sheets: []tabular.Sheet{{Rows: rows}}}
}

func readSample(t *testing.T, name string) tabular.File {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	f, err := tabular.Read(name, data, tabular.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	return *f
}

// TestRegistry pins every format in the order in which it is asked, and that no id stands twice.
func TestRegistry(t *testing.T) {
	var got strings.Builder
	seen := map[string]bool{}
	add := func(kind, id string) {
		if seen[id] {
			t.Errorf("%s stands twice", id)
		}
		seen[id] = true
		got.WriteString(kind + " " + id + "\n")
	}
	for _, f := range attendance.Formats() {
		add(Attendance, f.ID)
	}
	for _, f := range registration.Formats() {
		add(Registrations, f.ID)
	}
	golden := filepath.Join("testdata", "formats.golden")
	if *update {
		if err := os.WriteFile(golden, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got.String() != string(want) {
		t.Errorf("formats are\n%s", got.String())
	}
}

func TestDetect(t *testing.T) {
	for name, want := range map[string]Claim{
		"meeting.csv":       {Kind: Attendance, Format: "zoom_meeting_participants"},
		"registrations.csv": {Kind: Registrations, Format: "drupal_webform_csv"},
	} {
		c, err := Detect(readSample(t, name))
		if err != nil || c.Kind != want.Kind || c.Format != want.Format || c.Why == "" || c.Confidence < 1 || c.Confidence > 100 {
			t.Errorf("%s: %+v, %v", name, c, err)
		}
	}
}

func TestDetectUnknown(t *testing.T) {
	_, err := Detect(table("Fruit,Price", "Quince,3", "Medlar,4"))
	if !fault.Is(err, fault.Unknown) {
		t.Fatalf("%v", err)
	}
	f := fault.From(err)
	for _, part := range []string{"3 rows", "2 columns"} {
		if !strings.Contains(f.Message, part) {
			t.Errorf("%q does not say %s", f.Message, part)
		}
	}
	if strings.Contains(f.Message, "Quince") || f.Hint == "" || f.Where.File != "table.csv" {
		t.Errorf("%+v", f)
	}
}

// TestHintsNameWhatCanBeRead: every format stands in the hint with where it is found, and of a platform that is known
// only its own.
func TestHintsNameWhatCanBeRead(t *testing.T) {
	var all []string
	for _, f := range attendance.Formats() {
		all = append(all, f.Title, f.Found)
	}
	for _, f := range registration.Formats() {
		all = append(all, f.Title, f.Found)
	}
	for _, f := range engagement.Formats() {
		if f.Found == "" {
			continue
		}
		all = append(all, f.Title, f.Found)
	}
	_, err := Detect(table("Fruit,Price", "Quince,3"))
	f := fault.From(err)
	if !fault.Is(err, fault.Unknown) || !strings.Contains(f.Message, "No known report") {
		t.Errorf("an unknown table: %v", err)
	}
	for _, name := range all {
		if name == "" || !strings.Contains(f.Hint, name) {
			t.Errorf("the hint lacks %q", name)
		}
	}
	if lines := strings.Split(f.Hint, "\n"); len(lines) != len(all)/2+1 {
		t.Errorf("%d lines, want %d", len(lines), len(all)/2+1)
	}
}

func TestTwoClaims(t *testing.T) {
	a, b := Claim{Kind: Attendance, Format: "one", Why: "x", Confidence: 80}, Claim{Kind: Registrations, Format: "two", Why: "y", Confidence: 80}
	_, err := judge(tabular.File{}, []Claim{a, b})
	if !fault.Is(err, fault.Ambiguous) || !strings.Contains(err.Error(), "one") || !strings.Contains(err.Error(), "two") {
		t.Errorf("two equal claims: %v", err)
	}
	b.Confidence = 81
	if got, err := judge(tabular.File{}, []Claim{a, b}); err != nil || got != b {
		t.Errorf("the surer claim: %+v, %v", got, err)
	}
	if got, err := judge(tabular.File{}, []Claim{b, a}); err != nil || got != b {
		t.Errorf("the surer claim in the other order: %+v, %v", got, err)
	}
}

func TestReadWithAClaim(t *testing.T) {
	f := readSample(t, "meeting.csv")
	c, err := Detect(f)
	if err != nil {
		t.Fatal(err)
	}
	if r, err := ReadAttendance(f, c, attendance.Options{Zone: time.UTC}); err != nil || len(r.Records) != 321 {
		t.Errorf("%d records, %v", len(r.Records), err)
	}
	if _, err := ReadRegistrations(f, c, registration.Options{Zone: time.UTC}); !fault.Is(err, fault.WrongKind) {
		t.Errorf("an attendance file is read as registrations: %v", err)
	}
	forms := readSample(t, "registrations.csv")
	if c, err := Detect(forms); err != nil {
		t.Error(err)
	} else if r, err := ReadRegistrations(forms, c, registration.Options{Zone: time.UTC}); err != nil || len(r.Registrations) != 7 {
		t.Errorf("%d registrations, %v", len(r.Registrations), err)
	}
	if _, err := ReadAttendance(f, Claim{Kind: Registrations, Format: "other"}, attendance.Options{}); !fault.Is(err, fault.WrongKind) {
		t.Errorf("a foreign claim is read: %v", err)
	}
	open := table("Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)", "Ana,,05/06/2026 10:00:00,05/06/2026 11:00:00,60")
	if c, err = Detect(open); err != nil {
		t.Fatal(err)
	}
	if _, err := ReadAttendance(open, c, attendance.Options{Zone: time.UTC}); !fault.Is(err, fault.Ambiguous) || fault.From(err).Where.File != "table.csv" {
		t.Errorf("an open date order is not asked with its file: %v", err)
	}
}
