package tabular_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"
	"pgregory.net/rapid"

	"rapporteur/internal/fault"
	"rapporteur/internal/tabular"
)

func TestClean(t *testing.T) {
	for text, want := range map[string]string{
		"":                                 "",
		"Ana":                              "Ana",
		"  Ana\u00a0 \tAnić\r\n":           "Ana Anić",
		"\ufeffAna\x00 Anić\u200b":         "Ana Anić",
		"1:44:00\u202fPM":                  "1:44:00 PM",
		"\u200e5\u200e/\u200e28\u200e/20":  "5/28/20",
		"Ana\u202e\u2066cinA":              "AnacinA",
		" a ":                              "a",
		"a  b":                             "a b",
		"a\x07b":                           "ab",
		"two\nlines":                       "two lines",
		" \u00a0\u200b ":                   "",
		"\u3000Ана\u2003Анић":              "Ана Анић",
		"broken \xff letter":               "broken \ufffd letter",
		"Participant\u00adlist and more  ": "Participantlist and more",
	} {
		if got := tabular.Clean(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
		if got := tabular.Clean(want); got != want {
			t.Errorf("%q is not clean yet: %q", want, got)
		}
	}
}

func TestColumns(t *testing.T) {
	rows := []tabular.Row{
		{Line: 1, Cells: []string{"Attendee Report"}},
		{Line: 4, Cells: []string{"\ufeffUser Name ", "E-MAIL", "", "Duration  (Minutes)", "Duration (minutes)"}},
		{Line: 5, Cells: []string{"Ana\u00a0Anić ", "ana@mail.example", "x", "5"}},
	}
	at, columns := tabular.FindHeader(rows, 0, []string{"name", "user name"}, []string{"email", "e-mail"})
	if at != 1 {
		t.Fatalf("header in row %d", at)
	}
	for name, want := range map[string]int{"User name": 0, "duration (minutes)": 3, "Duration (Minutes)#2": 4, "": -1, "sex": -1} {
		if got := columns.Index(name); got != want {
			t.Errorf("%q: column %d, want %d", name, got, want)
		}
	}
	if got := columns.Value(rows[2], "full name", "user name"); got != "Ana Anić" {
		t.Errorf("value %q", got)
	}
	if got := columns.Value(rows[2], "sex"); got != "" {
		t.Errorf("value of a column that is not there: %q", got)
	}
	if !columns.Has("user name", "e-mail") || columns.Has("user name", "sex") {
		t.Error("Has is wrong")
	}
	if at, _ := tabular.FindHeader(rows, 1, []string{"user name"}); at != -1 {
		t.Errorf("header in row %d, beyond the limit", at)
	}
}

func TestTextLimits(t *testing.T) {
	for name, c := range map[string]struct {
		limits tabular.Limits
		text   string
		line   int
	}{
		"bytes":   {tabular.Limits{TextBytes: 10}, "a,b\nc,d\ne,f\n", 0},
		"rows":    {tabular.Limits{TextRows: 2}, "a,b\n\nc,d\ne,f\n", 4},
		"columns": {tabular.Limits{Columns: 2}, "a,b\nc,d,e\n", 2},
		"cells":   {tabular.Limits{TextCells: 3}, "a,b\nc,d\n", 2},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := tabular.Read("list.csv", []byte(c.text), c.limits)
			if want := (fault.Where{File: "list.csv", Line: c.line}); !fault.Is(err, fault.TooLarge) || fault.From(err).Where != want {
				t.Fatalf("error %v at %+v", err, fault.From(err).Where)
			}
		})
	}
	if _, err := tabular.Read("list.csv", []byte("a,b,,,,,,\nc,d,,,\n"), tabular.Limits{Columns: 2, TextRows: 2, TextCells: 4}); err != nil {
		t.Errorf("within the limits: %v", err)
	}
}

func TestProblemsAreCapped(t *testing.T) {
	file, err := tabular.Read("list.csv", []byte("a,č\n"+strings.Repeat("a\x00,čččč\n", 2000)), tabular.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if n := len(file.Problems); n != 501 || file.Problems[500].Line != 0 || file.Problems[0].Line != 2 {
		t.Fatalf("%d problems, last %+v", n, file.Problems[n-1])
	}
}

// A file that follows the rules comes back cell by cell, whatever the delimiter, line ends and encoding; the line
// numbers are those an editor shows.
func TestTextRoundTrip(t *testing.T) {
	cell := rapid.StringMatching(`[ -~čćşğëЃ\n]{0,8}`).Filter(func(s string) bool { return !strings.HasPrefix(s, `="`) })
	rapid.Check(t, func(t *rapid.T) {
		delimiter := rapid.SampledFrom([]rune{',', ';', '|'}).Draw(t, "delimiter")
		width := rapid.IntRange(3, 6).Draw(t, "width")
		records := [][]string{strings.Split("first name,last name,e-mail,sex,sector,source", ",")[:width]}
		for range rapid.IntRange(0, 10).Draw(t, "records") {
			record := []string{"x"}
			for range width - 2 {
				record = append(record, cell.Draw(t, "cell"))
			}
			records = append(records, append(record, "end"))
		}
		crlf := rapid.Bool().Draw(t, "crlf")
		var b bytes.Buffer
		b.WriteString("sep=" + string(delimiter) + "\n")
		w := csv.NewWriter(&b)
		w.Comma, w.UseCRLF = delimiter, crlf
		if err := w.WriteAll(records); err != nil {
			t.Fatal(err)
		}
		data := b.Bytes()
		if rapid.Bool().Draw(t, "utf-16") {
			data, _ = unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().Bytes(data)
		}
		file, err := tabular.Read("list.csv", data, tabular.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		rows := file.Sheets[0].Rows
		if len(rows) != len(records) || len(file.Problems) > 0 {
			t.Fatalf("%d rows of %d, problems %v", len(rows), len(records), file.Problems)
		}
		line := 2
		for i, row := range rows {
			if row.Line != line {
				t.Fatalf("record %d in line %d, want %d", i, row.Line, line)
			}
			for j, want := range records[i] {
				if crlf {
					want = strings.ReplaceAll(want, "\n", "\r\n")
				}
				if got := row.Cell(j); got != want {
					t.Fatalf("record %d, cell %d: got %q, want %q", i, j, got, want)
				}
				line += strings.Count(want, "\n")
			}
			line++
		}
	})
}

func TestGuessDelimiter(t *testing.T) {
	for text, want := range map[string]string{
		"Full Name\tUser Action\tTimestamp\nAna Anić\tJoined\t5/28/2020, 1:49:00 PM\n": "\t",
		"a;b\n\"x, y\";z\n":                  ";",
		"name,answers\nAna,a;b\nEva,c;d\n":   ",",
		"name, answers\nAna, a\nEva, c\n":    ",",
		"one column\nAna\n":                  ",",
		"ime;e-pošta\nAna, dr;a@b.example":   ";",
		"a|b|c\n1,5|2|3\n1,5|2|3\n":          "|",
		"title\n\n\na;b;c\n1;2;3\n1;2;3\n":   ";",
		"\"a;b\",\"c;d\"\n\"a;b\",\"c;d\"\n": ",",
	} {
		file, err := tabular.Read("list", []byte(text), tabular.Limits{})
		if err != nil || file.Delimiter != want {
			t.Errorf("%q: got %v, %v; want %q", text, file, err, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"a,b\n\"c\nd\",e\n", "a\tb\n\"c\td\n", "\xff\xfea\x00,\x00", "\xfe\xff\x00a", "=\"a\",\"\"\"", "\x9a\xe6;\xf0\n", "PK\x03\x04", "sep=;\n\"", "\"\r\r\"\"\r",
		"<table><tr><td>a<td>b<td colspan=2>c<tr><td>&amp;<td>\x00<td>1</table>", "<html><table><tr><th>a</th><th>b</th><th>c</th></tr><tr><td><table><tr><td>x",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := tabular.Read("file", data, tabular.Limits{})
		if err != nil {
			if f := fault.From(err); f.Code == fault.Internal || f.Where.File != "file" {
				t.Fatalf("%+v", f)
			}
			return
		}
		last := 0
		for _, row := range file.Sheets[0].Rows {
			if row.Line <= last {
				t.Fatalf("line %d after %d", row.Line, last)
			}
			last = row.Line
			for _, cell := range row.Cells {
				if !utf8.ValidString(cell) || strings.Contains(cell, "\x00") {
					t.Fatalf("cell %q", cell)
				}
			}
		}
	})
}

func BenchmarkReadCSV(b *testing.B) {
	var text bytes.Buffer
	text.WriteString("\ufeffAttended,User Name (Original Name),First Name,Last Name,Email,Organization,Registration Time,Approval Status,Join Time,Leave Time,Time in Session (minutes),Is Guest,Country/Region Name\n")
	for i := range 100_000 {
		fmt.Fprintf(&text, "Yes,Čaušević Đorđe %d,Đorđe,Čaušević,d%d@mail.example,\"Police, Unit %d\",\"May 11, 2020 11:18:36\",approved,\"May 28, 2020 13:45:27\",\"May 28, 2020 16:00:47\",136,Yes,Serbia\n", i, i, i%50)
	}
	b.SetBytes(int64(text.Len()))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := tabular.Read("list.csv", text.Bytes(), tabular.Limits{}); err != nil {
			b.Fatal(err)
		}
	}
}

// A raw text is given only where it says more than the cleaned one.
func TestRaw(t *testing.T) {
	row := tabular.Row{Cells: []string{"Ana", " Ivo\u00a0 Perić ", "E\u200bva", "Eva"}}
	for text, want := range map[string]string{"Ana": "", "Ivo Perić": "", "Eva": "E\u200bva", "nobody": "", "": ""} {
		if got := row.Raw(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
