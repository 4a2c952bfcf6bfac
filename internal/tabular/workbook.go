package tabular

import (
	"maps"
	"path"
	"slices"
	"strings"

	"rapporteur/internal/fault"
	"rapporteur/internal/progress"
)

// workbook is an unpacked .xlsx file (ECMA-376 part 1, chapter 12): its parts by name, with what its sheets need of the
// others.
type workbook struct {
	parts     map[string][]byte
	checked   map[string]bool // parts that have been read as XML to their end
	main      string          // the name of the workbook part
	relations map[string]relation
	sheets    []listedSheet
	since1904 bool
	formats   []dateKind // by the number of the cell style
	texts     []string   // shared texts, by number
	seen      progress.Seen
	read      int // bytes of the parts that have been read
	size      int // of all parts
}

// listedSheet is a sheet as the workbook lists it.
type listedSheet struct{ name, relation string }

// readWorkbook reads every sheet of an .xlsx file.
func readWorkbook(data []byte, limits Limits, seen progress.Seen) (*File, error) {
	parts, err := unpackAll(data, limits)
	if err != nil {
		return nil, err
	}
	b := &workbook{parts: parts, checked: map[string]bool{}, seen: seen}
	for _, part := range parts {
		b.size += len(part)
	}
	if err := b.open(); err != nil {
		return nil, err
	}
	file, err := b.all(limits)
	if err != nil {
		return nil, err
	}
	// A part nobody asked for may still show that the file is damaged.
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		if err := b.hear(name, deaf{}); err != nil {
			return nil, err
		}
	}
	return file, nil
}

// hear checks a part once and has it heard; a part that is not there is empty.
func (b *workbook) hear(name string, v visitor) error {
	part, there := b.parts[name]
	if _, silent := v.(deaf); !there || silent && b.checked[name] {
		return nil
	}
	b.checked[name] = true
	before := b.read
	b.read = min(before+len(part), b.size) // a part may be heard twice
	return checkXML(part, v, func(at, _ int) bool { return b.seen.Tell(min(before+at, b.size), b.size) })
}

// open reads what the sheets need.
func (b *workbook) open() error {
	root, err := b.relationsOf("")
	if err != nil {
		return err
	}
	b.main = "xl/workbook.xml"
	for _, r := range root {
		if r.is("officeDocument") && b.parts[r.target] != nil {
			b.main = r.target
		}
	}
	if b.relations, err = b.relationsOf(b.main); err != nil {
		return err
	}
	return firstError(
		func() error { return b.hear(b.main, (*sheetList)(b)) },
		func() error { return b.hear(b.related("styles"), &styleList{book: b}) },
		func() error { return b.hear(b.related("sharedStrings"), &sharedTexts{book: b}) },
	)
}

var errNoRows = fault.New(fault.Unreadable, "The workbook holds no rows.", "Export it again from the platform.")

func firstError(steps ...func() error) error {
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// related is the part of a kind that the workbook points to, else where it stands by custom.
func (b *workbook) related(kind string) string {
	for _, id := range slices.Sorted(maps.Keys(b.relations)) {
		if r := b.relations[id]; r.is(kind) && b.parts[r.target] != nil {
			return r.target
		}
	}
	return partName(path.Dir(b.main) + "/" + kind + ".xml")
}

// all reads the sheets in the workbook's order.
func (b *workbook) all(limits Limits) (*File, error) {
	file := &File{Encoding: "xlsx", EncodingWhy: "it is an Excel workbook"}
	count := &cellCounter{limits: limits}
	var problems problemList
	for _, s := range b.sheets {
		r := b.relations[s.relation]
		if !r.is("worksheet") {
			continue // a sheet that is a chart, or one that is not in the file
		}
		if b.parts[r.target] == nil || b.checked[r.target] { // not there, or two sheets in one
			return nil, errPartDamaged.At(fault.Where{Sheet: s.name})
		}
		reader := sheetReader{book: b, count: count, problems: &problems}
		if err := b.hear(r.target, &reader); err != nil {
			f := fault.From(err)
			where := f.Where
			where.Sheet = s.name
			return nil, f.At(where)
		}
		if len(reader.rows) > 0 {
			file.Sheets = append(file.Sheets, Sheet{Name: s.name, Rows: reader.rows})
		}
	}
	if len(file.Sheets) == 0 {
		return nil, errNoRows
	}
	file.Problems = problems.inOrder()
	return file, nil
}

// relation points from one part to another.
type relation struct{ kind, target string }

// is tells the kind by the last word of its address; the words before it differ between the two variants of the format.
func (r relation) is(kind string) bool { return strings.HasSuffix(r.kind, "/"+kind) }

// relationsOf reads where a part ("" for the whole package) points to, by id.
func (b *workbook) relationsOf(part string) (map[string]relation, error) {
	v := relationList{folder: path.Dir("/" + part), found: map[string]relation{}}
	err := b.hear(partName(path.Join(v.folder, "_rels", path.Base("/"+part)+".rels")), &v)
	return v.found, err
}
