package intake

import (
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur/internal/attendance"
)

var (
	start = time.Date(2020, 5, 28, 11, 0, 0, 0, time.UTC)
	end   = start.Add(2 * time.Hour)
)

// sample reads the sample meeting as if its clocks were those of the zone; they are Bucharest's.
func sample(t *testing.T, zone string) attendance.Reading {
	t.Helper()
	f := readSample(t, "meeting.csv")
	c, err := Detect(f)
	if err != nil {
		t.Fatal(err)
	}
	loc, err := time.LoadLocation(zone)
	if err != nil {
		t.Fatal(err)
	}
	r, err := ReadAttendance(f, c, attendance.Options{Zone: loc, Date: start})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestShiftHint(t *testing.T) {
	for zone, want := range map[string]int{
		"Europe/Bucharest": 0, "UTC": 3, "Europe/Belgrade": 1, "Europe/London": 2, "Asia/Tashkent": -2, "America/New_York": 7,
	} {
		hours, ok := ShiftHint(attendance.FirstJoins(sample(t, zone).Records), start, end)
		if hours != want && ok || ok != (want != 0) {
			t.Errorf("%s: %d hours, %v; want %d", zone, hours, ok, want)
		}
	}
	if _, ok := ShiftHint(nil, start, end); ok {
		t.Error("an empty file is shifted")
	}
	if _, ok := ShiftHint(attendance.FirstJoins(sample(t, "UTC").Records), time.Time{}, time.Time{}); ok {
		t.Error("shifted against no schedule")
	}
	if hours, ok := ShiftHint(attendance.FirstJoins(sample(t, "Europe/Bucharest").Records), start.Add(-30*time.Minute), end); ok {
		t.Errorf("half an hour is %d hours", hours)
	}
}

// exchanged is a reading of stays of 6 March, which a spreadsheet program made of 3 June.
func exchanged(r attendance.Reading) attendance.Reading {
	days := time.Date(2020, 3, 6, 0, 0, 0, 0, time.UTC).Sub(time.Date(2020, 5, 28, 0, 0, 0, 0, time.UTC))
	r.Records = slices.Clone(r.Records)
	for i := range r.Records {
		r.Records[i].Join, r.Records[i].Leave = r.Records[i].Join.Add(days), r.Records[i].Leave.Add(days)
	}
	return r
}

func TestAgainstSchedule(t *testing.T) {
	here := sample(t, "Europe/Bucharest")
	for name, c := range map[string]struct {
		reading attendance.Reading
		start   time.Time
		want    string
	}{
		"in place":                  {here, start, ""},
		"another zone":              {sample(t, "UTC"), start, "3 hours after"},
		"one hour":                  {sample(t, "Europe/Belgrade"), start, "1 hour after"},
		"a week later":              {here, start.AddDate(0, 0, -7), "7 days after"},
		"the day before":            {here, start.AddDate(0, 0, 1), "1 day before"},
		"days and months exchanged": {exchanged(here), time.Date(2020, 6, 3, 11, 0, 0, 0, time.UTC), "day and month are exchanged"},
		"half off":                  {here, start.Add(-150 * time.Minute), "during the webinar's hours"},
		"no schedule":               {here, time.Time{}, ""},
		"no times":                  {attendance.Reading{}, start, ""},
	} {
		end := c.start.Add(2 * time.Hour)
		if name == "half off" {
			end = c.start.Add(30 * time.Minute)
		}
		got := AgainstSchedule(c.reading, attendance.FirstJoins(c.reading.Records), c.start, end)
		switch {
		case c.want == "" && len(got) > 0:
			t.Errorf("%s: %v", name, got)
		case c.want != "" && (len(got) != 1 || !strings.Contains(got[0].Message, c.want)):
			t.Errorf("%s: %v, want %q", name, got, c.want)
		}
	}
}

func TestNotThisWebinar(t *testing.T) {
	for _, c := range []struct {
		file, webinar string
		want          bool
	}{
		{"Seizure of virtual assets", "Webinar on the seizure of virtual assets", false},
		{"SEIZURE OF VIRTUAL ASSETS (rehearsal)", "Seizure of virtual assets", false},
		{"Weekly staff coordination", "Seizure of virtual assets", true},
		{"", "Seizure of virtual assets", false},
		{"Weekly staff coordination", "", false},
	} {
		if _, got := NotThisWebinar(attendance.Reading{Title: c.file}, c.webinar); got != c.want {
			t.Errorf("%q against %q: %v", c.file, c.webinar, got)
		}
	}
}
