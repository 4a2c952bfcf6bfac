package tabular

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"
)

// maxDepth is far above the nesting of any spreadsheet; deeper only serves to exhaust a reader.
const maxDepth = 200

// A CDATA section stands between these.
const literalBegin, literalEnd = "<![CDATA[", "]]>"

type markup int

const (
	markupBroken markup = iota
	markupDoctype
	markupOther   // declaration, comment
	markupLiteral // CDATA section
	markupStart
	markupEmpty
	markupEnd
)

// cutTag gives the markup that data, which begins with "<", begins with.
func cutTag(data []byte) ([]byte, markup) {
	if len(data) > 1 && (data[1] == '?' || data[1] == '!') {
		return cutDeclaration(data)
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

// cutDeclaration gives what begins with "<?" or "<!".
func cutDeclaration(data []byte) ([]byte, markup) {
	for _, m := range []struct {
		begin, end string
		allowed    func(inner []byte) bool
		kind       markup
	}{{"<?", "?>", instructionAllowed, markupOther}, {"<!--", "-->", commentAllowed, markupOther}, {literalBegin, literalEnd, func([]byte) bool { return true }, markupLiteral}} {
		inner, begun := bytes.CutPrefix(data, []byte(m.begin))
		if !begun {
			continue
		}
		inner, _, ended := bytes.Cut(inner, []byte(m.end))
		if !ended || !m.allowed(inner) {
			return nil, markupBroken
		}
		return data[:len(m.begin)+len(inner)+len(m.end)], m.kind
	}
	return nil, markupDoctype
}

// instructionAllowed judges what stands between "<?" and "?>": the declaration of a version and an encoding that are
// read, or a name with whatever its program wants.
func instructionAllowed(inner []byte) bool {
	name, attributes := inner, []byte(nil)
	if end := bytes.IndexAny(inner, " \t\r\n"); end >= 0 {
		name, attributes = inner[:end], inner[end:]
	}
	if string(name) != "xml" {
		return isName(name)
	}
	version, encoding := string(attribute(attributes, "version")), attribute(attributes, "encoding")
	return wellFormed(attributes) && version == "1.0" && (encoding == nil || bytes.EqualFold(encoding, []byte("utf-8")))
}

// commentAllowed: two hyphens may not stand inside.
func commentAllowed(inner []byte) bool {
	return !bytes.Contains(inner, []byte("--")) && !bytes.HasSuffix(inner, []byte("-"))
}

// splitTag gives the name and the attributes of a tag.
func splitTag(tag []byte, kind markup) (name, attributes []byte) {
	tag = tag[1 : len(tag)-1]
	switch kind {
	case markupEnd:
		tag = tag[1:]
	case markupEmpty:
		tag = tag[:len(tag)-1]
	}
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

// isName tells whether a text can be the name of an element or attribute. Letters beyond ASCII are taken as they are
// (XML 1.0 section 2.3 names them); spreadsheets have none.
func isName(name []byte) bool {
	for i, c := range name {
		letter := c|0x20 >= 'a' && c|0x20 <= 'z' || c == '_' || c == ':' && i > 0 && i+1 < len(name)
		if !letter && (i == 0 || (c < '0' || c > '9') && c != '-' && c != '.') {
			return false
		}
	}
	return len(name) > 0 && bytes.Count(name, []byte(":")) <= 1
}

// wellFormed tells whether the attributes of a tag are names with values in quotes.
func wellFormed(attributes []byte) bool {
	for {
		attributes = bytes.TrimLeft(attributes, " \t\r\n")
		if len(attributes) == 0 {
			return true
		}
		name, rest, equals := bytes.Cut(attributes, []byte("="))
		rest = bytes.TrimLeft(rest, " \t\r\n")
		if !equals || !isName(bytes.TrimRight(name, " \t\r\n")) || len(rest) == 0 || rest[0] != '"' && rest[0] != '\'' {
			return false
		}
		end := bytes.IndexByte(rest[1:], rest[0])
		if end < 0 || !entitiesKnown(rest[1:1+end]) || bytes.IndexByte(rest[1:1+end], '<') >= 0 {
			return false
		}
		attributes = rest[end+2:]
	}
}

// linked gives the value of the attribute "id" with a prefix: the relationship that an element stands for.
func linked(attributes []byte) []byte {
	for _, name := range attributeNames(attributes) {
		if prefix, local, ok := strings.Cut(name, ":"); ok && local == "id" && prefix != "xml" {
			return attribute(attributes, name)
		}
	}
	return nil
}

// attributeNames gives the names of well-formed attributes.
func attributeNames(attributes []byte) []string {
	var names []string
	for {
		name, rest, ok := bytes.Cut(attributes, []byte("="))
		if !ok {
			return names
		}
		names = append(names, string(bytes.TrimSpace(name)))
		rest = bytes.TrimLeft(rest, " \t\r\n")
		if len(rest) == 0 {
			return names
		}
		_, attributes, _ = bytes.Cut(rest[1:], rest[:1])
	}
}

// entitiesKnown tells whether every reference is the number of a character or one of XML's own five.
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
			if end < 2 || text[0] != '#' || !isCharacter(text[1:end]) {
				return false
			}
		}
	}
}

// isCharacter tells whether a reference's number, "65" or "x41", is one of a character that XML 1.0 allows (section 2.2).
func isCharacter(number []byte) bool {
	digits, base := string(number), 10
	if digits[0] == 'x' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 21)
	r := rune(n)
	return err == nil && utf8.ValidRune(r) && (r >= ' ' || r == '\t' || r == '\n' || r == '\r') && r != 0xfffe && r != 0xffff
}

// textOf is the text that stands between tags: references resolved, line ends as XML reads them (section 2.11).
func textOf(raw []byte, literal bool) string {
	if bytes.IndexByte(raw, '\r') >= 0 {
		raw = bytes.ReplaceAll(bytes.ReplaceAll(raw, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
	}
	if literal || bytes.IndexByte(raw, '&') < 0 {
		return string(raw)
	}
	var b strings.Builder
	b.Grow(len(raw))
	for {
		before, rest, found := bytes.Cut(raw, []byte("&"))
		b.Write(before)
		if !found {
			return b.String()
		}
		name, rest, _ := bytes.Cut(rest, []byte(";"))
		b.WriteString(referred(string(name)))
		raw = rest
	}
}

// referred is the character of a reference that entitiesKnown let through.
func referred(name string) string {
	switch name {
	case "amp":
		return "&"
	case "lt":
		return "<"
	case "gt":
		return ">"
	case "quot":
		return `"`
	case "apos":
		return "'"
	}
	digits, base := name[1:], 10
	if digits[0] == 'x' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 21)
	if err != nil {
		return string(utf8.RuneError)
	}
	return string(rune(n))
}
