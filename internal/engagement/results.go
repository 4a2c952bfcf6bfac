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
	if a.Kind == Questions {
		return idOf("q", string(Questions))
	}
	return idOf("q", string(a.Phase)+"\x1f"+questionKey(a.Question))
}

func idOf(prefix, text string) string {
	sum := sha256.Sum256([]byte(text))
	return prefix + hex.EncodeToString(sum[:8])
}

// Input is what the results are computed from. Outcomes are the expected outcomes of the outline; Links and Phases the
// officers' words, oldest first.
type Input struct {
	Answers      []Answer
	Links        []Link
	Phases       []PhaseWord
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
	tied = tie(phased(in.Answers, in.Phases), people)
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
		results = append(results, count(g))
	}
	twin := map[string][]Tied{} // the answers to the same question in the other phase
	for _, p := range pairs(results) {
		twin[p.before.ID], twin[p.after.ID] = groups[at[p.after.ID]], groups[at[p.before.ID]]
	}
	for i, g := range groups {
		r := &results[i]
		if r.Kind != Questions {
			r.tell(counted(g), counted(twin[r.ID]), names)
		}
		r.link(in.Links, in.Outcomes, at)
	}
	slices.SortStableFunc(results, func(a, b Result) int {
		return cmp.Or(phaseOrder(a.Phase)-phaseOrder(b.Phase), kindOrder(a.Kind)-kindOrder(b.Kind))
	})
	return results, tied
}

func phaseOrder(p Phase) int { return slices.Index(Phases(), p) }

func kindOrder(k Kind) int { return slices.Index([]Kind{Poll, Survey, Questions}, k) }

// count makes the result of the answers to one question, but for the answers themselves.
func count(all []Tied) Result {
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
	return r
}

// later tells which of two answers of a respondent counts; of equal times the one with the greater key, so that the order
// of files decides nothing.
func later(a, b Answer) bool {
	return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.Key, b.Key)) > 0
}

// tell quotes what may be quoted and counts the rest. twin are the answers to the same question in the other phase: what
// may be quoted there may be quoted here, so that the two can be laid side by side. What only one respondent said, though
// both times, is in neither.
func (r *Result) tell(own, twin []Tied, names [][]string) {
	t, other := newTally(names), newTally(names)
	several := false
	for _, x := range own {
		t.add(x.Answer)
		several = several || len(x.Given) > 1
	}
	for _, x := range twin {
		other.add(x.Answer)
		several = several || len(x.Given) > 1
	}
	isOption := func(key string) bool { return t.isOption(key) || other.isOption(key) }
	quoted := t.sum(isOption) + other.sum(isOption)
	if quoted == 0 || 2*quoted < t.picks+other.picks { // less than half of what was answered was there to be chosen
		r.Typed = len(own)
		return
	}
	r.Form = Single
	if several {
		r.Form = Multiple
	}
	sum, numbers := 0, true
	for key, n := range t.n {
		if !isOption(key) {
			r.Typed += n
			numbers = false
			continue
		}
		shown := t.shown[key]
		if s, ok := other.shown[key]; ok && s < shown {
			shown = s
		}
		r.Answers = append(r.Answers, Given{shown, n})
		value, ok := numberOf(shown)
		numbers = numbers && ok
		sum += value * n
	}
	slices.SortFunc(r.Answers, func(a, b Given) int { return inOrder(a.Answer, b.Answer, a.N, b.N) })
	if numbers && r.Form == Single && t.picks > 0 {
		r.Mean = mean(sum, t.picks)
	}
}

// inOrder puts numbers by their value, other answers by how many gave them, the most first.
func inOrder(a, b string, n, m int) int {
	x, isX := numberOf(a)
	y, isY := numberOf(b)
	if isX && isY {
		return cmp.Compare(x, y)
	}
	return cmp.Or(cmp.Compare(m, n), cmp.Compare(a, b))
}

// mean has two decimals.
func mean(sum, n int) *float64 {
	m := math.Round(100*float64(sum)/float64(n)) / 100
	return &m
}

// link takes the newest word on the question. One said when the question stood in another phase goes with it, as long as
// no other question stands there now; known are the questions there are.
func (r *Result) link(links []Link, outcomes []string, known map[string]int) {
	also := map[string]bool{r.ID: true}
	for _, p := range Phases() {
		id := QuestionID(Answer{Kind: r.Kind, Phase: p, Question: r.Question})
		if _, stands := known[id]; !stands {
			also[id] = true
		}
	}
	for _, l := range links {
		if also[l.Question] {
			r.Outcome = l.Outcome
		}
	}
	r.OutcomeNumber = slices.Index(outcomes, r.Outcome) + 1
	if r.Outcome == "" {
		r.OutcomeNumber = 0
	}
}
