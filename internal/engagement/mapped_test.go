package engagement

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur/internal/fault"
	"rapporteur/internal/tabular"
)

func tableIn(t *testing.T, lines ...string) tabular.File {
	t.Helper()
	f, err := tabular.Read("table.csv", []byte(strings.Join(lines, "\n")), tabular.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	return *f
}

// choice is a mapping with a header on a line; questions by their columns.
func choice(header int, columns map[string]int, questions ...int) tabular.Mapping {
	m := tabular.Mapping{Header: header, Columns: maps.Clone(columns)}
	if m.Columns == nil {
		m.Columns = map[string]int{}
	}
	for _, i := range questions {
		m.Columns[tabular.Several(FieldQuestion, i)] = i
	}
	return m
}

// linesOf are the answers of a reading, one a text.
func linesOf(r Reading) []string {
	out := []string{}
	for _, a := range r.Answers {
		out = append(out, fmt.Sprintf("%d %s %s|%s|%s|%s", a.Line, a.Phase, a.Name, a.Email, a.Question, strings.Join(a.Given, "+")))
	}
	return out
}

func TestMappedTables(t *testing.T) {
	wide := tableIn(t, "What they said;;;", "No;Who;When;Useful?;Channels;Useful?", "r1;Ana Alfa;12.12.2021 10:00;5;Europol, MLA;yes", "r2;;12.12.2021 10:05;4;MLA;no",
		"No;Who;When;Useful?;Channels;Useful?", "r3;Boris Beta;12.12.2021 10:05;4;Europol, MLA, CERT;", "r4;;12.12.2021 10:05;;CERT, Europol;", ";;;;;")
	long := tableIn(t, "Delegate;Item;Value;Stage", "Ana Alfa;Useful?;yes;Pre-test", "Boris Beta;Useful?;no;prije", "Ana Alfa;Useful?;yes;Nakon webinara", "Ana Alfa;Channels;MLA;?")
	asked := tableIn(t, "Wer;Was;Darauf", "Ana Alfa;Is it recorded?;Yes, it is", ";When is the next one?;")
	bare := tableIn(t, "Ana Alfa;Useful?;yes", "Boris Beta;Useful?;no")
	for name, c := range map[string]struct {
		f    tabular.File
		kind Kind
		m    tabular.Mapping
		want []string
	}{
		"a column for each question": {wide, Survey, choice(2, map[string]int{"full_name": 1, "submitted": 2}, 3, 4, 5), []string{
			"3 after Ana Alfa||Useful?|5", "3 after Ana Alfa||Channels|Europol+MLA", "3 after Ana Alfa||Useful? (2)|yes", "4 after ||Useful?|4", "4 after ||Channels|MLA",
			"4 after ||Useful? (2)|no", "6 after Boris Beta||Useful?|4", "6 after Boris Beta||Channels|Europol+MLA+CERT", "7 after ||Channels|CERT+Europol"}},
		"one question, nobody named": {wide, Poll, choice(2, nil, 3), []string{"3 during ||Useful?|5", "4 during ||Useful?|4", "6 during ||Useful?|4"}},
		"a row for each answer": {long, Survey, choice(1, map[string]int{"full_name": 0, "answer": 2, "phase": 3}, 1), []string{
			"2 before Ana Alfa||Useful?|yes", "3 before Boris Beta||Useful?|no", "4 after Ana Alfa||Useful?|yes", "5 after Ana Alfa||Channels|MLA"}},
		"without a header":          {bare, Survey, choice(0, map[string]int{"full_name": 0, "answer": 2}, 1), []string{"1 after Ana Alfa||Useful?|yes", "2 after Boris Beta||Useful?|no"}},
		"questions to the speakers": {asked, Questions, choice(1, map[string]int{"full_name": 0, "answer": 2}, 1), []string{"2 during Ana Alfa||Is it recorded?|Yes, it is", "3 during ||When is the next one?|"}},
		"questions without answers": {asked, Questions, choice(1, nil, 1), []string{"2 during ||Is it recorded?|", "3 during ||When is the next one?|"}},
	} {
		r, err := ReadMapped(c.f, c.kind, c.m, Options{Zone: time.UTC})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := linesOf(r); !slices.Equal(got, c.want) || r.Kind != c.kind || r.Format != MappedTable {
			t.Errorf("%s:\n%s\nwant\n%s", name, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
	}
}

// What nobody chose as the person stays out: the table is anonymous and says so.
func TestMappedAnonymous(t *testing.T) {
	f := tableIn(t, "Name,E-mail,Useful?", "Ana Alfa,ana@one.example,5", "Boris Beta,boris@one.example,5", "Ana Alfa,ana@one.example,5")
	r, err := ReadMapped(f, Survey, choice(1, nil, 2), Options{Zone: time.UTC})
	if err != nil {
		t.Fatal(err)
	}
	if c := Count(r); c.Anonymous != 3 || c.Respondents != 0 || len(r.Problems) != 1 || !strings.Contains(r.Problems[0].Message, "anonymous") {
		t.Errorf("%+v, %v", c, r.Problems)
	}
	if strings.Contains(fmt.Sprint(r.Answers), "Ana") {
		t.Error("a name is in the answers of an anonymous table")
	}
}

// An officer's word on the file holds for the rows that do not say it, and the row goes before it.
func TestPhaseOfRows(t *testing.T) {
	f := tableIn(t, "When,Useful?", "before,1", "afterwards it was,2", "Önce,3", "после,4", "before and after,5", ",6")
	for phase, want := range map[Phase]string{"": "before after before after after after", During: "before during before after during during"} {
		r, err := ReadMapped(f, Survey, choice(1, map[string]int{"phase": 0}, 1), Options{Zone: time.UTC, Phase: phase, Start: time.Now(), End: time.Now()})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, a := range r.Answers {
			got = append(got, string(a.Phase))
		}
		if strings.Join(got, " ") != want || r.Phase != "" {
			t.Errorf("%q: %v, file %q", phase, got, r.Phase)
		}
	}
	all := tableIn(t, "When,Useful?", "before,1", "after,2")
	r, err := ReadMapped(all, Survey, choice(1, map[string]int{"phase": 0}, 1), Options{Zone: time.UTC, Start: time.Now(), End: time.Now()})
	if err != nil || len(r.Problems) != 1 {
		t.Errorf("every row says it, and the file is still asked: %v, %v", r.Problems, err)
	}
}

func TestMappingLacks(t *testing.T) {
	f := tableIn(t, "Who,Useful?,", "Ana Alfa,5,x")
	for name, c := range map[string]struct {
		kind Kind
		m    tabular.Mapping
		want string
	}{
		"no question":               {Survey, choice(1, map[string]int{"full_name": 0}), "No column is chosen as a question"},
		"no question beside":        {Poll, choice(1, map[string]int{"answer": 1}), "none of the questions beside them"},
		"nothing asked":             {Questions, choice(1, nil), "what was asked"},
		"two questions in rows":     {Survey, choice(1, map[string]int{"answer": 2}, 0, 1), "Several columns"},
		"two questions to speakers": {Questions, choice(1, nil, 0, 1), "Several columns"},
		"no header":                 {Survey, choice(0, nil, 1), "choose the line with the titles"},
		"no title":                  {Survey, choice(1, nil, 1, 2), "Column C has no title"},
	} {
		if lacks := strings.Join(Lacks(c.kind, c.m, f.Sheets[0].Rows[0]), " "); !strings.Contains(lacks, c.want) {
			t.Errorf("%s: %q", name, lacks)
		}
		if c.m.Header == 0 {
			continue
		}
		if _, err := ReadMapped(f, c.kind, c.m, Options{}); !fault.Is(err, fault.Invalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, m := range []tabular.Mapping{choice(1, nil, 1), choice(1, map[string]int{"answer": 1}, 0)} {
		if lacks := Lacks(Survey, m, f.Sheets[0].Rows[0]); lacks == nil || len(lacks) > 0 { // a screen walks the list
			t.Errorf("nothing lacks, but %v", lacks)
		}
	}
	if _, err := ReadMapped(f, Survey, tabular.Mapping{Sheet: "none"}, Options{}); !fault.Is(err, fault.NotFound) {
		t.Error(err)
	}
}

// What says who answered, numbers the rows or says when is proposed as that and never as a question.
func TestSuggestedColumns(t *testing.T) {
	for name, c := range map[string]struct {
		kind  Kind
		lines []string
		want  map[string]int
	}{
		"titles of no known language": {Survey, []string{"Jina,Anwani,Muda,Je ilikuwa muhimu?,Maoni", "Ana Alfa,ana@one.example,2021-12-12 10:00,5,Good", "Boris Beta,boris@one.example,2021-12-12 10:01,4,Very good",
			"Čedo Gama,cedo@one.example,2021-12-12 10:02,5,Thank you all"}, map[string]int{"full_name": 0, "email": 1, "submitted": 2, "question#4": 3, "question#5": 4}},
		"codes and stages":      {Survey, []string{"Ref,Stage,Useful?", "a1,pre,5", "a2,post,4", "a3,pre,4"}, map[string]int{"phase": 1, "question#3": 2}},
		"a yes is no stage":     {Survey, []string{"Email,I kënaqur?,Koha", "a@one.example,Po,para", "b@one.example,Po,pas", "c@one.example,po,pas"}, map[string]int{"email": 0, "question#2": 1, "phase": 2}},
		"answers, not names":    {Survey, []string{"Useful?,Again?", "Very Good,Not Sure", "Very Good,Not Sure", "Fairly Good,Not Sure", "Very Good,Quite Sure"}, map[string]int{"question#1": 0, "question#2": 1}},
		"a row for each answer": {Poll, []string{"Ispitanik,Pitanje,Odgovor", "Ana Alfa,Korisno?,da", "Boris Beta,Korisno?,ne"}, map[string]int{"full_name": 0, "question#2": 1, "answer": 2}},
		"questions asked":       {Questions, []string{"Asked by,Question", "Ana Alfa,Is it recorded?", "Boris Beta,When?"}, map[string]int{"full_name": 0, "question#2": 1}},
	} {
		rows := tableIn(t, c.lines...).Sheets[0].Rows
		if got := Suggest(c.kind, rows[0], rows[1:]); !maps.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}
