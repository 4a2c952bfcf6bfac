package engagement

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"rapporteur/internal/tabular"
)

func asCSV(t *testing.T, rows [][]string, comma rune, crlf bool) []byte {
	t.Helper()
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma, w.UseCRLF = comma, crlf
	if err := w.WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func asUTF16(text []byte, big bool) []byte {
	out := []byte{0xff, 0xfe}
	if big {
		out = []byte{0xfe, 0xff}
	}
	for _, u := range utf16.Encode([]rune(string(text))) {
		if big {
			out = append(out, byte(u>>8), byte(u))
		} else {
			out = append(out, byte(u), byte(u>>8))
		}
	}
	return out
}

func asWorkbook(t *testing.T, rows [][]string) []byte {
	t.Helper()
	book := excelize.NewFile()
	for i, row := range rows {
		if err := book.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	b, err := book.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// readAs reads bytes in the one format that claims them.
func readAs(t *testing.T, name string, data []byte) Reading {
	t.Helper()
	f, err := tabular.Read(name, data, tabular.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	day := time.Date(2021, 12, 11, 8, 0, 0, 0, time.UTC)
	r, err := claimant(t, *f).Read(*f, Options{Zone: bucharest(t), Date: day, Start: day, End: day.Add(2 * time.Hour)})
	if err != nil {
		t.Fatal(err)
	}
	return r
}
