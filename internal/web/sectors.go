package web

import (
	"cmp"
	"context"
	"net/http"
	"slices"

	"github.com/danielgtaylor/huma/v2"

	"rapporteur/internal/beneficiary"
	"rapporteur/internal/breakdown"
	"rapporteur/internal/match"
	"rapporteur/internal/sector"
	"rapporteur/internal/workflow"
)

type sectorsInput struct {
	ID     string `path:"id"`
	Show   string `query:"show" enum:"all,unknown,contradiction,no_country,proposed,conflict" default:"all"`
	Rule   string `query:"rule" maxLength:"200" doc:"only those whom this rule classified"`
	Query  string `query:"q" maxLength:"200"`
	Offset int    `query:"offset" minimum:"0"`
	Limit  int    `query:"limit" minimum:"1" maximum:"200" default:"200"`
}

type sectorInput struct {
	ID      string `path:"id"`
	Version int    `query:"version" minimum:"1" required:"true"`
	Body    struct {
		Subject  string `json:"subject" minLength:"4" doc:"a person in attendance or a registration"`
		Code     string `json:"code" doc:"group, class or class/subtype"`
		Remember bool   `json:"remember,omitempty" doc:"keep it for the organisation, in all webinars"`
		Reason   string `json:"reason,omitempty"`
	}
}

type countryInput struct {
	ID      string `path:"id"`
	Version int    `query:"version" minimum:"1" required:"true"`
	Body    struct {
		Subject string `json:"subject" minLength:"4" doc:"a person in attendance or a registration"`
		Country string `json:"country" maxLength:"100" doc:"in any spelling; empty for what was declared"`
		Reason  string `json:"reason,omitempty"`
	}
}

type acceptInput struct {
	ID      string `path:"id"`
	Version int    `query:"version" minimum:"1" required:"true"`
	Body    struct {
		Participants []string `json:"participants" doc:"ids; empty for all that is proposed"`
	}
}

// Accepted says how many proposals were accepted.
type Accepted struct {
	Accepted int `json:"accepted"`
}

// SectorChoice is a code that an officer may set. Name is the printed name of its group; Finer that of the class and subtype
// within it, "" for the group itself. ResultGroup is the group of Result 7 it belongs to, IPA3 its class in the IPA III
// results framework, "" for none.
type SectorChoice struct {
	Code        string `json:"code"`
	Group       string `json:"group"`
	Name        string `json:"name"`
	Finer       string `json:"finer"`
	ResultGroup string `json:"result_group"`
	IPA3        string `json:"ipa3"`
}

// CountryChoice is a country/area that an officer may set: those of the project first.
type CountryChoice struct {
	Code string `json:"code"`
	Name string `json:"name"`
}

// RuleCount says how many participants one rule classified.
type RuleCount struct {
	Rule string `json:"rule"`
	N    int    `json:"n"`
}

// SectorMembers are the participants with their sectors and countries/areas, and how many of them each rule classified.
type SectorMembers struct {
	Members
	Rules []RuleCount `json:"rules"`
}

// sectors declares who belongs to which professional group and country/area, and why.
func (s *Server) sectors(api huma.API) {
	handle(s, api, http.MethodGet, "/api/webinars/{id}/sectors", "sectors", "The participants with their sectors, countries/areas and reasons.",
		func(ctx context.Context, in *sectorsInput) (SectorMembers, error) {
			d, err := s.desk.Dossier(ctx, in.ID, "")
			if err != nil {
				return SectorMembers{}, err
			}
			return sectorMembers(d, in), nil
		})
	handle(s, api, http.MethodGet, "/api/sectors", "sector-choices", "The codes that an officer may set, in their fixed order.",
		func(context.Context, *none) ([]SectorChoice, error) {
			out := []SectorChoice{}
			for _, c := range sector.Choices() {
				l, _ := sector.ByCode(c.Code)
				out = append(out, SectorChoice{Code: c.Code, Group: string(c.Group), Name: c.Group.Title(), Finer: c.Finer,
					ResultGroup: sector.ResultGroupOf(l).Title(), IPA3: sector.IPA3Of(l).Title()})
			}
			return out, nil
		})
	handle(s, api, http.MethodGet, "/api/webinars/{id}/countries", "country-choices", "The countries/areas that an officer may set, those of the project first.",
		func(ctx context.Context, in *webinarID) ([]CountryChoice, error) {
			d, err := s.desk.Dossier(ctx, in.ID, "")
			if err != nil {
				return []CountryChoice{}, err
			}
			out := []CountryChoice{}
			for _, c := range beneficiary.Countries() {
				out = append(out, CountryChoice{Code: c, Name: marked(d.CountryName(c))})
			}
			return out, nil
		})
	handle(s, api, http.MethodPost, "/api/webinars/{id}/sectors", "set-sector", "The officer's word on a sector.",
		func(ctx context.Context, in *sectorInput) (done, error) {
			return done{true}, s.desk.Seen(in.Version).SetSector(ctx, in.ID, in.Body.Subject, in.Body.Code, in.Body.Reason, in.Body.Remember)
		})
	handle(s, api, http.MethodPost, "/api/webinars/{id}/countries", "set-country", "The officer's word on a country/area.",
		func(ctx context.Context, in *countryInput) (done, error) {
			return done{true}, s.desk.Seen(in.Version).SetCountry(ctx, in.ID, in.Body.Subject, beneficiary.Picked(in.Body.Country), in.Body.Reason)
		})
	handle(s, api, http.MethodPost, "/api/webinars/{id}/countries/accept", "accept-countries", "Accept what is proposed as the country/area of participants.",
		func(ctx context.Context, in *acceptInput) (Accepted, error) {
			n, err := s.desk.Seen(in.Version).AcceptCountries(ctx, in.ID, in.Body.Participants, "")
			return Accepted{n}, err
		})
}

// sectorMembers finds the participants that a list shows: those that wait for the officer first.
func sectorMembers(d *workflow.Dossier, in *sectorsInput) SectorMembers {
	out := SectorMembers{Members: Members{People: len(d.Members), Counts: map[string]int{}, Rows: []workflow.MemberView{}}, Rules: []RuleCount{}}
	for _, filter := range []string{"all", "unknown", "contradiction", "no_country", "proposed", "conflict"} {
		out.Counts[filter] = 0
	}
	found, rules := []breakdown.Member{}, map[string]int{}
	rank := map[string]int{}
	for _, m := range d.MembersIn("", in.Query) {
		if !m.Joined {
			continue
		}
		place := d.CountryOf(m)
		is := map[string]bool{"all": true, "unknown": m.Profile.Group == sector.Unknown, "contradiction": m.Profile.Contradiction != "",
			"no_country": m.Profile.Beneficiary == beneficiary.Unknown && m.Participant.State != match.Open, "proposed": place.Proposed != "", "conflict": place.Conflict}
		count(out.Counts, is)
		rules[m.Profile.Rule]++
		switch {
		case is["unknown"]:
			rank[m.Participant.ID] = 0
		case is["contradiction"]:
			rank[m.Participant.ID] = 1
		case is["no_country"] || is["conflict"]:
			rank[m.Participant.ID] = 2
		default:
			rank[m.Participant.ID] = 3
		}
		if is[in.Show] && (in.Rule == "" || in.Rule == m.Profile.Rule) {
			found = append(found, m)
		}
	}
	slices.SortStableFunc(found, func(a, b breakdown.Member) int {
		return cmp.Compare(rank[a.Participant.ID], rank[b.Participant.ID])
	})
	for rule, n := range rules {
		if rule != "" {
			out.Rules = append(out.Rules, RuleCount{rule, n})
		}
	}
	slices.SortFunc(out.Rules, func(a, b RuleCount) int { return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.Rule, b.Rule)) })
	out.Total = len(found)
	for _, m := range workflow.Page(found, in.Offset, in.Limit) {
		out.Rows = append(out.Rows, shownMember(d.ViewPlaced(m)))
	}
	return out
}

func count(counts map[string]int, is map[string]bool) {
	for name, yes := range is {
		if yes {
			counts[name]++
		}
	}
}
