package intake

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur/internal/engagement"
	"rapporteur/internal/fault"
	"rapporteur/internal/tabular"
)

// survey is a table of answers that no format claims, under a title and facts about its export.
const surveyText = "Feedback of the participants;;;;\nExported by;the office;;;\nNo;Ko ste?;Adresa;Koliko je bilo korisno?;Napomena\n" +
	"1;Ana Perin;ana@mail.example;5;Hvala lijepo\n2;Bor Kolar;bor@mail.example;4;\n3;Cyr Marin;;4;Više vremena\n"

// Of a table of answers every column under a title is a question that is not said to be another thing; named ones are all
// there are.
func TestChosenQuestions(t *testing.T) {
	f := read(t, surveyText)
	for text, want := range map[string]map[string]int{
		"email=Adresa": {"email": 2, "question#4": 3, "question#5": 4},
		"full_name=Ko ste?,email=C,ignore=Napomena":   {"full_name": 1, "email": 2, "question#4": 3},
		"ignore=E,ignore=B":                           {"question#4": 3},
		"question=E,question=Koliko je bilo korisno?": {"question#4": 3, "question#5": 4},
		"question=Adresa":                             {"question#3": 2},
		"question=D,answer=E":                         {"question#4": 3, "answer": 4},
	} {
		if got, err := ChosenBy(f, Survey, text, nil, nil); err != nil || got.Header != 3 || !maps.Equal(got.Columns, want) {
			t.Errorf("%s: %+v, %v", text, got, err)
		}
	}
	for text, code := range map[string]fault.Code{"join=B": fault.Invalid, "email=B,email=C": fault.Invalid, "question=Q": fault.NotFound, "ignore=": fault.Invalid} {
		if _, err := ChosenBy(f, Survey, text, nil, nil); !fault.Is(err, code) {
			t.Errorf("%q: %v, want %s", text, err, code)
		}
	}
	for _, kind := range []string{Attendance, Registrations} {
		if _, err := ChosenBy(f, kind, "email=C,ignore=D", nil, nil); !fault.Is(err, fault.Invalid) {
			t.Errorf("ignored columns of %s: %v", kind, err)
		}
	}
	long := read(t, "Ispitanik;Pitanje;Odgovor\nAna Perin;Korisno?;da\nBor Kolar;Korisno?;ne\n")
	if got, err := ChosenBy(long, Poll, "full_name=Ispitanik", nil, nil); err != nil || !maps.Equal(got.Columns, map[string]int{"full_name": 0, "question#2": 1, "answer": 2}) {
		t.Errorf("a row for each answer: %+v, %v", got, err)
	}
}

func TestLookAtAnswers(t *testing.T) {
	f := read(t, surveyText)
	l := LookAt(f, Survey, Suggest(f, Survey))
	var fields []string
	for _, c := range l.Columns {
		fields = append(fields, c.Field)
	}
	if !slices.Equal(fields, []string{"", "full_name", "email", "question", "question"}) || len(l.Lacks) > 0 || !slices.Equal(l.Several, []string{"question"}) {
		t.Errorf("%v, lacks %v, %v", fields, l.Lacks, l.Several)
	}
	text := ChoiceOf(f, Survey, l.Mapping)
	if got, err := ChosenBy(f, Survey, text, nil, nil); err != nil || !maps.Equal(got.Columns, l.Mapping.Columns) {
		t.Errorf("%q reads back as %v, %v", text, got.Columns, err)
	}
	c, err := Mapped(f, Survey, l.Mapping)
	if err != nil {
		t.Fatal(err)
	}
	r, err := ReadEngagement(f, c, engagement.Options{Zone: time.UTC})
	if err != nil || r.Responses != 3 || r.Kind != engagement.Survey {
		t.Errorf("%+v, %v", r, err)
	}
	for name, c := range map[string]struct {
		kind    string
		columns map[string]int
		lacks   string
	}{
		"nothing":               {Survey, map[string]int{"full_name": 1}, "No column is chosen as a question"},
		"one for two":           {Survey, map[string]int{"question#2": 1, "full_name": 1}, "Column B is chosen for two fields"},
		"none there":            {Poll, map[string]int{"question#10": 9}, "no column J"},
		"several addresses":     {Survey, map[string]int{"question#4": 3, "email#3": 2}, "no field “email#3” in a survey"},
		"a phase of a question": {Questions, map[string]int{"question#4": 3, "phase": 4}, "no field “phase” in questions to the speakers"},
	} {
		m := tabular.Mapping{Header: 3, Columns: c.columns}
		if lacks := strings.Join(Lacks(f, c.kind, m), " "); !strings.Contains(lacks, c.lacks) {
			t.Errorf("%s: %q does not say %q", name, lacks, c.lacks)
		}
		if _, err := Mapped(f, c.kind, m); !fault.Is(err, fault.Invalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// The line of the questions is found among titles, facts and answers, and not where there is none.
func TestLineOfTheQuestions(t *testing.T) {
	for text, want := range map[string]int{
		surveyText:                      3,
		"Useful?;Again?\n5;yes\n4;no\n": 1,
		"Export of;the form;;\nUseful?;Again?;Why?;Name\nVery much;Yes;really;me\nNo;No;no;you\n": 2,
		"Part A;;;Part B\nUseful?;Again?;Why?;Name\n5;y;z;A B\n":                                  2,
		"5;4\n4;3\n": 0,
	} {
		if got := Suggest(read(t, text), Survey).Header; got != want {
			t.Errorf("%q: line %d, want %d", text, got, want)
		}
	}
	if got := GuessAnswers(read(t, "Asked by;Question;Answer\nAna Perin;Is it recorded?;yes\nBor Kolar;When?;soon\n")); got != Questions {
		t.Errorf("questions are taken for %s", got)
	}
	if got := GuessAnswers(read(t, surveyText)); got != Survey {
		t.Errorf("a survey is taken for %s", got)
	}
}
