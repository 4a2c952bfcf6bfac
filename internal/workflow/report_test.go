package workflow

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"rapporteur/internal/chart/ssr"
	"rapporteur/internal/document"
	"rapporteur/internal/fault"
	"rapporteur/internal/render/pdf"
	"rapporteur/internal/report"
	"rapporteur/internal/tabular"
)

// direct reads tables in this process: the child is tested where it lives.
type direct struct{}

func (direct) Read(_ context.Context, name string, data []byte) (*tabular.File, error) {
	return tabular.Read(name, data, tabular.DefaultLimits())
}

// pictures are drawn once for all tests: they depend on nothing but the option.
var pictures = ssr.New(pdf.Measure)

func demo(t *testing.T) (*Desk, *Demo) {
	t.Helper()
	desk, err := Open(t.Context(), t.TempDir(), Options{Tables: direct{}, Now: DemoClock(), NewID: DemoIDs(), Who: "test", Charts: pictures})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := desk.Close(); err != nil {
			t.Error(err)
		}
	})
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

// folder is the shared demo's data folder.
var folder string

func TestMain(m *testing.M) {
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
		shared.desk, shared.err = Open(context.Background(), folder, Options{Tables: direct{}, Now: DemoClock(), NewID: DemoIDs(), Who: "test", Charts: pictures})
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

var number = regexp.MustCompile(`\d+`)

// Every count in the sentences, lists and notes of the report stands in the breakdown's JSON or in the annex.
func TestEveryCountHasItsCell(t *testing.T) {
	desk, made := readOnlyDemo(t)
	known := map[string]bool{}
	js, err := json.Marshal(made.Dossier.Table)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range number.FindAllString(string(js)+" "+sheetText(t, made.XLSX), -1) {
		known[n] = true
	}
	f, err := desk.facts(t.Context(), made.Dossier.Webinar.ID, ReportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	var outline string // its numbers are text, no counts
	for _, row := range f.Webinar.Outline.Rows {
		outline += row.Text + " "
	}
	for _, text := range sentences(report.Build(f)) {
		for _, n := range number.FindAllString(text, -1) {
			if !known[n] && !strings.Contains(outline, n) {
				t.Errorf("%s is in the report and nowhere else: %s", n, text)
			}
		}
	}
}

func sentences(d document.Document) []string {
	var out []string
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case document.Paragraph:
			out = append(out, b.Text)
		case document.List:
			out = append(out, b.Items...)
		case document.KeyFacts:
			for _, f := range b.Facts {
				out = append(out, f.Value)
			}
		case document.Table:
			out = append(out, b.Notes...)
		}
	}
	return out
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
	donor := strings.ToLower(pdfText(t, paper) + sheetText(t, annex))
	internal := strings.ToLower(pdfText(t, made.PDF))
	found := 0
	for _, s := range made.Dossier.Standings {
		for _, secret := range []string{s.Email, s.FirstName + " " + s.LastName, s.LastName + " " + s.FirstName, s.LastName + ", " + s.FirstName} {
			if strings.Contains(donor, strings.ToLower(secret)) {
				t.Fatalf("the donor copy names the person of line %d of the registrations", s.Line)
			}
		}
		if strings.Contains(internal, strings.ToLower(s.LastName+", "+s.FirstName)) {
			found++
		}
	}
	if found < 150 {
		t.Errorf("the internal copy names %d registered participants: the search above finds nothing", found)
	}
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
