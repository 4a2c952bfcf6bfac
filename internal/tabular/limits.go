package tabular

// Limits caps what Read takes. A field that is 0 has the value of DefaultLimits.
type Limits struct {
	WorkbookBytes int // bytes of an .xlsx file
	TextBytes     int // bytes of a text file
	Entries       int // parts in the zip of a workbook
	Unzipped      int // bytes of all parts together, unpacked
	Ratio         int // unpacked bytes per packed byte
	WorkbookRows  int // rows with content in all sheets of a workbook
	TextRows      int // records of a text file
	Columns       int // columns with content
	CellChars     int // characters kept of one cell
	WorkbookCells int // cells in all sheets of a workbook, gaps counted
	TextCells     int // cells of a text file
}

// DefaultLimits are far above any webinar (300 seats, some thousand records) and far below what makes a desktop swap:
// a workbook of 27 KB can otherwise unfold to 80 million cells, and one of 700 KB to 700 MB.
func DefaultLimits() Limits {
	return Limits{
		WorkbookBytes: 20 << 20,
		TextBytes:     64 << 20,
		Entries:       2_000,
		Unzipped:      64 << 20,
		Ratio:         200,
		WorkbookRows:  50_000,
		TextRows:      200_000,
		Columns:       256,
		CellChars:     4_096,
		WorkbookCells: 2_000_000,
		TextCells:     4_000_000,
	}
}

// ratioFloor is the unpacked size below which the ratio says nothing: small sheets of equal cells pack very well.
const ratioFloor = 4 << 20

// maxProblems caps the list of remarks: a file that is wrong on every line needs no 200,000 sentences.
const maxProblems = 500

func (l Limits) orDefault() Limits {
	d := DefaultLimits()
	for _, f := range []struct{ field, standard *int }{
		{&l.WorkbookBytes, &d.WorkbookBytes}, {&l.TextBytes, &d.TextBytes}, {&l.Entries, &d.Entries},
		{&l.Unzipped, &d.Unzipped}, {&l.Ratio, &d.Ratio}, {&l.WorkbookRows, &d.WorkbookRows},
		{&l.TextRows, &d.TextRows}, {&l.Columns, &d.Columns}, {&l.CellChars, &d.CellChars},
		{&l.WorkbookCells, &d.WorkbookCells}, {&l.TextCells, &d.TextCells},
	} {
		if *f.field <= 0 {
			*f.field = *f.standard
		}
	}
	return l
}
