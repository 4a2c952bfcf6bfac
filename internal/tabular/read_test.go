package tabular_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapporteur/internal/fault"
	"rapporteur/internal/tabular"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Each file of testdata, named after what is special about it, reads as its golden says.
func TestReadGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*/*")
	if err != nil {
		t.Fatal(err)
	}
	tried := 0
	for _, path := range files {
		if strings.HasSuffix(path, ".golden") {
			continue
		}
		tried++
		t.Run(filepath.Base(path), func(t *testing.T) {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			got := describe(tabular.Read(filepath.Base(path), data, tabular.Limits{}))
			golden := path + ".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
	if tried == 0 {
		t.Fatal("no files")
	}
}

// describe writes down all that Read gave.
func describe(file *tabular.File, err error) string {
	var b bytes.Buffer
	if err != nil {
		f := fault.From(err)
		fmt.Fprintf(&b, "fault %s at %+v\n%s\n%s\n", f.Code, f.Where, f.Message, f.Hint)
		return b.String()
	}
	fmt.Fprintf(&b, "%s, %s, delimiter %q\n", file.Name, file.Encoding, file.Delimiter)
	for _, sheet := range file.Sheets {
		fmt.Fprintf(&b, "sheet %q\n", sheet.Name)
		for _, row := range sheet.Rows {
			fmt.Fprintf(&b, "%4d", row.Line)
			for _, cell := range row.Cells {
				if len(cell) > 80 {
					cell = fmt.Sprintf("%s… (%d bytes)", cell[:60], len(cell))
				}
				fmt.Fprintf(&b, " %q", cell)
			}
			b.WriteByte('\n')
		}
	}
	for _, p := range file.Problems {
		fmt.Fprintf(&b, "problem in line %d, column %q: %s\n", p.Line, p.Column, p.Message)
	}
	return b.String()
}

func TestReadEvery(t *testing.T) {
	text := []byte("a,b\n1,2\n,\n\n  ,\n3,4\n")
	lines := func(f *tabular.File, err error) (list []int) {
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range f.Sheets[0].Rows {
			list = append(list, row.Line)
		}
		return list
	}
	if got := lines(tabular.ReadEvery("t.csv", text, tabular.Limits{})); !slices.Equal(got, []int{1, 2, 3, 5, 6}) {
		t.Errorf("every row: lines %v", got)
	}
	if got := lines(tabular.Read("t.csv", text, tabular.Limits{})); !slices.Equal(got, []int{1, 2, 6}) {
		t.Errorf("rows that say something: lines %v", got)
	}
}
