package report

import (
	"strconv"
	"strings"

	"rapporteur/internal/breakdown"
	"rapporteur/internal/engagement"
	"rapporteur/internal/match"
	"rapporteur/internal/registration"
)

// Evidence is what stands behind a figure: the persons in attendance it counts, or the registrations, or the answers, or,
// of a sum or a quotient, the figures it is made of. Sign is "+" or "÷", Value what they come to as it is printed, Identity the check
// that the sum is a side of.
type Evidence struct {
	Members   []breakdown.Member
	Standings []registration.Standing
	Answers   []engagement.Tied
	Terms     []breakdown.Term
	Sign      string
	Value     string
	Identity  string
}

// Behind gives the people a figure counts. A figure is a total by its JSON name; "sector/police", "beneficiary/XK",
// "sex/women", "class/judge" or "group/fiu", of those who attended; "present/INSTANT" at the start of a minute; "file/SHA256" of an attendance file; one cell
// of the table as "cell/SECTOR/BENEFICIARY/SEX" (attended), "joined/…", "walk_ins/…" or "group/GROUP/BENEFICIARY", an
// empty part meaning any (of a group: any of the four); "rate", the attendance rate; or a side of a check of the
// reconciliation as "check/NUMBER/left" and "check/NUMBER/right", numbered from 1 in their order; "engagement/QUESTION"
// those who answered a question, with a part of them as engagement.Behind takes it behind another stroke, and
// "compared/COMPARISON" with a part as engagement.BehindCompared takes it; "answers_in/SHA256"
// the answers in a file. People come by name,
// registrations as they were made. ok is false when there is no such figure.
func Behind(f Facts, figure string) (e Evidence, ok bool) {
	if e, ok = formulaOf(f, figure); ok {
		return e, true
	}
	if part, ok := strings.CutPrefix(figure, "engagement/"); ok {
		e.Answers, ok = engagement.Behind(f.Table.Engagement, f.Answers, part)
		return e, ok
	}
	if sum, ok := strings.CutPrefix(figure, "answers_in/"); ok {
		e.Answers, ok = engagement.BehindFile(f.Answers, sum)
		return e, ok
	}
	if part, ok := strings.CutPrefix(figure, "compared/"); ok {
		e.Answers, ok = engagement.BehindCompared(f.Table.Compared, f.Answers, part)
		return e, ok
	}
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
		keep = figureOf(f, figure)
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
	case "further_submissions":
		return func(s registration.Standing) bool { return s.DuplicateOf != "" }
	case "further_barred":
		return func(s registration.Standing) bool { return s.State == registration.Barred && s.DuplicateOf != "" }
	case "barred_persons":
		return func(s registration.Standing) bool { return s.State == registration.Barred && s.DuplicateOf == "" }
	case "over_limit":
		return overLimit(f)
	case "seats_taken":
		return seatsTaken(f)
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

// overLimit tells the confirmed who stand behind the last seat, in the order of the registrations.
func overLimit(f Facts) func(registration.Standing) bool {
	taken, left := seatsTaken(f), f.Webinar.Seats()
	over := map[string]bool{}
	for _, s := range f.Standings {
		if taken(s) {
			over[s.ID] = left <= 0 && f.Webinar.Seats() > 0
			left--
		}
	}
	return func(s registration.Standing) bool { return over[s.ID] }
}

// seatsTaken tells the confirmed who take a seat: speakers and the organiser's own people take none.
func seatsTaken(f Facts) func(registration.Standing) bool {
	without := registration.WithoutSeat(f.Standings, f.Webinar.Outline.Speakers, f.Project.OrganiserDomains)
	return func(s registration.Standing) bool { return s.State == registration.Confirmed && !without[s.ID] }
}

// formulaOf takes a figure apart that is made of others.
func formulaOf(f Facts, figure string) (Evidence, bool) {
	if figure == "rate" {
		n := f.Table.Totals
		return Evidence{Sign: "÷", Value: breakdown.Rate(n.AttendedConfirmed, n.Confirmed),
			Terms: []breakdown.Term{{Figure: "attended_confirmed", N: n.AttendedConfirmed}, {Figure: "confirmed", N: n.Confirmed}}}, true
	}
	parts := strings.Split(figure, "/")
	if len(parts) != 3 || parts[0] != "check" {
		return Evidence{}, false
	}
	i, err := strconv.Atoi(parts[1])
	if err != nil || i < 1 || i > len(f.Table.Checks) {
		return Evidence{}, false
	}
	c := f.Table.Checks[i-1]
	switch parts[2] {
	case "left":
		return Evidence{Sign: "+", Value: strconv.Itoa(c.Left), Terms: c.LeftTerms, Identity: c.Name}, true
	case "right":
		return Evidence{Sign: "+", Value: strconv.Itoa(c.Right), Terms: c.RightTerms, Identity: c.Name}, true
	}
	return Evidence{}, false
}

// countedIn tells which of the members a kind of cell counts, as the rows of the table do.
var countedIn = map[string]func(breakdown.Member) bool{
	"cell":     func(m breakdown.Member) bool { return m.Attended },
	"joined":   func(m breakdown.Member) bool { return m.Joined },
	"walk_ins": func(m breakdown.Member) bool { return m.Attended && m.Participant.State == match.WalkIn },
}

// cellOf is one cell of the table.
func cellOf(figure string) func(breakdown.Member) bool {
	parts := strings.Split(figure, "/")
	counts := countedIn[parts[0]]
	switch {
	case counts != nil && len(parts) == 4:
		return func(m breakdown.Member) bool {
			p := m.Profile
			return counts(m) && fits(parts[1], string(p.Group)) && fits(parts[2], string(p.Beneficiary)) && fits(parts[3], string(p.Sex))
		}
	case parts[0] == "group" && len(parts) == 3:
		return func(m breakdown.Member) bool {
			p := m.Profile
			return m.Attended && p.ResultGroup != "" && fits(parts[1], string(p.ResultGroup)) && fits(parts[2], string(p.Beneficiary))
		}
	}
	return nil
}
