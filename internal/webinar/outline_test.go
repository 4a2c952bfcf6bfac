package webinar_test

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"rapporteur/internal/fault"
	"rapporteur/internal/webinar"
)

var update = flag.Bool("update", false, "write the golden files anew")

func testdata(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func readOutline(t *testing.T, name string, data []byte) webinar.Outline {
	t.Helper()
	o, err := webinar.ReadOutline(name, data)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return o
}

func asJSON(t *testing.T, o webinar.Outline) string {
	t.Helper()
	data, err := json.MarshalIndent(o, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	return string(data) + "\n"
}

// difference shows the first line in which two texts differ.
func difference(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := 0; i < min(len(a), len(b)); i++ {
		if a[i] != b[i] {
			return "\n got " + b[i] + "\nwant " + a[i]
		}
	}
	return "one is longer"
}

// Every outline of testdata comes out as its golden file says.
func TestOutlinesComeOutAsTheirGoldens(t *testing.T) {
	files, err := filepath.Glob("testdata/outline-*.*")
	if err != nil {
		t.Fatal(err)
	}
	tested := 0
	for _, path := range files {
		if strings.HasSuffix(path, ".golden") {
			continue
		}
		tested++
		name := filepath.Base(path)
		got := asJSON(t, readOutline(t, name, testdata(t, name)))
		if *update {
			if err := os.WriteFile(path+".golden", []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if want := string(testdata(t, name+".golden")); got != want {
			t.Errorf("%s differs from its golden file: %s", name, difference(want, got))
		}
	}
	if tested < 4 {
		t.Fatalf("only %d outlines tested", tested)
	}
}

func TestSampleOutline(t *testing.T) {
	o := readOutline(t, "outline-sample.txt", testdata(t, "outline-sample.txt"))
	if len(o.Problems) != 0 {
		t.Errorf("problems = %v, want none", o.Problems)
	}
	if got := o.Start.Format("2006-01-02T15:04Z07:00") + " " + o.End.Format("15:04"); got != "2020-05-28T11:00Z 13:00" {
		t.Errorf("times = %s", got)
	}
	if len(o.Speakers) != 5 || len(o.Objectives) != 3 || len(o.ExpectedOutcomes) != 3 || len(o.Resources) != 4 || len(o.Rows) != 11 {
		t.Errorf("speakers %d, objectives %d, outcomes %d, resources %d, rows %d, want 5, 3, 3, 4, 11",
			len(o.Speakers), len(o.Objectives), len(o.ExpectedOutcomes), len(o.Resources), len(o.Rows))
	}
	if o.Capacity != 300 || !o.WebsiteOnly || o.ConfirmationDays != 1 || o.Result != 7 || len(o.ResultGroups) != 4 || len(o.Audience) != 4 {
		t.Errorf("capacity %d, website only %v, days %d, result %d, groups %v, audience %v", o.Capacity, o.WebsiteOnly, o.ConfirmationDays, o.Result, o.ResultGroups, o.Audience)
	}
	for field, text := range o.Sources {
		if strings.TrimSpace(text) == "" {
			t.Errorf("source of %s is blank", field)
		}
	}
	for _, field := range []string{"title", "start", "zone", "speakers", "capacity", "website_only", "result", "web_reference"} {
		if o.Sources[field] == "" {
			t.Errorf("no source for %s", field)
		}
	}
}

func utf16Bytes(text string, big, bom bool) []byte {
	units := utf16.Encode([]rune(text))
	if bom {
		units = append([]uint16{0xfeff}, units...)
	}
	var out []byte
	for _, u := range units {
		if big {
			out = append(out, byte(u>>8), byte(u))
		} else {
			out = append(out, byte(u), byte(u>>8))
		}
	}
	return out
}

func encoded(t *testing.T, page *charmap.Charmap, text string) []byte {
	t.Helper()
	data, err := page.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// The same outline in another wrapping is the same outline.
func TestWrappingDoesNotMatter(t *testing.T) {
	text := string(testdata(t, "outline-sample.txt"))
	want := asJSON(t, readOutline(t, "plain", []byte(text)))
	label := regexp.MustCompile(`(?m)^([A-Z][^\t\n]*)\t`)
	variants := map[string][]byte{
		"CRLF":           []byte(strings.ReplaceAll(text, "\n", "\r\n")),
		"CR":             []byte(strings.ReplaceAll(text, "\n", "\r")),
		"BOM":            []byte("\ufeff" + text),
		"UTF-16LE":       utf16Bytes(text, false, true),
		"UTF-16BE":       utf16Bytes(text, true, true),
		"UTF-16LE, bare": utf16Bytes(text, false, false),
		"UTF-16BE, bare": utf16Bytes(text, true, false),
		"NBSP":           []byte(strings.ReplaceAll(text, " of ", "\u00a0of\u00a0")),
		"NFD":            []byte(strings.NewReplacer("Ö", "O\u0308", "Ă", "A\u0306", "İ", "I\u0307").Replace(text)),
		"tabs to blanks": []byte(strings.ReplaceAll(strings.ReplaceAll(text, "\n\t", "\n        "), "\t", "    ")),
		"two blanks":     []byte(strings.ReplaceAll(text, "\t", "  ")),
		"quoted":         []byte("> " + strings.ReplaceAll(text, "\n", "\n> ")),
		"indented":       []byte("    " + strings.ReplaceAll(text, "\n", "\n    ")),
		"colons":         []byte(label.ReplaceAllString(text, "$1: ")),
		"own lines":      []byte(label.ReplaceAllString(text, "\n$1\n\n")),
		"dashes":         []byte(label.ReplaceAllString(text, "$1 – ")),
		"stars":          []byte(label.ReplaceAllString(text, "**$1:** ")),
		"bars":           []byte(regexp.MustCompile(`(?m)^([^\t\n]*)\t([^\n]*)$`).ReplaceAllString(text, "| $1 | $2 |")),
		"zero width":     []byte(strings.ReplaceAll(text, "300", "3\u200b00")),
		"other hyphens":  []byte(strings.ReplaceAll(text, "-", "\u2011")),
		"mail head":      []byte("From: Radu\nSent: 4 May 2020 10:12\nTo: Oana\nSubject: FW: outline\n\n" + text),
		"no closing row": []byte(strings.ReplaceAll(text, "--\t---\n", "")),
		"labels in other cases": []byte(strings.NewReplacer("Date and hour\t", "DATE & TIME:\t", "Speakers/ Programme\t", "Speakers / programme\t",
			"Expected outcomes\t", "Expected  outcomes:\t").Replace(text)),
	}
	for name, data := range variants {
		o := readOutline(t, name, data)
		if name == "labels in other cases" {
			base := readOutline(t, "plain", []byte(text))
			o.Rows, o.Sources = base.Rows, base.Sources
		}
		if got := asJSON(t, o); got != want {
			t.Errorf("%s reads otherwise: %s", name, difference(want, got))
		}
	}
}

func TestCodePages(t *testing.T) {
	text := string(testdata(t, "outline-sample.txt"))
	for _, c := range []struct {
		page      *charmap.Charmap
		from, to  string
		wantFirst string
	}{
		{charmap.Windows1250, "Radu ALBESCU", "Željko ŠĆEPANOVIĆ", "Željko ŠĆEPANOVIĆ"},
		{charmap.Windows1254, "Radu ALBESCU", "Çağrı GÜNEŞ", "Çağrı GÜNEŞ"},
		{charmap.Windows1251, "Radu ALBESCU", "Љупчо ВЕЉАНОВСКИ", "Љупчо ВЕЉАНОВСКИ"},
		{charmap.Windows1252, "Radu ALBESCU", "Hélène BÉRÈGE", "Hélène BÉRÈGE"},
	} {
		plain := strings.NewReplacer(c.from, c.to, "Ă", "A", "Ö", "O", "İ", "I").Replace(text)
		o := readOutline(t, c.page.String(), encoded(t, c.page, plain))
		if got := o.Speakers[0].Name; got != c.wantFirst {
			t.Errorf("%s: first speaker %q, want %q", c.page, got, c.wantFirst)
		}
		if n := len(o.ExpectedOutcomes); n != 3 {
			t.Errorf("%s: %d outcomes, want 3", c.page, n)
		}
	}
}

// The HTML table and the text are the same outline.
func TestHTMLTwin(t *testing.T) {
	text := readOutline(t, "text", testdata(t, "outline-sample.txt"))
	page := readOutline(t, "page", testdata(t, "outline-sample.html"))
	if a, b := asJSON(t, text), asJSON(t, page); a != b {
		t.Errorf("the page reads otherwise than the text: %s", difference(a, b))
	}
}

func TestRowsMayBeShuffledMissingOrDouble(t *testing.T) {
	text := string(testdata(t, "outline-sample.txt"))
	head, rest, _ := strings.Cut(text, "Date and hour\t")
	rows := strings.SplitAfter("Date and hour\t"+rest, "\n")
	find := func(label string) int {
		for i, r := range rows {
			if strings.HasPrefix(r, label) {
				return i
			}
		}
		t.Fatalf("no row %s", label)
		return 0
	}
	t.Run("shuffled", func(t *testing.T) {
		i := find("Language")
		shuffled := head + rows[i] + strings.Join(rows[:i], "") + strings.Join(rows[i+1:], "")
		a, b := readOutline(t, "a", []byte(text)), readOutline(t, "b", []byte(shuffled))
		a.Rows, b.Rows = nil, nil
		if !reflect.DeepEqual(a, b) {
			t.Error("a row at another place changes the outline")
		}
	})
	for label, fields := range map[string]string{
		"Date and hour": "start", "Language": "language", "Expected duration": "duration_minutes", "Participants": "participants capacity confirmation_days",
		"Registration": "registration website_only", "Relevant resources": "resources", "Related activities": "activities result",
		"Background": "background", "Expected outcomes": "expected_outcomes", "Speakers": "speakers",
	} {
		t.Run("without "+label, func(t *testing.T) {
			i := find(label)
			o := readOutline(t, "x", []byte(head+strings.Join(rows[:i], "")+strings.Join(rows[i+1:], "")))
			var got []string
			for _, p := range o.Problems {
				got = append(got, p.Field)
				if p.Message == "" {
					t.Errorf("%s: no sentence", p.Field)
				}
			}
			if strings.Join(got, " ") != fields {
				t.Errorf("problems = %q, want %q", got, fields)
			}
		})
	}
	t.Run("double", func(t *testing.T) {
		o := readOutline(t, "x", []byte(head+strings.Join(rows[:2], "")+"Expected duration\t3 hours\n"+strings.Join(rows[2:], "")))
		if o.DurationMinutes != 180 || len(o.Problems) != 1 || o.Problems[0].Field != "duration_minutes" {
			t.Errorf("duration %d, problems %v, want the first row and one problem", o.DurationMinutes, o.Problems)
		}
	})
	t.Run("unknown label", func(t *testing.T) {
		o := readOutline(t, "x", []byte(head+"Dress code\tbusiness\n"+strings.Join(rows, "")))
		if len(o.Problems) != 1 || o.Problems[0].Field != "rows" || len(o.Rows) != 12 {
			t.Errorf("problems %v, rows %d, want the row kept and one problem", o.Problems, len(o.Rows))
		}
	})
}

func TestWhatIsNoOutlineIsRefused(t *testing.T) {
	for name, c := range map[string]struct {
		data []byte
		code fault.Code
	}{
		"empty":             {nil, fault.Unknown},
		"prose":             {[]byte("Dear colleagues,\n\nplease find attached the outline.\n"), fault.Unknown},
		"table":             {[]byte("Name\tEmail\tDuration\nAna\tana@mail.example\t12\nDuration\t2\n"), fault.Unknown},
		"cut off":           {[]byte("PK\x03\x04 word/document.xml"), fault.Unreadable},
		"pdf":               {[]byte("%PDF-1.7"), fault.Unknown},
		"web page":          {[]byte("<html><body><p>Welcome</p></body></html>"), fault.Unknown},
		"very large":        {make([]byte, 5<<20), fault.TooLarge},
		"a row without end": {[]byte("Date and hour\t28 May 2020\nSpeakers\t" + strings.Repeat("Ana KOVAČ, ", 4000) + "\nLanguage\tEnglish\n"), fault.TooLarge},
	} {
		_, err := webinar.ReadOutline("file.txt", c.data)
		if !fault.Is(err, c.code) {
			t.Errorf("%s: %v, want %s", name, err, c.code)
			continue
		}
		if f := fault.From(err); f.Hint == "" || f.Where.File != "file.txt" {
			t.Errorf("%s: hint %q, file %q", name, f.Hint, f.Where.File)
		}
	}
}
