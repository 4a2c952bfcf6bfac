package tabular

import (
	"slices"
	"testing"
	"time"

	"rapporteur/internal/fault"
)

func lines(cells ...[]string) []Row {
	var rows []Row
	for i, c := range cells {
		rows = append(rows, Row{Line: i + 1, Cells: c})
	}
	return rows
}

func TestMappingCut(t *testing.T) {
	f := File{Name: "list.xlsx", Sheets: []Sheet{{Name: "Notes"}, {Name: "List", Rows: lines(
		[]string{"Who was there"}, []string{"Name", "Min"}, []string{"Ana Perin", "12"}, []string{"Name", "Min"}, []string{"Bor Kolar", "3"})}}}
	header, rows, err := Mapping{Sheet: "List", Header: 2}.Cut(f)
	if err != nil || header.Line != 2 || len(rows) != 2 || rows[1].Line != 5 {
		t.Errorf("%v, %v, %v", header, rows, err)
	}
	if header, rows, err = (Mapping{Sheet: "List"}).Cut(f); err != nil || len(header.Cells) != 0 || len(rows) != 5 {
		t.Errorf("without a header: %v, %v, %v", header, rows, err)
	}
	for _, m := range []Mapping{{Sheet: "Nothing"}, {Sheet: "List", Header: 9}, {Sheet: "Notes", Header: 1}} {
		if _, _, err := m.Cut(f); !fault.Is(err, fault.NotFound) {
			t.Errorf("%+v: %v", m, err)
		}
	}
}

func TestFingerprint(t *testing.T) {
	row := func(cells ...string) Row { return Row{Cells: cells} }
	same := Fingerprint(row("Name", "E-mail", "Min"))
	for _, r := range []Row{row(" NAME ", "e-mail", "min"), row("Name", "E-mail", "Min", "", " ")} {
		if Fingerprint(r) != same {
			t.Errorf("%q is another header", r.Cells)
		}
	}
	for _, r := range []Row{row("E-mail", "Name", "Min"), row("Name", "E-mail"), row("Name", "E-mail", "", "Min"), row("NameE-mail", "Min"), row()} {
		if Fingerprint(r) == same {
			t.Errorf("%q is the same header", r.Cells)
		}
	}
	if Fingerprint(row("", " ")) != "" {
		t.Error("a blank row has a fingerprint")
	}
}

func TestColumn(t *testing.T) {
	header := Row{Cells: []string{"Name", "Min", "min ", "", "B", "7"}}
	for name, want := range map[string]int{"name": 0, "A": 0, "1": 0, "Min#2": 2, "C": 2, "d": 3, "B": 4, "5": 4, "7": 5, "AB": 27, "28": 27} {
		if got, err := Column(header, name); err != nil || got != want {
			t.Errorf("%q is column %d, want %d; %v", name, got, want, err)
		}
	}
	for name, code := range map[string]fault.Code{"Min": fault.Ambiguous, "Surname": fault.NotFound, "": fault.NotFound, "0": fault.NotFound, "Ж": fault.NotFound, "99999": fault.NotFound} {
		if _, err := Column(header, name); !fault.Is(err, code) {
			t.Errorf("%q: %v, want %s", name, err, code)
		}
	}
	var letters []string
	for _, i := range []int{0, 25, 26, 701, 702} {
		letters = append(letters, ColumnLetters(i))
	}
	if !slices.Equal(letters, []string{"A", "Z", "AA", "ZZ", "AAA"}) {
		t.Error(letters)
	}
}

func TestUnitIn(t *testing.T) {
	for title, want := range map[string]time.Duration{"Duration (minutes)": time.Minute, "Dauer in Stunden": time.Hour, "Time (s)": time.Second,
		"Trajanje (min)": time.Minute, "Süre [saat]": time.Hour, "Време во минути": time.Minute, "M": 0, "Day (d)": 0, "Presence": 0} {
		if got, ok := UnitIn(title); got != want || ok != (want > 0) {
			t.Errorf("%q is in %v, want %v", title, got, want)
		}
	}
}
