package webinar

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"slices"
	"strings"

	"rapporteur/internal/fault"
	"rapporteur/internal/tabular"
)

// A Word document is a zip archive of XML parts (ECMA-376): the main part holds the text; styles and numbering say which
// paragraphs are items of a list; the relationships hold the addresses of links. Headers, footers, notes and comments are
// parts of their own and no text of the outline.

// isDocxPart tells the parts that are looked at. The main part may have a number in its name.
var isDocxPart = pattern(`^word/(?:document\d*|numbering|styles)\.xml$|^word/_rels/document\d*\.xml\.rels$`)

const hintDocx = "Open it in a word processor and save it as a Word document (.docx), or as text."

// readDocx reads a document's blocks. Faults: unknown (no Word document), unreadable, too-large.
func readDocx(data []byte) ([]block, error) {
	parts, err := tabular.Parts(data, tabular.Limits{}, func(name string) bool {
		return name == "_rels/.rels" || isDocxPart().MatchString(name)
	})
	if err != nil {
		f := fault.From(err)
		if f.Code == fault.TooLarge {
			return nil, fault.New(fault.TooLarge, "The document unfolds to far more than an outline can be.", "Copy the outline alone to a new document and save that.").Because(err)
		}
		return nil, fault.New(f.Code, "The document is damaged or was not copied completely.", hintDocx).Because(err)
	}
	main := mainPart(parts["_rels/.rels"])
	if parts[main] == nil {
		return nil, fault.New(fault.Unknown, "The file is a zip archive, not an outline in text, HTML or Word.", hintDocx)
	}
	if len(parts[main]) > maxDocument {
		return nil, fault.New(fault.TooLarge, "The document is far longer than an outline.", "Copy the outline alone to a new document and save that.")
	}
	document, err := parseXML(parts[main])
	if err != nil {
		return nil, fault.New(fault.Unreadable, "The document is damaged or was not copied completely.", hintDocx).Because(err)
	}
	beside := func(name string) *node {
		part, err := parseXML(parts[path.Join(path.Dir(main), name)])
		if err != nil {
			return &node{} // what it says of the text is left out
		}
		return part
	}
	d := docxReader{links: linksOf(parts[path.Join(path.Dir(main), "_rels", path.Base(main)+".rels")]), lists: listsOf(beside("numbering.xml"), beside("styles.xml"))}
	var blocks []block
	d.content(document.at("document", "body"), &blocks)
	return blocks, nil
}

// maxDocument is the most bytes of the main part: a concept note of three pages has a tenth of a megabyte.
const maxDocument = 8 << 20

// relationship is one line of a part of relationships.
type relationship struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:"Type,attr"`
	Target string `xml:"Target,attr"`
	Mode   string `xml:"TargetMode,attr"`
}

func relationships(part []byte) []relationship {
	var all struct {
		Relationship []relationship
	}
	if xml.Unmarshal(part, &all) != nil {
		return nil // what they lead to is left out
	}
	return all.Relationship
}

// mainPart is the name of the part with the text.
func mainPart(rels []byte) string {
	for _, r := range relationships(rels) {
		if strings.HasSuffix(r.Type, "/officeDocument") {
			return strings.ToLower(strings.TrimPrefix(path.Clean("/"+r.Target), "/"))
		}
	}
	return "word/document.xml"
}

// linksOf gives the addresses of links by their ids.
func linksOf(rels []byte) map[string]string {
	links := map[string]string{}
	for _, r := range relationships(rels) {
		if r.Mode == "External" && strings.HasSuffix(r.Type, "/hyperlink") {
			links[r.ID] = r.Target
		}
	}
	return links
}

// node is an element of the main part.
type node struct {
	name  string
	attrs []xml.Attr
	nodes []*node
	text  string
}

// attr is the value of an attribute, whatever its prefix.
func (n *node) attr(name string) string {
	if n != nil {
		for _, a := range n.attrs {
			if a.Name.Local == name {
				return a.Value
			}
		}
	}
	return ""
}

// at is the element at the end of a path of names, nil when one of them is not there.
func (n *node) at(path ...string) *node {
	for _, name := range path {
		if n == nil {
			return nil
		}
		i := slices.IndexFunc(n.nodes, func(c *node) bool { return c.name == name })
		if i < 0 {
			return nil
		}
		n = n.nodes[i]
	}
	return n
}

// isOn tells whether a switch is there and not turned off.
func (n *node) isOn() bool {
	return n != nil && !slices.Contains([]string{"0", "false", "off"}, n.attr("val"))
}

// parseXML reads a part, whose nesting was capped before.
func parseXML(part []byte) (*node, error) {
	root := &node{}
	open := []*node{root}
	x := xml.NewDecoder(bytes.NewReader(part))
	for {
		token, err := x.Token()
		if errors.Is(err, io.EOF) {
			return root, nil
		}
		if err != nil {
			return nil, err
		}
		top := open[len(open)-1]
		switch t := token.(type) {
		case xml.StartElement:
			n := &node{name: t.Name.Local, attrs: slices.Clone(t.Attr)}
			top.nodes, open = append(top.nodes, n), append(open, n)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if top.name == "t" || top.name == "instrText" {
				top.text += string(t)
			}
		}
	}
}
