package web

import (
	"context"
	"encoding/json"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"rapporteur/internal/beneficiary"
	"rapporteur/internal/breakdown"
	"rapporteur/internal/chart"
	"rapporteur/internal/document"
	"rapporteur/internal/fault"
	"rapporteur/internal/report"
	"rapporteur/internal/workflow"
)

type ruleInput struct {
	ID   string `path:"id"`
	Rule string `query:"rule" maxLength:"20" doc:"another attendance rule, not stored"`
}

type figureInput struct {
	ID     string `path:"id"`
	Rule   string `query:"rule" maxLength:"20"`
	Figure string `query:"figure" required:"true" minLength:"1" maxLength:"100"`
	Offset int    `query:"offset" minimum:"0"`
	Limit  int    `query:"limit" minimum:"1" maximum:"200" default:"200"`
}

type chartInput struct {
	ID    string `path:"id"`
	Chart string `path:"chart"`
	Rule  string `query:"rule" maxLength:"20"`
}

// DataTable is a chart's data as a table of texts; right-aligned columns hold numbers.
type DataTable struct {
	Columns []DataColumn `json:"columns"`
	Rows    [][]string   `json:"rows"`
	Figures [][]string   `json:"figures" doc:"the name of the figure in each cell, empty for none"`
	Notes   []string     `json:"notes"`
}

// DataColumn is a column of a DataTable.
type DataColumn struct {
	Title  string `json:"title"`
	Number bool   `json:"number"`
}

// Chart is a picture: what it shows in a few words, the ECharts option, the sentence that replaces it, the table with the same numbers. File is the name
// its files are saved under, without its ending; Text is the table as it is put on the clipboard.
type Chart struct {
	ID      string         `json:"id"`
	Title   string         `json:"title"`
	Finding string         `json:"finding"`
	Alt     string         `json:"alt"`
	Width   int            `json:"width"`
	Height  int            `json:"height"`
	Option  map[string]any `json:"option"`
	Table   DataTable      `json:"table"`
	File    string         `json:"file"`
	Text    string         `json:"text"`
}

// Breakdown is the one table of figures as the screen shows it: the table, its cells laid out with the names that open
// their people, and the attendance rate of the confirmed ("n/a" without any, "" where the base is too small for one).
type Breakdown struct {
	breakdown.Table
	Grids []report.Grid `json:"grids"`
	Rate  string        `json:"rate"`
}

// breakdown declares the figures, what stands behind them, and the charts.
func (s *Server) breakdown(api huma.API) {
	handle(s, api, http.MethodGet, "/api/webinars/{id}/breakdown", "breakdown", "The one table of figures, under the webinar's rule or another.",
		func(ctx context.Context, in *ruleInput) (Breakdown, error) {
			d, err := s.desk.Dossier(ctx, in.ID, in.Rule)
			if err != nil {
				return Breakdown{}, err
			}
			return Breakdown{Table: d.Table, Grids: d.Grids(), Rate: breakdown.Rate(d.Table.Totals.AttendedConfirmed, d.Table.Totals.Confirmed)}, nil
		})
	handle(s, api, http.MethodGet, "/api/webinars/{id}/figure", "figure", "The people and rows behind a figure.",
		func(ctx context.Context, in *figureInput) (workflow.FigureView, error) {
			d, err := s.desk.Dossier(ctx, in.ID, in.Rule)
			if err != nil {
				return workflow.FigureView{}, err
			}
			v, err := d.Figure(in.Figure)
			v.Members, v.Registrations = workflow.Page(v.Members, in.Offset, in.Limit), workflow.Page(v.Registrations, in.Offset, in.Limit)
			for i := range v.Members {
				v.Members[i] = shownMember(v.Members[i])
			}
			for i := range v.Registrations {
				v.Registrations[i] = shownRegistration(v.Registrations[i])
			}
			v.Answers = workflow.Page(v.Answers, in.Offset, in.Limit)
			for i := range v.Answers {
				v.Answers[i] = shownAnswer(v.Answers[i])
			}
			return v, err
		})
	handle(s, api, http.MethodGet, "/api/webinars/{id}/charts", "charts", "The charts as options, alternative texts and tables.",
		func(ctx context.Context, in *ruleInput) ([]Chart, error) {
			d, err := s.desk.Dossier(ctx, in.ID, in.Rule)
			if err != nil {
				return nil, err
			}
			out := []Chart{}
			for _, c := range d.Charts() {
				one := Chart{ID: c.ID, Title: c.Title, Finding: c.Finding, Alt: c.Alt, Width: c.Width, Height: c.Height, Table: dataTable(c.Table), File: chartFile(d, c, "")}
				if one.Text, err = workflow.TSV(titles(c.Table), c.Table.Rows); err != nil {
					return nil, err
				}
				if err := json.Unmarshal(c.Option, &one.Option); err != nil {
					return nil, err
				}
				out = append(out, one)
			}
			return out, nil
		})
	file(s, api, "/api/webinars/{id}/charts/{chart}/picture.svg", "chart-picture", "A chart as a picture.", "image/svg+xml",
		func(ctx context.Context, in *chartInput) (download, error) {
			d, c, err := s.chart(ctx, in)
			if err != nil {
				return download{}, err
			}
			svg, err := s.desk.Picture(ctx, c)
			return download{chartFile(d, c, ".svg"), "image/svg+xml", []byte(chart.Framed(c, svg, beneficiary.Footnote(d.Project.KosovoNote)))}, err
		})
	file(s, api, "/api/webinars/{id}/charts/{chart}/data.csv", "chart-data", "A chart's numbers.", "text/csv",
		func(ctx context.Context, in *chartInput) (download, error) {
			d, c, err := s.chart(ctx, in)
			if err != nil {
				return download{}, err
			}
			data, err := workflow.CSV(titles(c.Table), c.Table.Rows)
			return download{chartFile(d, c, ".csv"), "text/csv; charset=utf-8", data}, err
		})
	handle(s, api, http.MethodPost, "/api/webinars/{id}/charts/{chart}/picture.png", "keep-picture", "Hand over a chart as the page drew it, to be saved.",
		func(ctx context.Context, in *pictureInput) (Picture, error) {
			d, c, err := s.chart(ctx, &chartInput{ID: in.ID, Chart: in.Chart})
			if err != nil {
				return Picture{}, err
			}
			name := chartFile(d, c, ".png")
			id, err := s.drawn.keep(name, in.RawBody)
			return Picture{"/api/pictures/" + id, name}, err
		},
		func(op *huma.Operation) { op.MaxBodyBytes, op.BodyReadTimeout = maxPicture, -1 })
	file(s, api, "/api/pictures/{picture}", "drawn-picture", "The chart handed over last.", "image/png",
		func(_ context.Context, in *pictureID) (download, error) { return s.drawn.get(in.Picture) })
}

// chartFile is the name a chart is saved under.
func chartFile(d *workflow.Dossier, c chart.Chart, ending string) string {
	return report.FileName(d.Webinar, report.Paper("chart-"+c.ID), ending)
}

func titles(t document.Table) []string {
	var out []string
	for _, column := range t.Columns {
		out = append(out, column.Title)
	}
	return out
}

func (s *Server) chart(ctx context.Context, in *chartInput) (*workflow.Dossier, chart.Chart, error) {
	d, err := s.desk.Dossier(ctx, in.ID, in.Rule)
	if err != nil {
		return nil, chart.Chart{}, err
	}
	for _, c := range d.Charts() {
		if c.ID == in.Chart {
			return d, c, nil
		}
	}
	return nil, chart.Chart{}, fault.New(fault.NotFound, "There is no such chart.", "Choose one on the screen of the breakdown.")
}

func dataTable(t document.Table) DataTable {
	out := DataTable{Columns: []DataColumn{}, Rows: [][]string{}, Figures: [][]string{}, Notes: append([]string{}, t.Notes...)}
	for _, c := range t.Columns {
		out.Columns = append(out.Columns, DataColumn{c.Title, c.Align == document.Right})
	}
	for _, r := range t.Rows {
		out.Rows = append(out.Rows, append([]string{}, r...))
	}
	for _, f := range t.Figures {
		out.Figures = append(out.Figures, append([]string{}, f...))
	}
	return out
}
