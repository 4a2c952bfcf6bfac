package web

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"rapporteur/internal/workflow"
)

// nameOf asks for a file and gives the name that goes with it.
func nameOf(t *testing.T, s *Server, address string) string {
	t.Helper()
	w := httptest.NewRecorder()
	s.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, address, nil))
	name, ok := strings.CutPrefix(w.Header().Get("Content-Disposition"), `attachment; filename="`)
	if w.Code != http.StatusOK || !ok {
		t.Fatalf("%s: %d %q", address, w.Code, w.Header())
	}
	return strings.TrimSuffix(name, `"`)
}

// What the screens say a file is called is what it is called, and no two are called the same.
func TestFilesCarryTheirNames(t *testing.T) {
	s, id := sampleOfItsOwn(t)
	w := get[Webinar](t, s, "GET", "/api/webinars/"+id, nil)
	at := "/api/webinars/" + id
	names := map[string]string{at + "/outline/txt": w.OutlineFiles.Text, at + "/outline/html": w.OutlineFiles.Page}
	for _, f := range get[Report](t, s, "GET", at+"/report", nil).Files {
		names[at+"/report/"+f.Format+"?copy="+f.Copy] = f.Name
		if strings.Contains(f.Name, "contains-names") != (f.Copy == "internal") {
			t.Errorf("the %s copy is called %s", f.Copy, f.Name)
		}
	}
	final := get[workflow.IssuedView](t, s, "POST", fmt.Sprintf("%s/issued?version=%d", at, w.Webinar.Version), map[string]any{"copy": "donor", "format": "pdf"})
	names[at+"/issued/"+final.ID] = final.Name
	if len(names) != 7 || !strings.HasSuffix(final.Name, "-final-donor.pdf") {
		t.Errorf("%v, final %s", names, final.Name)
	}
	seen := map[string]bool{}
	for address, want := range names {
		if got := nameOf(t, s, address); got != want || seen[got] || !strings.Contains(got, "2020-05-28") {
			t.Errorf("%s is called %s, said to be %s", address, got, want)
		}
		seen[want] = true
	}
}

// The report is done once a final donor copy went out, be other files issued beside it, and not done any more when
// something was changed after it.
func TestTheReportIsDoneOnceItIsFinal(t *testing.T) {
	s, id := sampleOfItsOwn(t)
	at := "/api/webinars/" + id
	report := func() (stage workflow.Stage, version int) {
		w := get[Webinar](t, s, "GET", at, nil)
		return w.Stages[len(w.Stages)-1], w.Webinar.Version
	}
	for _, step := range []struct {
		do, address string
		body        map[string]any
		want        string
	}{
		{"POST", "/issued", map[string]any{"copy": "internal", "format": "pdf"}, "ready"},
		{"POST", "/issued", map[string]any{"copy": "donor", "format": "pdf"}, "done"},
		{"POST", "/issued", map[string]any{"copy": "internal", "format": "xlsx"}, "done"},
		{"PUT", "/report/sections/summary", map[string]any{"text": "One more line."}, "ready"},
	} {
		_, version := report()
		get[any](t, s, step.do, fmt.Sprintf("%s%s?version=%d", at, step.address, version), step.body)
		if got, _ := report(); got.State != step.want {
			t.Errorf("after %v: %+v, want %s", step.body, got, step.want)
		}
	}
}
