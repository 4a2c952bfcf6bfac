package intake

import (
	"cmp"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"rapporteur/internal/attendance"
	"rapporteur/internal/engagement"
	"rapporteur/internal/registration"
	"rapporteur/internal/tabular"
	"rapporteur/internal/tabular/xlstest"
)

// claimants are the ids of all formats that claim a table.
func claimants(f tabular.File) []string {
	var out []string
	for _, format := range attendance.Formats() {
		if c, _ := format.Detect(f); c > 0 {
			out = append(out, format.ID)
		}
	}
	for _, format := range registration.Formats() {
		if c, _ := format.Detect(f); c > 0 {
			out = append(out, format.ID)
		}
	}
	return out
}

// TestNoTwoClaims: each table that any format is tried with is claimed by the format of its folder and by no other, of
// attendance or of registrations.
func TestNoTwoClaims(t *testing.T) {
	seen := 0
	for _, stage := range []string{"attendance", "registration"} {
		for _, kind := range []string{"csv", "xlsx", "xls"} {
			files, err := filepath.Glob(filepath.Join("..", stage, "testdata", "*_*", "*."+kind))
			if err != nil {
				t.Fatal(err)
			}
			for _, path := range files {
				data, err := os.ReadFile(path)
				if err != nil {
					t.Fatal(err)
				}
				f, err := tabular.Read(filepath.Base(path), data, tabular.DefaultLimits())
				if err != nil {
					continue // files that must be refused are tried where they belong
				}
				seen++
				if got := claimants(*f); !slices.Equal(got, []string{filepath.Base(filepath.Dir(path))}) {
					t.Errorf("%s is claimed by %v", path, got)
				}
			}
		}
	}
	if seen < 40 {
		t.Errorf("only %d tables were tried", seen)
	}
}

// TestOldWorkbookTwins: each table saved as a workbook of the old Excel format holds the same rows and is claimed by the
// same format of its stage; EUSurvey's has an id of its own there.
func TestOldWorkbookTwins(t *testing.T) {
	tried := 0
	for _, path := range twinned(t) {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		f, err := tabular.Read(filepath.Base(path), data, tabular.DefaultLimits())
		if err != nil {
			continue
		}
		tried++
		var sheets []xlstest.Sheet
		for _, s := range f.Sheets {
			sheet := xlstest.Sheet{Name: cmp.Or(s.Name, "Sheet1")}
			for _, row := range s.Rows {
				sheet.Lines, sheet.Rows = append(sheet.Lines, row.Line), append(sheet.Rows, row.Cells)
			}
			sheets = append(sheets, sheet)
		}
		old, err := tabular.Read("twin.xls", xlstest.Book(sheets...), tabular.DefaultLimits())
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		if len(old.Sheets) != len(f.Sheets) {
			t.Fatalf("%s: %d sheets of %d", path, len(old.Sheets), len(f.Sheets))
		}
		for i, s := range old.Sheets {
			if !reflect.DeepEqual(s.Rows, f.Sheets[i].Rows) {
				t.Errorf("%s, sheet %d: other rows in the old format", path, i+1)
			}
		}
		// A name of a sheet may tell a format: a text has none.
		old.Sheets[0].Name = f.Sheets[0].Name
		want := strings.ReplaceAll(strings.Join(allClaimants(*f), " "), "eusurvey_xlsx", "eusurvey_xls")
		if got := strings.Join(allClaimants(*old), " "); got != want {
			t.Errorf("%s is claimed by %s in the old format, else by %s", path, got, want)
		}
	}
	if tried < 50 {
		t.Errorf("only %d tables were tried", tried)
	}
}

// twinned are the tables of all stages, without those that are old workbooks.
func twinned(t *testing.T) []string {
	t.Helper()
	var paths []string
	for _, stage := range []string{"attendance", "registration", "engagement"} {
		for _, kind := range []string{"csv", "xlsx"} {
			files, err := filepath.Glob(filepath.Join("..", stage, "testdata", "*_*", "*."+kind))
			if err != nil {
				t.Fatal(err)
			}
			paths = append(paths, files...)
		}
	}
	return paths
}

// allClaimants are the claimants and those of engagement.
func allClaimants(f tabular.File) []string {
	out := claimants(f)
	for _, format := range engagement.Formats() {
		if c, _ := format.Detect(f); c > 0 {
			out = append(out, format.ID)
		}
	}
	return out
}

// TestNotAttendance: tables that are near to a report of attendance and are none.
func TestNotAttendance(t *testing.T) {
	for name, lines := range map[string][]string{
		"a programme": {"From;To;Duration;Topic;Speaker;Address", "10:00;10:15;15 min;Opening;Ana Perin;ana@mail.example", "10:15;11:00;45 min;Evidence;Bor Kolar;bor@mail.example",
			"11:00;11:10;10 min;Closing;Ana Perin;ana@mail.example"},
		"results of a test": {"E-mail;First name;Last name;Passed;Score;Time taken (min)", "ana@mail.example;Ana;Perin;Yes;80%;12", "bor@mail.example;Bor;Kolar;No;40%;9"},
		"registrations with a state": {"Name;State;Registered at", "Ana Perin;approved;2026-06-05 10:00:00", "Bor Kolar;pending;2026-06-05 11:00:00", "Cyr Kolar;approved;2026-06-05 12:00:00",
			"Dan Kolar;approved;2026-06-05 12:00:00", "Eva Kolar;pending;2026-06-05 12:30:00", "Fin Kolar;pending;2026-06-05 12:40:00", "Ana Kolar;approved;2026-06-05 12:50:00", "Bor Perin;approved;2026-06-05 13:00:00"},
		"registrations":     {"First Name;Last Name;Email;Registration Time;Registration Status", "Ana;Perin;ana@mail.example;2026-06-01 10:00:00;Registered"},
		"answers of a form": {"ID;Start time;Completion time;Email;Name;Did you attend?", "1;6/5/26 10:00:00;6/5/26 10:04:00;anonymous;;Yes", "2;6/5/26 11:00:00;6/5/26 11:04:00;anonymous;;No"},
		"a poll": {"Poll Report", "Report Generated:;2026-06-05 18:52:54", "Topic;Meeting ID;Actual Start Time;Actual Duration (minutes)", "T;1;2026-06-05 10:00:00;90", "Poll Details",
			"#;User Name;User Email;Submitted Date/Time;Is it so?", "1;Ana Perin;ana@mail.example;Jun 05, 2026 10:31:00;Yes", "2;Bor Kolar;bor@mail.example;Jun 05, 2026 10:31:10;No"},
		"an outline":                        {"1. Title;Electronic evidence", "2. Date;5 June 2026", "3. Time;10:00 - 12:00", "4. Speakers;Ana Perin"},
		"a list of meetings with addresses": {"Meeting;Start;End;Duration;Host;Status", "T;2026-06-05 10:00:00;2026-06-05 11:00:00;1h;ana@mail.example;done", "U;2026-06-06 10:00:00;2026-06-06 11:00:00;1h;ana@mail.example;done"},
		"a list of meetings":                {"Meeting Name;Meeting Start Time;Meeting End Time;Host;Attendees;Duration", "T;2026-06-05 10:00:00;2026-06-05 11:00:00;Ana Perin;12;60 mins", "U;2026-06-06 10:00:00;2026-06-06 11:00:00;Ana Perin;9;60 mins"},
	} {
		f, err := tabular.Read("table.csv", []byte(strings.Join(lines, "\n")), tabular.DefaultLimits())
		if err != nil {
			t.Fatal(err)
		}
		for _, format := range attendance.Formats() {
			if c, _ := format.Detect(*f); c > 0 {
				t.Errorf("%s claims %s", format.ID, name)
			}
		}
	}
}
