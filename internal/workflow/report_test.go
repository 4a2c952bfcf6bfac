package workflow

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"context"
	"encoding/hex"
	"encoding/json"
	"html"
	"index/suffixarray"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"unicode/utf16"

	"rapporteur/internal/chart/ssr"
	"rapporteur/internal/document"
	"rapporteur/internal/fault"
	"rapporteur/internal/guard"
	"rapporteur/internal/progress"
	"rapporteur/internal/render/pdf"
	"rapporteur/internal/report"
	"rapporteur/internal/tabular"
)

// direct reads tables in this process: the child is tested where it lives.
type direct struct{}

func (direct) Read(_ context.Context, name string, data []byte, said tabular.Said, seen progress.Seen) (*tabular.File, error) {
	return tabular.ReadSaid(name, data, tabular.DefaultLimits(), said, seen)
}

// pictures are drawn once for all tests: they depend on nothing but the option.
var pictures = ssr.New(pdf.Measure)

func demo(t *testing.T) (*Desk, *Demo) {
	t.Helper()
	desk := openUntilEnd(t, t.TempDir(), newCounted())
	made, err := desk.Demo(t.Context(), func(string) {})
	if err != nil {
		t.Fatal(err)
	}
	return desk, made
}

// shared is one demo that tests only read: charts take long under the race detector.
var shared struct {
	once sync.Once
	desk *Desk
	made *Demo
	err  error
}

// folder holds the registers that outlive a test.
var folder string

// benchChild makes the test binary the guarded child that reads tables.
const benchChild = "RAPPORTEUR_BENCH_CHILD"

func TestMain(m *testing.M) {
	if os.Getenv(benchChild) != "" {
		os.Exit(guard.ServeChild(os.Stdin, os.Stdout))
	}
	var err error
	if folder, err = os.MkdirTemp("", "workflow"); err != nil {
		panic(err)
	}
	code := m.Run()
	if shared.desk != nil {
		if err := shared.desk.Close(); err != nil {
			panic(err)
		}
	}
	if err := os.RemoveAll(folder); err != nil {
		panic(err)
	}
	os.Exit(code)
}

func readOnlyDemo(t *testing.T) (*Desk, *Demo) {
	t.Helper()
	shared.once.Do(func() {
		shared.desk, shared.err = Open(context.Background(), filepath.Join(folder, "shared"), Options{Tables: direct{}, Now: DemoClock(), NewID: DemoIDs(), Who: "test", Charts: pictures})
		if shared.err == nil {
			shared.made, shared.err = shared.desk.Demo(context.Background(), func(string) {})
		}
	})
	if shared.err != nil {
		t.Fatal(shared.err)
	}
	return shared.desk, shared.made
}

func TestDemoFigures(t *testing.T) {
	_, made := readOnlyDemo(t)
	n := made.Dossier.Table.Totals
	got := []int{n.Submissions, n.Persons, n.Confirmed, n.Waiting, n.Duplicates, n.Barred, n.Joined, n.Attended, n.AttendedConfirmed, n.AttendedRegistered, n.WalkIns, n.Open, n.Staff}
	want := []int{330, 314, 300, 4, 13, 13, 192, 166, 152, 6, 8, 0, 6}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("figures %v, want %v", got, want)
		}
	}
}

var (
	number   = regexp.MustCompile(`\d+`)
	tickText = regexp.MustCompile(`<text[^>]*text-anchor="end"[^>]*>([0-9]+)</text>`)
)

// Every number on the pages stands in the breakdown's JSON, in the annex or in the outline. The numbers of pages, tables
// and figures are no figures, nor is the scale of a chart.
func TestEveryNumberOfThePaperHasItsSource(t *testing.T) {
	desk, made := readOnlyDemo(t)
	js, err := json.Marshal(made.Dossier.Table)
	if err != nil {
		t.Fatal(err)
	}
	f, err := desk.facts(t.Context(), made.Dossier.Webinar.ID, ReportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	sources := string(js) + " " + sheetText(t, made.XLSX)
	for _, row := range f.Webinar.Outline.Rows {
		sources += " " + row.Text
	}
	known := map[string]bool{}
	for _, n := range number.FindAllString(sources, -1) {
		known[n] = true
	}
	pages := strings.Split(strings.TrimSuffix(pdfText(t, made.PDF), "\f"), "\f")
	for i := range pages {
		known[strconv.Itoa(i+1)] = true // more pages than tables, figures or sections
	}
	doc := report.Build(f)
	if err := desk.draw(t.Context(), &doc); err != nil {
		t.Fatal(err)
	}
	for _, b := range doc.Blocks {
		if figure, ok := b.(document.Figure); ok {
			for _, m := range tickText.FindAllStringSubmatch(figure.SVG, -1) {
				known[m[1]] = true
			}
		}
	}
	checked := 0
	for i, page := range pages {
		for line := range strings.Lines(page) {
			for _, n := range number.FindAllString(line, -1) {
				if checked++; !known[n] {
					t.Errorf("page %d: %s is on paper and nowhere else: %s", i+1, n, strings.TrimSpace(line))
				}
			}
		}
	}
	if checked < 800 {
		t.Errorf("%d numbers are too few to prove anything", checked)
	}
}

// sheetText is the text of every part of a workbook.
func sheetText(t *testing.T, book []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, f := range z.File {
		if !strings.HasPrefix(f.Name, "xl/worksheets/") && !strings.HasPrefix(f.Name, "xl/sharedStrings") {
			continue
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(&out, r); err != nil {
			t.Fatal(err)
		}
	}
	return regexp.MustCompile(`<[^>]*>`).ReplaceAllString(out.String(), " ")
}

// The donor copy holds no participant's full name, address or phone, in text or metadata; the internal copy does.
func TestDonorCopyHoldsNoNames(t *testing.T) {
	desk, made := readOnlyDemo(t)
	o := ReportOptions{Copy: report.Donor}
	paper, err := desk.PDF(t.Context(), made.Dossier.Webinar.ID, o)
	if err != nil {
		t.Fatal(err)
	}
	annex, err := desk.XLSX(t.Context(), made.Dossier.Webinar.ID, o)
	if err != nil {
		t.Fatal(err)
	}
	donor := strings.ToLower(pdfText(t, paper) + allParts(t, annex))
	internal := strings.ToLower(pdfText(t, made.PDF))
	raw, rawInternal := streams(t, paper), streams(t, made.PDF)
	found, foundRaw := 0, 0
	for _, s := range made.Dossier.Standings {
		for _, secret := range []string{s.Email, s.FirstName + " " + s.LastName, s.LastName + " " + s.FirstName, s.LastName + ", " + s.FirstName} {
			if strings.Contains(donor, strings.ToLower(secret)) || raw.holds(secret) {
				t.Fatalf("the donor copy names the person of line %d of the registrations", s.Line)
			}
		}
		if strings.Contains(internal, strings.ToLower(s.LastName+", "+s.FirstName)) {
			found++
		}
		if rawInternal.holds(s.LastName + ", " + s.FirstName) {
			foundRaw++
		}
	}
	for _, p := range made.Dossier.Persons {
		if names := append([]string{p.Email}, p.Emails...); slices.ContainsFunc(names, func(mail string) bool {
			return mail != "" && (strings.Contains(donor, strings.ToLower(mail)) || raw.holds(mail))
		}) {
			t.Fatal("the donor copy holds an address of an attendance file")
		}
	}
	if foundRaw < 150 {
		t.Errorf("the streams of the internal copy name %d registered participants: the search in streams finds nothing", foundRaw)
	}
	if found < 150 {
		t.Errorf("the internal copy names %d registered participants: the search above finds nothing", found)
	}
}

// allParts is everything a workbook holds, its properties included.
func allParts(t *testing.T, book []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(&out, r); err != nil {
			t.Fatal(err)
		}
	}
	return html.UnescapeString(out.String())
}

// searched is the content of a file, sorted for the search of many texts: as it is, and in capitals for hexadecimal
// strings.
type searched struct{ plain, capitals *suffixarray.Index }

// streams is the whole file with every stream inflated, and without the escapes of its strings.
func streams(t *testing.T, data []byte) searched {
	t.Helper()
	out := bytes.Clone(data)
	for rest := data; ; {
		_, after, ok := bytes.Cut(rest, []byte("stream\n"))
		if !ok {
			break
		}
		rest = after
		r, err := zlib.NewReader(bytes.NewReader(after))
		if err != nil {
			continue // not deflated: in the clear above
		}
		if _, err := io.Copy((*appender)(&out), r); err != nil {
			t.Fatal(err)
		}
	}
	out = regexp.MustCompile(`(?s)\\([\\()])`).ReplaceAll(out, []byte("$1"))
	return searched{suffixarray.New(out), suffixarray.New(bytes.ToUpper(out))}
}

type appender []byte

func (a *appender) Write(p []byte) (int, error) {
	*a = append(*a, p...)
	return len(p), nil
}

// holds tells whether a file holds a text in one of a PDF's encodings: UTF-8, UTF-16, or UTF-16 in hexadecimal.
func (s searched) holds(text string) bool {
	var wide []byte
	for _, u := range utf16.Encode([]rune(text)) {
		wide = append(wide, byte(u>>8), byte(u))
	}
	has := func(in *suffixarray.Index, b []byte) bool { return len(in.Lookup(b, 1)) > 0 }
	return has(s.plain, []byte(text)) || has(s.plain, wide) || has(s.capitals, []byte(strings.ToUpper(hex.EncodeToString(wide))))
}

func pdfText(t *testing.T, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "r.pdf")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	c := exec.Command("pdftotext", "-layout", path, "-")
	c.Stdout, c.Stderr = &out, &errs
	if err := c.Run(); err != nil {
		t.Fatal(err)
	}
	if errs.Len() > 0 {
		t.Errorf("pdftotext: %s", errs.String())
	}
	return out.String()
}

// A page that prints Kosovo* prints the footnote, and no page prints it without.
func TestFootnoteOnEachPage(t *testing.T) {
	_, made := readOnlyDemo(t)
	pages := strings.Split(pdfText(t, made.PDF), "\f")
	marked := 0
	for i, p := range pages {
		p = strings.Join(strings.Fields(p), " ")
		body, _, noted := strings.Cut(p, "This designation is without prejudice")
		if strings.Contains(body, "Kosovo*") != noted {
			t.Errorf("page %d: Kosovo* and its footnote do not go together", i+1)
		}
		if noted {
			marked++
		}
		if strings.Contains(strings.ReplaceAll(strings.ReplaceAll(p, "Kosovo*", ""), "Kosovo declaration", ""), "Kosovo") {
			t.Errorf("page %d: Kosovo without its asterisk", i+1)
		}
	}
	if marked == 0 {
		t.Error("no page carries the footnote")
	}
}

// Another register with the same content gives the same bytes. A report without errors can be finalised, and an issued one
// is not undone.
func TestSecondRegister(t *testing.T) {
	_, one := readOnlyDemo(t)
	desk, two := demo(t)
	if !bytes.Equal(one.PDF, two.PDF) || !bytes.Equal(one.XLSX, two.XLSX) || !bytes.Equal(one.Outline, two.Outline) {
		t.Error("two demos differ")
	}
	id := two.Dossier.Webinar.ID
	if _, err := desk.PDF(t.Context(), id, ReportOptions{Final: true}); err != nil {
		t.Fatalf("a report without errors is refused: %v", err)
	}
	if _, err := desk.Undo(t.Context(), id, ""); err == nil {
		t.Error("an issued report can be undone")
	}
}

// A report with an open match is not finalised.
func TestFinalIsRefusedWhileOpen(t *testing.T) {
	desk, id := job(t, 0)
	if _, err := desk.PDF(t.Context(), id, ReportOptions{Final: true}); !fault.Is(err, "not-final") {
		t.Errorf("finalising with open matches gives %v", err)
	}
}
