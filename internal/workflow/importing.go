package workflow

import (
	"context"
	"strings"
	"time"

	"rapporteur/internal/fault"
	"rapporteur/internal/intake"
	"rapporteur/internal/store"
	"rapporteur/internal/tabular"
	"rapporteur/internal/webinar"
)

// ImportOptions are what the officer says about the files: of all, and of each by its SHA-256. Zone "" is the webinar's
// zone. Channel is that of rows without a channel column; Reason is why the officer says so. Kind, when set, is what the
// officer takes the files for; Phase, when set, is when a survey was. Maps are choices of columns by file, Columns one as
// text for the tables that no format claims. Step is what the officer is about to import, where such a table may be of
// either kind. Ask: it is planned as one whose columns are to be chosen.
type ImportOptions struct {
	FileSaid
	Channel string
	Reason  string
	Kind    string
	Files   map[string]FileSaid
	Maps    []FileMapping
	Columns ColumnChoice
	Step    string
	Ask     bool
}

// FilePlan is what one file would do to the register: which format it is and why, what was assumed, how many rows are
// new, changed (known in an earlier state), known as they are, or left out, and why. Changes are what the changed rows
// change; Shift is an offer to read the times in another zone; Differing are rows of which the register keeps other answers. Remarks are the problems grouped, those that leave
// rows out first.
type FilePlan struct {
	File      string            `json:"file"`
	SHA256    string            `json:"sha256"`
	Kind      string            `json:"kind"`
	Format    string            `json:"format"`
	Title     string            `json:"title"` // of the format, in an officer's words
	Why       string            `json:"why"`
	Encoding  string            `json:"encoding"`
	Delimiter string            `json:"delimiter"`
	DateOrder string            `json:"date_order"`
	Zone      string            `json:"zone"`
	ZoneFrom  string            `json:"zone_from"`
	Rows      int               `json:"rows"`
	New       int               `json:"new"`
	Changed   int               `json:"changed"`
	Known     int               `json:"known"`
	LeftOut   int               `json:"left_out"`
	Met       string            `json:"met"` // how it stands to what was imported before, "" where there is nothing to say
	Shift     *intake.Shift     `json:"shift,omitempty"`
	Assumed   []Assumption      `json:"assumed"`
	Changes   []intake.Change   `json:"changes"`
	Differing []intake.Change   `json:"differing"`
	Skipped   map[string]int    `json:"skipped"` // rows left out, by reason
	Remarks   []Remark          `json:"remarks"`
	Problems  []tabular.Problem `json:"problems"`
	Mapped    bool              `json:"mapped"`         // by a choice of columns, not by a format
	Chosen    string            `json:"chosen"`         // when the columns were chosen that are remembered, UTC; "" when they are not
	Look      *intake.Look      `json:"look,omitempty"` // set while the columns are to be chosen
	Otherwise string            `json:"otherwise"`      // the format that claims a file whose columns are to be chosen, "" when none does
	mapping   *tabular.Mapping
	header    string // the fingerprint of its header, "" without
	left      []leftRow
	compared  intake.Plan
	data      []byte
}

// Plan is what an import would do. Nothing is written before it is committed, and then exactly this. Writes is how many
// rows it adds to the register. Apart are the files of the same drop that take no part. Effects are what follows from it.
type Plan struct {
	Webinar string     `json:"webinar"`
	Version int        `json:"version"`
	Files   []FilePlan `json:"files"`
	New     int        `json:"new"`
	Changed int        `json:"changed"`
	Known   int        `json:"known"`
	LeftOut int        `json:"left_out"`
	Writes  int        `json:"writes"`
	Apart   []Apart    `json:"apart"`
	Effects Effects    `json:"effects"`
}

func newPlan(w webinar.Webinar) Plan {
	return Plan{Webinar: w.ID, Version: w.Version, Files: []FilePlan{}, Apart: []Apart{}}
}

func (p *Plan) add(f FilePlan) {
	p.New += f.New
	p.Changed += f.Changed
	p.Known += f.Known
	p.LeftOut += f.LeftOut
	p.Writes += f.New + f.Changed
	p.Files = append(p.Files, f)
}

// settle takes over what the comparison with the register says; a row left out is listed with its reason. A file that
// waits for the officer's word is not compared: what it holds is not known.
func (p *FilePlan) settle(table *tabular.File, c intake.Plan) {
	if len(p.Asks()) == 0 {
		p.compared = c
		p.New, p.Changed, p.Known = len(c.New), len(c.Changed), len(c.Unchanged)
		p.Changes, p.Differing = append(p.Changes, c.Changed...), append(p.Differing, c.Differing...)
		for _, x := range c.Changed {
			p.Problems = append(p.Problems, tabular.Problem{Line: x.Line, Message: changedSentence(p.Kind)})
		}
		for _, x := range c.Differing {
			p.Problems = append(p.Problems, tabular.Problem{Line: x.Line, Message: "The register has this submission with other answers (" + fieldNames(x) + "); it keeps those it has."})
		}
		p.leaveOut(table, c.Skipped)
	}
	p.Remarks = grouped(p.Problems)
}

func changedSentence(kind string) string {
	if kind == intake.Attendance {
		return "The register has this stay without its end; the end is added."
	}
	return "A submission of this number is in the register with other content; this one is added beside it."
}

func fieldNames(c intake.Change) string {
	var names []string
	for _, f := range c.Fields {
		names = append(names, f.Field)
	}
	return strings.Join(names, ", ")
}

// NoOp tells whether there is nothing new: committing writes nothing. Of files that wait for the officer's word nobody knows.
func (p Plan) NoOp() bool { return p.Writes == 0 && !p.Asks() }

// toImport gives the webinar that files are imported into; a closed one takes none.
func (d *Desk) toImport(ctx context.Context, webinarID string) (webinar.Webinar, error) {
	w, err := d.store.Webinar(ctx, webinarID)
	if err == nil && w.State == webinar.Closed {
		err = webinar.ErrClosed
	}
	return w, err
}

// zoned gives the zone in which a webinar's files are read, and where it comes from.
func zoned(asked string, w webinar.Webinar) (zone *time.Location, name, from string, err error) {
	name, from = w.Outline.Zone, "webinar"
	if asked != "" {
		said, ok := webinar.FindZone(asked)
		if !ok {
			return nil, "", "", noZone()
		}
		name, from = said, "option"
	}
	if name == "" {
		name, from = webinar.DefaultZone, "setting"
	}
	zone, err = time.LoadLocation(name)
	if err != nil {
		return nil, "", "", noZone().Because(err)
	}
	return zone, name, from, nil
}

func noZone() *fault.Error {
	return fault.New(fault.Invalid, "There is no such time zone.", "Give a city, a country, an offset such as UTC+2, or a name such as Europe/Bucharest.")
}

// readTable reads one file through the guarded child and tells which format it is, of the kinds in mind where some format
// of them fits.
func readTable(ctx context.Context, tables Tables, u Upload, said FileSaid, watch opening, kinds ...string) (*tabular.File, intake.Claim, error) {
	if err := said.check(); err != nil {
		return nil, intake.Claim{}, err
	}
	file, err := tables.Read(ctx, u.Name, u.Data, said.table(), watch.opened)
	if err != nil {
		return nil, intake.Claim{}, err
	}
	claim, err := detect(tables, file, watch.recognised, kinds...)
	return file, claim, err
}

// FormatTitle is the name of a format as an officer knows it.
func FormatTitle(id string) string { return intake.TitleOf(id) }

func filePlan(u Upload, f *tabular.File, c intake.Claim, said FileSaid) FilePlan {
	p := FilePlan{
		File: u.Name, SHA256: u.SHA256(), Kind: c.Kind, Format: c.Format, Title: FormatTitle(c.Format), Why: c.Why, Encoding: f.Encoding,
		Delimiter: f.Delimiter, Problems: append([]tabular.Problem{}, f.Problems...), data: u.Data,
		Changes: []intake.Change{}, Differing: []intake.Change{}, Skipped: map[string]int{}, Remarks: []Remark{},
		Mapped: c.Mapping != nil, mapping: c.Mapping, header: fingerprint(f, c.Mapping),
	}
	p.assume(f, said)
	return p
}

func (p FilePlan) source() store.Source {
	return store.Source{Name: p.File, Kind: p.Kind, Format: p.Format, Encoding: p.Encoding, Delimiter: p.Delimiter,
		DateOrder: p.DateOrder, Zone: p.Zone, Rows: p.Rows}
}

// belongs says in which step a file of a kind is imported.
var belongs = map[string]string{
	intake.Attendance:    "It belongs to the step Attendance (attendance import).",
	intake.Registrations: "It belongs to the step Registrations (registrations import).",
	intake.Poll:          answersBelong,
	intake.Questions:     answersBelong,
	intake.Survey:        answersBelong,
}

const answersBelong = "It is imported as answers of the participants (engagement import)."

func wrongKind(u Upload, c intake.Claim, wanted string) error {
	return fault.Newf(fault.WrongKind, belongs[c.Kind], "This file holds %s (%s), not %s.", c.Kind, intake.TitleOf(c.Format), wanted).At(fault.Where{File: u.Name})
}

// isOutline tells whether a file that is no table is a webinar's outline.
func isOutline(u Upload) bool {
	_, err := webinar.ReadOutline(u.Name, u.Data)
	return err == nil
}
