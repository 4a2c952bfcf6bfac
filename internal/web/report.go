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

// ReportFile is a file of the report and the name it is saved under.
type ReportFile struct {
	Copy   string `json:"copy" enum:"internal,donor"`
	Format string `json:"format" enum:"pdf,xlsx"`
	Name   string `json:"name"`
}

// Report is what the screen of the report shows beside the pages. Files are those of both copies.
type Report struct {
	Sections []ReportSection       `json:"sections"`
	Findings []report.Finding      `json:"findings"`
	AsOf     string                `json:"as_of" doc:"the time of the last change, UTC"`
	Files    []ReportFile          `json:"files"`
	Issued   []workflow.IssuedView `json:"issued" doc:"final reports, oldest first"`
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

type issueInput struct {
	ID      string `path:"id"`
	Version int    `query:"version" minimum:"1" required:"true"`
	Body    struct {
		Copy   string `json:"copy" enum:"internal,donor"`
		Format string `json:"format" enum:"pdf,xlsx"`
	}
}

type issuedFile struct {
	ID     string `path:"id"`
	Report string `path:"report"`
}

// kinds are the types of the files.
var kinds = map[string]string{"pdf": "application/pdf", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}

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
			for _, c := range []report.Copy{report.Internal, report.Donor} {
				for _, format := range []string{"pdf", "xlsx"} {
					out.Files = append(out.Files, ReportFile{string(c), format, report.ReportName(d.Webinar, c, format, false)})
				}
			}
			if out.Issued, err = s.desk.Issued(ctx, in.ID); err != nil {
				return Report{}, err
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
			w, err := s.desk.Webinar(ctx, in.ID)
			if err != nil {
				return download{}, err
			}
			data, err := s.produce(ctx, s.desk, in.ID, in.Format, o)
			return download{report.ReportName(w, o.Copy, in.Format, false), kinds[in.Format], data}, err
		})
	handle(s, api, http.MethodPost, "/api/webinars/{id}/issued", "issue-report", "Finalise the report: its bytes are kept for ever.",
		func(ctx context.Context, in *issueInput) (workflow.IssuedView, error) {
			o := workflow.ReportOptions{Copy: report.Copy(in.Body.Copy), Final: true}
			if _, err := s.produce(ctx, s.desk.Seen(in.Version), in.ID, in.Body.Format, o); err != nil {
				return workflow.IssuedView{}, err
			}
			all, err := s.desk.Issued(ctx, in.ID)
			if err != nil {
				return workflow.IssuedView{}, err
			}
			return all[len(all)-1], nil
		})
	file(s, api, "/api/webinars/{id}/issued/{report}", "issued-file", "A final report as it went out.", "application/pdf",
		func(ctx context.Context, in *issuedFile) (download, error) {
			i, data, err := s.desk.IssuedReport(ctx, in.ID, in.Report)
			return download{i.Name, kinds[i.Kind], data}, err
		})
}

func (s *Server) produce(ctx context.Context, desk *workflow.Desk, id, format string, o workflow.ReportOptions) ([]byte, error) {
	if format == "xlsx" {
		return desk.XLSX(ctx, id, o)
	}
	return desk.PDF(ctx, id, o)
}
