package tabular

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"slices"

	"rapporteur/internal/fault"
	"rapporteur/internal/progress"
)

// The workbooks of Excel 5.0 to 2003, and of what still writes them ([MS-XLS]; Excel 5.0 and 95 as the OpenOffice.org
// documentation of the format tells): one stream of records in a compound file, first those of the whole book, then those
// of each sheet. As with the newer ones, all that holds cells is read once, whole or not at all, and no size is believed.

// The records that say something of cells or texts.
const (
	xlsFormula    = 0x0006
	xlsEnd        = 0x000a
	xlsSince1904  = 0x0022
	xlsPassword   = 0x002f
	xlsContinue   = 0x003c
	xlsCodePage   = 0x0042
	xlsSheet      = 0x0085
	xlsManyRK     = 0x00bd
	xlsRichLabel  = 0x00d6
	xlsStyle      = 0x00e0
	xlsTexts      = 0x00fc
	xlsTextNumber = 0x00fd
	xlsNumber     = 0x0203
	xlsLabel      = 0x0204
	xlsBool       = 0x0205
	xlsResult     = 0x0207
	xlsRK         = 0x027e
	xlsFormat     = 0x041e
	xlsBegin      = 0x0809

	xlsWholeBook = 0x0005 // what begins, by the record that begins it
	xlsWorksheet = 0x0010

	xlsWide = 0x0600 // the version from which on texts are Unicode
)

// xlsBook is a workbook while it is read.
type xlsBook struct {
	wide      bool // Unicode texts
	alone     bool // one sheet without a book
	page      xlsCodePages
	since1904 bool
	styles    []uint16 // the number format of each cell style
	formats   map[uint16]dateKind
	sheets    []xlsListed
	texts     []string // shared texts, by number
	shared    bool     // there are shared texts
	count     *cellCounter
	problems  problemList
	seen      progress.Seen
}

// xlsListed is a sheet as the book lists it, with what was read of it.
type xlsListed struct {
	name string
	at   int // where it begins in the stream
	rows []Row
}

// isBareStream tells the records of a workbook without the compound file around them, which web scripts write.
func isBareStream(data []byte) bool {
	return len(data) >= 8 && data[0] == 0x09 && data[1] == 0x08 && data[2] >= 4 && data[2] <= 32 && data[3] == 0 &&
		(data[6] == xlsWholeBook || data[6] == xlsWorksheet) && data[7] == 0
}

// isOldestWorkbook tells the workbooks before Excel 5.0, which are bare streams of records in other layouts.
func isOldestWorkbook(data []byte) bool {
	if len(data) < 8 || data[0] != 0x09 || data[1] != 0 && data[1] != 2 && data[1] != 4 || data[3] != 0 {
		return false
	}
	what := binary.LittleEndian.Uint16(data[6:])
	return (data[2] == 4 || data[2] == 6) && (what == xlsWorksheet || what == 0x0020 || what == 0x0040 || what == 0x0100)
}

// readOldWorkbook reads every sheet of an old workbook; other compound files are refused as what they are.
func readOldWorkbook(data []byte, limits Limits, seen progress.Seen) (*File, error) {
	stream := data
	if !isBareStream(data) {
		c, err := openCompound(data)
		if err != nil {
			return nil, damagedCompound(data)
		}
		name := "workbook"
		switch {
		case c.has("encryptedpackage"):
			return nil, kindEncrypted.refusal()
		case c.has(name):
		case c.has("book"):
			name = "book"
		case c.has("worddocument"):
			return nil, kindOldLetter.refusal()
		case c.has("powerpoint document"):
			return nil, kindSlides.refusal()
		default:
			return nil, kindOtherFile.refusal()
		}
		if len(data) > limits.WorkbookBytes {
			return nil, errBookTooLarge(limits)
		}
		if stream, err = c.stream(name); err != nil {
			return nil, err
		}
	}
	if len(stream) > limits.WorkbookBytes {
		return nil, errBookTooLarge(limits)
	}
	b := &xlsBook{formats: map[uint16]dateKind{}, count: &cellCounter{limits: limits}, seen: seen}
	if err := b.read(stream); err != nil {
		return nil, err
	}
	file := &File{Encoding: OldWorkbook, EncodingWhy: "it is a workbook of the old Excel format"}
	for _, s := range b.sheets {
		if len(s.rows) > 0 {
			file.Sheets = append(file.Sheets, Sheet{Name: s.name, Rows: s.rows})
		}
	}
	if len(file.Sheets) == 0 {
		return nil, errNoRows
	}
	file.Problems = b.problems.inOrder()
	return file, nil
}

// damagedCompound says of a compound file that cannot be opened what its bytes give away ([MS-CFB] 2.6: names are UTF-16).
func damagedCompound(data []byte) error {
	has := func(stream string) bool { return bytes.Contains(data, utf16Name(stream)) }
	switch {
	case has("EncryptedPackage"):
		return kindEncrypted.refusal()
	case has("Workbook"), has("Book"):
		return errBookDamaged
	case has("WordDocument"):
		return kindOldLetter.refusal()
	case has("PowerPoint Document"):
		return kindSlides.refusal()
	}
	return errBookDamaged
}

func utf16Name(s string) []byte {
	out := make([]byte, 0, 2*len(s))
	for i := 0; i < len(s); i++ {
		out = append(out, s[i], 0)
	}
	return out
}

// read reads the whole stream.
func (b *xlsBook) read(stream []byte) error {
	r := &xlsRecords{stream: stream, seen: b.seen}
	what, err := b.begin(r)
	if err != nil {
		return err
	}
	if what == xlsWorksheet {
		b.alone = true
		b.page.guess(stream, &b.problems)
		b.sheets = []xlsListed{{}}
		_, err := b.readSheet(r, &b.sheets[0])
		return err
	}
	if what != xlsWholeBook {
		return errBookDamaged
	}
	for {
		id, body, err := r.next()
		if err != nil {
			return err
		}
		if id == xlsEnd {
			break
		}
		if err := b.ofBook(id, body, r); err != nil {
			return err
		}
	}
	return b.readSheets(stream, r.at)
}

// begin reads the record that begins a part, and gives what begins.
func (b *xlsBook) begin(r *xlsRecords) (what uint16, err error) {
	if isOldestWorkbook(r.stream[r.at:]) {
		return 0, kindOldest.refusal()
	}
	id, body, err := r.next()
	if err != nil || id != xlsBegin || len(body) < 4 {
		return 0, errBookDamaged
	}
	b.wide = binary.LittleEndian.Uint16(body) == xlsWide
	return binary.LittleEndian.Uint16(body[2:]), nil
}

// ofBook hears a record that concerns the whole book.
func (b *xlsBook) ofBook(id uint16, body []byte, r *xlsRecords) error {
	switch id {
	case xlsPassword:
		return kindEncrypted.refusal()
	case xlsCodePage, xlsSince1904:
		if len(body) < 2 {
			return errBookDamaged
		}
		if n := binary.LittleEndian.Uint16(body); id == xlsCodePage {
			b.page.number = n
		} else {
			b.since1904 = n == 1
		}
	case xlsStyle:
		if len(body) < 4 {
			return errBookDamaged
		}
		b.styles = append(b.styles, binary.LittleEndian.Uint16(body[2:]))
	case xlsFormat:
		if len(body) < 2 {
			return errBookDamaged
		}
		size := 1
		if b.wide {
			size = 2
		}
		code, err := b.textOf(body[2:], r, size)
		if err != nil {
			return err
		}
		b.formats[binary.LittleEndian.Uint16(body)] = kindOfFormat(code)
	case xlsSheet:
		return b.listSheet(body)
	case xlsTexts:
		if b.shared {
			return errBookDamaged
		}
		b.shared = true
		p, err := r.continued(body)
		if err != nil {
			return err
		}
		return b.readTexts(p)
	}
	return nil
}

// listSheet takes a worksheet into the list; charts, macros and modules are none.
func (b *xlsBook) listSheet(body []byte) error {
	if len(body) < 7 {
		return errBookDamaged
	}
	name, err := b.text(&xlsPieces{pieces: [][]byte{body[6:]}}, 1)
	if err != nil {
		return err
	}
	if body[5] == 0 {
		b.sheets = append(b.sheets, xlsListed{name: name, at: int(binary.LittleEndian.Uint32(body))})
	}
	return nil
}

// readSheets reads the sheets in the order in which they lie in the stream, so that no two share a record.
func (b *xlsBook) readSheets(stream []byte, from int) error {
	order := make([]*xlsListed, len(b.sheets))
	for i := range b.sheets {
		order[i] = &b.sheets[i]
	}
	slices.SortStableFunc(order, func(x, y *xlsListed) int { return cmp.Compare(x.at, y.at) })
	for _, s := range order {
		if s.at < from || s.at > len(stream) {
			return errBookDamaged.At(fault.Where{Sheet: s.name})
		}
		r := &xlsRecords{stream: stream, at: s.at, seen: b.seen}
		wide := b.wide
		if what, err := b.begin(r); err != nil || what != xlsWorksheet || b.wide != wide {
			return errBookDamaged.At(fault.Where{Sheet: s.name})
		}
		var err error
		if from, err = b.readSheet(r, s); err != nil {
			f := fault.From(err)
			where := f.Where
			where.Sheet = s.name
			return f.At(where)
		}
	}
	return nil
}

// kindOf tells what a cell style makes of a number.
func (b *xlsBook) kindOf(style uint16) dateKind {
	if int(style) >= len(b.styles) {
		return noDate
	}
	number := b.styles[style]
	if kind, own := b.formats[number]; own {
		return kind
	}
	return builtInDates[int(number)]
}
