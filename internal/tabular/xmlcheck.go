package tabular

import (
	"bytes"
	"unicode/utf8"

	"rapporteur/internal/fault"
)

// tagVisitor is called for each tag outside of comments: its local name, the text of its attributes, and whether it
// closes an element. An empty element is visited twice.
type tagVisitor func(name, attributes []byte, closing bool) error

var (
	errPartDamaged = fault.New(fault.Unreadable, "A part of the workbook is damaged.",
		"Open it in a spreadsheet program, save it as .xlsx and import that file.")
	errDoctype = fault.New(fault.Unreadable, "The workbook contains definitions that no spreadsheet program writes; it was refused.",
		"Open it in a spreadsheet program, copy the table to a new workbook and save that.")
)

// checkXML makes sure that a part is well-formed XML without a document type. The library's row reader takes an error
// in the middle of a sheet for its end: without this check rows would be lost in silence.
func checkXML(part []byte, visit tagVisitor) error {
	part = bytes.TrimPrefix(part, bomUTF8)
	if !utf8.Valid(part) || hasForbidden(part) {
		return errPartDamaged
	}
	var open [][]byte // names of the open elements
	rooted := false
	for at := 0; ; {
		next := bytes.IndexByte(part[at:], '<')
		if next < 0 {
			if len(open) > 0 || !rooted || len(bytes.TrimSpace(part[at:])) > 0 {
				return errPartDamaged
			}
			return nil
		}
		if !entitiesKnown(part[at : at+next]) {
			return errPartDamaged
		}
		at += next
		tag, kind := cutTag(part[at:])
		at += len(tag)
		switch kind {
		case markupBroken:
			return errPartDamaged
		case markupDoctype:
			return errDoctype
		case markupOther:
			continue
		}
		name, attributes := splitTag(tag)
		if len(name) == 0 || !entitiesKnown(attributes) || len(open) == 0 && rooted {
			return errPartDamaged
		}
		if kind != markupEnd {
			if len(open) == maxDepth {
				return errPartDamaged
			}
			open, rooted = append(open, name), true
			if err := visit(localName(name), attributes, false); err != nil {
				return err
			}
			if kind == markupStart {
				continue
			}
		}
		if len(open) == 0 || !bytes.Equal(open[len(open)-1], name) {
			return errPartDamaged
		}
		open = open[:len(open)-1]
		if err := visit(localName(name), nil, true); err != nil {
			return err
		}
		rooted = true
	}
}

// maxDepth is far above the nesting of any spreadsheet; deeper only serves to exhaust a reader.
const maxDepth = 200

type markup int

const (
	markupBroken markup = iota
	markupDoctype
	markupOther // declaration, comment, CDATA section
	markupStart
	markupEmpty
	markupEnd
)

// cutTag gives the markup that data, which begins with "<", begins with.
func cutTag(data []byte) ([]byte, markup) {
	for _, m := range []struct{ begin, end string }{{"<?", "?>"}, {"<!--", "-->"}, {"<![CDATA[", "]]>"}} {
		if bytes.HasPrefix(data, []byte(m.begin)) {
			end := bytes.Index(data, []byte(m.end))
			if end < 0 {
				return nil, markupBroken
			}
			return data[:end+len(m.end)], markupOther
		}
	}
	if bytes.HasPrefix(data, []byte("<!")) {
		return nil, markupDoctype
	}
	var quote byte
	for i := 1; i < len(data); i++ {
		c := data[i]
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"', c == '\'':
			quote = c
		case c == '<':
			return nil, markupBroken
		case c == '>':
			switch {
			case data[1] == '/':
				return data[:i+1], markupEnd
			case data[i-1] == '/':
				return data[:i+1], markupEmpty
			}
			return data[:i+1], markupStart
		}
	}
	return nil, markupBroken
}

// splitTag gives the name and the attributes of a start or end tag.
func splitTag(tag []byte) (name, attributes []byte) {
	tag = bytes.Trim(tag, "</>")
	if end := bytes.IndexAny(tag, " \t\r\n"); end >= 0 {
		return tag[:end], tag[end:]
	}
	return tag, nil
}

func localName(name []byte) []byte {
	return name[bytes.LastIndexByte(name, ':')+1:]
}

// attribute gives the value of an attribute without prefix, or nil.
func attribute(attributes []byte, name string) []byte {
	for {
		attributes = bytes.TrimLeft(attributes, " \t\r\n")
		equals := bytes.IndexByte(attributes, '=')
		if equals < 0 {
			return nil
		}
		key := bytes.TrimSpace(attributes[:equals])
		rest := bytes.TrimLeft(attributes[equals+1:], " \t\r\n")
		if len(rest) == 0 || rest[0] != '"' && rest[0] != '\'' {
			return nil
		}
		end := bytes.IndexByte(rest[1:], rest[0])
		if end < 0 {
			return nil
		}
		if string(key) == name {
			return rest[1 : 1+end]
		}
		attributes = rest[end+2:]
	}
}

// entitiesKnown tells whether every reference is a number or one of XML's own five.
func entitiesKnown(text []byte) bool {
	for {
		at := bytes.IndexByte(text, '&')
		if at < 0 {
			return true
		}
		text = text[at+1:]
		end := bytes.IndexByte(text[:min(len(text), 12)], ';')
		if end < 0 {
			return false
		}
		switch string(text[:end]) {
		case "amp", "lt", "gt", "quot", "apos":
		default:
			if end < 2 || text[0] != '#' {
				return false
			}
		}
	}
}

// hasForbidden tells whether valid UTF-8 holds characters XML 1.0 does not allow (section 2.2).
func hasForbidden(text []byte) bool {
	for _, c := range text {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' {
			return true
		}
	}
	return bytes.Contains(text, []byte("\ufffe")) || bytes.Contains(text, []byte("\uffff"))
}
