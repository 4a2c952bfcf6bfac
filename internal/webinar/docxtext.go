package webinar

import (
	"strconv"
	"strings"
)

// docxReader turns the elements of a document's main part into blocks. What was deleted or moved away is no text, what
// was inserted is; what stands twice, for newer and older programs, is read once.
type docxReader struct {
	links  map[string]string
	lists  docxLists
	fields []*field // open ones, the innermost last; they may end in a later paragraph
	goesOn bool     // the end of the last paragraph was deleted: the next one goes on in it
}

// field is an instruction and its result: the result is text, the instruction is none.
type field struct {
	instruction string
	showing     bool
}

var linkInstruction = pattern(`(?i)^\s*HYPERLINK\s+"([^"]+)"`)

// content reads paragraphs and tables, through whatever stands around them.
func (d *docxReader) content(n *node, out *[]block) {
	if n == nil {
		return
	}
	for _, c := range n.nodes {
		switch c.name {
		case "p":
			d.paragraph(c, out)
		case "tbl":
			if t := d.table(c); len(t.rows) > 0 {
				*out, d.goesOn = append(*out, t), false
			}
		case "sdt":
			d.content(controlled(c), out)
		case "AlternateContent":
			d.content(chosen(c), out)
		case "ins", "moveTo", "customXml", "smartTag":
			d.content(c, out)
		}
	}
}

// controlled is the content of a form field, nil where it only says what to write there, or is a table of contents.
func controlled(sdt *node) *node {
	properties := sdt.at("sdtPr")
	if properties.at("showingPlcHdr").isOn() || strings.HasPrefix(properties.at("docPartObj", "docPartGallery").attr("val"), "Table of Contents") {
		return nil
	}
	return sdt.at("sdtContent")
}

// chosen is what newer programs show of an element with alternatives.
func chosen(n *node) *node {
	if choice := n.at("Choice"); choice != nil {
		return choice
	}
	return n.at("Fallback")
}

func (d *docxReader) table(n *node) block {
	t := block{}
	var rows func(*node)
	rows = func(n *node) {
		for _, c := range n.nodes {
			switch {
			case c.name == "tr" && c.at("trPr", "del") == nil:
				if row := d.row(c); len(row) > 0 {
					t.rows = append(t.rows, row)
				}
			case c.name == "sdt":
				if inner := controlled(c); inner != nil {
					rows(inner)
				}
			case c.name == "ins" || c.name == "customXml":
				rows(c)
			}
		}
	}
	rows(n)
	return t
}

func (d *docxReader) row(n *node) []cell {
	var row []cell
	for _, c := range n.nodes {
		switch c.name {
		case "tc":
			var inner []block
			d.goesOn = false
			d.content(c, &inner)
			row = append(row, inner)
		case "sdt":
			if inner := controlled(c); inner != nil {
				row = append(row, d.row(inner)...)
			}
		case "ins", "customXml":
			row = append(row, d.row(c)...)
		}
	}
	return row
}

// paragraph reads one paragraph. A text box that stands in it is read where it stands, before or behind the text.
func (d *docxReader) paragraph(n *node, out *[]block) {
	properties := n.at("pPr")
	style := properties.at("pStyle").attr("val")
	if d.lists.isContents(style) {
		return
	}
	p := paragraph{block: block{title: d.lists.isTitle(style)}}
	d.runs(n, "", &p)
	*out = append(*out, p.before...)
	if last := len(*out) - 1; d.goesOn && last >= 0 && !(*out)[last].isTable() {
		(*out)[last].pieces = append((*out)[last].pieces, p.pieces...)
	} else {
		if strings.TrimSpace(p.plainText()) != "" {
			p.sign = d.lists.sign(properties.at("numPr"), style)
		}
		*out = append(*out, p.block)
	}
	d.goesOn = properties.at("rPr", "del") != nil
	*out = append(*out, p.behind...)
}

// paragraph is a paragraph while it is read, with the text boxes in it.
type paragraph struct {
	block
	before, behind []block
}

func (p *paragraph) add(text, address string) {
	if text != "" {
		p.pieces = append(p.pieces, piece{text, address})
	}
}

// runs reads the stretches of text of a paragraph; address is that of the link around them.
func (d *docxReader) runs(n *node, address string, p *paragraph) {
	for _, c := range n.nodes {
		switch c.name {
		case "r":
			if !c.at("rPr", "vanish").isOn() {
				d.run(c, address, p)
			}
		case "hyperlink":
			d.runs(c, d.links[c.attr("id")], p)
		case "fldSimple":
			d.runs(c, linkOf(c.attr("instr"), address), p)
		case "sdt":
			if inner := controlled(c); inner != nil {
				d.runs(inner, address, p)
			}
		case "AlternateContent":
			if inner := chosen(c); inner != nil {
				d.runs(inner, address, p)
			}
		case "ins", "moveTo", "customXml", "smartTag", "bdo", "dir":
			d.runs(c, address, p)
		}
	}
}

func linkOf(instruction, address string) string {
	if m := linkInstruction().FindStringSubmatch(instruction); m != nil {
		return m[1]
	}
	return address
}

func (d *docxReader) run(n *node, address string, p *paragraph) {
	for _, c := range n.nodes {
		switch c.name {
		case "fldChar":
			d.fieldMark(c.attr("fldCharType"))
			continue
		case "instrText":
			if len(d.fields) > 0 {
				d.fields[len(d.fields)-1].instruction += c.text
			}
			continue
		case "AlternateContent":
			if inner := chosen(c); inner != nil {
				d.run(inner, address, p)
			}
			continue
		case "drawing", "pict", "object":
			d.boxes(c, p)
			continue
		}
		if hidden, to := d.withinFields(address); !hidden {
			p.add(textOfRun(c), to)
		}
	}
}

// textOfRun is the text of one element of a run.
func textOfRun(n *node) string {
	switch n.name {
	case "t":
		return n.text
	case "tab", "ptab":
		return "\t"
	case "br", "cr":
		return "\n"
	case "noBreakHyphen":
		return "-"
	case "sym":
		if code, err := strconv.ParseUint(n.attr("char"), 16, 16); err == nil && code > 0 {
			return string(rune(code))
		}
	}
	return ""
}

func (d *docxReader) fieldMark(kind string) {
	switch n := len(d.fields); {
	case kind == "begin":
		d.fields = append(d.fields, &field{})
	case n == 0:
	case kind == "separate":
		d.fields[n-1].showing = true
	case kind == "end":
		d.fields = d.fields[:n-1]
	}
}

// withinFields tells whether text is hidden by the fields it stands in, which is so in their instructions and in a table
// of contents, and where a link among them leads.
func (d *docxReader) withinFields(address string) (hidden bool, to string) {
	to = address
	for _, f := range d.fields {
		if !f.showing || strings.HasPrefix(strings.ToUpper(strings.TrimSpace(f.instruction)), "TOC") {
			return true, ""
		}
		to = linkOf(f.instruction, to)
	}
	return false, to
}

// boxes reads the text boxes of a drawing.
func (d *docxReader) boxes(n *node, p *paragraph) {
	for _, c := range n.nodes {
		switch c.name {
		case "txbxContent":
			inner := docxReader{links: d.links, lists: d.lists}
			if to := &p.before; strings.TrimSpace(p.plainText()) == "" {
				inner.content(c, to)
			} else {
				inner.content(c, &p.behind)
			}
		case "AlternateContent":
			if inner := chosen(c); inner != nil {
				d.boxes(inner, p)
			}
		default:
			d.boxes(c, p)
		}
	}
}
