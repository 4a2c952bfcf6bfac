package pdf

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"regexp"
	"strings"
	"time"
	"unicode/utf16"
)

// producer is the program named in the file.
const producer = "Rapporteur"

var (
	fontName    = regexp.MustCompile(`/(BaseFont|FontName) /utf8` + family + `([BI]?)\b`)
	pageObject  = regexp.MustCompile(`^<</Type /Page\n`)
	catalogBody = regexp.MustCompile(`/Type /Catalog\b`)
)

// seal makes gofpdf's file the final one: structure tree, outline, metadata, clean catalog and information, names of font
// subsets, identifier.
func seal(raw []byte, c *composition, date time.Time) ([]byte, error) {
	o, err := readObjects(raw)
	if err != nil {
		return nil, err
	}
	catalog := len(o.bodies) - 1 // gofpdf writes information and catalog last
	info := catalog - 1
	if !catalogBody.Match(o.bodies[catalog]) {
		return nil, fmt.Errorf("file: the last object is no catalog")
	}
	pages := o.pageNumbers()
	o.tagFonts()
	root := o.addStructure(c.root, pages)
	extra := ""
	if outline := o.addOutline(c.titles, pages); outline > 0 {
		extra = fmt.Sprintf(" /Outlines %d 0 R /PageMode /UseOutlines", outline)
	}
	packet := xmp(c, date)
	metadata := o.add(fmt.Sprintf("<</Type /Metadata /Subtype /XML /Length %d>>\nstream\n%s\nendstream", len(packet), packet))
	o.bodies[catalog] = fmt.Appendf(nil, "<</Type /Catalog /Pages 1 0 R /Lang %s /MarkInfo <</Marked true>> /StructTreeRoot %d 0 R "+
		"/ViewerPreferences <</DisplayDocTitle true>> /Metadata %d 0 R%s>>", textString(language(c)), root, metadata, extra)
	o.bodies[info] = fmt.Appendf(nil, "<</Title %s /Author %s /Subject %s /Creator %s /Producer %s /CreationDate %s /ModDate %s>>",
		textString(c.doc.Title), textString(c.doc.Author), textString(c.doc.Subject), textString(producer), textString(producer),
		pdfDate(date), pdfDate(date))
	return o.write(catalog, info), nil
}

// language is the document's, English where none is given.
func language(c *composition) string {
	if c.doc.Language == "" {
		return "en"
	}
	return c.doc.Language
}

// pageNumbers gives the object number of each page in order.
func (o *objects) pageNumbers() []int {
	var pages []int
	for n, body := range o.bodies {
		if pageObject.Match(body) {
			pages = append(pages, n)
		}
	}
	return pages
}

// tagFonts names the embedded fonts as the subsets they are (ISO 32000-1, 9.6.4).
func (o *objects) tagFonts() {
	names := map[string]string{}
	for _, f := range faces {
		names[f.style] = f.postscript
	}
	for n, body := range o.bodies {
		head, tail, isStream := bytes.Cut(body, []byte("\nstream\n"))
		if !fontName.Match(head) {
			continue
		}
		head = fontName.ReplaceAllFunc(head, func(m []byte) []byte {
			part := fontName.FindSubmatch(m)
			return fmt.Appendf(nil, "/%s /RAPPRT+%s", part[1], names[string(part[2])])
		})
		if isStream {
			head = append(append(head, "\nstream\n"...), tail...)
		}
		o.bodies[n] = head
	}
}

// textString writes a text as a PDF string: hexadecimal UTF-16, which needs no escaping.
func textString(s string) string {
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	b.WriteString(">")
	return b.String()
}

// pdfDate writes an instant of UTC (ISO 32000-1, 7.9.4).
func pdfDate(t time.Time) string { return "(D:" + t.Format("20060102150405") + "+00'00')" }

// xmp is the metadata packet; it says the same as the information dictionary.
func xmp(c *composition, date time.Time) string {
	escape := func(s string) string {
		var b strings.Builder
		_ = xml.EscapeText(&b, []byte(s)) // writing to memory cannot fail
		return b.String()
	}
	when := date.Format("2006-01-02T15:04:05Z07:00")
	return `<?xpacket begin="` + "\uFEFF" + `" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">` + escape(c.doc.Title) + `</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>` + escape(c.doc.Author) + `</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">` + escape(c.doc.Subject) + `</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>` + escape(language(c)) + `</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>` + when + `</xmp:CreateDate><xmp:ModifyDate>` + when + `</xmp:ModifyDate>
<xmp:CreatorTool>` + producer + `</xmp:CreatorTool><pdf:Producer>` + producer + `</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`
}
