package web

import (
	"io"
	"net/http"
	"testing"

	"rapporteur/internal/workflow"
)

// A table that no format claims is planned as one whose columns are to be chosen: the server suggests, says what lacks, and
// takes nothing before the officer has chosen. The choice is remembered, named the next time, and can be forgotten.
func TestColumnsAreChosen(t *testing.T) {
	s := open(t, nil, io.Discard)
	w := webinarFrom(t, s).Webinar
	planned := func(name, text string, said map[string]any) ImportPlan {
		said["uploads"] = []string{stage(t, s, name, []byte(text))}
		j := wait(t, s, get[Job](t, s, "POST", "/api/webinars/"+w.ID+"/imports", said))
		return get[ImportPlan](t, s, "GET", "/api/imports/"+j.Result, nil)
	}
	again := func(plan string, said map[string]any) ImportPlan {
		j := wait(t, s, get[Job](t, s, "POST", "/api/imports/"+plan+"/again", said))
		return get[ImportPlan](t, s, "GET", "/api/imports/"+j.Result, nil)
	}
	plan := planned("list.csv", "Name;Mail;There\nAna Perin;ana@mail.example;yes\nBor Kolar;bor@mail.example;no\n", map[string]any{"step": "attendance"})
	file := plan.Files[0]
	if !plan.Open || plan.NothingNew || file.Look == nil || file.Look.Mapping.Columns["attended"] != 2 || file.Look.Kind != "attendance" || file.Mapped {
		t.Fatalf("%+v", plan)
	}
	refused(t, s, "POST", "/api/imports/"+plan.ID+"/commit", nil, http.StatusUnprocessableEntity, "invalid")
	look := func(m map[string]any) workflow.Look {
		m["sha256"] = file.SHA256
		return get[workflow.Look](t, s, "POST", "/api/imports/"+plan.ID+"/columns", m)
	}
	if l := look(map[string]any{"kind": "attendance", "header": 1, "columns": map[string]int{"email": 1}}); len(l.Lacks) != 1 || l.Columns[1].Field != "email" {
		t.Errorf("%+v", l)
	}
	if l := look(map[string]any{"kind": "registrations", "header": -1}); l.Mapping.Header != 1 || l.Mapping.Columns["email"] != 1 || len(l.Lacks) != 0 {
		t.Errorf("%+v", l)
	}
	if l := look(map[string]any{"kind": "attendance", "header": 0}); l.Columns[0].Title != "" || len(l.Columns[0].Samples) != 3 {
		t.Errorf("%+v", l)
	}
	refused(t, s, "POST", "/api/imports/"+plan.ID+"/columns", map[string]any{"sha256": "none"}, http.StatusNotFound, "not-found")
	refused(t, s, "POST", "/api/imports/gone/columns", map[string]any{"sha256": "none"}, http.StatusNotFound, "not-found")

	chosen := map[string]any{"step": "attendance", "maps": []map[string]any{{"sha256": file.SHA256, "kind": "attendance", "header": 1, "columns": file.Look.Mapping.Columns}}}
	done := again(plan.ID, chosen)
	if done.Open || done.New != 1 || !done.Files[0].Mapped || done.Files[0].Chosen != "" || done.Files[0].LeftOut != 1 {
		t.Fatalf("%+v", done)
	}
	commit(t, s, done.ID)

	next := planned("next.csv", "Name;Mail;There\nCyr Kolar;cyr@mail.example;yes\n", map[string]any{"step": "attendance"})
	if next.Open || next.Files[0].Chosen == "" || next.New != 1 {
		t.Fatalf("%+v", next)
	}
	get[struct{}](t, s, "POST", "/api/imports/"+next.ID+"/columns/forget", map[string]any{"sha256": next.Files[0].SHA256})
	get[struct{}](t, s, "POST", "/api/imports/"+next.ID+"/columns/forget", map[string]any{"sha256": next.Files[0].SHA256}) // nothing is left to forget
	if fresh := again(next.ID, map[string]any{"step": "attendance"}); !fresh.Open {
		t.Errorf("%+v", fresh)
	}
}
