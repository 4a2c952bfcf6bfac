package tabular

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"
	"unicode/utf8"

	"rapporteur/internal/fault"
)

// A Unicode text says before its letters how they are written ([MS-XLS] 2.5.293).
const (
	xlsTwoBytes = 0x01 // two bytes a letter, else one
	xlsPhonetic = 0x04 // reading aids stand behind
	xlsRuns     = 0x08 // formats of parts stand behind
)

// textOf reads the text of a record and of those that continue it; its length has size bytes.
func (b *xlsBook) textOf(body []byte, r *xlsRecords, size int) (string, error) {
	p, err := r.continued(body)
	if err != nil {
		return "", err
	}
	return b.text(p, size)
}

// text reads a text behind its length, which has size bytes.
func (b *xlsBook) text(p *xlsPieces, size int) (string, error) {
	length, err := p.number(size)
	if err != nil {
		return "", err
	}
	if !b.wide {
		return b.bytesText(p, int(length))
	}
	if length == 0 && p.empty() { // some writers leave out how no letters are written
		return "", nil
	}
	how, err := p.number(1)
	if err != nil {
		return "", err
	}
	var behind uint64
	if how&xlsRuns != 0 {
		n, err := p.number(2)
		if err != nil {
			return "", err
		}
		behind += 4 * uint64(n)
	}
	if how&xlsPhonetic != 0 {
		n, err := p.number(4)
		if err != nil {
			return "", err
		}
		behind += uint64(n)
	}
	text, err := p.letters(int(length), how)
	if err != nil {
		return "", err
	}
	return text, p.skip(behind)
}

// letters reads so many letters. Where they go on in another record, be it from the first on, that one says again how they
// are written.
func (p *xlsPieces) letters(length int, how uint32) (string, error) {
	if here := p.pieces[0]; len(here) >= length && how&xlsTwoBytes == 0 && isASCII(here[:length]) {
		p.pieces[0] = here[length:]
		return string(here[:length]), nil
	}
	units := make([]uint16, 0, min(length, 1<<16))
	for {
		size := 1 + int(how&xlsTwoBytes)
		part := p.pieces[0]
		n := min(length-len(units), len(part)/size)
		for i := range n {
			if size == 1 {
				units = append(units, uint16(part[i]))
			} else {
				units = append(units, binary.LittleEndian.Uint16(part[2*i:]))
			}
		}
		p.pieces[0] = part[n*size:]
		if len(units) == length {
			return string(utf16.Decode(units)), nil
		}
		// The piece must end with a whole letter, and another one must be there.
		if len(p.pieces[0]) > 0 || len(p.pieces) == 1 {
			return "", errBookDamaged
		}
		p.pieces = p.pieces[1:]
		var err error
		if how, err = p.number(1); err != nil {
			return "", err
		}
	}
}

// bytesText reads a text of the versions before Unicode: bytes of a code page.
func (b *xlsBook) bytesText(p *xlsPieces, length int) (string, error) {
	text := make([]byte, 0, length)
	for len(text) < length {
		here := p.here()
		if len(here) == 0 {
			return "", errBookDamaged
		}
		part := here[:min(len(here), length-len(text))]
		text = append(text, part...)
		p.pieces[0] = here[len(part):]
	}
	return b.page.decode(text)
}

// readTexts reads the texts that cells refer to by number: how often they are used, how many there are, and each.
func (b *xlsBook) readTexts(p *xlsPieces) error {
	if !b.wide {
		return errBookDamaged
	}
	if err := p.skip(4); err != nil {
		return err
	}
	n, err := p.number(4)
	if err != nil {
		return err
	}
	for range n {
		if p.empty() {
			break // a cell that wants more is damage
		}
		if len(b.texts) > b.count.limits.WorkbookCells {
			return fault.Newf(fault.TooLarge, "Export one webinar at a time, or save the sheet as .csv.",
				"The workbook has more than %d texts.", b.count.limits.WorkbookCells)
		}
		text, err := b.text(p, 2)
		if err != nil {
			return err
		}
		b.texts = append(b.texts, text)
	}
	return nil
}

// xlsUnicode is the code page of a book whose letters have two bytes each.
const xlsUnicode = 1200

// xlsCodePages is the code page of the texts before Unicode, by its number; 0: the book does not say it.
type xlsCodePages struct {
	number  uint16
	guessed *codePage
	utf8    bool
}

// guess finds the page of a book that may not say it, by the letters of its labels.
func (c *xlsCodePages) guess(stream []byte, problems *problemList) {
	var letters []byte
	for r := (&xlsRecords{stream: stream}); ; {
		id, body, err := r.next()
		if err != nil || id == xlsEnd {
			break
		}
		if id == xlsLabel && len(body) > 8 && len(letters) < 1<<20 {
			letters = append(append(letters, body[8:]...), ' ')
		}
	}
	if isASCII(letters) || utf8.Valid(letters) {
		c.utf8 = true
		return
	}
	page, sure := guessCodePage(letters)
	if c.guessed = page; !sure {
		problems.add(Problem{Message: "The file does not say how its letters are encoded; " + page.name +
			" fits best, but not clearly. Check the letters with marks (č, ş, ë …) in the preview."})
	}
}

// decode reads bytes of the code page.
func (c *xlsCodePages) decode(text []byte) (string, error) {
	page, known := xlsPages[c.number]
	switch {
	case c.number == xlsUnicode && bytes.ContainsFunc(text, func(r rune) bool { return r < ' ' && r != '\t' && r != '\n' && r != '\r' }): // two bytes a letter, after all
	case isASCII(text), c.number == 65001 && utf8.Valid(text), c.number == 0 && c.utf8:
		return string(text), nil
	case c.number == 0 && c.guessed != nil:
		return c.guessed.decode(text), nil
	case c.number == 0:
		page, known = xlsPages[1252], true // Excel's own where it says none
	}
	if !known {
		return "", fault.Newf(fault.Unreadable, hintXLSX, "The letters of this old workbook are written in code page %d, which the program cannot read.", c.number)
	}
	decoded, err := page.NewDecoder().Bytes(text)
	if err != nil {
		return "", errBookDamaged.Because(err)
	}
	return string(decoded), nil
}
