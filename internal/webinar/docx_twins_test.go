package webinar_test

import (
	"html"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"rapporteur/internal/webinar"
)

// invented gives the invented outlines by name, as files and as what they say.
func invented(t *testing.T) map[string]*txtar.Archive {
	t.Helper()
	files, err := filepath.Glob("testdata/invented/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]*txtar.Archive{}
	for _, path := range files {
		a, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		out[strings.TrimSuffix(filepath.Base(path), ".txtar")] = a
	}
	return out
}

func same(t *testing.T, what string, want webinar.Outline, l *letter) {
	t.Helper()
	got, err := webinar.ReadOutline("outline.docx", l.bytes(t))
	if err != nil {
		t.Errorf("%s: %v", what, err)
		return
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s reads otherwise: %s", what, difference(asJSON(t, want), asJSON(t, got)))
	}
}

// An outline in running text reads the same as a document: each block of lines a paragraph with soft line breaks.
func TestTextAsADocument(t *testing.T) {
	tried := 0
	for name, a := range invented(t) {
		if filepath.Ext(a.Files[0].Name) == ".html" {
			continue
		}
		text := strings.ReplaceAll(string(a.Files[0].Data), "\r\n", "\n")
		var l letter
		for _, block := range strings.Split(strings.TrimSpace(text), "\n\n") {
			l.body.WriteString(p(strings.Trim(block, "\n")))
		}
		tried++
		same(t, name, readOutline(t, a.Files[0].Name, a.Files[0].Data), &l)
	}
	if tried < 20 {
		t.Errorf("%d outlines", tried)
	}
}

// The table of an outline reads the same from a document, however the table is written there.
func TestTableAsADocument(t *testing.T) {
	for name, a := range invented(t) {
		o := readOutline(t, a.Files[0].Name, a.Files[0].Data)
		// As our own page is: the header's lines, the rows, the address.
		o = readOutline(t, "again.html", webinar.WriteHTML(o))
		header, rows := printed(t, o)
		for how, write := range map[string]func(l *letter){
			"plain": func(l *letter) {
				for _, line := range header {
					l.body.WriteString(p(line))
				}
				var b strings.Builder
				for _, row := range rows {
					b.WriteString(tr(p(row.Label), listed(strings.Split(row.Text, "\n"), byNumbering)))
				}
				l.body.WriteString(tbl(b.String()))
			},
			"tracked": func(l *letter) {
				l.main, l.strict = "document2.xml", true
				for _, line := range header {
					l.body.WriteString(`<w:p><w:moveFrom><w:r><w:t>away</w:t></w:r></w:moveFrom><w:ins w:id="1">` + runs(line) + `</w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>`)
				}
				var b strings.Builder
				for _, row := range rows {
					b.WriteString(`<w:tr><w:trPr><w:del w:id="2"/></w:trPr><w:tc>` + p("Language") + `</w:tc><w:tc>` + p("Klingon") + `</w:tc></w:tr>`)
					b.WriteString(tr(`<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>`+p(row.Label)+`</w:sdtContent></w:sdt>`, listed(strings.Split(row.Text, "\n"), byStyle)))
				}
				l.body.WriteString(tbl(b.String()))
			},
			"in a box": func(l *letter) {
				var inner strings.Builder
				for _, line := range header {
					inner.WriteString(p(line))
				}
				var b strings.Builder
				for _, row := range rows {
					b.WriteString(tr(p(row.Label), listed(strings.Split(row.Text, "\n"), byNumbering)))
				}
				l.body.WriteString(`<w:p><w:r>` + box(inner.String()) + `</w:r></w:p>` + tbl(b.String()))
			},
		} {
			var l letter
			write(&l)
			if o.WebReference != "" {
				l.body.WriteString(p(o.WebReference))
			}
			same(t, name+", "+how, o, &l)
		}
	}
}

// printed gives the lines and rows that our own page of an outline shows.
func printed(t *testing.T, o webinar.Outline) (header []string, rows []webinar.Row) {
	t.Helper()
	page := string(webinar.WriteHTML(o))
	_, page, _ = strings.Cut(page, "<header")
	top, rest, _ := strings.Cut(page, "</header>")
	for _, line := range strings.Split(top, "\n")[1:] {
		if line = strings.TrimSpace(line); line != "" {
			line = line[strings.IndexByte(line, '>')+1 : strings.LastIndexByte(line, '<')]
			header = append(header, html.UnescapeString(line))
		}
	}
	for _, row := range strings.Split(rest, "<tr>")[1:] {
		label, text, _ := strings.Cut(row, "</th><td>")
		label = label[strings.IndexByte(label, '>')+1:]
		text, _, _ = strings.Cut(text, "</td></tr>")
		text = strings.NewReplacer("<ul>", "", "</ul>", "", "<p>", "", "</p>", "\n", "<li>", "• ", "</li>", "\n").Replace(text)
		rows = append(rows, webinar.Row{Label: html.UnescapeString(label), Text: html.UnescapeString(strings.Trim(text, "\n"))})
	}
	return header, rows
}

// Where every line became a paragraph of its own, with empty ones between or without, an outline says the same. Lines that
// were cut in the middle of a phrase are put together where they are as long as mail programs make them.
func TestLinesAsParagraphs(t *testing.T) {
	for name, a := range invented(t) {
		if filepath.Ext(a.Files[0].Name) == ".html" || name == "wrapped-mail" { // cut at a third of a line
			continue
		}
		for _, blanks := range []bool{true, false} {
			o := readOutline(t, name, asLines(t, string(a.Files[0].Data), blanks))
			if got, want := said(o), string(a.Files[1].Data); got != want {
				t.Errorf("%s, blank lines %v: it says otherwise: %s", name, blanks, difference(want, got))
			}
		}
	}
	const cut = `MailNet

Project of two organisations on outlines that are sent by mail

Outlines that a mail program has cut into lines

Date and hour: 8 July 2021, 10h00 (Central European Summer Time: GMT +2)
Language: English

Background: the number of attacks on hospitals, schools and town halls
grew by half within a year, and those who investigate them have not been
trained in what the attackers use, nor do they know their colleagues in
the neighbouring countries.
It goes on growing.

Objectives: to show what helps.

Expected outcomes:
- participants know whom to call when the traces of an attack lead to one
of the neighbouring countries
- participants call
`
	o := readOutline(t, "cut.docx", asLines(t, cut, true))
	if len(o.Background) != 2 || len(o.ExpectedOutcomes) != 2 || !strings.HasSuffix(o.ExpectedOutcomes[0], "to one of the neighbouring countries") {
		t.Errorf("background %q, outcomes %q", o.Background, o.ExpectedOutcomes)
	}
}

func asLines(t *testing.T, text string, blanks bool) []byte {
	t.Helper()
	var l letter
	for _, line := range strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		if blanks || strings.TrimSpace(line) != "" {
			l.body.WriteString(p(line))
		}
	}
	return l.bytes(t)
}
