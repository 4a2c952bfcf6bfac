package web

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"io"
	"strings"
	"testing"
)

// A Word document is taken as an outline like any file; its bytes are kept as the source.
func TestANewWebinarFromAWordDocument(t *testing.T) {
	s := open(t, nil, io.Discard)
	var body, file bytes.Buffer
	for line := range strings.Lines(string(sampleFile(t, "outline-sample.txt"))) {
		fmt.Fprintf(&body, `<w:p><w:r><w:t xml:space="preserve">%s</w:t></w:r></w:p>`, html.EscapeString(strings.TrimRight(line, "\n")))
	}
	z := zip.NewWriter(&file)
	w, err := z.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(w, `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>`, body.Bytes())
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	made := get[Webinar](t, s, "POST", "/api/webinars", map[string]any{"upload": stage(t, s, "outline.docx", file.Bytes())})
	text := get[Webinar](t, s, "POST", "/api/webinars", map[string]any{"upload": stage(t, s, "outline.txt", sampleFile(t, "outline-sample.txt"))})
	if made.Title != text.Title || made.Webinar.Capacity != text.Webinar.Capacity || made.Webinar.Start != text.Webinar.Start || len(made.Webinar.Speakers) != len(text.Webinar.Speakers) {
		t.Errorf("from Word: %q, capacity %d, start %s", made.Title, made.Webinar.Capacity, made.Webinar.Start)
	}
}
