package web

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur/internal/breakdown"
	"rapporteur/internal/change"
	"rapporteur/internal/workflow"
)

func TestWholeJob(t *testing.T) {
	s := open(t, nil, io.Discard)
	w := webinarFrom(t, s)
	id := w.Webinar.ID
	if w.Webinar.Capacity != 300 || w.Stages[2].State != "ready" || w.Stages[3].State != "blocked" {
		t.Fatalf("a new webinar: %+v", w.Stages)
	}
	plan := imported(t, s, id, "registrations_website.csv")
	if plan.Kind != "registrations" || plan.New != 330 || len(plan.Files) != 1 {
		t.Fatalf("plan: %+v", plan)
	}
	version := func() string {
		return fmt.Sprint(get[Webinar](t, s, "GET", "/api/webinars/"+id, nil).Webinar.Version)
	}
	undecided := func() int {
		return get[Registrations](t, s, "GET", "/api/webinars/"+id+"/registrations?limit=1", nil).Undecided
	}
	if n := undecided(); n != 304 {
		t.Errorf("before seats are given %d are undecided", n)
	}
	seated := get[Seated](t, s, "POST", "/api/webinars/"+id+"/seats/confirm?version="+version(), map[string]any{"registrations": []string{}})
	if seated.Confirmed != 300 || seated.Waiting != 4 {
		t.Fatalf("seats: %+v", seated)
	}
	if n := undecided(); n != 0 {
		t.Errorf("after seats were given %d are undecided", n)
	}
	if again := imported(t, s, id, "registrations_eusurvey.xlsx"); !again.NothingNew {
		t.Fatalf("the same registrations again: %+v", again)
	}
	imported(t, s, id, "zoom_webinar_attendee_2020.csv", "teams_attendance_2023.csv")
	open := get[Members](t, s, "GET", "/api/webinars/"+id+"/members?state=open", nil)
	if open.Total == 0 || len(open.Rows[0].Participant.Candidates) == 0 {
		t.Fatalf("open ones: %+v", open.Counts)
	}
	person := open.Rows[0].Participant
	get[done](t, s, "POST", "/api/webinars/"+id+"/people/"+person.ID+"/decision?version="+version(), map[string]any{"registration": "none"})
	if after := get[Members](t, s, "GET", "/api/webinars/"+id+"/members?state=open", nil); after.Total != open.Total-1 {
		t.Errorf("open after a decision: %d, before %d", after.Total, open.Total)
	}
	get[map[string]any](t, s, "POST", "/api/webinars/"+id+"/undo?version="+version(), nil)
	if after := get[Members](t, s, "GET", "/api/webinars/"+id+"/members?state=open", nil); after.Total != open.Total {
		t.Errorf("open after undo: %d, before %d", after.Total, open.Total)
	}
}

func TestSampleFigures(t *testing.T) {
	s, id := sampled(t)
	table := get[struct {
		Totals struct{ Attended, Joined, Confirmed int }
		Checks []struct{ OK bool }
	}](t, s, "GET", "/api/webinars/"+id+"/breakdown", nil)
	if table.Totals.Attended != 166 || table.Totals.Joined != 192 || table.Totals.Confirmed != 300 || len(table.Checks) == 0 {
		t.Errorf("figures: %+v", table.Totals)
	}
	what := get[struct{ Totals struct{ Attended int } }](t, s, "GET", "/api/webinars/"+id+"/breakdown?rule=75%25", nil)
	if what.Totals.Attended != 148 {
		t.Errorf("attended at 75 %%: %d", what.Totals.Attended)
	}
	for figure, n := range map[string]int{"attended": 166, "joined": 192, "confirmed": 300, "no_shows": 122, "submissions": 330, "persons": 314,
		"walk_ins": 8, "cell///": 166, "staff": 6} {
		f := get[workflow.FigureView](t, s, "GET", "/api/webinars/"+id+"/figure?figure="+url.QueryEscape(figure), nil)
		if f.N != n || len(f.Members)+len(f.Registrations) != min(n, 200) {
			t.Errorf("%s: %d people behind it, want %d", figure, f.N, n)
		}
	}
	shown := get[Breakdown](t, s, "GET", "/api/webinars/"+id+"/breakdown?rule=75%25", nil)
	if all := shown.Grids[0].Rows[len(shown.Grids[0].Rows)-1].Cells; all[len(all)-1].N != 148 || shown.Rate != breakdown.Rate(shown.Totals.AttendedConfirmed, 300) {
		t.Errorf("the table under another rule: %+v, rate %s", all, shown.Rate)
	}
	charts := get[[]Chart](t, s, "GET", "/api/webinars/"+id+"/charts", nil)
	for _, c := range charts {
		if c.Alt == "" || len(c.Option) == 0 || len(c.Table.Rows) == 0 {
			t.Errorf("chart %s lacks something", c.ID)
		}
	}
	if len(charts) != 4 {
		t.Errorf("%d charts", len(charts))
	}
	status, page := ask(t, s, "GET", "/api/webinars/"+id+"/report/pdf?copy=donor", nil)
	if status != http.StatusOK || !bytes.HasPrefix(page, []byte("%PDF-")) {
		t.Errorf("report: %d", status)
	}
	if status, svg := ask(t, s, "GET", "/api/webinars/"+id+"/charts/funnel/picture.svg", nil); status != http.StatusOK || !bytes.HasPrefix(svg, []byte("<svg")) {
		t.Errorf("picture: %d", status)
	}
}

// TestEvidence goes from a figure to a person, and from there to file and line.
func TestEvidence(t *testing.T) {
	s, id := sampled(t)
	f := get[workflow.FigureView](t, s, "GET", "/api/webinars/"+id+"/figure?figure=attended_confirmed", nil)
	p := get[workflow.PersonView](t, s, "GET", "/api/webinars/"+id+"/people/"+f.Members[0].Participant.ID, nil)
	if len(p.Records) == 0 || p.Records[0].File == "" || p.Records[0].Line == 0 || len(p.Records[0].SHA256) != 64 {
		t.Errorf("rows: %+v", p.Records)
	}
	if len(p.Registrations) == 0 || p.Registrations[0].Line == 0 || len(p.Stays) == 0 || p.Member.Profile.Reason == "" {
		t.Errorf("a person without evidence: %d registrations, %d stays, reason %q", len(p.Registrations), len(p.Stays), p.Member.Profile.Reason)
	}
	united := 0
	for _, stay := range p.Stays {
		from, err1 := time.Parse(time.RFC3339, stay.Join)
		to, err2 := time.Parse(time.RFC3339, stay.Leave)
		if err1 != nil || err2 != nil {
			t.Fatal(err1, err2)
		}
		united += int(to.Sub(from).Seconds())
	}
	if united != p.Member.Participant.Seconds {
		t.Errorf("the stays add up to %d seconds, the presence is %d", united, p.Member.Participant.Seconds)
	}
}

// A place that needs its asterisk has it in the evidence too, wherever it is named; a surname stays as it is.
func TestEvidenceMarksKosovo(t *testing.T) {
	s, id := sampled(t)
	f := get[workflow.FigureView](t, s, "GET", "/api/webinars/"+id+"/figure?figure=cell//XK/", nil)
	registered := get[workflow.FigureView](t, s, "GET", "/api/webinars/"+id+"/figure?figure=persons&limit=200", nil)
	p := get[workflow.PersonView](t, s, "GET", "/api/webinars/"+id+"/people/"+f.Members[0].Participant.ID, nil)
	texts := []string{p.Member.Organisation, p.Member.Country, p.Member.Profile.Reason, p.Registrations[0].Country, p.Registrations[0].Organisation}
	for _, r := range registered.Registrations {
		texts = append(texts, r.Country, r.Organisation)
	}
	all := strings.Join(texts, "\n")
	if !strings.Contains(all, "Kosovo*") || strings.Contains(strings.ReplaceAll(all, "Kosovo*", ""), "Kosovo") {
		t.Error("Kosovo without its asterisk")
	}
}

// A person is judged under the rule that the officer tries.
func TestPersonUnderAnotherRule(t *testing.T) {
	s, id := sampled(t)
	short := get[workflow.FigureView](t, s, "GET", "/api/webinars/"+id+"/figure?figure=short", nil).Members[0]
	address := "/api/webinars/" + id + "/people/" + short.Participant.ID
	if p := get[workflow.PersonView](t, s, "GET", address, nil); p.Member.Attended || p.Rule != "50%" {
		t.Errorf("a short stay: %v under %s", p.Member.Attended, p.Rule)
	}
	if p := get[workflow.PersonView](t, s, "GET", address+"?rule=1%25", nil); !p.Member.Attended || p.Rule != "1%" {
		t.Errorf("the same under 1 %%: %v under %s", p.Member.Attended, p.Rule)
	}
}

func TestConflict(t *testing.T) {
	s := open(t, nil, io.Discard)
	w := webinarFrom(t, s).Webinar
	address := "/api/webinars/" + w.ID + "?version=" + fmt.Sprint(w.Version)
	set := map[string]any{"fields": []map[string]any{{"field": "capacity", "values": []string{"150"}}}}
	get[Webinar](t, s, "PATCH", address, set)
	late := refused(t, s, "PATCH", address, set, http.StatusConflict, "conflict")
	if len(late.Since) != 1 || late.Since[0].Kind != change.WebinarEdit || !slices.Contains(late.Since[0].Fields, "capacity") || late.Since[0].TakenBack {
		t.Errorf("what was done since: %+v", late.Since)
	}
	late = refused(t, s, "POST", "/api/webinars/"+w.ID+"/undo?version="+fmt.Sprint(w.Version), nil, http.StatusConflict, "conflict")
	if len(late.Since) != 1 {
		t.Errorf("an undo that came late: %+v", late.Since)
	}
	if now := get[Webinar](t, s, "GET", "/api/webinars/"+w.ID, nil); now.Webinar.Capacity != 150 {
		t.Errorf("capacity %d", now.Webinar.Capacity)
	}
}

func TestRefusals(t *testing.T) {
	s := open(t, nil, io.Discard)
	w := webinarFrom(t, s).Webinar
	refused(t, s, "GET", "/api/nothing", nil, http.StatusNotFound, "not-found")
	refused(t, s, "GET", "/api/webinars/feedfeed", nil, http.StatusNotFound, "not-found")
	refused(t, s, "POST", "/api/webinars", map[string]any{"upload": "gone"}, http.StatusNotFound, "not-found")
	refused(t, s, "GET", "/api/webinars/"+w.ID+"/figure?figure=nonsense", nil, http.StatusNotFound, "not-found")
	refused(t, s, "GET", "/api/webinars/"+w.ID+"/breakdown?rule=nonsense", nil, http.StatusUnprocessableEntity, "invalid")
	refused(t, s, "POST", "/api/imports/gone/commit", nil, http.StatusNotFound, "not-found")
	for _, c := range []struct{ data, code string }{{"a letter\nand no table\n", "unknown"}, {"", "unreadable"}} {
		j := wait(t, s, get[Job](t, s, "POST", "/api/webinars/"+w.ID+"/imports", map[string]any{"uploads": []string{stage(t, s, "x.csv", []byte(c.data))}}))
		if j.State != "failed" || j.Error == nil || j.Error.Code != c.code || j.Error.Where.File != "x.csv" {
			t.Errorf("a file that holds %q: %+v", c.data, j)
		}
	}
}

// TestNoValueInErrors: what was refused is personal data more often than not.
func TestNoValueInErrors(t *testing.T) {
	var log bytes.Buffer
	s := open(t, nil, &log)
	w := webinarFrom(t, s).Webinar
	const canary = "CanaryNameKovačević"
	version := "?version=" + fmt.Sprint(w.Version)
	for _, r := range []struct {
		method, address string
		in              any
	}{
		{"POST", "/api/webinars/" + w.ID + "/registrations" + version, map[string]any{"first_name": canary, "last_name": 7, "channel": canary}},
		{"POST", "/api/webinars/" + w.ID + "/registrations" + version, map[string]any{"first_name": "", "last_name": "", "email": canary, "channel": "email"}},
		{"POST", "/api/webinars/" + w.ID + "/people/" + url.PathEscape(canary) + "/staff" + version, map[string]any{"staff": true}},
		{"GET", "/api/webinars/" + url.PathEscape(canary), nil},
		{"GET", "/api/webinars/" + w.ID + "/registrations?state=" + url.QueryEscape(canary), nil},
		{"GET", "/api/webinars/" + w.ID + "/registrations?" + url.QueryEscape(canary) + "=1", nil},
		{"PATCH", "/api/webinars/" + w.ID + version, map[string]any{"fields": []map[string]any{{"field": canary, "values": []string{canary}}}}},
		{"PATCH", "/api/webinars/" + w.ID + version, map[string]any{"fields": []map[string]any{{"field": "start", "values": []string{canary}}}}},
		{"PUT", "/api/webinars/" + w.ID + "/report/sections/" + url.PathEscape(canary) + version, map[string]any{"text": canary}},
		{"POST", "/api/webinars/" + w.ID + "/sectors" + version, map[string]any{"subject": canary, "code": canary}},
		{"POST", "/api/webinars/" + w.ID + "/sectors" + version, []byte(canary)},
	} {
		status, body := ask(t, s, r.method, r.address, r.in)
		if status < 400 || strings.Contains(string(body), "Canary") {
			t.Errorf("%s %s: %d %s", r.method, r.address, status, body)
		}
	}
	if strings.Contains(log.String(), "Canary") {
		t.Error("the log holds a value")
	}
}

// TestPanic: a handler that panics is an answer, not the end of the window.
func TestPanic(t *testing.T) {
	var log bytes.Buffer
	s := open(t, nil, &log)
	h := s.recovered(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic("CanaryName") }))
	refused(t, h, "GET", "/api/home", nil, http.StatusInternalServerError, "internal")
	if !strings.Contains(log.String(), "panic") || strings.Contains(log.String(), "CanaryName") {
		t.Errorf("log: %s", log.String())
	}
}

// TestNoNullLists: in the description no list may be null, and none of the answers holds one.
func TestNoNullLists(t *testing.T) {
	spec, err := OpenAPI()
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(spec, []byte(`"null"`)) {
		t.Error("the description allows null")
	}
	s, id := sampled(t)
	person := get[Members](t, s, "GET", "/api/webinars/"+id+"/members?state=walk_in", nil).Rows[0].Participant.ID
	empty := open(t, nil, io.Discard)
	bare := webinarFrom(t, empty).Webinar.ID
	for h, addresses := range map[*Server][]string{
		s: {"/api/home", "/api/webinars/" + id, "/api/webinars/" + id + "/registrations", "/api/webinars/" + id + "/members", "/api/webinars/" + id + "/sectors",
			"/api/webinars/" + id + "/breakdown", "/api/webinars/" + id + "/charts", "/api/webinars/" + id + "/report", "/api/webinars/" + id + "/changes",
			"/api/webinars/" + id + "/figure?figure=attended", "/api/webinars/" + id + "/figure?figure=barred", "/api/webinars/" + id + "/people/" + person,
			"/api/search", "/api/search?q=zzqq", "/api/search?q=judge&webinar=" + id},
		empty: {"/api/home", "/api/webinars/" + bare, "/api/webinars/" + bare + "/registrations", "/api/webinars/" + bare + "/members", "/api/webinars/" + bare + "/sectors",
			"/api/webinars/" + bare + "/breakdown", "/api/webinars/" + bare + "/charts", "/api/webinars/" + bare + "/report", "/api/webinars/" + bare + "/figure?figure=attended", "/api/webinars/" + bare + "/engagement",
			"/api/search?q=judge&webinar=" + bare},
	} {
		for _, address := range addresses {
			status, data := ask(t, h, "GET", address, nil)
			var v any
			if err := json.Unmarshal(data, &v); err != nil || status != http.StatusOK {
				t.Fatalf("%s: %d %v", address, status, err)
			}
			if at := null(v, ""); at != "" && !strings.Contains(at, "/option/") {
				t.Errorf("%s: null at %s", address, at)
			}
		}
	}
}

// null finds a null in decoded JSON and gives its place.
func null(v any, at string) string {
	switch v := v.(type) {
	case nil:
		return at
	case map[string]any:
		for k, x := range v {
			if found := null(x, at+"/"+k); found != "" {
				return found
			}
		}
	case []any:
		for i, x := range v {
			if found := null(x, fmt.Sprintf("%s/%d", at, i)); found != "" {
				return found
			}
		}
	}
	return ""
}

func TestSampleIsRemoved(t *testing.T) {
	s, id := sampleOfItsOwn(t)
	list := get[Home](t, s, "GET", "/api/home", nil).Webinars
	if len(list) != 1 || !list[0].Sample {
		t.Fatalf("webinars: %+v", list)
	}
	version := get[Webinar](t, s, "GET", "/api/webinars/"+id, nil).Webinar.Version
	get[done](t, s, "DELETE", fmt.Sprintf("/api/webinars/%s/sample?version=%d", id, version), nil)
	if left := get[Home](t, s, "GET", "/api/home", nil).Webinars; len(left) != 0 {
		t.Errorf("after removing: %+v", left)
	}
	real := webinarFrom(t, s).Webinar
	refused(t, s, "DELETE", fmt.Sprintf("/api/webinars/%s/sample?version=%d", real.ID, real.Version), nil, http.StatusConflict, "barred")
}

func TestJobIsCancelled(t *testing.T) {
	s := open(t, nil, io.Discard)
	started := make(chan struct{})
	j := s.jobs.start(s, func(ctx context.Context, say workflow.Progress) (string, error) {
		say(workflow.Step{Says: "waiting"}, 0, 0)
		close(started)
		<-ctx.Done()
		return "", ctx.Err()
	})
	<-started
	if j.State != "running" || j.Step != "waiting" {
		t.Errorf("a job at work: %+v", j)
	}
	if ended := get[Job](t, s, "DELETE", "/api/jobs/"+j.ID, nil); ended.State != "cancelled" {
		t.Errorf("a cancelled job: %+v", ended)
	}
}

func TestFinalReport(t *testing.T) {
	s, id := sampleOfItsOwn(t)
	version := get[Webinar](t, s, "GET", "/api/webinars/"+id, nil).Webinar.Version
	issue := map[string]any{"copy": "donor", "format": "xlsx"}
	if n := errorsIn(get[Report](t, s, "GET", "/api/webinars/"+id+"/report?copy=donor", nil)); n > 0 {
		t.Fatalf("the sample has %d errors", n)
	}
	made := get[workflow.IssuedView](t, s, "POST", fmt.Sprintf("/api/webinars/%s/issued?version=%d", id, version), issue)
	status, data := ask(t, s, "GET", "/api/webinars/"+id+"/issued/"+made.ID, nil)
	if status != http.StatusOK || len(data) != made.Size {
		t.Errorf("the kept bytes: %d, %d of %d", status, len(data), made.Size)
	}
	refused(t, s, "POST", fmt.Sprintf("/api/webinars/%s/issued?version=%d", id, version), issue, http.StatusConflict, "conflict")
	bare := webinarFrom(t, s).Webinar
	refused(t, s, "POST", fmt.Sprintf("/api/webinars/%s/issued?version=%d", bare.ID, bare.Version), issue, http.StatusUnprocessableEntity, "not-final")
}

func errorsIn(r Report) int {
	n := 0
	for _, f := range r.Findings {
		if f.Error {
			n++
		}
	}
	return n
}
