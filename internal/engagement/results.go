package engagement

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"math"
	"slices"

	"rapporteur/internal/match"
	"rapporteur/internal/registration"
)

// Form says how a question was answered.
type Form string

// The forms.
const (
	Single   Form = "single"   // one of several choices
	Multiple Form = "multiple" // several choices together
	Text     Form = "text"     // words of the respondents' own
)

// Given is one answer that may be quoted, with the number of respondents who gave it.
type Given struct {
	Answer string `json:"answer"`
	N      int    `json:"n"`
}

// Result is what was answered to one question. Question is "" for the questions to the speakers, which are counted
// together and not quoted. Responses counts all answers. Respondents are the distinct persons among them, Known those who
// are people of the webinar for certain; Anonymous counts answers without a name. N = Respondents + Anonymous is the base:
// a person who answered again counts once, with the latest answer. Typed counts what was answered in words that are not
// quoted. Staff counts the answers of speakers and organisers, which are in none of the figures. Mean, of answers that are
// all numbers, has two decimals and is absent otherwise. Answered counts the questions to the speakers that have an answer.
// Outcome is the expected outcome an officer linked, OutcomeNumber its place in the outline from 1, 0 when the outline
// has it no longer.
type Result struct {
	ID            string   `json:"id"`
	Kind          Kind     `json:"kind"`
	Phase         Phase    `json:"phase"`
	Question      string   `json:"question"`
	Form          Form     `json:"form"`
	Responses     int      `json:"responses"`
	Respondents   int      `json:"respondents"`
	Known         int      `json:"known"`
	Anonymous     int      `json:"anonymous"`
	Staff         int      `json:"staff"`
	N             int      `json:"n"`
	Answers       []Given  `json:"answers"`
	Typed         int      `json:"typed"`
	Answered      int      `json:"answered"`
	Mean          *float64 `json:"mean,omitempty"`
	Outcome       string   `json:"outcome"`
	OutcomeNumber int      `json:"outcome_number"`
}

// QuestionID names the question an answer answers: by phase and wording, whichever platform or form put it.
func QuestionID(a Answer) string {
	text := string(a.Phase) + "\x1f" + questionKey(a.Question)
	if a.Kind == Questions {
		text = string(Questions)
	}
	sum := sha256.Sum256([]byte(text))
	return "q" + hex.EncodeToString(sum[:8])
}

// Input is what the results are computed from. Outcomes are the expected outcomes of the outline, Links the officers'
// words, oldest first.
type Input struct {
	Answers      []Answer
	Links        []Link
	Outcomes     []string
	Participants []match.Participant
	Standings    []registration.Standing
}

// Results counts the answers question by question: before, during and after the webinar, within a phase in the order in
// which the questions stand in the files. Tied are the answers with whose they are.
func Results(in Input) (results []Result, tied []Tied) {
	if len(in.Answers) == 0 {
		return []Result{}, []Tied{}
	}
	people := peopleOf(in.Participants, in.Standings)
	tied = tie(in.Answers, people)
	names := privateNames(people)
	at := map[string]int{}
	var groups [][]Tied
	for _, t := range tied {
		id := QuestionID(t.Answer)
		i, ok := at[id]
		if !ok {
			i = len(groups)
			at[id] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], t)
	}
	results = []Result{}
	for _, g := range groups {
		r := count(g, names)
		r.link(in.Links, in.Outcomes)
		results = append(results, r)
	}
	slices.SortStableFunc(results, func(a, b Result) int {
		return cmp.Or(phaseOrder(a.Phase)-phaseOrder(b.Phase), kindOrder(a.Kind)-kindOrder(b.Kind))
	})
	return results, tied
}

func phaseOrder(p Phase) int { return slices.Index([]Phase{Before, During, After}, p) }

func kindOrder(k Kind) int { return slices.Index([]Kind{Poll, Survey, Questions}, k) }

// count makes the result of the answers to one question.
func count(all []Tied, names [][]string) Result {
	first := all[0].Answer
	r := Result{ID: QuestionID(first), Kind: first.Kind, Phase: first.Phase, Question: first.Question, Form: Text, Answers: []Given{}}
	persons, known := map[string]bool{}, map[string]bool{}
	for _, t := range all {
		if t.Kind != r.Kind && kindOrder(t.Kind) < kindOrder(r.Kind) {
			r.Kind = t.Kind
		}
		if t.Question < r.Question {
			r.Question = t.Question
		}
		if t.Staff {
			r.Staff++
			continue
		}
		r.Responses++
		if len(t.Given) > 0 {
			r.Answered++
		}
		if t.Respondent == "" {
			r.Anonymous++
			continue
		}
		persons[t.Respondent] = true
		if t.By != "" {
			known[t.Respondent] = true
		}
	}
	r.Respondents, r.Known = len(persons), len(known)
	r.N = r.Respondents + r.Anonymous
	if r.Kind == Questions {
		r.Question, r.Typed = "", r.Responses
		return r
	}
	r.Answered = 0
	r.tell(counted(all), names)
	return r
}

// later tells which of two answers of a respondent counts; of equal times the one with the greater key, so that the order
// of files decides nothing.
func later(a, b Answer) bool {
	return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.Key, b.Key)) > 0
}

// tell quotes what may be quoted and counts the rest.
func (r *Result) tell(counted []Tied, names [][]string) {
	t := newTally(names)
	several := false
	for _, x := range counted {
		t.add(x.Answer)
		several = several || len(x.Given) > 1
	}
	if !t.offersChoices() {
		r.Typed = len(counted)
		return
	}
	r.Form = Single
	if several {
		r.Form = Multiple
	}
	sum, numbers := 0, true
	for key, n := range t.n {
		if !t.isOption(key) {
			r.Typed += n
			numbers = false
			continue
		}
		r.Answers = append(r.Answers, Given{t.shown[key], n})
		value, ok := numberOf(t.shown[key])
		numbers = numbers && ok
		sum += value * n
	}
	slices.SortFunc(r.Answers, func(a, b Given) int {
		x, isX := numberOf(a.Answer)
		y, isY := numberOf(b.Answer)
		if isX && isY {
			return cmp.Compare(x, y)
		}
		return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.Answer, b.Answer))
	})
	if numbers && r.Form == Single && t.picks > 0 {
		mean := math.Round(100*float64(sum)/float64(t.picks)) / 100
		r.Mean = &mean
	}
}

// link takes the newest word on the question.
func (r *Result) link(links []Link, outcomes []string) {
	for _, l := range links {
		if l.Question == r.ID {
			r.Outcome = l.Outcome
		}
	}
	r.OutcomeNumber = slices.Index(outcomes, r.Outcome) + 1
	if r.Outcome == "" {
		r.OutcomeNumber = 0
	}
}
