package web

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"
	"testing/fstest"

	"rapporteur/internal/workflow"
)

func call(b *testing.B, h http.Handler, method, address string, in []byte) []byte {
	b.Helper()
	r := httptest.NewRequestWithContext(b.Context(), method, address, bytes.NewReader(in))
	if in != nil {
		r.Header.Set("Content-Type", "application/json")
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	if w.Code != http.StatusOK {
		b.Fatalf("%s: %d %s", address, w.Code, w.Body)
	}
	return w.Body.Bytes()
}

func bench(b *testing.B) (*Server, *workflow.Desk) {
	b.Helper()
	c := &counter{}
	desk, err := workflow.Open(b.Context(), b.TempDir(), workflow.Options{Tables: direct{}, Now: c.now, NewID: c.id, Who: "bench", Charts: pictures})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := desk.Close(); err != nil {
			b.Error(err)
		}
	})
	return New(Options{Desk: desk, Assets: fstest.MapFS{}, NewID: c.id, Log: slog.New(slog.DiscardHandler)}), desk
}

// BenchmarkCall is a screen's request for one webinar of 300 people that has not changed.
func BenchmarkCall(b *testing.B) {
	s, desk := bench(b)
	w, err := desk.NewSample(b.Context(), func(string) {})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		call(b, s, "GET", "/api/webinars/"+w.ID, nil)
	}
}

// BenchmarkWhatIf300 is the table of 300 people under a rule that nobody tried before.
func BenchmarkWhatIf300(b *testing.B) {
	s, desk := bench(b)
	w, err := desk.NewSample(b.Context(), func(string) {})
	if err != nil {
		b.Fatal(err)
	}
	n := 0
	for b.Loop() {
		n++
		call(b, s, "GET", fmt.Sprintf("/api/webinars/%s/breakdown?rule=%dmin", w.ID, 1+n%100_000), nil)
	}
}

// BenchmarkFilter10000 is a keystroke in the search field over 10,000 registrations.
func BenchmarkFilter10000(b *testing.B) {
	s, desk := bench(b)
	w, err := desk.NewWebinar(b.Context(), workflow.Upload{Name: "outline-sample.txt", Data: outline(b)})
	if err != nil {
		b.Fatal(err)
	}
	plan, err := desk.PlanRegistrations(b.Context(), w.ID, []workflow.Upload{{Name: "many.csv", Data: manyRegistrations(10_000)}}, workflow.ImportOptions{})
	if err != nil {
		b.Fatal(err)
	}
	if err := desk.CommitRegistrations(context.Background(), plan); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		call(b, s, "GET", "/api/webinars/"+w.ID+"/registrations?q=prezime77", nil)
	}
}

func outline(b *testing.B) []byte {
	b.Helper()
	return sampleFile(b, "outline-sample.txt")
}

func manyRegistrations(n int) []byte {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	_ = w.Write([]string{"Serial number", "Completed", "First name", "Last name", "E-mail", "Organisation", "Job title", "Country", "Sector", "Channel"}) // a buffer takes all
	for i := range n {
		_ = w.Write([]string{fmt.Sprint(i + 1), fmt.Sprintf("2020-05-%02d %02d:%02d:%02d", 1+i%25, i%24, i/24%60, i/1440%60), fmt.Sprintf("Ime%d", i%997),
			fmt.Sprintf("Prezime%d", i), fmt.Sprintf("p%d@court.example", i), "Basic Court", "Judge", "Serbia", "Judiciary", "website"})
	}
	w.Flush()
	return out.Bytes()
}
