package web

import (
	"fmt"
	"io"
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
	s := open(t, nil, io.Discard)
	id := wait(t, s, get[Job](t, s, "POST", "/api/sample", nil)).Result
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
