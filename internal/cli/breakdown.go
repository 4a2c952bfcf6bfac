package cli

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"rapporteur/internal/beneficiary"
	"rapporteur/internal/breakdown"
	"rapporteur/internal/fault"
	"rapporteur/internal/sector"
	"rapporteur/internal/workflow"
)

type breakdownCommand struct {
	ID    string `arg:"" name:"ID"`
	By    string `default:"sector,beneficiary,sex" placeholder:"LIST" help:"sector, beneficiary, sex."`
	Rule  string `placeholder:"RULE" help:"Another attendance rule, such as 75% or 60min; it is not stored."`
	Out   string `short:"o" placeholder:"FILE" help:"Write .csv or .xlsx."`
	Force bool   `help:"Replace an existing file."`
}

func (c *breakdownCommand) Run(s *session) error {
	dims, err := breakdown.ParseDimensions(c.By)
	if err != nil {
		return err
	}
	return s.with(func(d *workflow.Desk) error {
		dossier, err := d.Dossier(s.ctx, c.ID, c.Rule)
		if err != nil {
			return err
		}
		if !s.json {
			printFrozen(s.err, dossier.Frozen)
		}
		switch lower := strings.ToLower(c.Out); {
		case c.Out == "":
			return s.print(breakdownView{dossier.Table, dossier.Frozen}, func(w io.Writer) {
				printFigures(w, dossier)
				printRows(w, dossier.Table.By(dims...), dossier)
			})
		case strings.HasSuffix(lower, ".csv") || c.Out == "-":
			data, err := rowsCSV(dossier.Table.By(dims...))
			if err != nil {
				return err
			}
			return s.deliver(c.Out, data, c.Force)
		case strings.HasSuffix(lower, ".xlsx"):
			data, err := d.XLSX(s.ctx, c.ID, workflow.ReportOptions{Rule: c.Rule, Copy: "donor"})
			if err != nil {
				return err
			}
			return s.deliver(c.Out, data, c.Force)
		}
		return fault.New(fault.Invalid, "The breakdown is written as .csv or .xlsx.", "Name the file with one of these endings.")
	})
}

// breakdownView is the table, with what is said of a closed webinar beside it.
type breakdownView struct {
	breakdown.Table
	Frozen *workflow.Frozen `json:"frozen,omitempty"`
}

// printFrozen says of a closed webinar that its figures are frozen, and each that would be another one now.
func printFrozen(w io.Writer, f *workflow.Frozen) {
	if f == nil {
		return
	}
	fmt.Fprintf(w, "The webinar is closed: these are the figures of %s.\n", f.At.Format("2 January 2006, 15:04 UTC"))
	minutes := 0
	for _, x := range f.Differences {
		if strings.HasPrefix(x.Figure, "minutes.") {
			minutes++ // one line for all of them: the curve has moved
			continue
		}
		fmt.Fprintf(w, "  %s: frozen %d, computed now %d\n", x.Figure, x.Frozen, x.Now)
	}
	if minutes > 0 {
		fmt.Fprintf(w, "  minutes: %d of the curve differ; --json lists them\n", minutes)
	}
	if len(f.Differences) > 0 {
		fmt.Fprintln(w, "The frozen figures stand. To take those of now: webinar close ID --accept --reason WHY")
	}
}

func rowsCSV(rows []breakdown.Row) ([]byte, error) {
	var cells [][]string
	for _, r := range rows {
		cells = append(cells, []string{r.Sector, r.Beneficiary, r.Sex, strconv.Itoa(r.Joined), strconv.Itoa(r.Attended), strconv.Itoa(r.WalkIns)})
	}
	return workflow.CSV([]string{"sector", "beneficiary", "sex", "joined", "attended", "walk_ins"}, cells)
}

func printFigures(w io.Writer, d *workflow.Dossier) {
	n := d.Table.Totals
	fmt.Fprintf(w, "%s\n", d.Webinar.Outline.Title)
	row := func(label string, value int) { fmt.Fprintf(w, "%-38s %6d\n", label, value) }
	row("submissions", n.Submissions)
	row("registered persons", n.Persons)
	row("further submissions of the same", n.Further)
	row("confirmed", n.Confirmed)
	row("waiting", n.Waiting)
	row("duplicates", n.Duplicates)
	row("barred", n.Barred)
	row("joined", n.Joined)
	row("attended ("+d.Table.Rule+")", n.Attended)
	row("  of them confirmed", n.AttendedConfirmed)
	row("  registered, not confirmed", n.AttendedRegistered)
	row("  walk-ins", n.WalkIns)
	if n.AttendedDeclared > 0 {
		row("  (of these, declared by a list)", n.AttendedDeclared)
	}
	row("  open", n.Open)
	row("no-shows", n.NoShows)
	row("staff", n.Staff)
	row("unidentified", n.Unidentified)
	for _, x := range d.Table.Sensitivity {
		row("attended at "+x.Rule, x.Attended)
	}
	for _, c := range d.Table.Checks {
		if !c.OK {
			fmt.Fprintf(w, "DOES NOT HOLD: %s (%d, %d)\n", c.Name, c.Left, c.Right)
		}
	}
	if d.Table.Reconciled() {
		fmt.Fprintf(w, "all %d identities hold\n", len(d.Table.Checks))
	}
}

func printRows(w io.Writer, rows []breakdown.Row, d *workflow.Dossier) {
	fmt.Fprintf(w, "\n%-46s %-24s %-10s %7s %9s %9s\n", "sector", "country/area", "sex", "joined", "attended", "walk-ins")
	kosovo := false
	for _, r := range rows {
		group, place := "", ""
		if r.Sector != "" {
			group = sector.Group(r.Sector).Title()
		}
		if r.Beneficiary != "" {
			place = beneficiary.Name(beneficiary.Code(r.Beneficiary), d.Webinar.Outline.Start)
		}
		kosovo = kosovo || r.Beneficiary == "XK"
		fmt.Fprintf(w, "%-46s %-24s %-10s %7d %9d %9d\n", group, place, strings.ReplaceAll(r.Sex, "_", " "), r.Joined, r.Attended, r.WalkIns)
	}
	if kosovo {
		fmt.Fprintln(w, "\n*", beneficiary.Footnote(d.Project.KosovoNote))
	}
}
