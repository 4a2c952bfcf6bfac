package tabular

import (
	"bytes"
	"unicode/utf8"

	"rapporteur/internal/fault"
	"rapporteur/internal/progress"
)

// visitor hears of a part while it is checked.
type visitor interface {
	// tag is called for each tag outside of comments: its local name, the text of its attributes, and whether it closes an
	// element. An empty element is visited twice.
	tag(name, attributes []byte, closing bool) error
	// text is called for what stands between tags, as it is written; literal for a CDATA section, where references are none.
	text(raw []byte, literal bool)
}

// deaf hears nothing: for parts that need to be well-formed only.
type deaf struct{}

func (deaf) tag([]byte, []byte, bool) error { return nil }
func (deaf) text([]byte, bool)              {}

var (
	errPartDamaged = fault.New(fault.Unreadable, "A part of the workbook is damaged.",
		"Open it in a spreadsheet program, save it as .xlsx and import that file.")
	errDoctype = fault.New(fault.Unreadable, "The workbook contains definitions that no spreadsheet program writes; it was refused.",
		"Open it in a spreadsheet program, copy the table to a new workbook and save that.")
)

// checkXML makes sure that a part is well-formed XML without a document type, to its end, and tells the visitor what it
// passes, and seen how many bytes of the part. What is no XML is refused whole: half a sheet would be a list with people missing.
func checkXML(part []byte, v visitor, seen progress.Seen) error {
	part = bytes.TrimPrefix(part, bomUTF8)
	if !utf8.Valid(part) || hasForbidden(part) {
		return errPartDamaged
	}
	var open [][]byte // names of the open elements
	rooted := false
	for at, n := 0, 0; ; n++ {
		if n%tellEvery == 0 && !seen.Tell(at, len(part)) {
			return progress.ErrEnded
		}
		next := bytes.IndexByte(part[at:], '<')
		if next < 0 {
			if len(open) > 0 || !rooted || len(bytes.TrimSpace(part[at:])) > 0 {
				return errPartDamaged
			}
			return nil
		}
		if text := part[at : at+next]; len(text) > 0 {
			if !entitiesKnown(text) || bytes.Contains(text, []byte("]]>")) {
				return errPartDamaged
			}
			v.text(text, false)
		}
		at += next
		tag, kind := cutTag(part[at:])
		at += len(tag)
		switch kind {
		case markupBroken:
			return errPartDamaged
		case markupDoctype:
			return errDoctype
		case markupLiteral:
			if len(open) == 0 {
				return errPartDamaged
			}
			v.text(tag[len(literalBegin):len(tag)-len(literalEnd)], true)
			continue
		case markupOther:
			continue
		}
		name, attributes := splitTag(tag, kind)
		if !isName(name) || !wellFormed(attributes) || kind == markupEnd && len(bytes.TrimSpace(attributes)) > 0 || len(open) == 0 && rooted {
			return errPartDamaged
		}
		if kind != markupEnd {
			if len(open) == maxDepth {
				return errPartDamaged
			}
			open, rooted = append(open, name), true
			if err := v.tag(localName(name), attributes, false); err != nil {
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
		if err := v.tag(localName(name), nil, true); err != nil {
			return err
		}
		rooted = true
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
