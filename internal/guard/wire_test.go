package guard

import (
	"bytes"
	"encoding/binary"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rapporteur/internal/fault"
	"rapporteur/internal/tabular"
)

// anyFile draws a table file as tabular.Read could give it.
func anyFile(t *rapid.T) *tabular.File {
	text := rapid.StringN(0, 8, 20)
	line := rapid.IntRange(0, 200_000)
	file := &tabular.File{Encoding: text.Draw(t, "encoding"), Delimiter: text.Draw(t, "delimiter")}
	for range rapid.IntRange(0, 3).Draw(t, "alternatives") {
		file.Alternatives = append(file.Alternatives, tabular.Alternative{Encoding: text.Draw(t, "encoding"),
			Letters: append([]string{}, rapid.SliceOfN(text, 0, 3).Draw(t, "letters")...)})
	}
	for range rapid.IntRange(0, 3).Draw(t, "problems") {
		file.Problems = append(file.Problems, tabular.Problem{Line: line.Draw(t, "line"), Column: text.Draw(t, "column"), Message: text.Draw(t, "message")})
	}
	for range rapid.IntRange(0, 3).Draw(t, "sheets") {
		sheet := tabular.Sheet{Name: text.Draw(t, "name"), Rows: []tabular.Row{}}
		for range rapid.IntRange(0, 5).Draw(t, "rows") {
			sheet.Rows = append(sheet.Rows, tabular.Row{Line: line.Draw(t, "line"), Cells: append([]string{}, rapid.SliceOfN(text, 0, 5).Draw(t, "cells")...)})
		}
		file.Sheets = append(file.Sheets, sheet)
	}
	return file
}

// An answer comes back whole or not at all, wherever it is cut and whatever byte is changed.
func TestAnswer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := anyFile(t)
		var out, source bytes.Buffer
		between := rapid.SampledFrom([]string{"", ",", "\",\"", ", something else ,"})
		for _, sheet := range want.Sheets {
			for _, row := range sheet.Rows {
				for _, cell := range row.Cells {
					source.WriteString(cell + between.Draw(t, "between"))
				}
			}
		}
		if err := writeFile(&out, want, source.Bytes()); err != nil {
			t.Fatal(err)
		}
		answer := out.String()
		readAnswer := func(answer string) (*tabular.File, error) { return readAnswer(answer, source.Bytes()) }
		if got, err := readAnswer(answer); err != nil || !reflect.DeepEqual(got, want) {
			t.Fatalf("got %+v, %v; want %+v", got, err, want)
		}
		for cut := range len(answer) {
			if got, err := readAnswer(answer[:cut]); !fault.Is(err, fault.Internal) {
				t.Fatalf("cut at %d of %d: %+v, %v", cut, len(answer), got, err)
			}
		}
		if got, err := readAnswer(answer + "x"); !fault.Is(err, fault.Internal) {
			t.Fatalf("with more behind: %+v, %v", got, err)
		}
		changed := []byte(answer)
		changed[rapid.IntRange(0, len(changed)-1).Draw(t, "at")] = rapid.Byte().Draw(t, "byte")
		_, _ = readAnswer(string(changed)) // must not break down; the pipe is no place where bytes change by chance
	})
}

// The cells of a text file come back as places in it, not as texts.
func TestCellsAreFound(t *testing.T) {
	data := []byte("Attendee Report,,,,,,,,,,,,,,,,,,,,\r\nName,E-mail,,\"Office, big\"\r\nAna Šarić,ana@court.example,,\"Court, \"\"first\"\"\"\r\n")
	want, err := tabular.Read("list.csv", data, tabular.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	want.Name = ""
	var out bytes.Buffer
	if err := writeFile(&out, want, data); err != nil {
		t.Fatal(err)
	}
	if answer := out.String(); strings.Contains(answer, "Ana") || strings.Contains(answer, "big") || !strings.Contains(answer, `Court, "first"`) {
		t.Errorf("sent: %q", answer)
	}
	if got, err := readAnswer(out.String(), data); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, %v; want %+v", got, err, want)
	}
	for cut := range data {
		if got, err := readAnswer(out.String(), data[:cut]); !fault.Is(err, fault.Internal) && !reflect.DeepEqual(got, want) {
			t.Fatalf("beside %d bytes of the file: %+v, %v", cut, got, err)
		}
	}
}

func TestAnswerFault(t *testing.T) {
	where := fault.Where{File: "list.csv", Sheet: "Content", Line: 7, Column: "3"}
	want := fault.New(fault.TooLarge, "The file is too large.", "Export one webinar at a time.").At(where)
	var out bytes.Buffer
	if err := writeFault(&out, want); err != nil {
		t.Fatal(err)
	}
	if _, err := readAnswer(out.String(), nil); !reflect.DeepEqual(err, want) {
		t.Fatalf("got %+v", err)
	}
	if _, err := readAnswer(out.String()[:out.Len()-1], nil); !fault.Is(err, fault.Internal) {
		t.Fatalf("cut off: %+v", err)
	}
}

func TestRequest(t *testing.T) {
	want := tabular.Said{Encoding: "windows-1250", Delimiter: ";"}
	name, data, said, err := readRequest(newRequest("list č.csv", []byte("a,b\n"), want), 100)
	if err != nil || name != "list č.csv" || string(data) != "a,b\n" || said != want {
		t.Fatalf("%q, %q, %+v, %v", name, data, said, err)
	}
	if _, data, _, err = readRequest(newRequest("", bytes.Repeat([]byte("x"), 200), tabular.Said{}), 100); err != nil || len(data) != 101 {
		t.Fatalf("%d bytes of a large file, %v", len(data), err)
	}
	for _, broken := range []string{"", "\x05ab", "\xff\xff\xff\xff\x7f", "\x00\x00", "\x00\x00\x09;"} {
		if _, _, _, err := readRequest(strings.NewReader(broken), 100); err == nil {
			t.Errorf("%q is taken for a request", broken)
		}
	}
}

// A child that is no longer itself may answer anything: what it says is refused or lies within the file and the answer, and
// the program goes on.
func FuzzAnswer(f *testing.F) {
	data := []byte("Name,E-mail\r\nAna,ana@court.example\r\n")
	file, err := tabular.Read("list.csv", data, tabular.Limits{})
	if err != nil {
		f.Fatal(err)
	}
	var out bytes.Buffer
	if err := writeFile(&out, file, data); err != nil {
		f.Fatal(err)
	}
	f.Add(out.Bytes()[len(magic):], data)
	f.Add(bytes.Replace(out.Bytes()[len(magic):], []byte{1, 4}, binary.AppendUvarint(binary.AppendUvarint(nil, 1+farthest), 1<<40), 1), data)
	f.Add([]byte("F\x00\x00\x00\x00\x00\x00\x00\x01\x00\x01\x01\x01\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01\x01Z"), []byte(nil))
	f.Fuzz(func(t *testing.T, answer, data []byte) {
		file, err := readAnswer(magic+string(answer), data)
		if err != nil {
			return
		}
		size := 0
		for _, sheet := range file.Sheets {
			for _, row := range sheet.Rows {
				for _, cell := range row.Cells {
					size += len(cell)
				}
			}
		}
		if size > len(answer)+len(data) {
			t.Fatalf("%d bytes of cells out of %d and %d", size, len(answer), len(data))
		}
	})
}
