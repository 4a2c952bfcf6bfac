package webinar_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"strings"
	"testing"
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
