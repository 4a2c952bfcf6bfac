package breakdown

import (
	"cmp"
	"encoding/json"
	"slices"
	"time"

	"rapporteur/internal/engagement"
)

// Difference is a figure that is another one when it is computed now. Figure names it as the JSON of the table does, such
// as "totals.attended" or "rows.judiciary/AL/women.joined".
type Difference struct {
	Figure string `json:"figure"`
	Frozen int    `json:"frozen"`
	Now    int    `json:"now"`
}

// Differences compares two tables of one webinar figure by figure, in the order of the figures' names. A cell that one of
// them does not have counts 0 in it.
func Differences(frozen, now Table) []Difference {
	was, is := figures(frozen), figures(now)
	out := []Difference{}
	for name, n := range was {
		if m := is[name]; m != n {
			out = append(out, Difference{name, n, m})
		}
	}
	for name, m := range is {
		if _, both := was[name]; !both && m != 0 {
			out = append(out, Difference{name, 0, m})
		}
	}
	slices.SortFunc(out, func(a, b Difference) int { return cmp.Compare(a.Figure, b.Figure) })
	return out
}

// figures names every figure of a table. Checks are left out: they compare figures that are named already.
func figures(t Table) map[string]int {
	out := map[string]int{"window.seconds": t.Window.Seconds, "contradictions": len(t.Contradictions)}
	for name, n := range byName(t.Totals) {
		out["totals."+name] = n
	}
	for _, r := range t.Rows {
		name := "rows." + r.Sector + "/" + r.Beneficiary + "/" + r.Sex
		out[name+".joined"], out[name+".attended"], out[name+".walk_ins"] = r.Joined, r.Attended, r.WalkIns
	}
	for _, r := range t.Groups {
		name := "groups." + r.Group + "/" + r.Beneficiary
		out[name+".joined"], out[name+".attended"] = r.Joined, r.Attended
	}
	for _, r := range t.Classes {
		out["classes."+r.Class+".joined"], out["classes."+r.Class+".attended"] = r.Joined, r.Attended
	}
	for _, m := range t.Minutes {
		out["minutes."+m.Start.Format(time.RFC3339)+".present"] = m.Present
	}
	for _, s := range t.Sensitivity {
		out["sensitivity."+s.Rule+".attended"] = s.Attended
	}
	for _, r := range t.Engagement {
		name := "engagement." + r.ID
		out[name+".responses"], out[name+".respondents"], out[name+".anonymous"] = r.Responses, r.Respondents, r.Anonymous
		out[name+".typed"], out[name+".answered"], out[name+".outcome"] = r.Typed, r.Answered, r.OutcomeNumber
		for _, a := range r.Answers {
			out[name+".answers."+a.Answer] = a.N
		}
	}
	for _, c := range t.Compared {
		name := "compared." + c.ID
		out[name+".raised"], out[name+".same"], out[name+".lowered"], out[name+".other"] = c.Raised, c.Same, c.Lowered, c.Other
		for side, s := range map[string]engagement.SideBy{".all": c.All, ".both": c.Both} {
			out[name+side+".before"], out[name+side+".after"] = s.Before, s.After
			out[name+side+".typed_before"], out[name+side+".typed_after"] = s.TypedBefore, s.TypedAfter
			for _, a := range s.Answers {
				out[name+side+".answers."+a.Answer+".before"], out[name+side+".answers."+a.Answer+".after"] = a.Before, a.After
			}
		}
	}
	return out
}

// byName gives the totals under the names they have in JSON.
func byName(t Totals) map[string]int {
	out := map[string]int{}
	text, err := json.Marshal(t)
	if err == nil {
		err = json.Unmarshal(text, &out)
	}
	if err != nil {
		panic(err) // a struct of numbers
	}
	return out
}
