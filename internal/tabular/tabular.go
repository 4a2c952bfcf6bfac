// Package tabular turns the bytes of a table file into sheets of text cells with line numbers.
//
// In: the bytes of a .csv, .tsv, .txt, .xlsx or .xls file (a workbook of Excel 5.0 to 2003, or what is called so and is a
// web page or text inside), and its name.
// Out: a File with its sheets, the encoding and delimiter found, why, and problems. Nothing here knows what the cells
// mean. Every size is capped (Limits); a cell is never repaired silently. XLSX is unpacked and read by this package
// itself: it must be whole, and nothing in it is believed (workbook.go); so is XLS (xls.go). Real work runs in the child process of package
// guard.
package tabular

import "strings"

// Row is one record. Line is the 1-based physical line on which it starts in a text file, or the row number of the
// sheet or of a page's table. Cells hold text: trimmed of nothing, date-styled XLSX cells as "2006-01-02 15:04:05" (a
// time of day alone as "15:04:05", a duration as "26:05:00"), numbers without exponent, booleans as TRUE/FALSE. Empty
// cells at the end are left out.
type Row struct {
	Line  int
	Cells []string
}

// Cell gives the cell at column i (0-based), or "" when the row is shorter.
func (r Row) Cell(i int) string {
	if i < 0 || i >= len(r.Cells) {
		return ""
	}
	return r.Cells[i]
}

// Unmarked tells of most rows that no cell says more than its cleaned form: Raw then finds nothing.
func (r Row) Unmarked() bool {
	for _, c := range r.Cells {
		if !isClean(c) {
			return false
		}
	}
	return true
}

// Raw gives the first cell whose cleaned form is the text as it is written, where that says more than the text: signs
// that show nothing, not blanks alone. It is "" where there is nothing more, or no such cell.
func (r Row) Raw(text string) string {
	for _, c := range r.Cells {
		if text != "" && !isClean(c) && c != text && Clean(c) == text {
			if strings.Join(strings.Fields(c), " ") == text {
				return ""
			}
			return c
		}
	}
	return ""
}

// Titled tells whether a cell's HeaderKey is the key, which begins with a letter of ASCII. It is much cheaper than to read a
// header: rows of persons are asked too.
func (r Row) Titled(key string) bool {
	for _, c := range r.Cells {
		if len(c) >= len(key) && (strings.IndexByte(c, key[0]) >= 0 || strings.IndexByte(c, key[0]&^0x20) >= 0) &&
			(len(c) == len(key) || !isClean(c) || !isASCII(c)) && HeaderKey(c) == key {
			return true
		}
	}
	return false
}

// Blank tells whether every cell is empty or white space.
func (r Row) Blank() bool {
	for _, c := range r.Cells {
		if HasInk(c) {
			return false
		}
	}
	return true
}

// Sheet is one table: the only one of a text file (Name ""), or one worksheet. Blank rows are left out, so that
// Row.Line may skip.
type Sheet struct {
	Name string
	Rows []Row
}

// OldWorkbook is the encoding of a workbook of the old Excel format.
const OldWorkbook = "xls"

// Problem is a remark on a place in the file, for the officer; never with the value. Line 0 means the whole file. The
// readers of this package give the column by its number from 1, those who know the headers by its header. LeftOut: the row
// takes no part, for this reason.
type Problem struct {
	Line    int    `json:"line"`
	Column  string `json:"column"`
	Message string `json:"message"`
	LeftOut bool   `json:"left_out,omitempty"`
}

// File is a table file, read. Encoding is one of utf-8, utf-8-bom, utf-16le, utf-16be (with or without BOM),
// windows-1250, windows-1251, windows-1252, windows-1254, xlsx, xls, or what a web page declares. Delimiter is ",", ";",
// "\t", "|" or "" (xlsx, xls, web page). EncodingWhy and DelimiterWhy are the evidence, for the officer; EncodingUnsure: another
// encoding fits nearly as well. Alternatives are the encodings a text file can be read in, its own first.
type File struct {
	Name           string
	Encoding       string
	EncodingWhy    string
	EncodingUnsure bool
	Alternatives   []Alternative
	Delimiter      string
	DelimiterWhy   string
	Sheets         []Sheet
	Problems       []Problem
}
