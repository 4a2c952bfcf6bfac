package registration_test

import (
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"rapporteur/internal/fault"
	"rapporteur/internal/registration"
	"rapporteur/internal/tabular"
)

func lines(t *testing.T, text string) tabular.File {
	t.Helper()
	f, err := tabular.Read("list.csv", []byte(text), tabular.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	return *f
}

func TestMappedTable(t *testing.T) {
	f := lines(t, "Kush;Adresa;Institucioni;Kur;Mënyra;Rregullat\nPERIN Ana;ana@mail.example;Gjykata;04/05/2020 10:00;faqja;po\n"+
		"Kush;Adresa;Institucioni;Kur;Mënyra;Rregullat\nBor Kolar;;;13/05/2020 11:30;e-mail;jo\n;;;;;\n;;Policia;;;\n")
	m := tabular.Mapping{Header: 1, Columns: map[string]int{"full_name": 0, "email": 1, "organisation": 2, "submitted": 3, "source": 4, "consent": 5}}
	r, err := registration.ReadMapped(f, m, registration.Options{Zone: bucharest(t), Date: start})
	if err != nil {
		t.Fatal(err)
	}
	if r.Format != registration.MappedTable || r.DateOrder != "dmy" || len(r.Registrations) != 2 {
		t.Fatalf("%+v", r)
	}
	a, b := r.Registrations[0], r.Registrations[1]
	if a.FirstName != "Ana" || a.LastName != "PERIN" || a.Email != "ana@mail.example" || a.Organisation != "Gjykata" || a.Channel != registration.Website ||
		a.Consent != registration.Accepted || a.Submitted.Format("2006-01-02 15:04") != "2020-05-04 07:00" || a.Line != 2 {
		t.Errorf("%+v", a)
	}
	if b.Channel != registration.Email || b.Consent != registration.Refused || b.ID == a.ID {
		t.Errorf("%+v", b)
	}
}

// A table that does not say how its rows came is no form of the website: nobody in it can be confirmed before the officer
// has said so.
func TestMappedChannel(t *testing.T) {
	f := lines(t, "Ana;Perin;ana@mail.example\nBor;Kolar;bor@mail.example\n")
	m := tabular.Mapping{Columns: map[string]int{"first_name": 0, "last_name": 1, "email": 2}}
	for _, c := range []struct {
		channel registration.Channel
		barred  int
		says    bool
	}{{"", 2, true}, {registration.Website, 0, false}, {registration.Email, 2, false}} {
		r, err := registration.ReadMapped(f, m, registration.Options{Channel: c.channel})
		if err != nil {
			t.Fatal(err)
		}
		barred := 0
		for _, s := range registration.Judge(registration.JudgeInput{Registrations: r.Registrations}) {
			if s.State == registration.Barred {
				barred++
			}
		}
		says := slices.ContainsFunc(r.Problems, func(p tabular.Problem) bool { return strings.Contains(p.Message, "none of them can be confirmed") })
		if barred != c.barred || says != c.says {
			t.Errorf("by %q: %d barred, said %v", c.channel, barred, says)
		}
	}
}

func TestMappedLacks(t *testing.T) {
	f := lines(t, "Court;Judge\nCourt;Judge\n")
	if _, err := registration.ReadMapped(f, tabular.Mapping{Header: 1, Columns: map[string]int{"organisation": 0}}, registration.Options{}); !fault.Is(err, fault.Invalid) {
		t.Errorf("nobody is named: %v", err)
	}
	if _, err := registration.ReadMapped(f, tabular.Mapping{Header: 2, Columns: map[string]int{"full_name": 0}}, registration.Options{}); !fault.Is(err, fault.Unreadable) {
		t.Errorf("no row beneath: %v", err)
	}
}

// The website's own sample, its columns chosen by hand and its channel by its column, gives the same registrations.
func TestMappedCopyOfTheSample(t *testing.T) {
	want := read(t, "drupal_webform_csv", "registrations_website.csv").Registrations
	f := sampleTable(t, "drupal_webform_csv", "registrations_website.csv")
	header := f.Sheets[0].Rows[0]
	m := tabular.Mapping{Header: header.Line, Columns: registration.Suggest(header, f.Sheets[0].Rows[1:])}
	m.Columns["submitted"] = slices.Index(header.Cells, "Completed")
	cells := make([]string, len(header.Cells))
	for i := range cells {
		cells[i] = tabular.ColumnLetters(i)
	}
	f.Sheets[0].Rows[0].Cells = cells
	r, err := registration.ReadMapped(f, m, registration.Options{Zone: bucharest(t), Date: start})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Registrations) != len(want) {
		t.Fatalf("%d registrations, want %d", len(r.Registrations), len(want))
	}
	for i, got := range r.Registrations {
		w := want[i]
		got.Serial, w.Serial, got.File, w.File = "", "", "", ""
		if !reflect.DeepEqual(got, w) {
			t.Errorf("line %d: %+v, want %+v", got.Line, got, w)
		}
	}
}

func TestSuggestedColumns(t *testing.T) {
	for _, c := range []struct {
		header string
		rows   []string
		want   map[string]int
	}{
		{"Ime;Prezime;E-pošta;Ustanova;Datum", []string{"Ana;Perin;ana@mail.example;Sud;4.5.2020. 10:00"}, map[string]int{"first_name": 0, "last_name": 1, "email": 2, "organisation": 3, "submitted": 4}},
		{"", []string{"Ana Perin;ana@mail.example;Serbia;F", "Bor Kolar;bor@mail.example;Albania;M"}, map[string]int{"full_name": 0, "email": 1, "country": 2, "sex": 3}},
		{"Wer;Woher", []string{"Ana Perin;Court of Appeal", "Bor Kolar;Court of Appeal"}, map[string]int{"full_name": 0}},
	} {
		var header tabular.Row
		if c.header != "" {
			header.Cells = strings.Split(c.header, ";")
		}
		var rows []tabular.Row
		for i, line := range c.rows {
			rows = append(rows, tabular.Row{Line: i + 2, Cells: strings.Split(line, ";")})
		}
		if got := registration.Suggest(header, rows); !maps.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.header, got, c.want)
		}
	}
}

func sampleTable(t *testing.T, format, name string) tabular.File {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", format, name))
	if err != nil {
		t.Fatal(err)
	}
	return lines(t, string(data))
}
