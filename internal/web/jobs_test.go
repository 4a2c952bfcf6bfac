package web

import (
	"bytes"
	"context"
	"log/slog"
	"strings"
	"testing"

	"rapporteur/internal/fault"
	"rapporteur/internal/workflow"
)

func TestAJobThatPanicsFailsAlone(t *testing.T) {
	var log bytes.Buffer
	s := &Server{log: slog.New(slog.NewTextHandler(&log, nil))}
	j := newJobs(func() string { return "1" })
	j.start(s, func(context.Context, workflow.Progress) (string, error) { panic("Ana Anić") })
	one, err := j.find("1")
	if err != nil {
		t.Fatal(err)
	}
	<-one.finished
	if got := j.get(one); got.State != "failed" || got.Error == nil || got.Error.Code != string(fault.Internal) || got.Error.Message == "" {
		t.Errorf("the job is %+v", got)
	}
	if text := log.String(); !strings.Contains(text, "panic") || strings.Contains(text, "Anić") {
		t.Errorf("the log says %q", text)
	}
}

// TestTheRateIsOfTheStep: a step that counts nothing has no rate, however many rows are done.
func TestTheRateIsOfTheStep(t *testing.T) {
	j, one := newJobs(nil), &job{}
	say := j.telling(one)
	say(workflow.Step{Says: "writing", Counts: "rows"}, 0, 100)
	say(workflow.Step{Says: "writing", Counts: "rows"}, 50, 100)
	if got := j.get(one); got.Done != 50 || got.Total != 100 || got.Rate <= 0 {
		t.Errorf("writing: %+v", got)
	}
	say(workflow.Step{Says: "saving"}, 100, 100)
	if got := j.get(one); got.Step != "saving" || got.Done != 100 || got.Rate != 0 {
		t.Errorf("saving: %+v", got)
	}
}
