package web

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"rapporteur/internal/breakdown"
	"rapporteur/internal/sector"
	"rapporteur/internal/workflow"
)

type sectorsInput struct {
	ID     string `path:"id"`
	Show   string `query:"show" enum:"all,unknown,contradiction" default:"all"`
	Query  string `query:"q" maxLength:"200"`
	Offset int    `query:"offset" minimum:"0"`
	Limit  int    `query:"limit" minimum:"1" maximum:"200" default:"200"`
}

type sectorInput struct {
	ID      string `path:"id"`
	Version int    `query:"version" minimum:"1" required:"true"`
	Body    struct {
		Subject string `json:"subject" minLength:"4" doc:"a person in attendance or a registration"`
		Code    string `json:"code" doc:"group, class or class/subtype"`
		Reason  string `json:"reason,omitempty"`
	}
}

// SectorChoice is a code that an officer may set. Name is the printed name of its group; Finer that of the class and subtype
// within it, "" for the group itself.
type SectorChoice struct {
	Code  string `json:"code"`
	Group string `json:"group"`
	Name  string `json:"name"`
	Finer string `json:"finer"`
}

// sectors declares who belongs to which professional group, and why.
func (s *Server) sectors(api huma.API) {
	handle(s, api, http.MethodGet, "/api/webinars/{id}/sectors", "sectors", "The participants with their sectors and reasons.",
		func(ctx context.Context, in *sectorsInput) (Members, error) {
			d, err := s.desk.Dossier(ctx, in.ID, "")
			if err != nil {
				return Members{}, err
			}
			out := Members{People: len(d.Members), Counts: map[string]int{"all": 0, "unknown": 0, "contradiction": 0}, Rows: []workflow.MemberView{}}
			found := []breakdown.Member{}
			for _, m := range d.MembersIn("", in.Query) {
				if !m.Joined {
					continue
				}
				unknown, contradiction := m.Profile.Group == sector.Unknown, m.Profile.Contradiction != ""
				count(out.Counts, map[string]bool{"all": true, "unknown": unknown, "contradiction": contradiction})
				if in.Show == "all" || in.Show == "unknown" && unknown || in.Show == "contradiction" && contradiction {
					found = append(found, m)
				}
			}
			out.Total = len(found)
			for _, m := range workflow.Page(found, in.Offset, in.Limit) {
				out.Rows = append(out.Rows, shownMember(workflow.ViewMember(m)))
			}
			return out, nil
		})
	handle(s, api, http.MethodGet, "/api/sectors", "sector-choices", "The codes that an officer may set, in their fixed order.",
		func(context.Context, *none) ([]SectorChoice, error) {
			out := []SectorChoice{}
			for _, c := range sector.Choices() {
				out = append(out, SectorChoice{Code: c.Code, Group: string(c.Group), Name: c.Group.Title(), Finer: c.Finer})
			}
			return out, nil
		})
	handle(s, api, http.MethodPost, "/api/webinars/{id}/sectors", "set-sector", "The officer's word on a sector.",
		func(ctx context.Context, in *sectorInput) (done, error) {
			return done{true}, s.desk.Seen(in.Version).SetSector(ctx, in.ID, in.Body.Subject, in.Body.Code, in.Body.Reason)
		})
}

func count(counts map[string]int, is map[string]bool) {
	for name, yes := range is {
		if yes {
			counts[name]++
		}
	}
}
