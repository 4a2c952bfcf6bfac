package match

import (
	"cmp"
	"slices"

	"rapporteur/internal/attendance"
	"rapporteur/internal/identity"
)

// keepApart stops attendees with different addresses from being one registered person silently: who has the stronger
// evidence keeps the link, the other is asked about. The officer's decisions stand.
func keepApart(attendees []*attendee, reg *register) {
	byGroup := map[int][]*attendee{}
	var order []int
	for _, a := range attendees {
		if a.known < 0 {
			continue
		}
		g := reg.all[a.known].group
		if byGroup[g] == nil {
			order = append(order, g)
		}
		byGroup[g] = append(byGroup[g], a)
	}
	for _, g := range order {
		members := byGroup[g]
		slices.SortStableFunc(members, func(a, b *attendee) int {
			return cmp.Or(cmp.Compare(rank(b.decided), rank(a.decided)), cmp.Compare(rank(b.claim.owned), rank(a.claim.owned)),
				cmp.Compare(b.claim.score, a.claim.score), cmp.Compare(a.person.ID, b.person.ID))
		})
		var kept []*attendee
		for _, a := range members {
			if reason := against(a, kept); reason != "" && !a.decided {
				a.state, a.known = Open, -1
				a.open = []claim{a.claim}
				a.reasons = append(a.reasons, reason)
				continue
			}
			kept = append(kept, a)
		}
	}
}

// against says why an attendee cannot silently be the same registered person as those before.
func against(a *attendee, kept []*attendee) string {
	for _, k := range kept {
		if !addressesDiffer(a.shown, k.shown) || a.claim.owned && (k.claim.owned || k.decided) && !overlap(a.person, k.person) {
			continue
		}
		if overlap(a.person, k.person) {
			return "at the same time another attendee with another address was matched to this registration"
		}
		if a.claim.fit.Kind != identity.Exact || !a.claim.local.Whole {
			return "another attendee with another address was matched to this registration"
		}
	}
	return ""
}

// addressesDiffer tells whether both show addresses and none is common.
func addressesDiffer(a, b shown) bool {
	if len(a.emails) == 0 || len(b.emails) == 0 {
		return false
	}
	for _, e := range a.emails {
		if slices.Contains(b.emails, e) {
			return false
		}
	}
	return true
}

// overlap tells whether two persons were there at the same time; without times it cannot be ruled out.
func overlap(a, b attendance.Person) bool {
	if len(a.Stays) == 0 || len(b.Stays) == 0 {
		return true
	}
	for _, s := range a.Stays {
		for _, t := range b.Stays {
			if s.Join.Before(t.Leave) && t.Join.Before(s.Leave) {
				return true
			}
		}
	}
	return false
}
