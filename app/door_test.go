package main

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"

	"rapporteur/internal/cli"
	"rapporteur/internal/fault"
)

func ask(h http.Handler, path string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
	return w
}

// TestTheDoorSaysWhyAndTriesAgain opens a register that is held at first: the page says so, asking again opens it.
func TestTheDoorSaysWhyAndTriesAgain(t *testing.T) {
	screens := cli.Screens
	cli.Screens = fstest.MapFS{"index.html": {Data: []byte("<title>screens</title>")}}
	t.Cleanup(func() { cli.Screens = screens })
	dir, tries := t.TempDir(), 0
	d := &door{open: func(ctx context.Context) (*cli.Office, error) {
		switch tries++; tries {
		case 1:
			return nil, fault.New(fault.Locked, "In use by <b>another</b>.", "Close the other.")
		case 2:
			panic("opening")
		}
		return cli.OpenOffice(ctx, dir, nil)
	}}
	if w := ask(d, "/api/home"); tries != 0 || strings.Contains(w.Body.String(), "title>screens") {
		t.Errorf("%d tries before the page: %s", tries, w.Body)
	}
	w := ask(d, "/")
	if page := w.Body.String(); !strings.Contains(page, "In use by &lt;b&gt;another&lt;/b&gt;.") || !strings.Contains(page, "Close the other.") || !strings.Contains(page, `href="/"`) {
		t.Errorf("the page: %s", page)
	}
	if policy := w.Header().Get("Content-Security-Policy"); w.Code != http.StatusOK || !strings.Contains(policy, "default-src 'none'") {
		t.Errorf("status %d, policy %q", w.Code, policy)
	}
	if w := ask(d, "/"); w.Code != http.StatusOK || !strings.Contains(w.Body.String(), fault.From(errors.New("")).Message) {
		t.Errorf("after a panic: %d %s", w.Code, w.Body)
	}
	if w := ask(d, "/"); !strings.Contains(w.Body.String(), "<title>screens") || d.opened() == nil {
		t.Errorf("the page is %s", w.Body)
	}
	if w := ask(d, "/api/home"); w.Code != http.StatusOK || !strings.Contains(w.Body.String(), `"webinars":[]`) {
		t.Errorf("home: %d %s", w.Code, w.Body)
	}
	if err := d.close(); err != nil || d.opened() != nil || d.close() != nil {
		t.Errorf("closing: %v", err)
	}
}
