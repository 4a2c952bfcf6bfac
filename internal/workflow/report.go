package workflow

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"time"

	"rapporteur/internal/change"
	"rapporteur/internal/chart"
	"rapporteur/internal/chart/ssr"
	"rapporteur/internal/document"
	"rapporteur/internal/fault"
	"rapporteur/internal/render/pdf"
	"rapporteur/internal/render/xlsx"
	"rapporteur/internal/report"
	"rapporteur/internal/store"
)

// ReportOptions choose a report. Rule "" is the webinar's own.
type ReportOptions struct {
	Copy  report.Copy
	Final bool
	Rule  string
}

// facts gathers what a report says.
func (d *Desk) facts(ctx context.Context, webinarID string, o ReportOptions) (report.Facts, error) {
	dossier, err := d.Dossier(ctx, webinarID, o.Rule)
	if err != nil {
		return report.Facts{}, err
	}
	f := dossier.facts(o)
	f.Charts = dossier.Charts()
	return f, nil
}

// facts are those of a dossier, without the charts.
func (d *Dossier) facts(o ReportOptions) report.Facts {
	if o.Copy == "" {
		o.Copy = report.Internal
	}
	f := report.Facts{
		Webinar: d.Webinar, Project: d.Project, Table: d.Table, Members: d.Members,
		Standings: d.Standings, Texts: d.Texts, Decisions: d.Decisions, Copy: o.Copy, Final: o.Final, Answers: d.Answers,
	}
	for _, s := range d.Sources {
		f.Sources = append(f.Sources, report.Source{Name: s.Name, Kind: s.Kind, Format: s.Format, Title: FormatTitle(s.Format), SHA256: s.SHA256,
			Zone: s.Zone, Rows: s.Rows, ImportedAt: s.ImportedAt})
	}
	return f
}

// Charts are the pictures of the breakdown.
func (d *Dossier) Charts() []chart.Chart {
	zone, err := time.LoadLocation(d.Webinar.Outline.Zone)
	if err != nil {
		zone = time.UTC
	}
	return chart.All(d.Table, chart.Options{Zone: zone, At: d.Webinar.Outline.Start})
}

// Lint says what a careful colleague would remark before the report goes out.
func (d *Desk) Lint(ctx context.Context, webinarID string, o ReportOptions) ([]report.Finding, error) {
	f, err := d.facts(ctx, webinarID, o)
	if err != nil {
		return nil, err
	}
	return report.Lint(f), nil
}

// PDF makes the outcome report.
func (d *Desk) PDF(ctx context.Context, webinarID string, o ReportOptions) ([]byte, error) {
	f, err := d.facts(ctx, webinarID, o)
	if err != nil {
		return nil, err
	}
	if o.Final {
		if err := finalisable(f); err != nil {
			return nil, err
		}
	}
	if o.Copy == report.Donor {
		if sections := report.Leaks(f); len(sections) > 0 {
			return nil, fault.New("names-participant", "The donor copy would hold personal data: your own text names a participant, or holds a participant's address or a phone number ("+
				strings.Join(sections, ", ")+").", "Change the text of these sections, or write the internal copy.")
		}
	}
	doc := report.Build(f)
	if err := d.draw(ctx, &doc); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := pdf.Write(&out, doc); err != nil {
		return nil, err
	}
	return out.Bytes(), d.issue(ctx, f, o, "pdf", out.Bytes())
}

// XLSX makes the spreadsheet annex of the report.
func (d *Desk) XLSX(ctx context.Context, webinarID string, o ReportOptions) ([]byte, error) {
	f, err := d.facts(ctx, webinarID, o)
	if err != nil {
		return nil, err
	}
	if o.Final {
		if err := finalisable(f); err != nil {
			return nil, err
		}
	}
	doc := report.Build(f)
	book := xlsx.Book{Title: doc.Title, Author: doc.Author, Date: doc.Date}
	for _, s := range report.Annex(f) {
		book.Sheets = append(book.Sheets, xlsx.Sheet{Name: s.Name, Tables: s.Tables, Footnotes: doc.Footnotes})
	}
	var out bytes.Buffer
	if err := xlsx.Write(&out, book); err != nil {
		return nil, err
	}
	return out.Bytes(), d.issue(ctx, f, o, "xlsx", out.Bytes())
}

// finalisable refuses a final report while anything in it is wrong, and says what.
func finalisable(f report.Facts) error {
	var reasons string
	for _, finding := range report.Lint(f) {
		if finding.Error {
			reasons += " " + finding.Message
		}
	}
	if reasons == "" {
		return nil
	}
	return fault.New("not-final", "The report cannot be finalised."+reasons, "Mend these, or write a draft without --final.")
}

// issue keeps the bytes of a final report in the register for ever.
func (d *Desk) issue(ctx context.Context, f report.Facts, o ReportOptions, kind string, data []byte) error {
	if !o.Final {
		return nil
	}
	_, err := d.do(ctx, d.change(change.ReportIssue, f.Webinar.ID, "final report"), f.Webinar.Version, func(tx *store.Tx) error {
		_, err := tx.Issue(f.Webinar.ID, store.Issued{Name: report.ReportName(f.Webinar, f.Copy, kind, true), Kind: kind, Copy: string(f.Copy), Status: "final"}, data)
		return err
	})
	return err
}

// draw fills the figures with their pictures. A picture is a pure function of its option, its size and the chart
// program, so that one drawn before is taken from the register.
func (d *Desk) draw(ctx context.Context, doc *document.Document) error {
	for i, b := range doc.Blocks {
		figure, ok := b.(document.Figure)
		if !ok {
			continue
		}
		svg, err := d.picture(ctx, figure.Option, int(figure.Width), int(figure.Height))
		if err != nil {
			return err
		}
		figure.SVG = svg
		doc.Blocks[i] = figure
	}
	return nil
}

// Picture draws a chart as SVG.
func (d *Desk) Picture(ctx context.Context, c chart.Chart) (string, error) {
	return d.picture(ctx, c.Option, c.Width, c.Height)
}

func (d *Desk) picture(ctx context.Context, option []byte, width, height int) (string, error) {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s %d×%d %s", ssr.Bundle(), width, height, option))
	key := hex.EncodeToString(sum[:])
	svg, ok, err := d.store.ChartSVG(ctx, key)
	if err != nil || ok {
		return svg, err
	}
	if svg, err = d.charts.Render(ctx, option, width, height); err != nil {
		return "", err
	}
	return svg, d.store.PutChartSVG(ctx, key, svg)
}

// SetText keeps the officer's own text of a report section; "" removes it.
func (d *Desk) SetText(ctx context.Context, webinarID, section, text string) error {
	w, err := d.store.Webinar(ctx, webinarID)
	if err != nil {
		return err
	}
	for _, id := range report.SectionIDs() {
		if id != section {
			continue
		}
		_, err := d.do(ctx, d.change(change.ReportText, w.ID, section), w.Version, func(tx *store.Tx) error {
			return tx.SetText(w.ID, section, text)
		})
		return err
	}
	return fault.New(fault.NotFound, "The report has no such section.", "The sections are: "+strings.Join(report.SectionIDs(), ", ")+".")
}

// Explain lists the people and rows behind a figure.
func (d *Desk) Explain(ctx context.Context, webinarID, figure string, o ReportOptions) (document.Table, error) {
	f, err := d.facts(ctx, webinarID, o)
	if err != nil {
		return document.Table{}, err
	}
	t, ok := report.Explain(f, figure)
	if !ok {
		return t, fault.New(fault.NotFound, "There is no such figure.",
			"Use the name of a total as breakdown --json prints it, such as attended, confirmed or no_shows, a figure of its checks' terms, sector/CODE, beneficiary/CODE, sex/CODE, class/CODE or group/CODE, rate, or check/NUMBER/left and check/NUMBER/right.")
	}
	return t, nil
}
