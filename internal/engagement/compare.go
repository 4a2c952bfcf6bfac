package engagement

import (
	"math"
	"slices"
)

// Comparison is one question put before the webinar and again after it, side by side. Two questions are the same when their
// wordings are equal but for case, blanks, the last sign and a number in front, and but for the words that say when it is
// asked ("before the webinar" in a survey before it, "post-test" in one after it); a wording that stands twice in a phase is
// compared only where the rest of it is equal too. One after the webinar that asks how it was before looks back: it is not what
// was answered before. Questions that offered no choices are not compared.
//
// All counts every answer that counts in the two results: the groups may be different people. Both counts the persons who
// answered both times, each once with the latest answer of each time: a person is known by being one of the webinar's, by
// an equal address, or without an address by an equal full name; who gave no name, or a given name alone, is in All only.
// Raised, Lowered and Same count, among Both, who gave a higher, a lower or the same number; where the answers are no numbers,
// or several could be chosen, Same counts equal answers and Other the rest. They add up to Both.Before.
type Comparison struct {
	ID       string `json:"id"`
	Question string `json:"question"`
	Form     Form   `json:"form"`
	BeforeID string `json:"before_id"`
	AfterID  string `json:"after_id"`
	All      SideBy `json:"all"`
	Both     SideBy `json:"both"`
	Numbers  bool   `json:"numbers"`
	Raised   int    `json:"raised"`
	Same     int    `json:"same"`
	Lowered  int    `json:"lowered"`
	Other    int    `json:"other"`
}

// SideBy are answers before and after. Before and After are the bases, n. Means have two decimals and are there when all
// answers of the question are numbers; Difference is the mean after less the mean before, as printed, so that a reader can
// subtract. Typed counts what is not quoted.
type SideBy struct {
	Before      int        `json:"before"`
	After       int        `json:"after"`
	MeanBefore  *float64   `json:"mean_before,omitempty"`
	MeanAfter   *float64   `json:"mean_after,omitempty"`
	Difference  *float64   `json:"difference,omitempty"`
	Answers     []BothWays `json:"answers"`
	TypedBefore int        `json:"typed_before"`
	TypedAfter  int        `json:"typed_after"`
}

// BothWays is one answer with how many gave it before and after. Difference is after less before; it says something only of
// the same persons.
type BothWays struct {
	Answer     string `json:"answer"`
	Before     int    `json:"before"`
	After      int    `json:"after"`
	Difference int    `json:"difference"`
}

// Compare lays the questions put before the webinar beside the same ones after it. results and tied are those of Results.
func Compare(results []Result, tied []Tied) []Comparison {
	out := []Comparison{}
	for _, p := range pairs(results) {
		if p.before.Form == Text || p.after.Form == Text {
			continue
		}
		out = append(out, p.compare(tied))
	}
	return out
}

func (p pair) compare(tied []Tied) Comparison {
	before, after := answersOf(tied, p.before.ID), answersOf(tied, p.after.ID)
	c := Comparison{ID: comparisonID(p), Question: p.after.Question, Form: p.after.Form, BeforeID: p.before.ID, AfterID: p.after.ID}
	options := optionsOf(p.before, p.after)
	both := bothTimes(before, after)
	c.All = sideBy(before, after, options, c.Form)
	c.Both = sideBy(firsts(both), seconds(both), options, c.Form)
	c.Numbers = c.All.MeanBefore != nil && c.All.MeanAfter != nil
	for _, x := range both {
		*c.tally(x)++
	}
	return c
}

func comparisonID(p pair) string { return idOf("c", p.before.ID+p.after.ID) }

// tally is the count that a person belongs to who answered both times.
func (c *Comparison) tally(x twice) *int {
	if c.Numbers {
		b, _ := numberOf(x.before.Given[0])
		a, _ := numberOf(x.after.Given[0])
		switch {
		case a > b:
			return &c.Raised
		case a < b:
			return &c.Lowered
		}
		return &c.Same
	}
	if slices.Equal(optionKeys(x.before.Given), optionKeys(x.after.Given)) {
		return &c.Same
	}
	return &c.Other
}

func optionKeys(given []string) []string {
	out := make([]string, len(given))
	for i, g := range given {
		out[i] = optionKey(g)
	}
	slices.Sort(out)
	return out
}

// twice is a person who answered before and after.
type twice struct{ before, after Tied }

// bothTimes finds who answered both times, in the order of the answers after.
func bothTimes(before, after []Tied) []twice {
	first := map[string]Tied{}
	for _, t := range before {
		if who := t.somebody(); who != "" {
			first[who] = t
		}
	}
	var out []twice
	for _, t := range after {
		if b, ok := first[t.somebody()]; ok {
			out = append(out, twice{b, t})
		}
	}
	return out
}

// somebody names who answered where two answers of that name are one person's for certain; "" otherwise.
func (t Tied) somebody() string {
	if t.By != "" || t.Email != "" || fullNameKey(t.Name) != "" {
		return t.Respondent
	}
	return ""
}

func firsts(all []twice) []Tied {
	out := make([]Tied, len(all))
	for i, x := range all {
		out[i] = x.before
	}
	return out
}

// seconds are the later answers, each with what the person had answered before.
func seconds(all []twice) []Tied {
	out := make([]Tied, len(all))
	for i, x := range all {
		out[i] = x.after
		out[i].Earlier = x.before.Given
	}
	return out
}

// answersOf are the answers to a question that count.
func answersOf(tied []Tied, id string) []Tied {
	var all []Tied
	for _, t := range tied {
		if QuestionID(t.Answer) == id {
			all = append(all, t)
		}
	}
	return counted(all)
}

// optionsOf are the answers that may be quoted, by their keys. Both results were judged by the answers of both.
func optionsOf(before, after Result) map[string]string {
	out := map[string]string{}
	for _, a := range slices.Concat(before.Answers, after.Answers) {
		out[optionKey(a.Answer)] = a.Answer
	}
	return out
}

// sideBy counts answers before and after.
func sideBy(before, after []Tied, options map[string]string, form Form) SideBy {
	s := SideBy{Before: len(before), After: len(after), Answers: []BothWays{}}
	at := map[string]*BothWays{}
	for key, shown := range options {
		at[key] = &BothWays{Answer: shown}
	}
	sums, numbers := [2]int{}, form == Single && len(options) > 0
	for side, all := range [][]Tied{before, after} {
		for _, t := range all {
			for _, g := range t.Given {
				row := at[optionKey(g)]
				value, isNumber := numberOf(g)
				numbers = numbers && isNumber && row != nil
				sums[side] += value
				switch {
				case row == nil && side == 0:
					s.TypedBefore++
				case row == nil:
					s.TypedAfter++
				case side == 0:
					row.Before++
				default:
					row.After++
				}
			}
		}
	}
	for _, row := range at {
		row.Difference = row.After - row.Before
		s.Answers = append(s.Answers, *row)
	}
	slices.SortFunc(s.Answers, func(a, b BothWays) int { return inOrder(a.Answer, b.Answer, a.Before+a.After, b.Before+b.After) })
	if numbers && s.Before > 0 && s.After > 0 {
		s.MeanBefore, s.MeanAfter = mean(sums[0], s.Before), mean(sums[1], s.After)
		d := math.Round(100*(*s.MeanAfter-*s.MeanBefore)) / 100
		s.Difference = &d
	}
	return s
}
