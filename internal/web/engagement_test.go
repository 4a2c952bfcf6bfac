package web

import (
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"rapporteur/internal/workflow"
)

const pollFile = `Poll Report
Topic,Meeting ID,Actual Start Time,Actual Duration (minutes),
A meeting,1,2020-05-28 10:44:00,142,
Poll Details
#,User Name,User Email,Submitted Date/Time,
1,Ana Alfa,ana@one.example,"May 28, 2020 15:12:09",Do you know Kosovo?,Yes,
2,Anonymous Attendee,,"May 28, 2020 15:12:10",Do you know Kosovo?,No,
`

const plainSurvey = "Name,How useful was it?\nAna Alfa,5\n,4\n"

// A poll goes the way of every import: handed over, planned, committed, and shown with whose the answers are; the officer
// links its question, seeing the version it was read at.
func TestAnswersOnTheScreens(t *testing.T) {
	s := open(t, nil, io.Discard)
	id := webinarFrom(t, s).Webinar.ID
	if v := get[workflow.EngagementView](t, s, "GET", "/api/webinars/"+id+"/engagement", nil); len(v.Questions) != 0 || len(v.Outcomes) == 0 {
		t.Fatalf("before: %+v", v)
	}
	plan := planOf(t, s, id, []string{stage(t, s, "poll.csv", []byte(pollFile))})
	if plan.Kind != "poll" || plan.New != 2 || plan.Files[0].Format != "zoom_poll" {
		t.Fatalf("plan: %+v", plan)
	}
	commit(t, s, plan.ID)
	if again := planOf(t, s, id, []string{stage(t, s, "poll.csv", []byte(pollFile))}); !again.NothingNew || again.Known != 2 {
		t.Errorf("the same file again: %+v", again)
	}
	v := get[workflow.EngagementView](t, s, "GET", "/api/webinars/"+id+"/engagement", nil)
	if len(v.Questions) != 1 || v.Questions[0].Question != "Do you know Kosovo*?" || v.Questions[0].N != 2 || v.Questions[0].Anonymous != 1 {
		t.Fatalf("results: %+v", v)
	}
	q := v.Questions[0].ID
	for range 2 { // what is shown is marked, what is kept is not
		answers := get[Answers](t, s, "GET", "/api/webinars/"+id+"/engagement/"+q, nil)
		if answers.Total != 2 || answers.Rows[0].Respondent != "Ana Alfa" || answers.Rows[0].Sources[0].Line != 6 || answers.Rows[1].Respondent != "" || answers.Rows[0].Question != "Do you know Kosovo*?" {
			t.Errorf("answers: %+v", answers)
		}
	}
	f := get[workflow.FigureView](t, s, "GET", "/api/webinars/"+id+"/figure?figure=engagement/"+q+"/anonymous", nil)
	if f.N != 1 || len(f.Answers) != 1 {
		t.Errorf("figure: %+v", f)
	}
	version := get[Webinar](t, s, "GET", "/api/webinars/"+id, nil).Webinar.Version
	link := func(version int) string {
		return fmt.Sprintf("/api/webinars/%s/engagement/%s/outcome?version=%d", id, q, version)
	}
	refused(t, s, "POST", link(version-1), map[string]any{"outcome": "1"}, http.StatusConflict, "conflict")
	get[done](t, s, "POST", link(version), map[string]any{"outcome": "1"})
	if b := get[Breakdown](t, s, "GET", "/api/webinars/"+id+"/breakdown", nil); len(b.Engagement) != 1 || b.Engagement[0].OutcomeNumber != 1 || b.Engagement[0].Outcome == "" {
		t.Errorf("breakdown: %+v", b.Engagement)
	}
	refused(t, s, "POST", link(version+1), map[string]any{"outcome": "99"}, http.StatusNotFound, "not-found")
	refused(t, s, "GET", "/api/webinars/"+id+"/engagement/q000000", nil, http.StatusNotFound, "not-found")
}

// A table that nobody knows is a survey by the officer's word, with the phase that the officer says.
func TestASurveyByTheOfficersWord(t *testing.T) {
	s := open(t, nil, io.Discard)
	id := webinarFrom(t, s).Webinar.ID
	file := stage(t, s, "survey.csv", []byte(plainSurvey))
	j := wait(t, s, get[Job](t, s, "POST", "/api/webinars/"+id+"/imports", map[string]any{"uploads": []string{file}}))
	if j.State == "done" || j.Error == nil || !strings.Contains(j.Error.Hint, "survey") {
		t.Fatalf("planned without a word: %+v", j)
	}
	file = stage(t, s, "survey.csv", []byte(plainSurvey))
	j = wait(t, s, get[Job](t, s, "POST", "/api/webinars/"+id+"/imports", map[string]any{"uploads": []string{file}, "kind": "survey", "phase": "before"}))
	commit(t, s, get[ImportPlan](t, s, "GET", "/api/imports/"+j.Result, nil).ID)
	v := get[workflow.EngagementView](t, s, "GET", "/api/webinars/"+id+"/engagement", nil)
	if len(v.Questions) != 1 || v.Questions[0].Phase != "before" || *v.Questions[0].Mean != 4.5 {
		t.Errorf("%+v", v.Questions)
	}
}
