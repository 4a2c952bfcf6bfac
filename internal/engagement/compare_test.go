package engagement

import (
	"math/rand/v2"
	"reflect"
	"testing"
)

func at(phase Phase, a Answer) Answer {
	a.Kind, a.Phase = Survey, phase
	a.Key += string(phase)
	return a
}

func compared(t *testing.T, answers []Answer) []Comparison {
	t.Helper()
	results, tied := Results(Input{Answers: answers, Participants: participants, Standings: standings})
	return Compare(results, tied)
}

// TestCompare counts by hand: all answers of each time, and the persons who answered both times by an address, by a name
// where there is no address, or because both answers are one participant's.
func TestCompare(t *testing.T) {
	const before, after = "How well do you know the channels?", "2) How well do you know the channels"
	answers := []Answer{
		at(Before, answer(before, "Ana Pop", "ana@sud.example", 1, "2")),
		at(Before, answer(before, "Ana Pop", "ana@sud.example", 2, "1")), // the latest counts
		at(Before, answer(before, "Lirim Gashi", "", 3, "3")),
		at(Before, answer(before, "Stranger One", "", 4, "4")),
		at(Before, answer(before, "Mira", "", 5, "5")), // a given name alone is nobody for certain
		at(Before, answer(before, "", "", 6, "5")),
		at(Before, answer(before, "Speaker Jane", "jane@organiser.example", 7, "5")),
		at(After, answer(after, "A. Pop", "ana.pop@home.example", 1, "4")), // the same person by another address
		at(After, answer(after, "Gashi Lirim", "", 3, "3")),
		at(After, answer(after, "One Stranger", "", 4, "2")),
		at(After, answer(after, "Mira", "", 5, "1")),
		at(After, answer(after, "", "new@x.example", 6, "5")),
		at(After, answer(after, "Speaker Jane", "jane@organiser.example", 7, "1")),
	}
	all := compared(t, answers)
	if len(all) != 1 {
		t.Fatalf("%d comparisons", len(all))
	}
	c := all[0]
	number := func(f float64) *float64 { return &f }
	want := SideBy{Before: 5, After: 5, MeanBefore: number(3.6), MeanAfter: number(3), Difference: number(-.6),
		Answers: []BothWays{{"1", 1, 1, 0}, {"2", 0, 1, 1}, {"3", 1, 1, 0}, {"4", 1, 1, 0}, {"5", 2, 1, -1}}}
	if !reflect.DeepEqual(c.All, want) {
		t.Errorf("all: %+v", c.All)
	}
	want = SideBy{Before: 3, After: 3, MeanBefore: number(2.67), MeanAfter: number(3), Difference: number(.33),
		Answers: []BothWays{{"1", 1, 0, -1}, {"2", 0, 1, 1}, {"3", 1, 1, 0}, {"4", 1, 1, 0}, {"5", 0, 0, 0}}}
	if !reflect.DeepEqual(c.Both, want) {
		t.Errorf("both: %+v", c.Both)
	}
	if !c.Numbers || c.Raised != 1 || c.Same != 1 || c.Lowered != 1 || c.Other != 0 {
		t.Errorf("moves: %+v", c)
	}
	for range 5 { // the order of files and rows decides nothing
		rand.Shuffle(len(answers), func(i, j int) { answers[i], answers[j] = answers[j], answers[i] })
		if again := compared(t, answers); !reflect.DeepEqual(again, all) {
			t.Fatalf("another order: %+v", again)
		}
	}
}

// What was an option in one phase is one in the other: the two tables and the comparison say the same.
func TestOptionsOfBothTimes(t *testing.T) {
	answers := []Answer{
		at(Before, answer("Which channel?", "", "a@x.example", 1, "Europol liaison")), at(Before, answer("Which channel?", "", "b@x.example", 1, "My own idea")),
		at(Before, answer("Which channel?", "", "c@x.example", 1, "Europol liaison")),
		at(After, answer("Which channel?", "", "a@x.example", 1, "Europol liaison")), at(After, answer("Which channel?", "", "b@x.example", 1, "INTERPOL office")),
		at(After, answer("Which channel?", "", "c@x.example", 1, "INTERPOL office")),
	}
	results, tied := Results(Input{Answers: answers})
	c := Compare(results, tied)[0]
	if !reflect.DeepEqual(c.All.Answers, []BothWays{{"Europol liaison", 2, 1, -1}, {"INTERPOL office", 0, 2, 2}}) || c.All.TypedBefore != 1 || c.All.TypedAfter != 0 {
		t.Errorf("%+v", c.All)
	}
	if c.Numbers || c.Same != 1 || c.Other != 2 || c.All.Difference != nil {
		t.Errorf("%+v", c)
	}
	for i, r := range results {
		if r.Form != Single || r.Answers[0].Answer != "Europol liaison" && i == 0 {
			t.Errorf("%+v", r)
		}
	}
}

// What one person typed both times is that person's own word: it is counted and not quoted.
func TestOwnWordsSaidTwice(t *testing.T) {
	const secret = "My unit waits for the law"
	answers := []Answer{
		at(Before, answer("Why?", "", "a@x.example", 1, secret)), at(After, answer("Why?", "", "a@x.example", 1, secret)),
		at(Before, answer("Rate it", "", "a@x.example", 1, "3", secret)), at(After, answer("Rate it", "", "a@x.example", 1, "3", secret)),
	}
	results, tied := Results(Input{Answers: answers})
	for _, r := range results {
		for _, a := range r.Answers {
			if a.Answer == secret {
				t.Errorf("%s quotes it", r.Question)
			}
		}
		if r.Typed != 1 {
			t.Errorf("%s: %d typed", r.Question, r.Typed)
		}
	}
	if all := Compare(results, tied); len(all) != 1 || all[0].Both.TypedAfter != 1 || len(all[0].All.Answers) != 1 {
		t.Errorf("%+v", all)
	}
}

// What is not the same question is not compared.
func TestNotCompared(t *testing.T) {
	for what, answers := range map[string][]Answer{
		"other words":           {at(Before, answer("Do you know it?", "", "", 1, "Yes")), at(After, answer("Did you like it?", "", "", 1, "Yes"))},
		"during and after":      {at(During, answer("Do you know it?", "", "", 1, "Yes")), at(After, answer("Do you know it?", "", "", 1, "Yes"))},
		"typed words":           {at(Before, answer("Why?", "", "", 1, "Because")), at(After, answer("Why?", "", "", 1, "Therefore"))},
		"two that may be meant": {at(Before, answer("1. Rate it", "", "", 1, "3")), at(Before, answer("2. Rate it", "", "", 1, "3")), at(After, answer("3. Rate it", "", "", 1, "4"))},
	} {
		if got := compared(t, answers); len(got) != 0 {
			t.Errorf("%s: %+v", what, got)
		}
	}
}

// Every figure of a comparison opens as many answers as it says.
func TestFiguresOfComparisons(t *testing.T) {
	answers := []Answer{
		at(Before, answer("Rate it", "Ana Pop", "ana@sud.example", 1, "2")), at(Before, answer("Rate it", "", "", 1, "3")),
		at(After, answer("Rate it", "Ana Pop", "ana@sud.example", 1, "4")), at(After, answer("Rate it", "", "", 1, "3")), at(After, answer("Rate it", "", "", 2, "4")),
	}
	results, tied := Results(Input{Answers: answers, Participants: participants, Standings: standings})
	all := Compare(results, tied)
	for figure, want := range map[string]int{"all/before": 2, "all/after": 3, "both/before": 1, "both/after": 1, "raised": 1, "same": 0, "lowered": 0, "other": 0,
		"all/after/answers/3": 2, "all/before/answers/3": 0, "both/after/answers/3": 1, "all/before/typed": 0} {
		got, ok := BehindCompared(all, tied, all[0].ID+"/"+figure)
		if !ok || len(got) != want || got == nil {
			t.Errorf("%s: %d answers (%v), want %d", figure, len(got), ok, want)
		}
	}
	if got, _ := BehindCompared(all, tied, all[0].ID+"/raised"); len(got) == 1 && !reflect.DeepEqual(got[0].Earlier, []string{"2"}) {
		t.Errorf("before it was %v", got[0].Earlier)
	}
	for _, figure := range []string{"none/raised", all[0].ID + "/all", all[0].ID + "/all/after/answers/9", all[0].ID} {
		if _, ok := BehindCompared(all, tied, figure); ok {
			t.Errorf("%s opens", figure)
		}
	}
}

// An officer's word on a file moves its questions to another phase, the newest word counts, and a link goes with them.
func TestPhaseWords(t *testing.T) {
	one, two := at(After, answer("Rate it", "", "", 1, "2")), at(After, answer("Rate it", "", "", 2, "4"))
	one.Sources, two.Sources = []Source{{File: "f1"}}, []Source{{File: "f2"}}
	answers := []Answer{one, two}
	linked := []Link{{QuestionID(one), "Known"}}
	phases := func(words ...PhaseWord) (out []Phase, outcomes []string) {
		results, _ := Results(Input{Answers: answers, Phases: words, Links: linked, Outcomes: []string{"Known"}})
		for _, r := range results {
			out, outcomes = append(out, r.Phase), append(outcomes, r.Outcome)
		}
		return out, outcomes
	}
	for what, c := range map[string]struct {
		words    []PhaseWord
		want     []Phase
		outcomes []string
	}{
		"nothing said":     {nil, []Phase{After}, []string{"Known"}},
		"one was before":   {[]PhaseWord{{"f1", Before}}, []Phase{Before, After}, []string{"", "Known"}},
		"both were before": {[]PhaseWord{{"f1", Before}, {"f2", Before}}, []Phase{Before}, []string{"Known"}},
		"said anew":        {[]PhaseWord{{"f1", Before}, {"f2", Before}, {"f1", During}}, []Phase{Before, During}, []string{"Known", "Known"}},
		"taken back":       {[]PhaseWord{{"f1", Before}, {"f1", ""}}, []Phase{After}, []string{"Known"}},
		"another file":     {[]PhaseWord{{"f3", Before}}, []Phase{After}, []string{"Known"}},
	} {
		if got, outcomes := phases(c.words...); !reflect.DeepEqual(got, c.want) || !reflect.DeepEqual(outcomes, c.outcomes) {
			t.Errorf("%s: %v %v", what, got, outcomes)
		}
	}
	if answers[0].Phase != After {
		t.Error("the answers themselves were changed")
	}
}

// Two surveys without times are two, however equal their answers are; a copy of one, in any order, is the same file.
func TestKeysWithoutTimes(t *testing.T) {
	of := func(given ...string) []Answer {
		var all []Answer
		for i, g := range given {
			all = append(all, Answer{Kind: Survey, Question: "Rate it", Given: []string{g}, Email: string(rune('a'+i)) + "@x.example"})
		}
		keyed(all, all[0].At, nil)
		return all
	}
	before, after, again := of("1", "2", "3"), of("1", "2", "5"), of("1", "2", "3")
	again[0], again[2] = again[2], again[0]
	keyed(again, again[0].At, nil)
	if before[0].Key == after[0].Key || before[0].Key != again[2].Key {
		t.Errorf("keys: %s %s %s", before[0].Key, after[0].Key, again[2].Key)
	}
	if n, of := Again(before, after, nil); n != 2 || of != 3 {
		t.Errorf("%d of %d are there again", n, of)
	}
	if n, of := Again(before, again, nil); n != 0 || of != 0 {
		t.Errorf("a copy: %d of %d", n, of)
	}
}

// A question that says when it is asked is the same question before and after; one that asks something else is not.
func TestTheSameQuestionAskedTwice(t *testing.T) {
	same := [][2]string{
		{"How well did you know the Budapest Convention before the webinar?", "How well do you know the Budapest Convention after the webinar?"},
		{"Your knowledge of e-evidence (pre-test)", "Your knowledge of e-evidence (post-test)"},
		{"Prior to the training, how sure are you about requests?", "After this training, how sure are you about requests?"},
		{"Koliko poznajete temu prije webinara?", "Koliko poznajete temu nakon webinara?"},
		{"Колико познајете тему пре обуке?", "Колико познајете тему после обуке?"},
		{"Webinardan önce konuyu ne kadar biliyorsunuz?", "Webinardan sonra konuyu ne kadar biliyorsunuz?"},
		{"Sa e njihni temën para webinarit?", "Sa e njihni temën pas webinarit?"},
		{"Cât de bine cunoașteți tema înainte de webinar?", "Cât de bine cunoașteți tema după webinar?"},
	}
	for _, q := range same[1:] {
		if got := compared(t, []Answer{at(Before, answer(q[0], "", "", 1, "2")), at(After, answer(q[1], "", "", 1, "4"))}); len(got) != 1 {
			t.Errorf("%q and %q: %d compared", q[0], q[1], len(got))
		}
	}
	for _, q := range [][2]string{
		same[0], // another tense is another wording: nobody knows what else it changes
		{"Rate the webinar", "Rate the speakers"},
		{"What do you expect?", "What did you learn after the webinar?"},
		{"Before the webinar", "After the webinar"},
	} {
		if got := compared(t, []Answer{at(Before, answer(q[0], "", "", 1, "2")), at(After, answer(q[1], "", "", 1, "4"))}); len(got) != 0 {
			t.Errorf("%q and %q: compared", q[0], q[1])
		}
	}
}

// A survey after the webinar may ask how it was before: that is no answer of before, nor one of after.
func TestLookingBack(t *testing.T) {
	const now, before, after = "How sure are you about requests?", "How sure are you about requests before the webinar?", "How sure are you about requests after the webinar?"
	for name, q := range map[string]struct{ before, after []string }{
		"beside what is asked of after": {[]string{before}, []string{before, after}},
		"beside what is asked of now":   {[]string{now}, []string{before, now}},
		"by one and the other":          {[]string{now}, []string{before, after}},
	} {
		var answers []Answer
		for _, question := range q.before {
			answers = append(answers, at(Before, answer(question, "", "", 1, "2")))
		}
		for _, question := range q.after {
			answers = append(answers, at(After, answer(question, "", "", 1, "4")))
		}
		got := compared(t, answers)
		if len(got) != 1 || got[0].Question != q.after[1] {
			t.Errorf("%s: %+v", name, got)
		}
	}
	for _, q := range [][2]string{{now, before}, {after, now}, {"Your knowledge (post-test)", "Your knowledge (pre-test)"}} {
		if got := compared(t, []Answer{at(Before, answer(q[0], "", "", 1, "2")), at(After, answer(q[1], "", "", 1, "4"))}); len(got) != 0 {
			t.Errorf("%q and %q: compared", q[0], q[1])
		}
	}
	if got := compared(t, []Answer{at(Before, answer(before, "", "", 1, "2")), at(After, answer(before, "", "", 1, "4"))}); len(got) != 1 {
		t.Errorf("one form for both times: %d compared", len(got))
	}
}
