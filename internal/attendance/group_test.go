package attendance

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// rec is a record as a reader gives it: a name, an address and a stay in minutes after the start, in one file.
func rec(file, name, email string, join, leave int) Record {
	r := Record{Kind: StayRow, Name: name, Email: email, Join: at(join), Leave: at(leave), Sources: []Source{{File: file, Name: file, Line: join + 1000}}}
	r.Key = Key(r)
	return r
}

// partition writes who stands with whom: the display names of each person, sorted.
func partition(persons []Person) string {
	var out []string
	for _, p := range persons {
		var names []string
		for _, r := range p.Records {
			names = append(names, r.Name)
		}
		slices.Sort(names)
		out = append(out, strings.Join(names, "+"))
	}
	slices.Sort(out)
	return strings.Join(out, " | ")
}

func TestGroupWithinOneFile(t *testing.T) {
	const mail, other = "perin@mail.example", "kolar@mail.example"
	for _, c := range []struct {
		why     string
		records []Record
		want    string
	}{
		{"equal address in another case, with a tag, names share the surname",
			[]Record{rec("f", "Ana Perin", mail, 0, 10), rec("f", "PERIN A.", "Perin+zoom@Mail.example ", 20, 30)}, "Ana Perin+PERIN A."},
		{"one letter's difference in the surname",
			[]Record{rec("f", "Ana Perin", mail, 0, 10), rec("f", "Ana Perim", mail, 20, 30)}, "Ana Perim+Ana Perin"},
		{"equal address, a given name only",
			[]Record{rec("f", "Ana Perin", mail, 0, 10), rec("f", "Ana", mail, 20, 30)}, "Ana+Ana Perin"},
		{"equal address, two people",
			[]Record{rec("f", "Ana Perin", mail, 0, 10), rec("f", "Bor Kolar", mail, 20, 30)}, "Ana Perin | Bor Kolar"},
		{"a given name that fits one of two people behind an address",
			[]Record{rec("f", "Ana Perin", mail, 0, 10), rec("f", "Bor Kolar", mail, 0, 10), rec("f", "Bor", mail, 20, 30)}, "Ana Perin | Bor+Bor Kolar"},
		{"a given name that fits both of two people behind an address joins nobody",
			[]Record{rec("f", "Ana Perin", mail, 0, 10), rec("f", "Ana Kolar", mail, 0, 10), rec("f", "Ana", mail, 20, 30)}, "Ana | Ana Kolar | Ana Perin"},
		{"a device at an address of one person",
			[]Record{rec("f", "Ana Perin", mail, 0, 10), rec("f", "iPhone", mail, 20, 30)}, "Ana Perin+iPhone"},
		{"different addresses are two people of one name",
			[]Record{rec("f", "Ana Perin", mail, 0, 10), rec("f", "Ana Perin", other, 20, 30)}, "Ana Perin | Ana Perin"},
		{"an address and none are left to the matcher",
			[]Record{rec("f", "Ana Perin", mail, 0, 10), rec("f", "Ana Perin", "", 20, 30)}, "Ana Perin | Ana Perin"},
		{"no addresses, equal names in any order and script",
			[]Record{rec("f", "Đorđe Perin", "", 0, 10), rec("f", "ПЕРИН Ђорђе", "", 20, 30)}, "Đorđe Perin+ПЕРИН Ђорђе"},
		{"no addresses, a given name proves nothing",
			[]Record{rec("f", "Ana Perin", "", 0, 10), rec("f", "Ana", "", 10, 30)}, "Ana | Ana Perin"},
		{"no addresses, one letter's difference proves nothing",
			[]Record{rec("f", "Ana Perin", "", 0, 10), rec("f", "Ana Perim", "", 10, 30)}, "Ana Perim | Ana Perin"},
		{"a device that comes back",
			[]Record{rec("f", "iPhone", "", 0, 10), rec("f", "iPhone", "", 20, 30)}, "iPhone+iPhone"},
		{"two devices of one name at once",
			[]Record{rec("f", "iPhone", "", 0, 20), rec("f", "iPhone", "", 10, 30)}, "iPhone | iPhone"},
	} {
		t.Run(c.why, func(t *testing.T) {
			if got := partition(Group(c.records)); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
			slices.Reverse(c.records)
			if got := partition(Group(c.records)); got != c.want {
				t.Errorf("in the other order %s, want %s", got, c.want)
			}
		})
	}
}

func TestGroupByPlatformID(t *testing.T) {
	a, b, c := rec("f", "Ana Perin", "", 0, 10), rec("f", "Somebody Else", "", 20, 30), rec("f", "Ana Perin", "", 40, 50)
	a.PlatformID, b.PlatformID, c.PlatformID = "one@tenant", "ONE@tenant", "two@tenant"
	if got := partition(Group([]Record{a, b, c})); got != "Ana Perin | Ana Perin+Somebody Else" {
		t.Error(got)
	}
}

// TestTwins: two exports of one meeting hold the same people when the stays say so, and only then.
func TestTwins(t *testing.T) {
	const mail, other = "perin@mail.example", "kolar@mail.example"
	for _, c := range []struct {
		why     string
		records []Record
		want    int
	}{
		{"same stays, one letter's difference",
			[]Record{rec("f", "Ana Perin", mail, 0, 10), rec("g", "Ana Perim", "", 0, 10)}, 1},
		{"same stays, initial and surname",
			[]Record{rec("f", "Ana Perin", mail, 0, 10), rec("g", "A. Perin", "", 0, 10)}, 1},
		{"same stays, a device with a given name that fits",
			[]Record{rec("f", "Ana Perin", mail, 0, 10), rec("g", "Galaxy A50 (Ana)", "", 0, 10)}, 1},
		{"one export shows the person under two names",
			[]Record{rec("f", "Ana Perin", mail, 0, 10), rec("f", "Ana Perin", mail, 20, 30), rec("g", "Ana", "", 0, 10), rec("g", "Perin A.", "", 20, 30)}, 1},
		{"same stays, other names", []Record{rec("f", "Ana Perin", mail, 0, 10), rec("g", "Bor Kolar", "", 0, 10)}, 2},
		{"same stays, a bare device", []Record{rec("f", "Ana Perin", mail, 0, 10), rec("g", "iPhone", "", 0, 10)}, 2},
		{"same stays, other addresses", []Record{rec("f", "Ana Perin", mail, 0, 10), rec("g", "Ana Perin", other, 0, 10)}, 2},
		{"one minute apart", []Record{rec("f", "Ana Perin", mail, 0, 10), rec("g", "Ana Perim", "", 0, 11)}, 2},
		{"one stay of two is not there", []Record{rec("f", "Ana Perin", mail, 0, 10), rec("f", "Ana Perin", mail, 20, 30),
			rec("g", "A. Perin", "", 0, 10), rec("g", "A. Perin", "", 40, 50)}, 2},
		{"the stay is not unique in the other file",
			[]Record{rec("f", "Ana Perin", mail, 0, 10), rec("g", "Ana Perim", "", 0, 10), rec("g", "Ana Kolar", "", 0, 10)}, 3},
		{"the same file never joins by stays", []Record{rec("f", "Ana Perin", mail, 0, 10), rec("f", "A. Perin", "", 0, 10)}, 2},
		{"no third export joins two addresses",
			[]Record{rec("f", "Ana Perin", mail, 0, 10), rec("g", "A. Perin", "", 0, 10), rec("h", "Perin", other, 0, 10)}, 3},
	} {
		t.Run(c.why, func(t *testing.T) {
			if got := Group(c.records); len(got) != c.want {
				t.Errorf("%d persons (%s), want %d", len(got), partition(got), c.want)
			}
		})
	}
	persons := Group([]Record{rec("f", "Ana Perin", mail, 0, 10), rec("g", "A. Perin", "", 0, 10)})
	if got := persons[0]; len(got.Stays) != 1 || len(got.Records) != 2 {
		t.Errorf("one stay seen by two exports counts %d times over %d records", len(got.Stays), len(got.Records))
	}
}

func TestPersonNameRoleAndStays(t *testing.T) {
	long, short := rec("f", "A. Perin", "perin@mail.example", 0, 60), rec("f", "Ana Perin", "perin@mail.example", 70, 80)
	if p := Group([]Record{long, short})[0]; p.Name != "A. Perin" || !reflect.DeepEqual(p.Names, []string{"A. Perin", "Ana Perin"}) {
		t.Errorf("by most seconds: %s, %q", p.Name, p.Names)
	}
	short.Original = "Ana Perin-Kolar"
	if p := Group([]Record{long, short})[0]; p.Name != "Ana Perin-Kolar" {
		t.Errorf("the original name stands first: %s", p.Name)
	}
	long.Registrant = "Perin Ana"
	if p := Group([]Record{long, short})[0]; p.Name != "Perin Ana" {
		t.Errorf("the registrant name stands before it: %s", p.Name)
	}
	long.Mark, short.Mark = Attendee, Panelist
	if p := Group([]Record{long, short})[0]; p.Role != Panelist {
		t.Errorf("role %s", p.Role)
	}
	if p := Group([]Record{rec("f", "+355*****12", "", 0, 60)})[0]; p.Role != Phone {
		t.Errorf("a number is %s", p.Role)
	}
	early, late := rec("f", "Ana Perin", "", 0, 60), rec("f", "Ana Perin", "", 0, 45)
	early.Open = true
	early.Key = Key(early)
	if p := Group([]Record{early, late})[0]; len(p.Stays) != 1 || p.Stays[0].Open || !p.Stays[0].Leave.Equal(at(45)) {
		t.Errorf("an open stay stands beside its fuller self: %v", p.Stays)
	}
	waiting := rec("f", "Ana Perin", "", 0, 60)
	waiting.Kind = WaitingRoom
	if got := Group([]Record{waiting}); len(got) != 0 {
		t.Errorf("the waiting room is attendance: %v", got)
	}
}

// TestTotalsOfTwoExports: what two files say of one meeting is not added up, what one file says in two rows is.
func TestTotalsOfTwoExports(t *testing.T) {
	total := func(file string, line, minutes int) Record {
		return Record{Kind: StayRow, Name: "Ana Perin", Total: time.Duration(minutes) * time.Minute, HasTotal: true, Sources: []Source{{File: file, Line: line}}}
	}
	p := Group([]Record{total("f", 2, 30), total("f", 3, 20), total("g", 2, 45)})[0]
	if !p.TotalOnly || p.Total != 50*time.Minute {
		t.Errorf("total %v", p.Total)
	}
	if p = Group([]Record{total("f", 2, 30), rec("g", "Ana Perin", "", 0, 10)})[0]; p.TotalOnly || Presence(p, at(0), at(120)) != 600 {
		t.Error("a total counts beside times")
	}
}

func TestNoShows(t *testing.T) {
	absent := Record{Kind: NoShow, Name: "Ana Perin", Email: "perin@mail.example", Line: 3}
	again := Record{Kind: NoShow, Name: "Perin Ana", Email: "PERIN@mail.example", Line: 4}
	if got := NoShows([]Record{absent, again}); got != 1 {
		t.Errorf("one person stands twice as absent: %d", got)
	}
	if got := NoShows([]Record{absent, rec("f", "Ana Perin", "perin@mail.example", 0, 10)}); got != 0 {
		t.Errorf("who was there is absent: %d", got)
	}
}

// anyRecords draws records of a small world, so that names, addresses and times meet.
func anyRecords() *rapid.Generator[[]Record] {
	names := []string{"Ana Perin", "PERIN Ana", "Ana Perim", "Ana", "A. Perin", "Ana Kolar", "Bor Kolar", "iPhone", "Galaxy (Ana)", "+355 69 123 4567", "Ана Перин", "Ministry of Justice"}
	emails := []string{"", "", "perin@mail.example", "Perin+x@mail.example", "kolar@mail.example"}
	return rapid.Custom(func(t *rapid.T) []Record {
		var out []Record
		for range rapid.IntRange(0, 14).Draw(t, "rows") {
			join := rapid.IntRange(0, 6).Draw(t, "join") * 10
			r := rec(rapid.SampledFrom([]string{"f", "g", "h"}).Draw(t, "file"), rapid.SampledFrom(names).Draw(t, "name"),
				rapid.SampledFrom(emails).Draw(t, "address"), join, join+10*rapid.IntRange(1, 4).Draw(t, "length"))
			if rapid.IntRange(0, 6).Draw(t, "open") == 0 {
				r.Open = true
				r.Key = Key(r)
			}
			if rapid.IntRange(0, 6).Draw(t, "id") == 0 {
				r.PlatformID = rapid.SampledFrom([]string{"1", "2"}).Draw(t, "platform id")
				r.Key = Key(r)
			}
			out = append(out, r)
		}
		return out
	})
}

// TestGroupProperties: the order of records and files changes nothing, records given twice change nothing, every record
// stands in exactly one person, and nobody is there longer than the window.
func TestGroupProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		records := anyRecords().Draw(t, "records")
		want := Group(records)
		if got := Group(rapid.Permutation(records).Draw(t, "order")); !reflect.DeepEqual(got, want) {
			t.Fatalf("another order gives %s, not %s", partition(got), partition(want))
		}
		if got := Group(slices.Concat(records, records)); !reflect.DeepEqual(got, want) {
			t.Fatal("records given twice change the persons")
		}
		keys, ids := map[string]int{}, map[string]bool{}
		for _, p := range want {
			if ids[p.ID] {
				t.Fatal("two persons share an id")
			}
			ids[p.ID] = true
			for _, r := range p.Records {
				keys[r.Key]++
			}
			if got := Presence(p, sampleStart, sampleEnd); got > 7200 {
				t.Fatalf("presence %d", got)
			}
		}
		for _, r := range records {
			if keys[r.Key] != 1 {
				t.Fatalf("a record stands in %d persons", keys[r.Key])
			}
		}
	})
}

// TestSharedMailbox: behind an address of very many names only equal names are one person.
func TestSharedMailbox(t *testing.T) {
	const mail = "office@mail.example"
	records := []Record{rec("f", "Ana Perin", mail, 0, 10), rec("f", "PERIN Ana", mail, 20, 30), rec("f", "A. Perin", mail, 40, 50)}
	if got := len(Group(records)); got != 1 {
		t.Errorf("three spellings of one name are %d persons", got)
	}
	for i := range manyNames {
		records = append(records, rec("f", fmt.Sprintf("Name%d Other%d", i, i), mail, i, i+1))
	}
	if got, want := len(Group(records)), manyNames+2; got != want {
		t.Errorf("%d persons, want %d", got, want)
	}
}

func BenchmarkGroup(b *testing.B) {
	var records []Record
	for i := range 10000 {
		records = append(records, rec("f", fmt.Sprintf("Ana%d Perin%d", i%4000, i%4000), fmt.Sprintf("p%d@mail.example", i%4000), i%100, i%100+5))
	}
	for b.Loop() {
		Group(records)
	}
}

// TestTotalsBetweenTimes: where only the total of a row counts, its times bound it and are no stay; a file that tells the
// person's stays is better, wherever it stands.
func TestTotalsBetweenTimes(t *testing.T) {
	row := func(file string, kind Kind, join, leave, total int) Record {
		return Record{Kind: kind, Name: "Ana Perin", Join: at(join), Leave: at(leave), Total: time.Duration(total) * time.Minute, HasTotal: true, Sources: []Source{{File: file, Line: join}}}
	}
	gaps := row("a", TotalRow, 0, 100, 60)
	again := row("a", StayRow, 110, 118, 8)
	stays := []Record{row("b", StayRow, 0, 30, 30), row("b", StayRow, 70, 100, 30)}
	for _, c := range []struct {
		why       string
		records   []Record
		totalOnly bool
		minutes   float64
		presence  int
	}{
		{"a total alone", []Record{gaps}, true, 60, 60},
		{"a total and a stay of the same file", []Record{gaps, again}, true, 68, 68},
		{"another file tells the stays", append([]Record{gaps}, stays...), false, 60, 60},
		{"a stay of the file with the total adds to the other's", append([]Record{gaps, again}, stays...), false, 68, 68},
	} {
		persons := Group(c.records)
		if len(persons) != 1 {
			t.Fatalf("%s: %d persons", c.why, len(persons))
		}
		p := persons[0]
		union, _, _ := Minutes(p)
		if p.TotalOnly != c.totalOnly || union != c.minutes || Presence(p, at(0), at(120)) != c.presence*60 || (len(p.Spans) > 0) != c.totalOnly {
			t.Errorf("%s: total only %v, %.1f minutes, presence %d s, spans %v", c.why, p.TotalOnly, union, Presence(p, at(0), at(120)), p.Spans)
		}
	}
	longer := gaps
	longer.Total += time.Minute
	if Key(gaps) == Key(longer) {
		t.Error("two totals between the same times have one key")
	}
}
