package tabular_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"rapporteur/internal/progress"
	"rapporteur/internal/tabular"
	"rapporteur/internal/tabular/xlstest"
)

// Every kind of file says how far it is read, never less than before, and is left where nobody waits for it.
func TestReadingIsWatched(t *testing.T) {
	const rows = 5000
	var text, page, sheet strings.Builder
	old := xlstest.Sheet{Name: "List"}
	for i := range rows {
		fmt.Fprintf(&text, "Ana %d\t\"Court, %d\"\tx\n", i, i)
		fmt.Fprintf(&page, "<tr><td>Ana %d</td><td>Court</td><td>x</td></tr>", i)
		fmt.Fprintf(&sheet, `<row r="%d"><c t="inlineStr"><is><t>Ana</t></is></c></row>`, i+1)
		old.Rows = append(old.Rows, []string{fmt.Sprint("Ana ", i), "Court", "x"})
	}
	for name, data := range map[string][]byte{
		"commas":   []byte(strings.ReplaceAll(text.String(), "\t", ";")),
		"tabs":     []byte(text.String()),
		"page":     []byte("<html><table>" + page.String() + "</table></html>"),
		"workbook": book(t, "", styled(), "", sheet.String()),
		"old":      xlstest.Book(old),
	} {
		t.Run(name, func(t *testing.T) {
			last, whole, between := 0, 0, false
			file, err := tabular.ReadSaid("file", data, tabular.Limits{}, tabular.Said{}, func(done, total int) bool {
				if done < last || done > total || whole > 0 && total != whole {
					t.Errorf("%d of %d after %d of %d", done, total, last, whole)
				}
				last, whole, between = done, total, between || done > 0 && done < total
				return true
			})
			if err != nil || len(file.Sheets[0].Rows) != rows || !between {
				t.Fatalf("told up to %d of %d: %v", last, whole, err)
			}
			for n := range 2 {
				times := 0
				if _, err := tabular.ReadSaid("file", data, tabular.Limits{}, tabular.Said{}, func(int, int) bool {
					times++
					return times <= n
				}); !errors.Is(err, progress.ErrEnded) || times != n+1 {
					t.Errorf("ended the time after %d: told %d times, then %v", n, times, err)
				}
			}
		})
	}
}
