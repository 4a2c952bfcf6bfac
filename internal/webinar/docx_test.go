package webinar_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"rapporteur/internal/fault"
	"rapporteur/internal/webinar"
)

// letter is a Word document while a test writes it.
type letter struct {
	body   strings.Builder
	links  []string
	main   string // name of the main part; "" is document.xml
	strict bool
}

const contentTypes = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`

const numberingPart = `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl></w:abstractNum>` +
	`<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl></w:abstractNum>` +
	`<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="8"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>`

const stylesPart = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="Aufzhlung"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>` +
	`<w:style w:type="paragraph" w:styleId="Eigene"><w:name w:val="Own"/><w:basedOn w:val="Aufzhlung"/></w:style><w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style></w:styles>`

// bytes is the document as a file, with a header and a footer that say something else.
func (l *letter) bytes(t *testing.T) []byte {
	t.Helper()
	w, r := "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	if l.strict {
		w, r = "http://purl.oclc.org/ooxml/wordprocessingml/main", "http://purl.oclc.org/ooxml/officeDocument/relationships"
	}
	main := l.main
	if main == "" {
		main = "document.xml"
	}
	rels := func(inner string) string {
		return `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + inner + `</Relationships>`
	}
	var links string
	for i, address := range l.links {
		links += fmt.Sprintf(`<Relationship Id="rId%d" Type="%s/hyperlink" Target="%s" TargetMode="External"/>`, i+10, r, html.EscapeString(address))
	}
	space := `xmlns:w="` + w + `" xmlns:r="` + r + `" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"`
	other := func(kind string) string {
		return `<w:` + kind + ` ` + space + `><w:p><w:r><w:t>Date and hour</w:t></w:r></w:p><w:p><w:r><w:t>1 January 1999 09h00</w:t></w:r></w:p></w:` + kind + `>`
	}
	return zipOf(t, [][2]string{
		{"[Content_Types].xml", contentTypes},
		{"_rels/.rels", rels(`<Relationship Id="rId1" Type="` + r + `/officeDocument" Target="word/` + main + `"/>`)},
		{"word/" + main, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ` + space + `><w:body>` + l.body.String() + `<w:sectPr><w:headerReference r:id="rId2"/></w:sectPr></w:body></w:document>`},
		{"word/_rels/" + main + ".rels", rels(`<Relationship Id="rId2" Type="` + r + `/header" Target="header1.xml"/>` + links)},
		{"word/header1.xml", other("hdr")}, {"word/footer1.xml", other("ftr")}, {"word/comments.xml", other("comments")}, {"word/footnotes.xml", other("footnotes")},
		{"word/numbering.xml", numberingPart}, {"word/styles.xml", stylesPart}, {"word/media/image1.png", "\x89PNG"},
	})
}

func zipOf(t *testing.T, parts [][2]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range parts {
		w, err := z.Create(part[0])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(part[1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// runs writes a line of text in runs: tabs, soft line breaks and non-breaking hyphens as elements, words parted in the
// middle, with what was deleted between.
func runs(text string) string {
	var b strings.Builder
	b.WriteString(`<w:r><w:rPr><w:b/></w:rPr>`)
	n := 0
	write := func(s string) {
		if s != "" {
			b.WriteString(`<w:t xml:space="preserve">` + html.EscapeString(s) + `</w:t>`)
		}
	}
	word := ""
	for _, r := range text {
		switch r {
		case '\t':
			write(word)
			word = ""
			b.WriteString(`<w:tab/>`)
		case '\n':
			write(word)
			word = ""
			b.WriteString(`<w:br/>`)
		default:
			word += string(r)
			if n++; n%17 == 0 {
				write(word)
				word = ""
				b.WriteString(`</w:r><w:proofErr w:type="spellStart"/><w:del w:id="3" w:author="x"><w:r><w:delText>gone</w:delText></w:r></w:del><w:r>`)
			}
		}
	}
	write(word)
	b.WriteString(`</w:r>`)
	return b.String()
}

// p writes a paragraph.
func p(text string) string { return `<w:p>` + runs(text) + `</w:p>` }

// styled writes a paragraph with properties.
func styled(properties, text string) string {
	return `<w:p><w:pPr>` + properties + `</w:pPr>` + runs(text) + `</w:p>`
}

// listed writes lines as paragraphs, those with a bullet as items: by numbering or by style.
func listed(lines []string, how string) string {
	var b strings.Builder
	for _, line := range lines {
		if text, item := strings.CutPrefix(line, "• "); item {
			b.WriteString(styled(how, text))
		} else {
			b.WriteString(p(line))
		}
	}
	return b.String()
}

const (
	byNumbering = `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>`
	byStyle     = `<w:pStyle w:val="Eigene"/>`
)

func tr(cells ...string) string {
	var b strings.Builder
	b.WriteString(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
	for _, c := range cells {
		b.WriteString(`<w:tc><w:tcPr><w:tcW w:w="2000"/></w:tcPr>` + c + `</w:tc>`)
	}
	b.WriteString(`</w:tr>`)
	return b.String()
}

func tbl(rows string) string { return `<w:tbl><w:tblPr/><w:tblGrid/>` + rows + `</w:tbl>` }

func box(inner string) string {
	return `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>` + inner + `</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>` + inner + `</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`
}

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

// rowsAbove are the rows that make a document an outline, as a table.
func rowsAbove(more ...string) string {
	return tbl(tr(p("Date and hour"), p("8 July 2021 10h00 (Central European Summer Time: GMT +2 hours)")) + tr(p("Language"), p("English")) + tr(p("Background"), p("Crime goes on.")) + strings.Join(more, ""))
}

func header(lines ...string) string {
	var b strings.Builder
	for _, line := range lines {
		b.WriteString(p(line))
	}
	return b.String()
}

func TestWordsOwnThings(t *testing.T) {
	above := header("WordNet", "Project on documents", "Documents that count")
	numbered := func(id, level, text string) string {
		return styled(`<w:numPr><w:ilvl w:val="`+level+`"/><w:numId w:val="`+id+`"/></w:numPr>`, text)
	}
	for name, c := range map[string]struct {
		body string
		want func(o webinar.Outline) bool
	}{
		"numbered list": {above + rowsAbove(tr(p("Expected outcomes"), numbered("2", "0", "Know more")+numbered("2", "0", "Do more"))), func(o webinar.Outline) bool {
			return slices.Equal(o.ExpectedOutcomes, []string{"Know more", "Do more"})
		}},
		"numbers counted, levels, a list that begins anew": {above + rowsAbove(tr(p("Objectives"), numbered("2", "0", "One")+numbered("2", "1", "Of it")+numbered("2", "1", "Too")+numbered("2", "0", "Two")+numbered("2", "1", "Again")+numbered("3", "0", "Anew")+styled(`<w:numPr><w:numId w:val="0"/></w:numPr>`, "None")+numbered("99", "0", "Unknown list"))), func(o webinar.Outline) bool {
			return slices.Equal(o.Objectives, []string{"1. One", "1.a) Of it", "1.b) Too", "2. Two", "2.a) Again", "1. Anew", "None", "Unknown list"})
		}},
		"headings with numbers over running text": {above + numbered("2", "0", "Date and hour") + p("8 July 2021 10h00 (Central European Summer Time: GMT +2 hours)") + numbered("2", "0", "Language") + p("English") + numbered("2", "0", "Background") + p("Crime goes on.") + p("So do we.") + numbered("2", "0", "Objectives") + p("To go on."), func(o webinar.Outline) bool {
			return slices.Equal(o.Background, []string{"Crime goes on.", "So do we."}) && slices.Equal(o.Objectives, []string{"To go on."}) && o.Language == "en"
		}},
		"long paragraphs without a full stop stay paragraphs": {above + p("Date and hour: 8 July 2021 10h00 (Central European Summer Time: GMT +2 hours)") + p("Language: English") + p("Background: Crime goes on.") + p("Relevant resources") +
			p("Council of Europe, Guide on seeking electronic evidence across borders in a hurry") + p("Europol, Internet Organised Crime Threat Assessment of the year before the last"), func(o webinar.Outline) bool { return len(o.Resources) == 2 }},
		"title by its style": {header("Home Office") + styled(`<w:pStyle w:val="Titel"/>`, "Documents that count") + header("WordNet", "Project on documents of all kinds") + rowsAbove(), func(o webinar.Outline) bool { return o.Title == "Documents that count" }},
		"title of running text by its style": {header("WordNet") + styled(`<w:pStyle w:val="Titel"/>`, "Documents that count") + header("Project on documents of all kinds", "Date and hour: 8 July 2021 10h00", "Language: English", "Background: Crime goes on."), func(o webinar.Outline) bool {
			return o.Title == "Documents that count" && o.Project == "WordNet"
		}},
		"table of contents": {above + styled(`<w:pStyle w:val="Verzeichnis1"/>`, "Background\t3") + `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>` + p("Objectives\t4") + `</w:sdtContent></w:sdt>` +
			`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \o "1-3" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` + runs("Speakers 5") + `</w:p><w:p>` + runs("Capacity 6") + `<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>` + rowsAbove(), func(o webinar.Outline) bool {
			return o.Title == "Documents that count" && len(o.Rows) == 3
		}},
		"form fields": {above + rowsAbove(tr(p("Objectives"), `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>`+p("Click here to write")+`</w:sdtContent></w:sdt><w:p><w:sdt><w:sdtPr/><w:sdtContent>`+runs("To write.")+`</w:sdtContent></w:sdt></w:p>`)), func(o webinar.Outline) bool {
			return slices.Equal(o.Objectives, []string{"To write."})
		}},
		"a paragraph whose end was deleted": {above + rowsAbove(tr(p("Objectives"), styled(`<w:rPr><w:del w:id="1"/></w:rPr>`, "To write ")+p("as one."))), func(o webinar.Outline) bool {
			return slices.Equal(o.Objectives, []string{"To write as one."})
		}},
		"signs of their own": {above + rowsAbove(tr(p("Objectives"), `<w:p><w:r><w:sym w:font="Wingdings" w:char="F0B7"/><w:tab/><w:t>e</w:t><w:noBreakHyphen/><w:t>mail</w:t><w:softHyphen/><w:t>s</w:t></w:r></w:p>`)), func(o webinar.Outline) bool {
			return slices.Equal(o.Objectives, []string{"e-mails"})
		}},
		"one column": {above + tbl(tr(p("Date and hour"))+tr(p("8 July 2021 10h00 (Central European Summer Time: GMT +2 hours)"))+tr(p("Language"))+tr(p("English"))+tr(p("Background"))+tr(p("Crime goes on.")+p("So do we."))), func(o webinar.Outline) bool {
			return o.Language == "en" && slices.Equal(o.Background, []string{"Crime goes on.", "So do we."})
		}},
		"a table in a table": {tbl(tr(above + rowsAbove(tr(p("Objectives"), tbl(tr(p("To write"), p("much"))))))), func(o webinar.Outline) bool {
			return slices.Equal(o.Objectives, []string{"To write, much"}) && o.Title == "Documents that count"
		}},
		"a label over merged rows": {above + rowsAbove(tr(p("Objectives"), p("To write.")), tr(`<w:tcPr><w:vMerge/></w:tcPr>`+p(""), p("To read."))), func(o webinar.Outline) bool {
			return slices.Equal(o.Objectives, []string{"To write.", "To read."})
		}},
	} {
		l := letter{}
		l.body.WriteString(c.body)
		o, err := webinar.ReadOutline("own.docx", l.bytes(t))
		if err != nil || !c.want(o) {
			t.Errorf("%s: %v %s", name, err, said(o))
		}
	}
}

// The address of a link belongs to a resource, whichever way the link is written.
func TestLinksOfADocument(t *testing.T) {
	l := letter{links: []string{"https://www.one.example/a?b=1&c=2", "mailto:ana@mail.example"}}
	l.body.WriteString(header("WordNet", "Project on documents", "Documents that count") + rowsAbove(tr(p("Relevant resources"),
		`<w:p>`+runs("Council, ")+`<w:hyperlink r:id="rId10">`+runs("Guide")+`</w:hyperlink></w:p>`+
			`<w:p>`+runs("Europol, ")+`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK </w:instrText></w:r><w:r><w:instrText>"https://two.example/x" \h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`+runs("Report")+`<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`+
			`<w:p>`+runs("Interpol, ")+`<w:fldSimple w:instr=" HYPERLINK &quot;https://three.example&quot; ">`+runs("Notes")+`</w:fldSimple></w:p>`+
			`<w:p>`+runs("Office, ")+`<w:hyperlink r:id="rId11">`+runs("Letter")+`</w:hyperlink>`+`<w:hyperlink r:id="rId99">`+runs(" of 2020")+`</w:hyperlink></w:p>`)))
	o := readOutline(t, "links.docx", l.bytes(t))
	var got []string
	for _, r := range o.Resources {
		got = append(got, r.Owner+"|"+r.Title+"|"+r.URL)
	}
	if want := []string{"Council|Guide|https://www.one.example/a?b=1&c=2", "Europol|Report|https://two.example/x", "Interpol|Notes|https://three.example", "Office|Letter of 2020|"}; !slices.Equal(got, want) {
		t.Errorf("resources %q", got)
	}
}

// manyParagraphs are more than an outline can have, and do not pack so well that this alone is told.
func manyParagraphs() string {
	var b strings.Builder
	for i := range 120_000 {
		fmt.Fprintf(&b, "<w:p><w:r><w:t>%x %x</w:t></w:r></w:p>", i*7919, i*104729)
		fmt.Fprintf(&b, "<w:p w:id=\"%x\"/>", i*1299709)
	}
	return b.String()
}

// What is no document, or a hostile one, is refused with a sentence, within the caps of a workbook.
func TestDocumentsAreRefused(t *testing.T) {
	part := func(name, text string) [2]string { return [2]string{name, text} }
	const open = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`
	many := [][2]string{}
	for i := range 2100 {
		many = append(many, part(fmt.Sprintf("word/media/%d.png", i), "x"))
	}
	good := letter{}
	good.body.WriteString(rowsAbove())
	whole := good.bytes(t)
	for name, c := range map[string]struct {
		data []byte
		code fault.Code
	}{
		"a workbook":      {zipOf(t, [][2]string{part("xl/workbook.xml", "<workbook/>")}), fault.Unknown},
		"an empty text":   {zipOf(t, [][2]string{part("word/document.xml", open+"</w:body></w:document>")}), fault.Unknown},
		"no body":         {zipOf(t, [][2]string{part("word/document.xml", "<x/>")}), fault.Unknown},
		"a letter":        {zipOf(t, [][2]string{part("word/document.xml", open+p("Dear Ana,")+"</w:body></w:document>")}), fault.Unknown},
		"cut off":         {whole[:len(whole)/2], fault.Unreadable},
		"broken XML":      {zipOf(t, [][2]string{part("word/document.xml", open+"<w:p></w:body></w:document>")}), fault.Unreadable},
		"entities":        {zipOf(t, [][2]string{part("word/document.xml", `<!DOCTYPE x [<!ENTITY a "aaaa">]>`+open+p("x")+"</w:body></w:document>")}), fault.Unreadable},
		"unknown entity":  {zipOf(t, [][2]string{part("word/document.xml", open+"<w:p>&a;</w:p></w:body></w:document>")}), fault.Unreadable},
		"nested too deep": {zipOf(t, [][2]string{part("word/document.xml", open+strings.Repeat("<w:tbl>", 100_000)+strings.Repeat("</w:tbl>", 100_000)+"</w:body></w:document>")}), fault.Unreadable},
		"far too long":    {zipOf(t, [][2]string{part("word/document.xml", open+manyParagraphs()+"</w:body></w:document>")}), fault.TooLarge},
		"a bomb":          {zipOf(t, [][2]string{part("word/document.xml", open+strings.Repeat(" ", 70<<20)+"</w:body></w:document>")}), fault.TooLarge},
		"too many parts":  {zipOf(t, append(many, part("word/document.xml", open+"</w:body></w:document>"))), fault.TooLarge},
		"the same twice":  {zipOf(t, [][2]string{part("word/document.xml", open+"</w:body></w:document>"), part("word/Document.xml", open+"</w:body></w:document>")}), fault.Unreadable},
		"styles in a ring": {zipOf(t, [][2]string{part("word/document.xml", open+styled(`<w:pStyle w:val="a"/>`, "x")+"</w:body></w:document>"),
			part("word/styles.xml", `<w:styles xmlns:w="x"><w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>`)}), fault.Unknown},
	} {
		_, err := webinar.ReadOutline("file.docx", c.data)
		if f := fault.From(err); !fault.Is(err, c.code) || f.Hint == "" || f.Where.File != "file.docx" || strings.Contains(f.Message, "workbook") {
			t.Errorf("%s: %v, want %s", name, err, c.code)
		}
	}
}

// Whatever the text of a document is made of, reading it ends, and what is an outline is written as one.
func FuzzDocument(f *testing.F) {
	f.Add(header("WordNet", "Project on documents", "Documents that count") + rowsAbove(tr(p("Objectives"), styled(byNumbering, "One")+styled(byStyle, "Two"))))
	f.Add(p("Date and hour: 8 July 2021 10h00") + p("Language: English") + p("Background: x\ty\nz") + `<w:p><w:r>` + box(p("Speakers: Ana KOVAČ, Judge")) + `</w:r></w:p>`)
	f.Add(`<w:p><w:pPr><w:pStyle w:val="Titel"/><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText><w:sym w:char="F0B7"/></w:r></w:p><w:tbl><w:tr/><w:sdt><w:sdtContent><w:tr><w:tc/></w:tr></w:sdtContent></w:sdt></w:tbl>`)
	f.Fuzz(func(t *testing.T, body string) {
		l := letter{}
		l.body.WriteString(body)
		o, err := webinar.ReadOutline("fuzz.docx", l.bytes(t))
		if err != nil {
			if fault.Is(err, fault.Internal) {
				t.Fatal(err)
			}
			return
		}
		for kind, write := range writers {
			if _, err := webinar.ReadOutline(kind, write(o)); err != nil {
				t.Fatalf("%s: %v", kind, err)
			}
		}
	})
}
