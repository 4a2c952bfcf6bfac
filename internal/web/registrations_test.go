package web

import (
	"fmt"
	"io"
	"testing"

	"rapporteur/internal/workflow"
)

// A registration names the very file it came from, and its file is listed.
func TestRegistrationNamesItsFile(t *testing.T) {
	s := open(t, nil, io.Discard)
	w := webinarFrom(t, s).Webinar
	plan := imported(t, s, w.ID, "registrations_website.csv")
	sources := get[[]Source](t, s, "GET", "/api/webinars/"+w.ID+"/sources", nil)
	if len(sources) != 2 || sources[1].Kind != "registrations" || sources[1].SHA256 != plan.Files[0].SHA256 || sources[1].Rows != plan.Files[0].Rows {
		t.Fatalf("files: %+v", sources)
	}
	list := get[Registrations](t, s, "GET", "/api/webinars/"+w.ID+"/registrations?limit=1", nil)
	group := get[[]workflow.RegistrationView](t, s, "GET", "/api/webinars/"+w.ID+"/registrations/"+list.Rows[0].ID, nil)
	if r := group[0]; r.SHA256 != sources[1].SHA256 || r.File != "registrations_website.csv" || r.Line == 0 {
		t.Errorf("%s line %d of %q", r.File, r.Line, r.SHA256)
	}
}

// Seats taken are the confirmed ones but those of speakers and staff.
func TestSeatsTaken(t *testing.T) {
	s := open(t, nil, io.Discard)
	w := webinarFrom(t, s).Webinar
	imported(t, s, w.ID, "registrations_website.csv")
	version := get[Webinar](t, s, "GET", "/api/webinars/"+w.ID, nil).Webinar.Version
	get[Seated](t, s, "POST", fmt.Sprintf("/api/webinars/%s/seats/confirm?version=%d", w.ID, version), map[string]any{"registrations": []string{}})
	list := get[Registrations](t, s, "GET", "/api/webinars/"+w.ID+"/registrations?limit=1", nil)
	if list.Taken != list.Seats || list.Taken > list.Counts["confirmed"] || list.Counts["waiting"] == 0 {
		t.Errorf("%d of %d seats taken, counts %v", list.Taken, list.Seats, list.Counts)
	}
}
