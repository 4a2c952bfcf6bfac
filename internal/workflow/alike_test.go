package workflow

import (
	"testing"

	"rapporteur/internal/match"
)

func TestAlike(t *testing.T) {
	open := func(reason, evidence string) match.Participant {
		return match.Participant{State: match.Open, Reasons: []string{reason}, Candidates: []match.Candidate{{Evidence: evidence}}}
	}
	one := open("in part", "initial")
	for name, c := range map[string]struct {
		other match.Participant
		want  bool
	}{
		"the same":         {open("in part", "initial"), true},
		"another reason":   {open("several bear it", "initial"), false},
		"another evidence": {open("in part", "letter"), false},
		"no candidate":     {match.Participant{State: match.Open, Reasons: one.Reasons}, false},
		"decided":          {match.Participant{State: match.Decided, Reasons: one.Reasons, Candidates: one.Candidates}, false},
		"in conflict":      {match.Participant{State: match.Open, Conflict: true, Reasons: one.Reasons, Candidates: one.Candidates}, false},
	} {
		if got := alike(one, c.other); got != c.want {
			t.Errorf("%s: %t", name, got)
		}
	}
}
