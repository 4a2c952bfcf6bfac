package guard

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"io"
	"strings"
	"unsafe"

	"rapporteur/internal/fault"
	"rapporteur/internal/tabular"
)

// What goes over the pipes. A number is an unsigned varint; a text is its length in bytes and the bytes.
//
//	request: text name, text encoding, text delimiter (what is said of them), number of the file's bytes, the bytes
//	told:    any number of how far the child is (telling.go), before the answer
//	answer:  magic, then one of
//	         'F': text encoding, text its reason, number 1 when it is unsure, number of alternatives, alternatives,
//	              text delimiter, text its reason, number of problems, problems, number of sheets, sheets
//	         'E': text code, text message, text hint, text file, text sheet, number line, text column
//	alternative: text encoding, number of words, words as texts
//	problem: number line, text column, text message
//	sheet:   text name, number of rows, rows
//	row:     number line, number of cells, cells
//	cell:    number 0 and the text; or, where the file's bytes say the same soon behind the last cell that was found in
//	         them: number 1 + how many bytes further, number of its bytes
//
// Most cells of a text file are found so: they need not be sent back to a parent that has them.
//
// The answer ends with 'Z': without it the child stopped in the middle.
const (
	magic       = "table 4\n"
	answerFile  = 'F'
	answerFault = 'E'
	answerEnd   = 'Z'
)

// newRequest gives the stream the parent sends, without copying the file.
func newRequest(name string, data []byte, said tabular.Said) io.Reader {
	var head []byte
	for _, s := range []string{name, said.Encoding, said.Delimiter} {
		head = append(binary.AppendUvarint(head, uint64(len(s))), s...)
	}
	head = binary.AppendUvarint(head, uint64(len(data)))
	return io.MultiReader(bytes.NewReader(head), bytes.NewReader(data))
}

// maxName is the longest file name taken, in bytes.
const maxName = 4096

// readRequest is the child's side of newRequest. It reads at most maxBytes of a file, and one more, so that the reader
// of tables sees that it is too large.
func readRequest(in io.Reader, maxBytes int) (name string, data []byte, said tabular.Said, err error) {
	r := bufio.NewReader(in)
	for _, s := range []*string{&name, &said.Encoding, &said.Delimiter} {
		if *s, err = readHead(r); err != nil {
			return "", nil, said, err
		}
	}
	size, err := binary.ReadUvarint(r)
	if err != nil {
		return "", nil, said, err
	}
	data = make([]byte, min(size, uint64(maxBytes)+1))
	_, err = io.ReadFull(r, data)
	return name, data, said, err
}

func readHead(r *bufio.Reader) (string, error) {
	n, err := binary.ReadUvarint(r)
	if err != nil {
		return "", err
	}
	if n > maxName {
		return "", errWire
	}
	text := make([]byte, n)
	_, err = io.ReadFull(r, text)
	return string(text), err
}

// answerWriter writes an answer; the first error sticks in the buffered writer and shows at Flush.
type answerWriter struct{ *bufio.Writer }

func (w answerWriter) number(n int) {
	_, _ = w.Write(binary.AppendUvarint(w.AvailableBuffer(), uint64(n)))
}

func (w answerWriter) text(s string) {
	w.number(len(s))
	_, _ = w.WriteString(s)
}

// The next cell is looked for near the last one that was found: behind a delimiter, a line end, quotes. One that is long
// enough not to be found by chance is looked for farther, behind empty cells and what could not be found.
const (
	near     = 8
	farthest = 1024
	byChance = 4
)

// writeFile writes what data, the bytes of a file, were read as.
func writeFile(out io.Writer, file *tabular.File, data []byte) error {
	w, at := answerWriter{bufio.NewWriterSize(out, 64<<10)}, 0
	_, _ = w.WriteString(magic + string(rune(answerFile)))
	w.text(file.Encoding)
	w.text(file.EncodingWhy)
	unsure := 0
	if file.EncodingUnsure {
		unsure = 1
	}
	w.number(unsure)
	w.number(len(file.Alternatives))
	for _, a := range file.Alternatives {
		w.text(a.Encoding)
		w.number(len(a.Letters))
		for _, letters := range a.Letters {
			w.text(letters)
		}
	}
	w.text(file.Delimiter)
	w.text(file.DelimiterWhy)
	w.number(len(file.Problems))
	for _, p := range file.Problems {
		w.number(p.Line)
		w.text(p.Column)
		w.text(p.Message)
	}
	w.number(len(file.Sheets))
	for _, sheet := range file.Sheets {
		w.text(sheet.Name)
		w.number(len(sheet.Rows))
		for _, row := range sheet.Rows {
			w.number(row.Line)
			w.number(len(row.Cells))
			for _, cell := range row.Cells {
				at = w.cell(cell, data, at)
			}
		}
	}
	_ = w.WriteByte(answerEnd)
	return w.Flush()
}

// cell writes a cell and gives where the next one is looked for.
func (w answerWriter) cell(cell string, data []byte, at int) int {
	from := placeOf(cell, data, at)
	if from < 0 {
		w.number(0)
		w.text(cell)
		return at
	}
	w.number(1 + from - at)
	w.number(len(cell))
	return from + len(cell)
}

// placeOf finds a cell in the bytes of the file from a place on, -1 where it is not near.
func placeOf(cell string, data []byte, at int) int {
	if cell == "" {
		return -1
	}
	for from := at; from <= at+near && from+len(cell) <= len(data); from++ {
		if string(data[from:from+len(cell)]) == cell {
			return from
		}
	}
	if len(cell) < byChance {
		return -1
	}
	if i := bytes.Index(data[at:min(len(data), at+farthest+len(cell))], []byte(cell)); i >= 0 {
		return at + i
	}
	return -1
}

func writeFault(out io.Writer, err error) error {
	f := fault.From(err)
	w := answerWriter{bufio.NewWriter(out)}
	_, _ = w.WriteString(magic + string(rune(answerFault)))
	for _, s := range []string{string(f.Code), f.Message, f.Hint, f.Where.File, f.Where.Sheet} {
		w.text(s)
	}
	w.number(f.Where.Line)
	w.text(f.Where.Column)
	_ = w.WriteByte(answerEnd)
	return w.Flush()
}

var errWire = fault.New(fault.Internal, "The part of the program that reads tables gave an answer that makes no sense.",
	"Try again. If it happens again, reinstall the program.")

// readAnswer is the parent's side, for the file of these bytes. Cells share the memory of the answer and of the data, which is
// not to be changed any more.
func readAnswer(answer string, data []byte) (*tabular.File, error) {
	rest, ok := strings.CutPrefix(answer, magic)
	if !ok || rest == "" {
		return nil, errWire
	}
	r := &answerReader{rest: rest[1:]}
	switch rest[0] {
	case answerFault:
		f := fault.New(fault.Code(r.text()), r.text(), r.text())
		where := fault.Where{File: r.text(), Sheet: r.text(), Line: r.number(maxLine), Column: r.text()}
		if !r.ended() {
			return nil, errWire
		}
		return nil, f.At(where)
	case answerFile:
		r.source = unsafe.String(unsafe.SliceData(data), len(data))
		file := r.file()
		if !r.ended() {
			return nil, errWire
		}
		return file, nil
	}
	return nil, errWire
}
