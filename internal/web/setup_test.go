package web

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"rapporteur/internal/chart/ssr"
	"rapporteur/internal/progress"
	"rapporteur/internal/render/pdf"
	"rapporteur/internal/tabular"
	"rapporteur/internal/workflow"
)

// direct reads tables in this process: the child is tested where it lives.
type direct struct{}

func (direct) Read(_ context.Context, name string, data []byte, said tabular.Said, seen progress.Seen) (*tabular.File, error) {
	return tabular.ReadSaid(name, data, tabular.DefaultLimits(), said, seen)
}

var pictures = ssr.New(pdf.Measure)

// counter makes ids and times that any goroutine may ask for.
type counter struct{ n atomic.Int64 }

func (c *counter) id() string { return fmt.Sprintf("%08x-0000-7000-8000-000000000000", c.n.Add(1)) }

func (c *counter) now() time.Time {
	return time.Date(2020, 6, 2, 9, 0, 0, 0, time.UTC).Add(time.Duration(c.n.Add(1)) * time.Second)
}

func open(t *testing.T, access *Access, log io.Writer) *Server {
	t.Helper()
	return openAt(t, t.TempDir(), &counter{}, access, log)
}

// openAt opens the register of a data folder until the test ends.
func openAt(t *testing.T, dir string, c *counter, access *Access, log io.Writer) *Server {
	t.Helper()
	s, desk := serve(t.Context(), t, dir, c, access, log)
	t.Cleanup(func() {
		if err := desk.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func serve(ctx context.Context, t *testing.T, dir string, c *counter, access *Access, log io.Writer) (*Server, *workflow.Desk) {
	t.Helper()
	desk, err := workflow.Open(ctx, dir, workflow.Options{Tables: direct{}, Now: c.now, NewID: c.id, Who: "test", Charts: pictures})
	if err != nil {
		t.Fatal(err)
	}
	return New(Options{Desk: desk, Assets: fstest.MapFS{"index.html": {Data: []byte("<!doctype html><title>test</title>")}}, Charts: []byte("chartkit"),
		NewID: c.id, Log: slog.New(slog.NewTextHandler(log, nil)), Access: access}), desk
}

// ask sends a request and gives status and body. in is sent as JSON, bytes as they are.
func ask(t *testing.T, h http.Handler, method, address string, in any) (int, []byte) {
	t.Helper()
	var reader io.Reader
	kind := "application/json"
	switch in := in.(type) {
	case nil:
	case []byte:
		reader, kind = bytes.NewReader(in), "application/octet-stream"
	default:
		data, err := json.Marshal(in)
		if err != nil {
			t.Fatal(err)
		}
		reader = bytes.NewReader(data)
	}
	r := httptest.NewRequestWithContext(t.Context(), method, address, reader)
	if reader != nil {
		r.Header.Set("Content-Type", kind)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Code, w.Body.Bytes()
}

// get asks and expects success; the answer is decoded.
func get[T any](t *testing.T, h http.Handler, method, address string, in any) T {
	t.Helper()
	status, data := ask(t, h, method, address, in)
	if status != http.StatusOK {
		t.Fatalf("%s %s: %d %s", method, address, status, data)
	}
	var out T
	if err := json.Unmarshal(data, &out); err != nil {
		t.Fatalf("%s %s: %v", method, address, err)
	}
	return out
}

// refused asks and expects this status and code; the problem is given back.
func refused(t *testing.T, h http.Handler, method, address string, in any, status int, code string) Problem {
	t.Helper()
	got, data := ask(t, h, method, address, in)
	var p Problem
	if err := json.Unmarshal(data, &p); err != nil {
		t.Fatalf("%s %s: %v in %s", method, address, err, data)
	}
	if got != status || p.Status != status || p.Code != code || p.Message == "" || p.Hint == "" {
		t.Fatalf("%s %s: %d %+v, want %d %s", method, address, got, p, status, code)
	}
	return p
}

func sampleFile(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "sample", "files", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// wait follows a job to its end.
func wait(t *testing.T, s *Server, j Job) Job {
	t.Helper()
	one, err := s.jobs.find(j.ID)
	if err != nil {
		t.Fatal(err)
	}
	<-one.finished
	return get[Job](t, s, "GET", "/api/jobs/"+j.ID, nil)
}

func stage(t *testing.T, s *Server, name string, data []byte) string {
	t.Helper()
	return get[Upload](t, s, "POST", "/api/uploads?name="+url.QueryEscape(name), data).ID
}

// commit says yes to a plan.
func commit(t *testing.T, s *Server, plan string) {
	t.Helper()
	if j := wait(t, s, get[Job](t, s, "POST", "/api/imports/"+plan+"/commit", nil)); j.State != "done" {
		t.Fatalf("commit: %+v %+v", j, j.Error)
	}
}

// imported plans and commits files.
func imported(t *testing.T, s *Server, id string, names ...string) ImportPlan {
	t.Helper()
	plan := planned(t, s, id, names...)
	commit(t, s, plan.ID)
	return plan
}

// planned plans files.
func planned(t *testing.T, s *Server, id string, names ...string) ImportPlan {
	t.Helper()
	var ids []string
	for _, n := range names {
		ids = append(ids, stage(t, s, n, sampleFile(t, n)))
	}
	return planOf(t, s, id, ids)
}

// planOf plans files that were handed over.
func planOf(t *testing.T, s *Server, id string, ids []string) ImportPlan {
	t.Helper()
	j := wait(t, s, get[Job](t, s, "POST", "/api/webinars/"+id+"/imports", map[string]any{"uploads": ids}))
	if j.State != "done" {
		t.Fatalf("planning: %+v", j.Error)
	}
	return get[ImportPlan](t, s, "GET", "/api/imports/"+j.Result, nil)
}

func webinarFrom(t *testing.T, s *Server) Webinar {
	t.Helper()
	up := stage(t, s, "outline-sample.txt", sampleFile(t, "outline-sample.txt"))
	return get[Webinar](t, s, "POST", "/api/webinars", map[string]any{"upload": up})
}
