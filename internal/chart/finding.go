package chart

import (
	"fmt"

	"rapporteur/internal/breakdown"
)

// came is the finding of the funnel: how many of the confirmed attended.
func came(n breakdown.Totals) string {
	if n.Confirmed == 0 {
		return "Nobody was confirmed"
	}
	return bracket(fmt.Sprintf("%d of the %d confirmed attended", n.AttendedConfirmed, n.Confirmed), breakdown.Rate(n.AttendedConfirmed, n.Confirmed))
}

// largest is the finding of a chart by kinds: the one with the most of those who attended, or all that have as many. lead
// names it; values belong to names. The kind named unknown is no finding, however many they are.
func largest(lead string, attended int, names []string, values []int, unknown string) string {
	if attended == 0 {
		return "Nobody attended"
	}
	top, which := 0, []string{}
	for i, v := range values {
		switch {
		case names[i] == unknown || v == 0 || v < top:
		case v > top:
			top, which = v, []string{names[i]}
		default:
			which = append(which, names[i])
		}
	}
	each := ""
	if len(which) > 1 {
		each = " each"
	}
	if len(which) == 0 {
		return fmt.Sprintf("Unknown for all %d who attended", attended)
	}
	return fmt.Sprintf("%s: %s, %d%s of the %d who attended", lead, join(which), top, each, attended)
}
