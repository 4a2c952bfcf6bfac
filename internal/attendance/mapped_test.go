package attendance

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/charmap"

	"rapporteur/internal/fault"
	"rapporteur/internal/tabular"
)

// textTable reads lines as a file.
func textTable(t *testing.T, lines ...string) tabular.File {
	t.Helper()
	f, err := tabular.Read("list.csv", []byte(strings.Join(lines, "\n")), tabular.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	return *f
}

// webinarDay is the start of the webinar that the lists of these tests are of: 14:00 in Bucharest.
var webinarDay = time.Date(2026, 3, 4, 12, 0, 0, 0, time.UTC)

// told is what a list says of each person in one line: minutes, "declared" or "no-show".
func told(r Reading) map[string]string {
	out := map[string]string{}
	for _, p := range Group(r.Records) {
		minutes, _, _ := Minutes(p)
		out[p.Name] = fmt.Sprintf("%.1f", minutes)
		if p.Declared {
			out[p.Name] = "declared"
		}
	}
	for _, rec := range r.Records {
		if rec.Kind == NoShow {
			out[rec.Name] = "no-show"
		}
	}
	return out
}

func TestMappedTables(t *testing.T) {
	central, err := charmap.Windows1250.NewEncoder().String("Prezime;Ime;Došao;Otišao\nKovačević;Živa;4.3.2026. 14:00;4.3.2026. 15:10\nŠarić;Đuro;4.3.2026. 14:05:30;4.3.2026. 14:06:00\n")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name    string
		text    string
		mapping tabular.Mapping
		want    map[string]string
		remarks []int // lines
	}{
		{"an Albanian list with a title above", "Pjesëmarrësit\n\nEmri,Posta,Hyrja,Dalja\nAna Perin,ana@mail.example,2026-03-04 14:00:00,2026-03-04 15:00:30\nBor Kolar,,2026-03-04 14:10:00,2026-03-04 14:20:00\nBor Kolar,,2026-03-04 14:15:00,2026-03-04 14:40:00\n",
			tabular.Mapping{Header: 3, Columns: map[string]int{"full_name": 0, "email": 1, "join": 2, "leave": 3}},
			map[string]string{"Ana Perin": "60.5", "Bor Kolar": "30.0"}, nil},
		{"semicolons, windows-1250, days first with dots", central,
			tabular.Mapping{Header: 1, Columns: map[string]int{"last_name": 0, "first_name": 1, "join": 2, "leave": 3}},
			map[string]string{"Živa Kovačević": "70.0", "Đuro Šarić": "0.5"}, nil},
		{"no header", "Ana Perin;ana@mail.example;95\nBor Kolar;bor@mail.example;1 h 12\n",
			tabular.Mapping{Columns: map[string]int{"full_name": 0, "email": 1, "minutes": 2}},
			map[string]string{"Ana Perin": "95.0", "Bor Kolar": "72.0"}, nil},
		{"two rows of titles", "Person;;Presence;\nName;E-mail;From;To\nAna Perin;ana@mail.example;04/03/2026 14:00;04/03/2026 14:30\nBor Kolar;bor@mail.example;04/03/2026 14:00;04/03/2026 14:45\n",
			tabular.Mapping{Header: 2, Columns: map[string]int{"full_name": 0, "email": 1, "join": 2, "leave": 3}},
			map[string]string{"Ana Perin": "30.0", "Bor Kolar": "45.0"}, nil},
		{"hours in the title", "Name;Dauer in Stunden\nAna Perin;1,5\nBor Kolar;0.25\n",
			tabular.Mapping{Header: 1, Columns: map[string]int{"full_name": 0, "minutes": 1}},
			map[string]string{"Ana Perin": "90.0", "Bor Kolar": "15.0"}, nil},
		{"lengths as clocks", "Name;Duration\nAna Perin;01:12:30\nBor Kolar;0:05\n",
			tabular.Mapping{Header: 1, Columns: map[string]int{"full_name": 0, "minutes": 1}},
			map[string]string{"Ana Perin": "72.5", "Bor Kolar": "5.0"}, nil},
		{"times of day, one over midnight", "Name;In;Out\nAna Perin;13:55;15:00\nBor Kolar;23:50;00:10\n",
			tabular.Mapping{Header: 1, Columns: map[string]int{"full_name": 0, "join": 1, "leave": 2}},
			map[string]string{"Ana Perin": "65.0", "Bor Kolar": "20.0"}, nil},
		{"a date beside times of day, one over midnight", "Name;Date;In;Out\nAna Perin;4.3.2026.;13:55;15:00\nBor Kolar;4.3.2026.;23:50;00:10\nCyr Kolar;;14:00;14:30\n",
			tabular.Mapping{Header: 1, Columns: map[string]int{"full_name": 0, "date": 1, "join": 2, "leave": 3}},
			map[string]string{"Ana Perin": "65.0", "Bor Kolar": "20.0", "Cyr Kolar": "30.0"}, nil},
		{"dates that a spreadsheet ends with midnight", "Name;Day;In;Out\nAna Perin;2026-03-04 00:00:00;13:55;15:00\n",
			tabular.Mapping{Header: 1, Columns: map[string]int{"full_name": 0, "date": 1, "join": 2, "leave": 3}},
			map[string]string{"Ana Perin": "65.0"}, nil},
		{"a bracket is no earlier name unless the officer says so", "Name;Min\nAnča (Ana Perin);10\n",
			tabular.Mapping{Header: 1, Columns: map[string]int{"full_name": 0, "minutes": 1}},
			map[string]string{"Anča (Ana Perin)": "10.0"}, nil},
		{"renamed people, new (original)", "Name;Min\nAnča (Ana Perin);10\nBor Kolar (iPhone);20\nCyr Kolar;5\n",
			tabular.Mapping{Header: 1, Columns: map[string]int{"renamed_name": 0, "minutes": 1}},
			map[string]string{"Ana Perin": "10.0", "Bor Kolar": "20.0", "Cyr Kolar": "5.0"}, nil},
		{"a join and the minutes", "Name;In;Minutes\nAna Perin;14:00;30\n",
			tabular.Mapping{Header: 1, Columns: map[string]int{"full_name": 0, "join": 1, "minutes": 2}},
			map[string]string{"Ana Perin": "30.0"}, nil},
		{"first and last time, with fewer minutes between", "Name;First;Last;Minutes\nAna Perin;14:00;15:00;25\nBor Kolar;14:00;15:00;60\n",
			tabular.Mapping{Header: 1, Columns: map[string]int{"full_name": 0, "join": 1, "leave": 2, "minutes": 3}},
			map[string]string{"Ana Perin": "25.0", "Bor Kolar": "60.0"}, nil},
		{"the header again, a blank row, and rows that cannot be read", "Name;Min\nAna Perin;10\n;\nName;Min\n;12\nBor Kolar;many\nCyr Kolar;\n",
			tabular.Mapping{Header: 1, Columns: map[string]int{"full_name": 0, "minutes": 1}},
			map[string]string{"Ana Perin": "10.0"}, []int{5, 6, 7}},
		{"minutes of nought are absence", "Name;Min\nAna Perin;10\nBor Kolar;0\n",
			tabular.Mapping{Header: 1, Columns: map[string]int{"full_name": 0, "minutes": 1}},
			map[string]string{"Ana Perin": "10.0", "Bor Kolar": "no-show"}, nil},
		{"only ticks: a blank is a no", "Name;Was there\nAna Perin;x\nBor Kolar;\nCyr Kolar;✓\n",
			tabular.Mapping{Header: 1, Columns: map[string]int{"full_name": 0, "attended": 1}},
			map[string]string{"Ana Perin": "declared", "Bor Kolar": "no-show", "Cyr Kolar": "declared"}, nil},
		{"yes and no: a blank and a perhaps are neither", "Name;Attended\nAna Perin;yes\nBor Kolar;no\nCyr Kolar;\nDan Kolar;perhaps\n",
			tabular.Mapping{Header: 1, Columns: map[string]int{"full_name": 0, "attended": 1}},
			map[string]string{"Ana Perin": "declared", "Bor Kolar": "no-show"}, []int{4, 5}},
		{"a yes beside times and minutes", "Name;Attended;In;Out;Min\nAna Perin;yes;14:00;14:30;\nBor Kolar;yes;;;20\nCyr Kolar;yes;;;\nDan Kolar;no;14:00;14:30;\nEva Kolar;;14:00;14:10;\nFin Kolar;yes;;;0\n",
			tabular.Mapping{Header: 1, Columns: map[string]int{"full_name": 0, "attended": 1, "join": 2, "leave": 3, "minutes": 4}},
			map[string]string{"Ana Perin": "30.0", "Bor Kolar": "20.0", "Cyr Kolar": "declared", "Dan Kolar": "no-show", "Eva Kolar": "10.0", "Fin Kolar": "0.0"}, []int{5, 7}},
		{"a list of those who were there", "No;Participants;Institution\n1;Ana Perin;Court\n2;Bor Kolar;\n;;\n3;;Police\n",
			tabular.Mapping{Header: 1, Columns: map[string]int{"listed_name": 1, "organisation": 2}},
			map[string]string{"Ana Perin": "declared", "Bor Kolar": "declared"}, []int{5}},
		{"nobody leaves", "Name;In\nAna Perin;14:00\n",
			tabular.Mapping{Header: 1, Columns: map[string]int{"full_name": 0, "join": 1}},
			map[string]string{"Ana Perin": "120.0"}, []int{1, 2}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := ReadMapped(textTable(t, c.text), c.mapping, Options{Zone: bucharest(t), Date: webinarDay, End: webinarDay.Add(2 * time.Hour)})
			if err != nil {
				t.Fatal(err)
			}
			if got := told(r); !reflect.DeepEqual(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
			var lines []int
			for _, p := range r.Problems {
				lines = append(lines, p.Line)
				if strings.Contains(p.Message, "Kolar") || strings.Contains(p.Message, "Perin") {
					t.Errorf("a remark holds a name: %s", p.Message)
				}
			}
			slices.Sort(lines)
			if !slices.Equal(lines, c.remarks) {
				t.Errorf("remarks on %v, want %v: %v", lines, c.remarks, r.Problems)
			}
			if r.Format != MappedTable {
				t.Errorf("format %q", r.Format)
			}
		})
	}
}

func TestMappedFaults(t *testing.T) {
	f := textTable(t, "Name;In;Out", "Ana Perin;14:00;15:00")
	for name, c := range map[string]struct {
		m    tabular.Mapping
		o    Options
		code fault.Code
	}{
		"nobody named":       {tabular.Mapping{Header: 1, Columns: map[string]int{"join": 1}}, Options{Date: webinarDay}, fault.Invalid},
		"nothing of being":   {tabular.Mapping{Header: 1, Columns: map[string]int{"full_name": 0}}, Options{Date: webinarDay}, fault.Invalid},
		"a leave alone":      {tabular.Mapping{Header: 1, Columns: map[string]int{"full_name": 0, "leave": 2}}, Options{Date: webinarDay}, fault.Invalid},
		"no such line":       {tabular.Mapping{Header: 7, Columns: map[string]int{"full_name": 0, "join": 1}}, Options{Date: webinarDay}, fault.NotFound},
		"an unknown day":     {tabular.Mapping{Header: 1, Columns: map[string]int{"full_name": 0, "join": 1}}, Options{}, fault.Ambiguous},
		"nothing to read":    {tabular.Mapping{Header: 2, Columns: map[string]int{"full_name": 0, "join": 1}}, Options{Date: webinarDay}, fault.Unreadable},
		"a column of others": {tabular.Mapping{Header: 1, Columns: map[string]int{"full_name": 0, "attended": 1}}, Options{Date: webinarDay}, fault.Unreadable},
	} {
		if _, err := ReadMapped(f, c.m, c.o); !fault.Is(err, c.code) {
			t.Errorf("%s: %v, want %s", name, err, c.code)
		}
	}
}

// TestDeclaredInNineLanguages: yes and no, there and not there, as the lists of the region write them.
func TestDeclaredInNineLanguages(t *testing.T) {
	for language, words := range map[string][2]string{
		"English": {"Yes|present|attended|Was present|✓", "No|absent|did not attend|no-show|✗"}, "Bosnian": {"Da|prisutan|prisutna|prisustvovala", "Ne|odsutan|nije prisutna|nije prisustvovao"},
		"Serbian": {"Да|присутан|присуствовала", "Не|одсутна|није присуствовао"}, "Macedonian": {"Да|присутен|присуствувал", "Не|отсутна|не присуствувал"},
		"Albanian": {"Po|i pranishëm|e pranishme|mori pjesë", "Jo|mungoi|nuk mori pjesë"}, "Turkish": {"Evet|katıldı|KATILDI|var", "Hayır|katılmadı|yok|gelmedi"},
		"Romanian": {"Da|prezent|a participat", "Nu|absentă|nu a participat"}, "French": {"Oui|présent|présente|a participé", "Non|absente|n'a pas participé"},
		"German": {"Ja|anwesend|teilgenommen", "Nein|nicht anwesend|fehlt"},
	} {
		for i, list := range words {
			for _, word := range strings.Split(list, "|") {
				r, err := ReadMapped(textTable(t, "Name;There", "Ana Perin;"+word, "Bor Kolar;"+[2]string{"no", "yes"}[i]),
					tabular.Mapping{Header: 1, Columns: map[string]int{"full_name": 0, "attended": 1}}, Options{})
				if err != nil {
					t.Fatal(err)
				}
				want := [2]string{"declared", "no-show"}[i]
				if got := told(r)["Ana Perin"]; got != want {
					t.Errorf("%s: %q is %q, want %q", language, word, got, want)
				}
			}
		}
	}
}

// TestDeclaredGivesWay: a list's word counts only of a person of whom no file says more; what becomes of the person does
// not depend on the order of the files.
func TestDeclaredGivesWay(t *testing.T) {
	list := func(name string, rows ...string) []Record {
		m := tabular.Mapping{Header: 1, Columns: map[string]int{"full_name": 0, "email": 1, "attended": 2, "minutes": 3, "join": 4, "leave": 5}}
		r, err := ReadMapped(textTable(t, append([]string{"Name;Mail;There;Min;In;Out"}, rows...)...), m, Options{Zone: time.UTC, Date: webinarDay})
		if err != nil {
			t.Fatal(err)
		}
		for i := range r.Records {
			r.Records[i].Sources = []Source{{File: name, Line: r.Records[i].Line}}
		}
		return r.Records
	}
	declared := list("declared", "Ana Perin;ana@mail.example;yes;;;")
	total := list("total", "Ana Perin;ana@mail.example;yes;20;;")
	timed := list("timed", "Ana Perin;ana@mail.example;yes;;12:00;12:30")
	spans := list("spans", "Ana Perin;ana@mail.example;yes;10;12:00;12:30")
	for _, c := range []struct {
		name     string
		parts    [][]Record
		declared bool
		seconds  int
	}{
		{"declared", [][]Record{declared}, true, 0},
		{"twice", [][]Record{declared, list("again", "PERIN Ana;Ana@mail.example;x;;;")}, true, 0},
		{"with a total", [][]Record{declared, total}, false, 1200},
		{"with times", [][]Record{declared, timed}, false, 1800},
		{"with a total between times", [][]Record{declared, spans}, false, 600},
		{"with all", [][]Record{declared, total, timed}, false, 1800},
	} {
		for range 2 {
			persons := Group(slices.Concat(c.parts...))
			if len(persons) != 1 {
				t.Fatalf("%s: %d persons", c.name, len(persons))
			}
			p := persons[0]
			if got := Presence(p, webinarDay, webinarDay.Add(time.Hour)); p.Declared != c.declared || got != c.seconds {
				t.Errorf("%s: declared %v with %d s, want %v with %d s", c.name, p.Declared, got, c.declared, c.seconds)
			}
			slices.Reverse(c.parts)
		}
	}
	if Key(declared[0]) == Key(total[0]) || Key(declared[0]) == Key(Record{Kind: NoShow, Name: "Ana Perin", Email: "ana@mail.example"}) {
		t.Error("a list's word has the key of another row")
	}
}

// TestMappedCopiesOfTheSamples: each sample with its titles renamed and what stands above taken off, read by a choice of its
// columns, holds the same people with the same presence.
func TestMappedCopiesOfTheSamples(t *testing.T) {
	for _, c := range []struct {
		path    string
		columns map[string]string // title by field
		off     float64           // minutes
	}{
		{sampleMeeting, map[string]string{"full_name": "Name (Original Name)", "email": "User Email", "join": "Join Time", "leave": "Leave Time", "waiting_room": "In Waiting Room"}, 0},
		{sampleMeeting, map[string]string{"full_name": "Name (Original Name)", "email": "User Email", "join": "Join Time", "leave": "Leave Time", "minutes": "Duration (Minutes)", "waiting_room": "In Waiting Room"}, 0},
		{sampleUnique, map[string]string{"full_name": "Name (Original Name)", "email": "User Email", "minutes": "Total Duration (Minutes)"}, 0},
		{"webex_attendance/sample_utf8.csv", map[string]string{"full_name": "Display Name", "first_name": "First Name", "last_name": "Last Name", "email": "Attendee Email",
			"join": "Join Time", "leave": "Leave Time", "role": "Role"}, 0},
		{"teams_attendance_report_2021/sample.csv", map[string]string{"full_name": "Full Name", "email": "Email", "join": "Join Time", "leave": "Leave Time", "role": "Role"}, 0},
		{"livestorm_registrants/sample.csv", map[string]string{"first_name": "First name", "last_name": "Last name", "email": "Email", "attended": "Attended live", "minutes": "Attendance duration (min)"}, 0},
		{"google_meet_attendance/2020-05-28 14_00 OCSEA webinar - Attendance Report.csv", map[string]string{"first_name": "First name", "last_name": "Last name", "email": "Email",
			"join": "Time joined", "leave": "Time exited", "minutes": "Duration"}, 1},
		{"bbb_learning_dashboard/sample.csv", map[string]string{"full_name": "Name", "join": "Join", "leave": "Left", "minutes": "Duration"}, 1},
	} {
		t.Run(fmt.Sprint(c.path, len(c.columns)), func(t *testing.T) {
			o := Options{Zone: bucharest(t), Date: sampleStart}
			known := Group(read(t, c.path, o).Records)
			f := readTable(t, c.path)
			m := renamed(t, &f, c.columns)
			r, err := ReadMapped(f, m, o)
			if err != nil {
				t.Fatal(err)
			}
			persons := Group(r.Records)
			byLine := map[int]Person{}
			for _, p := range known {
				for _, rec := range p.Records {
					byLine[rec.Line] = p
				}
			}
			differ := 0
			for _, p := range persons {
				want, got := byLine[p.Records[0].Line], Presence(p, sampleStart, sampleEnd)
				if math.Abs(float64(got-Presence(want, sampleStart, sampleEnd))) > 60*c.off {
					t.Errorf("line %d: %d s, want %d s", p.Records[0].Line, got, Presence(want, sampleStart, sampleEnd))
				}
				if len(p.Records) != len(want.Records) || p.Email != want.Email {
					differ++
				}
			}
			// A rename in brackets is read only where the title says so: those few stay apart in a copy.
			if math.Abs(float64(len(persons)-len(known))) > 2 || differ > 4 {
				t.Errorf("%d persons, want %d; %d hold other rows", len(persons), len(known), differ)
			}
		})
	}
}

// renamed gives the columns of a table titles that say nothing.
func renamed(t *testing.T, f *tabular.File, titles map[string]string) tabular.Mapping {
	t.Helper()
	for s, sheet := range f.Sheets {
		for i, row := range sheet.Rows {
			m := tabular.Mapping{Sheet: sheet.Name, Header: row.Line, Columns: map[string]int{}}
			for field, title := range titles {
				if at := slices.Index(row.Cells, title); at >= 0 {
					m.Columns[field] = at
				}
			}
			if len(m.Columns) < len(titles) {
				continue
			}
			cells := make([]string, len(row.Cells))
			for n := range cells {
				cells[n] = fmt.Sprintf("Stolpec %c", 'A'+n)
			}
			rows := slices.Clone(sheet.Rows[i:]) // the block above names the platform too
			rows[0] = tabular.Row{Line: row.Line, Cells: cells}
			f.Sheets = slices.Clone(f.Sheets)
			f.Sheets[s].Rows = rows
			return m
		}
	}
	t.Fatal("the titles are not there")
	return tabular.Mapping{}
}

func TestSuggest(t *testing.T) {
	for _, c := range []struct {
		header string
		rows   []string
		want   map[string]int
	}{
		{"Name;E-mail;Arrival;Departure;Minutes", []string{"Ana;a@x.example;14:00;15:00;60"}, map[string]int{"join": 2, "leave": 3, "minutes": 4}},
		{"Ime;Dolazak;Odlazak", []string{"Ana;4.3.2026. 14:00;4.3.2026. 15:00"}, map[string]int{"join": 1, "leave": 2}},
		{"Emri;Hyrja;Dalja;Kohëzgjatja", []string{"Ana;14:00;15:00;1 h"}, map[string]int{"join": 1, "leave": 2, "minutes": 3}},
		{"Ad Soyad;Giriş saati;Çıkış saati;Süre (dk)", []string{"Ana;14:00;15:00;60"}, map[string]int{"join": 1, "leave": 2, "minutes": 3}},
		{"Име;Пристигнување;Заминување", []string{"Ана;14:00;15:00"}, map[string]int{"join": 1, "leave": 2}},
		{"Nume;Ora intrării;Ora ieșirii", []string{"Ana;14:00;15:00"}, map[string]int{"join": 1, "leave": 2}},
		{"Name;Ankunft;Ende;Dauer", []string{"Ana;14:00;15:00;60 Min."}, map[string]int{"join": 1, "leave": 2, "minutes": 3}},
		{"Nom;Arrivée;Sortie;Durée", []string{"Ana;14:00;15:00;1 h"}, map[string]int{"join": 1, "leave": 2, "minutes": 3}},
		{"Name;Datum;Von;Bis", []string{"Ana;4.3.2026;14:00;15:00"}, map[string]int{"date": 1, "join": 2, "leave": 3}},
		{"Name;Registered on;Von;Bis", []string{"Ana;1.3.2026;14:00;15:00"}, map[string]int{"join": 2, "leave": 3}},
		{"Name;Present", []string{"Ana;yes", "Bor;no"}, map[string]int{"attended": 1}},
		{"Ime;Prisustvo", []string{"Ana;da", "Bor;ne"}, map[string]int{"attended": 1}},
		{";", []string{"Ana;x", "Bor;"}, map[string]int{"attended": 1}},
		{";;", []string{"Ana;14:00;15:00", "Bor;14:01;15:10"}, map[string]int{"join": 1, "leave": 2}},
		{"Name;Institution;Role", []string{"Ana;Court;Judge"}, map[string]int{"role": 2}},
	} {
		var rows []tabular.Row
		for i, line := range c.rows {
			rows = append(rows, tabular.Row{Line: i + 2, Cells: strings.Split(line, ";")})
		}
		got := Suggest(tabular.Row{Line: 1, Cells: strings.Split(c.header, ";")}, rows, map[int]bool{0: true})
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %v, want %v", c.header, got, c.want)
		}
	}
}
