package web

import (
	"context"
	"fmt"
	"io"
	"os"
	"sync"
	"testing"
)

// kept is a register that is filled once, however many tests begin with it: reading the sample's files takes longer than
// what most of them look at.
type kept struct {
	fill func(t *testing.T, s *Server) (webinar string)

	once sync.Once
	dir  string
	id   string
	made int64 // how many ids and times were given
}

// copy opens a copy of the register, which the test may change.
func (k *kept) copy(t *testing.T) (*Server, string) {
	t.Helper()
	dir := t.TempDir()
	c := k.copyTo(t, dir)
	return openAt(t, dir, c, nil, io.Discard), k.id
}

func (k *kept) copyTo(t *testing.T, dir string) *counter {
	t.Helper()
	k.once.Do(func() {
		k.dir = folder(t)
		c := &counter{}
		s, desk := serve(t.Context(), t, k.dir, c, nil, io.Discard)
		id := k.fill(t, s)
		if err := desk.Close(); err != nil {
			t.Fatal(err)
		}
		k.id, k.made = id, c.n.Load()
	})
	if k.id == "" {
		t.Fatal("the register to begin with could not be filled")
	}
	if err := os.CopyFS(dir, os.DirFS(k.dir)); err != nil {
		t.Fatal(err)
	}
	c := &counter{}
	c.n.Store(k.made)
	return c
}

var (
	withAttendance = kept{fill: func(t *testing.T, s *Server) string {
		id := webinarFrom(t, s).Webinar.ID
		imported(t, s, id, "registrations_website.csv")
		imported(t, s, id, "zoom_webinar_attendee_2020.csv", "teams_attendance_2023.csv")
		return id
	}}
	withSample = kept{fill: func(t *testing.T, s *Server) string {
		return wait(t, s, get[Job](t, s, "POST", "/api/sample", nil)).Result
	}}
)

// attended is a webinar with registrations and attendance, and no decision.
func attended(t *testing.T) (*Server, string) {
	t.Helper()
	return withAttendance.copy(t)
}

// sampleOfItsOwn is the sample webinar, for a test that changes it.
func sampleOfItsOwn(t *testing.T) (*Server, string) {
	t.Helper()
	return withSample.copy(t)
}

// shared is a server with the sample webinar that tests only read.
var shared struct {
	once sync.Once
	s    *Server
}

func sampled(t *testing.T) (*Server, string) {
	t.Helper()
	shared.once.Do(func() {
		dir := folder(t)
		s, desk := serve(context.Background(), t, dir, withSample.copyTo(t, dir), nil, io.Discard)
		atEnd = append(atEnd, desk.Close)
		shared.s = s
	})
	if shared.s == nil {
		t.Fatal("the sample could not be opened")
	}
	return shared.s, withSample.id
}

// atEnd is what takes away, after the last test, what outlives a test.
var atEnd []func() error

// folder is a temporary folder that stays until the last test has ended.
func folder(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "web")
	if err != nil {
		t.Fatal(err)
	}
	atEnd = append(atEnd, func() error { return os.RemoveAll(dir) })
	return dir
}

func TestMain(m *testing.M) {
	status := m.Run()
	for i := range atEnd {
		if err := atEnd[len(atEnd)-1-i](); err != nil {
			fmt.Fprintln(os.Stderr, err)
			status = 1
		}
	}
	os.Exit(status)
}
