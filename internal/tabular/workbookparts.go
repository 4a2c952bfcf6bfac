package tabular

import (
	"path"
	"strconv"
	"strings"
)

// relationList hears a part of relations. Targets are relative to the folder of the part they belong to, or begin at the
// root.
type relationList struct {
	folder string
	found  map[string]relation
}

func (v *relationList) tag(name, attributes []byte, closing bool) error {
	if string(name) == "Relationship" && !closing {
		target := textOf(attribute(attributes, "Target"), false)
		if !strings.HasPrefix(target, "/") {
			target = path.Join(v.folder, target)
		}
		v.found[string(attribute(attributes, "Id"))] = relation{kind: string(attribute(attributes, "Type")), target: partName(path.Clean(target))}
	}
	return nil
}

func (v *relationList) text([]byte, bool) {}

// sheetList hears the workbook part: the sheets in their order, and from which day it counts.
type sheetList workbook

func (v *sheetList) tag(name, attributes []byte, closing bool) error {
	switch {
	case closing:
	case string(name) == "workbookPr":
		v.since1904 = isTrue(attribute(attributes, "date1904"))
	case string(name) == "sheet":
		v.sheets = append(v.sheets, listedSheet{name: textOf(attribute(attributes, "name"), false), relation: string(linked(attributes))})
	}
	return nil
}

func (v *sheetList) text([]byte, bool) {}

func isTrue(value []byte) bool {
	return string(value) == "1" || string(value) == "true" || string(value) == "on"
}

// styleList hears the styles: what each cell style makes of a number.
type styleList struct {
	book  *workbook
	codes map[string]dateKind // own number formats, by id
	cells bool                // within the list of cell styles
}

func (v *styleList) tag(name, attributes []byte, closing bool) error {
	switch string(name) {
	case "numFmt":
		if !closing && !v.cells {
			if v.codes == nil {
				v.codes = map[string]dateKind{}
			}
			v.codes[string(attribute(attributes, "numFmtId"))] = kindOfFormat(textOf(attribute(attributes, "formatCode"), false))
		}
	case "cellXfs":
		v.cells = !closing
	case "xf":
		if v.cells && !closing {
			id := string(attribute(attributes, "numFmtId"))
			kind, own := v.codes[id]
			if n, err := strconv.Atoi(id); err == nil && !own {
				kind = builtInDates[n]
			}
			v.book.formats = append(v.book.formats, kind)
		}
	}
	return nil
}

func (v *styleList) text([]byte, bool) {}

// sharedTexts hears the texts that cells refer to by number.
type sharedTexts struct {
	book *workbook
	runs richText
}

func (v *sharedTexts) tag(name, _ []byte, closing bool) error {
	if string(name) != "si" {
		v.runs.tag(name, closing)
		return nil
	}
	if closing {
		v.book.texts = append(v.book.texts, v.runs.take())
	}
	return nil
}

func (v *sharedTexts) text(raw []byte, literal bool) { v.runs.text(raw, literal) }

// richText puts a text together from its runs, without the reading aids of East Asian scripts (rPh).
type richText struct {
	parts       strings.Builder
	open, aside bool
}

func (t *richText) tag(name []byte, closing bool) {
	switch string(name) {
	case "t":
		t.open = !closing
	case "rPh":
		t.aside = !closing
	}
}

func (t *richText) text(raw []byte, literal bool) {
	if t.open && !t.aside {
		t.parts.WriteString(textOf(raw, literal))
	}
}

// take gives the text and begins the next one.
func (t *richText) take() string {
	s := unescaped(t.parts.String())
	t.parts.Reset()
	t.open, t.aside = false, false
	return s
}

// unescaped resolves "_x000D_", which stands for a character that XML does not allow (ECMA-376 part 1, 22.9.2.19).
func unescaped(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(s, "_x")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		s = rest
		if len(rest) >= 5 && rest[4] == '_' {
			if n, err := strconv.ParseUint(rest[:4], 16, 16); err == nil {
				b.WriteRune(rune(n))
				s = rest[5:]
				continue
			}
		}
		b.WriteString("_x")
	}
}
