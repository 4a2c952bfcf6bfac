package engagement

import (
	"slices"
	"strconv"
	"strings"
)

// Behind gives the answers that a figure of a result counts. The figure is a question's id, for those who answered as they
// are counted, and behind a stroke a part of it: responses, respondents, known, anonymous, staff, typed, answered, or
// answers/NUMBER, numbered from 1 as they stand in the result. ok is false when there is no such figure.
func Behind(results []Result, tied []Tied, figure string) (behind []Tied, ok bool) {
	id, part, _ := strings.Cut(figure, "/")
	at := slices.IndexFunc(results, func(r Result) bool { return r.ID == id })
	if at < 0 {
		return nil, false
	}
	keep := results[at].part(part)
	if keep == nil {
		return nil, false
	}
	var all []Tied
	for _, t := range tied {
		if QuestionID(t.Answer) == id {
			all = append(all, t)
		}
	}
	if part != "responses" && part != "staff" && results[at].Kind != Questions || part == "respondents" || part == "known" {
		all = counted(all)
	}
	behind = []Tied{}
	for _, t := range all {
		if keep(t) {
			behind = append(behind, t)
		}
	}
	return behind, true
}

// AnswerPart names the part of a question's figure that counts its answer i, from 0.
func AnswerPart(i int) string { return "answers/" + strconv.Itoa(i+1) }

// part tells which answers a part of the result counts; nil when there is no such part.
func (r Result) part(name string) func(Tied) bool {
	quoted := func(t Tied, key string) bool {
		return slices.ContainsFunc(t.Given, func(g string) bool { return optionKey(g) == key })
	}
	switch name {
	case "", "responses":
		return func(t Tied) bool { return !t.Staff }
	case "respondents":
		return func(t Tied) bool { return t.Respondent != "" }
	case "known":
		return func(t Tied) bool { return t.By != "" }
	case "anonymous":
		return func(t Tied) bool { return t.Respondent == "" && !t.Staff }
	case "staff":
		return func(t Tied) bool { return t.Staff }
	case "answered":
		return func(t Tied) bool { return !t.Staff && r.Kind == Questions && len(t.Given) > 0 }
	case "typed":
		return func(t Tied) bool {
			return !t.Staff && (r.Kind == Questions || slices.ContainsFunc(t.Given, func(g string) bool {
				return !slices.ContainsFunc(r.Answers, func(a Given) bool { return optionKey(a.Answer) == optionKey(g) })
			}))
		}
	}
	number, ok := strings.CutPrefix(name, "answers/")
	n, isNumber := numberOf(number)
	if !ok || !isNumber || n < 1 || n > len(r.Answers) {
		return nil
	}
	return func(t Tied) bool { return quoted(t, optionKey(r.Answers[n-1].Answer)) }
}

// counted are the answers that count: of each person the latest, of the others each, none of staff. They keep their order.
func counted(all []Tied) []Tied {
	latest := map[string]Tied{}
	for _, t := range all {
		if was, ok := latest[t.Respondent]; !ok || later(t.Answer, was.Answer) {
			latest[t.Respondent] = t
		}
	}
	var out []Tied
	for _, t := range all {
		if !t.Staff && (t.Respondent == "" || latest[t.Respondent].Key == t.Key) {
			out = append(out, t)
		}
	}
	return out
}

// BehindFile gives the answers that stand in a file, named by its SHA-256; ok is false when none does.
func BehindFile(tied []Tied, sum string) (behind []Tied, ok bool) {
	for _, t := range tied {
		if slices.ContainsFunc(t.Sources, func(s Source) bool { return s.File == sum }) {
			behind = append(behind, t)
		}
	}
	return behind, len(behind) > 0
}
