package workflow

import (
	"encoding/csv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rapporteur/internal/fault"
)

func TestCSVDefusesFormulas(t *testing.T) {
	for cell, want := range map[string]string{
		"":               "",
		"plain":          "plain",
		"a=b":            "a=b",
		"=1+1":           "'=1+1",
		"+381 11":        "'+381 11",
		"-5":             "'-5",
		"@SUM(A1)":       "'@SUM(A1)",
		"\tx":            "'\tx",
		"\rx":            "'\rx",
		"\nx":            "'\nx",
		"\x00x":          "'\x00x",
		"＝1":             "'＝1",
		"＋1":             "'＋1",
		"－1":             "'－1",
		"＠x":             "'＠x",
		" =1":            " =1",
		"'=1":            "'=1",
		"Đurić; \"the\"": "Đurić; \"the\"",
	} {
		if got := defuse(cell); got != want {
			t.Errorf("%q: %q, not %q", cell, got, want)
		}
	}
}

// No cell of a written table begins as a formula, whatever stands in it, and none is lost.
func TestCSVNeverHoldsAFormula(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cells := rapid.SliceOfN(rapid.StringMatching(`[=+\-@＝a "',;]{0,6}`), 2, 5).Draw(t, "cells")
		data, err := CSV(cells, [][]string{cells})
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(strings.NewReader(string(data))).ReadAll()
		if err != nil || len(rows) != 2 {
			t.Fatalf("%d rows: %v", len(rows), err)
		}
		for i, cell := range rows[1] {
			if strings.ContainsAny(cell[:min(len(cell), 1)], "=+-@") || strings.HasPrefix(cell, "＝") {
				t.Fatalf("a formula: %q", cell)
			}
			if strings.TrimPrefix(cell, "'") != strings.TrimPrefix(cells[i], "'") {
				t.Fatalf("%q became %q", cells[i], cell)
			}
		}
	})
}

func TestLinkRefusesOtherTables(t *testing.T) {
	good := Upload{Name: "registrations.csv", Data: []byte("reg_id,first_name,last_name,email\nR1,Ana,Alfa,ana@one.example\n")}
	for name, c := range map[string]struct {
		data string
		code fault.Code
	}{
		"no column row_id":    {"name,email\nAna Alfa,ana@one.example\n", fault.WrongKind},
		"no column of names":  {"row_id,email\nA1,ana@one.example\n", fault.WrongKind},
		"one id on two rows":  {"row_id,display_name\nA1,Ana Alfa\nA2,Bor Beta\n A1 ,Vera Gama\n", fault.Ambiguous},
		"a row without an id": {"row_id,display_name\nA1,Ana Alfa\n,Bor Beta\n", fault.Invalid},
		"empty":               {"", fault.Unreadable},
	} {
		_, err := Link(good, Upload{Name: "attendance.csv", Data: []byte(c.data)})
		if !fault.Is(err, c.code) || fault.From(err).Where.File != "attendance.csv" {
			t.Errorf("%s: %v", name, err)
		}
	}
	if decisions, err := Link(good, Upload{Name: "attendance.csv", Data: []byte("row_id,display_name,email\n")}); err != nil || len(decisions) != 0 {
		t.Errorf("nobody attended: %v, %v", decisions, err)
	}
}

// Every row of the table has its answer, one that says nothing too: a person without any word is unknown, not gone.
func TestClassifyKeepsEveryRow(t *testing.T) {
	const table = "organisation,job_title,country,email_domain\nBasic Court,Judge,Serbia,\n,,,\n\n\"\",,,\nState Police,,Albania,\n"
	header, rows, err := Classify(Upload{Name: "t.csv", Data: []byte(table)})
	if err != nil || len(header) != 4 {
		t.Fatalf("%v, %v", header, err)
	}
	var got []string
	for _, r := range rows {
		if len(r.Cells) != 4 {
			t.Errorf("cells %q", r.Cells)
		}
		got = append(got, string(r.Label.Class))
	}
	if strings.Join(got, " ") != "judiciary unknown unknown police" {
		t.Errorf("classes %v", got)
	}
}

// TestLinkSaysWhichRowRepeats: the answer names both lines and no person.
func TestLinkSaysWhichRowRepeats(t *testing.T) {
	_, err := Link(Upload{Name: "registrations.csv", Data: []byte("reg_id,first_name,last_name\nR1,Ana,Alfa\nR2,Bor,Beta\nR1,Vera,Gama\n")},
		Upload{Name: "attendance.csv", Data: []byte("row_id,display_name\n")})
	f := fault.From(err)
	if f == nil || f.Where.Line != 4 || !strings.Contains(f.Message, "line 2") || strings.Contains(f.Message, "Vera") {
		t.Errorf("%+v", f)
	}
}
