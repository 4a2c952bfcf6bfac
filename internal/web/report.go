package web

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"rapporteur/internal/report"
	"rapporteur/internal/workflow"
)

// ReportSection is one section with the officer's own text.
type ReportSection struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Text  string `json:"text"`
}

// Report is what the screen of the report shows beside the pages.
type Report struct {
	Sections []ReportSection  `json:"sections"`
	Findings []report.Finding `json:"findings"`
	AsOf     string           `json:"as_of" doc:"the time of the last change, UTC"`
}

type reportInput struct {
	ID   string `path:"id"`
	Copy string `query:"copy" enum:"internal,donor" default:"internal"`
}

type textInput struct {
	ID      string `path:"id"`
	Section string `path:"section"`
	Version int    `query:"version" minimum:"1" required:"true"`
	Body    struct {
		Text string `json:"text" maxLength:"20000"`
	}
}

type reportFile struct {
	ID     string `path:"id"`
	Format string `path:"format" enum:"pdf,xlsx"`
	Copy   string `query:"copy" enum:"internal,donor" default:"internal"`
}

// report declares the sections, the findings and the files.
func (s *Server) report(api huma.API) {
	handle(s, api, http.MethodGet, "/api/webinars/{id}/report", "report", "Sections with the officer's texts, and what a careful colleague would remark.",
		func(ctx context.Context, in *reportInput) (Report, error) {
			d, err := s.desk.Dossier(ctx, in.ID, "")
			if err != nil {
				return Report{}, err
			}
			out := Report{Sections: []ReportSection{}, AsOf: d.Table.AsOf.Format("2006-01-02T15:04:05Z07:00")}
			for _, x := range report.Sections() {
				out.Sections = append(out.Sections, ReportSection{x.ID, x.Title, d.Texts[x.ID]})
			}
			out.Findings, err = s.desk.Lint(ctx, in.ID, workflow.ReportOptions{Copy: report.Copy(in.Copy)})
			return out, err
		})
	handle(s, api, http.MethodPut, "/api/webinars/{id}/report/sections/{section}", "set-text", "Keep the officer's own text of a section.",
		func(ctx context.Context, in *textInput) (done, error) {
			return done{true}, s.desk.Seen(in.Version).SetText(ctx, in.ID, in.Section, in.Body.Text)
		})
	file(s, api, "/api/webinars/{id}/report/{format}", "report-file", "The outcome report, or its annex.", "application/pdf",
		func(ctx context.Context, in *reportFile) (download, error) {
			o := workflow.ReportOptions{Copy: report.Copy(in.Copy)}
			name := "outcome-report-" + in.Copy
			if o.Copy == report.Internal {
				name = "outcome-report-internal-contains-names"
			}
			if in.Format == "xlsx" {
				data, err := s.desk.XLSX(ctx, in.ID, o)
				return download{name + ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", data}, err
			}
			data, err := s.desk.PDF(ctx, in.ID, o)
			return download{name + ".pdf", "application/pdf", data}, err
		})
}
