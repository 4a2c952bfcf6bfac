package breakdown

import (
	"testing"

	"rapporteur/internal/engagement"
)

func asked(n, typed int, given ...engagement.Given) engagement.Result {
	return engagement.Result{ID: "q1", Kind: engagement.Poll, Form: engagement.Single, Responses: n, Respondents: n - 1, Anonymous: 1, N: n, Answers: given, Typed: typed}
}

// The answers to a question with one choice add up to those who answered it; a sum that does not is a check that fails.
func TestAnswersReconcile(t *testing.T) {
	check := func(r engagement.Result) (Check, bool) {
		table, _ := Compute(Input{Engagement: []engagement.Result{r}})
		for _, c := range table.Checks {
			if c.Name == "answers to questions with one choice = those who answered them" {
				return c, true
			}
		}
		return Check{}, false
	}
	if c, ok := check(asked(5, 1, engagement.Given{Answer: "Yes", N: 3}, engagement.Given{Answer: "No", N: 1})); !ok || !c.OK || c.Left != 5 {
		t.Errorf("%+v %v", c, ok)
	}
	if c, ok := check(asked(5, 0, engagement.Given{Answer: "Yes", N: 3}, engagement.Given{Answer: "No", N: 1})); !ok || c.OK {
		t.Errorf("a missing answer is not noticed: %+v %v", c, ok)
	}
	several := asked(5, 0, engagement.Given{Answer: "A", N: 4}, engagement.Given{Answer: "B", N: 4})
	several.Form = engagement.Multiple
	if _, ok := check(several); ok {
		t.Error("several choices are checked against the respondents")
	}
	table, _ := Compute(Input{})
	if table.Engagement == nil || len(table.Engagement) != 0 {
		t.Errorf("without answers: %v", table.Engagement)
	}
}

// A closed webinar says which figures of a question would be others now.
func TestDifferencesOfEngagement(t *testing.T) {
	was := Table{Engagement: []engagement.Result{asked(5, 1, engagement.Given{Answer: "Yes", N: 4})}}
	is := Table{Engagement: []engagement.Result{asked(6, 1, engagement.Given{Answer: "Yes", N: 5})}}
	got := map[string]int{}
	for _, d := range Differences(was, is) {
		got[d.Figure] = d.Now - d.Frozen
	}
	for _, figure := range []string{"engagement.q1.responses", "engagement.q1.respondents", "engagement.q1.answers.Yes"} {
		if got[figure] != 1 {
			t.Errorf("%s: %d more", figure, got[figure])
		}
	}
	if len(got) != 3 {
		t.Errorf("%v", got)
	}
}
