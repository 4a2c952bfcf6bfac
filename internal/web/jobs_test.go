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
