package pdf

import (
	"bytes"
	"io"
	"os/exec"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// inspected is a finished file, read by a program that is not ours.
type inspected struct {
	t   testing.TB
	ctx *model.Context
}

// inspect reads and validates a file strictly (ISO 32000-1).
func inspect(t testing.TB, data []byte) inspected {
	t.Helper()
	api.DisableConfigDir()
	conf := model.NewDefaultConfiguration()
	conf.ValidationMode = model.ValidationStrict
	ctx, err := api.ReadAndValidate(bytes.NewReader(data), conf)
	if err != nil {
		t.Fatalf("the file is not valid: %v", err)
	}
	return inspected{t, ctx}
}

// dict follows a reference to a dictionary.
func (f inspected) dict(o types.Object) types.Dict {
	f.t.Helper()
	d, err := f.ctx.DereferenceDict(o)
	if err != nil || d == nil {
		f.t.Fatalf("no dictionary at %v: %v", o, err)
	}
	return d
}

// array follows a reference to an array.
func (f inspected) array(o types.Object) types.Array {
	f.t.Helper()
	a, err := f.ctx.DereferenceArray(o)
	if err != nil {
		f.t.Fatalf("no array at %v: %v", o, err)
	}
	return a
}

// content gives the drawing operators of a page, 1 being the cover.
func (f inspected) content(page int) string {
	f.t.Helper()
	r, err := pdfcpu.ExtractPageContent(f.ctx, page)
	if err != nil {
		f.t.Fatal(err)
	}
	b, err := io.ReadAll(r)
	if err != nil {
		f.t.Fatal(err)
	}
	return string(b)
}

var shown = regexp.MustCompile(`(?s)Td \((.*?)\) Tj ET`)

// texts gives the texts of a page as its operators print them.
func (f inspected) texts(page int) []string {
	f.t.Helper()
	var texts []string
	for _, m := range shown.FindAllStringSubmatch(f.content(page), -1) {
		raw := strings.NewReplacer(`\\`, `\`, `\(`, `(`, `\)`, `)`, `\r`, "\r").Replace(m[1])
		units := make([]uint16, 0, len(raw)/2)
		for i := 0; i+1 < len(raw); i += 2 {
			units = append(units, uint16(raw[i])<<8|uint16(raw[i+1]))
		}
		texts = append(texts, string(utf16.Decode(units)))
	}
	return texts
}

// page gives all text of a page, blanks folded.
func (f inspected) page(n int) string {
	return strings.Join(strings.Fields(strings.Join(f.texts(n), " ")), " ")
}

// popplerText is what pdftotext reads, page by page, in the order of the file. A program that complains fails the test.
func popplerText(t testing.TB, data []byte) []string {
	t.Helper()
	cmd := exec.Command("pdftotext", "-raw", "-", "-")
	cmd.Stdin = bytes.NewReader(data)
	var out, complaints bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &complaints
	if err := cmd.Run(); err != nil {
		t.Fatalf("pdftotext (package poppler-utils) did not run: %v: %s", err, complaints.String())
	}
	if complaints.Len() > 0 {
		t.Fatalf("pdftotext complains: %s", complaints.String())
	}
	return strings.Split(strings.TrimSuffix(out.String(), "\f"), "\f")
}
