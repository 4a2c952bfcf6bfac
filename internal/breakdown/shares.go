package breakdown

import (
	"fmt"
	"sort"

	"rapporteur/internal/engagement"
)

// MinBase is the smallest base on which a percentage is printed.
const MinBase = 20

// Shares gives the percentages of values in their sum, with one decimal, by the largest-remainder rule, so that they add
// up to 100.0; ties go to the earlier row. A no-break blank stands before the sign. Below MinBase each is "": the numbers speak for themselves.
func Shares(values []int) []string {
	base := 0
	for _, v := range values {
		base += v
	}
	out := make([]string, len(values))
	if base < MinBase {
		return out
	}
	type part struct{ index, remainder int }
	tenths, parts, left := make([]int, len(values)), make([]part, len(values)), 1000
	for i, v := range values {
		tenths[i] = v * 1000 / base
		parts[i] = part{i, v * 1000 % base}
		left -= tenths[i]
	}
	sort.SliceStable(parts, func(i, j int) bool { return parts[i].remainder > parts[j].remainder })
	for _, p := range parts[:left] {
		tenths[p.index]++
	}
	for i, n := range tenths {
		out[i] = percent(n)
	}
	return out
}

// Rate is one share of a base, rounded half up to one decimal; "n/a" when the base is 0 and "" below MinBase.
func Rate(part, base int) string {
	switch {
	case base == 0:
		return "n/a"
	case base < MinBase:
		return ""
	}
	return percent(tenthsOf(part, base))
}

// OfConfirmed are the printed shares of the confirmed, each as Rate gives it.
type OfConfirmed struct{ Joined, Attended, Short, NoShow string }

// OfConfirmed gives the shares so that the printed ones add up: joined and no-show to 100.0, attended and short stay to
// joined. Joined and attended are the rates themselves; the others take the rest.
func (t Totals) OfConfirmed() OfConfirmed {
	base := t.Confirmed
	if base < MinBase {
		none := Rate(0, base)
		return OfConfirmed{none, none, none, none}
	}
	joined, attended := tenthsOf(t.JoinedConfirmed, base), tenthsOf(t.AttendedConfirmed, base)
	return OfConfirmed{percent(joined), percent(attended), percent(joined - attended), percent(1000 - joined)}
}

// tenthsOf is a share in tenths of a per cent, rounded half up.
func tenthsOf(part, base int) int { return (part*2000 + base) / (2 * base) }

// percent prints tenths of a per cent.
func percent(tenths int) string { return fmt.Sprintf("%d.%d\u00a0%%", tenths/10, tenths%10) }

// AnswerShares gives the percentage of each answer to a question, and behind them that of the answers that are not quoted
// where there are any: of one choice shares that add up to 100.0, of several the share of the respondents who gave it. Each
// is "" below MinBase.
func AnswerShares(r engagement.Result) []string {
	values := make([]int, 0, len(r.Answers)+1)
	for _, a := range r.Answers {
		values = append(values, a.N)
	}
	if r.Typed > 0 {
		values = append(values, r.Typed)
	}
	if r.Form == engagement.Single && r.N >= MinBase {
		return Shares(values)
	}
	out := make([]string, len(values))
	for i, n := range values {
		if r.N >= MinBase {
			out[i] = Rate(n, r.N)
		}
	}
	return out
}
