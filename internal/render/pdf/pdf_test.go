package pdf

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"

	"rapporteur/internal/document"
	"rapporteur/internal/fault"
)

func TestEqualDocumentsAreEqualFiles(t *testing.T) {
	first := write(t, sample(t))
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			if !bytes.Equal(first, write(t, sample(t))) {
				t.Error("two writes of one document differ")
			}
		})
	}
	wg.Wait()
}

// TestChildHash prints the hash of the sample for TestOtherSurroundings and checks nothing by itself.
func TestChildHash(t *testing.T) {
	fmt.Printf("sample %x\n", sha256.Sum256(write(t, sample(t))))
}

func TestOtherSurroundings(t *testing.T) {
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	want := fmt.Sprintf("sample %x\n", sha256.Sum256(write(t, sample(t))))
	for _, env := range []string{"TZ=Pacific/Kiritimati", "TZ=America/St_Johns", "LANG=tr_TR.UTF-8"} {
		cmd := exec.Command(exe, "-test.run", "^TestChildHash$")
		cmd.Env = append(os.Environ(), env, "LC_ALL="+strings.TrimPrefix(env, "LANG="))
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		if !strings.Contains(string(out), want) {
			t.Errorf("with %s the file differs: %s", env, out)
		}
	}
}

func TestContentChangesTheIdentifier(t *testing.T) {
	d := sample(t)
	before := write(t, d)
	d.Blocks = append(d.Blocks, document.Paragraph{Text: "One sentence more."})
	id := func(data []byte) string {
		_, after, _ := strings.Cut(string(data), "/ID [")
		id, _, _ := strings.Cut(after, "]")
		return id
	}
	if a, b := id(before), id(write(t, d)); a == b || len(a) < 64 {
		t.Errorf("identifiers %q and %q", a, b)
	}
}

func TestNothingActive(t *testing.T) {
	d := sample(t)
	d.Title = "/JavaScript (app.alert(1)) ) >> /OpenAction"
	d.Blocks = append(d.Blocks, document.Paragraph{Text: "https://example.org/ javascript:alert(1) /Launch (calc.exe)) Tj ET Q EMC"})
	f := inspect(t, write(t, d))
	for n, entry := range f.ctx.Table {
		text := fmt.Sprint(entry.Object)
		for _, bad := range []string{"JavaScript", "/JS", "Launch", "OpenAction", "EmbeddedFile", "/URI", "/AA"} {
			if strings.Contains(text, bad) {
				t.Errorf("object %d holds %s: %.80s", n, bad, text)
			}
		}
	}
	catalog, err := f.ctx.Catalog()
	if err != nil {
		t.Fatal(err)
	}
	if _, found := catalog.Find("Names"); found {
		t.Error("the catalog has a name dictionary")
	}
}

func TestRefusals(t *testing.T) {
	valid := document.Document{Title: "T", Date: "2020-06-05T09:30:00Z"}
	svg := `<svg viewBox="0 0 10 10"><rect width="5" height="5"/></svg>`
	for name, c := range map[string]struct {
		block document.Block
		date  string
		code  fault.Code
	}{
		"no date":            {nil, "", fault.Invalid},
		"figure without alt": {document.Figure{SVG: svg, Width: 10, Height: 10}, valid.Date, fault.Invalid},
		"figure without SVG": {document.Figure{Alt: "a", Width: 10, Height: 10}, valid.Date, fault.Invalid},
		"unknown element":    {document.Figure{Alt: "a", SVG: `<svg viewBox="0 0 9 9"><image/></svg>`, Width: 9, Height: 9}, valid.Date, fault.Invalid},
		"figure of no size":  {document.Figure{Alt: "a", SVG: `<svg/>`}, valid.Date, fault.Invalid},
		"no columns":         {document.Table{Rows: [][]string{{"a"}}}, valid.Date, fault.Invalid},
		"long row":           {document.Table{Columns: make([]document.Column, 1), Rows: [][]string{{"a", "b"}}}, valid.Date, fault.Invalid},
		"no block":           {nil, valid.Date, fault.Internal},
	} {
		d := valid
		d.Date, d.Blocks = c.date, []document.Block{c.block}
		var out bytes.Buffer
		if err := Write(&out, d); !fault.Is(err, c.code) || out.Len() > 0 {
			t.Errorf("%s: error %v and %d bytes, want %s and none", name, err, out.Len(), c.code)
		}
	}
}

// badWriter fails at the first byte.
type badWriter struct{ err error }

func (w badWriter) Write([]byte) (int, error) { return 0, w.err }

func TestWritersErrorComesBack(t *testing.T) {
	full := errors.New("no space left")
	if err := Write(badWriter{full}, sample(t)); !errors.Is(err, full) {
		t.Errorf("error %v, want the writer's", err)
	}
}

func TestMetadata(t *testing.T) {
	d := sample(t)
	d.Title, d.Author = "Đakovica & İğdır <Outcome>", "Скопје"
	f := inspect(t, write(t, d))
	catalog, err := f.ctx.Catalog()
	if err != nil {
		t.Fatal(err)
	}
	if f.ctx.Title != d.Title || f.ctx.Author != d.Author {
		t.Errorf("title %q, author %q", f.ctx.Title, f.ctx.Author)
	}
	if !*f.dict(catalog["ViewerPreferences"]).BooleanEntry("DisplayDocTitle") || !*f.dict(catalog["MarkInfo"]).BooleanEntry("Marked") {
		t.Error("the title is not shown, or the file is not marked as tagged")
	}
	if catalog["Lang"] == nil || catalog["Metadata"] == nil {
		t.Error("language or metadata are missing")
	}
	if got := f.ctx.XRefTable.CreationDate; !strings.Contains(got, "20200605093000") {
		t.Errorf("created %q", got)
	}
}

func TestPopplerReadsEveryRow(t *testing.T) {
	text := strings.Join(popplerText(t, write(t, sample(t))), "\n")
	for i := range 120 {
		if n := strings.Count(text, fmt.Sprintf("Ana Primjer %d ", i+1)); n != 1 {
			t.Errorf("row %d stands %d times in the text", i+1, n)
		}
	}
	text = strings.Join(strings.Fields(text), " ")
	for _, want := range []string{"İğdır, Çankaya, Šibenik, Đakovica, Скопје, Αθήνα", "n ≥ 5 − 3 → 2 ✓", "Page 8 of 8"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in the text", want)
		}
	}
}

func BenchmarkWrite30Pages(b *testing.B) {
	d := sample(b)
	for range 19 {
		for range 5 {
			d.Blocks = append(d.Blocks, document.Heading{Level: 2, Text: "A section"},
				document.Paragraph{Text: strings.Repeat("Officials of eight countries and areas followed the webinar. ", 12)})
		}
	}
	data := write(b, d)
	pages := inspect(b, data).ctx.PageCount
	b.ResetTimer()
	for b.Loop() {
		if err := Write(&bytes.Buffer{}, d); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(pages), "pages")
	b.ReportMetric(float64(len(data)), "bytes")
}
