package intake

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"rapporteur/internal/fault"
	"rapporteur/internal/tabular"
)

func read(t *testing.T, text string) tabular.File {
	t.Helper()
	f, err := tabular.Read("list.csv", []byte(text), tabular.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	return *f
}

func TestSuggestFindsTheHeader(t *testing.T) {
	for _, c := range []struct {
		name, text string
		header     int
		attendance map[string]int
	}{
		{"first line", "Name;E-mail;Attended\nAna Perin;ana@mail.example;yes\n", 1, map[string]int{"full_name": 0, "email": 1, "attended": 2}},
		{"under a title", "Participants of the webinar;;\n\nName;E-mail;Present\nAna Perin;ana@mail.example;yes\n", 3, map[string]int{"full_name": 0, "email": 1, "attended": 2}},
		{"two rows of titles", "Person;;Presence;\nIme;Prezime;Dolazak;Odlazak\nAna;Perin;14:00;15:00\n", 2, map[string]int{"first_name": 0, "last_name": 1, "join": 2, "leave": 3}},
		{"none", "Ana Perin;ana@mail.example;95 min\nBor Kolar;bor@mail.example;1 h 12\n", 0, map[string]int{"full_name": 0, "email": 1, "minutes": 2}},
		{"titles of no known language", "Jina;Anwani;Muda\nAna Perin;ana@mail.example;1 h 12\nBor Kolar;bor@mail.example;95 min\n", 1, map[string]int{"full_name": 0, "email": 1, "minutes": 2}},
		{"a column that is called no", "No;Name;Minutes\n1;Ana Perin;95\n2;Bor Kolar;72\n", 1, map[string]int{"full_name": 1, "minutes": 2}},
		{"roles in the meeting", "Name;Role;Join;Leave\nAna Perin;Speaker;14:00;15:00\nBor Kolar;Participant;14:05;15:00\n", 1, map[string]int{"full_name": 0, "role": 1, "join": 2, "leave": 3}},
		{"roles that are positions", "Name;Role;Minutes\nAna Perin;Judge;95\nBor Kolar;Prosecutor;72\n", 1, map[string]int{"full_name": 0, "job_title": 1, "minutes": 2}},
		{"how long somebody was online", "Name;Time online\nAna Perin;1:35\nBor Kolar;1:12\n", 1, map[string]int{"full_name": 0, "minutes": 1}},
		{"times that are called in and out", "Name;Time in;Time out\nAna Perin;14:00;15:00\nBor Kolar;14:05;15:00\n", 1, map[string]int{"full_name": 0, "join": 1, "leave": 2}},
		{"answers that are country codes too", "Name;There\nAna Perin;No\nBor Kolar;No\nCyr Kolar;Yes\n", 1, map[string]int{"full_name": 0, "attended": 1}},
	} {
		f := read(t, c.text)
		m := Suggest(f, Attendance)
		if m.Header != c.header || !maps.Equal(m.Columns, c.attendance) {
			t.Errorf("%s: header %d with %v, want %d with %v", c.name, m.Header, m.Columns, c.header, c.attendance)
		}
		if lacks := Lacks(f, Attendance, m); len(lacks) > 0 {
			t.Errorf("%s: lacks %v", c.name, lacks)
		}
		if got := GuessKind(f); got != Attendance {
			t.Errorf("%s: taken for %s", c.name, got)
		}
	}
	if got := GuessKind(read(t, "Name;E-mail;Institution\nAna Perin;ana@mail.example;Court\n")); got != Registrations {
		t.Errorf("a list of people is taken for %s", got)
	}
}

// TestSuggestChoosesTheSheet: of a workbook the sheet that holds most fields.
func TestSuggestChoosesTheSheet(t *testing.T) {
	list := read(t, "Name;E-mail;Attended\nAna Perin;ana@mail.example;yes\n").Sheets[0]
	list.Name = "List"
	f := tabular.File{Name: "book.xlsx", Sheets: []tabular.Sheet{{Name: "Notes", Rows: read(t, "Remarks;\nBring water;\n").Sheets[0].Rows}, list, {Name: "Empty"}}}
	if m := Suggest(f, Attendance); m.Sheet != "List" || m.Header != 1 {
		t.Errorf("%+v", m)
	}
	l := LookAt(f, Attendance, Suggest(f, Attendance))
	if !slices.Equal(l.Sheets, []string{"Notes", "List", "Empty"}) || len(l.Lines) != 2 || len(l.Columns) != 3 || l.Columns[1].Field != "email" ||
		!slices.Equal(l.Columns[1].Samples, []string{"ana@mail.example"}) || l.Columns[1].Title != "E-mail" || l.Columns[1].Letter != "B" {
		t.Errorf("%+v", l)
	}
	if m := SuggestIn(f, Attendance, "Notes"); m.Sheet != "Notes" {
		t.Errorf("%+v", m)
	}
}

func TestLacks(t *testing.T) {
	f := read(t, "Name;E-mail;Attended\nAna Perin;ana@mail.example;yes\n")
	for name, c := range map[string]struct {
		kind  string
		m     tabular.Mapping
		lacks string
	}{
		"nothing":            {Attendance, tabular.Mapping{Header: 1}, "who the people are"},
		"people alone":       {Attendance, tabular.Mapping{Header: 1, Columns: map[string]int{"email": 1}}, "that the people were there"},
		"one for two":        {Attendance, tabular.Mapping{Header: 1, Columns: map[string]int{"email": 1, "full_name": 1, "attended": 2}}, "Column B is chosen for two fields"},
		"none there":         {Attendance, tabular.Mapping{Header: 1, Columns: map[string]int{"email": 7, "attended": 2}}, "no column H"},
		"an unknown field":   {Registrations, tabular.Mapping{Header: 1, Columns: map[string]int{"email": 1, "attended": 2}}, "no field “attended”"},
		"a line without row": {Registrations, tabular.Mapping{Header: 9, Columns: map[string]int{"email": 1}}, "line of the header"},
	} {
		if lacks := strings.Join(Lacks(f, c.kind, c.m), " "); !strings.Contains(lacks, c.lacks) {
			t.Errorf("%s: %q does not say %q", name, lacks, c.lacks)
		}
		if _, err := Mapped(f, c.kind, c.m); !fault.Is(err, fault.Invalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestChosenBy(t *testing.T) {
	f := read(t, "List of people;;;\nName, surname;E-mail;Min;Min\nAna Perin;ana@mail.example;1;2\n")
	none, one := 0, 1
	for text, want := range map[string]tabular.Mapping{
		"full_name=Name, surname,minutes=C":           {Header: 2, Columns: map[string]int{"full_name": 0, "minutes": 2}},
		"name=name, SURNAME , email=E-mail,minutes=4": {Header: 2, Columns: map[string]int{"full_name": 0, "email": 1, "minutes": 3}},
		"email=B,minutes=min#2":                       {Header: 2, Columns: map[string]int{"email": 1, "minutes": 3}},
	} {
		if got, err := ChosenBy(f, Attendance, text, nil, nil); err != nil || got.Header != want.Header || !maps.Equal(got.Columns, want.Columns) {
			t.Errorf("%s: %+v, %v", text, got, err)
		}
	}
	if got, err := ChosenBy(f, Attendance, "email=B,minutes=C", nil, &none); err != nil || got.Header != 0 {
		t.Errorf("without a header: %+v, %v", got, err)
	}
	if got, err := ChosenBy(f, Attendance, "email=B,minutes=C", nil, &one); err != nil || got.Header != 1 {
		t.Errorf("another header: %+v, %v", got, err)
	}
	sheet := "Nowhere"
	if _, err := ChosenBy(f, Attendance, "email=B", &sheet, nil); !fault.Is(err, fault.NotFound) {
		t.Errorf("no such sheet: %v", err)
	}
	for text, code := range map[string]fault.Code{
		"": fault.Invalid, "Name": fault.Invalid, "colour=B": fault.Invalid, "email=B,email=C": fault.Invalid, "email=": fault.Invalid, "x,email=B": fault.Invalid,
		"email=Address": fault.NotFound, "email=Z": fault.NotFound, "email=B,minutes=Min": fault.Ambiguous, "email=Ime": fault.NotFound,
	} {
		if _, err := ChosenBy(f, Attendance, text, nil, nil); !fault.Is(err, code) {
			t.Errorf("%q: %v, want %s", text, err, code)
		}
	}
	for text, kind := range map[string]string{"email=B,question=C": Survey, "name=A,ignore=B": Survey, "answer=A": Survey, "email=B,join=C": Attendance, "name=A,first_join=B": Attendance, "name=A,email=B": Registrations, "": Registrations} {
		if got := KindOf(text); got != kind {
			t.Errorf("%q is %s", text, got)
		}
	}
}

// TestChoiceReadsBack: the choice that is proposed is read as the mapping it was written from, whatever the titles are.
func TestChoiceReadsBack(t *testing.T) {
	for _, header := range []string{"Name;E-mail;Attended", "Name, surname;Mail;Attended", ";x;", "A;B;C", "B;C;A", "Min;Min;Min", "x,email=y;\"q\";it's", "3;1;2", "Name;name;NAME"} {
		f := read(t, "first;line\n"+header+"\nAna Perin;ana@mail.example;yes\n")
		m := tabular.Mapping{Header: 2, Columns: map[string]int{"full_name": 0, "email": 1, "attended": 2}}
		text := ChoiceOf(f, Attendance, m)
		got, err := ChosenBy(f, Attendance, text, nil, &m.Header)
		if err != nil {
			t.Errorf("%s: %q: %v", header, text, err)
			continue
		}
		for field, column := range got.Columns {
			if m.Columns[field] != column {
				t.Errorf("%s: %q gives %v", header, text, got.Columns)
			}
		}
	}
}
