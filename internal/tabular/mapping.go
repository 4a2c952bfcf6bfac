package tabular

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"rapporteur/internal/fault"
)

// Mapping is an officer's word on a table that no format claims: in which sheet it stands (by name), on which line its
// header (0: it has none, the first row holds data already), and in which column each field (0-based). What the fields
// are, the packages say that read them; one that several columns may have goes by the names that Several gives.
type Mapping struct {
	Sheet   string         `json:"sheet"`
	Header  int            `json:"header"`
	Columns map[string]int `json:"columns"`
}

// Cut gives the header and the rows beneath it. Without a header the header is empty. Repeats of the header are left out:
// they stand where tables were put together. Faults: not-found for a sheet or a line that is not there.
func (m Mapping) Cut(f File) (header Row, rows []Row, err error) {
	sheet := slices.IndexFunc(f.Sheets, func(s Sheet) bool { return s.Name == m.Sheet })
	if sheet < 0 {
		return Row{}, nil, fault.New(fault.NotFound, "The file has no such sheet.", "Choose one of its sheets.").At(fault.Where{File: f.Name})
	}
	rows = f.Sheets[sheet].Rows
	if m.Header == 0 {
		return Row{}, rows, nil
	}
	at := slices.IndexFunc(rows, func(r Row) bool { return r.Line == m.Header })
	if at < 0 {
		return Row{}, nil, fault.New(fault.NotFound, "The line of the header is empty or behind the end of the sheet.",
			"Choose the line that holds the names of the columns.").At(fault.Where{File: f.Name, Sheet: m.Sheet})
	}
	header = rows[at]
	rows = slices.DeleteFunc(slices.Clone(rows[at+1:]), func(r Row) bool { return slices.Equal(r.Cells, header.Cells) })
	return header, rows, nil
}

// Fingerprint names a header by its cells in their order, as HeaderKey compares them: tables of one fingerprint have the
// same columns. "" without a header.
func Fingerprint(header Row) string {
	var keys []string
	for _, cell := range header.Cells {
		keys = append(keys, HeaderKey(cell))
	}
	for len(keys) > 0 && keys[len(keys)-1] == "" {
		keys = keys[:len(keys)-1]
	}
	if len(keys) == 0 {
		return ""
	}
	sum := sha256.Sum256([]byte(strings.Join(keys, "\x1f")))
	return hex.EncodeToString(sum[:])
}

// Column finds a column by what an officer calls it: its header, else its letter ("C") or number ("3", from 1). A header
// that stands twice is named by letter or number, or with "#2" behind it. Faults: not-found, ambiguous.
func Column(header Row, name string) (int, error) {
	columns := ColumnsOf(header)
	key := HeaderKey(name)
	if i, ok := columns[key]; ok && key != "" {
		if _, twice := columns[key+"#2"]; twice {
			return 0, fault.Newf(fault.Ambiguous, "Name the column by its letter or its number.", "Two columns are called “%s”.", Clean(name))
		}
		return i, nil
	}
	if n, err := strconv.Atoi(key); err == nil && n >= 1 && n <= mostColumns {
		return n - 1, nil
	}
	if i, ok := columnOfLetters(key); ok {
		return i, nil
	}
	return 0, fault.Newf(fault.NotFound, "Name a column by its header, its letter or its number.", "There is no column “%s”.", Clean(name))
}

// mostColumns is how many columns a spreadsheet has at most.
const mostColumns = 16384

func columnOfLetters(s string) (int, bool) {
	n := 0
	for _, r := range s {
		if r < 'a' || r > 'z' {
			return 0, false
		}
		if n = 26*n + int(r-'a') + 1; n > mostColumns {
			return 0, false
		}
	}
	return n - 1, n > 0
}

// ColumnLetters is the name of a column (0-based) as spreadsheets show it: A, B, … Z, AA.
func ColumnLetters(i int) string {
	name := ""
	for i++; i > 0; i = (i - 1) / 26 {
		name = string(rune('A'+(i-1)%26)) + name
	}
	return name
}
