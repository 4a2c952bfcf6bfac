package workflow

import (
	"bytes"
	"context"
	"encoding/csv"
	"strings"

	"rapporteur/internal/fault"
	"rapporteur/internal/match"
	"rapporteur/internal/participant"
	"rapporteur/internal/sector"
	"rapporteur/internal/store"
	"rapporteur/internal/tabular"
)

// Link matches the two plain tables of registrations and attendance and gives the decisions as CSV:
// row_id,reg_id,score,decision,reason. It reads in this process under the caps of package tabular.
func Link(registrations, attendance Upload) ([]match.LinkDecision, error) {
	regs, err := keyedTable(registrations, "reg_id", "first_name", "last_name")
	if err != nil {
		return nil, err
	}
	rows, err := keyedTable(attendance, "row_id", "display_name")
	if err != nil {
		return nil, err
	}
	var known []match.LinkRegistration
	for _, r := range regs.rows {
		if r.Blank() {
			continue
		}
		v := func(name string) string { return regs.columns.Value(r, name) }
		known = append(known, match.LinkRegistration{ID: v("reg_id"), FirstName: v("first_name"), LastName: v("last_name"),
			Email: v("email"), Phone: v("phone"), Organisation: v("organisation"), JobTitle: v("job_title"),
			Country: v("country"), Sex: v("sex"), RegisteredAt: v("registered_at")})
	}
	var shown []match.LinkRow
	for _, r := range rows.rows {
		if r.Blank() {
			continue
		}
		v := func(name string) string { return rows.columns.Value(r, name) }
		shown = append(shown, match.LinkRow{ID: v("row_id"), DisplayName: v("display_name"), Email: v("email"),
			JoinTime: v("join_time"), LeaveTime: v("leave_time"), DurationMin: v("duration_min"), CountryRegion: v("country_region")})
	}
	return match.Link(known, shown), nil
}

// Classified is one row of a table with its label beside it.
type Classified struct {
	Cells []string
	Label sector.Label
}

// Classify labels the rows of a table with the columns organisation, job_title, country and email_domain; a declared
// column "declared" is taken where there is one. It returns the header and the rows as they stood.
func Classify(u Upload) (header []string, rows []Classified, err error) { return classify(u, nil) }

// ClassifyOwn is Classify with the institutions, terms and rules of the register.
func (d *Desk) ClassifyOwn(ctx context.Context, u Upload) (header []string, rows []Classified, err error) {
	var own *sector.Lexicon
	if err := d.store.View(ctx, func(r store.Reads) (err error) { own, err = lexicon(ctx, r); return err }); err != nil {
		return nil, nil, err
	}
	return classify(u, own)
}

func classify(u Upload, lexicon *sector.Lexicon) (header []string, rows []Classified, err error) {
	t, err := plainTable(u, "organisation")
	if err != nil {
		return nil, nil, err
	}
	for _, r := range t.rows {
		v := func(name string) string { return t.columns.Value(r, name) }
		domain := v("email_domain")
		if domain == "" {
			domain = participant.EmailDomain(v("email"))
		}
		label := lexicon.Classify(sector.Input{Declared: v("declared"), Organisation: v("organisation"), JobTitle: v("job_title"),
			Country: v("country"), EmailDomain: domain})
		cells := make([]string, len(t.header))
		for i := range cells {
			cells[i] = r.Cell(i)
		}
		rows = append(rows, Classified{Cells: cells, Label: label})
	}
	return t.header, rows, nil
}

type plain struct {
	header  []string
	line    int // of the header
	columns tabular.Columns
	rows    []tabular.Row
}

// keyedTable reads a table whose rows are named by the column key, and asks for others. A row without its name and one of
// another row's would make decisions that nobody can tell apart.
func keyedTable(u Upload, key string, others ...string) (plain, error) {
	p, err := plainTable(u, key)
	if err != nil {
		return plain{}, err
	}
	for _, name := range others {
		if !p.columns.Has(name) {
			return plain{}, noColumn(u.Name, p.line, name)
		}
	}
	lines := make(map[string]int, len(p.rows))
	for _, r := range p.rows {
		if r.Blank() {
			continue
		}
		id := strings.TrimSpace(p.columns.Value(r, key))
		at := fault.Where{File: u.Name, Line: r.Line}
		if id == "" {
			return plain{}, fault.Newf(fault.Invalid, "Give every row its own.", "A row has no %s.", key).At(at)
		}
		if first, ok := lines[id]; ok {
			return plain{}, fault.Newf(fault.Ambiguous, "Give every row its own.", "The %s of this row is that of line %d too.", key, first).At(at)
		}
		lines[id] = r.Line
	}
	return p, nil
}

func noColumn(file string, line int, name string) error {
	return fault.Newf(fault.WrongKind, "Check that the right file was chosen.", "The table has no column %q.", name).At(fault.Where{File: file, Line: line})
}

// plainTable reads a table whose first row is its header, and asks for one column.
func plainTable(u Upload, wanted string) (plain, error) {
	file, err := tabular.ReadEvery(u.Name, u.Data, tabular.DefaultLimits())
	if err != nil {
		return plain{}, err
	}
	if len(file.Sheets) == 0 || len(file.Sheets[0].Rows) == 0 {
		return plain{}, fault.New(fault.Unknown, "The table has no rows.", "Choose a file with a header row.").At(fault.Where{File: u.Name})
	}
	rows := file.Sheets[0].Rows
	for len(rows) > 1 && rows[0].Blank() {
		rows = rows[1:]
	}
	p := plain{header: rows[0].Cells, line: rows[0].Line, columns: tabular.ColumnsOf(rows[0]), rows: rows[1:]}
	if !p.columns.Has(wanted) {
		return plain{}, noColumn(u.Name, p.line, wanted)
	}
	return p, nil
}

// CSV writes rows of cells; a cell that a spreadsheet would take for a formula is led by an apostrophe.
func CSV(header []string, rows [][]string) ([]byte, error) { return cells(',', header, rows) }

// TSV is CSV with tabs, as spreadsheets take a table from the clipboard.
func TSV(header []string, rows [][]string) (string, error) {
	data, err := cells('\t', header, rows)
	return string(data), err
}

func cells(comma rune, header []string, rows [][]string) ([]byte, error) {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	w.Comma = comma
	for _, row := range append([][]string{header}, rows...) {
		safe := make([]string, len(row))
		for i, cell := range row {
			safe[i] = defuse(cell)
		}
		if err := w.Write(safe); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return out.Bytes(), w.Error()
}

// defuse keeps spreadsheets from computing a cell (OWASP ASVS 5, 1.2.10, with the full-width forms).
func defuse(cell string) string {
	if cell == "" {
		return cell
	}
	switch []rune(cell)[0] {
	case '=', '+', '-', '@', '\t', '\r', '\n', 0, '＝', '＋', '－', '＠':
		return "'" + cell
	}
	return cell
}
