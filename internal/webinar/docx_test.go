package webinar_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"rapporteur/internal/fault"
	"rapporteur/internal/webinar"
)

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
		"paragraphs behind the table": {above + tbl(tr(p("Date and hour"), p("8 July 2021 10h00 (Central European Summer Time: GMT +2 hours)"))+tr(p("Language"), p("English"))) +
			p("Expected outcomes") + p("- To write") + p("- To read") + p("Participants: up to 80 participants") + p("Registration: only via the website") + p("It is a part of Result 7."), func(o webinar.Outline) bool {
			return o.Language == "en" && slices.Equal(o.ExpectedOutcomes, []string{"To write", "To read"}) && o.Capacity == 80 && o.WebsiteOnly && o.Result == 7
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
