package web

import (
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"

	"rapporteur/internal/workflow"
)

// The same files can be planned again after the officer said more of them, and after the webinar changed.
func TestPlanAgain(t *testing.T) {
	s := open(t, nil, io.Discard)
	w := webinarFrom(t, s).Webinar
	up := stage(t, s, "registrations_website.csv", sampleFile(t, "registrations_website.csv"))
	first := wait(t, s, get[Job](t, s, "POST", "/api/webinars/"+w.ID+"/imports", map[string]any{"uploads": []string{up}})).Result
	again := wait(t, s, get[Job](t, s, "POST", "/api/imports/"+first+"/again", map[string]any{"zone": "Europe/Paris"})).Result
	plan := get[ImportPlan](t, s, "GET", "/api/imports/"+again, nil)
	if f := plan.Files[0]; f.Zone != "Europe/Paris" || f.ZoneFrom != "option" || f.New != get[ImportPlan](t, s, "GET", "/api/imports/"+first, nil).Files[0].New {
		t.Errorf("planned again: %+v", f)
	}
	commit(t, s, again)
	refused(t, s, "POST", "/api/imports/"+first+"/commit", nil, http.StatusConflict, "conflict")
	third := wait(t, s, get[Job](t, s, "POST", "/api/imports/"+first+"/again", map[string]any{"zone": "Europe/Paris"})).Result
	if p := get[ImportPlan](t, s, "GET", "/api/imports/"+third, nil); !p.NothingNew {
		t.Errorf("planned after the change: %d new", p.New)
	}
	refused(t, s, "POST", "/api/imports/gone/again", map[string]any{}, http.StatusNotFound, "not-found")
}

// A plan that asks is not carried out before the officer has answered for the file it asks about.
func TestPlanAsks(t *testing.T) {
	s := open(t, nil, io.Discard)
	w := webinarFrom(t, s).Webinar
	up := stage(t, s, "list.csv", []byte("Serial number,Submission ID,Completed,First name,Last name,E-mail\n1,901,03/04/2020 14:03,Ana,Alfa,ana@one.example\n"))
	plan := planOf(t, s, w.ID, []string{up})
	if !plan.Asks || plan.NothingNew || len(plan.Files[0].Assumed) != 4 {
		t.Errorf("it asks nothing: %+v", plan)
	}
	refused(t, s, "POST", "/api/imports/"+plan.ID+"/commit", nil, http.StatusUnprocessableEntity, "ambiguous")
	said := map[string]any{"files": map[string]any{plan.Files[0].SHA256: map[string]string{"date_order": "mdy"}}}
	again := wait(t, s, get[Job](t, s, "POST", "/api/imports/"+plan.ID+"/again", said)).Result
	answered := get[ImportPlan](t, s, "GET", "/api/imports/"+again, nil)
	if answered.Asks || answered.New != 1 || answered.Files[0].DateOrder != "mdy" {
		t.Errorf("answered: %+v", answered)
	}
	commit(t, s, again)
}

// A pasted table goes the way of a file, under a name of the program; an outline among other files is handed over anew.
func TestPastedAndApart(t *testing.T) {
	s := open(t, nil, io.Discard)
	w := webinarFrom(t, s).Webinar
	pasted := get[Upload](t, s, "POST", "/api/uploads/pasted", []byte("Serial number\tSubmission ID\tCompleted\tFirst name\tLast name\tE-mail\tInstitution\n1\t901\t2020-05-14 14:03:00\tAna\tAlfa\tana@one.example\tPolice of Kosovo\n"))
	if !strings.HasPrefix(pasted.Name, "pasted table ") {
		t.Errorf("named %q", pasted.Name)
	}
	outline := stage(t, s, "outline-sample.txt", sampleFile(t, "outline-sample.txt"))
	attended := stage(t, s, "zoom_webinar_attendee_2020.csv", sampleFile(t, "zoom_webinar_attendee_2020.csv"))
	plan := planOf(t, s, w.ID, []string{attended, outline, pasted.ID})
	if strings.Join(plan.Kinds, " ") != "registrations attendance" || len(plan.Apart) != 1 || !plan.Apart[0].Outline || plan.Effects.Registrations == nil {
		t.Fatalf("%v, apart %+v, effects %+v", plan.Kinds, plan.Apart, plan.Effects)
	}
	again := get[Upload](t, s, "POST", "/api/imports/"+plan.ID+"/apart", map[string]string{"sha256": plan.Apart[0].SHA256})
	if made := get[Webinar](t, s, "POST", "/api/webinars", map[string]any{"upload": again.ID}); made.Webinar.Title != w.Title {
		t.Errorf("made %q", made.Webinar.Title)
	}
	refused(t, s, "POST", "/api/imports/"+plan.ID+"/apart", map[string]string{"sha256": pasted.SHA256}, http.StatusNotFound, "not-found")
	rows := get[PlanRows](t, s, "GET", "/api/imports/"+plan.ID+"/rows?number=registrations/submissions&limit=1", nil)
	if rows.N != 1 || len(rows.Rows) != 1 || rows.Rows[0].Name != "Ana Alfa" || rows.Rows[0].Organisation != "Police of Kosovo*" || !slices.Equal(rows.Rows[0].Places, []workflow.PlanPlace{{File: pasted.Name, Line: 2}}) {
		t.Errorf("behind the submissions: %+v", rows)
	}
	if rows = get[PlanRows](t, s, "GET", "/api/imports/"+plan.ID+"/rows?number=new&offset=3&limit=5&sha256="+plan.Files[1].SHA256, nil); rows.N != plan.Files[1].New || len(rows.Rows) != 5 {
		t.Errorf("of %d new rows: %+v", plan.Files[1].New, rows)
	}
	refused(t, s, "GET", "/api/imports/"+plan.ID+"/rows?number=nothing", nil, http.StatusNotFound, "not-found")
	commit(t, s, plan.ID)
	sources := get[[]Source](t, s, "GET", "/api/webinars/"+w.ID+"/sources", nil)
	if len(sources) != 3 || sources[1].Name != pasted.Name {
		t.Errorf("sources: %+v", sources)
	}
}
