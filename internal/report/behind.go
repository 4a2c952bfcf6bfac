package report

import (
	"strings"

	"rapporteur/internal/breakdown"
	"rapporteur/internal/match"
	"rapporteur/internal/registration"
)

// Evidence is what stands behind a figure: the persons in attendance it counts, or the registrations.
type Evidence struct {
	Members   []breakdown.Member
	Standings []registration.Standing
}

// Behind gives the people a figure counts. A figure is a total by its JSON name; "sector/police", "beneficiary/XK",
// "sex/women" or "group/fiu", of those who attended; or one cell of the table as "cell/SECTOR/BENEFICIARY/SEX" or
// "group/GROUP/BENEFICIARY", an empty part meaning any (of a group: any of the four). People come by name, registrations
// as they were made. ok is false when there is no such figure.
func Behind(f Facts, figure string) (e Evidence, ok bool) {
	if of := standingsOf(f, figure); of != nil {
		e.Standings = []registration.Standing{}
		for _, s := range f.Standings {
			if of(s) {
				e.Standings = append(e.Standings, s)
			}
		}
		return e, true
	}
	keep := cellOf(figure)
	if keep == nil {
		keep = figureOf(figure)
	}
	if keep == nil {
		return e, false
	}
	for _, m := range f.Members {
		if keep(m) {
			e.Members = append(e.Members, m)
		}
	}
	breakdown.ByName(e.Members)
	return e, true
}

// standingsOf tells which registrations a figure counts; nil when it counts none.
func standingsOf(f Facts, figure string) func(registration.Standing) bool {
	switch figure {
	case "submissions":
		return func(registration.Standing) bool { return true }
	case "persons":
		return func(s registration.Standing) bool { return s.DuplicateOf == "" }
	case "no_shows":
		joined := map[string]bool{}
		for _, m := range f.Members {
			if m.Joined && m.Participant.State != match.Open {
				joined[m.Participant.Registration] = true
			}
		}
		return func(s registration.Standing) bool { return s.State == registration.Confirmed && !joined[s.ID] }
	}
	states := map[string]registration.State{
		"submitted": registration.Submitted, "barred": registration.Barred, "confirmed": registration.Confirmed, "waiting": registration.Waiting,
		"declined": registration.Declined, "withdrawn": registration.Withdrawn, "duplicates": registration.Duplicate,
	}
	state, ok := states[figure]
	if !ok {
		return nil
	}
	return func(s registration.Standing) bool { return s.State == state }
}

// cellOf is one cell of the table, of those who attended.
func cellOf(figure string) func(breakdown.Member) bool {
	parts := strings.Split(figure, "/")
	switch {
	case parts[0] == "cell" && len(parts) == 4:
		return func(m breakdown.Member) bool {
			p := m.Profile
			return m.Attended && fits(parts[1], string(p.Group)) && fits(parts[2], string(p.Beneficiary)) && fits(parts[3], string(p.Sex))
		}
	case parts[0] == "group" && len(parts) == 3:
		return func(m breakdown.Member) bool {
			p := m.Profile
			return m.Attended && p.ResultGroup != "" && fits(parts[1], string(p.ResultGroup)) && fits(parts[2], string(p.Beneficiary))
		}
	}
	return nil
}
