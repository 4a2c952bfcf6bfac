package intake

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"rapporteur/internal/engagement"
	"rapporteur/internal/fault"
	"rapporteur/internal/tabular"
)

// TestNoFileHasTwoKinds asks every file of the stages' tests: answers are never taken for a list of people, nor such a list
// for answers.
func TestNoFileHasTwoKinds(t *testing.T) {
	for dir, kinds := range map[string][]string{"attendance": {Attendance}, "registration": {Registrations}, "engagement": EngagementKinds()} {
		files, err := filepath.Glob("../" + dir + "/testdata/*/*.*")
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %d files, %v", dir, len(files), err)
		}
		for _, path := range files {
			if filepath.Ext(path) == ".json" || filepath.Ext(path) == ".golden" {
				continue
			}
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			f, err := tabular.Read(filepath.Base(path), data, tabular.DefaultLimits())
			if err != nil {
				continue // refused before anybody is asked
			}
			for _, c := range Claims(*f, nil) {
				if !slices.Contains(kinds, c.Kind) {
					t.Errorf("%s is claimed as %s by %s (%d: %s)", path, c.Kind, c.Format, c.Confidence, c.Why)
				}
			}
		}
	}
}

// What the officer has in mind decides where a file could be two things.
func TestTheOfficersMindDecides(t *testing.T) {
	f := table("Fruit,Price", "Quince,3", "Medlar,4")
	if _, err := DetectAs(f, Survey); !fault.Is(err, fault.Unknown) {
		t.Errorf("a table nobody knows: %v", err)
	}
	c, err := AsSurvey(f)
	if err != nil || c.Kind != Survey {
		t.Fatalf("%+v, %v", c, err)
	}
	r, err := ReadEngagement(f, c, engagement.Options{Zone: time.UTC})
	if err != nil || r.Responses != 2 {
		t.Errorf("%d responses, %v", r.Responses, err)
	}
	if _, err := ReadEngagement(f, Claim{Kind: Attendance, Format: "zoom_poll"}, engagement.Options{}); !fault.Is(err, fault.WrongKind) {
		t.Errorf("a foreign claim is read: %v", err)
	}
	both := table("Alias,feedback", "Export Date,2021-12-14 10:00:00", "Name,E-mail,How useful was it?,Contribution Id,Creation Date",
		"Ana Pop,a@x.example,5,c1,2021-12-13 10:00:00", "Eva Pop,b@x.example,5,c2,2021-12-13 11:00:00", "Ion Pop,c@x.example,4,c3,2021-12-13 12:00:00")
	for _, kind := range []string{Registrations, Survey} {
		if c, err := DetectAs(both, kind); err != nil || c.Kind != kind {
			t.Errorf("asked for as %s: %+v, %v", kind, c, err)
		}
	}
	if c, err := Detect(both); err != nil || c.Kind != Survey {
		t.Errorf("a form about the webinar: %+v, %v", c, err)
	}
	poll := table("#,User Name,User Email,Submitted Date/Time,", "1,Ana,a@x.example,2021-12-11 10:20:00,Q,Yes,")
	if c, err := DetectAs(poll, Attendance); err != nil || c.Kind != Poll {
		t.Errorf("a poll asked for as attendance: %+v, %v", c, err)
	}
}

func TestPlanOfAnswers(t *testing.T) {
	a := func(key string, line int) engagement.Answer { return engagement.Answer{Key: key, Line: line} }
	known := []engagement.Answer{a("one", 7), a("two", 7), a("three", 8)}
	p := PlanEngagement(known, []engagement.Answer{a("one", 9), a("two", 9), a("three", 10), a("four", 10), a("five", 11)}, nil)
	if !slices.Equal(p.New, []Row{{10, 2}, {11, 4}}) || !slices.Equal(p.Unchanged, []Row{{9, 0}}) {
		t.Errorf("%+v", p)
	}
	p = PlanEngagement(known, []engagement.Answer{a("one", 9), a("four", 10), a("five", 9)}, nil) // of two sheets
	if !slices.Equal(p.New, []Row{{10, 1}, {9, 2}}) || !slices.Equal(p.Unchanged, []Row{{9, 0}}) {
		t.Errorf("two sheets: %+v", p)
	}
	if !PlanEngagement(known, known, nil).NoOp() {
		t.Error("the same answers again are something new")
	}
}

func TestAnswersAgainstTheSchedule(t *testing.T) {
	start := time.Date(2021, 12, 11, 8, 0, 0, 0, time.UTC)
	reading := func(phase engagement.Phase, at time.Time) engagement.Reading {
		return engagement.Reading{Answers: []engagement.Answer{{Phase: phase, At: at}}}
	}
	for what, c := range map[string]struct {
		phase engagement.Phase
		at    time.Time
		says  bool
	}{
		"during":                  {engagement.During, start.Add(time.Hour), false},
		"in the lobby":            {engagement.During, start.Add(-10 * time.Minute), false},
		"just after the end":      {engagement.During, start.Add(2*time.Hour + 20*time.Minute), false},
		"three hours later":       {engagement.During, start.Add(4 * time.Hour), true},
		"the next week":           {engagement.During, start.AddDate(0, 0, 7), true},
		"a survey the next week":  {engagement.After, start.AddDate(0, 0, 7), false},
		"a survey the day before": {engagement.Before, start.AddDate(0, 0, -1), false},
		"no time":                 {engagement.During, time.Time{}, false},
	} {
		if got := AnswersAgainstSchedule(reading(c.phase, c.at), start, start.Add(2*time.Hour)); (len(got) > 0) != c.says {
			t.Errorf("%s: %+v", what, got)
		}
	}
	if got := AnswersAgainstSchedule(reading(engagement.During, start), time.Time{}, time.Time{}); len(got) > 0 {
		t.Errorf("without a schedule: %+v", got)
	}
}
