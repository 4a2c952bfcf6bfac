package workflow

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"rapporteur/internal/guard"
	"rapporteur/internal/sample"
)

// manyStays is a report of Zoom with so many people, whose own summary says another number of them.
func manyStays(n int) []byte {
	var b bytes.Buffer
	b.WriteString("Attendee Report\nTopic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Registered,# Cancelled,Unique Viewers,Total Users,Max Concurrent Views\n" +
		"A webinar,912 3456 7890,\"May 28, 2020 13:00:00\",140,7,0,7,7,--\nAttendee Details\n" +
		"Attended,User Name (Original Name),First Name,Last Name,Email,Registration Time,Approval Status,Join Time,Leave Time,Time in Session (minutes),Country/Region Name\n")
	for i := range n {
		fmt.Fprintf(&b, "Yes,%[1]s %[2]sov,%[1]s,%[2]sov,p%[3]d@office.example,\"May 12, 2020 10:00:00\",approved,\"May 28, 2020 14:%02[4]d:%02[5]d\",\"May 28, 2020 15:%02[5]d:%02[4]d\",60,Serbia\n",
			invented(i), invented(i+n), i, i%60, i%59)
	}
	return b.Bytes()
}

// manyRegistrations has so many submissions in the sample's form.
func manyRegistrations(n int) []byte {
	var b bytes.Buffer
	header, _, _ := bytes.Cut(sample.Registrations()[0].Data, []byte("\n"))
	b.Write(header)
	for i := range n {
		fmt.Fprintf(&b, "\n%[1]d,%[1]d,00000000-0000-4000-8000-%012[1]x,2020-05-11 11:18:36,2020-05-11 11:18:36,2020-05-11 11:18:36,192.0.2.1,en,%[2]s,%[3]sov,r%[1]d@office.example,Police,Officer,Serbia,Female,Police,website,Yes",
			i, invented(i), invented(i+n))
	}
	return b.Bytes()
}

// manyAnswers is a survey with so many respondents.
func manyAnswers(n int) []byte {
	var b bytes.Buffer
	b.WriteString("Timestamp,Email Address,How useful was the webinar?,How clear were the speakers?\n")
	for i := range n {
		fmt.Fprintf(&b, "28/05/2020 16:%02d:%02d,r%d@office.example,%s,%s\n", i%60, i%59, i, []string{"Very", "Little"}[i%2], []string{"Clear", "Fair", "Poor"}[i%3])
	}
	return b.Bytes()
}

// invented is nobody's name, another one for each number.
func invented(n int) string {
	var b strings.Builder
	for _, digit := range fmt.Sprintf("%05d", n) {
		b.WriteString([]string{"ba", "de", "fi", "go", "lu", "me", "ni", "po", "ru", "ta"}[digit-'0'])
	}
	return strings.ToUpper(b.String()[:1]) + b.String()[1:]
}

// watched are files whose plan goes through every step that counts, with these steps.
var watched = []struct {
	name  string
	file  Upload
	steps []Step
}{
	{"attendance", Upload{Name: "a.csv", Data: manyStays(5000)}, []Step{stepOpening, stepRecognising, stepReading, stepSumming, stepComparing, stepMatching}},
	{"registrations", Upload{Name: "r.csv", Data: manyRegistrations(2000)}, []Step{stepOpening, stepRecognising, stepReading, stepComparing, stepForeseeing}},
	{"answers", Upload{Name: "s.csv", Data: manyAnswers(2000)}, []Step{stepOpening, stepRecognising, stepReading, stepAnswers}},
}

// TestAPlanCounts: each step says how much of what it has done, up to all, and never less than before.
func TestAPlanCounts(t *testing.T) {
	desk, id := job(t)
	for _, c := range watched {
		told, totals := map[Step][]int{}, map[Step]int{}
		watch := func(step Step, done, total int) {
			if total == 0 {
				return
			}
			if before, met := totals[step]; met && before != total || len(told[step]) > 0 && done < told[step][len(told[step])-1] || done > total {
				t.Errorf("%s: %q goes from %v of %d to %d of %d", c.name, step.Says, told[step], before, done, total)
			}
			told[step], totals[step] = append(told[step], done), total
		}
		if _, err := desk.Telling(watch).PlanImport(t.Context(), id, []Upload{c.file}, ImportOptions{}); err != nil {
			t.Fatal(err)
		}
		for _, step := range c.steps {
			counts, total := told[step], totals[step]
			all := step == stepOpening || step == stepMatching || len(counts) > 0 && counts[len(counts)-1] == total // the last bytes and people are not worth a word
			if !slices.ContainsFunc(counts, func(n int) bool { return n > 0 && n < total }) || !all || step.Counts == "" {
				t.Errorf("%s: %q tells %v of %d", c.name, step.Says, counts, total)
			}
		}
	}
}

// TestEndedWithinAStep: who ends a plan in the middle of a step hears nothing more of it; nothing is written, and the next
// plan is made.
func TestEndedWithinAStep(t *testing.T) {
	desk, id := job(t)
	before, err := desk.Webinar(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range watched {
		for _, at := range c.steps {
			ctx, stop := context.WithCancel(t.Context())
			ended, after := false, []Step{}
			_, err := desk.Telling(func(step Step, done, total int) {
				switch {
				case ended:
					after = append(after, step)
				case step == at && total > 0 && done < total:
					ended = true
					stop()
				}
			}).PlanImport(ctx, id, []Upload{c.file}, ImportOptions{})
			stop()
			if !ended || err == nil || len(after) > 0 {
				t.Errorf("%s, ended at %q (%t): %v, then %v", c.name, at.Says, ended, err, after)
			}
		}
		if _, err := desk.PlanImport(t.Context(), id, []Upload{c.file}, ImportOptions{}); err != nil {
			t.Errorf("%s, not ended: %v", c.name, err)
		}
	}
	if now, err := desk.Webinar(t.Context(), id); err != nil || now.Version != before.Version {
		t.Errorf("version %d after %d: %v", now.Version, before.Version, err)
	}
}

// TestEndedWhileOpened: the child that opens a file is gone when its work is ended, it leaves no file behind, and the next
// file is opened.
func TestEndedWhileOpened(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	tables := &guard.Reader{Command: guard.Command{Path: self, Env: []string{benchChild + "=1", "TMPDIR=" + folder, "GORACE=atexit_sleep_ms=0"}}}
	desk, id := job(t)
	desk.tables = tables
	t.Setenv("TMPDIR", folder)
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	file := Upload{Name: "a.csv", Data: manyStays(5000)}
	_, err = desk.Telling(func(step Step, _, total int) {
		if step == stepOpening && total > 0 { // the child has begun
			stop()
		}
	}).PlanImport(ctx, id, []Upload{file}, ImportOptions{})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("ended: %v", err)
	}
	left, err := os.ReadDir(folder)
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
	if plan, err := desk.PlanImport(t.Context(), id, []Upload{file}, ImportOptions{}); err != nil || plan.Plan().New != 5000 {
		t.Errorf("the next file: %v", err)
	}
}
