package workflow

import (
	"errors"
	"slices"
	"strings"
	"time"

	"rapporteur/internal/engagement"
	"rapporteur/internal/fault"
	"rapporteur/internal/tabular"
)

// What can be assumed of a file.
const (
	OfEncoding  = "encoding"
	OfDelimiter = "delimiter"
	OfDateOrder = "date_order"
	OfZone      = "zone"
	OfPhase     = "phase"
)

// FileSaid is what the officer says about one file; "" leaves it to the program. DateOrder is "dmy" or "mdy"; Phase is when
// the questions of a poll or survey were put.
type FileSaid struct {
	Zone      string
	Encoding  string
	Delimiter string
	DateOrder string
	Phase     string
}

// of is what the officer says about a file: what was said of it alone goes before what was said of all.
func (o ImportOptions) of(u Upload) FileSaid {
	said, alone := o.FileSaid, o.Files[u.SHA256()]
	for _, f := range []struct{ all, one *string }{
		{&said.Zone, &alone.Zone}, {&said.Encoding, &alone.Encoding}, {&said.Delimiter, &alone.Delimiter}, {&said.DateOrder, &alone.DateOrder},
		{&said.Phase, &alone.Phase},
	} {
		if *f.one != "" {
			*f.all = *f.one
		}
	}
	return said
}

func (s FileSaid) table() tabular.Said {
	return tabular.Said{Encoding: s.Encoding, Delimiter: s.Delimiter}
}

// check refuses an order of dates and a phase that there are not; the readers refuse the rest.
func (s FileSaid) check() error {
	if s.DateOrder != "" && !slices.Contains(dateOrders, s.DateOrder) {
		return fault.New(fault.Invalid, "There is no such order of day and month.", "Give dmy for the day first, mdy for the month first.")
	}
	if s.Phase != "" && !slices.Contains(engagement.Phases(), engagement.Phase(s.Phase)) {
		return noPhase("Say before, during or after.")
	}
	return nil
}

func noPhase(hint string) error {
	return fault.New(fault.Invalid, "A survey was before, during or after the webinar.", hint)
}

var dateOrders = []string{"dmy", "mdy"}

// Assumption is what a file is read as in one respect, and why. Examples are texts of the file that show it. Choices are
// what it can be read as, where there is something to choose. Asked: nothing in the file decides, and the plan waits for
// the officer's word.
type Assumption struct {
	Field    string   `json:"field" enum:"encoding,delimiter,date_order,zone,phase"`
	Value    string   `json:"value"`
	Why      string   `json:"why"`
	Examples []string `json:"examples"`
	Choices  []Choice `json:"choices"`
	Asked    bool     `json:"asked"`
	Said     bool     `json:"said"` // it is the officer's own word
}

// Choice is one reading of a file, with the same texts as it shows them.
type Choice struct {
	Value    string   `json:"value"`
	Examples []string `json:"examples"`
}

// assume puts what was assumed of the table itself into a plan.
func (p *FilePlan) assume(f *tabular.File, said FileSaid) {
	encoding := Assumption{Field: OfEncoding, Value: f.Encoding, Why: f.EncodingWhy, Asked: f.EncodingUnsure, Said: said.Encoding != "" && f.Encoding == said.Encoding}
	for _, a := range f.Alternatives {
		if len(f.Alternatives) > 1 {
			encoding.Choices = append(encoding.Choices, Choice{a.Encoding, a.Letters})
		}
		if a.Encoding == f.Encoding {
			encoding.Examples = a.Letters
		}
	}
	p.put(encoding)
	if f.Delimiter == "" {
		return
	}
	delimiter := Assumption{Field: OfDelimiter, Value: f.Delimiter, Why: f.DelimiterWhy, Said: said.Delimiter != ""}
	for _, d := range tabular.Delimiters() {
		delimiter.Choices = append(delimiter.Choices, Choice{Value: d})
	}
	p.put(delimiter)
}

// assumeDates puts how the dates are read into a plan. An order that only a habit speaks for is asked.
func (p *FilePlan) assumeDates(dates tabular.DateLayout, open bool, said FileSaid, zone *time.Location) {
	if open {
		dates = openOrder(dates)
	}
	p.DateOrder = dates.Order
	if dates.Order == "" && !dates.Weak { // the file holds no dates
		return
	}
	a := Assumption{Field: OfDateOrder, Value: dates.Order, Why: dates.Why, Examples: dates.Cells, Asked: dates.Weak, Said: said.DateOrder != ""}
	if dates.Order != "ymd" {
		for _, order := range dateOrders {
			a.Choices = append(a.Choices, Choice{order, readAs(order, dates, zone)})
		}
	}
	p.put(a)
}

// readAs shows the days that the texts mean when they are read in an order; a text that is no date in it stays as it is.
func readAs(order string, dates tabular.DateLayout, zone *time.Location) []string {
	out := []string{}
	dates.Order = order
	for _, text := range dates.Cells {
		if t, err := dates.Parse(text, zone); err == nil {
			text = t.In(zone).Format("2 January 2006")
		}
		out = append(out, text)
	}
	return out
}

// assumeZone puts the zone of the file's times into a plan.
func (p *FilePlan) assumeZone(name, from string) {
	p.Zone, p.ZoneFrom = name, from
	p.put(Assumption{Field: OfZone, Value: name, Why: zoneWhy[from], Said: from == "option"})
}

// assumePhase puts when the questions of the file were put into a plan, where one answer holds for all its rows.
func (p *FilePlan) assumePhase(r engagement.Reading, said FileSaid) {
	if r.Phase == "" {
		return
	}
	a := Assumption{Field: OfPhase, Value: string(r.Phase), Why: r.PhaseWhy, Said: said.Phase != ""}
	for _, phase := range engagement.Phases() {
		a.Choices = append(a.Choices, Choice{Value: string(phase)})
	}
	p.put(a)
}

var zoneWhy = map[string]string{
	"webinar": "the file does not name one; it is the webinar's",
	"setting": "neither the file nor the webinar names one; it is the office's",
	"file":    "the file names it",
	"format":  "the platform always writes its times in it",
	"option":  "you said so",
}

// put adds an assumption; its examples show nothing but letters, and lists are never nil, so that a screen can walk them.
func (p *FilePlan) put(a Assumption) {
	a.Examples = cleaned(a.Examples)
	if a.Choices == nil {
		a.Choices = []Choice{}
	}
	for i := range a.Choices {
		a.Choices[i].Examples = cleaned(a.Choices[i].Examples)
	}
	p.Assumed = append(p.Assumed, a)
}

func cleaned(texts []string) []string {
	out := []string{}
	for _, t := range texts {
		out = append(out, tabular.Clean(t))
	}
	return out
}

// Asks gives what the officer is to say of a file before it can be imported.
func (p FilePlan) Asks() []string {
	var out []string
	for _, a := range p.Assumed {
		if a.Asked {
			out = append(out, a.Field)
		}
	}
	return out
}

// Asks tells whether some file waits for the officer's word.
func (p Plan) Asks() bool {
	return slices.ContainsFunc(p.Files, func(f FilePlan) bool { return len(f.Asks()) > 0 })
}

// answered refuses to carry out a plan that waits for the officer's word.
func (p Plan) answered() error {
	for _, f := range p.Files {
		if asks := f.Asks(); len(asks) > 0 {
			return fault.Newf(fault.Ambiguous, askHint(asks), "Nothing was written: %s.", askSentence(asks)).At(fault.Where{File: f.File})
		}
	}
	return nil
}

func askSentence(asks []string) string {
	var parts []string
	for _, a := range asks {
		parts = append(parts, map[string]string{
			OfDateOrder: "nothing in the file tells whether the day or the month stands first in its dates",
			OfEncoding:  "the file's letters with marks can be read in several ways",
		}[a])
	}
	return strings.Join(parts, ", and ")
}

func askHint(asks []string) string {
	var parts []string
	for _, a := range asks {
		parts = append(parts, map[string]string{
			OfDateOrder: "Say which stands first (--date-order dmy or mdy).",
			OfEncoding:  "Say which of them is right (--encoding).",
		}[a])
	}
	return strings.Join(parts, " ")
}

// withOrder reads a file. Where its dates leave the order open it is read day first, for what else it holds, and open is
// true: nobody knows.
func withOrder[R any](said FileSaid, read func(order string) (R, error)) (reading R, open bool, err error) {
	reading, err = read(said.DateOrder)
	if !errors.Is(err, tabular.ErrOpenOrder) {
		return reading, false, err
	}
	reading, err = read(dateOrders[0])
	return reading, true, err
}

// openOrder is the layout of dates that nothing decides.
func openOrder(dates tabular.DateLayout) tabular.DateLayout {
	return tabular.DateLayout{Why: "the dates can be read both ways, and nothing in the file decides it", Cells: dates.Cells, Weak: true, Serial: dates.Serial}
}
