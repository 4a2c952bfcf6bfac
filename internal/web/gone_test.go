package web

import (
	"io"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"rapporteur/internal/workflow"
)

// TestTheDataFolderGoesAway: every address says so in a sentence, a plan that waits for its yes is kept, nothing is
// written anywhere, and all works on when the folder is back.
func TestTheDataFolderGoesAway(t *testing.T) {
	folder, c := filepath.Join(t.TempDir(), "stick"), &counter{}
	desk, err := workflow.Open(t.Context(), folder, workflow.Options{Tables: direct{}, Now: c.now, NewID: c.id, Who: "test", Charts: pictures})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := desk.Close(); err != nil {
			t.Error(err)
		}
	})
	s := New(Options{Desk: desk, Assets: fstest.MapFS{}, NewID: c.id, Log: slog.New(slog.NewTextHandler(io.Discard, nil))})
	w := webinarFrom(t, s).Webinar
	plan := planned(t, s, w.ID, "registrations_website.csv")
	if err := os.Rename(folder, folder+" away"); err != nil {
		t.Fatal(err)
	}
	at := "/api/webinars/" + w.ID
	for _, address := range []string{"/api/home", at, at + "/registrations", at + "/members", at + "/sources", at + "/changes", at + "/breakdown", at + "/report"} {
		p := refused(t, s, "GET", address, nil, http.StatusServiceUnavailable, "gone")
		if !strings.HasSuffix(p.Message, ".") || p.Hint == "" {
			t.Errorf("%s: %q %q", address, p.Message, p.Hint)
		}
	}
	refused(t, s, "POST", "/api/imports/"+plan.ID+"/commit", nil, http.StatusServiceUnavailable, "gone")
	if _, err := os.Lstat(folder); !os.IsNotExist(err) {
		t.Errorf("something was made where the folder was: %v", err)
	}
	if err := os.Rename(folder+" away", folder); err != nil {
		t.Fatal(err)
	}
	commit(t, s, plan.ID)
	if list := get[Registrations](t, s, "GET", at+"/registrations", nil); list.Total != 330 {
		t.Errorf("%d registrations", list.Total)
	}
}
