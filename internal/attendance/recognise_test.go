package attendance

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// exact is a record with seconds; worn is the row of a copy.
func exact(name, email string, join, leave time.Duration) Record {
	r := Record{Kind: StayRow, Name: name, Email: email, Join: at(0).Add(join), Leave: at(0).Add(leave), Line: 7}
	r.Key = Key(r)
	return r
}

const mi, sec = time.Minute, time.Second

// TestRecognise: what a copy has lost is not taken for a new row; what it says otherwise is.
func TestRecognise(t *testing.T) {
	ana := exact("Ayşe Perinoğlu", "perin@mail.example", 3*mi+12*sec, 61*mi+40*sec)
	guest := exact("Гоце Ристов", "", 2*mi+5*sec, 50*mi+59*sec)
	short := exact("Bor Kolar", "kolar@mail.example", 5*mi+1*sec, 5*mi+40*sec)
	known := []Record{ana, guest, short}
	for _, c := range []struct {
		why  string
		row  Record
		want string // the name of the known record, "" for a new row
	}{
		{"without seconds", exact("Ayşe Perinoğlu", "perin@mail.example", 3*mi, 61*mi), ana.Name},
		{"without seconds and letters", exact("Ay?e Perino?lu", "perin@mail.example", 3*mi, 61*mi), ana.Name},
		{"without letters, nearest ones in their place", exact("Ayse Perino?lu", "perin@mail.example", 3*mi+12*sec, 61*mi+40*sec), ana.Name},
		{"no letter left, no address", exact("???? ??????", "", 2*mi+5*sec, 50*mi+59*sec), guest.Name},
		{"a stay within a minute", exact("Bor Kolar", "kolar@mail.example", 5*mi, 6*mi), short.Name},
		{"another minute", exact("Ayşe Perinoğlu", "perin@mail.example", 4*mi, 61*mi), ""},
		{"another second", exact("Ayşe Perinoğlu", "perin@mail.example", 3*mi+13*sec, 61*mi+40*sec), ""},
		{"another address", exact("Ayşe Perinoğlu", "", 3*mi, 61*mi), ""},
		{"another name", exact("Ayla Perinoğlu", "perin@mail.example", 3*mi, 61*mi), ""},
		{"another length of the name", exact("????? ??????", "", 2*mi+5*sec, 50*mi+59*sec), ""},
	} {
		c.row.Line = 31
		got := Recognise(known, []Record{c.row})[0]
		if (got.Key != c.row.Key) != (c.want != "") || c.want != "" && got.Name != c.want || got.Line != 31 {
			t.Errorf("%s: became %q at line %d", c.why, got.Name, got.Line)
		}
	}
}

// TestRecogniseOneForOne: a known record stands for one row; with two known rows of different names nobody is guessed.
func TestRecogniseOneForOne(t *testing.T) {
	ana := exact("Ana Perin", "desk@mail.example", 3*mi+12*sec, 61*mi+40*sec)
	cut := exact("Ana Perin", "desk@mail.example", 3*mi, 61*mi)
	twice := Recognise([]Record{ana}, []Record{cut, cut})
	if twice[0].Key == twice[1].Key {
		t.Error("one known record stands for two rows")
	}
	if got := Recognise([]Record{ana}, []Record{ana, cut}); got[1].Key != cut.Key {
		t.Error("a record that is in the file itself stands for another row")
	}
	eva := exact("Eva Perin", "desk@mail.example", 3*mi+30*sec, 61*mi+2*sec)
	if got := Recognise([]Record{ana, eva}, []Record{exact("??? Perin", "desk@mail.example", 3*mi, 61*mi)}); got[0].Key == ana.Key || got[0].Key == eva.Key {
		t.Error("one of two people was guessed")
	}
}

// TestCoarseAndExactExports: the stays of a file in whole minutes go where another file has them with seconds.
func TestCoarseAndExactExports(t *testing.T) {
	ana := exact("Ana Perin", "perin@mail.example", 3*mi+12*sec, 61*mi+40*sec)
	later := exact("Ana Perin", "perin@mail.example", 70*mi, 80*mi)
	cut := exact("Ana Perin", "perin@mail.example", 3*mi, 61*mi)
	persons := Group([]Record{cut, later, ana})
	if len(persons) != 1 || len(persons[0].Stays) != 2 || Presence(persons[0], at(0), at(120)) != 3508+600 {
		t.Errorf("%+v", persons)
	}
}

// TestOneFileIsNoCopyOfItself: of two stays in one file that differ in seconds only, none is taken for the other.
func TestOneFileIsNoCopyOfItself(t *testing.T) {
	first, second := exact("Ana Perin", "perin@mail.example", 3*mi, 61*mi), exact("Ana Perin", "perin@mail.example", 3*mi+11*sec, 61*mi)
	first.Sources, second.Sources = []Source{{File: "a", Line: 2}}, []Source{{File: "a", Line: 3}}
	if p := Group([]Record{first, second})[0]; len(p.Stays) != 2 || Presence(p, at(0), at(120)) != 58*60 {
		t.Errorf("one file: %v", p.Stays)
	}
	second.Sources[0].File = "b"
	if p := Group([]Record{first, second})[0]; len(p.Stays) != 1 {
		t.Errorf("a copy: %v", p.Stays)
	}
}

// TestCopiesOfTheSamples: copies without seconds, and without letters, are known row by row.
func TestCopiesOfTheSamples(t *testing.T) {
	for _, name := range []string{sampleWebinar, sampleMeeting, sampleTeams} {
		known := read(t, name, Options{Zone: bucharest(t), Date: sampleStart}).Records
		worn := slices.Clone(known)
		for i := range worn {
			r := &worn[i]
			lose := strings.NewReplacer("ş", "?", "ğ", "?", "İ", "?", "Ђ", "?", "и", "?")
			r.Name, r.Registrant = lose.Replace(r.Name), lose.Replace(r.Registrant)
			r.Join, r.Leave = r.Join.Truncate(time.Minute), r.Leave.Truncate(time.Minute)
			r.Key = Key(*r)
		}
		want := map[string]bool{}
		for _, r := range known {
			want[r.Key] = true
		}
		for _, r := range Recognise(known, worn) {
			if !want[r.Key] {
				t.Errorf("%s: line %d is new", name, r.Line)
			}
		}
	}
}
