package engagement

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur/internal/attendance"
	"rapporteur/internal/match"
	"rapporteur/internal/participant"
	"rapporteur/internal/registration"
)

func present(id, name, mail string, state match.State, registrationID string) match.Participant {
	return match.Participant{ID: id, Name: name, Email: mail, State: state, Registration: registrationID,
		Persons: []attendance.Person{{ID: id, Name: name, Names: []string{name}, Email: mail}}}
}

func registered(id, first, last, mail, duplicateOf string) registration.Standing {
	return registration.Standing{DuplicateOf: duplicateOf, Registration: registration.Registration{ID: id, FirstName: first, LastName: last, Email: mail}}
}

// people of the tests: two share a name, two an address, one is staff, one has no address.
var (
	participants = []match.Participant{
		present("p1", "Ana Pop", "ana@sud.example", match.Automatic, "r1"),
		present("p2", "Marko Ilić", "marko1@mup.example", match.Automatic, "r2"),
		present("p3", "Marko Ilić", "marko2@mup.example", match.WalkIn, ""),
		present("p4", "Lirim Gashi", "", match.WalkIn, ""),
		present("p5", "Speaker Jane", "jane@organiser.example", match.Staff, ""),
		present("p6", "iPhone", "", match.Unidentified, ""),
		present("p7", "Vera Zorić", "office@pp.example", match.Decided, "r7"),
		present("p8", "Petar Zorić", "office@pp.example", match.WalkIn, ""),
	}
	standings = []registration.Standing{
		registered("r1", "Ana", "Pop", "ana.pop@home.example", ""), registered("r1b", "Ana Maria", "Pop", "amp@home.example", "r1"),
		registered("r2", "Marko", "Ilić", "marko1@mup.example", ""), registered("r7", "Vera", "Zorić", "office@pp.example", ""),
		registered("r9", "Elena", "Koleva", "elena@mvr.example", ""),
	}
)

// TestTie asks whose an answer is.
func TestTie(t *testing.T) {
	for what, c := range map[string]struct {
		name, mail       string
		participant, reg string
		by               string
	}{
		"an equal address":                          {"Ana Pop", "ana@sud.example", "p1", "r1", "e-mail"},
		"the address in capitals, without a name":   {"", "ANA@sud.example ", "p1", "r1", "e-mail"},
		"the address of the registration":           {"A. Pop", "ana.pop@home.example", "p1", "r1", "e-mail"},
		"the address of a second registration":      {"Ana", "amp@home.example", "p1", "r1", "e-mail"},
		"one who registered and was not there":      {"Elena Koleva", "elena@mvr.example", "", "r9", "e-mail"},
		"a name that one person has":                {"Gashi Lirim", "", "p4", "", "name"},
		"that name with an address of its own":      {"Lirim Gashi", "lirim@x.example", "p4", "", "name"},
		"a name that two persons have":              {"Marko Ilić", "", "", "", ""},
		"that name with the address of one":         {"Marko Ilić", "marko2@mup.example", "p3", "", "e-mail"},
		"a given name alone":                        {"Lirim", "", "", "", ""},
		"a known address with somebody else's name": {"Boris Kolev", "ana@sud.example", "", "", ""},
		"a unique name with another address":        {"Ana Pop", "another.ana@x.example", "", "", ""},
		"an address of two, told by the name":       {"Vera Zoric", "office@pp.example", "p7", "r7", "e-mail"},
		"an address of two without a name":          {"", "office@pp.example", "", "", ""},
		"a device":                                  {"iPhone", "", "", "", ""},
		"nobody":                                    {"", "", "", "", ""},
		"a stranger":                                {"John Unknown", "john@x.example", "", "", ""},
	} {
		got := tie([]Answer{{Key: "e", Name: c.name, Email: c.mail}}, peopleOf(participants, standings))[0]
		if got.Participant != c.participant || got.Registration != c.reg || got.By != c.by {
			t.Errorf("%s: %q %q %q, want %q %q %q", what, got.Participant, got.Registration, got.By, c.participant, c.reg, c.by)
		}
		if (got.Respondent == "") != (c.name == "" && c.mail == "") {
			t.Errorf("%s: respondent %q", what, got.Respondent)
		}
	}
}

func answer(q, name, mail string, minute int, given ...string) Answer {
	a := Answer{Kind: Poll, Phase: During, Question: q, Given: given, Name: name, Email: mail, At: time.Date(2021, 12, 11, 8, minute, 0, 0, time.UTC)}
	all := []Answer{a}
	keyed(all, time.Time{}, nil)
	return all[0]
}

// TestResults counts by hand: a person counts once with the latest answer, however the person is written; answers
// without a name count each; staff is in no figure.
func TestResults(t *testing.T) {
	answers := []Answer{
		answer("Is it clear?", "Ana Pop", "ana@sud.example", 5, "No"),
		answer("is it clear", "Ana Pop", "ana.pop@home.example", 40, "Yes"), // the poll again, from another address
		answer("Is it clear?", "Lirim Gashi", "", 5, "Yes"),
		answer("Is it clear?", "Speaker Jane", "jane@organiser.example", 6, "No"),
		answer("Is it clear?", "", "", 7, "yes"), answer("Is it clear?", "", "", 7, "Yes"),
		answer("Is it clear?", "John Unknown", "john@x.example", 8, "In parts of it"),
	}
	outcomes := []string{"Officers know the channels", "Offices use them"}
	id := QuestionID(answers[0])
	got, tied := Results(Input{Answers: answers, Links: []Link{{id, outcomes[1]}, {id, outcomes[0]}}, Outcomes: outcomes, Participants: participants, Standings: standings})
	want := Result{ID: id, Kind: Poll, Phase: During, Question: "Is it clear?", Form: Single, Responses: 6, Respondents: 3, Known: 2, Anonymous: 2, Staff: 1,
		N: 5, Answers: []Given{{"Yes", 4}}, Typed: 1, Outcome: outcomes[0], OutcomeNumber: 1}
	if len(got) != 1 || !reflect.DeepEqual(got[0], want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if len(tied) != len(answers) {
		t.Errorf("%d answers tied of %d", len(tied), len(answers))
	}
}

// The order of the answers changes no figure.
func TestOrderChangesNothing(t *testing.T) {
	answers := []Answer{
		answer("Q one?", "Ana Pop", "ana@sud.example", 5, "A"), answer("Q one?", "Ana Pop", "ana@sud.example", 5, "B"),
		answer("Q ONE", "Lirim Gashi", "", 6, "a"), answer("Q one?", "", "", 6, "B"), answer("Q one?", "", "", 7, "A"),
	}
	want, _ := Results(Input{Answers: answers, Participants: participants, Standings: standings})
	random := rand.New(rand.NewPCG(1, 2))
	for range 50 {
		shuffled := slices.Clone(answers)
		random.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		if got, _ := Results(Input{Answers: shuffled, Participants: participants, Standings: standings}); !reflect.DeepEqual(got, want) {
			t.Fatalf("got  %+v\nwant %+v", got, want)
		}
	}
}

// TestWhatIsQuoted tells options from words that somebody typed: these are counted and stand nowhere in a result.
func TestWhatIsQuoted(t *testing.T) {
	several := func(texts ...string) []Answer {
		var out []Answer
		for i, s := range texts {
			out = append(out, answer("Q", "", "", i, s))
		}
		return out
	}
	for what, c := range map[string]struct {
		answers []Answer
		form    Form
		quoted  []Given
		typed   int
	}{
		"choices that come again":      {several("A", "B", "A", "B", "A"), Single, []Given{{"A", 3}, {"B", 2}}, 0},
		"a choice with one word added": {several("A", "A", "A", "My neighbour knows"), Single, []Given{{"A", 3}}, 1},
		"words of their own":           {several("More time", "Less slides", "The sound"), Text, []Given{}, 3},
		"a scale of numbers":           {several("5", "4", "10"), Single, []Given{{"4", 1}, {"5", 1}, {"10", 1}}, 0},
		"yes and no, once each":        {several("Yes", "No"), Single, []Given{{"No", 1}, {"Yes", 1}}, 0},
		"a participant's name, twice":  {several("Ana Pop", "Pop, Ana", "Ana Pop", "Ana Pop"), Text, []Given{}, 4},
		"an address, twice":            {several("x@y.example", "x@y.example"), Text, []Given{}, 2},
		"long words, twice":            {several(strings.Repeat("a", 101), strings.Repeat("a", 101)), Text, []Given{}, 2},
		"several choices":              {[]Answer{answer("Q", "", "", 1, "A", "B"), answer("Q", "", "", 2, "A"), answer("Q", "", "", 3, "B")}, Multiple, []Given{{"A", 2}, {"B", 2}}, 0},
	} {
		got, _ := Results(Input{Answers: c.answers, Participants: participants, Standings: standings})
		if len(got) != 1 || got[0].Form != c.form || !reflect.DeepEqual(got[0].Answers, c.quoted) || got[0].Typed != c.typed {
			t.Errorf("%s: %+v", what, got)
		}
	}
	picked := several("Only once")
	picked[0].Picked = true
	if got, _ := Results(Input{Answers: picked}); got[0].Form != Single || len(got[0].Answers) != 1 {
		t.Errorf("an option of the poll's own is not quoted: %+v", got)
	}
}

func TestMean(t *testing.T) {
	answers := []Answer{answer("Q", "", "", 1, "5"), answer("Q", "", "", 2, "4"), answer("Q", "", "", 3, "5")}
	got, _ := Results(Input{Answers: answers})
	if got[0].Mean == nil || *got[0].Mean != 4.67 {
		t.Errorf("mean %v", got[0].Mean)
	}
	got, _ = Results(Input{Answers: append(answers, answer("Q", "", "", 4, "Yes"))})
	if got[0].Mean != nil {
		t.Errorf("a mean of words: %v", *got[0].Mean)
	}
}

// Questions to the speakers are counted together, and their words stand in no result.
func TestQuestionsToTheSpeakers(t *testing.T) {
	ask := func(text, name, mail string, given ...string) Answer {
		a := answer(text, name, mail, 1, given...)
		a.Kind = Questions
		return a
	}
	got, _ := Results(Input{Answers: []Answer{ask("Why?", "Ana Pop", "ana@sud.example"), ask("Whence?", "Ana Pop", "ana@sud.example", "From there"), ask("Why?", "", "")},
		Participants: participants, Standings: standings})
	if len(got) != 1 || got[0].Question != "" || got[0].Responses != 3 || got[0].Respondents != 1 || got[0].Anonymous != 1 || got[0].Answered != 1 || got[0].Typed != 3 {
		t.Errorf("%+v", got)
	}
}

// The same question before and after the webinar is two questions; in two files of one phase it is one.
func TestPhasesAreApart(t *testing.T) {
	before, after := answer("Do you know the channels?", "", "", 1, "Yes"), answer("Do you know the channels?", "", "", 2, "Yes")
	before.Phase, after.Phase, before.Kind, after.Kind = Before, After, Survey, Survey
	got, _ := Results(Input{Answers: []Answer{after, before}})
	if len(got) != 2 || got[0].Phase != Before || got[1].Phase != After {
		t.Errorf("%+v", got)
	}
}

// A link to an outcome that the outline no longer has is shown as such, and one that was taken back is none.
func TestLinks(t *testing.T) {
	a := answer("Q", "", "", 1, "Yes")
	id := QuestionID(a)
	for _, c := range []struct {
		links   []Link
		outcome string
		number  int
	}{{nil, "", 0}, {[]Link{{id, "Two"}}, "Two", 2}, {[]Link{{id, "Two"}, {id, ""}}, "", 0}, {[]Link{{id, "Gone"}}, "Gone", 0}, {[]Link{{"q-other", "Two"}}, "", 0}} {
		got, _ := Results(Input{Answers: []Answer{a}, Links: c.links, Outcomes: []string{"One", "Two", ""}})
		if got[0].Outcome != c.outcome || got[0].OutcomeNumber != c.number {
			t.Errorf("%v: %q %d", c.links, got[0].Outcome, got[0].OutcomeNumber)
		}
	}
}

func TestWhoIsAnonymous(t *testing.T) {
	for _, s := range []string{"Anonymous Attendee", "anonymous", "Anonim Katılımcı", "Anonimni učesnik", "Аноним", "Anonyme", "ANÓNIMO"} {
		if !isAnonymous(s) {
			t.Errorf("%q is somebody", s)
		}
	}
	for _, s := range []string{"Ana Nimić", "anonymous.fan@mail.example", ""} {
		if isAnonymous(s) {
			t.Errorf("%q is nobody", s)
		}
	}
	if participant.NormaliseEmail("anonymous") != "" {
		t.Error("the word is an address")
	}
}
