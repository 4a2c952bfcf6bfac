package workflow

import (
	"context"
	"slices"

	"rapporteur/internal/breakdown"
	"rapporteur/internal/change"
	"rapporteur/internal/fault"
	"rapporteur/internal/match"
	"rapporteur/internal/participant"
	"rapporteur/internal/store"
)

// clear is by how much the first candidate's score must lead the second's for an answer that is given to many at once.
const clear = .1

// AlikeRow is one of the open people who may be answered together. First is the candidate that leads, nil without one;
// Clear tells whether it leads by enough, is free, and is nobody else's first one in the list.
type AlikeRow struct {
	Member    MemberView     `json:"member"`
	First     *CandidateView `json:"first,omitempty"`
	Clear     bool           `json:"clear"`
	Attendees []string       `json:"attendees"`
}

// AlikeView lists the open people of whom the same is known as of one of them, that one first. Domain is the address's
// domain when all of them share it.
type AlikeView struct {
	Rows   []AlikeRow `json:"rows"`
	Domain string     `json:"domain"`
}

// Alike gives the open people of whom the same is known as of one: open for the same reasons, and the same speaks for the
// first candidate of each. The person is named as in Person.
func (d *Dossier) Alike(prefix string) (AlikeView, error) {
	p, _, err := d.attendee(prefix)
	if err != nil {
		return AlikeView{}, err
	}
	view := AlikeView{Rows: []AlikeRow{}}
	if p.State != match.Open {
		return view, nil
	}
	first := map[string]int{} // registration → how many it leads for
	domains := map[string]bool{}
	rows := slices.DeleteFunc(d.ToReview(), func(m breakdown.Member) bool { return !alike(p, m.Participant) })
	for _, m := range rows {
		domains[participant.EmailDomain(m.Participant.Email)] = true
		if len(m.Participant.Candidates) > 0 {
			first[m.Participant.Candidates[0].Registration]++
		}
	}
	slices.SortStableFunc(rows, func(a, b breakdown.Member) int { return boolFirst(a.Participant.ID == p.ID, b.Participant.ID == p.ID) })
	for _, m := range rows {
		row := AlikeRow{Member: ViewMember(m), Attendees: []string{}}
		for _, a := range m.Participant.Persons {
			row.Attendees = append(row.Attendees, a.ID)
		}
		if all := d.candidates(m.Participant); len(all) > 0 {
			row.First = &all[0]
			row.Clear = all[0].Taken == "" && first[all[0].Registration.ID] == 1 && (len(all) == 1 || all[0].Score-all[1].Score >= clear)
		}
		view.Rows = append(view.Rows, row)
	}
	if len(domains) == 1 {
		view.Domain = participant.EmailDomain(p.Email)
	}
	return view, nil
}

// alike tells whether an officer may answer for both in the same way.
func alike(a, b match.Participant) bool {
	if a.State != match.Open || b.State != match.Open || b.Conflict || !slices.Equal(a.Reasons, b.Reasons) || (len(a.Candidates) == 0) != (len(b.Candidates) == 0) {
		return false
	}
	return len(a.Candidates) == 0 || a.Candidates[0].Evidence == b.Candidates[0].Evidence
}

// Answer is an officer's word on one of many: attendees by id, and a registration's id or "none".
type Answer struct {
	Attendees    []string `json:"attendees"`
	Registration string   `json:"registration" doc:"a registration's id, or none for a walk-in"`
}

// DecideMany records answers for several people at once: one change.
func (d *Desk) DecideMany(ctx context.Context, webinarID string, answers []Answer, why string) error {
	dossier, err := d.Dossier(ctx, webinarID, "")
	if err != nil {
		return err
	}
	type one struct {
		found  []found
		target string
	}
	var all []one
	for _, a := range answers {
		var o one
		if o.target, err = dossier.target(a.Registration); err != nil {
			return err
		}
		if o.found, err = dossier.attendees(a.Attendees); err != nil {
			return err
		}
		all = append(all, o)
	}
	if len(all) == 0 {
		return fault.New(fault.Invalid, "Nobody is chosen.", "Choose at least one person in the list.")
	}
	return d.write(ctx, dossier, change.MatchDecide, why, func(tx *store.Tx) error {
		for _, o := range all {
			for _, a := range o.found {
				if err := tx.AddDecision(dossier.Webinar.ID, match.Decision{Records: a.records, Registration: o.target}, a.participant.Candidates); err != nil {
					return err
				}
			}
		}
		return nil
	})
}
