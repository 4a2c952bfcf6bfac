package tabular_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"rapporteur/internal/fault"
	"rapporteur/internal/tabular"
)

// What the officer says goes before what the program finds, and the words shown of each encoding are those it reads.
func TestSaidOfTextFiles(t *testing.T) {
	// "Đorđe Šarić;Novi Sad" in windows-1250: in 1252 the same bytes are "Ðorðe Šariæ".
	data := []byte("name;town\n\xd0or\xf0e \x8aari\xe6;Novi Sad\n")
	read := func(said tabular.Said) *tabular.File {
		t.Helper()
		f, err := tabular.ReadSaid("list.csv", data, tabular.Limits{}, said, nil)
		if err != nil {
			t.Fatal(err)
		}
		return f
	}
	found := read(tabular.Said{})
	if found.Encoding != "windows-1250" || found.EncodingWhy == "" || found.EncodingUnsure || found.Delimiter != ";" || found.DelimiterWhy == "" {
		t.Errorf("found %+v", found)
	}
	if first := found.Alternatives[0]; first.Encoding != "windows-1250" || !slices.Equal(first.Letters, []string{"Đorđe", "Šarić"}) {
		t.Errorf("its own letters: %+v", first)
	}
	for _, a := range found.Alternatives {
		f := read(tabular.Said{Encoding: a.Encoding})
		if f.Encoding != a.Encoding || f.EncodingWhy != "you said so" || f.EncodingUnsure {
			t.Errorf("said %s: %+v", a.Encoding, f)
		}
		if got := f.Sheets[0].Rows[1].Cells[0]; got != a.Letters[0]+" "+a.Letters[1] {
			t.Errorf("%s shows %q and reads %q", a.Encoding, a.Letters, got)
		}
	}
	if f := read(tabular.Said{Encoding: "windows-1252"}); f.Sheets[0].Rows[1].Cells[0] != "Ðorðe Šariæ" {
		t.Errorf("read as %q", f.Sheets[0].Rows[1].Cells[0])
	}
	if f := read(tabular.Said{Delimiter: ","}); len(f.Sheets[0].Rows[1].Cells) != 1 || f.Delimiter != "," {
		t.Errorf("cut at commas: %q", f.Sheets[0].Rows[1].Cells)
	}
	for _, wrong := range []tabular.Said{{Encoding: "latin-9"}, {Delimiter: "-"}, {Delimiter: ";;"}} {
		if _, err := tabular.ReadSaid("list.csv", data, tabular.Limits{}, wrong, nil); !fault.Is(err, fault.Invalid) {
			t.Errorf("%+v: %v", wrong, err)
		}
	}
}

// A word whose letters fit two encodings equally is unsure; plain letters leave nothing to choose.
func TestUnsureEncoding(t *testing.T) {
	for data, unsure := range map[string]bool{
		"name,town\nAna,Bar\n":         false,
		"name,town\n\xde\xfe,Bar\n":    true,
		"name,town\nPetrovi\xe6,Bar\n": false,
	} {
		f, err := tabular.Read("list.csv", []byte(data), tabular.Limits{})
		if err != nil || f.EncodingUnsure != unsure {
			t.Errorf("%q: %+v, %v", data, f, err)
		}
		if f.EncodingUnsure && len(f.Alternatives) < 2 {
			t.Errorf("%q: nothing to choose: %+v", data, f.Alternatives)
		}
	}
	if f, _ := tabular.Read("list.csv", []byte("name,town\nAna,Bar\n"), tabular.Limits{}); len(f.Alternatives) != 1 {
		t.Errorf("plain letters: %+v", f.Alternatives)
	}
}

// The cells that decided an order are named; dates that read both ways are told apart from those that contradict.
func TestDecidingCells(t *testing.T) {
	layout, err := tabular.InferDates([]string{"05/06/2020", "28/05/2020", "06/05/2020"}, time.Time{})
	if err != nil || !slices.Equal(layout.Cells, []string{"28/05/2020"}) {
		t.Errorf("%+v, %v", layout, err)
	}
	open, err := tabular.InferDates([]string{"05/06/2020 14:00"}, time.Time{})
	if !errors.Is(err, tabular.ErrOpenOrder) || !slices.Equal(open.Cells, []string{"05/06/2020 14:00"}) {
		t.Errorf("%+v, %v", open, err)
	}
	if _, err := tabular.InferDates([]string{"28/05/2020", "05/28/2020"}, time.Time{}); err == nil || errors.Is(err, tabular.ErrOpenOrder) {
		t.Errorf("a contradiction: %v", err)
	}
	said := tabular.SaidOrder("mdy", []string{"05/06/2020"})
	if got, err := said.Parse("05/06/2020", time.UTC); err != nil || got.Month() != time.May || said.Weak {
		t.Errorf("%+v: %v, %v", said, got, err)
	}
}
